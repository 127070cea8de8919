/// How long each stage took, for `--timings`: the time since the stage before was done.
struct Stopwatch {
    private let clock = ContinuousClock()
    private var last: ContinuousClock.Instant
    private let isRunning: Bool

    /// A watch that says nothing unless it runs.
    init(isRunning: Bool) {
        self.isRunning = isRunning
        last = clock.now
    }

    /// Writes `seconds⇥stage` to standard error.
    mutating func lap(_ stage: String) {
        guard isRunning else { return }
        let now = clock.now
        let (seconds, attoseconds) = (now - last).components
        let micros = attoseconds / 1_000_000_000_000
        let digits = String(micros)
        StandardError.write("\(seconds).\(String(repeating: "0", count: 6 - digits.count))\(digits)\t\(stage)")
        last = clock.now
    }
}
