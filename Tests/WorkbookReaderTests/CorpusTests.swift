import Foundation
import Testing

@testable import WorkbookReader

/// Workbooks from the test suites of other projects, where they are present beside this package.
struct CorpusTests {
    static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent().appending(path: "shared/corpus")

    /// File and verdict of each line of the manifest.
    static let files: [(file: String, verdict: String)] = {
        guard let text = try? String(contentsOf: root.appending(path: "manifest.tsv"), encoding: .utf8) else {
            return []
        }
        return text.split(separator: "\n").dropFirst().compactMap { line in
            let fields = line.split(separator: "\t", omittingEmptySubsequences: false)
            return fields.count > 6 ? (String(fields[2]), String(fields[6])) : nil
        }
    }()

    @Test(
        .enabled(if: !files.isEmpty, "../shared/corpus is not here"), arguments: files.filter { $0.verdict == "reject" }
    )
    func refused(file: String, verdict: String) {
        #expect(throws: ReadingError.self) {
            try WorkbookReader().read(path: Self.root.appending(path: "files/\(file)").path)
        }
    }

    @Test(
        .enabled(if: !files.isEmpty, "../shared/corpus is not here"), arguments: files.filter { $0.verdict != "reject" }
    )
    func read(file: String, verdict: String) throws {
        let workbook = try WorkbookReader().read(path: Self.root.appending(path: "files/\(file)").path)
        for sheet in workbook.sheets { try sheet.checkOrder(texts: workbook.texts.count) }
    }
}

extension Sheet {
    /// What `Segment` promises: rows and columns ascend, starts fit, texts exist.
    func checkOrder(texts: Int) throws {
        var last: Int32 = 0
        for segment in segments {
            #expect(segment.starts.count == segment.rows.count + 1)
            #expect(Int(try #require(segment.starts.last)) == segment.tags.count)
            #expect(segment.tags.count == segment.columns.count && segment.tags.count == segment.payloads.count)
            for index in segment.rows.indices {
                guard segment.rows[index] > last else { throw BrokenOrder.rows(segment.rows[index]) }
                last = segment.rows[index]
                var column = -1
                for cell in segment.cells(ofRowAt: index) {
                    guard Int(segment.columns[cell]) > column else { throw BrokenOrder.columns(last) }
                    column = Int(segment.columns[cell])
                    if let text = segment[cell: cell].textIndex, !(0..<texts ~= text) { throw BrokenOrder.text(text) }
                }
            }
        }
    }

    enum BrokenOrder: Error { case rows(Int32), columns(Int32), text(Int) }
}
