/// The sheet of findings that a workbook carries when it goes back to its sender, known by its name when it returns.
public enum FeedbackSheet {
    /// The name on its tab.
    public static let name = Phrase("tieout 核对意见", "tieout findings")

    /// Whether a sheet of that name is one: it may have been numbered, where there was one already.
    public static func isCalled(_ name: String) -> Bool {
        [Self.name.chinese, Self.name.english].contains { name == $0 || name.hasPrefix($0 + " (") }
    }
}
