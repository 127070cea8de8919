import Books

extension SettingsPage {
    /// The companies that may stand at the head of an order.
    static let headerCompanies = SettingsPage(
        title: Phrase("表头公司", "Header companies"),
        purpose: Phrase(
            "订单表头应该打印的公司名称。写了才查；空着就不查表头。",
            "The company names that may stand at the head of orders. Checked only where some stand here."),
        columns: [
            Column(
                Phrase("公司名称", "company"), Phrase("全称，一行一个。", "The full name, one a line."), width: 44, .required),
            .remark,
        ],
        lines: { settings, _ in settings.headerCompanies.map { [.text($0), .nothing] } },
        read: { table, reading in
            var companies: [String] = []
            for line in table.lines {
                let name = line.text(0)
                guard !companies.contains(name) else {
                    reading.rejectRepeated(line, 0)
                    continue
                }
                reading.note(.headerCompanies, line, 0)
                companies.append(name)
            }
            reading.settings.headerCompanies = companies
        })

    /// The accounts of receivables.
    static let accounts = SettingsPage(
        title: Phrase("应收科目", "Receivables accounts"),
        purpose: Phrase(
            "总账里哪些科目是应收账款：科目代码以这里写的开头就算。",
            "Which accounts of the ledger are receivables: those whose code begins with what stands here."),
        columns: [
            Column(
                Phrase("科目代码", "account code"), Phrase("例：1122", "Example: 1122"), width: 18, .required),
            .explanation,
        ],
        lines: { settings, language in
            settings.receivablesAccounts.map { account in
                let words = Phrase(
                    "\(account) 及其下级科目，如 \(account)01。", "\(account) and those below it, such as \(account)01.")
                return [.text(account), .text(words[language])]
            }
        },
        read: { table, reading in
            var accounts: [String] = []
            for line in table.lines {
                let code = WrittenText.code(ArraySlice(line.text(0).utf8))
                guard code.utf8.allSatisfy({ (48...57).contains($0) || $0 == 46 || (65...90).contains($0) }) else {
                    reading.reject(line, 0, expected: Phrase("科目代码，如 1122", "an account code such as 1122"))
                    continue
                }
                guard !accounts.contains(code) else {
                    reading.rejectRepeated(line, 0)
                    continue
                }
                reading.note(.receivablesAccounts, line, 0)
                accounts.append(code)
            }
            if !accounts.isEmpty { reading.settings.receivablesAccounts = accounts }
        })
}

extension SettingsReading {
    /// Notes a line that stands twice.
    mutating func rejectRepeated(_ line: SettingsTable.Line, _ column: Int) {
        reject(
            line, column, expected: Phrase("每个只写一行", "each once"), used: Phrase("只算一次", "It counts once"))
    }
}
