import Synchronization

/// How long each stage took, for `--timings`: the time since the stage before was done.
final class Stopwatch: Sendable {
    private let clock = ContinuousClock()
    private let last: Mutex<ContinuousClock.Instant>
    private let isRunning: Bool

    /// A watch that says nothing unless it runs.
    init(isRunning: Bool) {
        self.isRunning = isRunning
        last = Mutex(clock.now)
    }

    /// Writes `seconds⇥stage` to standard error.
    func lap(_ stage: String) {
        guard isRunning else { return }
        let now = clock.now
        let before = last.withLock { last in
            defer { last = now }
            return last
        }
        let (seconds, attoseconds) = (now - before).components
        let micros = attoseconds / 1_000_000_000_000
        let digits = String(micros)
        StandardError.write("\(seconds).\(String(repeating: "0", count: 6 - digits.count))\(digits)\t\(stage)")
    }
}
