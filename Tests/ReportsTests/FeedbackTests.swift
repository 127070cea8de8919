import Books
import Reconciler
import Testing
import WorkbookEditor

@testable import Reports

/// What goes back to senders: which findings to which file, in which words and colours.
@Suite struct FeedbackTests {
    private func feedback(_ language: Language = .english) -> [String: Feedback] {
        let (month, result) = SmallMonth.make()
        return Dictionary(
            uniqueKeysWithValues: Feedback.all(of: month, result, language: language).map { ($0.file, $0) })
    }

    @Test func everyFileWithAFindingComesBack() throws {
        let all = feedback()
        #expect(all.keys.sorted() == ["仓库/stock #1.xlsx", "订单/east.xlsx"])
        #expect(all.values.allSatisfy { $0.count == 4 })
    }

    @Test func aSheetIsAnsweredInItsOwnLanguage() throws {
        let all = feedback(.english)
        let orders = try #require(all["订单/east.xlsx"]), stock = try #require(all["仓库/stock #1.xlsx"])
        // Its headers are Chinese; the other sheet has none, so the language of the run is taken.
        #expect(orders.language == .chinese && stock.language == .english)
        let note = try #require(orders.edit().annotations.first { $0.note.contains("发货数量") || $0.note.contains("120") })
            .note
        #expect(note.hasPrefix("【差异】") && note.contains("应有：120箱\n实有：118箱"))
        #expect(note.contains("说明与处理：少发 2 箱，请仓库核对。") && note.hasSuffix("其他文件：stock #1.xlsx 库存!D2"))
        #expect(stock.edit().annotations.contains { $0.note.contains("Expected: 120 箱\nActual: 118 箱") })
    }

    @Test func theGravestClassColoursTheCell() throws {
        let edit = try #require(feedback()["订单/east.xlsx"]).edit()
        // Four findings of one cell: missing, twice difference, and one of timing.
        #expect(edit.annotations.map(\.fill) == [0xFFC7CE, 0xFFE0B2, 0xFFE0B2, 0xD6E4F5])
        #expect(Set(edit.annotations.map { "\($0.sheet) \($0.row) \($0.column)" }) == ["11月 12 5"])
    }

    @Test func theListSaysAllAndLeadsToTheCells() throws {
        let orders = try #require(feedback()["订单/east.xlsx"])
        let list = try #require(orders.edit().list)
        let rows = list.rows.dropFirst(list.frozenRows)
        #expect(rows.count == 4)
        for row in rows {
            let cells = row.cells.compactMap { $0 }
            #expect(cells.contains { $0.link?.sheet == "11月" && $0.link?.cell == "F12" })
            // Colour never alone: the class stands there in words.
            #expect(cells.contains { $0.look.fill != nil && ["缺失", "差异", "时间性"].contains($0.text) })
        }
        let alone = orders.listAlone(Phrase("因为", "because"))
        #expect(alone.rows.contains { $0.cells.first??.text == "因为" })
        #expect(alone.rows.allSatisfy { $0.cells.allSatisfy { $0?.link == nil } })
    }

    @Test func fieldsThatAreMissingAreSaidInWords() {
        let finding = SmallMonth.finding("x", "order.field-missing", .incomplete, key: [], party: nil, amount: nil)
        let words = FeedbackWords(language: .chinese)
        #expect(words.figure(.text("address|phone, consignee"), finding) == "送货地址或电话、收货人")
        #expect(words.figure(.text("昆明|大理"), finding) == "昆明|大理")
    }

    @Test func whatIsWithinToleranceIsNoReasonToWrite() {
        let (month, result) = SmallMonth.make()
        let tolerated = Finding(
            code: "ledger.amount-difference", findingClass: .tolerated, key: [], owner: .finance,
            sources: result.findings[0].sources, explanation: Phrase("", ""))
        func count(_ findings: [Finding]) -> Int {
            let result = Reconciliation(findings: findings, ties: [], stock: [], notChecked: [])
            return Feedback.all(of: month, result, language: .english).reduce(0) { $0 + $1.count }
        }
        #expect(count([tolerated]) == 0)
        #expect(count([tolerated, result.findings[0]]) == 4)
    }

    /// The price list's cell beside a wrong price is right: it is named, and the list does not go back to anybody.
    @Test func whatAFindingIsHeldAgainstIsNotAtFault() throws {
        let (month, result) = SmallMonth.make()
        let wrong = result.findings[0].sources[0]
        let list = CellReference(file: "资料.xlsx", sheet: "价格表", row: 2, column: 3)
        let beside = CellReference(file: wrong.reference.file, sheet: "价格表", row: 5, column: 3)
        let finding = Finding(
            code: "order.price-off-policy", findingClass: .difference, key: [], owner: .sales,
            sources: [
                wrong, Source(role: "prices", reference: list, isYardstick: true),
                Source(role: "prices", reference: beside, isYardstick: true),
            ], explanation: Phrase("", ""))
        let all = Feedback.all(
            of: month, Reconciliation(findings: [finding], ties: [], stock: [], notChecked: []), language: .chinese)
        #expect(all.map(\.file) == [wrong.reference.file])
        let item = try #require(all.first?.items.first)
        #expect(item.cells == [wrong.reference])
        #expect(item.elsewhere == [list, beside])
    }

    @Test func manyCellsAreListedAndNotAllColoured() throws {
        let (month, _) = SmallMonth.make()
        let findings = (1...Feedback.cellLimit + 5).map { row in
            Finding(
                code: "order.field-missing", findingClass: row == 2_003 ? .missing : .incomplete, key: [],
                owner: .sales,
                sources: [
                    Source(
                        role: "orders",
                        reference: CellReference(file: "订单/east.xlsx", sheet: "11月", row: row, column: 0))
                ], explanation: Phrase("", ""))
        }
        let result = Reconciliation(findings: findings, ties: [], stock: [], notChecked: [])
        let edit = try #require(Feedback.all(of: month, result, language: .english).first).edit()
        #expect(edit.annotations.count == Feedback.cellLimit)
        #expect(edit.annotations.contains { $0.row == 2_003 }, "the gravest come first")
        #expect(edit.list?.rows.count == Feedback.cellLimit + 5 + 4)
        #expect(edit.list?.rows.contains { $0.cells.first??.text.contains("5 个单元格") ?? false } ?? false)
    }

    @Test func namesAreToldApartByTheirFolders() {
        let names = FeedbackNames.all(of: [
            "orders/east/1.xlsx", "orders/west/1.XLSX", "2.xls", "orders/2.csv", "3.xlsm", "4.htm",
            "orders-east/1.xlsx",
        ])
        #expect(
            names.mapValues(\.workbook) == [
                "orders/east/1.xlsx": "1 (orders-east) 2.xlsx", "orders/west/1.XLSX": "1 (orders-west).XLSX",
                "orders-east/1.xlsx": "1 (orders-east).xlsx", "2.xls": "2.xlsx", "orders/2.csv": "2 (orders).xlsx",
                "3.xlsm": "3.xlsm", "4.htm": "4.xlsx",
            ])
        #expect(names["3.xlsm"]?.list(.chinese) == "3 (清单).xlsx")
    }
}
