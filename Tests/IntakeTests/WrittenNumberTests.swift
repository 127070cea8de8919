import Testing

@testable import Intake

/// Numbers as people write them.
@Suite struct WrittenNumberTests {
    @Test(arguments: [
        ("12", 6, 12_000_000), ("1,200.00", 2, 120_000), ("(1,200.00)", 2, -120_000), ("1200-", 2, -120_000),
        ("-12.5", 2, -1_250), ("¥1,200", 2, 120_000), ("￥１，２００．５", 2, 120_050), ("-¥3", 2, -300),
        ("12箱", 6, 12_000_000),
        ("1.38E+10", 0, 13_800_000_000), ("+7", 0, 7), (" 8 ", 0, 8), ("0.005", 2, 1), ("0.004", 2, 0),
        ("RMB 15.20", 2, 1_520), ("１２", 0, 12), ("−4", 0, -4), ("12,345,678.9", 1, 123_456_789), ("1e3", 0, 1_000),
    ])
    func isRead(text: String, decimals: Int, units: Int64) {
        guard case .number(let number) = WrittenNumber.read(ArraySlice(text.utf8)) else {
            Issue.record("\(text) was not read")
            return
        }
        #expect(WrittenNumber.units(payload: number.payload, decimals: number.decimals, target: decimals) == units)
    }

    @Test(arguments: [
        "1,2,3.4", "1.2.3", "12,34", "abc", "3箱5瓶", "12 34", "1,234,5", ",123", "--5x", "½ 箱2", "1/2", ".",
    ])
    func isNoNumber(text: String) {
        guard case .other = WrittenNumber.read(ArraySlice(text.utf8)) else {
            Issue.record("\(text) was read")
            return
        }
    }

    @Test(arguments: ["", "  ", "-", "—", "/", "无", "N/A"])
    func isBlank(text: String) {
        guard case .blank = WrittenNumber.read(ArraySlice(text.utf8)) else {
            Issue.record("\(text) is not blank")
            return
        }
    }

    @Test(arguments: ["12345678901234567890", "1e300", "99999999999999999999.5"])
    func isTooLarge(text: String) {
        guard case .tooLarge = WrittenNumber.read(ArraySlice(text.utf8)) else {
            Issue.record("\(text) is not too large")
            return
        }
    }

    /// What Excel writes for doubles, and what was meant.
    @Test(
        arguments: [
            (30_000_000_000_000_004, 17, 6, 300_000), (4_947_599_999_999_999, 12, 2, 494_760),
            (10_049_999_999_999_999, 16, 2, 101), (-4_947_599_999_999_999, 12, 2, -494_760), (125, 3, 2, 13),
            (-125, 3, 2, -13),
            (1, 31, 2, 0),
        ] as [(Int64, Int, Int, Int64)])
    func doublesAreRounded(payload: Int64, decimals: Int, target: Int, units: Int64) {
        #expect(WrittenNumber.units(payload: payload, decimals: decimals, target: target) == units)
    }

    @Test func overflowIsSaid() {
        #expect(WrittenNumber.units(payload: 999_999_999_999_999_999, decimals: 0, target: 6) == nil)
        #expect(WrittenNumber.units(payload: Int64.min, decimals: 0, target: 2) == nil)
    }
}
