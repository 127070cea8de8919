import Archive
import Books
import Foundation
import GRDB
import Testing

private let october = Period(year: 2026, month: 10)
private let november = Period(year: 2026, month: 11)

private func finding(_ id: String) -> Finding {
    var finding = Finding(
        code: "dispatch.missing", findingClass: .missing, key: [KeyPart("orderNumber", "SO-1")], owner: .warehouse,
        sources: [], explanation: Phrase("未发货", "not shipped"))
    finding.id = id
    return finding
}

private func run(
    _ period: Period, inputs: [SourceFile] = [], findings: [String] = [], outputs: [SourceFile] = []
) -> Run {
    Run(period: period, inputs: inputs, findings: findings.map(finding), outputs: outputs)
}

@Suite struct ArchiveTests {
    let folder: Folder
    init() throws { folder = try Folder() }

    var path: String { folder.file(Archive.fileName) }

    @Test func aFindingCountsFromTheMonthItWasFirstSeen() throws {
        let archive = try Archive.open(at: path)
        #expect(try archive.since(of: ["a"], period: october) == ["a": october])
        try archive.record(run(october, findings: ["a", "b"]))
        #expect(try archive.since(of: ["a", "c"], period: november) == ["a": october, "c": november])
    }

    @Test func tyingOutAnEarlierMonthMovesTheStartBack() throws {
        let archive = try Archive.open(at: path)
        try archive.record(run(november, findings: ["a"]))
        #expect(try archive.since(of: ["a"], period: october) == ["a": october])
        try archive.record(run(october, findings: ["a"]))
        #expect(try archive.since(of: ["a"], period: november) == ["a": october])
    }

    @Test func itIsStillThereWhenOpenedAgain() throws {
        do { try Archive.open(at: path).record(run(october, findings: ["a"])) }
        let again = try Archive.open(at: path)
        #expect(try again.since(of: ["a"], period: november) == ["a": october])
    }

    @Test func recordingTheSameRunTwiceChangesNothing() throws {
        let archive = try Archive.open(at: path)
        let inputs = [SourceFile(path: "a.xlsx", sha256: "11"), SourceFile(path: "b.xlsx", sha256: "22")]
        try archive.record(run(october, inputs: inputs, findings: ["a"]))
        try archive.record(run(october, inputs: inputs.reversed(), findings: ["a"]))
        #expect(try archive.since(of: ["a"], period: november) == ["a": october])
    }

    @Test func aFileIsTouchedWhenItHoldsSomethingElse() throws {
        let archive = try Archive.open(at: path)
        #expect(try archive.wasTouched("variances-2026-10.xlsx", sha256: "11"), "a file it never wrote")
        try archive.record(run(october, outputs: [SourceFile(path: "variances-2026-10.xlsx", sha256: "11")]))
        #expect(try !archive.wasTouched("variances-2026-10.xlsx", sha256: "11"))
        #expect(try archive.wasTouched("variances-2026-10.xlsx", sha256: "12"))
        try archive.record(run(october, outputs: [SourceFile(path: "variances-2026-10.xlsx", sha256: "12")]))
        #expect(try !archive.wasTouched("variances-2026-10.xlsx", sha256: "12"))
    }

    @Test func inputsHaveOneDigestWhateverTheyAreCalled() {
        let one = [SourceFile(path: "a.xlsx", sha256: "11"), SourceFile(path: "b.xlsx", sha256: "22")]
        let other = [SourceFile(path: "c.xlsx", sha256: "22"), SourceFile(path: "d.xlsx", sha256: "11")]
        #expect(run(october, inputs: one).inputDigest == run(october, inputs: other).inputDigest)
        #expect(run(october, inputs: one).inputDigest != run(october).inputDigest)
    }
}

@Suite struct ArchiveDamageTests {
    let folder: Folder
    init() throws { folder = try Folder() }

    private func kindOfOpening(_ path: String) -> ArchiveError.Kind? {
        do {
            _ = try Archive.open(at: path)
            return nil
        } catch { return error.kind }
    }

    @Test func aFileThatIsNoDatabaseIsDamaged() throws {
        let path = try folder.write(
            Array("this is not a database, it only has its name".utf8) + Array(repeating: 7, count: 4096),
            to: "archive.sqlite")
        #expect(kindOfOpening(path) == .damaged)
        #expect(try FileDigest.sha256(path).isEmpty == false, "the file is left as it was")
    }

    @Test func aDatabaseWhosePagesWereOverwrittenIsDamaged() throws {
        let path = folder.file("archive.sqlite")
        do {
            let archive = try Archive.open(at: path)
            try archive.record(run(october, findings: (0..<2000).map { "finding-\($0)" }))
        }
        var bytes = [UInt8](try Data(contentsOf: URL(fileURLWithPath: path)))
        try #require(bytes.count > 16_384)
        for place in 8192..<16_384 { bytes[place] = 0xA5 }
        try folder.write(bytes, to: "archive.sqlite")
        #expect(kindOfOpening(path) == .damaged)
    }

    @Test func aFolderThatIsNotThereIsUnusable() {
        guard case .unusable = kindOfOpening(folder.file("nowhere/archive.sqlite")) else {
            Issue.record("an archive was opened in a folder that is not there")
            return
        }
    }

    @Test func aDatabaseInUseIsLocked() throws {
        let path = folder.file("archive.sqlite")
        let archive = try Archive.open(at: path)
        let other = try DatabaseQueue(path: path)
        try other.inDatabase { database in
            try database.beginTransaction(.exclusive)
            #expect(kindOfOpening(path) == .locked)
            #expect { try archive.record(run(october)) } throws: { ($0 as? ArchiveError)?.kind == .locked }
            try database.rollback()
        }
        try archive.record(run(october))
    }

    @Test func everyErrorSaysTheFileInBothLanguages() throws {
        let path = try folder.write(Array(repeating: 1, count: 100), to: "archive.sqlite")
        #expect { try Archive.open(at: path) } throws: { error in
            guard let wording = (error as? ArchiveError)?.wording else { return false }
            return wording.chinese.contains(path) && wording.english.contains(path)
        }
    }
}

@Suite struct FileDigestTests {
    let folder: Folder
    init() throws { folder = try Folder() }

    // The examples of FIPS 180-4, and as `sha256sum` has it a file longer than what is read at once.
    @Test(arguments: [
        ("", 1, "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
        ("abc", 1, "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
        ("a", 1_000_000, "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0"),
        ("a", 16_777_216, "5b6ff2e19d0da0fe323061018fc381393492884e74af8296c81ab9cb2694783a"),
    ])
    func agreesWithTheStandard(text: String, times: Int, digest: String) throws {
        let bytes = Array(repeating: Array(text.utf8), count: times).flatMap(\.self)
        #expect(try FileDigest.sha256(folder.write(bytes, to: "file")) == digest)
    }

    @Test func aFileThatIsNotThereThrows() {
        #expect(throws: (any Error).self) { try FileDigest.sha256(folder.file("nothing")) }
    }
}

@Suite struct KeptCopyTests {
    let folder: Folder
    init() throws { folder = try Folder() }

    @Test func eachCopyGetsTheNextNumber() throws {
        for (language, number, name) in [
            (Language.chinese, UInt8(1), "variances-2026-10 (保留 1).xlsx"),
            (.chinese, 2, "variances-2026-10 (保留 2).xlsx"),
            (.english, 3, "variances-2026-10 (kept 1).xlsx"),
        ] {
            let path = try folder.write([number], to: "variances-2026-10.xlsx")
            #expect(try KeptCopy.putAside(path, language: language) == folder.file(name))
            #expect(try [UInt8](Data(contentsOf: URL(fileURLWithPath: folder.file(name)))) == [number])
            #expect(!FileManager.default.fileExists(atPath: path))
        }
    }
}
