import Books
import Testing

@testable import Intake

/// Quantities in two columns, of packs and of pieces.
@Suite struct PackColumnsTests {
    private let products = TestSheet(
        name: "商品档案",
        rows: [["商品编码", "品名", "单位", "箱规"], ["A", "水", "瓶", 12], ["B", "奶", "瓶", 24], ["C", "茶", "瓶", nil]])

    private func counts(_ header: [Entry], _ rows: [[Entry]], above: [Entry]? = nil, merges: [String] = []) -> Month {
        let top: [[Entry]] = above.map { [["仓库", "商品编码"] + $0] } ?? []
        return intake(
            products,
            TestSheet(
                name: "盘点表",
                rows: top + [(above == nil ? ["仓库", "商品编码"] : [nil, nil]) + header] + rows.map { ["一号仓"] + $0 },
                merges: merges))
    }

    /// 17 boxes of 12 and 5 bottles are 209; 17 boxes beside 204 bottles are the same again.
    @Test(arguments: [
        ("实盘数(箱)", "实盘数(瓶)"), ("实盘箱数", "实盘瓶数"), ("实盘整箱数", "实盘散瓶数"), ("Counted Qty (ctn)", "Counted Qty (pcs)"),
    ])
    func packsAndPiecesMakeOneQuantity(packs: String, pieces: String) {
        let rows: [[Entry]] = [
            ["A", 17, 5], ["A", 17, 204], ["B", 2, nil], ["B", nil, 7], ["B", 0, 30], ["A", 1.5, 18], ["B", 0, nil],
            ["C", nil, 3],
        ]
        for isPacksFirst in [true, false] {
            let header: [Entry] = isPacksFirst ? [.text(packs), .text(pieces)] : [.text(pieces), .text(packs)]
            let month = counts(header, rows.map { isPacksFirst ? $0 : [$0[0], $0[2], $0[1]] })
            #expect(
                month.figures(.counts, .countedQuantity) == ["209", "204", "48", "7", "30", "18", "0", "3"], "\(header)"
            )
            #expect(month.troubles == [])
        }
    }

    @Test func oneWordAboveBoth() {
        let month = counts(
            ["箱", "瓶"], [["A", 17, 5], ["B", 2, 3]], above: ["实盘数", nil], merges: ["A1:A2", "B1:B2", "C1:D1"])
        #expect(month.figures(.counts, .countedQuantity) == ["209", "51"] && month.troubles == [])
    }

    /// Nobody knows the packs of C, and 13 bottles beside a box of 12 are neither loose nor the same.
    @Test func whatDoesNotGoTogetherIsSaid() {
        let month = counts(
            ["实盘数(箱)", "实盘数(瓶)"],
            [["C", 2, 1], ["A", 17, 13], ["A", 1.5, 2], ["A", "多", 2], ["A", 900_000_000_000, 0], ["A", 1, 1]])
        #expect(month.figures(.counts, .countedQuantity) == ["13"])
        #expect(month.troubles == ["row 2 C2", "row 3 C3", "row 4 C4", "row 5 C5", "row 6 C6"])
    }

    /// With the sum in a column of its own, that counts.
    @Test func theSumGoesBeforeItsParts() {
        let month = counts(["实盘数(箱)", "实盘数(瓶)", "实盘合计(瓶)"], [["A", 17, 5, 209], ["C", 2, 1, 31]])
        #expect(month.figures(.counts, .countedQuantity) == ["209", "31"] && month.troubles == [])
    }

    /// A row that is itself in boxes cannot have its bottles added.
    @Test func aRowInPacksContradicts() {
        let month = counts(["单位", "实盘数(箱)", "实盘数(瓶)"], [["A", "箱", 17, nil], ["A", "瓶", 17, 5]])
        #expect(month.figures(.counts, .countedQuantity) == ["209"] && month.troubles == ["row 2 D2"])
    }

    /// Columns of different names are different quantities.
    @Test func otherNamesAreOtherQuantities() {
        let month = counts(["账面数(瓶)", "实盘数(瓶)"], [["A", 17, 5]])
        #expect(month.figures(.counts, .bookQuantity) == ["17"] && month.figures(.counts, .countedQuantity) == ["5"])
    }

    /// Whole packs beside what is left of them, without a word for the unit of either; and 件 beside 箱, which is the piece.
    @Test(arguments: [("箱数", "散数"), ("件数", "散数"), ("整箱", "散瓶"), ("箱数", "件数"), ("实盘箱数", "实盘散数")])
    func packsBesideWhatIsLeft(packs: String, left: String) {
        let month = counts(["单位", .text(packs), .text(left)], [["A", "瓶", 3, 5], ["B", "瓶", 2, nil]])
        #expect(month.figures(.counts, .countedQuantity) == ["41", "48"] && month.troubles == [])
        // As many pieces as the packs hold are the same again, and any other number of them says two things.
        let again = counts(["单位", .text(packs), .text(left)], [["A", "瓶", 3, 36], ["A", "瓶", 3, 40]])
        #expect(again.figures(.counts, .countedQuantity) == ["36"] && again.troubles.count == 1)
    }

    /// A sum beside them counts as it stands; and nobody says how many a case of C holds.
    @Test func packsBesideASum() {
        let month = counts(["箱数", "散数", "实盘数"], [["A", 3, 5, 41]])
        #expect(month.figures(.counts, .countedQuantity) == ["41"] && month.troubles == [])
        let unknown = counts(["箱数", "散数"], [["C", 3, 5]])
        #expect(unknown.figures(.counts, .countedQuantity) == [] && unknown.troubles.count == 1)
    }

    /// Neither is a pack where nothing is beside it.
    @Test func packsAloneAreWhatTheyWere() {
        let alone = counts(["单位", "实盘件数"], [["A", "瓶", 3]])
        #expect(alone.figures(.counts, .countedQuantity) == ["3"] && alone.troubles == [])
    }

    /// Nobody else knows the packs of C: 2 boxes of 6 and 1 bottle are 13.
    @Test(arguments: ["箱规", "装箱规格", "每箱瓶数"]) func theSheetSaysHowManyAPackHolds(size: String) {
        let rows: [[Entry]] = [["C", 6, 2, 1], ["A", 12, 1, 3], ["A", nil, 1, 4]]
        let counted = counts([.text(size), "箱数", "散数"], rows)
        #expect(counted.figures(.counts, .countedQuantity) == ["13", "15", "16"] && counted.troubles == [])
        let stock = TestSheet(
            name: "账存", rows: [["仓库", "商品编码", .text(size), "箱数", "散数"]] + rows.map { ["一号仓"] + $0 })
        #expect(intake(products, stock).figures(.stock, .quantity) == ["13", "15", "16"])
    }

    /// A box of 10 on the sheet and of 12 on file: which, nobody can tell, where boxes were counted.
    @Test func aPackThatTheProductFileDenies() {
        let month = counts(["箱规", "箱数", "散数"], [["A", 10, 2, 1], ["A", 10, nil, 7], ["B", 24, 2, 1]])
        #expect(month.figures(.counts, .countedQuantity) == ["7", "49"] && month.troubles == ["row 2 D2"])
        #expect(month.problems.first?.advice.chinese.contains("箱规和商品档案的不一样") == true)
        let units = counts(
            ["单位", "箱规", "实盘数"], [["A", "箱", 10, 2], ["A", "瓶", 10, 20], ["B", "箱", 24, 3], ["C", "箱", 6, 4]])
        #expect(units.figures(.counts, .countedQuantity) == ["20", "3", "4"] && units.troubles == ["row 2 D2"])
    }
}
