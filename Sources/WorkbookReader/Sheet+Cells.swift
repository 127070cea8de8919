/// One cell, looked at by itself. Loops over many cells go through a segment's columns instead.
public struct Cell: Hashable, Sendable {
    /// Its kind and decimals.
    public let tag: CellTag
    /// Its payload; see `CellKind`.
    public let payload: Int64
    /// Makes a cell.
    @inlinable public init(tag: CellTag, payload: Int64) {
        self.tag = tag
        self.payload = payload
    }
    /// What it holds.
    @inlinable public var kind: CellKind { tag.kind }
    /// How many of the payload's digits stand behind the point.
    @inlinable public var decimals: Int { tag.decimals }
    /// The index of its text in the workbook's texts, for a text, an error or a number too wide to hold.
    @inlinable public var textIndex: Int? {
        switch tag.kind {
        case .text, .error, .wide: Int(payload)
        default: nil
        }
    }
}

extension Segment {
    /// Which of the cells belong to the row that is the `index`th of `rows`.
    @inlinable public func cells(ofRowAt index: Int) -> Range<Int> { Int(starts[index])..<Int(starts[index + 1]) }

    /// The cell at an index of the columns.
    @inlinable public subscript(cell index: Int) -> Cell { Cell(tag: tags[index], payload: payloads[index]) }

    /// The cell of a row in a column, from 0; `nil` where nothing is. Logarithmic in the row's cells.
    @inlinable public func cell(ofRowAt index: Int, column: Int) -> Cell? {
        var low = Int(starts[index])
        let end = Int(starts[index + 1])
        var high = end
        while low < high {
            let middle = (low + high) / 2
            if Int(columns[middle]) < column { low = middle + 1 } else { high = middle }
        }
        return low < end && Int(columns[low]) == column ? self[cell: low] : nil
    }
}

extension Sheet {
    /// The cell in a row, from 1, and a column, from 0; `nil` where nothing is. Logarithmic in the sheet's rows.
    public func cell(row: Int32, column: Int) -> Cell? {
        var low = 0
        var high = segments.count
        while low < high {
            let middle = (low + high) / 2
            if let last = segments[middle].rows.last, last >= row { high = middle } else { low = middle + 1 }
        }
        guard low < segments.count else { return nil }
        let segment = segments[low]
        guard let index = segment.rows.firstIndex(ofAscending: row) else { return nil }
        return segment.cell(ofRowAt: index, column: column)
    }

    /// Calls `body` with every row that holds anything, top to bottom: its number, its segment, and its cells there.
    @inlinable public func forEachRow<Failure: Error>(
        _ body: (_ row: Int32, _ segment: Segment, _ cells: Range<Int>) throws(Failure) -> Void
    ) throws(Failure) {
        for segment in segments {
            for index in segment.rows.indices { try body(segment.rows[index], segment, segment.cells(ofRowAt: index)) }
        }
    }

    /// How many rows hold anything.
    public var rowCount: Int { segments.reduce(0) { $0 + $1.rows.count } }

    /// The last row that holds anything, from 1; 0 if none does.
    public var lastRow: Int32 { segments.last?.rows.last ?? 0 }

    /// How many cells are formulas that were never calculated.
    public var uncalculatedCount: Int {
        let bits = CellTag(.uncalculated).bits
        return segments.reduce(0) { sum, segment in
            segment.tags.reduce(sum) { $0 &+ ($1.bits & 7 == bits ? 1 : 0) }
        }
    }

    /// The first cells that are formulas never calculated, at most `limit`: row from 1, column from 0.
    public func uncalculatedCells(limit: Int) -> [(row: Int32, column: Int)] {
        var found: [(row: Int32, column: Int)] = []
        for segment in segments {
            for index in segment.rows.indices {
                for cell in segment.cells(ofRowAt: index) where segment.tags[cell].kind == .uncalculated {
                    guard found.count < limit else { return found }
                    found.append((segment.rows[index], Int(segment.columns[cell])))
                }
            }
        }
        return found
    }
}

extension [Int32] {
    /// Where a value stands in an ascending array.
    fileprivate func firstIndex(ofAscending value: Int32) -> Int? {
        var low = startIndex
        var high = endIndex
        while low < high {
            let middle = (low + high) / 2
            if self[middle] < value { low = middle + 1 } else { high = middle }
        }
        return low < endIndex && self[low] == value ? low : nil
    }
}
