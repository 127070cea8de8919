import Testing

@testable import Intake

@Suite struct TextTraitsTests {
    /// Ideographs with digits are judged by a short way, which must say what the long way says.
    @Test(
        arguments: [
            ("记-000123", []), ("矿泉水0012", []), ("昆明宏达商行", []), ("矿泉水0012号", []), ("数量", .header), ("訂單號", .header),
            ("合计", [.header, .total]), ("一号仓小计", .total), ("2026年10月合计", .total), ("0001合计", .total), ("无", .blank),
            ("人民币壹仟贰佰元整", .amountInWords), ("叁仟圆整", .amountInWords), ("元旦促销0001", []), ("叁拾元0001", .amountInWords),
        ] as [(String, WorkbookTexts.Traits)])
    func traitsOfPlainTexts(text: String, traits: WorkbookTexts.Traits) {
        #expect(TextTraits.of(ArraySlice(text.utf8), words: .shared) == traits)
    }

    /// The same text with a full-width blank behind it takes the long way.
    @Test(arguments: ["记-000123", "矿泉水0012", "昆明宏达商行", "数量", "合计", "一号仓小计", "人民币壹仟贰佰元整", "订单", "单号0001"])
    func bothWaysSayTheSame(text: String) {
        let long = TextTraits.of(ArraySlice((text + "\u{3000}").utf8), words: .shared)
        #expect(TextTraits.of(ArraySlice(text.utf8), words: .shared) == long)
    }
}
