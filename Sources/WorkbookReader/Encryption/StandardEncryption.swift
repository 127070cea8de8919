/// Standard encryption ([MS-OFFCRYPTO] 2.3.4.5 to 2.3.4.9): AES in separate blocks, SHA-1, 50,000 spins.
struct StandardEncryption {
    private let keySize: Int
    private let salt: [UInt8]
    private let verifier: [UInt8]
    private let verifierHash: [UInt8]

    private static let spins = 50_000

    /// Reads the description that stands behind the version and the flags.
    init(_ bytes: [UInt8]) throws(ReadingError) {
        guard let headerSize = bytes.little32(at: 8), headerSize < 4_096,
            let algorithm = bytes.little32(at: 20), let hash = bytes.little32(at: 24),
            let keyBits = bytes.little32(at: 28)
        else { throw .damaged(part: EncryptedWorkbook.description, damage: .encryption) }
        // 0 leaves the choice to the flags, which for a workbook mean AES with 128 bits and SHA-1.
        let sizes: [UInt32: Int] = [0x660E: 16, 0x660F: 24, 0x6610: 32, 0: 16]
        guard let size = sizes[algorithm], hash == 0x8004 || hash == 0, keyBits == 0 || Int(keyBits) == size * 8 else {
            throw .damaged(part: EncryptedWorkbook.description, damage: .cipher)
        }
        let start = 12 + Int(headerSize)
        guard bytes.little32(at: start) == 16, let salt = bytes.bytes(at: start + 4, count: 16),
            let verifier = bytes.bytes(at: start + 20, count: 16), bytes.little32(at: start + 36) == 20,
            let verifierHash = bytes.bytes(at: start + 40, count: 32)
        else { throw .damaged(part: EncryptedWorkbook.description, damage: .encryption) }
        keySize = size
        self.salt = salt
        self.verifier = verifier
        self.verifierHash = verifierHash
    }

    /// The key that a password makes; `nil` if it is the wrong one.
    func key(password: String) -> [UInt8]? {
        let spun = Digest.sha1.hash(password: password, salt: salt, spins: Self.spins)
        let hash = Digest.sha1.hash(spun + [0, 0, 0, 0])
        func half(_ filling: UInt8) -> [UInt8] {
            var block = [UInt8](repeating: filling, count: 64)
            for (index, byte) in hash.enumerated() { block[index] ^= byte }
            return Digest.sha1.hash(block)
        }
        let key = Array((half(0x36) + half(0x5C)).prefix(keySize))
        guard let plain = BlockCipher.decryptSeparately(verifier, key: key),
            let expected = BlockCipher.decryptSeparately(verifierHash, key: key),
            Digest.sha1.hash(plain) == Array(expected.prefix(20))
        else { return nil }
        return key
    }

    /// The workbook in an encrypted package: its size, then its blocks.
    func decrypt(_ package: [UInt8], key: [UInt8]) throws(ReadingError) -> [UInt8] {
        let size = try EncryptedWorkbook.size(of: package)
        let blocks = package[8...].prefix((size + 15) / 16 * 16)
        guard let plain = BlockCipher.decryptSeparately(blocks, key: key), plain.count >= size else {
            throw .damaged(part: EncryptedWorkbook.package, damage: .encryption)
        }
        return Array(plain.prefix(size))
    }
}
