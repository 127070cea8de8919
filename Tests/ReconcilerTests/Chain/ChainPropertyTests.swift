import Books
import Foundation
import Testing

@testable import Reconciler

/// What holds of the chain of any month, and the chain worked out anew in the plainest way.
@Suite struct ChainPropertyTests {
    @Test func firstAndResidualsAreLastAndNothingIsUnaccounted() throws {
        for seed in 1...600 as ClosedRange<UInt64> {
            let text = RandomMonth(seed: seed).text
            let result = Reconciler().reconcile(try MonthText(text).month())
            let chain = try #require(result.chain)
            for proof in chain.proofs {
                for line in proof.lines { holds(proof, line, seed: seed) }
                for (step, _) in proof.steps.enumerated() {
                    let unaccounted = proof.lines.flatMap { $0.parts[step] }.filter { $0.cause == .unaccounted }
                    #expect(unaccounted.isEmpty, "month \(seed), \(proof.name), \(proof.steps[step].to)\n\(text)")
                }
            }
        }
    }

    /// Each step's parts are its residual, so each segment's first stage and its residuals are its last.
    private func holds(_ proof: ChainProof, _ line: ChainLine, seed: UInt64) {
        for (step, parts) in zip(proof.steps, line.parts) where step.whyNot == nil {
            guard let from = proof.place(of: step.from), let to = proof.place(of: step.to),
                let left = line.values[from], let right = line.values[to]
            else {
                Issue.record("month \(seed): a compared step without figures")
                continue
            }
            #expect(left + parts.reduce(0) { $0 + $1.units } == right, "month \(seed), \(proof.name), \(step.to)")
        }
    }

    /// Products and customers are two ways to add up the same books.
    @Test func bothWaysOfAddingUpAgree() throws {
        for seed in 1...200 as ClosedRange<UInt64> {
            let result = Reconciler().reconcile(try MonthText(RandomMonth(seed: seed).text).month())
            let products = try #require(result.chain?[.productAmount])
            let customers = try #require(result.chain?[.customerAmount])
            for stage in products.stages.map(\.stage) {
                #expect(products.total(stage) == customers.total(stage), "month \(seed), \(stage)")
            }
        }
    }

    @Test func everyStageIsWhatTheRecordsSay() throws {
        for seed in 1...300 as ClosedRange<UInt64> {
            let month = try MonthText(RandomMonth(seed: seed).text).month()
            let chain = try #require(Reconciler().reconcile(month).chain)
            let plain = try PlainChain(month)
            for (name, expected) in [
                (ChainProof.Name.customerAmount, plain.byCustomer), (.productAmount, plain.byProduct),
                (.productQuantity, plain.pieces),
            ] {
                let proof = try #require(chain[name])
                var found: [String: Int64] = [:]
                for line in proof.lines {
                    for (column, value) in zip(proof.stages, line.values) {
                        // What a document's money is for each product is a division, not a record.
                        if name == .productAmount, ![.ordered, .shipped, .stocked].contains(column.stage) { continue }
                        if let value, value != 0 { found["\(column.stage) \(month.text(line.key))"] = value }
                    }
                }
                #expect(found == expected.filter { $0.value != 0 }, "month \(seed), \(name)")
            }
        }
    }

    @Test func theOrderOfRowsChangesNothing() throws {
        for seed in 1...60 as ClosedRange<UInt64> {
            let text = RandomMonth(seed: seed).text
            var random = SplitMix(state: seed &* 77)
            let shuffled = text.components(separatedBy: "\n\n").map { block in
                var rows = block.components(separatedBy: "\n")
                var lines = Array(rows.dropFirst(2))
                for place in lines.indices.reversed() { lines.swapAt(place, Int(random.next() % UInt64(place + 1))) }
                rows.replaceSubrange(2..., with: lines)
                return rows.joined(separator: "\n")
            }.reversed().joined(separator: "\n\n")
            for name in ChainProof.Name.allCases {
                let lines = try chainLines(text, name), again = try chainLines(shuffled, name)
                let differing = zip(lines, again).first { $0 != $1 }
                #expect(lines == again, "month \(seed): \(differing.map { "\($0)\n\($1)" } ?? "")")
            }
        }
    }
}

/// The stages as one would add them up on paper: over the records, with dictionaries, knowing nothing of matches.
private struct PlainChain {
    /// `stage key` to fen or millionths.
    var byCustomer: [String: Int64] = [:], byProduct: [String: Int64] = [:], pieces: [String: Int64] = [:]

    init(_ month: Month) throws {
        let first = month.period.firstDay, last = month.period.lastDay
        let orders = month[.orders]
        for row in orders.rows {
            add("ordered", try worth(orders, row), month, orders, row)
        }
        let movements = month[.movements]
        for row in movements.rows where !movements.flag(.voided, row) {
            guard let day = movements.day(.date, row) else { continue }
            let sign: Int64 = month.text(movements.symbol(.documentKind, row)) == "salesOut" ? 1 : -1
            let worth = try worth(movements, row)
            let signed = (sign * worth.fen, sign * worth.pieces)
            // A document's customer is the one of its first line.
            let number = movements.symbol(.documentNumber, row)
            let home = movements.rows.first { movements.symbol(.documentNumber, $0) == number } ?? row
            if day <= last { add("shipped", signed, month, movements, row, customerOf: home) }
            if day >= first && day <= last && !movements.symbol(.warehouse, row).isNone {
                add("stocked", signed, month, movements, row, customerOf: home)
            }
        }
        for (book, stage) in [(BookKind.receivables, "owed"), (.receipts, "paid")] {
            let table = month[book]
            for row in table.rows {
                let customer = month.text(table.symbol(.customer, row))
                byCustomer["\(stage) \(customer)", default: 0] += table.number(.amount, row) ?? 0
            }
        }
        let ledger = month[.ledger]
        for row in ledger.rows {
            guard let day = ledger.day(.date, row), day >= first, day <= last else { continue }
            let customer = month.text(ledger.symbol(.customer, row))
            let number = month.text(ledger.symbol(.documentNumber, row))
            let credit = ledger.number(.credit, row) ?? 0, debit = ledger.number(.debit, row) ?? 0
            let isReceipt = number.isEmpty ? credit != 0 : number.hasPrefix("SK")
            byCustomer["\(isReceipt ? "booked" : "debited") \(customer)", default: 0] +=
                isReceipt ? credit - debit : debit - credit
        }
        // A book that is not there has no stage.
        if !month.has(.receipts) { byCustomer = byCustomer.filter { !$0.key.hasPrefix("booked") } }
    }

    private func worth(_ table: Table, _ row: Int) throws -> (fen: Int64, pieces: Int64) {
        let pieces = try #require(table.number(.quantity, row)), price = try #require(table.number(.unitPrice, row))
        // Millionths × hundred-millionths, to the fen, half up; both are above nought here.
        return (Int64((Int128(pieces) * Int128(price) + 500_000_000_000) / 1_000_000_000_000), pieces)
    }

    private mutating func add(
        _ stage: String, _ worth: (fen: Int64, pieces: Int64), _ month: Month, _ table: Table, _ row: Int,
        customerOf home: Int? = nil
    ) {
        let product = month.text(table.symbol(.productCode, row))
        byCustomer["\(stage) \(month.text(table.symbol(.customer, home ?? row)))", default: 0] += worth.fen
        byProduct["\(stage) \(product)", default: 0] += worth.fen
        pieces["\(stage) \(product)", default: 0] += worth.pieces
    }
}
