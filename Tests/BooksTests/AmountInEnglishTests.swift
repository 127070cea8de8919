import Books
import Testing

@Suite struct AmountInEnglishTests {
    @Test(
        arguments: [
            ("One hundred and seventy only", 17_000), ("one hundred seventy yuan", 17_000),
            ("SAY RMB ONE HUNDRED AND SEVENTY YUAN ONLY", 17_000),
            ("Amount in words: One Hundred and Seventy", 17_000),
            ("One hundred and seventy yuan and fifty cents only", 17_050),
            ("One hundred and seventy and 50/100 yuan only", 17_050),
            ("One hundred and seventy and 50/100 only", 17_050),
            ("One hundred and seventy yuan five jiao", 17_050), ("Ten yuan five jiao and six fen", 1_056),
            ("Five fen only", 5), ("Twenty-five cents", 25),
            ("Twenty and five cents", 2_005), ("zero yuan", 0), ("Minus five yuan", -500), ("A hundred yuan", 10_000),
            ("Sixteen thousand four hundred and nine yuan and two fen only", 1_640_902),
            ("One million and ten", 100_001_000),
            ("One hundred and twenty-three thousand four hundred and fifty-six yuan and seventy-eight fen", 12_345_678),
            ("Forty yuan", 4_000),
            // Another currency, no amount, or one that could be two.
            ("One hundred and seventy US dollars only", nil), ("One hundred and fifty cents", nil), ("one two", nil),
            ("twenty eleven", nil),
            ("one thousand thousand", nil), ("hundred", nil), ("see the note", nil), ("One hundred and", nil),
            ("ten yuan ten jiao", nil), ("", nil),
        ] as [(String, Int64?)])
    func reads(text: String, fen: Int64?) {
        #expect(AmountInEnglish.read(text) == fen.map(Amount.init(units:)))
    }

    @Test(
        arguments: [
            (17_000, "One hundred and seventy yuan only"), (17_005, "One hundred and seventy yuan and five fen only"),
            (50, "Fifty fen only"),
            (0, "Zero yuan only"), (-12_345, "Minus one hundred and twenty-three yuan and forty-five fen only"),
            (100_500, "One thousand and five yuan only"), (117_000, "One thousand one hundred and seventy yuan only"),
            (
                12_345_678,
                "One hundred and twenty-three thousand four hundred and fifty-six yuan and seventy-eight fen only"
            ),
        ] as [(Int64, String)])
    func composes(fen: Int64, text: String) {
        #expect(AmountInEnglish.compose(Amount(units: fen)) == text)
    }

    @Test func whatIsComposedIsReadAgain() {
        for fen in Array(0...2_500) + stride(from: 99_989, to: 900_000_000_000, by: 7_654_321_987) {
            let amount = Amount(units: Int64(fen))
            #expect(AmountInEnglish.read(AmountInEnglish.compose(amount)) == amount)
        }
    }

    @Test(arguments: [
        ("One hundred only", "One hundred and seventy yuan only"), ("120.00 only", "One hundred and seventy yuan only"),
        ("壹佰元整", "壹佰柒拾元整"),
        ("RMB 壹佰元整", "壹佰柒拾元整"), ("RMB 120", "壹佰柒拾元整"),
    ])
    func theRightWordsAreInTheLanguageOfTheWrongOnes(written: String, right: String) {
        #expect(AmountInWords.compose(Amount(units: 17_000), like: written) == right)
    }
}
