import Books
import Foundation
import Intake
import Testing
import WorkbookReader
import WorkbookWriter

/// What a company sets, from the workbook that `tieout init` writes to what a month's run makes of it.
@Suite struct SettingsTests {
    let scratch: ScratchFolder
    init() throws { scratch = try ScratchFolder() }

    static let languages = [("zh-Hans", "设置.xlsx"), ("en", "settings.xlsx")]

    @Test(arguments: languages)
    func readingWhatInitWroteGivesTheDefaults(language: String, name: String) throws {
        let outcome = try Program.run(["init", scratch("2026-10"), "--language", language])
        #expect(outcome.status == 0, "\(outcome.said)")
        let workbook = try WorkbookReader().read(path: scratch("2026-10/" + name))
        let reading = SettingsReading(workbook, file: name)
        #expect(reading.problems.map { $0.sentence(.english) } == [])
        #expect(reading.settings.origin?.file == name)
        #expect(reading.settings.changed == [])
        var settings = reading.settings
        settings.origin = nil
        #expect(settings == Settings())
        #expect(reading.passwords == [] && reading.decisions == [])
    }

    @Test(arguments: languages)
    func everySettingHasItsPlaceInTheWorkbook(language: String, name: String) throws {
        _ = try Program.run(["init", scratch("2026-10"), "--language", language])
        let reading = SettingsReading(
            try WorkbookReader().read(path: scratch("2026-10/" + name)), file: name)
        let empty: Set<SettingName> = [
            .headerCompanies, .series, .columnAliases, .customerAliases, .productAliases, .creditDays,
        ]
        let placed = Set(reading.settings.origin?.places.keys.map { $0 } ?? [])
        #expect(placed == Set(SettingName.allCases).subtracting(empty))
    }
}
