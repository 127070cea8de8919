import Books
import Testing

@Suite struct NearestNamesTests {
    private let names = NearestNames([
        "昆明王记商贸一有限公司", "昆明王记商贸二有限公司", "保山李记酒业有限公司", "大理苍洱特产有限公司", "春晓茶行", "GT-1051", "GT-1052", "GT-2051", "AB",
    ])

    @Test(arguments: [
        ("昆明王纪商贸一有限公司", "昆明王记商贸一有限公司"), ("大理仓洱特产有限公司", "大理苍洱特产有限公司"), ("苍洱特产", "大理苍洱特产有限公司"),
        ("春晓茶", "春晓茶行"), ("春晓茶行（北市店）", "春晓茶行"), ("GT-105I", "GT-1051"), ("GT-1501", "GT-1051"),
        ("保山李记酒有限公司", "保山李记酒业有限公司"),
    ])
    func theNearestComesFirst(written: String, meant: String) {
        #expect(names.near(written).first == meant)
    }

    @Test(arguments: ["玉溪红塔副食经营部", "茶", "", "ZZ-9999", "有限公司"])
    func whatResemblesNothingHasNone(written: String) {
        #expect(names.near(written) == [])
    }

    @Test func atMostThree() {
        #expect(names.near("昆明王记商贸有限公司") == ["昆明王记商贸一有限公司", "昆明王记商贸二有限公司"])
        #expect(NearestNames((0..<9).map { "GT-100\($0)" }).near("GT-100X").count == 3)
    }
}
