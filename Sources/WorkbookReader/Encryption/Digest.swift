internal import Crypto

/// The hash functions that an encrypted workbook may name.
enum Digest: String {
    case md5 = "MD5"
    case sha1 = "SHA1"
    case sha256 = "SHA256"
    case sha384 = "SHA384"
    case sha512 = "SHA512"

    /// A function by its name in a file, with or without a hyphen.
    init?(named name: String) { self.init(rawValue: name.uppercased().filter { $0 != "-" }) }

    /// How many bytes a hash has.
    var size: Int {
        switch self {
        case .md5: Insecure.MD5.byteCount
        case .sha1: Insecure.SHA1.byteCount
        case .sha256: SHA256.byteCount
        case .sha384: SHA384.byteCount
        case .sha512: SHA512.byteCount
        }
    }

    /// The hash of some bytes.
    func hash(_ bytes: [UInt8]) -> [UInt8] {
        switch self {
        case .md5: Array(Insecure.MD5.hash(data: bytes))
        case .sha1: Array(Insecure.SHA1.hash(data: bytes))
        case .sha256: Array(SHA256.hash(data: bytes))
        case .sha384: Array(SHA384.hash(data: bytes))
        case .sha512: Array(SHA512.hash(data: bytes))
        }
    }

    /// The keyed hash of some bytes (HMAC, RFC 2104).
    func authenticationCode(of bytes: [UInt8], key: [UInt8]) -> [UInt8] {
        let key = SymmetricKey(data: key)
        return switch self {
        case .md5: Array(HMAC<Insecure.MD5>.authenticationCode(for: bytes, using: key))
        case .sha1: Array(HMAC<Insecure.SHA1>.authenticationCode(for: bytes, using: key))
        case .sha256: Array(HMAC<SHA256>.authenticationCode(for: bytes, using: key))
        case .sha384: Array(HMAC<SHA384>.authenticationCode(for: bytes, using: key))
        case .sha512: Array(HMAC<SHA512>.authenticationCode(for: bytes, using: key))
        }
    }

    /// A password's hash with its salt, hashed on `spins` times so that guessing is slow ([MS-OFFCRYPTO] 2.3.6.2, 2.3.4.7).
    func hash(password: String, salt: [UInt8], spins: Int) -> [UInt8] {
        var hash = hash(salt + password.utf16.flatMap { [UInt8(truncatingIfNeeded: $0), UInt8($0 >> 8)] })
        for spin in 0..<spins { hash = self.hash([UInt8](little: UInt32(truncatingIfNeeded: spin)) + hash) }
        return hash
    }
}
