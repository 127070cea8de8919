import Books

extension Findings {
    /// Adds a problem of a file, sheet or row as a finding.
    mutating func add(_ problem: Problem, andFile other: String? = nil) {
        var key = [KeyPart("file", problem.file)]
        if let sheet = problem.sheet { key.append(KeyPart("sheet", sheet)) }
        if let row = problem.row { key.append(KeyPart("row", String(row))) }
        let place = CellReference(
            file: problem.file, sheet: problem.sheet ?? "", row: problem.row ?? 1,
            column: problem.cell.flatMap(CellReference.column(inCell:)) ?? 0)
        var sources = [Source(role: "file", reference: place)]
        if let other {
            sources.append(Source(role: "file", reference: CellReference(file: other, sheet: "", row: 1, column: 0)))
        }
        let found =
            problem.found.isEmpty ? Phrase("", "") : Phrase("写的是「\(problem.found)」。", " It says “\(problem.found)”.")
        let at = problem.cell.map { "\($0) " } ?? ""
        add(
            key: key, expected: problem.expected.chinese.isEmpty ? nil : .words(problem.expected),
            actual: problem.found.isEmpty ? nil : .text(problem.found), sources: sources,
            "\(at)应为：\(problem.expected.chinese)。\(found.chinese)\(problem.advice.chinese)",
            "\(at)Expected: \(problem.expected.english).\(found.english) \(problem.advice.english)")
    }
}
