import Foundation
import Testing
import WorkbookReader

@testable import WorkbookEditor

/// Workbooks from the test suites of other projects, where they are present beside this package: annotated, they hold
/// what they held before. scripts/feedback-check asks other programs the same.
struct CorpusTests {
    static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent().appending(path: "shared/corpus/files")

    static let folders: [String] = ((try? FileManager.default.contentsOfDirectory(atPath: root.path)) ?? []).sorted()

    @Test(.enabled(if: !folders.isEmpty, "../shared/corpus is not here"), arguments: folders)
    func annotated(folder: String) throws {
        let files = try FileManager.default.contentsOfDirectory(atPath: Self.root.appending(path: folder).path).sorted()
        var count = 0
        // The largest have nothing that the others have not, and cost a debug build seconds each.
        for file in files {
            let url = Self.root.appending(path: folder).appending(path: file)
            let bytes = [UInt8](try Data(contentsOf: url))
            guard bytes.count < 60_000, let before = try? WorkbookReader().read(bytes: bytes) else { continue }
            let edit = WorkbookEdit(
                annotations: before.sheets.flatMap { sheet in
                    [(1, 0), (Int(sheet.lastRow), 1), (Int(min(sheet.lastRow, 1_000_000)) + 2, 2)].map {
                        WorkbookEdit.Annotation(
                            sheet: sheet.name, row: max($0.0, 1), column: $0.1, fill: 0xFFC7CE, note: "note")
                    }
                }, list: .small, author: "tieout", font: "Calibri")
            let after: Workbook
            do {
                after = try WorkbookReader().read(bytes: try edit.applied(to: bytes).bytes)
            } catch {
                #expect(error as? EditingError == .structureLocked, "\(file)")
                continue
            }
            #expect(after.sheets.count == before.sheets.count + 1, "\(file)")
            for (own, other) in zip(before.sheets, after.sheets.dropFirst()) {
                #expect(Self.cells(own, before) == Self.cells(other, after), "\(file) \(own.name)")
                #expect(own.merges == other.merges && own.hiddenRows == other.hiddenRows, "\(file) \(own.name)")
                #expect(own.hiddenColumns == other.hiddenColumns, "\(file) \(own.name)")
            }
            count += 1
        }
        #expect(count > 0)
    }

    private static func cells(_ sheet: Sheet, _ workbook: Workbook) -> [String] {
        var lines: [String] = []
        sheet.forEachRow { row, segment, cells in
            for cell in cells {
                let value = segment[cell: cell]
                lines.append("\(row) \(segment.columns[cell]) \(value.kind) \(workbook.text(of: value))")
            }
        }
        return lines
    }
}
