import Books

/// Sums of a region's lines, held against the totals that the sheet states.
struct Totals {
    private struct Sum {
        var all: Int64? = 0
        var part: Int64? = 0
        /// What rows that are no lines add to either.
        var charge: Int64 = 0
    }

    private let slots: [(slot: Int, field: Field, column: Int32)]
    private var sums: [Sum]
    private var firstRow: Int32 = 0
    private var firstRowOfPart: Int32 = 0
    private var isBrokenAll = false
    private var isBrokenPart = false
    private(set) var stated: [StatedTotal] = []
    private var lastTotalRow: Int32 = 0
    /// Whether the sum of everything was stated: what stands below is no line any more.
    private(set) var isClosed = false

    init(_ slots: [(slot: Int, field: Field, column: Int32)]) {
        self.slots = slots
        sums = Array(repeating: Sum(), count: slots.count)
    }

    /// Adds a record, which is the buffer's open row.
    mutating func add(_ buffer: RowBuffer, row: Int32) {
        if firstRow == 0 { firstRow = row }
        if firstRowOfPart == 0 { firstRowOfPart = row }
        for (index, slot) in slots.enumerated() {
            let value = buffer.number(slot.slot)
            if value == Table.absent { continue }
            sums[index].all = plus(sums[index].all, value)
            sums[index].part = plus(sums[index].part, value)
        }
    }

    /// Adds some rows of a batch.
    mutating func add(_ batch: RowBatch, _ rows: Range<Int>, firstRow number: Int32) {
        if firstRow == 0 { firstRow = number }
        if firstRowOfPart == 0 { firstRowOfPart = number }
        for (index, slot) in slots.enumerated() {
            let first = batch.places(slot.slot).lowerBound
            for value in batch.values[first + rows.lowerBound..<first + rows.upperBound] where value != Table.absent {
                sums[index].all = plus(sums[index].all, value)
                sums[index].part = plus(sums[index].part, value)
            }
        }
    }

    /// Adds what the open row charges besides the lines, or takes off; a deduction may be written with its sign or without.
    mutating func charge(_ buffer: RowBuffer, isDeduction: Bool) {
        for (index, slot) in slots.enumerated() where slot.field == .amount && buffer.number(slot.slot) != Table.absent
        {
            let value = buffer.number(slot.slot)
            let (sum, overflow) = sums[index].charge.addingReportingOverflow(
                isDeduction ? Int64(clamping: -Int128(value.magnitude)) : value)
            if !overflow { sums[index].charge = sum }
        }
    }

    /// Notes that a record is missing from the sums, which then prove nothing.
    mutating func skip(row: Int32) {
        if firstRow == 0 { firstRow = row }
        if firstRowOfPart == 0 { firstRowOfPart = row }
        isBrokenAll = true
        isBrokenPart = true
    }

    private func plus(_ sum: Int64?, _ value: Int64) -> Int64? {
        guard let sum else { return nil }
        let (result, overflow) = sum.addingReportingOverflow(value)
        return overflow ? nil : result
    }

    /// Whether numbers without any text are the sums of what stands above them.
    func agrees(_ buffer: RowBuffer) -> Bool {
        var seen = 0
        for (index, slot) in slots.enumerated() {
            let value = buffer.number(slot.slot)
            if value == Table.absent { continue }
            guard value == sums[index].all || value == sums[index].part else { return false }
            seen += 1
        }
        return seen > 0 && firstRow > 0
    }

    /// Takes a row of totals, which is the buffer's open row.
    mutating func state(
        _ buffer: RowBuffer, row: Int32, covers: TextTraits.Total, words: (text: String, column: Int32)?
    ) {
        if firstRow == 0 { return }
        var values: [(index: Int, value: Int64)] = []
        for (index, slot) in slots.enumerated() where buffer.number(slot.slot) != Table.absent {
            values.append((index, buffer.number(slot.slot)))
        }
        if values.isEmpty {
            if let words { attach(words, row: row) }
            return
        }
        // A grand total sums everything, or, with several groups each under its own, only its group.
        let isPart =
            covers == .part
            || !values.contains { sums[$0.index].all == $0.value || charged($0.index, sums[$0.index].all) == $0.value }
                && values.contains { sums[$0.index].part == $0.value }
        let isBroken = isPart ? isBrokenPart : isBrokenAll
        if !isBroken {
            for (index, value) in values {
                let lines = isPart ? sums[index].part : sums[index].all
                let sum = lines == value ? lines : charged(index, lines)
                // Only amounts are written in words.
                let isWorded = slots[index].field.kind == .amount
                stated.append(
                    StatedTotal(
                        field: slots[index].field, stated: value, summed: sum,
                        besides: lines == value ? 0 : sums[index].charge, row: row, column: slots[index].column,
                        firstRow: isPart && firstRowOfPart > 0 ? firstRowOfPart : firstRow,
                        words: isWorded ? words?.text : nil,
                        wordsPlace: isWorded ? words.map { Place(column: $0.column, row: row) } : nil))
            }
        }
        if covers == .all { isClosed = true }
        for index in sums.indices { sums[index].part = 0 }
        isBrokenPart = false
        firstRowOfPart = 0
        lastTotalRow = row
    }

    /// A sum of lines with what is charged besides.
    private func charged(_ index: Int, _ lines: Int64?) -> Int64? { plus(lines, sums[index].charge) }

    /// Gives an amount in words below the total to that total; where there is none, to the sum of the lines.
    private mutating func attach(_ words: (text: String, column: Int32), row: Int32) {
        if let last = stated.lastIndex(where: { $0.field.kind == .amount && $0.words == nil && $0.row == lastTotalRow })
        {
            let total = stated[last]
            stated[last] = StatedTotal(
                field: total.field, stated: total.stated, summed: total.summed, besides: total.besides, row: total.row,
                column: total.column,
                firstRow: total.firstRow, words: words.text, wordsPlace: Place(column: words.column, row: row))
        } else if let index = slots.firstIndex(where: { $0.field == .amount || $0.field == .grossAmount }),
            !isBrokenAll,
            let sum = charged(index, sums[index].all)
        {
            stated.append(
                StatedTotal(
                    field: slots[index].field, stated: sum, summed: sum, besides: sums[index].charge, row: row,
                    column: words.column,
                    firstRow: firstRow, words: words.text, wordsPlace: Place(column: words.column, row: row)))
        }
    }
}
