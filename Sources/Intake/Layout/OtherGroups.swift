import Books

/// Columns with figures that hold the same again under other names than the one that was read, and are not read themselves.
///
/// Where nothing tells whose each is, only the first counts; the others are said, so that no figure is lost in silence.
struct OtherGroups {
    /// The name whose columns were read.
    private let read: String
    private let headers: [ColumnHeader]
    private let book: BookKind
    /// Their names, which may be warehouses where other sheets say so.
    let names: Set<String>

    /// Finds them for what a sheet was read as; `nil` where nothing is left.
    init?(_ readings: [BookChooser.Reading], _ chooser: BookChooser) {
        guard let first = readings.first else { return nil }
        let taken = readings.reduce(into: Set<Int32>()) { $0.formUnion($1.read) }
        var read: String?, leaves: Set<String> = [], left: [NamedHeader] = []
        let named = OtherGroups.named(first.shape.kind, chooser)
        for one in named where taken.contains(one.header.column) {
            guard OtherGroups.isFigure(one.header.column, readings) else { continue }
            if first.matrix != nil || read == nil || read == one.text { leaves.insert(one.key) }
            read = read ?? one.text
        }
        for one in named where !taken.contains(one.header.column) && leaves.contains(one.key) && one.text != read {
            left.append(one)
        }
        var headers = left.map(\.header) + OtherGroups.bare(first, taken, chooser)
        if headers.isEmpty, first.matrix == nil {
            headers = OtherGroups.again(readings, taken, chooser)
            if let from = taken.min(), let to = taken.max(), !headers.isEmpty {
                read = [from, to].map { CellReference.letters(ofColumn: Int($0)) }.joined(separator: "–")
            }
        }
        guard let header = headers.first else { return nil }
        self.headers = headers
        names = Set(named.map { WrittenText.key($0.text) } + headers.map { WrittenText.key($0.text) })
        self.read = read ?? first.matrix?.groups.map(\.text).joined(separator: "、") ?? header.text
        book = first.shape.kind
    }

    /// Columns with figures and others that are headed by the words of columns that were read: a second table right beside.
    private static func again(_ readings: [BookChooser.Reading], _ taken: Set<Int32>, _ chooser: BookChooser)
        -> [ColumnHeader]
    {
        func key(_ header: ColumnHeader) -> String { header.keys.keys.first ?? "" }
        let plain = chooser.headers.filter { $0.group == nil && !key($0).isEmpty }
        let read = Dictionary(
            plain.filter { taken.contains($0.column) }.map { (key($0), $0.column) }, uniquingKeysWith: min)
        let again = plain.filter { header in
            !taken.contains(header.column) && read[key(header)] != nil
                && chooser.profiles[header.column]?.filled ?? 0 > 0
        }
        let holdsFigures = again.contains { read[key($0)].map { isFigure($0, readings) } ?? false }
        return again.count >= 3 && holdsFigures ? again : []
    }

    /// What is said of them, below a header in a row.
    func unrecognised(_ row: Int32) -> Unrecognised {
        Unrecognised(
            place: headers.first.map { Place(column: $0.column, row: row) },
            text: headers.map(\.text).joined(separator: " | "), rows: 0..<0, guesses: [book],
            why: .otherGroups(read: read))
    }

    /// The names above the columns of a sheet that no book fits.
    static func names(_ chooser: BookChooser) -> Set<String> {
        let texts = chooser.headers.flatMap { header -> [String] in
            let named = NamedHeader.plain(header, .stock, chooser.meanings)?.named.text
            return [named, header.group?.text, header.text].compactMap { $0 }
        }
        return Set(texts.filter { GroupName($0, chooser.meanings) != nil }.map(WrittenText.key))
    }

    private static func named(_ book: BookKind, _ chooser: BookChooser) -> [NamedHeader] {
        chooser.headers.compactMap { header in
            Matrix.named(header, book, chooser.meanings, chooser.places)
                ?? NamedHeader.plain(header, book, chooser.meanings)?.named
        }
    }

    private static func isFigure(_ column: Int32, _ readings: [BookChooser.Reading]) -> Bool {
        readings.contains { reading in
            reading.matrix != nil
                || reading.columns.contains {
                    $0.value.column == column && [.quantity, .amount, .unitPrice].contains($0.key.kind)
                }
        }
    }

    /// Columns of numbers under a name alone, beside warehouses or channels that head theirs alone.
    private static func bare(_ reading: BookChooser.Reading, _ taken: Set<Int32>, _ chooser: BookChooser)
        -> [ColumnHeader]
    {
        guard reading.matrix?.value != nil else { return [] }
        return chooser.headers.filter { header in
            guard !taken.contains(header.column), header.group == nil, let profile = chooser.profiles[header.column],
                GroupName(header.text, chooser.meanings) != nil
            else { return false }
            return profile.numbers > 0 && profile.numbers * 2 > profile.filled
        }
    }
}

extension BookChooser.Reading {
    /// The columns that it reads.
    fileprivate var read: Set<Int32> {
        var read = Set(columns.values.map(\.column) + packs.values.map(\.column))
        if let matrix {
            for group in matrix.groups { read.formUnion(read.compactMap { matrix.column(of: group, for: $0) }) }
        }
        switch ways {
        case .sides(let amount, let side): read.formUnion([amount, side])
        case .inAndOut(let inward, let outward): read.formUnion([inward, outward])
        case nil: break
        }
        return read
    }
}
