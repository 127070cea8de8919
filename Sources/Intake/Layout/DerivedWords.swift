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

    /// The warehouse that a title names: 一号仓 in 一号仓盘点表; `nil` where it names none in particular.
    static func warehouse(in text: String) -> String? {
        for part in text.split(whereSeparator: { $0.isWhitespace || "-_/()（）:：、，,".contains($0) }) {
            guard let mark = part.lastIndex(where: { $0 == "仓" || $0 == "库" }) else { continue }
            var end = part.index(after: mark)
            if part[end...].first == "存" || part[end...].first == "管" { continue }
            if part[mark] == "仓", part[end...].first == "库" || part[end...].first == "房" {
                end = part.index(after: end)
            }
            var name = part[..<end]
            while let first = name.first, first.isASCII && first.isNumber || first == "年" || first == "月" {
                name.removeFirst()
            }
            let isGeneral = ["仓", "库", "仓库", "各仓", "各仓库", "全部仓库", "出入库", "出库", "入库", "即时库", "出仓", "进仓", "收发仓库", "盘库"]
                .contains(name)
            if !isGeneral, name.count >= 2, !name.hasSuffix("出库"), !name.hasSuffix("入库"), !name.hasSuffix("出仓"),
                !name.hasSuffix("进仓")
            {
                return String(name)
            }
        }
        return nil
    }
}
