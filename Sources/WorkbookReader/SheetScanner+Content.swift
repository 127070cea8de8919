/// What stands inside a cell when it is more than a plain number or a shared text.
extension SheetScanner {
    /// Reads an attribute in any writing; `nil` where the markup is broken.
    mutating func scanAttribute(_ markup: Markup, _ start: Int, _ cell: inout Cell) -> Int? {
        guard let attribute = markup.attribute(at: start) else {
            // Blanks before the tag's end.
            let index = markup.skipBlanks(start)
            return index > start && (markup[index] == Byte.close || markup[index] == Byte.slash) ? index : nil
        }
        if attribute.name.count == 1 {
            switch markup[attribute.name.lowerBound] {
            case UInt8(ascii: "r"): setReference(markup, attribute.value, &cell)
            case UInt8(ascii: "s"): cell.style = markup.wholeNumber(attribute.value) ?? 0
            case UInt8(ascii: "t"): cell.type = Self.type(markup, attribute.value)
            default: break
            }
        }
        return attribute.end
    }

    /// The type that a `t` attribute names.
    static func type(_ markup: Markup, _ value: Range<Int>) -> CellType {
        switch value.count {
        case 1: CellType(letter: markup[value.lowerBound])
        case 3 where markup.has("str", at: value.lowerBound): .formulaText
        case 9 where markup.has("inlineStr", at: value.lowerBound): .inline
        default: .number
        }
    }

    /// Reads the elements inside a cell up to its end; returns the index behind it.
    mutating func scanContent(_ markup: Markup, _ start: Int, _ cell: Cell) -> Int {
        var index = start
        var value: Range<Int>?
        var hasFormula = false
        var inline: Range<Int>?
        while failure == nil {
            index = markup.find(Byte.open, from: index)
            guard index < markup.count else { return badCell(markup, index) }
            if markup[index + 1] == Byte.slash {
                guard markup.closes("c", at: index) else { return badCell(markup, index) }
                store(markup, cell, value: value, inline: inline, hasFormula: hasFormula)
                return markup.tagEnd(index + 2).next
            }
            let isValue = markup.opens("v", at: index)
            if isValue || markup.opens("f", at: index) {
                let tag = markup.tagEnd(index + 2)
                let end = tag.closesItself ? tag.next : markup.find(Byte.open, from: tag.next)
                if isValue { value = tag.next..<end } else { hasFormula = true }
                if tag.closesItself {
                    index = tag.next
                } else {
                    guard isValue ? markup.closes("v", at: end) : markup.closes("f", at: end) else {
                        return badCell(markup, index)
                    }
                    index = markup.tagEnd(end + 2).next
                }
            } else {
                let isInline = markup.opens("is", at: index)
                let next = skip(markup, index)
                if isInline { inline = index..<next }
                index = next
            }
        }
        return markup.count
    }

    /// Puts a cell away by its type.
    private mutating func store(
        _ markup: Markup, _ cell: Cell, value: Range<Int>?, inline: Range<Int>?, hasFormula: Bool
    ) {
        if let inline, cell.type == .inline || value == nil {
            scratch.removeAll(keepingCapacity: true)
            guard markup.decodeRichText(inline, depth: limits.depth, into: &scratch) else {
                _ = fail(.damaged(part: part, damage: .markup))
                return
            }
            return append(cell, .text, text: markup)
        }
        // A text that should stand in the cell itself and does not is not the formula's result.
        let isMisplaced = hasFormula && cell.type == .inline
        guard let value, !isMisplaced, !value.isEmpty || cell.type == .formulaText || cell.type == .inline else {
            if hasFormula { append(cell, tag: CellTag(.uncalculated), payload: 0) }
            return
        }
        switch cell.type {
        case .number: storeNumber(markup, cell, value)
        case .shared: storeShared(markup, cell, value)
        case .boolean: storeBoolean(markup, cell, value)
        case .date: storeDate(markup, cell, value)
        case .error: storeText(markup, cell, value, kind: .error)
        case .formulaText, .inline: storeText(markup, cell, value, kind: .text)
        }
    }

    private mutating func storeNumber(_ markup: Markup, _ cell: Cell, _ value: Range<Int>) {
        switch markup.longNumber(value) {
        case .exact(let number): append(cell, number)
        case .wide: storeText(markup, cell, value, kind: .wide)
        case .none:
            // Excel shows nothing for blanks.
            guard markup.skipBlanks(value.lowerBound) < value.upperBound else { return }
            storeOddNumber(markup, cell, value)
        }
    }

    /// Puts away a number whose digits stand as entities, or what a program writes for a result that is none. Excel refuses
    /// anything else, and rightly: nobody knows whether `1,234` was meant as a thousand or as a little more than one.
    private mutating func storeOddNumber(_ markup: Markup, _ cell: Cell, _ value: Range<Int>) {
        scratch.removeAll(keepingCapacity: true)
        guard markup.decode(value, escapes: false, into: &scratch) else {
            _ = fail(.forbiddenMarkup(part: part))
            return
        }
        if case .exact(let number) = Chunk(scratch).withMarkup({ $0.longNumber(0..<$0.count) }) {
            return append(cell, number)
        }
        let word = String(decoding: scratch, as: UTF8.self).lowercased().filter { !$0.isWhitespace }
        if ["nan", "inf", "infinity", "-inf", "-infinity"].contains(word) {
            return storeText(markup, cell, value, kind: .text)
        }
        failNumber(cell)
    }

    /// A cell that holds no number where one should be; with its address where the chunk knows it.
    private mutating func failNumber(_ cell: Cell) {
        let address = CellRange.address(row: cell.row == 0 ? row : cell.row, column: cell.column)
        _ = fail(.damaged(part: found.hasNumberedRow ? "\(part) \(address)" : part, damage: .number))
    }

    private mutating func append(_ cell: Cell, _ number: ScannedNumber) {
        let code = cell.style < kinds.count ? kinds[cell.style] : CellKind.number.rawValue
        let format = NumberFormat(
            kind: CellKind(rawValue: code & ~Styles.clock) ?? .number, isClock: code & Styles.clock != 0)
        let kind = format.kind(of: number.digits, decimals: Int(number.decimals))
        append(cell, tag: CellTag(kind, decimals: number.decimals), payload: number.digits)
    }

    private mutating func storeShared(_ markup: Markup, _ cell: Cell, _ value: Range<Int>) {
        guard case .exact(let number) = markup.longNumber(value), number.decimals == 0,
            number.digits >= 0, number.digits < Int64(Int32.max)
        else {
            _ = fail(.damaged(part: part, damage: .reference))
            return
        }
        found.sharedTexts = max(found.sharedTexts, Int(number.digits) + 1)
        append(cell, tag: CellTag(.text), payload: number.digits)
    }

    /// Puts away `1` and `0`, however they are written.
    private mutating func storeBoolean(_ markup: Markup, _ cell: Cell, _ value: Range<Int>) {
        let start = markup.skipBlanks(value.lowerBound)
        var end = value.upperBound
        while end > start, Byte.isBlank(markup[end - 1]) { end -= 1 }
        guard start < end else { return }
        switch markup.string(start..<end).lowercased() {
        case "true", "on": append(cell, tag: CellTag(.boolean), payload: 1)
        case "false", "off": append(cell, tag: CellTag(.boolean), payload: 0)
        default:
            guard case .exact(let number) = markup.longNumber(value) else {
                return failNumber(cell)
            }
            append(cell, tag: CellTag(.boolean), payload: number.digits == 0 ? 0 : 1)
        }
    }

    private mutating func storeDate(_ markup: Markup, _ cell: Cell, _ value: Range<Int>) {
        // A day before the first that Excel counts has no number of its own.
        guard let date = DateSerial.parse(markup, value, uses1904: uses1904), date.digits >= 0 else {
            if case .exact(let number) = markup.longNumber(value) { return append(cell, number) }
            // What is no day that there is stays as the text it is.
            guard markup.skipBlanks(value.lowerBound) < value.upperBound else { return }
            return storeText(markup, cell, value, kind: .text)
        }
        append(cell, tag: CellTag(date.isTimeOnly ? .time : .date, decimals: DateSerial.decimals), payload: date.digits)
    }

    /// Puts away the text between two tags.
    mutating func storeText(_ markup: Markup, _ cell: Cell, _ value: Range<Int>, kind: CellKind) {
        if let hash = TextInterner.plainHash(markup, value) {
            guard value.count <= limits.textBytes else { return tooLong() }
            let index = unsafe markup.withBytes(value) { unsafe texts.intern($0, hash: hash) }
            return append(cell, kind, index: index)
        }
        scratch.removeAll(keepingCapacity: true)
        guard markup.decode(value, into: &scratch) else {
            _ = fail(.forbiddenMarkup(part: part))
            return
        }
        append(cell, kind, text: markup)
    }

    /// Puts away the text in `scratch`.
    private mutating func append(_ cell: Cell, _ kind: CellKind, text markup: Markup) {
        guard scratch.count <= limits.textBytes else { return tooLong() }
        let index = unsafe scratch.withUnsafeBufferPointer { unsafe texts.intern($0) }
        append(cell, kind, index: index)
    }

    private mutating func tooLong() {
        _ = fail(.limit(name: "textBytes", value: limits.textBytes, part: part))
    }

    /// A text of the chunk's own goes by a negative index until the sheet is put together.
    private mutating func append(_ cell: Cell, _ kind: CellKind, index: Int?) {
        guard let index else {
            _ = fail(.limit(name: "allTextBytes", value: limits.allTextBytes, part: part))
            return
        }
        append(cell, tag: CellTag(kind), payload: ~Int64(index))
    }

    private mutating func append(_ cell: Cell, tag: CellTag, payload: Int64) {
        guard cell.row == 0 else {
            guard cell.row >= 1, cell.row <= limits.rows else {
                _ = fail(.limit(name: "rows", value: limits.rows, part: part))
                return
            }
            found.strays.append(
                StrayCell(row: Int32(cell.row), column: UInt16(cell.column), tag: tag, payload: payload))
            return
        }
        cells.append(column: cell.column, tag: tag.bits, payload: payload)
    }
}

extension Markup {
    /// Adds the text of an `<si>` or `<is>` element: its `<t>` and those of its runs, phonetic runs left out.
    func decodeRichText(_ element: Range<Int>, depth: Int, into bytes: inout [UInt8]) -> Bool {
        var index = tagEnd(element.lowerBound + 1).next
        while index < element.upperBound {
            index = find(Byte.open, from: index)
            guard index < element.upperBound else { return true }
            if opens("t", at: index) {
                let tag = tagEnd(index + 2)
                index = tag.next
                if tag.closesItself { continue }
                let end = find(Byte.open, from: tag.next)
                guard decode(tag.next..<end, into: &bytes) else { return false }
                index = end
            } else if opens("rPh", at: index) || opens("rPr", at: index) || opens("extLst", at: index)
                || isChoice(at: index)
            {
                guard let next = skipElement(index, depth: depth) else { return false }
                index = next
            } else {
                index = tagEnd(index + 1).next
            }
        }
        return true
    }
}
