extension [Problem] {
    /// The problems, of those that are formulas without a stored value only the first in each column of a sheet: it stands
    /// for them all, since one thing helps against all of them.
    ///
    /// - Parameter isAsked: Which of them are joined; the others stay as they are.
    public func joiningUncalculated(where isAsked: (Problem) -> Bool = { _ in true }) -> [Problem] {
        func column(_ problem: Problem) -> SheetColumn {
            SheetColumn(
                file: problem.file, sheet: problem.sheet, column: problem.cell.flatMap(CellReference.column(inCell:)),
                isSetAside: problem.kind.isRowSetAside)
        }
        var counts: [SheetColumn: Int] = [:]
        for problem in self where problem.uncalculated > 0 && isAsked(problem) {
            counts[column(problem), default: 0] += problem.uncalculated
        }
        if counts.isEmpty { return self }
        var said: Set<SheetColumn> = []
        return compactMap { problem in
            guard problem.uncalculated > 0, isAsked(problem) else { return problem }
            let column = column(problem)
            guard said.insert(column).inserted else { return nil }
            return problem.standing(for: counts[column] ?? 1)
        }
    }
}

/// A column of a sheet, those of its problems apart that cost a row.
private struct SheetColumn: Hashable {
    let file: String
    let sheet: String?
    let column: Int?
    let isSetAside: Bool
}

extension Problem.Kind {
    /// Whether a row was set aside.
    public var isRowSetAside: Bool {
        if case .rowSetAside = self { true } else { false }
    }
}

extension Problem {
    /// The same problem, standing for so many formulas from its cell down.
    fileprivate func standing(for count: Int) -> Problem {
        guard count > uncalculated else { return self }
        let from = cell.map { (chinese: "从 \($0) 往下", english: " from \($0) down") } ?? (chinese: "", english: "")
        let lost =
            kind.isRowSetAside
            ? Phrase("这些行没有计入", "so their rows are not counted") : Phrase("这些值没有采用", "so these values are not used")
        return Problem(
            kind: kind, file: file, sheet: sheet, cell: cell, row: row, expected: expected, found: found,
            advice: Phrase(
                "\(from.chinese)共 \(count) 个公式没有计算结果，\(lost.chinese)：用 Excel 或 WPS 打开这个文件，保存一次，再运行即可。",
                "\(count) formulas\(from.english) have no stored value, \(lost.english): open the file in Excel or WPS, save it once, and run again."
            ), uncalculated: count)
    }
}
