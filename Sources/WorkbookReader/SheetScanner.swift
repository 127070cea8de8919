/// Scans rows of a worksheet, byte by byte, into columns. The hot loop of the reader: nothing is allocated for a cell.
///
/// A scanner is used for one chunk after the other; what it finds in a chunk does not depend on any other chunk. Rows
/// that state no number are counted from the chunk's beginning, and `SheetAssembly` adds where that is.
struct SheetScanner: ~Copyable {
    /// The kind of number that each cell format makes.
    let kinds: [UInt8]
    let uses1904: Bool
    let limits: ReadingLimits

    var cells = CellColumns(capacity: 1 << 15)
    var texts = TextInterner()
    var found = ScannedRows()
    /// What went wrong first, if anything did.
    var failure: ReadingError?
    /// The part that the chunk at hand belongs to.
    var part = ""

    var row = 0
    /// Whether the row's number is to be had from a cell.
    var mayTakeRow = false
    var nextColumn = 0
    var lastColumn = -1
    var isUnsorted = false
    /// The bytes of the row's number and the quote behind them, to compare a cell's reference with in one step.
    var rowBytes: UInt64 = 0
    var rowMask: UInt64 = 0
    var rowLength = 0
    var scratch: [UInt8] = []

    init(styles: Styles, uses1904: Bool, limits: ReadingLimits) {
        kinds = styles.kinds
        self.uses1904 = uses1904
        self.limits = limits
    }

    /// Scans rows from an index on. Returns where the sheet's data end, or `nil` if they go on in the next chunk.
    mutating func scan(_ markup: Markup, from start: Int) -> Int? {
        var index = start
        while true {
            index = markup.find(Byte.open, from: index)
            guard index < markup.count, failure == nil else { return nil }
            if markup.opens("row", at: index) {
                index = scanRow(markup, index + 4)
            } else if markup[index + 1] == Byte.slash, markup.closes("sheetData", at: index) {
                return index
            } else {
                index = scanForeign(markup, index)
            }
        }
    }

    /// Passes over what is neither a row nor a cell where those stand: the tags of what wraps an alternative, which is
    /// read as if they were not there, or an element of another program's, as a whole.
    private mutating func scanForeign(_ markup: Markup, _ index: Int) -> Int {
        if let next = markup.wrapperEnd(at: index) { return next }
        // A row within a row, and rows and cells under a prefix that the sheet's beginning does not know, would be lost.
        guard markup[index + 1] != Byte.slash, !markup.opens("row", at: index), !markup.isPrefixedAnew(at: index) else {
            return badCell(markup, index)
        }
        return skip(markup, index)
    }

    /// Reads a row from behind its name; returns the index behind its end.
    private mutating func scanRow(_ markup: Markup, _ start: Int) -> Int {
        var number: Int?
        var isHidden = false
        var index = start
        var written: Int?
        if markup.half(index) == 0x223D_7220 {  // ` r="`
            let (count, value) = Markup.digits(markup.word(index &+ 4))
            if count > 0, count < 8, markup[index &+ 4 &+ count] == Byte.quote {
                number = Int(truncatingIfNeeded: value)
                written = index &+ 4
                index &+= 5 &+ count
            }
            if markup.word(index) == 0x223D_736E_6170_7320 {  // ` spans="`
                index = markup.find(Byte.quote, from: index &+ 8) &+ 1
            }
        }
        while markup[index] != Byte.close, let attribute = markup.attribute(at: index) {
            switch (attribute.name.count, markup[attribute.name.lowerBound]) {
            case (1, UInt8(ascii: "r")):
                number = markup.wholeNumber(attribute.value)
                if number == nil {
                    _ = fail(.damaged(part: part, damage: .place))
                    return markup.count
                }
            case (6, UInt8(ascii: "h")): isHidden = isHidden || markup.isHiddenFlag(attribute)
            default: break
            }
            index = attribute.end
        }
        let tag = markup.tagEnd(index)
        guard beginRow(number, isHidden: isHidden) else { return markup.count }
        if tag.closesItself { return tag.next }
        if let written { setRowBytes(markup, written) }
        let firstCell = cells.count
        index = scanCells(markup, tag.next)
        endRow(firstCell: firstCell)
        return index
    }

    private mutating func beginRow(_ number: Int?, isHidden: Bool) -> Bool {
        let isRelative = number == nil && !found.hasNumberedRow
        if let number {
            row = number
            found.hasNumberedRow = true
        } else {
            row += 1
        }
        guard row >= 1, row <= limits.rows else { return fail(.limit(name: "rows", value: limits.rows, part: part)) }
        if isHidden {
            found.hiddenRows.append(Int32(truncatingIfNeeded: row))
            if isRelative { found.relativeHidden += 1 }
        }
        found.lastRow = row
        mayTakeRow = number == nil
        nextColumn = 0
        lastColumn = -1
        isUnsorted = false
        // Every reference takes the long way, unless the row's number is known as it is written.
        rowMask = 0
        rowBytes = 1
        return true
    }

    /// Prepares the comparison of references with the row's number, of at most seven digits, as it is written.
    private mutating func setRowBytes(_ markup: Markup, _ start: Int) {
        let word = markup.word(start)
        rowLength = Markup.digits(word).count &+ 1
        rowMask = rowLength == 8 ? .max : 1 &<< UInt64(rowLength &* 8) &- 1
        rowBytes = word & rowMask
    }

    private mutating func endRow(firstCell: Int) {
        if isUnsorted { cells.sort(from: firstCell) }
        guard cells.count > firstCell else { return }
        if let last = found.rows.last, last >= row { found.isUnsorted = true }
        found.rows.append(Int32(truncatingIfNeeded: row))
        found.starts.append(Int32(truncatingIfNeeded: firstCell))
        if !found.hasNumberedRow { found.relativeRows += 1 }
    }

    /// Reads cells up to the row's end.
    private mutating func scanCells(_ markup: Markup, _ start: Int) -> Int {
        var index = start
        while true {
            if markup[index] != Byte.open { index = markup.find(Byte.open, from: index) }
            guard index < markup.count else {
                _ = fail(.damaged(part: part, damage: .markup))
                return markup.count
            }
            let next = markup[index &+ 1]
            if next == UInt8(ascii: "c"), Byte.endsName(markup[index &+ 2]) {
                index = scanCell(markup, index &+ 2)
            } else if next == Byte.slash, markup.closes("row", at: index) {
                return markup.tagEnd(index &+ 2).next
            } else {
                index = scanForeign(markup, index)
            }
            if failure != nil { return markup.count }
        }
    }

    /// Reads a cell from behind its name; returns the index behind its end.
    @inline(__always) private mutating func scanCell(_ markup: Markup, _ start: Int) -> Int {
        var index = start
        var cell = Cell(column: nextColumn, style: 0, type: .number)
        // In the order in which nearly every program writes them; whatever else there is goes the long way.
        if markup.half(index) == 0x223D_7220 { index = scanReference(markup, index &+ 4, &cell) }  // ` r="`
        if markup.half(index) == 0x223D_7320 {  // ` s="`
            let (count, value) = Markup.digits(markup.word(index &+ 4))
            if markup[index &+ 4 &+ count] == Byte.quote {
                cell.style = Int(truncatingIfNeeded: value)
                index &+= 5 &+ count
            }
        }
        if markup.half(index) == 0x223D_7420 { index = scanType(markup, index &+ 4, &cell) }  // ` t="`
        while markup[index] != Byte.close {
            if markup[index] == Byte.slash {
                guard markup[index &+ 1] == Byte.close else { return badCell(markup, index) }
                nextColumn = cell.column &+ 1
                return markup.tagEnd(index).next
            }
            guard let next = scanAttribute(markup, index, &cell) else { return badCell(markup, index) }
            index = next
        }
        index &+= 1
        guard cell.column < limits.columns else {
            _ = fail(.limit(name: "columns", value: limits.columns, part: part))
            return markup.count
        }
        nextColumn = cell.column &+ 1
        if cell.column <= lastColumn { isUnsorted = true }
        lastColumn = cell.column
        return cell.row == 0 ? scanUsual(markup, index, cell) : scanContent(markup, index, cell)
    }

    /// Reads what stands in a cell when it is written as Excel, WPS and most libraries write it; anything else goes the
    /// long way.
    @inline(__always) private mutating func scanUsual(_ markup: Markup, _ start: Int, _ cell: Cell) -> Int {
        var index = start
        var head = markup.word(index)
        if head & 0xFF_FFFF == 0x3E_663C {  // `<f>`
            let end = markup.find(Byte.open, from: index &+ 3)
            guard markup.word(end) & 0xFF_FFFF_FFFF_FFFF == 0x3E_763C_3E66_2F3C else {  // `</f><v>`
                return scanContent(markup, index, cell)
            }
            index = end &+ 4
            head = markup.word(index)
        }
        if cell.type == .inline, head & 0xFF_FFFF_FFFF_FFFF == 0x3E_743C_3E73_693C {  // `<is><t>`
            let end = markup.find(Byte.open, from: index &+ 7)
            if markup.word(end) == 0x7369_2F3C_3E74_2F3C, markup.word(end &+ 8) & 0xFF_FFFF_FFFF == 0x3E_632F_3C3E {
                storeText(markup, cell, index &+ 7..<end, kind: .text)  // `</t></is></c>`
                return end &+ 13
            }
        }
        guard head & 0xFF_FFFF == 0x3E_763C else { return scanContent(markup, start, cell) }  // `<v>`
        switch cell.type {
        case .shared:
            let (count, value) = Markup.digits(markup.word(index &+ 3))
            if count < 8, count > 0, markup.word(index &+ 3 &+ count) == Markup.valueAndCellEnd {
                cells.append(column: cell.column, tag: CellKind.text.rawValue, payload: Int64(value))
                found.sharedTexts = max(found.sharedTexts, Int(value) &+ 1)
                return index &+ count &+ 11
            }
        case .number:
            let kind = cell.style < kinds.count ? kinds[cell.style] : CellKind.number.rawValue
            if kind & Styles.clock == 0, let number = markup.shortNumber(at: index &+ 3),
                markup.word(number.end) == Markup.valueAndCellEnd
            {
                cells.append(column: cell.column, tag: kind | number.decimals &<< 3, payload: number.digits)
                return number.end &+ 8
            }
        case .formulaText:
            let end = markup.find(Byte.open, from: index &+ 3)
            if markup.word(end) == Markup.valueAndCellEnd {
                storeText(markup, cell, index &+ 3..<end, kind: .text)
                return end &+ 8
            }
        default: break
        }
        return scanContent(markup, start, cell)
    }

    /// Reads `A1"` into the cell; the row is nearly always the row's own.
    @inline(__always) private mutating func scanReference(_ markup: Markup, _ start: Int, _ cell: inout Cell) -> Int {
        let word = markup.word(start)
        let first = Int(truncatingIfNeeded: word & 0xFF) &- 65
        let second = Int(truncatingIfNeeded: word &>> 8 & 0xFF) &- 65
        if UInt(bitPattern: first) < 26 {
            if second < 0, markup.word(start &+ 1) & rowMask == rowBytes {
                cell.column = first
                return start &+ 1 &+ rowLength
            }
            if UInt(bitPattern: second) < 26, markup.word(start &+ 2) & rowMask == rowBytes {
                cell.column = first &* 26 &+ second &+ 26
                return start &+ 2 &+ rowLength
            }
        }
        return scanOddReference(markup, start, &cell)
    }

    /// Reads `s"` and the like into the cell.
    @inline(__always) private func scanType(_ markup: Markup, _ start: Int, _ cell: inout Cell) -> Int {
        let word = markup.word(start)
        if (word &>> 8) & 0xFF == UInt64(Byte.quote) {
            cell.type = CellType(letter: UInt8(truncatingIfNeeded: word))
            return start &+ 2
        }
        if word == 0x7453_656E_696C_6E69, markup.word(start &+ 8) & 0xFFFF == 0x2272 {  // `inlineStr"`
            cell.type = .inline
            return start &+ 10
        }
        let end = markup.find(Byte.quote, from: start)
        cell.type = Self.type(markup, start..<end)
        return end &+ 1
    }

    @inline(never) private mutating func scanOddReference(_ markup: Markup, _ start: Int, _ cell: inout Cell) -> Int {
        let end = markup.find(Byte.quote, from: start)
        setReference(markup, start..<end, &cell)
        return end &+ 1
    }

    /// Takes a reference in any writing. Without one, or with a number that only counts the row's cells, the cell is where
    /// its neighbours put it; another that makes no sense may mean any place, and a value in a wrong one is worse than none.
    mutating func setReference(_ markup: Markup, _ range: Range<Int>, _ cell: inout Cell) {
        guard !range.isEmpty, markup.wholeNumber(range) == nil else { return }
        guard markup[range.lowerBound] != UInt8(ascii: "$"), let reference = markup.reference(range) else {
            _ = fail(.damaged(part: part, damage: .place))
            return
        }
        cell.column = reference.column
        if mayTakeRow {
            // Cells know the number that their row does not state.
            mayTakeRow = false
            found.hasNumberedRow = true
            row = reference.row
            found.lastRow = row
        }
        cell.row = reference.row == row ? 0 : reference.row
    }

    mutating func badCell(_ markup: Markup, _ index: Int) -> Int {
        _ = fail(.damaged(part: part, damage: .markup))
        return markup.count
    }

    mutating func skip(_ markup: Markup, _ index: Int) -> Int {
        guard let next = markup.skipElement(index, depth: limits.depth) else {
            _ = fail(.damaged(part: part, damage: .markup))
            return markup.count
        }
        return next
    }

    /// Keeps the first thing that went wrong. Always false, for `guard … else { return fail(…) }`.
    mutating func fail(_ error: ReadingError) -> Bool {
        if failure == nil { failure = error }
        return false
    }

    /// A cell while it is being read.
    struct Cell {
        var column: Int
        var style: Int
        var type: CellType
        /// The row that its reference names if that is another than the one it stands in, else 0.
        var row = 0
    }

    enum CellType: UInt8 {
        case number, shared, formulaText, inline, boolean, error, date

        @inline(__always) init(letter: UInt8) {
            switch letter {
            case UInt8(ascii: "s"): self = .shared
            case UInt8(ascii: "b"): self = .boolean
            case UInt8(ascii: "e"): self = .error
            case UInt8(ascii: "d"): self = .date
            default: self = .number
            }
        }
    }
}

/// The rows that a scan has found in a chunk, beside the cells themselves.
struct ScannedRows {
    var rows: [Int32] = []
    var starts: [Int32] = []
    var hiddenRows: [Int32] = []
    /// How many of `rows`, and of `hiddenRows`, are counted from the chunk's beginning.
    var relativeRows = 0
    var relativeHidden = 0
    var hasNumberedRow = false
    var lastRow = 0
    /// Rows that do not ascend.
    var isUnsorted = false
    /// One more than the highest shared text that a cell refers to.
    var sharedTexts = 0
    /// Cells whose reference names another row than the one they stand in.
    var strays: [StrayCell] = []
}

/// A cell that stands in another row than its reference says.
struct StrayCell {
    let row: Int32
    let column: UInt16
    let tag: CellTag
    var payload: Int64
}

extension Markup {
    /// `</v></c>` as a word.
    static var valueAndCellEnd: UInt64 { 0x3E63_2F3C_3E76_2F3C }

    /// Whether an attribute of six letters is `hidden` and says yes.
    func isHiddenFlag(_ attribute: Attribute) -> Bool {
        has("hidden", at: attribute.name.lowerBound) && isTrue(attribute.value)
    }
}
