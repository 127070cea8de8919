import Books

/// What the head says of all rows, and rows of their own of those below them.
extension RegionReader {
    /// Reads what the head says of all rows.
    mutating func readConstants() {
        for (field, constant) in plan.constants.sorted(by: { $0.key.ordinal < $1.key.ordinal }) {
            take(constant, of: field)
        }
    }

    /// Gives a value to all rows from here on that have none of their own.
    mutating func take(_ constant: RegionPlan.Constant, of field: Field) {
        guard let slot = buffer.places[field] else { return }
        let kind = field.kind
        let order = buffer.slots[slot].order
        reader.clear()
        var symbol: UInt32 = 0
        var number = Table.absent
        switch (constant.value, kind.isText) {
        case (.text(let text), true): symbol = reader.symbol(field, kind, text: text)
        case (.text(let text), false): number = reader.number(field, kind, text: text, order: order)
        case (.cell(let tag, let payload), true): symbol = reader.symbol(field, kind, tag, payload)
        case (.cell(let tag, let payload), false): number = reader.number(field, kind, tag, payload, order: order)
        }
        constants.removeAll { $0.slot == slot }
        constants.append((slot, symbol, number))
        constantIssues.removeAll { $0.slot == slot }
        if let issue = reader.issue, let place = constant.place {
            constantIssues.append((slot, place, issue, found(constant.value)))
            untoldIssues.append((slot, place, issue, found(constant.value)))
        }
    }
}
