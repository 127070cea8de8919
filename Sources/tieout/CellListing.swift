import ArgumentParser
import Books
import WorkbookReader

/// A sheet's cells as lines of bytes on standard output.
struct CellListing {
    enum Format: String, ExpressibleByArgument, CaseIterable {
        case csv, jsonl, cells, none
    }

    private let workbook: Workbook
    private let format: Format
    private var output = StandardOutput()
    private var letters: [[UInt8]] = []

    init(workbook: Workbook, format: Format) {
        self.workbook = workbook
        self.format = format
    }

    mutating func write(_ sheet: Sheet) {
        switch format {
        case .csv: writeCSV(sheet)
        case .jsonl: writeJSON(sheet)
        case .cells: writeCells(sheet)
        case .none: writeCounts(sheet)
        }
    }

    mutating func finish() { output.flush() }

    /// Rows and columns stay where they are: an empty row is an empty line. Text is data here, whatever it begins with.
    private mutating func writeCSV(_ sheet: Sheet) {
        var line = 1
        sheet.forEachRow { row, segment, cells in
            while line < Int(row) {
                output.append("\r\n".utf8)
                line += 1
            }
            var column = 0
            for cell in cells {
                while column < Int(segment.columns[cell]) {
                    output.append(UInt8(ascii: ","))
                    column += 1
                }
                let start = output.count
                workbook.write(segment[cell: cell], into: &output.bytes)
                output.quoteField(from: start)
            }
            output.append("\r\n".utf8)
            line += 1
            output.flushIfFull()
        }
    }

    private mutating func writeJSON(_ sheet: Sheet) {
        var name: [UInt8] = []
        name.appendJSON(Array(sheet.name.utf8))
        var text: [UInt8] = []
        sheet.forEachRow { row, segment, cells in
            output.append("{\"sheet\":".utf8)
            output.append(name)
            output.append(",\"row\":".utf8)
            output.bytes.append(number: Int64(row), decimals: 0)
            output.append(",\"cells\":{".utf8)
            for cell in cells {
                if cell > cells.lowerBound { output.append(UInt8(ascii: ",")) }
                output.append(UInt8(ascii: "\""))
                output.append(letters(Int(segment.columns[cell])))
                output.append("\":".utf8)
                let value = segment[cell: cell]
                switch value.kind {
                case .number, .boolean: workbook.write(value, into: &output.bytes)
                case .uncalculated: output.append("null".utf8)
                case .date, .time, .text, .error, .wide:
                    text.removeAll(keepingCapacity: true)
                    workbook.write(value, into: &text)
                    output.bytes.appendJSON(text)
                }
            }
            output.append("}}\n".utf8)
            output.flushIfFull()
        }
    }

    /// One line a cell: sheet, address, type, value; formulas never calculated hold nothing yet.
    private mutating func writeCells(_ sheet: Sheet) {
        var name = Array(sheet.name.utf8)
        name.escape(from: 0)
        name.append(UInt8(ascii: "\t"))
        sheet.forEachRow { row, segment, cells in
            for cell in cells where segment.tags[cell].kind != .uncalculated {
                output.append(name)
                output.append(letters(Int(segment.columns[cell])))
                output.bytes.append(number: Int64(row), decimals: 0)
                let value = segment[cell: cell]
                output.append([UInt8(ascii: "\t"), type(of: value), UInt8(ascii: "\t")])
                let start = output.count
                workbook.write(value, into: &output.bytes)
                if value.textIndex != nil { output.bytes.escape(from: start) }
                output.append(UInt8(ascii: "\n"))
            }
            output.flushIfFull()
        }
    }

    /// The letter that stands for a cell's type.
    private func type(of cell: Cell) -> UInt8 {
        switch cell.kind {
        case .text: UInt8(ascii: "s")
        case .boolean: UInt8(ascii: "b")
        case .error: UInt8(ascii: "e")
        case .date: UInt8(ascii: workbook.isCalendarDay(cell) ? "d" : workbook.isClockTime(cell) ? "t" : "n")
        case .time: UInt8(ascii: workbook.isDuration(cell) ? "t" : "n")
        case .number, .wide, .uncalculated: UInt8(ascii: "n")
        }
    }

    private mutating func writeCounts(_ sheet: Sheet) {
        let counts = "\(sheet.name): rows \(sheet.rowCount), cells \(sheet.cellCount), "
        output.append("\(counts)formulas without a value \(sheet.uncalculatedCount)\n".utf8)
    }

    /// The letters of a column, each made once.
    private mutating func letters(_ column: Int) -> [UInt8] {
        while letters.count <= column {
            letters.append(Array(CellReference.letters(ofColumn: letters.count).utf8))
        }
        return letters[column]
    }
}

extension [UInt8] {
    /// Writes backslash, tab, newline and carriage return as `\\`, `\t`, `\n` and `\r`, from an index on.
    mutating func escape(from start: Int) {
        let letters: [UInt8: UInt8] = [9: UInt8(ascii: "t"), 10: UInt8(ascii: "n"), 13: UInt8(ascii: "r"), 92: 92]
        guard self[start...].contains(where: { letters[$0] != nil }) else { return }
        let plain = Array(self[start...])
        removeLast(plain.count)
        for byte in plain {
            if let letter = letters[byte] {
                append(92)
                append(letter)
            } else {
                append(byte)
            }
        }
    }

    /// Adds a JSON string.
    mutating func appendJSON(_ text: [UInt8]) {
        append(UInt8(ascii: "\""))
        for byte in text {
            switch byte {
            case UInt8(ascii: "\""), UInt8(ascii: "\\"): append(contentsOf: [UInt8(ascii: "\\"), byte])
            case 0..<32:
                let digits = Array("0123456789abcdef".utf8)
                append(contentsOf: "\\u00".utf8)
                append(contentsOf: [digits[Int(byte >> 4)], digits[Int(byte & 15)]])
            default: append(byte)
            }
        }
        append(UInt8(ascii: "\""))
    }
}
