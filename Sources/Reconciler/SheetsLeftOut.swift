import Books

/// Sheets that were not counted though nobody has made a mistake: stock and counts of an earlier month beside this month's, and
/// lists whose every line another one has. Whoever misses them should know why.
enum SheetsLeftOut {
    static func said(_ month: Month) -> [NotChecked] {
        month.problems.compactMap { problem in
            let sheet = problem.sheet.map { ("「\($0)」", " “\($0)”") } ?? ("", "")
            switch problem.kind {
            case .sheetOfEarlierMonth(let book):
                return NotChecked(
                    code: code(book),
                    why: Phrase(
                        "\(problem.file)\(sheet.0)是以前月份的\(book.words.chinese)，没有计入",
                        "\(problem.file)\(sheet.1) holds the \(book.words.english) of an earlier month and was not counted"
                    ))
            case .sheetRepeated(let book, let other):
                return NotChecked(
                    code: code(book),
                    why: Phrase(
                        "\(problem.file)\(sheet.0)的每一行在\(other.chinese)里都有，没有再计",
                        "every line of \(problem.file)\(sheet.1) is in \(other.english) too, and none was counted again"
                    ))
            default: return nil
            }
        }
    }

    /// The rule that would have found its lines.
    private static func code(_ book: BookKind) -> String {
        switch book {
        case .movements: "document.number-duplicate"
        case .receivables: "receivable.duplicate"
        case .receipts: "receipt.duplicate"
        case .ledger: "ledger.duplicate"
        case .invoices: "invoice.duplicate"
        case .waybills: "waybill.missing"
        case .counts: "stock.count-short"
        default: "stock.rollforward-difference"
        }
    }
}
