import Books

extension Rule {
    static let fileUnreadable = Rule(
        "file.unreadable", .incomplete, owner: .clerk, title: Phrase("文件读不了", "File cannot be read"),
        meaning: Phrase(
            "整个文件没有参与核对：不是工作簿、损坏、有密码，或超过了安全上限。",
            "The whole file took no part: it is no workbook, is damaged, has a password, or is past a limit."),
        books: []
    ) { examination, findings throws(Overflow) in
        for problem in examination.month.problems {
            guard case .fileUnreadable = problem.kind else { continue }
            findings.add(problem)
        }
    }
}
