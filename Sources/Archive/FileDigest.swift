import Crypto
import Foundation

/// The SHA-256 of a file, by which it is known whatever it is called.
public enum FileDigest {
    /// Bytes read at once; a file of any size takes no more memory than this.
    private static let chunk = 1 << 20

    /// The digest of a file's bytes, in lower-case hexadecimal.
    ///
    /// - Throws: What the system says when the file cannot be opened or read.
    public static func sha256(_ path: String) throws -> String {
        let file = try FileHandle(forReadingFrom: URL(fileURLWithPath: path))
        defer { try? file.close() }
        var hash = SHA256()
        while let data = try file.read(upToCount: chunk), !data.isEmpty { hash.update(data: data) }
        return hexadecimal(hash.finalize())
    }

    /// The digest of bytes in memory, in lower-case hexadecimal.
    public static func sha256(_ bytes: [UInt8]) -> String { hexadecimal(SHA256.hash(data: bytes)) }

    static func hexadecimal(_ bytes: some Sequence<UInt8>) -> String {
        let digits = Array("0123456789abcdef".utf8)
        var text: [UInt8] = []
        for byte in bytes {
            text.append(digits[Int(byte >> 4)])
            text.append(digits[Int(byte & 15)])
        }
        return String(decoding: text, as: UTF8.self)
    }
}
