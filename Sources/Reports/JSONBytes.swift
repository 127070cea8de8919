/// JSON as it is written: bytes appended one after the other, no tree between.
struct JSONBytes {
    private(set) var bytes: [UInt8] = []
    /// Whether the next value is the first of its list.
    private var isFirst = true
    private var depth = 0

    init(capacity: Int) { bytes.reserveCapacity(capacity) }

    /// An object or a list, each of its values on a line of its own down to the third level, so that two results can be
    /// compared line by line.
    mutating func object(_ body: (inout JSONBytes) -> Void) { enclosed(0x7B, 0x7D, body) }
    mutating func list(_ body: (inout JSONBytes) -> Void) { enclosed(0x5B, 0x5D, body) }

    private mutating func enclosed(_ open: UInt8, _ close: UInt8, _ body: (inout JSONBytes) -> Void) {
        bytes.append(open)
        depth += 1
        isFirst = true
        body(&self)
        depth -= 1
        if !isFirst, depth < 2 { newLine() }
        bytes.append(close)
        isFirst = false
    }

    /// Begins a value of a list.
    mutating func next() {
        if !isFirst { bytes.append(0x2C) }
        if depth <= 2 { newLine() } else if !isFirst { bytes.append(0x20) }
        isFirst = false
    }

    private mutating func newLine() {
        bytes.append(0x0A)
        for _ in 0..<depth { bytes.append(0x20) }
    }

    /// Begins a value of an object.
    mutating func key(_ name: StaticString) {
        next()
        bytes.append(0x22)
        name.withUTF8Buffer { bytes.append(contentsOf: $0) }
        bytes.append(contentsOf: [0x22, 0x3A, 0x20])
    }

    /// Begins a value of an object whose name comes from the data.
    mutating func key(named name: String) {
        next()
        string(name)
        bytes.append(contentsOf: [0x3A, 0x20])
    }

    mutating func string(_ text: String) {
        bytes.append(0x22)
        for byte in text.utf8 {
            switch byte {
            case 0x22, 0x5C:
                bytes.append(0x5C)
                bytes.append(byte)
            case 0x0A: bytes.append(contentsOf: [0x5C, 0x6E])
            case 0x09: bytes.append(contentsOf: [0x5C, 0x74])
            case 0x0D: bytes.append(contentsOf: [0x5C, 0x72])
            case 0..<0x20:
                let digits = Array("0123456789abcdef".utf8)
                bytes.append(contentsOf: Array("\\u00".utf8) + [digits[Int(byte >> 4)], digits[Int(byte & 15)]])
            default: bytes.append(byte)
            }
        }
        bytes.append(0x22)
    }

    mutating func string(_ text: String?) {
        if let text { string(text) } else { null() }
    }

    mutating func number(_ number: Int) { bytes.append(contentsOf: String(number).utf8) }

    mutating func boolean(_ value: Bool) { bytes.append(contentsOf: (value ? "true" : "false").utf8) }

    mutating func null() { bytes.append(contentsOf: "null".utf8) }

    mutating func endLine() { bytes.append(0x0A) }
}
