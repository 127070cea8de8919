#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// The inner half of reading an old workbook: what runs in a process of its own, where a file that brings the library
/// down takes nothing else with it.
public enum OldExcelReading {
    /// Reads a workbook and writes its records to standard output. Returns the process's exit code.
    ///
    /// From here on the process may use so many bytes of memory and so many seconds of the processor, and leaves no
    /// core behind.
    public static func serve(path: String, memoryBytes: Int, seconds: Int) -> Int32 {
        #if canImport(Glibc)
            limit(RLIMIT_AS, memoryBytes)
            limit(RLIMIT_CPU, seconds)
            limit(RLIMIT_CORE, 0)
        #endif
        var output: [UInt8] = []
        var isBroken = false
        func send(_ record: OldExcelRecord) {
            record.write(to: &output)
            if output.count > 1 << 16 || record.kind == .end { isBroken = !flush(&output) || isBroken }
        }
        read(path: path, send)
        isBroken = !flush(&output) || isBroken
        return isBroken ? 1 : 0
    }

    /// Reads a workbook in this process.
    static func read(path: String, _ take: (OldExcelRecord) -> Void) {
        do throws(FreeXLBook.Failure) {
            let book = try FreeXLBook(path: path)
            guard !book.isProtected else { return take(OldExcelRecord(kind: .protected)) }
            book.read(take)
            take(OldExcelRecord(kind: .end))
        } catch {
            take(OldExcelRecord(kind: error == .memory ? .memory : .refused))
        }
    }

    #if canImport(Glibc)
        private static func limit(_ resource: __rlimit_resource, _ value: Int) {
            var bound = rlimit(rlim_cur: rlim_t(max(0, value)), rlim_max: rlim_t(max(0, value)))
            _ = unsafe setrlimit(__rlimit_resource_t(resource.rawValue), &bound)
        }
    #endif

    /// Writes everything; false when nobody reads any more.
    private static func flush(_ output: inout [UInt8]) -> Bool {
        var start = 0
        while start < output.count {
            let written = unsafe output.withUnsafeBytes { bytes in
                unsafe write(1, bytes.baseAddress?.advanced(by: start), bytes.count - start)
            }
            if written < 0, errno == EINTR { continue }
            guard written > 0 else { return false }
            start += written
        }
        output.removeAll(keepingCapacity: true)
        return true
    }
}
