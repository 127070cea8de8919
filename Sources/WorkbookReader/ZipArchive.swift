internal import CZip

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// The archive that a workbook is, through libzip. Packed bytes only: `Inflater` unpacks and checks them.
///
/// Invariants: `handle` is open until this object goes; libzip is not called from two threads at once, for whoever
/// reads a part holds the one `PartStream` there is.
@safe final class ZipArchive {
    /// What the directory says of a part.
    struct Entry {
        let index: UInt64
        let name: String
        let packedSize: Int
        let size: Int
        let checksum: UInt32
        let isStored: Bool
    }

    private let handle: OpaquePointer
    /// Where each name is, as written, and in whatever letters.
    private var exact: [String: UInt64] = [:]
    private var indices: [String: UInt64] = [:]

    /// Opens an archive that begins at an offset of a file and takes up the rest of it.
    init(path: String, from offset: Int = 0, limits: ReadingLimits) throws(ReadingError) {
        var failure = unsafe zip_error_t()
        guard let source = unsafe zip_source_file_create(path, UInt64(offset), -1, &failure) else {
            throw .damaged(part: "", damage: .archive)
        }
        guard let handle = unsafe zip_open_from_source(source, ZIP_RDONLY, &failure) else {
            unsafe zip_source_free(source)
            throw .damaged(part: "", damage: .archive)
        }
        unsafe self.handle = unsafe handle
        try readNames(limits)
    }

    /// Opens an archive in memory.
    init(bytes: [UInt8], limits: ReadingLimits) throws(ReadingError) {
        var failure = unsafe zip_error_t()
        guard let copy = unsafe malloc(max(1, bytes.count)) else { throw .damaged(part: "", damage: .input) }
        unsafe bytes.withUnsafeBytes {
            unsafe copy.copyMemory(from: $0.baseAddress ?? UnsafeRawPointer(copy), byteCount: $0.count)
        }
        // libzip frees the copy with the source, and the source with the archive; both come from malloc.
        guard let source = unsafe zip_source_buffer_create(copy, UInt64(bytes.count), 1, &failure) else {
            unsafe free(copy)
            throw .damaged(part: "", damage: .archive)
        }
        guard let handle = unsafe zip_open_from_source(source, ZIP_RDONLY, &failure) else {
            unsafe zip_source_free(source)
            throw .damaged(part: "", damage: .archive)
        }
        unsafe self.handle = unsafe handle
        try readNames(limits)
    }

    deinit { unsafe zip_discard(handle) }

    private func readNames(_ limits: ReadingLimits) throws(ReadingError) {
        let count = unsafe zip_get_num_entries(handle, 0)
        guard count <= limits.entries else { throw .limit(name: "entries", value: limits.entries, part: "") }
        var climbing = 0
        for index in 0..<UInt64(max(0, count)) {
            guard let raw = unsafe zip_get_name(handle, index, zip_flags_t(ZIP_FL_ENC_RAW)) else { continue }
            let name = unsafe String(cString: raw)
            if PartName.climbs(name) { climbing += 1 }
            guard climbing <= limits.partNames else {
                throw .limit(name: "partNames", value: limits.partNames, part: name)
            }
            // Of two parts of one name the last counts: programs that change an archive write it behind the old one.
            exact[PartName.slashed(name)] = index
            indices[PartName.key(name)] = index
        }
    }

    /// Whether a part of that name exists, in whatever letters.
    func has(_ name: String) -> Bool { index(of: name) != nil }

    /// Whether any name begins so.
    func hasFolder(_ prefix: String) -> Bool { indices.keys.contains { $0.hasPrefix(prefix) } }

    /// A name as it is written is meant before one in other letters.
    private func index(of name: String) -> UInt64? {
        exact[PartName.slashed(name)] ?? indices[PartName.key(name)]
            ?? indices[PartName.key(PartName.percentDecoded(name))]
    }

    /// What the directory says of a part; `nil` if there is none.
    func entry(_ name: String, limits: ReadingLimits) throws(ReadingError) -> Entry? {
        guard let index = index(of: name) else { return nil }
        var raw = unsafe zip_stat_t()
        guard unsafe zip_stat_index(handle, index, 0, &raw) == 0 else { throw .damaged(part: name, damage: .archive) }
        let method = unsafe raw.comp_method
        guard unsafe raw.encryption_method == UInt16(ZIP_EM_NONE) else { throw .passwordProtected }
        guard method == UInt16(ZIP_CM_STORE) || method == UInt16(ZIP_CM_DEFLATE) else {
            throw .damaged(part: name, damage: .method)
        }
        guard let size = unsafe Int(exactly: raw.size), size <= limits.partBytes else {
            throw .limit(name: "partBytes", value: limits.partBytes, part: name)
        }
        guard let packed = unsafe Int(exactly: raw.comp_size) else { throw .damaged(part: name, damage: .archive) }
        guard size <= 1 << 20 || size / limits.ratio <= packed else {
            throw .limit(name: "ratio", value: limits.ratio, part: name)
        }
        return Entry(
            index: index, name: name, packedSize: packed, size: size, checksum: unsafe raw.crc,
            isStored: method == UInt16(ZIP_CM_STORE))
    }

    /// Opens the packed bytes of a part.
    func open(_ entry: Entry) throws(ReadingError) -> PackedBytes {
        guard let file = unsafe zip_fopen_index(handle, entry.index, zip_flags_t(ZIP_FL_COMPRESSED)) else {
            throw .damaged(part: entry.name, damage: .archive)
        }
        return unsafe PackedBytes(file: file, archive: self)
    }
}

/// The packed bytes of one part, read one after the other.
///
/// Invariants: `file` is open until this object goes, and the archive outlives it.
@safe final class PackedBytes {
    private let file: OpaquePointer
    private let archive: ZipArchive

    @unsafe init(file: OpaquePointer, archive: ZipArchive) {
        unsafe self.file = unsafe file
        self.archive = archive
    }

    deinit { _ = unsafe zip_fclose(file) }

    /// Reads into a buffer; the number of bytes read, 0 at the end, negative when it cannot be read.
    func read(into buffer: UnsafeMutableBufferPointer<UInt8>) -> Int {
        unsafe Int(zip_fread(file, buffer.baseAddress, UInt64(buffer.count)))
    }
}

extension ReadingError {
    /// A damaged part.
    static func damaged(part: String, damage: Damage) -> ReadingError {
        .damaged(part: part, problem: damage.rawValue)
    }
}
