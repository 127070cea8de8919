import Foundation
import Testing

@testable import WorkbookReader

/// Workbooks of Excel 97 to 2003.
struct OldExcelTests {
    /// A cell as xlrd reads it.
    struct Peer: Decodable {
        let sheet: String
        let row: Int32
        let column: Int
        let kind: String
        let value: String

        init(from decoder: any Decoder) throws {
            var fields = try decoder.unkeyedContainer()
            sheet = try fields.decode(String.self)
            row = try fields.decode(Int32.self)
            column = try fields.decode(Int.self)
            kind = try fields.decode(String.self)
            value = try fields.decode(String.self)
        }
    }

    /// Reads in this process, which is fit for files that are known to be sound.
    private func readHere(_ path: String) throws -> Workbook {
        var assembly = OldExcelAssembly(limits: ReadingLimits())
        var failure: ReadingError?
        OldExcelReading.read(path: path) { record in
            do throws(ReadingError) { try assembly.add(record) } catch { failure = failure ?? error }
        }
        if let failure { throw failure }
        return try assembly.workbook()
    }

    @Test func agreesWithXlrd() throws {
        let peers = try JSONDecoder().decode([Peer].self, from: Data(Fixture.bytes("old.xls.json")))
        let workbook = try readHere(Fixture.path("old.xls"))
        #expect(workbook.sheets.map(\.name) == ["订单", "隐藏", "空"])
        for peer in peers {
            let sheet = try #require(workbook.sheets.first { $0.name == peer.sheet })
            let cell = try #require(sheet.cell(row: peer.row + 1, column: peer.column))
            if peer.kind == "number" {
                #expect(cell.kind == .number || cell.kind == .wide)
                #expect(Double(workbook.text(of: cell)) == Double(peer.value))
            } else {
                #expect("\(cell.kind)" == peer.kind)
                #expect(workbook.text(of: cell) == peer.value)
            }
        }
        #expect(workbook.sheets.reduce(0) { $0 + $1.cellCount } == peers.count)
        #expect(workbook.notes == [.oldExcel])
    }

    /// What goes over the pipe comes out as it went in, however it is cut.
    @Test func recordsSurviveThePipe() throws {
        let records = [
            OldExcelRecord(kind: .sheet, bytes: Array("订单".utf8)),
            OldExcelRecord(kind: .number, row: 65_535, column: 255, bytes: Array("0.1".utf8)),
            OldExcelRecord(kind: .end),
        ]
        var bytes: [UInt8] = []
        for record in records { record.write(to: &bytes) }
        var index = 0
        for record in records {
            let cut = try OldExcelRecord.read(Array(bytes[..<(index + 12)]), at: index, limits: ReadingLimits())
            #expect(cut == nil)
            let (read, next) = try #require(try OldExcelRecord.read(bytes, at: index, limits: ReadingLimits()))
            #expect(read.kind == record.kind && read.row == record.row && read.column == record.column)
            #expect(read.bytes == record.bytes)
            index = next
        }
        #expect(index == bytes.count)
        bytes[0] = 0
        #expect(throws: ReadingError.self) { try OldExcelRecord.read(bytes, at: 0, limits: ReadingLimits()) }
    }

    /// A shell in the place of the program that reads, which does what a broken one might.
    private func reader(_ script: String, seconds: Int = 60) -> WorkbookReader {
        var limits = ReadingLimits()
        limits.oldExcelSeconds = seconds
        return WorkbookReader(limits: limits, oldExcel: OldExcelProgram(path: "/bin/sh", arguments: ["-c", script]))
    }

    @Test(arguments: ["kill -SEGV $$", "exit 0", "exit 1", "echo rubbish", "printf 'S\\0\\0'", "kill -KILL $$"])
    func survivesABrokenReader(script: String) {
        #expect(throws: ReadingError.self) { try reader(script).read(path: Fixture.path("old.xls")) }
    }

    @Test func namesTheMemoryThatWasNotEnough() {
        let value = ReadingLimits().oldExcelMemoryBytes
        #expect(throws: ReadingError.limit(name: "oldExcelMemoryBytes", value: value, part: "")) {
            try reader("printf 'M\\0\\0\\0\\0\\0\\0\\0\\0\\0\\0\\0\\0'").read(path: Fixture.path("old.xls"))
        }
    }

    @Test func doesNotWaitForever() {
        #expect(throws: ReadingError.limit(name: "oldExcelSeconds", value: 1, part: "")) {
            try reader("sleep 30", seconds: 1).read(path: Fixture.path("old.xls"))
        }
        // One that never stops talking is stopped as well.
        #expect(throws: ReadingError.self) {
            try reader("while :; do printf 'S\\0\\0\\0\\0\\0\\0\\0\\0\\0\\0\\0\\0'; done", seconds: 5)
                .read(path: Fixture.path("old.xls"))
        }
    }

    /// A compound file of another program's: the same one, its workbook's stream under another name.
    @Test(arguments: [("ETExtDat", ReadingError.FileKind.kingsoft), ("WordDocu", .archive)])
    func saysWhoseFileItIs(name: String, kind: ReadingError.FileKind) throws {
        var bytes = try Fixture.bytes("old.xls")
        let old = "Workbook".utf8.flatMap { [$0, 0 as UInt8] }
        let place = try #require(bytes.indices.first { bytes[$0...].starts(with: old) })
        for (offset, byte) in name.utf8.enumerated() { bytes[place + 2 * offset] = byte }
        #expect(throws: ReadingError.notAWorkbook(kind: kind)) {
            try WorkbookReader().read(bytes: bytes, named: "a.et")
        }
    }

    @Test func isRefusedWithoutAReader() {
        #expect(throws: ReadingError.notAWorkbook(kind: .oldExcel)) {
            try WorkbookReader(oldExcel: nil).read(path: Fixture.path("old.xls"))
        }
    }
}
