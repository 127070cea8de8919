import Books

/// What titles say beside a table's columns.
enum DerivedWords {
    /// The kind of document that a title names; `nil` for one of mixed kinds (出入库单).
    static func documentKind(in text: String) -> String? {
        if ["出入库", "出入仓", "进出", "收发", "进销存", "出库入库"].contains(where: { text.contains($0) }) { return nil }
        let words = text.split(whereSeparator: { $0 == " " || $0 == "　" || $0 == "-" || $0 == "_" || $0 == "." }).map(
            String.init)
        return Choice.all[.documentKind].flatMap { choice in
            choice.identifier(of: text)
                ?? words.lazy.compactMap { $0.utf8.count > 5 ? choice.identifier(of: $0) : nil }.first
        }
    }

    /// The warehouse that a title names: 一号仓 in 一号仓盘点表; `nil` where it names none in particular, or several.
    static func warehouse(in text: String) -> String? {
        let parts = text.split(whereSeparator: { $0.isWhitespace || "-_/()（）:：、，,【】[]《》「」".contains($0) })
        let names = Set(parts.compactMap(warehouse(inPart:)))
        return names.count == 1 ? names.first : nil
    }

    private static func warehouse(inPart part: Substring) -> String? {
        // 库存 and 库管 are no warehouse's last word: 一号仓库存 is what is in 一号仓.
        func isWord(_ mark: Substring.Index) -> Bool { ["存", "管"].contains(part[part.index(after: mark)...].first) }
        let marks = part.indices.filter { (part[$0] == "仓" || part[$0] == "库") && !isWord($0) }
        guard let mark = marks.last else { return nil }
        var end = part.index(after: mark)
        if part[mark] == "仓", let next = part[end...].indices.first, part[next] == "房" {
            end = part.index(after: next)
        }
        var name = part[..<end]
        while let first = name.first, first.isASCII && first.isNumber || first == "年" || first == "月" {
            name.removeFirst()
        }
        let isGeneral = general.contains(String(name))
        let isKind = ["出库", "入库", "出仓", "进仓"].contains { name.hasSuffix($0) }
        // 一行一个仓, 每个仓: how to fill in a sheet.
        let isAny = name.contains("每") || ["个仓", "个库", "个仓库"].contains { name.hasSuffix($0) }
        return isGeneral || isKind || isAny || name.count < 2 ? nil : String(name)
    }

    private static let general: Set = [
        "仓", "库", "仓库", "各仓", "各仓库", "全部仓库", "出入库", "出库", "入库", "即时库", "出仓", "进仓", "收发仓库", "盘库",
    ]

    /// The warehouse that a text begins with, whatever brackets stand around it, and what is said besides: 一号仓 and 账面 of
    /// 【一号仓】账面.
    static func warehouse(beginning text: String) -> (name: String, rest: String)? {
        let plain = WrittenText.name(ArraySlice(text.utf8)).filter { !"【】[]〔〕()<>《》「」:".contains($0) }.trimmingBlanks
        if let name = warehouse(in: plain), plain.hasPrefix(name) {
            return (name, String(plain.dropFirst(name.count)).trimmingBlanks)
        }
        let words = plain.lowercased().split(separator: " ")
        let isCalled = words.count > 1 && ["warehouse", "depot", "wh"].contains(words.last.map(String.init) ?? "")
        return isCalled ? (plain, "") : nil
    }

    /// The warehouse that a text names and, but for a word for what is listed, says nothing of: 【一号仓】, 一号仓库存.
    static func warehouse(calledBy text: String) -> String? {
        warehouse(beginning: text).flatMap { name, rest in
            rest.isEmpty || lists.contains(WrittenText.key(rest)) ? name : nil
        }
    }

    /// Words for what is listed, as they stand behind a warehouse's name.
    private static let lists: Set<String> = Set(
        BookShape.all.flatMap(\.titles).flatMap { title in
            ["", "表", "单", "明细", "明细表"].map { WrittenText.key(title.word + $0) }
        })
}
