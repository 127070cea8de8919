import Foundation

@testable import WorkbookReader

/// A file beside the tests, made by `Fixtures/make.py` with other programs than this one.
enum Fixture {
    static let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Fixtures")

    static func path(_ name: String) -> String { folder.appending(path: name).path }

    static func bytes(_ name: String) throws -> [UInt8] { [UInt8](try Data(contentsOf: folder.appending(path: name))) }
}

/// What becomes of a file that is cut off, and of one with a byte turned over: a workbook or a reason, in no long time.
struct Spoiled {
    var read = 0
    var refused = 0

    /// Reads the bytes cut off at every `step`, and with a byte turned over at every `step`.
    init(_ bytes: [UInt8], every step: Int, _ reader: ([UInt8]) throws(ReadingError) -> Workbook) {
        for end in stride(from: 0, to: bytes.count, by: step) {
            count(Array(bytes.prefix(end)), reader)
            var turned = bytes
            turned[end] ^= 0xFF
            count(turned, reader)
        }
    }

    private mutating func count(_ bytes: [UInt8], _ reader: ([UInt8]) throws(ReadingError) -> Workbook) {
        do throws(ReadingError) {
            _ = try reader(bytes)
            read += 1
        } catch {
            refused += 1
        }
    }
}
