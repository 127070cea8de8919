import Books
import Foundation
import Intake
import WorkbookReader

/// A company's own rules for a month's folder: where they stand, and what they say.
struct CompanySettings {
    /// What they say, with the defaults where they say nothing.
    let reading: SettingsReading

    var settings: Settings { reading.settings }

    /// What the settings workbook may be called, the first before the second.
    static let names = ["settings.xlsx", "设置.xlsx"]
    /// What the workbook of aliases to confirm may be called; the first is what the program writes.
    static let aliasNames = ["aliases-to-confirm.xlsx", "别名待确认.xlsx"]

    /// Whether a file's name says that it holds settings and is no book of the month.
    static func isOwn(_ name: String) -> Bool { (names + aliasNames).contains(name.lowercased()) }

    /// Reads the settings that hold for a folder: the file named, else the folder's own, else its parent's.
    ///
    /// - Parameters:
    ///   - named: A settings workbook that was given by name; one that is not there is an error.
    ///   - output: The folder with what earlier runs wrote, where people confirm aliases.
    static func read(
        folder: String, named: String? = nil, output: String? = nil, passwords: [String] = []
    ) throws(FolderError) -> CompanySettings {
        let decisions = decisions(folders: (output.map { [$0] } ?? []) + [folder, folder + "/.."], passwords)
        if let named, !FileManager.default.fileExists(atPath: named) { throw .noSettings(named) }
        let found = files(folder)
        guard let path = named ?? found.first?.path else {
            return CompanySettings(reading: SettingsReading(decisions: decisions))
        }
        let shown = named ?? found.first?.shown ?? path
        let others = found.map(\.shown).filter { $0 != shown }
        do throws(ReadingError) {
            let workbook = try WorkbookReader(passwords: passwords).read(path: path)
            return CompanySettings(
                reading: SettingsReading(workbook, file: shown, passedOver: others, decisions: decisions))
        } catch {
            return CompanySettings(reading: SettingsReading(unreadable: error, file: shown, decisions: decisions))
        }
    }

    /// Reads the settings that hold for single files: the file named, else those of a month's folder that comes with them.
    static func read(besides folder: String?, named: String?) throws(FolderError) -> CompanySettings {
        if let folder { return try read(folder: folder, named: named, output: folder + "/out") }
        guard let named else { return CompanySettings(reading: SettingsReading()) }
        return try read(folder: ".", named: named)
    }

    /// The settings workbooks of a folder and its parent, the one that counts first.
    static func files(_ folder: String) -> [(path: String, shown: String)] {
        existing(names, in: folder).map { (folder + "/" + $0, $0) }
            + existing(names, in: folder + "/..").map { (folder + "/../" + $0, "../" + $0) }
    }

    /// The passwords to try on a file: those given on the command line, and those of the settings that name it.
    func passwords(for path: String, given: [String]) -> [String] {
        given + reading.passwords.filter { $0.applies(to: path) }.map(\.password)
    }

    /// The files of a folder that are called so, whatever the case of their letters.
    private static func existing(_ wanted: [String], in folder: String) -> [String] {
        let items = ((try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []).sorted()
        return wanted.flatMap { name in items.filter { $0.lowercased() == name } }
    }

    /// What people decided about proposed aliases, wherever they keep it; the first that speaks of one counts.
    private static func decisions(folders: [String], _ passwords: [String]) -> [AliasDecision] {
        var decisions: [AliasDecision] = []
        for folder in folders {
            for name in existing(aliasNames, in: folder) {
                guard let workbook = try? WorkbookReader(passwords: passwords).read(path: folder + "/" + name) else {
                    continue
                }
                for decision in SettingsReading.decisions(in: workbook).decisions
                where decision.verdict != .open
                    && !decisions.contains(where: { $0.kind == decision.kind && $0.written == decision.written })
                {
                    decisions.append(decision)
                }
            }
        }
        return decisions
    }
}
