import Books

/// Stock sheets and counts of an earlier month that lie beside this month's and were not counted: nobody has made a mistake,
/// and whoever misses them should know why.
enum SheetsLeftOut {
    static func said(_ month: Month) -> [NotChecked] {
        month.problems.compactMap { problem in
            guard case .sheetOfEarlierMonth(let book) = problem.kind else { return nil }
            let sheet = problem.sheet.map { ("「\($0)」", " “\($0)”") } ?? ("", "")
            return NotChecked(
                code: book == .counts ? "stock.count-short" : "stock.rollforward-difference",
                why: Phrase(
                    "\(problem.file)\(sheet.0)是以前月份的\(book.words.chinese)，没有计入",
                    "\(problem.file)\(sheet.1) holds the \(book.words.english) of an earlier month and was not counted")
            )
        }
    }
}
