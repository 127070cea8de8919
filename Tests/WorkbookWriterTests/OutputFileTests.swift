import Foundation
import Testing

@testable import WorkbookWriter

@Suite struct OutputFileTests {
    struct Refused: Error {}

    @Test func putsTheBytesInPlaceAndLeavesNothingBeside() throws {
        let scratch = try Scratch()
        try OutputFile.write([1, 2, 3], to: scratch.file("a.json"))
        try OutputFile.write([4], to: scratch.file("a.json"))
        #expect(try scratch.bytes("a.json") == [4])
        #expect(try scratch.names() == ["a.json"])
    }

    @Test func keepsTheOldFileWhenTheNewOneFails() throws {
        let scratch = try Scratch()
        try OutputFile.write([1], to: scratch.file("a"))
        #expect(throws: Refused.self) {
            try OutputFile.write(to: scratch.file("a")) { temporary in
                try Data([9, 9]).write(to: URL(fileURLWithPath: temporary))
                throw Refused()
            }
        }
        #expect(try scratch.bytes("a") == [1])
        #expect(try scratch.names() == ["a"])
    }

    @Test func saysThatTheFolderIsNotThere() throws {
        let scratch = try Scratch()
        let path = scratch.file("nowhere/a")
        #expect(throws: WritingError.cannotCreate(path: path, reason: "No such file or directory")) {
            try OutputFile.write([1], to: path)
        }
    }

    @Test(arguments: ["~$a.xlsx", ".~lock.a.xlsx#"]) func refusesAFileThatSomebodyHasOpen(lock: String) throws {
        let scratch = try Scratch()
        try Data().write(to: URL(fileURLWithPath: scratch.file(lock)))
        let path = scratch.file("a.xlsx")
        #expect(throws: WritingError.openElsewhere(path: path, lock: scratch.file(lock))) {
            try OutputFile.write([1], to: path)
        }
    }

    /// /dev/full is a disk without room that every Linux has.
    @Test(.enabled(if: FileManager.default.fileExists(atPath: "/dev/full"), "there is no /dev/full here"))
    func saysThatTheDiskIsFull() throws {
        let scratch = try Scratch()
        #expect(throws: WritingError.diskFull(path: scratch.file("a"))) {
            try OutputFile.write(to: scratch.file("a")) { temporary in
                unlink(temporary)
                try FileManager.default.createSymbolicLink(atPath: temporary, withDestinationPath: "/dev/full")
                try OutputFile.fill(temporary, with: [1, 2, 3], for: scratch.file("a"))
            }
        }
        #expect(try scratch.names() == [])
    }

    @Test func removesWhatIsHalfWrittenWhenAsked() throws {
        let scratch = try Scratch()
        TemporaryFiles.add(scratch.file("half"))
        try Data([1]).write(to: URL(fileURLWithPath: scratch.file("half")))
        TemporaryFiles.remove([scratch.file("half")])
        #expect(try scratch.names() == [])
    }

    @Test func makesTheFoldersAbove() throws {
        let scratch = try Scratch()
        try OutputFile.makeFolder(scratch.file("x/y/z"))
        try OutputFile.makeFolder(scratch.file("x/y/z"))
        try OutputFile.write([1], to: scratch.file("x/y/z/a"))
        #expect(try scratch.names() == ["x"])
    }

    @Test func aFileInTheWayIsNoFolder() throws {
        let scratch = try Scratch()
        try OutputFile.write([1], to: scratch.file("x"))
        #expect(throws: WritingError.self) { try OutputFile.makeFolder(scratch.file("x/y")) }
    }
}
