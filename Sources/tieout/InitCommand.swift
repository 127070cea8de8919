import ArgumentParser
import Books
import Foundation
import WorkbookWriter

/// Lays out a new month.
struct InitCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "init",
        abstract: "新建一个月的文件夹和空白表格 / lays out a new month: folders and empty workbooks",
        discussion: """
            已有的文件一律不动。把收到的文件放进文件夹，文件叫什么名字、放在哪个子文件夹都可以。
            A file that is there already is never touched. Drop what you are sent anywhere in the folder, under any name.
            """)

    @Argument(help: "月份文件夹 / the month's folder", completion: .directory)
    var folder: String

    @OptionGroup var language: LanguageChoice

    mutating func run() throws {
        var made = try Template.all.map { template in
            let path = folder + "/" + template.path[language.language]
            return (
                path,
                isNew: try make(at: path) {
                    try TemplateWriter(template: template, language: language.language).write(to: path)
                }
            )
        }
        made.append(try makeSettings())
        let words = Phrase("已建立", "made"), kept = Phrase("已有，未动", "already there, left as it is")
        for (path, isNew) in made { print("\((isNew ? words : kept)[language.language])  \(path)") }
        let next = Phrase(
            "填好或放入收到的文件后运行：tieout reconcile \(folder)",
            "Fill them in or drop in what you were sent, then run: tieout reconcile \(folder)")
        print(next[language.language])
    }

    /// Writes the settings, unless the month or the folder above it has some: the month's own would hide those.
    private func makeSettings() throws -> (String, isNew: Bool) {
        if let there = CompanySettings.files(folder).first { return (there.path, isNew: false) }
        let path = folder + "/" + SettingsTemplate.name[language.language]
        let isNew = try make(at: path) {
            try SettingsTemplate(settings: Settings(), language: language.language).write(to: path)
        }
        return (path, isNew: isNew)
    }

    /// Writes a workbook where there is nothing yet.
    private func make(at path: String, _ write: () throws -> Void) throws -> Bool {
        let files = FileManager.default
        if files.fileExists(atPath: path) { return false }
        do {
            try files.createDirectory(
                atPath: URL(fileURLWithPath: path).deletingLastPathComponent().path, withIntermediateDirectories: true)
            try write()
            return true
        } catch {
            let wording = Phrase(
                "无法写入 \(path)：\(Self.reason(error))。请检查文件夹是否可写、磁盘是否有空间。",
                "\(path) cannot be written: \(Self.reason(error)). Check that the folder may be written and the disk has room."
            )
            StandardError.write(wording[language.language])
            throw ExitCode(2)
        }
    }

    /// What the system says, without the wrapping it comes in.
    private static func reason(_ error: any Error) -> String {
        switch error as? WritingError {
        case .cannotCreate(_, let reason), .cannotWrite(_, let reason): return reason
        case .some(let other): return String(describing: other)
        case nil: break
        }
        var cause = error as NSError
        while let deeper = cause.userInfo[NSUnderlyingErrorKey] as? any Error { cause = deeper as NSError }
        return cause.domain == NSPOSIXErrorDomain
            ? String(cString: strerror(Int32(cause.code))) : cause.localizedDescription
    }
}
