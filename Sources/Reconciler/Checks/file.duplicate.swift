import Books

extension Rule {
    static let fileDuplicate = Rule(
        "file.duplicate", .duplicate, owner: .clerk, title: Phrase("文件重复", "File twice"),
        meaning: Phrase(
            "两个文件内容完全相同，或者一张表的每一行都与另一张表相同，只计一次。",
            "Two files have the very same content, or every row of a sheet says what another sheet says; one of them counts."
        ),
        books: []
    ) { examination, findings throws(Overflow) in
        for problem in examination.month.problems {
            guard case .fileDuplicate(let original) = problem.kind else { continue }
            findings.add(problem, andFile: original)
        }
    }
}
