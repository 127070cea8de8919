import Books
import Foundation
import Testing
import WorkbookReader
import WorkbookWriter

@testable import Reports

/// LibreOffice as a second opinion: it works every formula out anew, and every figure must come out as the program
/// stored it.
@Suite(
    .enabled(if: Office.isHere, "soffice is not installed: libreoffice-calc-nogui renders and recalculates"),
    .serialized)
struct RenderTests {
    /// The control: a stored result that is wrong comes back right, so the office does calculate.
    @Test func theOfficeCalculates() throws {
        let scratch = try Scratch()
        let properties = DocumentProperties(title: "control", createdDay: 20_000)
        try WorkbookWriter.write(to: scratch.file("control.xlsx"), properties: properties) { book in
            let sheet = try book.addSheet("S")
            sheet.number(StoredNumber(20), row: 1, column: 0)
            sheet.formula("A1+1", result: StoredNumber(3), row: 2, column: 0)
        }
        #expect(try WrittenCells(scratch.file("control.xlsx"))["S", "A2"] == "3")
        let again = try Office.recalculated([scratch.file("control.xlsx")], in: scratch)
        #expect(try WrittenCells(again[0])["S", "A2"] == "21")
    }

    @Test(arguments: Language.allCases) func everyLiveFigureIsTheProgramsOwn(language: Language) async throws {
        let scratch = try Scratch()
        let (month, result) = SmallMonth.make()
        let paths = try await Reports.write(
            month: month, reconciliation: result, into: scratch.file("out"), booksFolder: scratch.path,
            language: language
        ).filter { $0.hasSuffix(".xlsx") }
        #expect(paths.count == 2)
        try holdToTheOffice(paths, in: scratch)
    }

    private func holdToTheOffice(_ paths: [String], in scratch: Scratch) throws {
        let again = try Office.recalculated(paths, in: scratch)
        for (path, other) in zip(paths, again) {
            let stored = try WrittenCells(path), worked = try WrittenCells(other)
            #expect(stored.names == worked.names)
            for (sheet, cells) in stored.sheets {
                for (cell, text) in cells where !text.isEmpty {
                    #expect(
                        Office.same(text, worked[sheet, cell] ?? ""),
                        "\(sheet)!\(cell): stored \(text), worked out \(worked[sheet, cell] ?? "nothing")")
                }
            }
        }
    }

    @Test(arguments: Language.allCases) func everyLiveFigureOfTheOrdersIsTheProgramsOwn(language: Language) throws {
        let scratch = try Scratch()
        let (month, result) = OrderMonth.make()
        let path = try Reports.writeOrders(
            month: month, reconciliation: result, into: scratch.file("out"), booksFolder: scratch.path,
            language: language)
        try holdToTheOffice([path], in: scratch)
    }

    @Test(arguments: Language.allCases) func bothWorkbooksPrint(language: Language) async throws {
        let scratch = try Scratch()
        let (month, result) = SmallMonth.make()
        let paths = try await Reports.write(
            month: month, reconciliation: result, into: scratch.file("out"), booksFolder: scratch.path,
            language: language
        ).filter { $0.hasSuffix(".xlsx") }
        for pdf in try Office.convert(paths, to: "pdf", in: scratch) {
            let bytes = [UInt8](try Data(contentsOf: URL(fileURLWithPath: pdf)))
            #expect(bytes.starts(with: Array("%PDF".utf8)))
            #expect(bytes.count > 10_000)
        }
    }
}

/// LibreOffice without a window, with a profile of the test's own.
enum Office {
    static let path = ["/usr/bin/soffice", "/usr/local/bin/soffice", "/opt/libreoffice/program/soffice"]
        .first { FileManager.default.isExecutableFile(atPath: $0) }

    static var isHere: Bool { path != nil }

    /// Told to calculate every formula when it opens a file, which it otherwise does only when it thinks it must.
    private static let settings = """
        <?xml version="1.0" encoding="UTF-8"?>
        <oor:items xmlns:oor="http://openoffice.org/2001/registry" xmlns:xs="http://www.w3.org/2001/XMLSchema">
        <item oor:path="/org.openoffice.Office.Calc/Formula/Load"><prop oor:name="OOXMLRecalcMode" oor:op="fuse">\
        <value>0</value></prop></item>
        </oor:items>
        """

    static func recalculated(_ paths: [String], in scratch: Scratch) throws -> [String] {
        try convert(paths, to: "xlsx", in: scratch)
    }

    static func convert(_ paths: [String], to format: String, in scratch: Scratch) throws -> [String] {
        let profile = scratch.file("profile"), out = scratch.file("office-\(format)")
        try FileManager.default.createDirectory(atPath: profile + "/user", withIntermediateDirectories: true)
        try settings.write(
            toFile: profile + "/user/registrymodifications.xcu", atomically: true, encoding: .utf8)
        let process = Process()
        process.executableURL = URL(fileURLWithPath: try #require(path))
        process.arguments =
            ["--headless", "-env:UserInstallation=file://" + profile, "--convert-to", format, "--outdir", out] + paths
        process.standardOutput = FileHandle.nullDevice
        process.standardError = FileHandle.nullDevice
        try process.run()
        process.waitUntilExit()
        return paths.map { path in
            let name = path.split(separator: "/").last.map(String.init) ?? path
            return out + "/" + (name.split(separator: ".").first.map(String.init) ?? name) + "." + format
        }
    }

    /// Texts that are equal, or decimals that are equal at a hundredth of a fen: a double carries no more.
    static func same(_ left: String, _ right: String) -> Bool {
        if left == right { return true }
        guard let a = Double(left), let b = Double(right) else { return false }
        return abs(a - b) < 0.000_05
    }
}
