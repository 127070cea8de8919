/// A workbook that is protected by a password: a compound file with a description and a package.
struct EncryptedWorkbook {
    static let description = "EncryptionInfo"
    static let package = "EncryptedPackage"

    private enum Scheme {
        case standard(StandardEncryption)
        case agile(AgileEncryption)
    }

    private let scheme: Scheme
    private let package: [UInt8]

    /// `nil` if this compound file holds no encrypted workbook.
    init?(_ file: CompoundFile, limits: ReadingLimits) throws(ReadingError) {
        guard file.has(Self.package) else { return nil }
        guard let info = try file.stream(Self.description) else { throw .missingPart(Self.description) }
        guard let major = info.little16(at: 0), let minor = info.little16(at: 2) else {
            throw .damaged(part: Self.description, damage: .encryption)
        }
        switch (major, minor) {
        case (4, 4): scheme = .agile(try AgileEncryption(Array(info.dropFirst(8)), limits: limits))
        case (2...4, 2): scheme = .standard(try StandardEncryption(info))
        // RC4 is never used for workbooks of this kind, and nobody but its maker can read an extension.
        default: throw .damaged(part: Self.description, damage: .cipher)
        }
        guard let package = try file.stream(Self.package) else { throw .missingPart(Self.package) }
        self.package = package
    }

    /// The workbook's bytes, with the first of the passwords that opens it.
    func decrypt(passwords: [String]) throws(ReadingError) -> [UInt8] {
        guard !passwords.isEmpty else { throw .passwordProtected }
        for password in passwords {
            switch scheme {
            case .standard(let scheme):
                guard let key = scheme.key(password: password) else { continue }
                return try scheme.decrypt(package, key: key)
            case .agile(let scheme):
                guard let key = try scheme.key(password: password) else { continue }
                return try scheme.decrypt(package, key: key)
            }
        }
        throw .wrongPassword
    }

    /// How long the workbook in a package is: its first eight bytes.
    static func size(of package: [UInt8]) throws(ReadingError) -> Int {
        guard let low = package.little32(at: 0), package.little32(at: 4) == 0, Int(low) <= package.count - 8 else {
            throw .damaged(part: Self.package, damage: .encryption)
        }
        return Int(low)
    }
}
