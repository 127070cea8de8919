import Synchronization

/// How pieces of work that do not need each other are done: one after the other, or at the same time.
///
/// What they give is put together in a fixed order, so that the result is the same either way. Who does the work is the
/// caller's to say: neither Intake nor the rules start threads of their own.
public struct Workers: Sendable {
    private let perform: @Sendable (_ count: Int, _ piece: @Sendable (Int) -> Void) -> Void

    /// Makes workers of what does the pieces 0 to `count` − 1, in whatever order, and returns when all are done.
    public init(_ perform: @escaping @Sendable (_ count: Int, _ piece: @Sendable (Int) -> Void) -> Void) {
        self.perform = perform
    }

    /// One after the other.
    public static let one = Workers { count, piece in
        for place in 0..<count { piece(place) }
    }

    /// Two pieces of work.
    public func both<First: Sendable, Second: Sendable>(
        _ first: @Sendable () -> First, _ second: @Sendable () -> Second
    ) -> (First, Second) {
        let one = Mutex<First?>(nil), other = Mutex<Second?>(nil)
        perform(2) { place in
            if place == 0 {
                let value = first()
                one.withLock { $0 = value }
            } else {
                let value = second()
                other.withLock { $0 = value }
            }
        }
        // What nobody did is done now.
        return (one.withLock { $0 } ?? first(), other.withLock { $0 } ?? second())
    }

    /// One piece of work for each place, in the order of the places.
    public func map<Value: Sendable>(_ count: Int, _ work: @Sendable (Int) -> Value) -> [Value] {
        let done = Mutex<[Value?]>(Array(repeating: nil, count: count))
        perform(count) { place in
            let value = work(place)
            done.withLock { $0[place] = value }
        }
        return done.withLock { $0 }.enumerated().map { place, value in value ?? work(place) }
    }
}
