@testable import WorkbookReader

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// What libFuzzer calls with each input. The input is a part of a workbook, or with `archive` the whole file; whatever it
/// holds, the answer is a workbook that keeps its promises or an error.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzz(_ start: UnsafePointer<UInt8>, _ count: Int) -> CInt {
    let input = Array(UnsafeBufferPointer(start: start, count: count))
    var limits = ReadingLimits()
    limits.unpackedBytes = 64 << 20
    limits.cells = 1_000_000
    limits.passwordSpins = 1_000
    // A password that none of the seeds has and one that some have.
    let reader = WorkbookReader(limits: limits, passwords: ["", "订单2026"], oldExcel: nil)
    guard let workbook = try? reader.read(bytes: FuzzTarget.file(input), named: FuzzTarget.name) else { return 0 }
    for sheet in workbook.sheets { check(sheet, of: workbook) }
    return 0
}

/// Traps where a sheet breaks what `Segment` promises.
private func check(_ sheet: Sheet, of workbook: Workbook) {
    var last: Int32 = 0
    var bytes: [UInt8] = []
    for segment in sheet.segments {
        for index in segment.rows.indices {
            precondition(segment.rows[index] > last, "rows ascend")
            last = segment.rows[index]
            var column = -1
            for cell in segment.cells(ofRowAt: index) {
                precondition(Int(segment.columns[cell]) > column, "columns ascend")
                column = Int(segment.columns[cell])
                bytes.removeAll(keepingCapacity: true)
                workbook.write(segment[cell: cell], into: &bytes)
                if let text = segment[cell: cell].textIndex {
                    precondition(0..<workbook.texts.count ~= text, "texts exist")
                }
            }
        }
    }
}

/// The part that an input takes the place of.
private enum FuzzTarget: String {
    case archive, sheet, texts, styles, workbook, relationships
    /// Whole files of other kinds.
    case delimited, page, spreadsheet, encryption

    static let chosen = FuzzTarget(rawValue: getenv("FUZZ_TARGET").map { String(cString: $0) } ?? "") ?? .archive

    /// The file that an input makes.
    static func file(_ input: [UInt8]) -> [UInt8] {
        switch chosen {
        case .archive, .delimited, .encryption: return input
        case .page: return Array("<html>".utf8) + input
        case .spreadsheet: return Array("<?xml version='1.0'?>".utf8) + input
        case .sheet, .texts, .styles, .workbook, .relationships: return workbook(input)
        }
    }

    /// What the file is called: some are only read under some names.
    static var name: String {
        switch chosen {
        case .delimited: "a.csv"
        case .page, .spreadsheet: "a.xls"
        default: ""
        }
    }

    /// A workbook with one part of the input's.
    private static func workbook(_ input: [UInt8]) -> [UInt8] {
        var made = MadeWorkbook(
            rows: "<row r=\"1\"><c r=\"A1\" s=\"1\"><v>45992.5</v></c><c r=\"B1\" t=\"s\"><v>0</v></c></row>",
            cellFormats: [0, 14])
        switch chosen {
        case .archive, .delimited, .page, .spreadsheet, .encryption: break
        case .sheet: made.parts["xl/worksheets/sheet1.xml"] = input
        case .texts: made.parts["xl/sharedStrings.xml"] = input
        case .styles: made.parts["xl/styles.xml"] = input
        case .workbook: made.parts["xl/workbook.xml"] = input
        case .relationships: made.parts["xl/_rels/workbook.xml.rels"] = input
        }
        return made.archive.bytes
    }
}
