import Testing

@testable import WorkbookReader

struct ChecksumTests {
    /// The check value that catalogues of CRCs give for this one.
    @Test func knownValue() {
        #expect(sum(Array("123456789".utf8)).value == 0xCBF4_3926)
        #expect(sum([]) == Checksum())
    }

    /// Wherever a run is cut, its pieces come to the same as the whole.
    @Test func piecesPutTogether() {
        let bytes = (0..<1_000).map { UInt8(truncatingIfNeeded: $0 * 7 ^ $0 >> 3) }
        for cut in [0, 1, 8, 255, 256, 999, 1_000] {
            var pieces = sum(Array(bytes[..<cut]))
            pieces.append(sum(Array(bytes[cut...])))
            #expect(pieces == sum(bytes))
            #expect(pieces.value == MadeArchive.checksum(bytes))
        }
    }

    private func sum(_ bytes: [UInt8]) -> Checksum {
        var sum = Checksum()
        sum.add(Chunk(bytes), from: 0)
        return sum
    }
}
