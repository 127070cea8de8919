import Books

extension Rule {
    static let orderWordsDisagree = Rule(
        "order.words-disagree", .difference, owner: .sales,
        title: Phrase("大写金额与数字不符", "Amount in words disagrees"),
        meaning: Phrase(
            "订单上的大写金额应与合计的数字相同（没有合计的，与各行之和相同）。圆与元、正与整、繁体、小写数字都认；「零」可写可不写的地方都可以；英文的（One hundred yuan only）也认。看不懂的大写报「订单内容有误」。请业务员按给出的写法更正。",
            "The amount in words, Chinese or English, must be the total's figure, or without a total the sum of the lines. Either character for yuan and for the closing mark, traditional and everyday numerals are all read, with or without the noughts that may be left out. Words that cannot be read are order.field-invalid. Write what the finding says."
        ),
        books: [.orders]
    ) { examination, findings throws(Overflow) in
        for statement in try examination.wordedAmounts() {
            guard let said = AmountInWords.read(statement.words), said != statement.figure,
                !statement.alternatives.contains(said)
            else { continue }
            let amount = try examination.rightAmount(statement)
            if said == amount { continue }
            let right = AmountInWords.compose(amount, like: statement.words)
            let difference = try said - amount
            let isRight = amount == statement.figure
            let once = isRight ? "" : "，更正以后是 \(amount)", corrected = isRight ? "" : ", \(amount) once corrected"
            findings.add(
                key: [statement.key(examination.month)], party: statement.customer, expected: .text(right),
                actual: .text(statement.words), difference: .amount(difference), amount: difference,
                sources: statement.sources,
                "大写写的是「\(statement.words)」（\(said)），数字是 \(statement.figure)\(once)。大写应为「\(right)」。请业务员更正\(isRight ? "其中写错的一个" : "")。",
                "The words “\(statement.words)” are \(said), the figure is \(statement.figure)\(corrected). In words it would be “\(right)”. Ask sales to correct \(isRight ? "the one that is wrong" : "it")."
            )
        }
    }
}

extension WordedAmounts.Statement {
    /// The order; `*` and the cell where the words are of several orders' sum.
    func key(_ month: Month) -> KeyPart {
        KeyPart("orderNumber", order.isNone ? "*\(cell.cell)" : month.text(order))
    }

    /// The words, and the figure they stand for.
    var sources: [Source] {
        [cell, figureCell].compactMap { $0 }.map { Source(role: BookKind.orders.rawValue, reference: $0) }
    }
}
