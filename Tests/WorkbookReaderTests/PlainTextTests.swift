import Testing

@testable import WorkbookReader

/// Texts are looked at sixteen bytes at a time: whatever stands in them, it may stand anywhere in those sixteen.
struct PlainTextTests {
    /// What a text may hold as it is written, and what it means.
    private static let pieces: [(written: String, text: String)] = [
        ("&amp;", "&"), ("&#x4E2D;", "中"), ("\r\n", "\n"), ("\r", "\n"), ("_x0041_", "A"), ("_", "_"), ("_x", "_x"),
        ("__x0041_", "_A"), ("é", "é"), ("中", "中"), ("\u{800}", "\u{800}"), ("\u{D7FF}", "\u{D7FF}"), ("ไทย", "ไทย"),
        ("한", "한"), ("😀", "😀"), ("\u{7F}", "\u{7F}"), ("\u{FFFD}", "\u{FFFD}"), ("!?", "!?"), ("", ""),
    ]

    @Test(arguments: pieces.map(\.written), ["a", "中"])
    func anythingAnywhere(written: String, filling: String) throws {
        let text = Self.pieces.first { $0.written == written }?.text ?? ""
        let places = 0..<36
        let expected = places.map {
            String(repeating: filling, count: $0) + text + String(repeating: filling, count: 36 - $0)
        }
        let contents = places.map {
            String(repeating: filling, count: $0) + written + String(repeating: filling, count: 36 - $0)
        }
        func check(_ open: String, _ close: String) throws {
            let workbook = try MadeWorkbook(shared: contents.map { open + $0 + close }.joined()).read()
            #expect((0..<workbook.texts.count).map { workbook.texts[$0] } == expected)
        }
        try check("<si><t>", "</t></si>")
        try check("<si><t xml:space=\"preserve\">", "</t></si>")
        try check("<si><r><t>", "</t></r></si>")
        let rows = contents.map { "<row><c t=\"inlineStr\"><is><t>\($0)</t></is></c></row>" }.joined()
        #expect(try MadeWorkbook(rows: rows).listingOfTexts() == expected)
    }

    /// Bytes that are no UTF-8, or the beginning of a character without its end.
    @Test(
        arguments: [
            [0x80], [0xBF], [0xC0, 0xAF], [0xC1, 0x81], [0xC3], [0xE0, 0x80, 0x80], [0xE4, 0xB8], [0xE4],
            [0xED, 0xA0, 0x80],
            [0xF0, 0x80, 0x80, 0x80], [0xF0, 0x9F, 0x98], [0xF4, 0x90, 0x80, 0x80], [0xF5, 0x80, 0x80, 0x80], [0xFF],
            [0xE4, 0xB8, 0xAD, 0xAD],
        ] as [[UInt8]])
    func nothingThatIsNoText(bytes: [UInt8]) {
        for place in 0..<20 {
            for behind in [0, 30] {
                let text = [UInt8](repeating: 0x61, count: place) + bytes + [UInt8](repeating: 0x61, count: behind)
                var made = MadeWorkbook()
                made.parts["xl/sharedStrings.xml"] = Array("<sst><si><t>".utf8) + text + Array("</t></si></sst>".utf8)
                #expect(throws: ReadingError.damaged(part: "xl/sharedStrings.xml", damage: .encoding)) {
                    try made.read()
                }
            }
        }
    }

    /// The standard library says what is UTF-8.
    @Test func agreesWithTheStandardLibrary() {
        // The same every time (Knuth's constants).
        var state: UInt64 = 1
        func chance(_ bound: Int) -> Int {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int(state >> 33) % bound
        }
        let alphabet: [[UInt8]] =
            ["a", "é", "中", "\u{800}", "\u{D7FF}", "😀", "\u{10FFFF}"].map { Array($0.utf8) } + [
                [0x80], [0xC3], [0xE4, 0xB8], [0xED], [0xF4],
            ]
        for _ in 0..<3_000 {
            var bytes: [UInt8] = []
            // Mostly sound, so that many are so to the end.
            for _ in 0..<chance(51) {
                let isSound = chance(60) > 0
                bytes += alphabet[chance(isSound ? 7 : alphabet.count)]
            }
            let ours = bytes.withUnsafeBytes { TextEncoding.isUTF8($0) }
            #expect(ours == (String(validating: bytes, as: UTF8.self) != nil), "\(bytes)")
        }
    }

    /// A text has one index, whether it stands in the markup as it is or is put together from entities.
    @Test func oneIndexHoweverItIsWritten() throws {
        for length in 0...40 {
            let bytes = (0..<length).map { UInt8(97 + $0 * 7 % 26) }
            var texts = TextInterner()
            let index = bytes.withUnsafeBufferPointer { texts.intern($0) }
            let chunk = Chunk(Array("<t>".utf8) + bytes + Array("</t>more".utf8))
            let hash = chunk.withMarkup { TextInterner.plainHash($0, 3..<3 + length) }
            let again = try #require(hash)
            #expect(bytes.withUnsafeBufferPointer { texts.intern($0, hash: again) } == index && texts.count == 1)
            for mark in Array("&\r_".utf8) where length > 0 {
                var odd = bytes
                odd[length - 1] = mark
                #expect(Chunk(odd).withMarkup { TextInterner.plainHash($0, 0..<length) } == nil)
            }
        }
    }

    @Test(arguments: [0, 1, 2, 15, 16, 17, 62, 63, 64, 65, 100, 127, 128, 200])
    func marksAnywhere(place: Int) {
        func holds(_ mark: String, _ behind: Int) -> Bool {
            let text = String(repeating: "<a!?", count: place / 4) + String(repeating: "x", count: place % 4)
            let chunk = Chunk(Array((text + mark + String(repeating: "y", count: behind)).utf8))
            return chunk.withMarkup { $0.holdsSpecialMarks }
        }
        for behind in [0, 1, 70] {
            #expect(holds("<!", behind) && holds("<?", behind))
            #expect(!holds("</", behind) && !holds("!<", behind) && !holds("", behind))
        }
    }
}

extension MadeWorkbook {
    /// The texts of all cells, in order.
    fileprivate func listingOfTexts() throws -> [String] {
        let workbook = try read()
        var result: [String] = []
        workbook.sheets[0].forEachRow { _, segment, cells in
            for cell in cells { result.append(workbook.text(of: segment[cell: cell])) }
        }
        return result
    }
}
