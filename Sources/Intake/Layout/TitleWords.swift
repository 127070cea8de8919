import Books

/// The words around a table that may say what it is: its titles, its tab's name, its file's and folders' names.
struct TitleWords {
    private let places: [(text: Phrase, share: Int)]

    /// One text in the two forms in which words are looked for.
    fileprivate struct Phrase {
        /// Ideographs and letters, run together.
        let key: String
        /// Latin words with a blank at each end.
        let words: String

        init(_ text: String) {
            key = WrittenText.key(text)
            var words = " "
            for scalar in text.unicodeScalars {
                let isLetter = scalar.isASCII && scalar.properties.isAlphabetic
                if isLetter {
                    words.unicodeScalars.append(scalar)
                } else if !words.hasSuffix(" ") {
                    words.append(" ")
                }
            }
            self.words = words.lowercased() + " "
        }
    }

    /// What is written on the sheet says most, then its tab, then its file, least its folders.
    init(titles: [String], sheet: String, path: String) {
        var places = titles.prefix(20).map { (Phrase($0), 100) }
        places.append((Phrase(sheet), 100))
        var parts = path.split(separator: "/").map(String.init)
        if let file = parts.popLast() {
            let stem = file.split(separator: ".", omittingEmptySubsequences: false).dropLast().joined(separator: ".")
            places.append((Phrase(stem.isEmpty ? file : stem), 60))
        }
        if let folder = parts.last { places.append((Phrase(folder), 35)) }
        self.places = places
    }

    /// How much they speak for a book, in hundredths, at most 400.
    func points(for shape: BookShape) -> Int {
        var points = 0
        for (text, share) in places {
            points += share * (shape.titles.reduce(0) { max($0, text.holds($1.word) ? $1.weight : 0) })
        }
        return min(points, 400)
    }
}

extension TitleWords.Phrase {
    fileprivate func holds(_ word: String) -> Bool {
        word.utf8.allSatisfy { $0 < 0x80 } ? words.contains(" \(word) ") : key.contains(word)
    }
}
