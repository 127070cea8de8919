#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// The program that reads old workbooks for this one: this program once more, in a process of its own.
public struct OldExcelProgram: Hashable, Sendable {
    /// Where it is.
    public let path: String
    /// What it is told before the workbook's path, the bytes of memory and the seconds that it may use.
    public let arguments: [String]

    /// The name of the command that calls `OldExcelReading.serve`.
    public static let command = "__read-xls"

    /// Makes a description of a program.
    public init(path: String, arguments: [String] = [OldExcelProgram.command]) {
        self.path = path
        self.arguments = arguments
    }

    /// The running program, if it is `tieout` and so has the command; `nil` in any other.
    public static var running: OldExcelProgram? {
        #if os(Linux)
            let link = "/proc/self/exe"
            let size = 4_096
            let target = unsafe [UInt8](unsafeUninitializedCapacity: size) { buffer, count in
                guard let base = buffer.baseAddress else { return }
                count = unsafe base.withMemoryRebound(to: CChar.self, capacity: size) { text in
                    max(0, unsafe readlink(link, text, size))
                }
            }
            return String(decoding: target, as: UTF8.self).hasSuffix("/tieout") ? OldExcelProgram(path: link) : nil
        #else
            return nil
        #endif
    }

    /// Reads a workbook in a process of its own. Whatever becomes of that process, this one gets an answer in time.
    func read(path workbook: String, limits: ReadingLimits) throws(ReadingError) -> Workbook {
        let process = try OldExcelProcess(
            program: path,
            arguments: arguments + [workbook, String(limits.oldExcelMemoryBytes), String(limits.oldExcelSeconds)])
        var assembly = OldExcelAssembly(limits: limits)
        var input: [UInt8] = []
        let deadline = OldExcelProcess.now() + limits.oldExcelSeconds * 1_000
        while !assembly.isComplete {
            switch process.read(into: &input, until: deadline) {
            case .ended: throw .damaged(part: "", damage: .oldExcel)
            case .late: throw .limit(name: "oldExcelSeconds", value: limits.oldExcelSeconds, part: "")
            case .bytes: break
            }
            var index = 0
            while let (record, next) = try OldExcelRecord.read(input, at: index, limits: limits) {
                try assembly.add(record)
                index = next
            }
            input.removeFirst(index)
        }
        return try assembly.workbook()
    }
}

/// A process whose standard output is read, and which does not outlive this value.
///
/// Invariants: `output` is open and `identifier` not yet waited for until this value goes.
@safe struct OldExcelProcess: ~Copyable {
    enum Reading { case bytes, ended, late }

    private let identifier: pid_t
    private let output: Int32

    /// Starts a program, with nothing on its standard input and its errors thrown away.
    init(program: String, arguments: [String]) throws(ReadingError) {
        var ends: [Int32] = [-1, -1]
        guard unsafe pipe(&ends) == 0 else { throw .cannotOpen(unsafe String(cString: strerror(errno))) }
        // Of two processes that are started at once neither may keep the other's pipe open.
        for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
        var actions = unsafe posix_spawn_file_actions_t()
        unsafe posix_spawn_file_actions_init(&actions)
        unsafe posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
        unsafe posix_spawn_file_actions_adddup2(&actions, ends[1], 1)
        unsafe posix_spawn_file_actions_addopen(&actions, 2, "/dev/null", O_WRONLY, 0)
        defer { unsafe posix_spawn_file_actions_destroy(&actions) }
        var words: [UnsafeMutablePointer<CChar>?] = unsafe []
        for word in ["tieout"] + arguments { unsafe words.append(strdup(word)) }
        unsafe words.append(nil)
        defer { for index in unsafe words.indices { unsafe free(words[index]) } }
        // All it needs to know of its surroundings is where libraries lie.
        var surroundings: [UnsafeMutablePointer<CChar>?] = unsafe []
        for name in ["LD_LIBRARY_PATH", "TMPDIR"] {
            guard let value = unsafe getenv(name) else { continue }
            unsafe surroundings.append(strdup("\(name)=" + String(cString: value)))
        }
        unsafe surroundings.append(nil)
        defer { for index in unsafe surroundings.indices { unsafe free(surroundings[index]) } }
        var started: pid_t = 0
        let code = unsafe posix_spawn(&started, program, &actions, nil, words, surroundings)
        close(ends[1])
        guard code == 0 else {
            close(ends[0])
            throw .cannotOpen(unsafe String(cString: strerror(code)))
        }
        identifier = started
        output = ends[0]
    }

    deinit {
        close(output)
        kill(identifier, SIGKILL)
        var status: Int32 = 0
        while unsafe waitpid(identifier, &status, 0) < 0, errno == EINTR {}
    }

    /// Milliseconds of a clock that only goes forward.
    static func now() -> Int {
        var time = timespec()
        unsafe clock_gettime(CLOCK_MONOTONIC, &time)
        return Int(time.tv_sec) * 1_000 + Int(time.tv_nsec) / 1_000_000
    }

    /// Adds what the process has written, and waits for it no longer than until `deadline`.
    func read(into input: inout [UInt8], until deadline: Int) -> Reading {
        while true {
            let left = deadline - Self.now()
            guard left > 0 else { return .late }
            var waiting = pollfd(fd: output, events: Int16(POLLIN), revents: 0)
            let ready = unsafe poll(&waiting, 1, Int32(min(left, 1_000)))
            if ready < 0, errno != EINTR { return .ended }
            guard ready > 0 else { continue }
            let size = 1 << 16
            var count = 0
            let piece = unsafe [UInt8](unsafeUninitializedCapacity: size) { buffer, filled in
                #if canImport(Glibc)
                    count = unsafe Glibc.read(output, buffer.baseAddress, size)
                #else
                    count = unsafe Darwin.read(output, buffer.baseAddress, size)
                #endif
                filled = max(0, count)
            }
            if count < 0, errno == EINTR { continue }
            guard count > 0 else { return .ended }
            input += piece
            return .bytes
        }
    }
}
