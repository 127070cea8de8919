import ArgumentParser
import Books
import Foundation
import WorkbookEditor
import WorkbookReader
import WorkbookWriter

/// Fills and comments a workbook's first cells, to hold the editing of packages against other programs
/// (scripts/feedback-check).
struct AnnotateCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "annotate", abstract: "(called by scripts/feedback-check)", shouldDisplay: false)

    @Argument var file: String
    @Argument var output: String

    func run() throws {
        do {
            let bytes = [UInt8](try Data(contentsOf: URL(fileURLWithPath: file)))
            let annotations = try WorkbookReader().read(path: file).sheets.flatMap(Self.annotations)
            let look = CellLook(font: "Calibri")
            let rows = annotations.map { annotation in
                let cell = CellReference(
                    file: "", sheet: annotation.sheet, row: annotation.row, column: annotation.column)
                return ListSheet.Row([.init(cell.cell, look, link: (annotation.sheet, cell.cell))])
            }
            let list = ListSheet(name: "tieout", tabColor: 0xC00000, widths: [12], rows: rows, frozenRows: 0)
            let edit = WorkbookEdit(annotations: annotations, list: list, author: "tieout", font: "Calibri")
            try OutputFile.write(try edit.applied(to: bytes).bytes, to: output)
        } catch let error as EditingError {
            StandardError.write("\(file): \(error)")
            throw ExitCode(3)
        } catch {
            StandardError.write("\(file): \(error)")
            throw ExitCode(2)
        }
    }

    /// The sheet's corner and its first four cells, in two colours, and a cell where there is none.
    private static func annotations(of sheet: Sheet) -> [WorkbookEdit.Annotation] {
        var places: [(row: Int, column: Int)] = [(1, 0)]
        sheet.forEachRow { row, segment, cells in
            for cell in cells where places.count < 5 { places.append((Int(row), Int(segment.columns[cell]))) }
        }
        places.append((min(Int(sheet.lastRow) + 3, 1_048_576), 3))
        return places.enumerated().map { number, place in
            WorkbookEdit.Annotation(
                sheet: sheet.name, row: place.row, column: place.column, fill: number % 2 == 0 ? 0xFFC7CE : 0xFFF2CC,
                note: "应有 1 < 2\n& expected \(number)")
        }
    }
}
