import Books

extension Rule {
    static let fileSheetUnrecognised = Rule(
        "file.sheet-unrecognised", .incomplete, owner: .clerk, title: Phrase("认不出的表", "Sheet not recognised"),
        meaning: Phrase(
            "看不出这张表是哪本账，没有猜。请加上表头或标题（如「盘点表」「期初库存」），或改成模板的表头。",
            "It is not sure which book the sheet is, so it did not guess. Add a title or headers as in the templates."),
        books: []
    ) { examination, findings throws(Overflow) in
        for problem in examination.month.problems {
            guard case .sheetUnrecognised = problem.kind else { continue }
            findings.add(problem)
        }
    }
}
