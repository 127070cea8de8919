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
