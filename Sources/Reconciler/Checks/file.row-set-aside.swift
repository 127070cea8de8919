import Books

extension Rule {
    static let fileRowSetAside = Rule(
        "file.row-set-aside", .incomplete, owner: .clerk, title: Phrase("搁置的行", "Row set aside"),
        meaning: Phrase(
            "该行必需的内容看不懂，没有参与核对；其余各行照常。",
            "The row's required values cannot be understood, so it took no part; the other rows did."),
        books: []
    ) { examination, findings throws(Overflow) in
        for problem in examination.month.problems {
            guard case .rowSetAside = problem.kind else { continue }
            findings.add(problem)
        }
    }
}
