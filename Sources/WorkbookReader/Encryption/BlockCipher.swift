internal import Crypto
internal import CryptoExtras

/// AES as workbooks are encrypted with it: whole blocks of 16 bytes, no padding of its own.
enum BlockCipher {
    /// Bytes of a block.
    static let blockSize = 16

    /// Decrypts blocks that are chained to one another (CBC); `nil` when key, start or length do not fit.
    static func decrypt(_ bytes: some RandomAccessCollection<UInt8>, key: [UInt8], start: [UInt8]) -> [UInt8]? {
        guard let start = try? AES._CBC.IV(ivBytes: start) else { return nil }
        let plain = try? AES._CBC.decrypt(
            Array(bytes), using: SymmetricKey(data: key), iv: start, noPadding: true)
        return plain.map { Array($0) }
    }

    /// Decrypts blocks that stand each for itself (ECB), which the library has no mode for: decrypted as if chained,
    /// each block comes out mixed with the encrypted one before it, and is mixed with that once more to take it out.
    static func decryptSeparately(_ bytes: some RandomAccessCollection<UInt8>, key: [UInt8]) -> [UInt8]? {
        let bytes = Array(bytes)
        let none = [UInt8](repeating: 0, count: blockSize)
        guard var plain = decrypt(bytes, key: key, start: none), plain.count == bytes.count else { return nil }
        for index in plain.indices.dropFirst(blockSize) { plain[index] ^= bytes[index - blockSize] }
        return plain
    }
}
