import Books

/// The words around a table that may say what it is: its titles, its tab's name, its file's and folders' names.
struct TitleWords {
    /// How much they speak for each book, in hundredths, at most 400.
    private let pointsOfBooks: [BookKind: Int]

    /// One text in the two forms in which words are looked for.
    private struct Phrase {
        /// Ideographs and letters, run together.
        let key: [UInt8]
        /// Latin words with a blank at each end.
        let words: [UInt8]
        let share: Int

        init(_ text: String, share: Int) {
            self.share = share
            key = Array(WrittenText.key(text).utf8)
            let blank = UInt8(ascii: " ")
            var words = [blank]
            for byte in text.utf8 {
                let lower = byte | 0x20
                if byte < 0x80, (0x61...0x7A).contains(lower) {
                    words.append(lower)
                } else if words.last != blank {
                    words.append(blank)
                }
            }
            self.words = words + [blank]
        }

        func holds(_ word: Word) -> Bool { word.isLatin ? words.contains(word.bytes) : key.contains(word.bytes) }
    }

    /// A word that speaks for a book, as it stands in a phrase.
    private struct Word {
        let bytes: [UInt8]
        let isLatin: Bool
        let weight: Int

        init(_ word: String, weight: Int) {
            isLatin = word.utf8.allSatisfy { $0 < 0x80 }
            bytes = Array((isLatin ? " \(word) " : word).utf8)
            self.weight = weight
        }
    }

    private static let words: [(kind: BookKind, words: [Word])] = BookShape.all.map { shape in
        (shape.kind, shape.titles.map { Word($0.word, weight: $0.weight) })
    }

    /// What is written on the sheet says most, then its tab, then its file, least its folders.
    init(titles: [String], sheet: String, path: String) {
        var phrases = titles.prefix(20).map { Phrase($0, share: 100) }
        phrases.append(Phrase(sheet, share: 100))
        var parts = path.split(separator: "/").map(String.init)
        if let file = parts.popLast() {
            let stem = file.split(separator: ".", omittingEmptySubsequences: false).dropLast().joined(separator: ".")
            phrases.append(Phrase(stem.isEmpty ? file : stem, share: 60))
        }
        if let folder = parts.last { phrases.append(Phrase(folder, share: 35)) }
        var points: [BookKind: Int] = [:]
        for (kind, words) in Self.words {
            let sum = phrases.reduce(0) { sum, phrase in
                sum + phrase.share * words.reduce(0) { max($0, phrase.holds($1) ? $1.weight : 0) }
            }
            points[kind] = min(sum, 400)
        }
        pointsOfBooks = points
    }

    /// How much they speak for a book, in hundredths, at most 400.
    func points(for shape: BookShape) -> Int { pointsOfBooks[shape.kind] ?? 0 }
}
