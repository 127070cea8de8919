import Books
import Dispatch

extension Workers {
    /// Every core of the machine.
    static let all = Workers { count, piece in DispatchQueue.concurrentPerform(iterations: count, execute: piece) }
}
