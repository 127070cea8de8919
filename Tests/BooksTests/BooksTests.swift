import Books
import Testing

@Suite struct DayTests {
    @Test(arguments: [(1970, 1, 1, 0), (2026, 10, 31, 20757), (2000, 2, 29, 11016), (1900, 1, 1, -25567)])
    func numbersCountFrom1970(year: Int, month: Int, day: Int, number: Int32) throws {
        let made = try #require(Day(year: year, month: month, day: day))
        #expect(made.number == number)
        #expect(made.parts == (year, month, day))
    }

    @Test func daysThatDoNotExist() {
        #expect(Day(year: 2026, month: 2, day: 31) == nil)
        #expect(Day(year: 2100, month: 2, day: 29) == nil)
        #expect(Day(year: 2024, month: 2, day: 29) != nil)
    }
}

@Suite struct ExactTests {
    @Test func priceTimesQuantityRoundsHalfAwayFromNought() throws {
        #expect(try UnitPrice(units: 8_246_000_000).times(Quantity(units: 60_000_000)).description == "4947.60")
        #expect(try UnitPrice(units: 500_000).times(Quantity(units: 1_000_000)).description == "0.01")
        #expect(try UnitPrice(units: 500_000).times(Quantity(units: -1_000_000)).description == "-0.01")
        #expect(try UnitPrice(units: 499_999).times(Quantity(units: 1_000_000)).description == "0.00")
    }

    @Test func sumsThatDoNotFitAreErrors() {
        #expect(throws: Overflow.self) { try Amount(units: .max) + Amount(units: 1) }
    }

    @Test func texts() {
        #expect(Quantity(units: 500_000).description == "0.5")
        #expect(Amount(units: -7).description == "-0.07")
        #expect(UnitPrice(units: 40_762_831_900).description == "407.6283")
    }
}

@Suite struct PlacesTests {
    @Test func ordinalsAreThePlacesAmongAllCases() {
        #expect(Field.allCases.map(\.ordinal) == Array(Field.allCases.indices))
        #expect(BookKind.allCases.map(\.ordinal) == Array(BookKind.allCases.indices))
    }
}

/// How far writings lie apart, counted by hand.
@Suite struct ResemblanceTests {
    @Test(arguments: [
        ("abc", "abc", 0), ("abc", "abd", 1), ("abc", "acb", 1), ("abc", "abcd", 1), ("昆明大润发", "昆明大福发", 1),
        ("kitten", "sitting", 3), ("", "ab", 2),
    ])
    func countsWhatMustChange(one: String, other: String, distance: Int) {
        #expect(Resemblance.distance(Array(one), Array(other), limit: 5) == distance)
        #expect(Resemblance.distance(Array(other), Array(one), limit: 5) == distance)
        if distance > 0 { #expect(Resemblance.distance(Array(one), Array(other), limit: distance - 1) == nil) }
    }

    @Test func offersOnlyWhatIsLike() {
        let names = ["wholesale", "direct", "supermarket"]
        #expect(Resemblance.nearest(to: "wholsale", among: names) == "wholesale")
        #expect(Resemblance.nearest(to: "电商", among: names) == nil)
        #expect(Resemblance.nearest(to: "地洲", among: ["直销", "地州"]) == "地州")
    }

    @Test(arguments: [
        (130_000, "13%"), (5_000, "0.5%"), (0, "0%"), (10_000, "1%"), (1_000_000, "100%"), (123, "0.0123%"),
    ])
    func writesRatesAsPeopleDo(units: Int64, text: String) {
        #expect(Rate(units: units).percent == text)
    }
}
