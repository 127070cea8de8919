import Books
import Intake
import Testing
import WorkbookReader

/// What people are told of a file that cannot be read.
struct ReadingErrorWordingTests {
    /// A limit without words of its own would be told by a name of the program's alone.
    @Test func everyLimitHasWords() {
        let names = Mirror(reflecting: ReadingLimits()).children.compactMap(\.label)
        #expect(names.count >= 19)
        for name in names where name != "partNames" {
            let words = ReadingError.limit(name: name, value: 7, part: "xl/a.xml").explanation
            #expect(!words.chinese.contains("xl/a.xml \(name)"), "\(name) has no words")
            // Some names are English words themselves.
            let isWord = ["sheets", "columns"].contains(name)
            #expect(isWord || !words.english.contains(": \(name) may"), "\(name) has no words")
            for text in [words.chinese, words.english] {
                #expect(text.contains("7") && text.contains("\(name)") && text.contains("xl/a.xml"))
            }
        }
    }

    @Test func everyDamageHasWords() {
        for damage in Damage.allCases where damage != .cipher {
            let words = ReadingError.damaged(part: "xl/a.xml", problem: damage.rawValue).explanation
            #expect(!words.chinese.hasSuffix(damage.rawValue) && !words.english.hasSuffix(": \(damage.rawValue)"))
        }
    }
}
