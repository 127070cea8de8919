import Foundation
import Testing

@testable import WorkbookReader

/// Archives that are put together in another way than Excel's, and can be read all the same.
struct OddArchiveTests {
    private static let sheet = "xl/worksheets/sheet1.xml"
    private let made = MadeWorkbook(rows: "<row><c t=\"s\"><v>1</v></c></row>")

    private func listing(_ bytes: [UInt8], named name: String = "a.xlsx") -> [String]? {
        (try? WorkbookReader().read(bytes: bytes, named: name))?.listing
    }

    /// A server's line break or mark, a spanned archive's mark, a program that unpacks itself.
    @Test(arguments: [
        [10], [13, 10], [0xEF, 0xBB, 0xBF], Array("PK00".utf8), Array("<br />\n<b>Notice</b>: x".utf8),
        [0x4D, 0x5A] + [UInt8](repeating: 0, count: 5_000),
    ])
    func somethingBeforeTheArchive(before: [UInt8]) {
        let bytes = before + made.archive.bytes
        #expect(listing(bytes) == ["A1 text beta"])
        #expect(listing(bytes + [13, 10]) == ["A1 text beta"])
        // Only where the name says that it is a workbook.
        #expect(listing(bytes, named: "a.csv") != ["A1 text beta"])
        #expect(listing(bytes, named: "") == nil)
        // A part that is cut off at its end is none.
        #expect(listing(before + made.archive.bytes.dropLast(30)) == nil)
    }

    @Test func theFileOnDiskToo() throws {
        let file = FileManager.default.temporaryDirectory.appending(path: "\(UUID()).xlsx")
        try Data([10] + made.archive.bytes).write(to: file)
        defer { try? FileManager.default.removeItem(at: file) }
        #expect(try WorkbookReader().read(path: file.path).listing == ["A1 text beta"])
    }

    @Test func ofTwoPartsOfOneNameTheLastCounts() {
        func archive(_ name: String) -> [UInt8] {
            var archive = made.archive
            let rows = "<row><c><v>999</v></c></row>"
            let bytes = MadeWorkbook(rows: rows).allParts[Self.sheet] ?? []
            archive.parts.append(MadeArchive.Part(name: name, bytes: bytes))
            return archive.bytes
        }
        #expect(listing(archive(Self.sheet)) == ["A1 number 999"])
        // In other letters it is another part, as long as the one that is named is there.
        #expect(listing(archive("xl/worksheets/Sheet1.xml")) == ["A1 text beta"])
    }

    @Test func foldersOfOtherProgramsBesideTheWorkbook() {
        var archive = made.archive
        archive.parts.append(MadeArchive.Part(name: "word/document.xml", bytes: [1]))
        archive.parts.append(MadeArchive.Part(name: "ppt/x.xml", bytes: [1]))
        #expect(listing(archive.bytes) == ["A1 text beta"])
    }

    @Test func rootThatNamesAPartThatIsNotThere() {
        var other = made
        other.parts["_rels/.rels"] = Array(
            "<Relationships><Relationship Id='a' Type='x/officeDocument' Target='xl/none.xml'/></Relationships>".utf8)
        #expect(listing(other.archive.bytes) == ["A1 text beta"])
    }
}
