import Books

/// The customers that a month's files name, by each way of writing them: whom the title or the tab of a sheet may mean.
struct KnownParties {
    /// Whom a key means; `nil` where it may be two.
    private var names: [String: String?] = [:]
    /// The same without what kind of business it is.
    private var cores: [String: String?] = [:]

    /// Asks files for them, where any has a sheet that waits for that.
    init(of files: [OpenedFile], _ aliases: [String: String]) {
        guard files.contains(where: \.mayNameParties) else { return }
        for file in files { file.give(&self, ofFile: true) }
        for file in files { file.give(&self, ofFile: false) }
        // What the company says goes before what names suggest.
        for (alias, name) in aliases.sorted(by: { $0.key < $1.key }) { names[WrittenText.key(alias)] = .some(name) }
    }

    /// Takes the names, aliases and codes that the customer file has.
    mutating func take(file records: RegionRecords, _ interner: Interner) {
        for row in records.rows.indices {
            func text(_ field: Field) -> String {
                records.columns[field].map { interner.text(UInt32(truncatingIfNeeded: $0[row])) } ?? ""
            }
            let name = text(.customer)
            let aliases = text(.aliases).split { "、,，;；/|\n".contains($0) }.map(String.init)
            for writing in [name, text(.customerCode)] + aliases { add(writing, to: name) }
        }
    }

    /// Takes the names that the records of any other book have, as far as the customer file does not know them.
    mutating func take(written records: RegionRecords, _ interner: Interner) {
        guard let column = records.columns[.customer] else { return }
        let symbols = Set(records.rows.indices.lazy.map { column[$0] })
        for name in symbols.map({ interner.text(UInt32(truncatingIfNeeded: $0)) }).sorted() { take(written: name) }
    }

    /// Takes a name as it is written, unless it is known.
    mutating func take(written name: String) {
        if names[WrittenText.key(name)] == nil, party(called: WrittenText.key(name)) == nil { add(name, to: name) }
    }

    private mutating func add(_ writing: String, to name: String) {
        let key = WrittenText.key(writing)
        // 7 is as well a day as a customer's code.
        if name.isEmpty || key.utf8.allSatisfy({ $0 >= 0x30 && $0 <= 0x39 }) { return }
        KnownParties.add(key, name, &names)
        KnownParties.add(KnownParties.core(key), name, &cores)
    }

    private static func add(_ key: String, _ name: String, _ names: inout [String: String?]) {
        if let other = names[key], other != name { names[key] = .some(nil) } else { names[key] = .some(name) }
    }

    /// The customer that a key is a writing of, where it can be only one.
    private func party(called key: String) -> String? {
        if let known = names[key] { return known }
        return cores[KnownParties.core(key)] ?? nil
    }

    /// The customer that a title names, alone or with words for what the sheet is and when it is of: 甲商贸有限公司 in
    /// 甲商贸有限公司10月对账单.
    func party(named title: String) -> String? {
        if names.isEmpty { return nil }
        return TitledParty.readings(of: title).lazy.compactMap { party(called: WrittenText.key($0)) }.first
    }

    /// The only customer whose name begins as the name of a tab does that is as long as a tab's name can be.
    func party(cutShort tab: String) -> String? {
        guard tab.utf16.count == 31 else { return nil }
        let key = WrittenText.key(tab)
        let found = Set(names.filter { $0.key.hasPrefix(key) }.map(\.value))
        return found.count == 1 ? found.first.flatMap { $0 } : nil
    }

    /// A key without the words that say what kind of business it is.
    private static func core(_ key: String) -> String {
        for ending in endings where key.hasSuffix(ending) && key.count > ending.count + 1 {
            return String(key.dropLast(ending.count))
        }
        return key
    }

    private static let endings = HeadTitle.endings.map(WrittenText.key).reduce(into: [String]()) { endings, ending in
        if !endings.contains(ending) { endings.append(ending) }
    }
}
