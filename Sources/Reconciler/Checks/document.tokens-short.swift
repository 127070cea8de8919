import Books

extension Rule {
    static let documentTokensShort = Rule(
        "document.tokens-short", .difference, owner: .warehouse,
        title: Phrase("兑奖回收的奖券不足", "Too few tokens for the prizes"),
        meaning: Phrase(
            "兑奖单发出多少奖品，要追回同样多的奖卡、盒盖、瓶盖、奖票，按单合计，箱折成瓶。多收不报；没填回收数的当作没有收回。",
            "A redemption is backed by as many prize cards, lids, caps or tickets as goods are given, over the whole document, cases counted in pieces. More is no fault; no number means that none came back."
        ),
        books: [.movements], columns: [RequiredColumn(.movements, .redeemedTokens)]
    ) { examination, findings throws(Overflow) in
        let book = try examination.documents()
        for document in book.documents where document.kind == .redemption && !document.isVoided {
            var given = Quantity.zero, tokens = Quantity.zero
            for row in document.rows {
                given = try given + (examination.goods.quantity(book.table, row)?.magnitude ?? .zero)
                tokens = try tokens + (book.table.quantity(.redeemedTokens, row) ?? .zero)
            }
            if tokens >= given { continue }
            let short = try tokens - given
            findings.add(
                key: [findings.part(.documentNumber, document.number)], party: document.customer,
                expected: .quantity(given), actual: .quantity(tokens), difference: .quantity(short),
                sources: findings.sources(book.table, document.rows, .redeemedTokens),
                "发出奖品 \(given)，回收奖券 \(tokens)，少 \(short.magnitude)。请追回奖券，或更正单据。",
                "\(given) prizes were given and \(tokens) tokens came back, \(short.magnitude) too few. Get the tokens back, or correct the document."
            )
        }
    }
}
