import Books

extension Rule {
    static let documentTransferUnbalanced = Rule(
        "document.transfer-unbalanced", .difference, owner: .warehouse,
        title: Phrase("调拨单两头不平", "Transfer does not balance"),
        meaning: Phrase(
            "调拨单调出多少就要调进多少：每行要有调入仓库，且不同于调出仓库；用正负两行、或一行调出一行调入记的，同一商品正好抵消。",
            "What leaves by a transfer arrives by it: each line names a warehouse to go to that is not the one it leaves; where a line out and a line in are written with opposite signs, or the one with the warehouse it leaves and the other with the one it reaches, they cancel each other for each product."
        ),
        books: [.movements], columns: [RequiredColumn(.movements, .toWarehouse)]
    ) { examination, findings throws(Overflow) in
        let month = examination.month, book = try examination.documents()
        for document in book.documents where document.kind == .transfer && !document.isVoided {
            let circular = document.rows.filter {
                let from = book.table.symbol(.warehouse, $0)
                return !from.isNone && book.table.symbol(.toWarehouse, $0) == from
            }
            if !circular.isEmpty {
                let name = month.text(book.table.symbol(.warehouse, circular[0]))
                findings.add(
                    key: [findings.part(.documentNumber, document.number)],
                    party: book.table.symbol(.warehouse, circular[0]),
                    actual: .text(name),
                    sources: findings.sources(book.table, circular, .toWarehouse),
                    "有 \(circular.count) 行调出和调入都是「\(name)」。请更正其中一个仓库。",
                    "\(circular.count) of its lines leave “\(name)” and go to it. Correct one of the two warehouses.")
            }
            let open = document.rows.filter { book.table.symbol(.toWarehouse, $0).isNone }
            if open.isEmpty { continue }
            // Where what comes in is a line of its own, that line names no warehouse to leave.
            let arrivals = document.rows.filter {
                book.table.symbol(.warehouse, $0).isNone && !book.table.symbol(.toWarehouse, $0).isNone
            }
            guard let residue = try residue(examination, book, open, arrivals) else { continue }
            let product = month.text(residue.product)
            findings.add(
                key: [findings.part(.documentNumber, document.number)],
                party: book.table.symbol(.warehouse, residue.rows[0]), expected: .quantity(.zero),
                actual: .quantity(residue.sum), difference: .quantity(residue.sum),
                unit: examination.goods.symbol(.unit, of: residue.product),
                sources: findings.sources(book.table, residue.rows, .toWarehouse),
                residue.isSigned
                    ? "\(product) 调出与调入相差 \(residue.sum)\(residue.others > 0 ? "，另有 \(residue.others) 种商品也不平" : "")。请核对两头的数量。"
                    : "有 \(open.count) 行没有写调入仓库（\(product) 等），货只出不进。请补上调入仓库。",
                residue.isSigned
                    ? "\(product) differs by \(residue.sum) between out and in\(residue.others > 0 ? ", and \(residue.others) other products do not balance either" : ""). Check the quantities of both."
                    : "\(open.count) of its lines name no warehouse to go to (\(product) among them): the goods leave and arrive nowhere. Add it."
            )
        }
    }

    private struct Residue {
        let product: Symbol
        let sum: Quantity
        let rows: [Int]
        /// How many products besides do not balance.
        let others: Int
        /// Whether the lines are written out and in with opposite signs.
        let isSigned: Bool
    }

    /// What lines without a destination and those without an origin leave over; the product that comes first by name stands
    /// for all.
    private static func residue(
        _ examination: Examination, _ book: DocumentBook, _ departures: [Int], _ arrivals: [Int]
    ) throws(Overflow) -> Residue? {
        var sums: [Symbol: Quantity] = [:]
        var (hasIn, hasOut) = (false, false)
        let rows = departures + arrivals
        for (place, row) in rows.enumerated() {
            guard let written = try examination.goods.quantity(book.table, row) else { continue }
            let quantity = place < departures.count ? written : written.negated
            let product = examination.goods.product(.movements, row)
            sums[product] = try (sums[product] ?? .zero) + quantity
            hasIn = hasIn || quantity > .zero
            hasOut = hasOut || quantity < .zero
        }
        let left = sums.filter { !$0.value.isZero }
        guard let worst = left.min(by: { examination.month.text($0.key) < examination.month.text($1.key) }) else {
            return nil
        }
        return Residue(
            product: worst.key, sum: worst.value,
            rows: rows.filter { examination.goods.product(.movements, $0) == worst.key }, others: left.count - 1,
            isSigned: hasIn && hasOut)
    }
}
