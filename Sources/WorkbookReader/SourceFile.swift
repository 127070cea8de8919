#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// A look at a file before it is taken for an archive.
///
/// Invariants: `stream` is open until this value goes; reads stay within the buffers they are given.
@safe struct SourceFile: ~Copyable {
    private let stream: UnsafeMutablePointer<FILE>
    /// Its size in bytes.
    let size: Int

    init(path: String) throws(ReadingError) {
        guard let stream = unsafe fopen(path, "rb") else { throw .cannotOpen(unsafe String(cString: strerror(errno))) }
        var status = stat()
        guard unsafe fstat(fileno(stream), &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
            let isFolder = status.st_mode & S_IFMT == S_IFDIR
            unsafe fclose(stream)
            throw .cannotOpen(unsafe String(cString: strerror(isFolder ? EISDIR : EINVAL)))
        }
        unsafe self.stream = unsafe stream
        size = Int(status.st_size)
    }

    deinit { unsafe fclose(stream) }

    /// The bytes at an offset, at most `count`.
    func bytes(at offset: Int, count: Int) -> [UInt8] {
        guard unsafe fseek(stream, offset, SEEK_SET) == 0 else { return [] }
        return unsafe Array(unsafeUninitializedCapacity: count) { buffer, read in
            read = unsafe fread(buffer.baseAddress, 1, count, stream)
        }
    }
}

extension [UInt8] {
    /// Whether the name of an encrypted workbook's stream, in UTF-16, stands anywhere in these bytes.
    var holdEncryptedPackage: Bool {
        let name = "EncryptedPackage".utf8.flatMap { [$0, 0 as UInt8] }
        var index = startIndex
        while let hit = self[index...].firstIndex(of: name[0]) {
            if self[hit...].starts(with: name) { return true }
            index = hit + 1
        }
        return false
    }
}
