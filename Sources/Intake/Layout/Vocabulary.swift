import Books

/// The words an intake understands: those of everyone, and before them the company's own.
struct Vocabulary: Sendable {
    /// What heads columns.
    let headers: HeaderWords
    /// The lists that values come from.
    let choices: [Field: Choice]

    init(_ settings: Settings = Settings()) {
        headers = settings.columnAliases.isEmpty ? .shared : HeaderWords(settings.columnAliases)
        choices = Choice.all(settings)
    }
}
