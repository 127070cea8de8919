import Books

/// Every label of the chain's sheet.
enum ChainLabels {
    static let sheet = Phrase("链", "Chain")
    static let unaccounted = Phrase("未解释", "unaccounted")
}
