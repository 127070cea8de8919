import Testing

@testable import WorkbookReader

/// Which format codes make a date of a number.
struct NumberFormatTests {
    @Test(arguments: [
        "yyyy-mm-dd", "yyyy\"年\"m\"月\"d\"日\"", "[$-804]yyyy/m/d;@", "m/d", "mmm-yy", "mmm", "mm", "d",
        "[Red]dd.mm.yyyy",
        "yyyy\\-mm\\-dd\\ hh:mm", "[$-F800]dddd\\,\\ mmmm\\ dd\\,\\ yyyy", "aaaa", "ggge\"年\"", "e", "\"日期\"yyyy",
        "[>=43831]m/d;yyyy/m/d", "hh:mm dd", "yy", "[$-804]上午/下午h:mm m/d",
    ])
    func date(code: String) { #expect(NumberFormat(code: code).kind == .date) }

    @Test(arguments: [
        "h:mm", "hh:mm:ss", "[h]:mm", "[mm]:ss", "[ss]", "mm:ss.0", "h:mm AM/PM", "[$-804]上午/下午h\"时\"mm\"分\"", "a/p h",
        "hh",
        "\"day\" h:mm",
    ])
    func time(code: String) { #expect(NumberFormat(code: code).kind == .time) }

    @Test(arguments: [
        "General", "0", "0.00", "#,##0", "0%", "0.00E+00", "##0.0E+0", "@", "\"day\"0", "0\"月\"", "\\d0", "_d0_m",
        "[Red]0",
        "[$¥-804]#,##0.00", "[$USD]0", "[Magenta]General", "# ?/?", "* 0", "", ";;;", "0.00kg", "\"yyyy\"",
        "[DBNum2]General",
        "_(* #,##0.00_);_(* \\(#,##0.00\\);_(* \"-\"??_);_(@_)", "General\"元\"", "\"", "[", "\\",
        "BOOLEAN",
    ])
    func number(code: String) { #expect(NumberFormat(code: code).kind == .number) }

    @Test(arguments: [
        ("h:mm", true), ("mm:ss.0", true), ("[$-F400]h:mm:ss AM/PM", true), ("上午/下午h\"时\"", true), ("[h]:mm", false),
        ("[mm]:ss", false), ("[ss]", false), ("[Red]h:mm", true), ("yyyy h:mm", false), ("0", false),
        ("[h]:mm;h:mm", false), (";[h]:mm", false), ("\"x\";h:mm", true),
    ])
    func showsTheTimeOfDayOnly(code: String, expected: Bool) {
        #expect(NumberFormat(code: code).isClock == expected)
    }

    @Test func fileCodeWinsOverTheBuiltIn() throws {
        let made = MadeWorkbook(
            rows:
                "<row r=\"1\"><c r=\"A1\" s=\"1\"><v>1</v></c><c r=\"B1\" s=\"2\"><v>1</v></c><c r=\"C1\" s=\"9\"><v>1</v></c></row>",
            formats: [(14, "0.00"), (164, "yyyy")], cellFormats: [0, 14, 164])
        #expect(try made.cells() == ["A1 number 1", "B1 date 1900-01-01", "C1 number 1"])
    }
}
