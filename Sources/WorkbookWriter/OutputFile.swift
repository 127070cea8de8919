#if canImport(Darwin)
    import Darwin
#elseif canImport(Musl)
    import Musl
#else
    import Glibc
#endif

/// Writes a file beside its target and renames it into place: whoever looks finds the old file or the new one, whole.
public enum OutputFile {
    /// Writes bytes.
    public static func write(_ bytes: [UInt8], to path: String) throws(WritingError) {
        do {
            try write(to: path) { temporary in try fill(temporary, with: bytes, for: path) }
        } catch let error as WritingError {
            throw error
        } catch {
            throw .cannotWrite(path: path, reason: "\(error)")
        }
    }

    /// Lets `body` fill a temporary file, then puts it in the target's place; when anything fails, removes it.
    ///
    /// - Throws: `WritingError`, or what `body` throws.
    public static func write(to path: String, _ body: (_ temporaryPath: String) throws -> Void) throws {
        if let lock = lockFile(of: path) { throw WritingError.openElsewhere(path: path, lock: lock) }
        let temporary = TemporaryFiles.name(beside: path)
        let descriptor = unsafe open(temporary, O_CREAT | O_EXCL | O_WRONLY | O_CLOEXEC, 0o666)
        guard descriptor >= 0 else { throw failure(errno, path: path, creating: true) }
        close(descriptor)
        TemporaryFiles.add(temporary)
        defer { TemporaryFiles.forget(temporary) }
        do {
            try body(temporary)
            try flush(temporary, for: path)
            guard unsafe rename(temporary, path) == 0 else { throw failure(errno, path: path, creating: false) }
        } catch {
            unsafe unlink(temporary)
            throw error
        }
    }

    /// What `body` puts into a temporary file beside a path; the file is gone then, even when the run is interrupted.
    public static func bytes(beside path: String, _ body: (_ temporaryPath: String) throws -> Void) throws -> [UInt8] {
        let temporary = TemporaryFiles.name(beside: path)
        TemporaryFiles.add(temporary)
        defer { TemporaryFiles.remove([temporary]) }
        try body(temporary)
        guard let stream = unsafe fopen(temporary, "rb") else { throw failure(errno, path: path, creating: false) }
        defer { unsafe fclose(stream) }
        var bytes: [UInt8] = []
        var piece = [UInt8](repeating: 0, count: 1 << 16)
        while true {
            let count = unsafe piece.withUnsafeMutableBytes { unsafe fread($0.baseAddress, 1, $0.count, stream) }
            if count == 0 { return bytes }
            bytes += piece[..<count]
        }
    }

    /// Makes a folder, and those above it, where they are not there yet.
    public static func makeFolder(_ path: String) throws(WritingError) {
        var made = path.hasPrefix("/") ? "" : "."
        for part in path.split(separator: "/") {
            made += "/" + part
            if unsafe mkdir(made, 0o777) == 0 || errno == EEXIST { continue }
            let code = errno
            // A folder that may not be written but is there is no obstacle to the ones below it.
            if unsafe access(made, F_OK) == 0 { continue }
            throw failure(code, path: made, creating: true)
        }
    }

    static func folder(of path: String) -> String {
        guard let slash = path.lastIndex(of: "/") else { return "." }
        return slash == path.startIndex ? "" : String(path[..<slash])
    }

    /// The lock file that Excel (`~$name`) or LibreOffice (`.~lock.name#`) keeps while somebody has a workbook open.
    private static func lockFile(of path: String) -> String? {
        let name = path.split(separator: "/").last.map(String.init) ?? path
        let locks = ["~$" + name, ".~lock." + name + "#"].map { folder(of: path) + "/" + $0 }
        return locks.first { unsafe access($0, F_OK) == 0 }
    }

    static func fill(_ temporary: String, with bytes: [UInt8], for path: String) throws(WritingError) {
        let descriptor = unsafe open(temporary, O_WRONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw failure(errno, path: path, creating: true) }
        defer { close(descriptor) }
        var done = 0
        while done < bytes.count {
            let written = unsafe bytes[done...].withUnsafeBytes {
                unsafe pwrite(descriptor, $0.baseAddress, $0.count, off_t(done))
            }
            if written > 0 {
                done += written
            } else if errno != EINTR {
                throw failure(errno, path: path, creating: false)
            }
        }
    }

    /// Sees the bytes onto the disk before the name points to them; a full disk may say so only now.
    private static func flush(_ temporary: String, for path: String) throws(WritingError) {
        let descriptor = unsafe open(temporary, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw failure(errno, path: path, creating: false) }
        defer { close(descriptor) }
        if fsync(descriptor) != 0, errno != EINVAL, errno != ENOTSUP {
            throw failure(errno, path: path, creating: false)
        }
    }

    static func failure(_ code: Int32, path: String, creating: Bool) -> WritingError {
        if code == ENOSPC || code == EDQUOT || code == EFBIG { return .diskFull(path: path) }
        let reason = unsafe String(cString: strerror(code))
        return creating ? .cannotCreate(path: path, reason: reason) : .cannotWrite(path: path, reason: reason)
    }
}

extension OutputFile {
    /// Where the system wants temporary files.
    static var temporaryFolder: String {
        guard let named = unsafe getenv("TMPDIR") else { return "/tmp" }
        let folder = unsafe String(cString: named)
        return folder.isEmpty ? "/tmp" : folder
    }

    /// How many bytes a folder's disk has room for; as good as any number where the system does not say.
    static func freeBytes(_ folder: String) -> Int {
        var status = statvfs()
        guard unsafe statvfs(folder, &status) == 0 else { return .max }
        let (bytes, overflow) = Int(clamping: status.f_bavail).multipliedReportingOverflow(
            by: Int(clamping: status.f_frsize))
        return overflow ? .max : bytes
    }

    /// Whether the disk under a file has no room left.
    static func isFull(_ path: String) -> Bool { freeBytes(folder(of: path)) < 4_096 }

    /// Sees that an archive ends as archives end: libxlsxwriter does not notice when its last bytes find no room.
    static func checkArchive(_ temporary: String, for path: String) throws(WritingError) {
        let descriptor = unsafe open(temporary, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw failure(errno, path: path, creating: false) }
        defer { close(descriptor) }
        var end = [UInt8](repeating: 0, count: 22)
        let start = lseek(descriptor, -22, SEEK_END)
        let count = unsafe end.withUnsafeMutableBytes { unsafe read(descriptor, $0.baseAddress, $0.count) }
        guard start >= 0, count == 22, end.starts(with: [0x50, 0x4B, 0x05, 0x06]) else {
            throw isFull(temporary) ? .diskFull(path: path) : .workbook(path: path, .archive)
        }
    }
}

extension OutputFile {
    /// The way from one folder to another as a link writes it, such as `../` or `../../books/`; empty for the same.
    ///
    /// Both must be there; where the way cannot be told, the target's own path is given.
    public static func path(from folder: String, to target: String) -> String {
        guard let start = absolute(folder), let end = absolute(target) else { return target + "/" }
        let left = start.split(separator: "/"), right = end.split(separator: "/")
        let shared = zip(left, right).prefix { $0 == $1 }.count
        let up = String(repeating: "../", count: left.count - shared)
        return up + right.dropFirst(shared).map { $0 + "/" }.joined()
    }

    private static func absolute(_ path: String) -> String? {
        guard let resolved = unsafe realpath(path, nil) else { return nil }
        defer { unsafe free(resolved) }
        return unsafe String(cString: resolved)
    }
}
