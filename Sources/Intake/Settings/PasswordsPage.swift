import Books

extension SettingsPage {
    /// Passwords of protected workbooks.
    static let passwords = SettingsPage(
        title: Phrase("打开密码", "Passwords"),
        purpose: Phrase(
            "有打开密码的工作簿：文件名和密码。密码只用来打开文件，不会出现在任何结果里；请自己保管好这个设置文件。",
            "Workbooks that ask for a password: the file's name and the password. It is used to open them and appears in no result; keep this workbook where only you see it."
        ),
        columns: [
            Column(
                Phrase("文件名", "file name"),
                Phrase(
                    "* 代表任意几个字。例：应收*.xlsx；空着表示每个文件都试",
                    "* stands for any letters. Example: receivables*.xlsx; empty: tried on every file"),
                width: 34, .optional),
            Column(
                Phrase("密码", "password"), Phrase("打开时输入的密码。", "What is typed to open it."), width: 24, .required),
            .remark,
        ],
        lines: { _, _ in [] },
        read: { table, reading in
            for line in table.lines {
                let password = line.exactly(1)
                guard !password.isEmpty else {
                    reading.reject(line, 1, expected: Phrase("密码", "a password"))
                    continue
                }
                let pattern = line.text(0).isEmpty ? "*" : line.text(0)
                let entry = WorkbookPassword(pattern: pattern, password: password)
                guard !reading.passwords.contains(entry) else {
                    reading.reject(
                        line, 1, expected: Phrase("每个只写一行", "each once"), used: Phrase("只算一次", "It counts once"),
                        isSecret: true)
                    continue
                }
                reading.passwords.append(entry)
            }
        })
}

/// A password, and which files it is tried on. It describes itself without the password.
public struct WorkbookPassword: Equatable, Sendable, CustomStringConvertible, CustomDebugStringConvertible {
    /// A file's name, `*` for any letters and `?` for one.
    public let pattern: String
    /// The password.
    public let password: String

    /// Whether it is tried on a file, by the last part of its path.
    public func applies(to path: String) -> Bool {
        let name = path.split(separator: "/").last.map(String.init) ?? path
        return WorkbookPassword.matches(Array(name.lowercased()), Array(pattern.lowercased()))
    }

    /// The pattern alone.
    public var description: String { "\(pattern): ···" }
    /// The pattern alone.
    public var debugDescription: String { description }

    /// Linear in both: after a mismatch only the last `*` takes one letter more.
    private static func matches(_ name: [Character], _ pattern: [Character]) -> Bool {
        var (place, mark) = (0, 0)
        var star: (mark: Int, place: Int)?
        while place < name.count {
            if mark < pattern.count, pattern[mark] == "*" {
                star = (mark, place)
                mark += 1
            } else if mark < pattern.count, pattern[mark] == "?" || pattern[mark] == name[place] {
                mark += 1
                place += 1
            } else if let last = star {
                star = (last.mark, last.place + 1)
                mark = last.mark + 1
                place = last.place + 1
            } else {
                return false
            }
        }
        return pattern[mark...].allSatisfy { $0 == "*" }
    }
}
