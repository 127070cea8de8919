internal import CIgzip
internal import CZlib

/// The CRC-32 of a run of bytes (as zip archives state it, RFC 1952 section 8), and how many there are.
///
/// Runs that follow one another may be looked at by different threads, and their checksums put together afterwards.
struct Checksum: Equatable {
    private(set) var value: UInt32 = 0
    private(set) var count = 0

    /// Goes on with the bytes of a chunk from `start` on.
    mutating func add(_ chunk: Chunk, from start: Int) {
        chunk.withMarkup { markup in
            unsafe markup.withBytes(start..<max(start, chunk.count)) { bytes in
                unsafe value = crc32_gzip_refl(value, bytes.baseAddress, UInt64(bytes.count))
                count += bytes.count
            }
        }
    }

    /// Goes on with bytes whose checksum is known.
    mutating func append(_ next: Checksum) {
        value = UInt32(truncatingIfNeeded: crc32_combine(UInt(value), UInt(next.value), next.count))
        count += next.count
    }
}
