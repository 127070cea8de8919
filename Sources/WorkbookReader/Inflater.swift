internal import CIgzip

/// Unpacks one part with ISA-L and holds its size to the limits as it goes. Its checksum is looked at where the bytes are,
/// by `PartStream` and whoever scans its chunks.
///
/// Invariants: `state` and `input` are owned by this object; `state.next_in` and `avail_in` always lie within `input`,
/// and `next_out` and `avail_out` are set to the caller's buffer just before each call and not used after it.
@safe final class Inflater {
    private static let inputSize = 128 << 10

    private let state: UnsafeMutablePointer<inflate_state>
    private let input: UnsafeMutableBufferPointer<UInt8>
    private let packed: PackedBytes
    private let entry: ZipArchive.Entry
    private let limits: ReadingLimits
    /// Bytes unpacked so far.
    private(set) var produced = 0
    private(set) var isFinished = false

    init(_ entry: ZipArchive.Entry, of archive: ZipArchive, limits: ReadingLimits) throws(ReadingError) {
        packed = try archive.open(entry)
        self.entry = entry
        self.limits = limits
        unsafe state = .allocate(capacity: 1)
        let room = min(Self.inputSize, max(64, entry.packedSize))
        unsafe input = .allocate(capacity: room)
        unsafe isal_inflate_init(state)
        unsafe state.pointee.avail_in = 0
        unsafe state.pointee.next_in = input.baseAddress
    }

    deinit {
        unsafe state.deallocate()
        unsafe input.deallocate()
    }

    /// Fills a buffer as far as the part goes; fewer bytes than it holds only at the part's end.
    func read(into buffer: UnsafeMutableBufferPointer<UInt8>) throws(ReadingError) -> Int {
        guard let start = buffer.baseAddress, !isFinished else { return 0 }
        var written = 0
        while written < buffer.count, !isFinished {
            let rest = unsafe UnsafeMutableBufferPointer(start: start + written, count: buffer.count - written)
            let step = entry.isStored ? try unsafe copy(into: rest) : try unsafe inflate(into: rest)
            written += step
            produced += step
            try checkSize()
        }
        return written
    }

    private func checkSize() throws(ReadingError) {
        guard produced <= limits.partBytes else {
            throw .limit(name: "partBytes", value: limits.partBytes, part: entry.name)
        }
        guard produced <= 1 << 20 || produced / limits.ratio <= entry.packedSize else {
            throw .limit(name: "ratio", value: limits.ratio, part: entry.name)
        }
        // More than the directory states: the checksum cannot fit either, so stop here.
        guard produced <= entry.size else { throw .damaged(part: entry.name, damage: .checksum) }
    }

    private func copy(into buffer: UnsafeMutableBufferPointer<UInt8>) throws(ReadingError) -> Int {
        let count = unsafe packed.read(into: buffer)
        guard count >= 0 else { throw .damaged(part: entry.name, damage: .input) }
        isFinished = count == 0
        return count
    }

    /// One call of ISA-L, with more input when it has used up what there was.
    private func inflate(into buffer: UnsafeMutableBufferPointer<UInt8>) throws(ReadingError) -> Int {
        if unsafe state.pointee.avail_in == 0 {
            let count = unsafe packed.read(into: input)
            guard count >= 0 else { throw .damaged(part: entry.name, damage: .input) }
            unsafe state.pointee.next_in = input.baseAddress
            unsafe state.pointee.avail_in = UInt32(count)
        }
        let room = UInt32(min(buffer.count, 1 << 30))
        let available = unsafe state.pointee.avail_in
        unsafe state.pointee.next_out = buffer.baseAddress
        unsafe state.pointee.avail_out = room
        let result = unsafe isal_inflate(state)
        let step = unsafe Int(room - state.pointee.avail_out)
        guard result == ISAL_DECOMP_OK || result == ISAL_END_INPUT || result == ISAL_OUT_OVERFLOW else {
            throw .damaged(part: entry.name, damage: .packing)
        }
        isFinished = unsafe state.pointee.block_state == ISAL_BLOCK_FINISH
        if step == 0, !isFinished, available == 0 { throw .damaged(part: entry.name, damage: .packing) }
        return step
    }
}

extension Chunk {
    /// Fills the free room, or as much of it as is allowed, with what comes next of a part.
    func fill(from inflater: Inflater, atMost allowed: Int) throws(ReadingError) {
        try unsafe fill { room throws(ReadingError) in
            try unsafe inflater.read(into: UnsafeMutableBufferPointer(rebasing: room.prefix(max(0, allowed))))
        }
    }
}
