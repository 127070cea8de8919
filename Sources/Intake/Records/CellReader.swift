import Books
import WorkbookReader

/// Turns cells into a field's values: symbols for texts, whole numbers of smallest units for the rest.
struct CellReader {
    /// Why a cell is no value of its field.
    enum Issue: UInt8 {
        case notANumber, tooLarge, notADay, ambiguousDay, dayWithoutYear, uncalculated, error, notWhole, notAFlag
        case notADiscount, ambiguousDiscount, notAPrice, reversedDays, nothingPaid, lostDigits, codeIsDay, packUnknown,
            foreignCurrency, unitConflict, ditto, inAndOut, noSide, packsDiffer, packSizesDiffer
    }

    let texts: WorkbookTexts
    let uses1904: Bool
    /// The period's year, for days written without one.
    let year: Int?
    /// Why the last cell was no value; `nil` where it was one, or blank.
    private(set) var issue: Issue?
    /// What followed the digits of the last number: 箱 in 12箱.
    private(set) var suffix: ArraySlice<UInt8> = []
    private var numberCodes: [Int64: UInt32] = [:]

    init(texts: WorkbookTexts, uses1904: Bool, year: Int?) {
        self.texts = texts
        self.uses1904 = uses1904
        self.year = year
    }

    /// Forgets the last cell's issue and suffix.
    mutating func clear() {
        issue = nil
        suffix = []
    }

    // MARK: Texts

    /// The symbol of a cell in a text field; 0 for a blank cell, and where `issue` is set.
    mutating func symbol(_ field: Field, _ kind: FieldKind, _ tag: CellTag, _ payload: Int64) -> UInt32 {
        switch tag.kind {
        case .text, .wide:
            let symbol = texts.symbol(payload, as: TextReading(field, kind))
            if symbol == WorkbookTexts.ditto {
                return field.repeatsByDitto ? refusedCode(.ditto) : texts.interner.name(texts.bytes(payload))
            }
            return symbol == WorkbookTexts.refused ? refusedCode(.lostDigits) : symbol
        case .number, .time:
            if kind == .code, CellReader.hasLostDigits(payload, decimals: tag.decimals) {
                return refusedCode(.lostDigits)
            }
            return numberCode(payload, decimals: tag.decimals)
        case .date:
            // 10-11 typed as a number is kept as a day: which it was cannot be told, so it counts as it stands and is said.
            // A batch may well be a day.
            if kind == .code, field != .batch { issue = .codeIsDay }
            guard let day = WrittenDay.day(serial: whole(payload, tag), uses1904: uses1904) else {
                return numberCode(payload, decimals: tag.decimals)
            }
            return texts.interner.symbols.intern(day.description).index
        case .boolean: return texts.interner.symbols.intern(payload == 0 ? "FALSE" : "TRUE").index
        case .error:
            issue = .error
            return 0
        case .uncalculated:
            issue = .uncalculated
            return 0
        }
    }

    private mutating func refusedCode(_ issue: Issue) -> UInt32 {
        self.issue = issue
        return 0
    }

    /// Whether Excel has replaced the digits of a long code behind the fifteenth by noughts.
    private static func hasLostDigits(_ payload: Int64, decimals: Int) -> Bool {
        decimals == 0
            && (payload.magnitude >= 10_000_000_000_000_000
                || payload.magnitude >= 1_000_000_000_000_000 && payload % 10 == 0)
    }

    /// A code that Excel keeps as a number: its digits, without exponent or point.
    private mutating func numberCode(_ payload: Int64, decimals: Int) -> UInt32 {
        if decimals == 0, let known = numberCodes[payload] { return known }
        var (digits, places) = (payload, decimals)
        while places > 0, digits % 10 == 0 {
            digits /= 10
            places -= 1
        }
        var text = String(digits.magnitude)
        if places > 0 {
            if text.utf8.count <= places { text = String(repeating: "0", count: places + 1 - text.utf8.count) + text }
            text.insert(".", at: text.index(text.endIndex, offsetBy: -places))
        }
        let symbol = texts.interner.symbols.intern(digits < 0 ? "-" + text : text).index
        if decimals == 0 { numberCodes[payload] = symbol }
        return symbol
    }

    // MARK: Numbers

    /// The number of a cell in smallest units; `Table.absent` for a blank cell, and where `issue` is set.
    ///
    /// - Parameter exponent: The power of ten by which the column's figures are multiplied.
    mutating func number(
        _ field: Field, _ kind: FieldKind, _ tag: CellTag, _ payload: Int64, order: WrittenDay.Order?, exponent: Int = 0
    ) -> Int64 {
        switch kind {
        case .day: return day(tag, payload, order: order)
        case .flag: return flag(tag, payload)
        default: break
        }
        switch tag.kind {
        case .number, .time, .date:
            if field.isDiscount { return discount(payload, decimals: tag.decimals) }
            return bounded(field, kind, payload: payload, decimals: tag.decimals - exponent)
        case .text: return written(texts.bytes(payload), field, kind, exponent: exponent)
        case .wide:
            // An exponent below nought makes nought, one above makes too much.
            let isTiny = texts.text(payload).uppercased().contains("E-")
            if isTiny { return 0 }
            return refused(.tooLarge)
        case .boolean: return refused(.notANumber)
        case .error: return refused(.error)
        case .uncalculated: return refused(.uncalculated)
        }
    }

    /// A discount that is a number: the share that the customer pays.
    private mutating func discount(_ payload: Int64, decimals: Int) -> Int64 {
        guard let units = WrittenNumber.units(payload: payload, decimals: decimals, target: Rate.decimals) else {
            return refused(.tooLarge)
        }
        return discount(WrittenDiscount.bare(units))
    }

    private mutating func discount(_ reading: WrittenDiscount.Reading) -> Int64 {
        switch reading {
        case .paid(let rate): return rate.units
        case .blank: return Table.absent
        case .ambiguous: return refused(.ambiguousDiscount)
        case .other: return refused(.notADiscount)
        }
    }

    /// A number that is written as text.
    mutating func written(_ bytes: ArraySlice<UInt8>, _ field: Field, _ kind: FieldKind, exponent: Int = 0) -> Int64 {
        if field.isDiscount { return discount(WrittenDiscount.read(bytes)) }
        switch WrittenNumber.read(bytes) {
        case .blank: return Table.absent
        case .other:
            if kind == .amount || kind == .unitPrice, CellReader.free.contains(WrittenText.name(bytes).lowercased()) {
                return 0
            }
            return refused(.notANumber)
        case .tooLarge: return refused(.tooLarge)
        case .number(var number):
            if number.isPercent {
                if kind != .rate { return refused(.notANumber) }
                number.decimals += 2
            }
            if number.isForeign, kind == .amount || kind == .unitPrice { return refused(.foreignCurrency) }
            if exponent != 0, !number.suffix.isEmpty {
                // 12元 in a column of 万元 is one or the other.
                let unit = StatedUnit(String(decoding: number.suffix, as: UTF8.self))
                guard unit?.exponent == exponent else { return refused(.unitConflict) }
            } else if !number.suffix.isEmpty, !accepts(number.suffix, kind) {
                return refused(.notANumber)
            }
            return bounded(
                field, number.isPercent ? .quantity : kind, payload: number.payload,
                decimals: number.decimals - exponent)
        }
    }

    /// What stands for a price or an amount of nought.
    private static let free = Set(Words.free)

    /// Whether what follows the digits belongs there: a unit behind a quantity, the currency behind money.
    private mutating func accepts(
        _ suffix: ArraySlice<UInt8>, _ kind: FieldKind
    ) -> Bool {
        switch kind {
        case .quantity:
            if suffix.count > 18 { return false }
            self.suffix = suffix
            return true
        case .count: return suffix.count <= 18
        case .amount, .unitPrice:
            let text = String(decoding: suffix, as: UTF8.self)
            return ["元", "圆", "RMB", "CNY", "rmb", "/", "￥", "¥", "$"].contains { text.hasPrefix($0) }
        default: return false
        }
    }

    private mutating func bounded(_ field: Field, _ kind: FieldKind, payload: Int64, decimals: Int) -> Int64 {
        let target: Int
        let limit: Int64
        switch kind {
        case .amount: (target, limit) = (Amount.decimals, Amount.limit.units)
        case .unitPrice: (target, limit) = (UnitPrice.decimals, UnitPrice.limit.units)
        case .rate: (target, limit) = (Rate.decimals, 1_000_000_000_000)
        case .count: (target, limit) = (0, 1_000_000_000)
        default: (target, limit) = (Quantity.decimals, Quantity.limit.units)
        }
        guard let units = WrittenNumber.units(payload: payload, decimals: decimals, target: target),
            units.magnitude <= limit
        else { return refused(.tooLarge) }
        if kind == .count, WrittenNumber.units(payload: payload, decimals: decimals, target: 6) != units * 1_000_000 {
            return refused(.notWhole)
        }
        // A rate of 13 is 13 %: no tax is thirteenfold.
        return kind == .rate && units > 1_000_000 ? units / 100 : units
    }

    // MARK: Days and flags

    private mutating func day(_ tag: CellTag, _ payload: Int64, order: WrittenDay.Order?) -> Int64 {
        switch tag.kind {
        case .date: return taken(WrittenDay.day(serial: whole(payload, tag), uses1904: uses1904))
        case .number:
            return payload == 0 ? Table.absent : taken(WrittenDay.day(number: whole(payload, tag), uses1904: uses1904))
        case .text:
            if DittoMark.isOne(texts.bytes(payload)) { return refused(.ditto) }
            return settled(texts.day(payload).day, order: order)
        case .time, .wide, .boolean: return refused(.notADay)
        case .error: return refused(.error)
        case .uncalculated: return refused(.uncalculated)
        }
    }

    /// A written day's number.
    mutating func settled(_ written: WrittenDay, order: WrittenDay.Order?) -> Int64 {
        if written == .blank { return Table.absent }
        if let day = written.settled(order: order, year: year) { return Int64(day.number) }
        if case .ambiguous = written, order == nil { return refused(.ambiguousDay) }
        if case .withoutYear = written, year == nil { return refused(.dayWithoutYear) }
        return refused(.notADay)
    }

    private mutating func taken(_ day: Day?) -> Int64 { day.map { Int64($0.number) } ?? refused(.notADay) }

    private mutating func flag(_ tag: CellTag, _ payload: Int64) -> Int64 {
        switch tag.kind {
        case .boolean: return payload == 0 ? 0 : 1
        case .number: return payload == 0 ? 0 : 1
        case .text:
            let text = WrittenText.name(texts.bytes(payload))
            if WrittenNumber.isBlank(ArraySlice(text.utf8)) { return Table.absent }
            if let set = Choice.flag(text) { return set ? 1 : 0 }
            return refused(.notAFlag)
        case .error: return refused(.error)
        case .uncalculated: return refused(.uncalculated)
        case .date, .time, .wide: return refused(.notAFlag)
        }
    }

    private func whole(_ payload: Int64, _ tag: CellTag) -> Int64 {
        tag.decimals == 0 ? payload : tag.decimals > 18 ? 0 : payload / WrittenNumber.powers[tag.decimals]
    }

    private mutating func refused(_ issue: Issue) -> Int64 {
        self.issue = issue
        return Table.absent
    }

    // MARK: Values of a form's head

    /// A text of the head as a symbol.
    mutating func symbol(_ field: Field, _ kind: FieldKind, text: String) -> UInt32 {
        let bytes = ArraySlice(text.utf8)
        return texts.interner.symbol(bytes, as: TextReading(field, kind)) ?? refusedCode(.lostDigits)
    }

    /// A text of the head as a number.
    mutating func number(_ field: Field, _ kind: FieldKind, text: String, order: WrittenDay.Order?) -> Int64 {
        let bytes = ArraySlice(text.utf8)
        switch kind {
        case .day: return settled(WrittenDay.read(bytes), order: order)
        case .flag:
            if WrittenNumber.isBlank(WrittenNumber.trimmed(bytes)) { return Table.absent }
            return Choice.flag(text).map { $0 ? 1 : 0 } ?? refused(.notAFlag)
        default: return written(bytes, field, kind)
        }
    }
}

extension Field {
    /// Whether it is a share that the customer pays, however that is written.
    fileprivate var isDiscount: Bool { self == .discount || self == .maximumDiscount }
}
