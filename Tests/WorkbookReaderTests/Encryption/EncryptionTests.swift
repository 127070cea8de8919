import Testing

@testable import WorkbookReader

/// Workbooks that are protected by a password.
struct EncryptionTests {
    static let password = "订单2026"

    /// What `Fixtures/make.py` put in before it encrypted.
    static let cells = [
        "A1 text 单号", "B1 text 数量", "C1 text 备注", "A2 text SO-00000", "B2 number 0.5", "A3 text SO-00001",
        "B3 number 1.5", "C3 text 含税", "A4 text SO-00002", "B4 number 2.5",
    ]

    @Test(arguments: ["agile.xlsx", "agile-one-spin.xlsx", "standard.xlsx"])
    func opens(file: String) throws {
        let workbook = try WorkbookReader(passwords: [Self.password]).read(path: Fixture.path(file))
        #expect(workbook.sheets.map(\.name) == ["订单"])
        #expect(workbook.listing == Self.cells)
        // The first that fits is taken.
        let second = try WorkbookReader(passwords: ["", "wrong", Self.password]).read(bytes: Fixture.bytes(file))
        #expect(second.listing == Self.cells)
    }

    @Test func opensManySegments() throws {
        let workbook = try WorkbookReader(passwords: ["p"]).read(path: Fixture.path("agile-segments.xlsx"))
        #expect(workbook.sheets.first?.lastRow == 1501)
        #expect(workbook.listing.last == "C1501 text 含税")
    }

    @Test(arguments: ["agile.xlsx", "standard.xlsx"])
    func saysWhyNot(file: String) throws {
        #expect(throws: ReadingError.passwordProtected) { try WorkbookReader().read(path: Fixture.path(file)) }
        #expect(throws: ReadingError.wrongPassword) {
            try WorkbookReader(passwords: ["订单2025"]).read(path: Fixture.path(file))
        }
    }

    @Test func limitsHowOftenAPasswordIsHashed() throws {
        var limits = ReadingLimits()
        // msoffcrypto writes 100,000.
        limits.passwordSpins = 99_999
        #expect(throws: ReadingError.limit(name: "passwordSpins", value: 99_999, part: "EncryptionInfo")) {
            try WorkbookReader(limits: limits, passwords: [Self.password]).read(path: Fixture.path("agile.xlsx"))
        }
        limits.passwordSpins = 100_000
        _ = try WorkbookReader(limits: limits, passwords: [Self.password]).read(path: Fixture.path("agile.xlsx"))
    }

    /// A changed byte anywhere in an agile package breaks its keyed hash, whatever it would decrypt to.
    @Test func noticesAChangedPackage() throws {
        var bytes = try Fixture.bytes("agile.xlsx")
        let file = try CompoundFile(bytes, limits: ReadingLimits())
        let package = try #require(try file.stream("EncryptedPackage"))
        let probe = Array(package[1_000..<1_032])
        let place = try #require(bytes.indices.first { bytes[$0...].starts(with: probe) })
        bytes[place] ^= 1
        #expect(throws: ReadingError.damaged(part: "EncryptedPackage", damage: .checksum)) {
            try WorkbookReader(passwords: [Self.password]).read(bytes: bytes)
        }
    }

    /// The whole way only for few of those that cost fifty thousand hashes each; the compound file for all.
    @Test(arguments: [("agile-one-spin.xlsx", 64), ("standard.xlsx", 2_048)])
    func survivesSpoiledFiles(file: String, step: Int) throws {
        let bytes = try Fixture.bytes(file)
        let spoiled = Spoiled(bytes, every: 64) { bytes throws(ReadingError) in
            let file = try CompoundFile(bytes, limits: ReadingLimits())
            _ = try EncryptedWorkbook(file, limits: ReadingLimits())
            return Workbook(sheets: [], texts: TextTable(bytes: [], ends: []), uses1904: false)
        }
        #expect(spoiled.refused > 0)
        let whole = Spoiled(bytes, every: step) { bytes throws(ReadingError) in
            try WorkbookReader(passwords: ["订单2026"]).read(bytes: bytes)
        }
        #expect(whole.refused > 0)
    }

    /// A chain of sectors that comes back to its beginning.
    @Test func endsAtACircle() throws {
        var bytes = try Fixture.bytes("agile.xlsx")
        let first = Int(try #require(bytes.little32(at: 76)))
        let table = (first + 1) * 512
        // Each sector is said to be followed by itself.
        for sector in 0..<128 {
            for (offset, byte) in [UInt8](little: UInt32(sector)).enumerated() {
                bytes[table + 4 * sector + offset] = byte
            }
        }
        #expect(throws: ReadingError.damaged(part: "", damage: .compound)) {
            try CompoundFile(bytes, limits: ReadingLimits())
        }
    }

    @Test(
        arguments: [("", []), ("TQ==", [0x4D]), ("TWE=", [0x4D, 0x61]), ("TWFu", [0x4D, 0x61, 0x6E])]
            as [(String, [UInt8])])
    func readsBase64(text: String, bytes: [UInt8]) {
        // Examples of RFC 4648's kind, worked by hand.
        #expect([UInt8](base64: text) == bytes)
        #expect([UInt8](base64: text + "*") == nil)
    }
}
