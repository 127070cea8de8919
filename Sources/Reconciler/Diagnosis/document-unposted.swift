import Books

extension Suspicion {
    /// A warehouse document that one side has and the other has not, or has twice.
    static let documentUnposted = Suspicion(.documentUnposted) { discrepancy, context throws(Overflow) in
        guard discrepancy.measure == .quantity, let line = context.stockLine(discrepancy) else { return [] }
        let isBook = discrepancy.finding.code == "stock.rollforward-difference"
        var causes: [Cause] = []
        let movements = try context.movements(of: line)
        if isBook, let (first, second) = keyedTwice(movements, discrepancy) {
            let both = first.number == second.number
            return [
                discrepancy.cause(
                    .documentTwice,
                    both
                        ? "单据 \(first.number) 上有两行的数量都正好是差数：这一行可能录了两遍，账上只有一次。"
                        : "单据 \(first.number) 与 \(second.number) 依据同一张 \(first.basis)，数量都正好是差数：可能录了两张，账上只有一次。",
                    both
                        ? "Two lines of document \(first.number) moved exactly the difference each: the line may have been entered twice, and the book has it once."
                        : "Documents \(first.number) and \(second.number) are both made from \(first.basis) and moved exactly the difference each: perhaps one was entered twice, and the book has it once.",
                    sources: [first.source, second.source])
            ]
        }
        for movement in movements {
            let number = movement.number
            if movement.effect == -discrepancy.difference {
                // What another warehouse has too much was not left out.
                if isBook, movement.kind != .transfer, context.elsewhere(discrepancy) != nil { continue }
                if isBook {
                    causes.append(
                        discrepancy.cause(
                            .documentUnposted, "单据 \(number) 的数量正好是差数：账上可能漏记了这张。",
                            "Document \(number) moved exactly the difference: the book may not have it.",
                            sources: [movement.source]))
                } else if let counted = line.countedAt, let day = movement.day, abs(day.number - counted.number) <= 3 {
                    causes.append(
                        discrepancy.cause(
                            .documentUnposted, "单据 \(number)（\(day)）的数量正好是差数，日期紧挨盘点：盘点时货可能还没有动。",
                            "Document \(number) of \(day) moved exactly the difference close to the count: the goods may not have moved yet.",
                            sources: [movement.source]))
                }
            } else if isBook, movement.effect == discrepancy.difference {
                causes.append(
                    discrepancy.cause(
                        .documentTwice, "单据 \(number) 的数量正好是差数：账上可能记了两次。",
                        "Document \(number) moved exactly the difference: the book may have it twice.",
                        sources: [movement.source]))
            }
        }
        // More than a few documents of that quantity say nothing about which it was.
        return causes.count > 3 ? [] : causes
    }

    /// The only two movements of the difference that are of one document, or of one kind and made from the same.
    private static func keyedTwice(
        _ movements: [DiagnosisContext.Movement], _ discrepancy: Discrepancy
    ) -> (DiagnosisContext.Movement, DiagnosisContext.Movement)? {
        let alike = movements.filter { $0.effect == -discrepancy.difference }
        let twice = alike.indices.flatMap { one in
            alike.indices.filter { other in
                other > one && alike[one].kind == alike[other].kind
                    && (alike[one].number == alike[other].number
                        || !alike[one].basis.isEmpty && alike[one].basis == alike[other].basis)
            }.map { (alike[one], alike[$0]) }
        }
        guard alike.count <= 6, twice.count == 1, let (one, other) = twice.first else { return nil }
        return one.number <= other.number ? (one, other) : (other, one)
    }

    /// A document of the neighbouring month whose goods moved in this one.
    static let neighbouringMonth = Suspicion(.neighbouringMonth) { discrepancy, context throws(Overflow) in
        guard discrepancy.measure == .quantity, let line = context.stockLine(discrepancy) else { return [] }
        let causes = try context.movementsOutside(of: line).filter { $0.effect == discrepancy.difference }.map {
            discrepancy.cause(
                .neighbouringMonth, "单据 \($0.number)（\($0.day?.description ?? "")）不在本月，数量正好是差数：货可能在本月已经动了。",
                "Document \($0.number) of \($0.day?.description ?? "") is not this month's and moved exactly the difference: its goods may have moved already.",
                sources: [$0.source])
        }
        return causes.count > 3 ? [] : causes
    }
}
