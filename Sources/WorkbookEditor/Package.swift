internal import CZip

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// The archive that a workbook is, in memory. Parts that are not set keep their packed bytes and their dates.
///
/// Invariants: `handle` is open until `finish` or the end of this object; `source` is kept beyond it and freed once.
@safe final class Package {
    private var handle: OpaquePointer?
    private let source: OpaquePointer
    private var indices: [String: UInt64] = [:]
    private var names: [String: String] = [:]
    private var staged: [String: [UInt8]] = [:]
    private let limits: EditingLimits

    /// Opens an archive; no bytes make an empty one.
    init(bytes: [UInt8], limits: EditingLimits) throws(EditingError) {
        self.limits = limits
        var failure = unsafe zip_error_t()
        guard let copy = unsafe malloc(max(1, bytes.count)) else { throw .cannotPack }
        unsafe bytes.withUnsafeBytes {
            unsafe copy.copyMemory(from: $0.baseAddress ?? UnsafeRawPointer(copy), byteCount: $0.count)
        }
        // libzip frees the copy with the source.
        guard let source = unsafe zip_source_buffer_create(copy, UInt64(bytes.count), 1, &failure) else {
            unsafe free(copy)
            throw .cannotPack
        }
        // Closing the archive gives up its hold on the source, which holds the result.
        unsafe zip_source_keep(source)
        unsafe self.source = unsafe source
        guard let opened = unsafe zip_open_from_source(source, bytes.isEmpty ? ZIP_TRUNCATE : 0, &failure) else {
            unsafe zip_source_free(source)
            throw .noPackage
        }
        unsafe handle = unsafe opened
        let count = unsafe zip_get_num_entries(opened, 0)
        guard count <= limits.entries else { throw .tooLarge(part: "") }
        for index in 0..<UInt64(max(0, count)) {
            guard let raw = unsafe zip_get_name(opened, index, zip_flags_t(ZIP_FL_ENC_RAW)) else { continue }
            let name = unsafe String(cString: raw)
            let key = PartName.key(name)
            // Of two parts of one name the first counts, as in Excel.
            guard indices[key] == nil else { continue }
            indices[key] = index
            names[key] = name
        }
    }

    deinit {
        if let handle = unsafe handle { unsafe zip_discard(handle) }
        unsafe zip_source_free(source)
    }

    /// The names of all parts, as the archive writes them.
    var partNames: [String] { names.values.sorted() }

    /// Whether a part of that name exists, in whatever letters.
    func has(_ name: String) -> Bool { key(name) != nil }

    private func key(_ name: String) -> String? {
        let plain = PartName.key(name)
        if names[plain] != nil { return plain }
        let decoded = PartName.key(PartName.percentDecoded(name))
        return names[decoded] == nil ? nil : decoded
    }

    /// A part's bytes, at most `count` of them; `nil` if there is none.
    func read(_ name: String, first count: Int = .max) throws(EditingError) -> [UInt8]? {
        guard let key = key(name) else { return nil }
        if let bytes = staged[key] { return bytes }
        guard let handle = unsafe handle, let index = indices[key] else { return nil }
        var status = unsafe zip_stat_t()
        guard unsafe zip_stat_index(handle, index, 0, &status) == 0 else { throw .damaged(part: name) }
        guard let size = unsafe Int(exactly: status.size), let packed = unsafe Int(exactly: status.comp_size) else {
            throw .damaged(part: name)
        }
        guard size <= limits.partBytes, size <= 1 << 20 || size / limits.ratio <= packed else {
            throw .tooLarge(part: name)
        }
        guard let file = unsafe zip_fopen_index(handle, index, 0) else { throw .damaged(part: name) }
        defer { _ = unsafe zip_fclose(file) }
        let wanted = min(size, count)
        var failed = false
        // One byte more than there should be: libzip checks the sum only when it is asked for the end.
        let room = wanted == size ? size + 1 : wanted
        let bytes = unsafe [UInt8](unsafeUninitializedCapacity: room) { buffer, filled in
            filled = 0
            while filled < room {
                guard let start = buffer.baseAddress else { break }
                let step = unsafe zip_fread(file, start + filled, UInt64(room - filled))
                failed = step < 0
                if step <= 0 { break }
                filled += Int(step)
            }
        }
        guard !failed, bytes.count == wanted else { throw .damaged(part: name) }
        return bytes
    }

    /// Sets what a part is to hold; one that is not there yet comes behind all others.
    func set(_ name: String, to bytes: [UInt8]) {
        let key = key(name) ?? PartName.key(name)
        staged[key] = bytes
        if names[key] == nil { names[key] = name }
    }

    /// The first of `stem1`, `stem2` … with an ending that no part is called.
    func freeName(_ stem: String, _ ending: String) -> String {
        var number = 1
        while has("\(stem)\(number)\(ending)") { number += 1 }
        return "\(stem)\(number)\(ending)"
    }

    /// Puts the archive together. Nothing can be read or set afterwards.
    func finish() throws(EditingError) -> [UInt8] {
        guard let open = unsafe handle else { throw .cannotPack }
        for key in staged.keys.sorted() {
            // Each is let go of once libzip has it: a part may be as large as everything else together.
            guard let bytes = staged.removeValue(forKey: key), let name = names[key] else { continue }
            try put(bytes, named: name, at: indices[key])
        }
        guard unsafe zip_close(open) == 0 else { throw .cannotPack }
        unsafe handle = nil
        var status = unsafe zip_stat_t()
        unsafe zip_stat_init(&status)
        guard unsafe zip_source_stat(source, &status) == 0, unsafe zip_source_open(source) == 0 else {
            throw .cannotPack
        }
        defer { _ = unsafe zip_source_close(source) }
        let size = unsafe Int(clamping: status.size)
        let bytes = unsafe [UInt8](unsafeUninitializedCapacity: size) { buffer, filled in
            filled = 0
            while filled < size, let start = buffer.baseAddress {
                let step = unsafe zip_source_read(source, start + filled, UInt64(size - filled))
                if step <= 0 { break }
                filled += Int(step)
            }
        }
        guard bytes.count == size else { throw .cannotPack }
        return bytes
    }

    private func put(_ bytes: [UInt8], named name: String, at index: UInt64?) throws(EditingError) {
        guard let handle = unsafe handle, let copy = unsafe malloc(max(1, bytes.count)) else { throw .cannotPack }
        unsafe bytes.withUnsafeBytes {
            unsafe copy.copyMemory(from: $0.baseAddress ?? UnsafeRawPointer(copy), byteCount: $0.count)
        }
        guard let part = unsafe zip_source_buffer(handle, copy, UInt64(bytes.count), 1) else {
            unsafe free(copy)
            throw .cannotPack
        }
        let place: Int64
        if let index {
            place = unsafe zip_file_replace(handle, index, part, 0) == 0 ? Int64(index) : -1
        } else {
            place = unsafe zip_file_add(handle, name, part, zip_flags_t(ZIP_FL_ENC_UTF_8))
        }
        guard place >= 0 else {
            unsafe zip_source_free(part)
            throw .cannotPack
        }
        // Packing is most of the work, and the more so the larger the part.
        let level: UInt32 = bytes.count > 1 << 20 ? 1 : 6
        // A fixed level and a fixed day (1980-01-01) keep the same input giving the same bytes.
        guard unsafe zip_set_file_compression(handle, UInt64(place), ZIP_CM_DEFLATE, level) == 0,
            unsafe zip_file_set_dostime(handle, UInt64(place), 0, 0x21, 0) == 0
        else { throw .cannotPack }
    }
}
