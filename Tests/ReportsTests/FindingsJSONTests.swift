import Books
import Foundation
import Reconciler
import Testing

@testable import Reports

@Suite struct FindingsJSONTests {
    private func parsed(since: [String: Period] = [:]) throws -> [String: Any] {
        let (month, result) = SmallMonth.make()
        let data = FindingsJSON.data(month: month, reconciliation: result, language: .chinese, since: since)
        return try #require(try JSONSerialization.jsonObject(with: Data(data)) as? [String: Any])
    }

    @Test func saysWhatItIs() throws {
        let json = try parsed()
        #expect(json["schema"] as? String == "tieout.findings/1")
        #expect(json["period"] as? String == "2026-10")
        #expect(json["currency"] as? String == "CNY")
        #expect(json["generatedBy"] as? String == "tieout")
    }

    @Test func aFindingHasEveryPartOfTheVocabulary() throws {
        let findings = try #require(
            try parsed(since: ["a1": Period(year: 2026, month: 9)])["findings"] as? [[String: Any]])
        #expect(findings.map { $0["id"] as? String } == ["a1", "b2", "c3", "d4"])
        let first = findings[0]
        #expect(
            Set(first.keys) == [
                "id", "code", "class", "tie", "key", "party", "owner", "expected", "actual", "difference", "unit",
                "amount",
                "currency", "sources", "explanation", "state", "since", "reason", "causes",
                "unexplained", "nearest", "matchedBy",
            ])
        #expect(first["key"] as? [String: String] == ["orderNumber": "SO-1107", "productCode": "A-01"])
        #expect(first["expected"] as? String == "120")
        #expect(first["difference"] as? String == "-2")
        #expect(first["amount"] as? String == "-96.00")
        #expect(first["since"] as? String == "2026-09")
        #expect(first["state"] as? String == "open")
        #expect(first["reason"] as? String == "damage")
        let sources = try #require(first["sources"] as? [[String: String]])
        #expect(sources[0] == ["role": "orders", "file": "订单/east.xlsx", "sheet": "11月", "cell": "F12"])
        #expect(findings[1]["since"] as? String == "2026-10")
        #expect(findings[1]["expected"] is NSNull)
        #expect(findings[3]["actual"] as? String == "2026-10-31")
    }

    @Test func aTieHasItsCountsAndSums() throws {
        let tie = try #require((try parsed()["ties"] as? [[String: Any]])?.first)
        #expect(tie["id"] as? String == "dispatch-receivable")
        #expect(tie["leftSum"] as? String == "0.50")
        #expect(tie["rightSum"] as? String == "3.30")
        #expect(tie["difference"] as? String == "2.80")
        let counts = ["matched", "tolerated", "leftOnly", "rightOnly", "differing"].map { tie[$0] as? Int }
        #expect(counts == [1, 0, 1, 1, 1])
    }

    @Test func booksSayWhatEachSheetWasTakenFor() throws {
        let books = try #require(try parsed()["books"] as? [[String: Any]])
        #expect(books.map { $0["file"] as? String } == ["订单/east.xlsx", "仓库/stock #1.xlsx"])
        let sheet = try #require((books[0]["sheets"] as? [[String: Any]])?.first)
        #expect(sheet["book"] as? String == "orders")
        #expect(sheet["layout"] as? String == "table")
        #expect(sheet["headerRow"] as? Int == 1)
        let columns = try #require(sheet["columns"] as? [[String: Any]])
        #expect(columns[0]["field"] as? String == "orderNumber")
        #expect(columns[1]["field"] is NSNull)
        #expect(columns[1]["column"] as? String == "B")
        let aside = try #require(sheet["setAside"] as? [[String: Any]])
        #expect(aside[0]["row"] as? Int == 4)
        #expect(aside[0]["why"] as? String == "数量应为数字（写的是「约20」）")
        let stock = try #require((books[1]["sheets"] as? [[String: Any]])?.first)
        #expect(stock["records"] as? Int == 5)
    }

    @Test(arguments: ["\"\\\n\t\r\u{1}", "昆明\u{2028}😀", "plain"]) func anyTextReadsBack(text: String) throws {
        var json = JSONBytes(capacity: 16)
        json.list { json in
            json.next()
            json.string(text)
        }
        let read = try JSONSerialization.jsonObject(with: Data(json.bytes)) as? [String]
        #expect(read == [text])
    }

    @Test func nothingIsStillAResult() throws {
        let month = Month(
            period: SmallMonth.period, files: [], sheets: [], regions: [], texts: SymbolTable(), tables: [:],
            problems: [])
        let data = FindingsJSON.data(
            month: month, reconciliation: Reconciliation(findings: [], ties: [], stock: [], notChecked: []),
            language: .english)
        let json = try #require(try JSONSerialization.jsonObject(with: Data(data)) as? [String: Any])
        #expect((json["findings"] as? [Any])?.isEmpty == true)
    }
}
