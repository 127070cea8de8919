import Foundation

/// The built program, run as a person would run it.
enum Program {
    /// What a run left behind.
    struct Outcome: Sendable {
        let status: Int32
        let output: String
        let errors: String
        /// Whether it ended by a signal: a crash, never an answer.
        let crashed: Bool
        /// Everything it said, for a failed expectation.
        var said: String { output + errors }
    }

    /// Beside the test bundle where the build has put both, else where `swift build` puts it.
    static let path: String = {
        var places = CommandLine.arguments.filter { $0.hasPrefix("/") }.map { URL(fileURLWithPath: $0) }
        places.append(Bundle.main.bundleURL)
        let beside = places.flatMap {
            [$0.deletingLastPathComponent(), $0.deletingLastPathComponent().deletingLastPathComponent()]
        }
        let candidates = beside + [Repository[".build/debug"]]
        let found = candidates.map { $0.appendingPathComponent("tieout").path }
            .first(where: FileManager.default.isExecutableFile(atPath:))
        return found ?? Repository[".build/debug/tieout"].path
    }()

    /// Runs it to its end, or kills it after the time given: what waits is as wrong as what crashes.
    ///
    /// - Parameters:
    ///   - pause: Seconds after which it is asked to stop, as Ctrl-C does.
    ///   - isInOneFile: Whether all it says goes to one place, as with `> log 2>&1`; then it is all `output`.
    static func run(
        _ arguments: [String], in folder: URL? = nil, within seconds: Double = 60,
        interruptedAfter pause: Double? = nil,
        isInOneFile: Bool = false
    ) throws -> Outcome {
        let scratch = try ScratchFolder()
        let process = Process()
        process.executableURL = URL(fileURLWithPath: path)
        process.arguments = arguments
        process.currentDirectoryURL = folder
        // Files rather than pipes: a pipe that fills up while nobody reads would hold the program.
        let streams = try ["output", "errors"].map { name in
            try Data().write(to: URL(fileURLWithPath: scratch(name)))
            return try FileHandle(forWritingTo: URL(fileURLWithPath: scratch(name)))
        }
        process.standardInput = FileHandle.nullDevice
        process.standardOutput = streams[0]
        process.standardError = streams[isInOneFile ? 0 : 1]
        try process.run()
        if let pause {
            Thread.sleep(forTimeInterval: pause)
            process.interrupt()
        }
        let deadline = Date().addingTimeInterval(seconds)
        while process.isRunning, Date() < deadline { Thread.sleep(forTimeInterval: 0.01) }
        let waited = process.isRunning
        if waited { process.terminate() }
        process.waitUntilExit()
        for stream in streams { try stream.close() }
        func text(_ name: String) throws -> String {
            String(decoding: try Data(contentsOf: URL(fileURLWithPath: scratch(name))), as: UTF8.self)
        }
        return Outcome(
            status: process.terminationStatus, output: try text("output"),
            errors: try text("errors") + (waited ? "\n(not done within \(seconds) s)" : ""),
            crashed: process.terminationReason == .uncaughtSignal)
    }
}
