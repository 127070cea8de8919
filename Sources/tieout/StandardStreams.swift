#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// Bytes on their way to standard output, written in large pieces.
struct StandardOutput {
    var bytes: [UInt8] = []

    var count: Int { bytes.count }

    init() { bytes.reserveCapacity(96 << 10) }

    mutating func append(_ more: some Sequence<UInt8>) { bytes.append(contentsOf: more) }
    mutating func append(_ byte: UInt8) { bytes.append(byte) }

    mutating func flushIfFull() { if bytes.count >= 64 << 10 { flush() } }

    /// Writes what there is. A reader that has gone away (`| head`) ends the program quietly.
    mutating func flush() {
        var start = 0
        while start < bytes.count {
            let written = bytes.withUnsafeBytes {
                write(STDOUT_FILENO, $0.baseAddress?.advanced(by: start), $0.count - start)
            }
            if written < 0 {
                if errno == EINTR { continue }
                exit(errno == EPIPE ? 0 : 2)
            }
            start += written
        }
        bytes.removeAll(keepingCapacity: true)
    }

    /// Puts quotes around the field from an index on if a CSV needs them.
    mutating func quoteField(from start: Int) {
        let quote = UInt8(ascii: "\"")
        let needs = bytes[start...].contains { $0 == quote || $0 == UInt8(ascii: ",") || $0 == 10 || $0 == 13 }
        guard needs else { return }
        let field = Array(bytes[start...])
        bytes.removeLast(field.count)
        bytes.append(quote)
        for byte in field {
            if byte == quote { bytes.append(quote) }
            bytes.append(byte)
        }
        bytes.append(quote)
    }
}

/// The system's call, which the name of the function below would hide.
private func writeBytes(_ descriptor: Int32, _ bytes: UnsafeRawPointer?, _ count: Int) -> Int {
    write(descriptor, bytes, count)
}

/// Messages for people.
enum StandardError {
    /// Writes a line, behind all that was printed before it: where both go to one place, neither cuts the other in two.
    static func write(_ line: String) {
        fflush(nil)
        let bytes = Array((line + "\n").utf8)
        var start = 0
        while start < bytes.count {
            let written = bytes.withUnsafeBytes {
                writeBytes(STDERR_FILENO, $0.baseAddress?.advanced(by: start), $0.count - start)
            }
            guard written > 0 || errno == EINTR else { return }
            start += max(0, written)
        }
    }
}
