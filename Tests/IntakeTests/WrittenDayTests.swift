import Books
import Testing

@testable import Intake

/// Days as people write them.
@Suite struct WrittenDayTests {
    @Test(arguments: [
        "2026-10-05", "2026/10/5", "2026\\10\\5", "2026.10.05", "20261005", "2026年10月5日", "2026年10月05号", " 2026-10-5 ",
        "２０２６－１０－０５",
        "2026-10-05T00:00:00", "2026-10-05 14:30", "2026-10-05 14:30:59", "5 Oct 2026", "Oct 5, 2026", "October 5 2026",
        "05-Oct-26", "Mon, 5 Oct 2026", "2026-10-05 星期一", "46300", "2026年10月5日 9:05", "5th October 2026", "26-10-05",
        "Oct. 5, 2026", "2026 10 05", "26年10月5日", "2026年10月5日（周一）", "2026-10-05(星期一)", "2026-10-05 (Mon)", "26.10.5",
        "二〇二六年十月五日", "二零二六年一〇月五号", "2026年十月五日",
    ])
    func isRead(text: String) {
        let day = Day(year: 2026, month: 10, day: 5)
        let read = WrittenDay.read(ArraySlice(text.utf8))
        // 26-10-05 could not be a 26th month; whichever number comes first, it is the year.
        #expect(read.settled(order: nil, year: nil) == day, "\(text) was read as \(read)")
    }

    @Test(arguments: [
        "2026年2月31日", "2026-13-01", "31/02/2026", "2026-10", "tomorrow", "10", "2026-10-05-07", "1899-01-01",
        "99999999", "甲",
        "2026-1-0", "13/13/2026", "2026年10月5日（五箱）", "(周一)", "26.13.5", "12.10.5", "二〇二六年十三月五日", "二〇二六", "十", "一百",
        "五十五十五",
    ])
    func isNoDay(text: String) {
        let read = WrittenDay.read(ArraySlice(text.utf8))
        #expect(read == .none, "\(text) was read as \(read)")
    }

    @Test(arguments: ["10月5日", "10-5", "10/5", "Oct 5", "5 October"])
    func yearOfThePeriod(text: String) {
        let read = WrittenDay.read(ArraySlice(text.utf8))
        #expect(read == .withoutYear(month: 10, day: 5))
        #expect(read.settled(order: nil, year: 2026) == Day(year: 2026, month: 10, day: 5))
    }

    @Test func dayAndMonthMayBeUnclear() {
        let read = WrittenDay.read(ArraySlice("3/10/2026".utf8))
        #expect(read == .ambiguous(3, 10, year: 2026))
        #expect(read.settled(order: nil, year: 2026) == nil)
        #expect(read.settled(order: .dayFirst, year: nil) == Day(year: 2026, month: 10, day: 3))
        #expect(read.settled(order: .monthFirst, year: nil) == Day(year: 2026, month: 3, day: 10))
        #expect(WrittenDay.order(of: ArraySlice("25/3/2026".utf8)) == .dayFirst)
        #expect(WrittenDay.order(of: ArraySlice("3/25/2026".utf8)) == .monthFirst)
        #expect(WrittenDay.read(ArraySlice("5/5/2026".utf8)) == Day(year: 2026, month: 5, day: 5).map(WrittenDay.day))
    }

    /// Serial numbers as Excel shows them, worked out from its documentation.
    @Test func serials() {
        #expect(WrittenDay.day(serial: 1, uses1904: false) == Day(year: 1900, month: 1, day: 1))
        #expect(WrittenDay.day(serial: 59, uses1904: false) == Day(year: 1900, month: 2, day: 28))
        #expect(WrittenDay.day(serial: 60, uses1904: false) == nil)
        #expect(WrittenDay.day(serial: 61, uses1904: false) == Day(year: 1900, month: 3, day: 1))
        #expect(WrittenDay.day(serial: 46_300, uses1904: false) == Day(year: 2026, month: 10, day: 5))
        #expect(WrittenDay.day(serial: 44_838, uses1904: true) == Day(year: 2026, month: 10, day: 5))
        #expect(WrittenDay.day(serial: 0, uses1904: true) == Day(year: 1904, month: 1, day: 1))
        #expect(WrittenDay.day(serial: -5, uses1904: false) == nil)
        #expect(WrittenDay.day(number: 20_261_005, uses1904: false) == Day(year: 2026, month: 10, day: 5))
        #expect(WrittenDay.day(number: 20_260_231, uses1904: false) == nil)
        #expect(WrittenDay.day(number: 7, uses1904: false) == nil)
    }
}
