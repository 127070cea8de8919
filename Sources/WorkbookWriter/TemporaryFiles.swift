import Dispatch
import Synchronization

#if canImport(Darwin)
    import Darwin
#elseif canImport(Musl)
    import Musl
#else
    import Glibc
#endif

/// The half-written files of this process, so that an interrupted run can leave none behind.
public enum TemporaryFiles {
    private static let standing = Mutex<Set<String>>([])
    private static let counter = Atomic<Int>(0)

    /// A new name in the folder that a file is to stand in: renaming is atomic only within one file system. It begins
    /// with a dot, so that a crash's leftover is not taken for a book.
    static func name(beside path: String) -> String {
        let number = counter.wrappingAdd(1, ordering: .relaxed).newValue
        return OutputFile.folder(of: path) + "/.tieout-\(getpid())-\(number).tmp"
    }

    static func add(_ path: String) { standing.withLock { _ = $0.insert(path) } }

    static func forget(_ path: String) { standing.withLock { _ = $0.remove(path) } }

    /// Removes every half-written file. Not for use inside a signal handler: it takes a lock.
    public static func removeAll() {
        let paths = standing.withLock { paths in
            defer { paths = [] }
            return paths
        }
        remove(paths)
    }

    static func remove(_ paths: Set<String>) {
        for path in paths {
            unsafe unlink(path)
            forget(path)
        }
    }

    /// From now on, Ctrl-C (SIGINT), SIGTERM and SIGHUP remove every half-written file and then end the process as
    /// they would have. Call it once, early.
    public static func removeWhenInterrupted() {
        for number in [SIGINT, SIGTERM, SIGHUP] {
            // Ignored as a signal, it is still seen by the dispatch source, which runs as ordinary code and may lock.
            signal(number, SIG_IGN)
            let source = DispatchSource.makeSignalSource(signal: number, queue: .global(qos: .userInitiated))
            source.setEventHandler {
                // Its own handler keeps the source alive, as long as the process.
                _ = source
                removeAll()
                signal(number, SIG_DFL)
                kill(getpid(), number)
            }
            source.resume()
        }
    }
}
