import Books

/// On the shelf: expected, on the book and counted, and why they differ.
extension ChainBuilder {
    mutating func takeStock() throws(Overflow) {
        let onBook = shelf.place(of: .onBook), counted = shelf.place(of: .counted)
        for line in try examination.stock().lines {
            let place = products.place(of: line.product)
            let key = [text(line.warehouse), text(line.product)] + (line.batch.isNone ? [] : [text(line.batch)])
            if let expected = line.expected {
                try shelf.add(place, shelf.place(of: .expected), expected.units)
                // What was issued for sales stands in its own column, so it is given back here.
                try shelf.add(place, shelf.place(of: .available), expected.units)
            }
            try shelf.add(place, onBook, line.book?.units ?? 0)
            try shelf.add(place, counted, line.final?.units ?? 0)
            if let expected = line.expected, onBook != nil {
                let difference = try (line.book ?? .zero) - expected
                let cause = findings.cause(["stock.rollforward-difference"], key)
                let isTolerated =
                    cause == .unaccounted && difference.magnitude <= examination.settings.quantityTolerance
                try shelf.explain(
                    place, shelf.step(to: .onBook), isTolerated ? .named(.tolerated) : cause, difference.units)
            }
            if counted != nil { try explainCount(line, place, key, hasStockBook: onBook != nil) }
        }
        for line in products.keys.indices {
            try shelf.add(line, from: .stocked, to: .available)
        }
    }

    private mutating func explainCount(
        _ line: StockLine, _ place: Int, _ key: [String], hasStockBook: Bool
    ) throws(Overflow) {
        let step = shelf.step(to: .counted)
        let held = line.held(hasStockBook: hasStockBook)
        guard let final = line.final else {
            let warehouse = text(line.warehouse)
            let own = findings.cause(["stock.not-counted"], key)
            let cause = own == .unaccounted ? findings.cause(["stock.not-counted"], [warehouse, "*"]) : own
            return try shelf.explain(place, step, cause, held.map { 0 - $0.units } ?? 0)
        }
        if held == nil {
            return try shelf.explain(place, step, findings.cause(["stock.not-on-book"], key), final.units)
        }
        try shelf.explain(
            place, step, findings.cause(["stock.after-count"], key), line.movedAfterCount.negated.units)
        guard let difference = line.difference else { return }
        let cause: ChainCause =
            try examination.countDifference(line) != nil
            ? findings.cause([difference < .zero ? "stock.count-short" : "stock.count-over"], key)
            : difference.magnitude <= examination.settings.quantityTolerance
                ? .named(.tolerated) : findings.cause(["stock.rollforward-difference"], key)
        try shelf.explain(place, step, cause, difference.units)
    }
}
