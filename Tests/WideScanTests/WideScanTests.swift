import Testing
import WideScan

/// What is passed over is plain, whatever stands there; where nothing is wrong, it is passed over.
@Suite struct WideScanTests {
    /// Whether the processor has the instructions; without them nothing is ever passed over, and nothing is wrong with that.
    static let isWide = Array(repeating: UInt8(ascii: "a"), count: 80).withUnsafeBufferPointer {
        wide_plain_text($0.baseAddress, 2, 80) > 2
    }

    static let texts = [
        String(repeating: "order 0123456789, paid; ", count: 6), String(repeating: "昆明嘉禾商行　啤酒３３０ml×24", count: 5),
        String(repeating: "é–中ñ", count: 14), String(repeating: "\u{800}\u{FFFF}\u{7FF}\u{80}", count: 14),
    ]

    @Test(arguments: texts)
    func everyByteInEveryPlaceIsSeen(text: String) {
        let whole = Array("ab".utf8) + Array(text.utf8)
        for place in 2..<min(whole.count, 76) {
            for byte in UInt8.min...UInt8.max {
                var bytes = whole
                bytes[place] = byte
                let end = plainEnd(bytes)
                if !isPlain(bytes, upTo: end) { Issue.record("\(byte) at \(place): \(end)") }
            }
        }
    }

    @Test(arguments: texts[0..<3])
    func passesOverWhatIsPlain(text: String) {
        let bytes = Array("ab".utf8) + Array(text.utf8)
        #expect(plainEnd(bytes) == (Self.isWide ? bytes.count - (bytes.count - 2) % 32 : 2))
    }

    @Test func stopsNoLaterThanAMark() {
        let whole = Array(repeating: UInt8(ascii: "x"), count: 150)
        for place in 0..<148 {
            for (first, second) in ["<!", "<?", "<a", "!<", "?!", "<<"].map({ (Array($0.utf8)[0], Array($0.utf8)[1]) })
            {
                var bytes = whole
                bytes[place] = first
                bytes[place + 1] = second
                let end = bytes.withUnsafeBufferPointer { wide_no_special_marks($0.baseAddress, 0, $0.count) }
                let isMark = first == UInt8(ascii: "<") && second != UInt8(ascii: "a") && second != first
                if isMark {
                    #expect(end <= place)
                } else if Self.isWide {
                    #expect(end == 128)
                }
            }
        }
    }

    @Test func staysWithinItsBounds() {
        let bytes = Array(repeating: UInt8(ascii: "a"), count: 64)
        bytes.withUnsafeBufferPointer { buffer in
            for (index, count) in [(0, 64), (1, 64), (64, 64), (65, 64), (-1, 64), (40, 64), (2, 33)] {
                #expect(wide_plain_text(buffer.baseAddress, index, count) == index)
            }
            #expect(
                wide_no_special_marks(buffer.baseAddress, 32, 64) == 32,
                "the byte behind the last is not there to be seen")
            #expect(wide_no_special_marks(buffer.baseAddress, 65, 64) == 65)
        }
    }

    private func plainEnd(_ bytes: [UInt8]) -> Int {
        bytes.withUnsafeBufferPointer { wide_plain_text($0.baseAddress, 2, $0.count) }
    }

    /// Whether bytes are UTF-8 of at most three bytes a sign, none of them one at which a text stops; the last may go on.
    private func isPlain(_ bytes: [UInt8], upTo end: Int) -> Bool {
        let passed = bytes[2..<end]
        if passed.contains(where: { "<&_\r".utf8.contains($0) || $0 >= 0xF0 }) { return false }
        return (0...2).contains { String(validating: passed.dropLast($0), as: UTF8.self) != nil }
    }
}
