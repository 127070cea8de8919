import Testing

@testable import WorkbookReader

/// Files that are damaged or mean harm: each is refused by its own error.
struct HostileTests {
    private static let sheet = "xl/worksheets/sheet1.xml"

    private func error(_ bytes: [UInt8]) -> ReadingError? {
        do {
            _ = try WorkbookReader().read(bytes: bytes)
            return nil
        } catch { return error }
    }

    private func error(sheet: String) -> ReadingError? { error(MadeWorkbook(sheet: sheet).archive.bytes) }

    @Test(arguments: [
        ("", ReadingError.empty),
        ("hello, world", .notAWorkbook(kind: .text)), ("<!DOCTYPE html><html>", .notAWorkbook(kind: .html)),
        ("\u{FEFF}<html xmlns:x='urn'><table>", .notAWorkbook(kind: .html)),
        ("<?xml version='1.0'?><Workbook>", .notAWorkbook(kind: .xml)), ("%PDF-1.7", .notAWorkbook(kind: .pdf)),
        ("GIF89a\u{1}", .notAWorkbook(kind: .image)), ("Rar!\u{1A}\u{7}", .notAWorkbook(kind: .archive)),
        ("\u{1}\u{2}\u{3}\u{4}", .notAWorkbook(kind: .unknown)),
    ])
    func notAnArchive(content: String, expected: ReadingError) { #expect(error(Array(content.utf8)) == expected) }

    @Test func compoundDocuments() {
        let magic: [UInt8] = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]
        let zeros = [UInt8](repeating: 0, count: 5_000)
        #expect(error(magic + zeros) == .notAWorkbook(kind: .oldExcel))
        let name = "EncryptedPackage".utf8.flatMap { [$0, 0 as UInt8] }
        #expect(error(magic + zeros + name + zeros) == .passwordProtected)
    }

    @Test func otherArchives() {
        func kind(_ names: [String]) -> ReadingError? {
            error(MadeArchive(parts: names.map { MadeArchive.Part(name: $0, bytes: [1]) }).bytes)
        }
        #expect(kind(["a.txt"]) == .notAWorkbook(kind: .archive))
        #expect(kind(["mimetype", "content.xml"]) == .notAWorkbook(kind: .openDocument))
        #expect(kind(["xl/workbook.bin"]) == .notAWorkbook(kind: .binaryExcel))
        #expect(kind(["xl/styles.xml"]) == .missingPart("xl/workbook.xml"))
    }

    @Test func cutOffAnywhere() {
        let bytes = MadeWorkbook(rows: "<row><c><v>1</v></c></row>").archive.bytes
        for length in stride(from: 4, to: bytes.count, by: 7) {
            #expect(error(Array(bytes.prefix(length))) != nil, "\(length) of \(bytes.count) bytes")
        }
    }

    @Test func wrongChecksumAndSize() {
        var archive = MadeWorkbook(rows: "<row><c><v>1</v></c></row>").archive
        let index = archive.parts.firstIndex { $0.name == Self.sheet } ?? 0
        archive.parts[index].checksumError = 1
        #expect(error(archive.bytes) == .damaged(part: Self.sheet, damage: .checksum))
        archive.parts[index].checksumError = 0
        // One byte fewer than there are, and one more, which the checksum disproves.
        archive.parts[index].sizeError = .max
        #expect(error(archive.bytes) == .damaged(part: Self.sheet, damage: .checksum))
        archive.parts[index].sizeError = 1
        #expect(error(archive.bytes) == nil)
        archive.parts[index].sizeError = 0
        #expect(error(archive.bytes) == nil)
    }

    @Test func namesThatClimbOut() {
        for name in ["../x", "xl/../../x", "..\\x", "/../x"] {
            var archive = MadeWorkbook().archive
            archive.parts.append(MadeArchive.Part(name: name, bytes: []))
            #expect(error(archive.bytes) == .limit(name: "partNames", value: 0, part: name))
        }
    }

    @Test(arguments: [
        "<!DOCTYPE x><worksheet><sheetData/></worksheet>",
        "<!DOCTYPE x [<!ENTITY a \"aaaa\">]><worksheet><sheetData/></worksheet>",
        "<worksheet><sheetData><row><c t=\"str\"><v>&a;</v></c></row></sheetData></worksheet>",
    ])
    func documentTypesAndEntities(sheet: String) { #expect(error(sheet: sheet) == .forbiddenMarkup(part: Self.sheet)) }

    @Test(arguments: [
        "", "x", "<", "<worksheet", "<worksheet>", "<worksheet><sheetData>", "<worksheet><sheetData><row>",
        "<worksheet><sheetData><row><c>", "<worksheet><sheetData><row><c r=\"A1", "<worksheet><sheetData><row><c><v>1",
        "<worksheet><sheetData><row><c><v>1</v>", "<worksheet><sheetData><row><c><v>1</v></c>",
        "<worksheet><sheetData><row><c><v>1</v></c></row>", "<worksheet><!-- <sheetData/>", "<worksheet><![CDATA[",
        "<worksheet><sheetData><row><c><v><b/></v></c></row></sheetData></worksheet>",
        "<worksheet><sheetData><row><c><is></c></row></sheetData></worksheet>", "<worksheet><sheetData><x></sheetData>",
        "<worksheet><sheetData><row><c s=\"1></c></row></sheetData></worksheet>", "<worksheet><?x",
        "<worksheet><sheetData><row><c / ><v>1</v></c></row></sheetData></worksheet>",
        "<worksheet><sheetData><row><row r=\"2\"/></row></sheetData></worksheet>",
        "<worksheet><sheetData/>", "<worksheet><sheetData/></worksheet", "<worksheet><sheetData></sheetData><a b=\"",
        "<worksheet><sheetData/><mergeCells><mergeCell ref=\"A1:B1\"></worksheet>",
        "<worksheet><a><sheetData/></worksheet>",
    ])
    func brokenMarkup(sheet: String) { #expect(error(sheet: sheet) == .damaged(part: Self.sheet, damage: .markup)) }

    @Test(
        arguments: [[0xFF], [0xC0, 0x80], [0xE4, 0xB8], [0xED, 0xA0, 0x80], [0xF4, 0x90, 0x80, 0x80], [0x80]]
            as [[UInt8]])
    func bytesThatAreNotUTF8(bytes: [UInt8]) {
        let head = Array("<worksheet><sheetData><row><c t='str'><v>".utf8)
        let tail = Array("</v></c></row></sheetData></worksheet>".utf8)
        var made = MadeWorkbook()
        made.parts[Self.sheet] = head + bytes + tail
        #expect(error(made.archive.bytes) == .damaged(part: Self.sheet, damage: .encoding))
        made = MadeWorkbook()
        made.parts["xl/sharedStrings.xml"] = Array("<sst><si><t>".utf8) + bytes + Array("</t></si></sst>".utf8)
        #expect(error(made.archive.bytes) == .damaged(part: "xl/sharedStrings.xml", damage: .encoding))
    }

    @Test func textThatIsNotThere() {
        let rows = "<row><c t=\"s\"><v>2</v></c></row>"
        #expect(error(MadeWorkbook(rows: rows).archive.bytes) == .damaged(part: Self.sheet, damage: .reference))
        #expect(
            error(MadeWorkbook(rows: rows, shared: nil).archive.bytes) == .damaged(part: Self.sheet, damage: .reference)
        )
        #expect(
            error(MadeWorkbook(rows: "<row><c t=\"s\"><v>-1</v></c></row>").archive.bytes)
                == .damaged(part: Self.sheet, damage: .reference))
    }

    @Test func sheetPartThatIsNotThere() {
        var archive = MadeWorkbook().archive
        archive.parts.removeAll { $0.name == Self.sheet }
        #expect(error(archive.bytes) == .missingPart(Self.sheet))
    }

    /// Whatever byte of a workbook is changed, the answer is a workbook or an error, never a trap.
    @Test func everyByteChanged() {
        let rows =
            "<row r=\"1\" hidden=\"1\"><c r=\"A1\" s=\"0\"><v>1.5E2</v></c><c r=\"B1\" t=\"s\"><v>0</v></c><c r=\"C1\" t=\"inlineStr\"><is><t>&amp;_x000D_</t></is></c></row>"
        let made = MadeWorkbook(rows: rows, behind: "<mergeCells><mergeCell ref=\"A1:B2\"/></mergeCells>")
        let sheet = made.allParts[Self.sheet] ?? []
        for index in sheet.indices {
            for byte in [0, UInt8(ascii: "<"), UInt8(ascii: "\"")] {
                var changed = made
                var bytes = sheet
                bytes[index] = byte
                changed.parts[Self.sheet] = bytes
                _ = try? changed.read()
            }
        }
        let bytes = made.archive.bytes
        for index in stride(from: 0, to: bytes.count, by: 3) {
            var changed = bytes
            changed[index] ^= 0x55
            _ = try? WorkbookReader().read(bytes: changed)
        }
    }
}
