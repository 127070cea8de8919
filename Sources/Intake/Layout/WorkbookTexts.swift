import Books
import WorkbookReader

/// What is known of the texts of one workbook, each asked once however many cells hold it.
final class WorkbookTexts {
    let table: TextTable
    let interner: Interner
    private var traits: [UInt8]
    private var codes: [UInt32] = []
    private var names: [UInt32] = []
    private var choices: [[UInt32]] = Array(repeating: [], count: Field.allCases.count)
    private var dayPlaces: [UInt32] = []
    private var days: [(day: WrittenDay, order: WrittenDay.Order?)] = []
    private static let unknown = UInt32.max

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
        if traits[place] == 0 {
            traits[place] = TextTraits.of(table.utf8(place), words: interner.meanings.words).rawValue | 1
        }
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

    /// The symbol of a text as a code.
    func code(_ index: Int64) -> UInt32 {
        guard index >= 0, index < Int64(table.count) else { return 0 }
        if codes.isEmpty { codes = Array(repeating: Self.unknown, count: table.count) }
        let place = Int(index)
        if codes[place] == Self.unknown { codes[place] = interner.code(table.utf8(place)) }
        return codes[place]
    }

    /// The symbol of a text as a name.
    func name(_ index: Int64) -> UInt32 {
        guard index >= 0, index < Int64(table.count) else { return 0 }
        if names.isEmpty { names = Array(repeating: Self.unknown, count: table.count) }
        let place = Int(index)
        if names[place] == Self.unknown { names[place] = interner.name(table.utf8(place)) }
        return names[place]
    }

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

    /// The symbol of a text as a choice of a field: its identifier, or the text itself.
    func choice(_ index: Int64, of field: Field) -> UInt32 {
        guard index >= 0, index < Int64(table.count) else { return 0 }
        let (place, list) = (Int(index), field.ordinal)
        if choices[list].isEmpty { choices[list] = Array(repeating: Self.unknown, count: table.count) }
        if choices[list][place] == Self.unknown {
            choices[list][place] = interner.choice(table.utf8(place), of: field)
        }
        return choices[list][place]
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
        return WrittenText.isName(bytes)
            ? symbols.intern(utf8: bytes).index : symbols.intern(WrittenText.name(bytes)).index
    }

    func choice(_ bytes: ArraySlice<UInt8>, of field: Field) -> UInt32 {
        let text = WrittenText.name(bytes)
        if WrittenNumber.isBlank(ArraySlice(text.utf8)) { return 0 }
        return symbols.intern(meanings.choices[field]?.identifier(of: text) ?? text).index
    }

    func text(_ symbol: UInt32) -> String { symbols[Symbol(index: symbol)] }
}
