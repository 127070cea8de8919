/// Where a scan puts its cells before they become a segment; used again for each chunk.
///
/// Invariants: each of the three buffers has room for `capacity` entries, owned by this value alone, of which the first
/// `count` are set. `append` grows before it writes, and `sort` and `copy` stay below `count`.
@safe struct CellColumns: ~Copyable {
    private var columns: UnsafeMutablePointer<UInt16>
    private var tags: UnsafeMutablePointer<UInt8>
    private var payloads: UnsafeMutablePointer<Int64>
    private var capacity: Int
    private(set) var count = 0

    init(capacity: Int) {
        self.capacity = capacity
        unsafe columns = .allocate(capacity: capacity)
        unsafe tags = .allocate(capacity: capacity)
        unsafe payloads = .allocate(capacity: capacity)
    }

    deinit {
        unsafe columns.deallocate()
        unsafe tags.deallocate()
        unsafe payloads.deallocate()
    }

    /// Adds a cell.
    @inline(__always) mutating func append(column: Int, tag: UInt8, payload: Int64) {
        if count == capacity { grow() }
        unsafe columns[count] = UInt16(truncatingIfNeeded: column)
        unsafe tags[count] = tag
        unsafe payloads[count] = payload
        count &+= 1
    }

    @inline(never) private mutating func grow() {
        let wanted = max(64, capacity * 2)
        unsafe columns = Self.moved(columns, count, to: wanted)
        unsafe tags = Self.moved(tags, count, to: wanted)
        unsafe payloads = Self.moved(payloads, count, to: wanted)
        capacity = wanted
    }

    private static func moved<Entry: BitwiseCopyable>(
        _ old: UnsafeMutablePointer<Entry>, _ count: Int, to capacity: Int
    ) -> UnsafeMutablePointer<Entry> {
        let new = UnsafeMutablePointer<Entry>.allocate(capacity: capacity)
        unsafe new.update(from: old, count: count)
        unsafe old.deallocate()
        return unsafe new
    }

    /// Forgets the cells, keeps the room.
    mutating func removeAll() { count = 0 }

    /// Puts the cells from `start` on in order of their columns; of two in one column the later stays.
    mutating func sort(from start: Int) {
        guard start >= 0, start < count else { return }
        let order = (start..<count).sorted { unsafe (columns[$0], $0) < (columns[$1], $1) }
        let sorted = order.map { unsafe (columns[$0], tags[$0], payloads[$0]) }
        count = start
        for (index, cell) in sorted.enumerated() {
            if index + 1 < sorted.count, sorted[index + 1].0 == cell.0 { continue }
            append(column: Int(cell.0), tag: cell.1, payload: cell.2)
        }
    }

    /// The columns as an array of just their size.
    func copyColumns() -> [UInt16] { unsafe Array(UnsafeBufferPointer(start: columns, count: count)) }

    /// The tags as an array of just their size.
    func copyTags() -> [CellTag] {
        unsafe UnsafeRawBufferPointer(start: tags, count: count).withMemoryRebound(to: CellTag.self) {
            unsafe Array($0)
        }
    }

    /// The payloads as a column of just their size.
    func copyPayloads() -> Payloads { unsafe Payloads(UnsafeBufferPointer(start: payloads, count: count)) }
}
