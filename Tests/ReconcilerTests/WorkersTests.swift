import Books
import Dispatch
import Testing

@testable import Reconciler

/// Whoever does the work, and in whatever order, the result is the same.
@Suite struct WorkersTests {
    static let backwards = Workers { count, piece in
        for place in (0..<count).reversed() { piece(place) }
    }
    static let atOnce = Workers { count, piece in DispatchQueue.concurrentPerform(iterations: count, execute: piece) }
    static let idle = Workers { _, _ in }

    @Test(arguments: [Workers.one, backwards, atOnce, idle])
    func whatIsDoneIsPutTogetherInOrder(workers: Workers) {
        #expect(workers.both({ 1 }, { "two" }) == (1, "two"))
        #expect(workers.map(50) { $0 * $0 } == (0..<50).map { $0 * $0 })
        #expect(workers.map(0) { $0 }.isEmpty)
    }

    @Test(arguments: 0..<8)
    func theOrderOfWorkChangesNothing(seed: UInt64) throws {
        let month = try MonthText(RandomMonth(seed: seed).text).month()
        let alone = Reconciler().reconcile(month)
        for workers in [Self.backwards, Self.atOnce] {
            let result = Reconciler().reconcile(month, workers: workers)
            #expect(words(result) == words(alone))
        }
    }

    private func words(_ result: Reconciliation) -> [String] {
        [
            "\(result.findings)", "\(result.ties)", "\(result.stock)", "\(result.notChecked)",
            "\(String(describing: result.chain))", "\(result.questions)", "\(result.orderDesk)",
            "\(result.aliasProposals)",
        ]
    }
}
