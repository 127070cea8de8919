import Books
import WorkbookReader

/// What is known of the texts of one workbook, each asked once however many cells hold it.
final class WorkbookTexts {
    let table: TextTable
    let interner: Interner
    private var traits: [UInt8]
    /// Symbols of texts by reading; see `lend`.
    private var symbols: [[UInt32]] = Array(repeating: [], count: TextReading.count)
    private var dayPlaces: [UInt32] = []
    private var days: [(day: WrittenDay, order: WrittenDay.Order?)] = []
    /// Stands for the symbol of a text that nobody has asked for yet.
    static let unknown = UInt32.max
    /// Stands for the symbol of a code that has lost its digits.
    static let refused = UInt32.max - 1
    /// Stands for the symbol of a mark that repeats what is above it.
    static let ditto = UInt32.max - 2

    init(_ table: TextTable, interner: Interner) {
        self.table = table
        self.interner = interner
        traits = Array(repeating: 0, count: table.count)
    }

    /// What a text may be on a sheet, apart from a value.
    struct Traits: OptionSet {
        let rawValue: UInt8
        /// A word that heads a column of some book.
        static let header = Traits(rawValue: 2)
        /// A word for a total.
        static let total = Traits(rawValue: 4)
        /// Holds a colon behind a short text: 客户：…
        static let label = Traits(rawValue: 8)
        /// Holds nothing but blanks, or a stroke for nothing.
        static let blank = Traits(rawValue: 16)
        /// An amount in words: 壹仟元整.
        static let amountInWords = Traits(rawValue: 32)
        /// Long, or with digits: not a header.
        static let wordy = Traits(rawValue: 64)
        static let known = Traits(rawValue: 1)
    }

    /// The traits of a text; those of an index beyond the table are blank.
    func traits(_ index: Int64) -> Traits {
        guard index >= 0, index < Int64(traits.count) else { return [.known, .blank] }
        let place = Int(index)
        if traits[place] == 0 { traits[place] = madeTraits(place) }
        return Traits(rawValue: traits[place])
    }

    /// A text as written; empty beyond the table.
    func text(_ index: Int64) -> String {
        index >= 0 && index < Int64(table.count) ? table[Int(index)] : ""
    }

    /// A text's bytes; empty beyond the table.
    func bytes(_ index: Int64) -> ArraySlice<UInt8> {
        index >= 0 && index < Int64(table.count) ? table.utf8(Int(index)) : []
    }

    /// The symbol of a text; `refused` for a code that has lost its digits, `ditto` for a mark.
    func symbol(_ index: Int64, as reading: TextReading) -> UInt32 {
        guard index >= 0, index < Int64(table.count) else { return 0 }
        var known = lend(reading)
        defer { takeBack(known, reading) }
        let place = Int(index)
        if known[place] == Self.unknown { known[place] = made(place, reading) }
        return known[place]
    }

    // MARK: For loops over cells

    /// The symbols of all texts, lent for a loop over cells, which looks at an array of its own much faster than at one of
    /// an object's; `unknown` where nobody has asked yet.
    func lend(_ reading: TextReading) -> [UInt32] {
        var known: [UInt32] = []
        swap(&known, &symbols[reading.place])
        return known.isEmpty ? Array(repeating: Self.unknown, count: table.count) : known
    }

    /// Takes lent symbols back.
    func takeBack(_ known: [UInt32], _ reading: TextReading) { symbols[reading.place] = known }

    /// The symbol of a text that is asked for the first time.
    func made(_ place: Int, _ reading: TextReading) -> UInt32 {
        let text = table.utf8(place)
        return DittoMark.isOne(text) ? Self.ditto : interner.symbol(text, as: reading) ?? Self.refused
    }

    /// Finds out the symbols of texts that are asked for the first time.
    func make(_ unknown: [Int], _ reading: TextReading, in known: inout [UInt32]) {
        var asWritten: [Int] = [], texts: [ArraySlice<UInt8>] = []
        for place in unknown {
            let text = table.utf8(place)
            if !DittoMark.isOne(text), interner.isAsWritten(text, reading) {
                asWritten.append(place)
                texts.append(text)
            } else {
                known[place] = made(place, reading)
            }
        }
        for (place, symbol) in zip(asWritten, interner.symbols.intern(utf8: texts)) { known[place] = symbol.index }
    }

    /// The traits of all texts, lent likewise; 0 where nobody has asked yet.
    func lendTraits() -> [UInt8] {
        var known: [UInt8] = []
        swap(&known, &traits)
        return known
    }

    /// Takes lent traits back.
    func takeBack(traits known: [UInt8]) { traits = known }

    /// The traits of a text that are asked for the first time.
    func madeTraits(_ place: Int) -> UInt8 {
        TextTraits.of(table.utf8(place), words: interner.meanings.words).rawValue | Traits.known.rawValue
    }

    // MARK: Days

    /// A text as a day, and what it says of the order of day and month in its column.
    func day(_ index: Int64) -> (day: WrittenDay, order: WrittenDay.Order?) {
        guard index >= 0, index < Int64(table.count) else { return (.blank, nil) }
        if dayPlaces.isEmpty { dayPlaces = Array(repeating: Self.unknown, count: table.count) }
        let place = Int(index)
        if dayPlaces[place] == Self.unknown {
            dayPlaces[place] = UInt32(truncatingIfNeeded: days.count)
            days.append((WrittenDay.read(table.utf8(place)), WrittenDay.order(of: table.utf8(place))))
        }
        return days[Int(dayPlaces[place])]
    }
}

/// The symbols of one file, and what its headers mean.
final class Interner {
    var symbols = SymbolTable()
    /// What headers mean, remembered from sheet to sheet.
    let meanings: HeaderMeanings

    init(_ vocabulary: Vocabulary) { meanings = HeaderMeanings(vocabulary) }

    func code(_ bytes: ArraySlice<UInt8>) -> UInt32 {
        if WrittenNumber.isBlank(WrittenNumber.trimmed(bytes)) { return 0 }
        return WrittenText.isCode(bytes)
            ? symbols.intern(utf8: bytes).index : symbols.intern(WrittenText.code(bytes)).index
    }

    func name(_ bytes: ArraySlice<UInt8>) -> UInt32 {
        if WrittenNumber.isBlank(WrittenNumber.trimmed(bytes)) { return 0 }
        return WrittenText.isValue(bytes)
            ? symbols.intern(utf8: bytes).index : symbols.intern(WrittenText.value(bytes)).index
    }

    func choice(_ bytes: ArraySlice<UInt8>, of field: Field) -> UInt32 {
        let text = WrittenText.name(bytes)
        if WrittenNumber.isBlank(ArraySlice(text.utf8)) { return 0 }
        return symbols.intern(meanings.choices[field]?.identifier(of: text) ?? text).index
    }

    func text(_ symbol: UInt32) -> String { symbols[Symbol(index: symbol)] }
}
