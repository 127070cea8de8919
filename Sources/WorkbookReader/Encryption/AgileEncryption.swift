/// Agile encryption ([MS-OFFCRYPTO] 2.3.4.10 to 2.3.4.15): described in XML, the package in segments of 4,096 bytes
/// that each start anew, and a keyed hash over all of it.
struct AgileEncryption {
    /// One set of choices: that of the data, or that of the password's key.
    private struct Choices {
        let salt: [UInt8]
        let keySize: Int
        let digest: Digest

        init(_ elements: ElementReader) throws(ReadingError) {
            guard let bits = elements.number("keyBits"), let size = elements.number("hashSize"),
                let blockSize = elements.number("blockSize"), let hash = elements.attribute("hashAlgorithm"),
                let cipher = elements.attribute("cipherAlgorithm"), let mode = elements.attribute("cipherChaining"),
                let salt = elements.bytes("saltValue"), !salt.isEmpty, salt.count <= 65_536
            else { throw .damaged(part: EncryptedWorkbook.description, damage: .encryption) }
            guard let digest = Digest(named: hash), cipher == "AES", mode == "ChainingModeCBC",
                blockSize == BlockCipher.blockSize, [128, 192, 256].contains(bits), digest.size == size
            else { throw .damaged(part: EncryptedWorkbook.description, damage: .cipher) }
            self.salt = salt
            self.digest = digest
            keySize = bits / 8
        }

        /// A hash cut, or filled up, to a length.
        static func fit(_ bytes: [UInt8], to size: Int) -> [UInt8] {
            Array((bytes + [UInt8](repeating: 0x36, count: max(0, size - bytes.count))).prefix(size))
        }

        /// Where a chain of blocks starts: the salt by itself, or hashed with what it is for.
        func start(_ purpose: [UInt8]?) -> [UInt8] {
            Self.fit(purpose.map { digest.hash(salt + $0) } ?? salt, to: BlockCipher.blockSize)
        }
    }

    private var data: Choices
    private var password: Choices
    private var spins = 0
    private var verifier: [UInt8] = []
    private var verifierHash: [UInt8] = []
    private var wrappedKey: [UInt8] = []
    private var macKey: [UInt8] = []
    private var mac: [UInt8] = []

    private static let verifierPurpose: [UInt8] = [0xFE, 0xA7, 0xD2, 0x76, 0x3B, 0x4B, 0x9E, 0x79]
    private static let verifierHashPurpose: [UInt8] = [0xD7, 0xAA, 0x0F, 0x6D, 0x30, 0x61, 0x34, 0x4E]
    private static let keyPurpose: [UInt8] = [0x14, 0x6E, 0x0B, 0xE7, 0xAB, 0xAC, 0xD0, 0xD6]
    private static let macKeyPurpose: [UInt8] = [0x5F, 0xB2, 0xAD, 0x01, 0x0C, 0xB9, 0xE1, 0xF6]
    private static let macPurpose: [UInt8] = [0xA0, 0x67, 0x7F, 0x02, 0xB2, 0x2C, 0x84, 0x33]
    private static let segmentSize = 4_096

    /// Reads the description, which is XML.
    init(_ xml: [UInt8], limits: ReadingLimits) throws(ReadingError) {
        let part = EncryptedWorkbook.description
        let chunk = try Chunk(plainMarkup: xml, part: part)
        defer { withExtendedLifetime(chunk) {} }
        var elements = ElementReader(chunk.markup, part: part, limits: limits)
        var data: Choices?
        var password: Choices?
        reading: while true {
            switch (try elements.next(), elements.localName) {
            case (.done, _): break reading
            case (.start, "keyData"): data = try Choices(elements)
            case (.start, "dataIntegrity"):
                macKey = elements.bytes("encryptedHmacKey") ?? []
                mac = elements.bytes("encryptedHmacValue") ?? []
            case (.start, "encryptedKey"):
                guard password == nil, let count = elements.number("spinCount") else { continue }
                guard count <= limits.passwordSpins else {
                    throw .limit(name: "passwordSpins", value: limits.passwordSpins, part: part)
                }
                password = try Choices(elements)
                spins = count
                verifier = elements.bytes("encryptedVerifierHashInput") ?? []
                verifierHash = elements.bytes("encryptedVerifierHashValue") ?? []
                wrappedKey = elements.bytes("encryptedKeyValue") ?? []
            default: break
            }
        }
        guard let data, let password else { throw .damaged(part: part, damage: .encryption) }
        self.data = data
        self.password = password
    }

    /// The package's key, which the password unlocks; `nil` if it is the wrong one.
    func key(password text: String) throws(ReadingError) -> [UInt8]? {
        let spun = password.digest.hash(password: text, salt: password.salt, spins: spins)
        func unlock(_ bytes: [UInt8], _ purpose: [UInt8]) -> [UInt8]? {
            let key = Choices.fit(password.digest.hash(spun + purpose), to: password.keySize)
            return BlockCipher.decrypt(bytes, key: key, start: password.start(nil))
        }
        guard let input = unlock(verifier, Self.verifierPurpose),
            let expected = unlock(verifierHash, Self.verifierHashPurpose),
            expected.count >= password.digest.size, input.count >= password.salt.count
        else { throw .damaged(part: EncryptedWorkbook.description, damage: .encryption) }
        // What is behind the verifier, which is as long as the salt, only fills up its block.
        let hash = password.digest.hash(Array(input.prefix(password.salt.count)))
        guard hash == Array(expected.prefix(password.digest.size)) else { return nil }
        guard let key = unlock(wrappedKey, Self.keyPurpose), key.count >= data.keySize else {
            throw .damaged(part: EncryptedWorkbook.description, damage: .encryption)
        }
        return Array(key.prefix(data.keySize))
    }

    /// The workbook in an encrypted package, once the package has been shown to be the one that was written.
    func decrypt(_ package: [UInt8], key: [UInt8]) throws(ReadingError) -> [UInt8] {
        let part = EncryptedWorkbook.package
        let size = try EncryptedWorkbook.size(of: package)
        if !mac.isEmpty {
            guard let macKey = BlockCipher.decrypt(macKey, key: key, start: data.start(Self.macKeyPurpose)),
                let mac = BlockCipher.decrypt(mac, key: key, start: data.start(Self.macPurpose)),
                data.digest.authenticationCode(of: package, key: Array(macKey.prefix(data.digest.size)))
                    == Array(mac.prefix(data.digest.size))
            else { throw .damaged(part: part, damage: .checksum) }
        }
        var plain: [UInt8] = []
        plain.reserveCapacity(size)
        var segment: UInt32 = 0
        var index = 8
        while plain.count < size {
            let end = min(index + Self.segmentSize, package.count)
            let blocks = package[index..<end].prefix((end - index) / 16 * 16)
            guard !blocks.isEmpty,
                let part = BlockCipher.decrypt(blocks, key: key, start: data.start([UInt8](little: segment)))
            else { throw .damaged(part: part, damage: .encryption) }
            plain += part
            segment += 1
            index = end
        }
        plain.removeLast(plain.count - size)
        return plain
    }
}

extension ElementReader {
    /// An attribute that is written in base 64; `nil` if it is not there or not so written.
    fileprivate func bytes(_ name: StaticString) -> [UInt8]? { attribute(name).flatMap { [UInt8](base64: $0) } }
}

extension [UInt8] {
    /// The bytes that a text in base 64 (RFC 4648, 4) stands for; `nil` if it is none.
    init?(base64 text: String) {
        var result: [UInt8] = []
        var bits: UInt32 = 0
        var count: UInt32 = 0
        for byte in text.utf8 {
            let value: UInt8
            switch byte {
            case UInt8(ascii: "A")...UInt8(ascii: "Z"): value = byte - UInt8(ascii: "A")
            case UInt8(ascii: "a")...UInt8(ascii: "z"): value = byte - UInt8(ascii: "a") + 26
            case UInt8(ascii: "0")...UInt8(ascii: "9"): value = byte - UInt8(ascii: "0") + 52
            case UInt8(ascii: "+"): value = 62
            case UInt8(ascii: "/"): value = 63
            case UInt8(ascii: "="), 9, 10, 13, 32: continue
            default: return nil
            }
            bits = (bits << 6 | UInt32(value)) & 0xFF_FFFF
            count += 6
            guard count >= 8 else { continue }
            count -= 8
            result.append(UInt8(truncatingIfNeeded: bits >> count))
        }
        self = result
    }
}
