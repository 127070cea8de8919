import Books

/// Returns that do not fit the delivery they cite: for the rule of reversals without their original, and that of prices.
enum ReturnFaults {
    /// Reports returns whose delivery is another customer's, does not have the product, or has less than came back.
    static func check(_ examination: Examination, _ findings: inout Findings) throws(Overflow) {
        let book = try examination.documents(), month = examination.month
        for misfit in try ReturnMatch(examination).misfits {
            let document = book.documents[misfit.document], original = month.text(document.basis)
            let product = month.text(misfit.product), field: Field
            let expected: Figure?, actual: Figure?, words: Phrase
            var difference: Figure?
            var amount = try book.worth(misfit.row)
            switch misfit.kind {
            case .price: continue
            case .customer(let other):
                field = .customer
                (expected, actual) = (.text(month.text(other)), .text(month.text(document.customer)))
                amount = document.amount
                words = Phrase(
                    "写的原单 \(original) 是「\(month.text(other))」的。请查明退的是哪个客户、哪张单的货。",
                    "It cites \(original), which is “\(month.text(other))”'s. Whose goods came back, and of which delivery?"
                )
            case .product:
                (field, expected) = (.productCode, nil)
                actual = try examination.goods.quantity(book.table, misfit.row).map { .quantity($0.magnitude) }
                words = Phrase(
                    "原单 \(original) 上没有 \(product)，没有卖过就退不了。请查明退的是哪张单的货。",
                    "\(original) does not have \(product), and what was not sold cannot come back. Of which delivery is it?"
                )
            case .quantity(let delivered, let returned):
                field = .quantity
                (expected, actual) = (.quantity(delivered), .quantity(returned))
                difference = .quantity(try returned - delivered)
                words = Phrase(
                    "原单 \(original) 的 \(product) 只发了 \(delivered)，累计退回 \(returned)。请查明是重复录入，还是写错了原单。",
                    "\(original) delivered \(delivered) of \(product), and \(returned) came back in all. Was it keyed twice, or is the number wrong?"
                )
            }
            findings.add(
                key: [findings.part(.documentNumber, document.number)], party: document.customer, owner: .sales,
                expected: expected, actual: actual, difference: difference, amount: amount,
                sources: findings.sources(book.table, misfit.delivered.prefix(4), field)
                    + [findings.source(book.table, misfit.row, field)],
                words.chinese, words.english)
        }
    }

    /// Reports goods taken back at another price than the delivery of an order had.
    static func checkPrices(_ examination: Examination, _ findings: inout Findings) throws(Overflow) {
        let book = try examination.documents(), month = examination.month, orders = examination.orders
        for misfit in try ReturnMatch(examination).misfits {
            let document = book.documents[misfit.document], original = month.text(document.basis)
            guard case .price(let sold, let returned) = misfit.kind, let first = misfit.delivered.first,
                case let number = book.table.symbol(.basisNumber, first),
                orders.place(of: number, for: document.customer) != nil
            else { continue }
            let quantity = try examination.goods.quantity(book.table, misfit.row)?.magnitude ?? .zero
            let amount = try (sold - returned).times(quantity)
            findings.add(
                key: [findings.part(.orderNumber, number), findings.part(.productCode, misfit.product)],
                party: document.customer, expected: .price(sold), actual: .price(returned),
                difference: .price(try returned - sold), amount: amount,
                sources: findings.sources(book.table, misfit.delivered.prefix(4), .unitPrice)
                    + [findings.source(book.table, misfit.row, .unitPrice)],
                "出库单 \(original) 单价 \(sold)，退货单 \(month.text(document.number)) 单价 \(returned)，合计差 \(amount)。请核对按什么价退。",
                "\(original) was sold at \(sold), and \(month.text(document.number)) takes it back at \(returned); \(amount) in all. At which price is it taken back?"
            )
        }
    }
}
