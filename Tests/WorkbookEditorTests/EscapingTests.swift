import Testing

@testable import WorkbookEditor

/// What people write, as it stands in markup (XML 1.0, sections 2.2 and 2.4; ECMA-376 part 1, 22.9.2.19 for `_xHHHH_`).
@Suite struct EscapingTests {
    @Test(arguments: [
        ("数量，金额：￥5（含税）", "数量，金额：￥5（含税）"), ("a & b", "a &amp; b"), ("1 < 2 > 0", "1 &lt; 2 &gt; 0"),
        ("21\" 屏", "21&quot; 屏"), ("两\n行\t列", "两\n行\t列"), ("a\u{1}b\u{1F}c\r", "abc"),
        ("甲\u{FFFE}乙\u{FFFF}", "甲\u{FFFD}乙\u{FFFD}"), ("\u{1F600}", "\u{1F600}"), ("", ""),
    ])
    func textInMarkup(text: String, expected: String) { #expect(Escaping.markup(text) == expected) }

    @Test(arguments: [
        ("_x000D_", "_x005F_x000D_"), ("SO_x1", "SO_x1"), ("_x00G0_", "_x00G0_"), ("a_b", "a_b"),
        ("行_x000a_行 & 列", "行_x005F_x000a_行 &amp; 列"),
    ])
    func whatExcelWouldTakeForACharacter(text: String, expected: String) { #expect(Escaping.cell(text) == expected) }

    /// The limit counts as Excel does, in units of UTF-16.
    @Test func whatIsTooLongIsCut() {
        #expect(Escaping.cell(String(repeating: "长", count: 10), limit: 10) == String(repeating: "长", count: 10))
        #expect(Escaping.cell(String(repeating: "长", count: 11), limit: 10) == String(repeating: "长", count: 5) + "…")
    }
}
