import Foundation

/// What a package says of each of its parts: the name, and the size and checksum of what it holds.
enum PackedParts {
    /// One line a part, in the order of the directory at the package's end.
    static func lines(_ path: String) throws -> [String] {
        let bytes = [UInt8](try Data(contentsOf: URL(fileURLWithPath: path)))
        func number(_ place: Int, _ length: Int) -> Int {
            bytes[place..<place + length].reversed().reduce(0) { $0 << 8 | Int($1) }
        }
        // The end record has 22 bytes where, as here, no comment follows.
        let end = bytes.count - 22
        guard end >= 0, bytes[end..<end + 4].elementsEqual([0x50, 0x4B, 5, 6]) else { throw NotAPackage(path: path) }
        var place = number(end + 16, 4)
        return (0..<number(end + 10, 2)).map { _ in
            let length = number(place + 28, 2)
            let name = String(decoding: bytes[place + 46..<place + 46 + length], as: UTF8.self)
            let line = "\(name) \(number(place + 24, 4)) \(String(number(place + 16, 4), radix: 16))"
            place += 46 + length + number(place + 30, 2) + number(place + 32, 2)
            return line
        }
    }

    struct NotAPackage: Error { let path: String }
}
