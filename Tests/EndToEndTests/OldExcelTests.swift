import Foundation
import Testing

/// Old workbooks through the built program, which reads them in a process of its own.
@Suite struct OldExcelTests {
    let scratch: ScratchFolder
    init() throws { scratch = try ScratchFolder() }

    private static let sound = Repository["Tests/WorkbookReaderTests/Fixtures/old.xls"]

    @Test func readsASoundOne() throws {
        let outcome = try Program.run(["read", Self.sound.path, "--format", "cells", "--sheet", "订单"])
        #expect(outcome.status == 0, "\(outcome.said)")
        #expect(outcome.output.contains("订单\tA1\tn\t0\n"), "\(outcome.said)")
        #expect(outcome.output.contains("订单\tB21\td\t2026-10-05\n"), "\(outcome.said)")
    }

    /// Cut off and with bytes turned over: an answer each time, never a crash of the program itself.
    @Test func survivesSpoiledOnes() throws {
        let bytes = [UInt8](try Data(contentsOf: Self.sound))
        for place in stride(from: 0, to: bytes.count, by: 512) {
            var turned = bytes
            for offset in stride(from: place, to: min(place + 512, bytes.count), by: 37) { turned[offset] ^= 0xFF }
            for (name, content) in [("cut.xls", Array(bytes.prefix(place))), ("turned.xls", turned)] {
                try Data(content).write(to: URL(fileURLWithPath: scratch(name)))
                let outcome = try Program.run(["read", scratch(name), "--format", "none"], within: 30)
                #expect(!outcome.crashed, "\(name) at \(place): \(outcome.said)")
                #expect(outcome.status == 0 || outcome.status == 2, "\(name) at \(place): \(outcome.said)")
                if outcome.status == 2 {
                    #expect(outcome.errors.contains(name), "\(name) at \(place): \(outcome.said)")
                }
            }
        }
    }

    /// What is called .xlsx and is none is refused, whatever it is.
    @Test func refusesARenamedOne() throws {
        try FileManager.default.copyItem(at: Self.sound, to: URL(fileURLWithPath: scratch("renamed.xlsx")))
        let outcome = try Program.run(["read", scratch("renamed.xlsx")])
        #expect(outcome.status == 2 && outcome.errors.contains(".xls"), "\(outcome.said)")
    }
}
