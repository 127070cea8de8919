public import Books
public import Reconciler

/// The machine-readable result, schema `tieout.findings/1` (vocabulary: "Machine-readable result").
///
/// Decimals are strings and exact, dates ISO 8601, the order that of the result: the same month gives the same bytes.
public enum FindingsJSON {
    /// The schema's name.
    public static let schema = "tieout.findings/1"

    /// The result as UTF-8.
    ///
    /// - Parameters:
    ///   - since: For the findings that earlier months had, the month in which each was first found; the others are new.
    ///   - generatedBy: The program and its version.
    public static func data(
        month: Month, reconciliation: Reconciliation, language: Language, since: [String: Period] = [:],
        generatedBy: String = "tieout"
    ) -> [UInt8] {
        var json = JSONBytes(capacity: 4_096 + reconciliation.findings.count * 900)
        json.object { json in
            json.key("schema")
            json.string(schema)
            json.key("period")
            json.string(month.period.description)
            json.key("currency")
            json.string("CNY")
            json.key("generatedBy")
            json.string(generatedBy)
            json.key("language")
            json.string(language.rawValue)
            json.key("books")
            json.list { books(month, language, &$0) }
            json.key("ties")
            json.list { json in
                for tie in reconciliation.ties {
                    json.next()
                    json.object { write(tie, &$0) }
                }
            }
            json.key("notChecked")
            json.list { json in
                for entry in reconciliation.notChecked {
                    json.next()
                    json.object { json in
                        json.key("code")
                        json.string(entry.code)
                        json.key("why")
                        json.string(entry.why[language])
                    }
                }
            }
            if let chain = reconciliation.chain {
                json.key("chain")
                ChainJSON.write(chain, reconciliation.findings, month, language, &json)
            }
            json.key("questions")
            json.list { json in
                for (place, question) in reconciliation.questions.enumerated() {
                    json.next()
                    json.object { write(question, rank: place + 1, reconciliation.findings, language, &$0) }
                }
            }
            json.key("orders")
            json.object { write(reconciliation.orderDesk, month, language, &$0) }
            json.key("findings")
            json.list { json in
                for finding in reconciliation.findings {
                    json.next()
                    json.object { write(finding, language, since: since[finding.id] ?? month.period, &$0) }
                }
            }
        }
        json.endLine()
        return json.bytes
    }

    // MARK: Books

    private static func books(_ month: Month, _ language: Language, _ json: inout JSONBytes) {
        let records = recordsByRegion(month)
        var aside: [String: [Problem]] = [:]
        for problem in month.problems {
            if case .rowSetAside = problem.kind {
                aside["\(problem.file)\n\(problem.sheet ?? "")", default: []].append(problem)
            }
        }
        var regions: [Int: [Int]] = [:]
        for (number, region) in month.regions.enumerated() { regions[Int(region.sheet), default: []].append(number) }
        for (place, file) in month.files.enumerated() {
            json.next()
            json.object { json in
                json.key("file")
                json.string(file.path)
                json.key("sha256")
                json.string(file.sha256)
                json.key("sheets")
                json.list { json in
                    for (number, sheet) in month.sheets.enumerated() where Int(sheet.file) == place {
                        let problems = aside["\(file.path)\n\(sheet.name)"] ?? []
                        let own = regions[number] ?? []
                        if own.isEmpty { write(sheet, nil, records: 0, problems, language, &json) }
                        for (order, region) in own.enumerated() {
                            // A sheet's rows are its own, not each region's: they are said with the first.
                            write(
                                sheet, month.regions[region], records: records[region], order == 0 ? problems : nil,
                                language, &json)
                        }
                    }
                }
            }
        }
    }

    private static func recordsByRegion(_ month: Month) -> [Int] {
        var records = [Int](repeating: 0, count: month.regions.count)
        for kind in BookKind.allCases {
            for origin in month[kind].origins where records.indices.contains(Int(origin.region)) {
                records[Int(origin.region)] += 1
            }
        }
        return records
    }

    private static func write(
        _ sheet: SourceSheet, _ region: Region?, records: Int, _ setAside: [Problem]?, _ language: Language,
        _ json: inout JSONBytes
    ) {
        json.next()
        json.object { json in
            json.key("name")
            json.string(sheet.name)
            json.key("book")
            json.string(region?.book.rawValue)
            json.key("layout")
            json.string(region?.layout.rawValue)
            json.key("headerRow")
            if let region { json.number(Int(region.headerRow)) } else { json.null() }
            json.key("records")
            json.number(records)
            json.key("columns")
            json.list { json in
                for header in region?.headers ?? [] {
                    json.next()
                    json.object { json in
                        json.key("column")
                        json.string(CellReference.letters(ofColumn: Int(header.column)))
                        json.key("header")
                        json.string(header.text)
                        json.key("field")
                        json.string(header.field?.rawValue)
                    }
                }
            }
            json.key("setAside")
            json.list { json in
                for problem in setAside ?? [] {
                    json.next()
                    json.object { json in
                        json.key("row")
                        if let row = problem.row { json.number(row) } else { json.null() }
                        json.key("why")
                        json.string(why(problem, language))
                    }
                }
            }
            if setAside != nil { write(sheet.rows, &json) }
        }
    }

    private static func why(_ problem: Problem, _ language: Language) -> String {
        let expected = problem.expected[language]
        if problem.found.isEmpty { return expected }
        return Phrase("\(expected)（写的是「\(problem.found)」）", "\(expected) (it says “\(problem.found)”)")[language]
    }

    private static func write(_ rows: RowCounts, _ json: inout JSONBytes) {
        json.key("rows")
        json.object { json in
            json.key("present")
            json.number(rows.present)
            json.key("records")
            json.number(rows.records)
            json.key("totals")
            json.number(rows.totals)
            json.key("structure")
            json.number(rows.structure)
            json.key("setAside")
            json.number(rows.setAside)
        }
    }

    // MARK: Ties and findings

    private static func write(_ tie: TieResult, _ json: inout JSONBytes) {
        var counts: [TiePair.Outcome: Int] = [:]
        for pair in tie.pairs { counts[pair.outcome, default: 0] += 1 }
        json.key("id")
        json.string(tie.id)
        json.key("left")
        json.string(tie.left.english)
        json.key("right")
        json.string(tie.right.english)
        json.key("measure")
        json.string(tie.measure.rawValue)
        for outcome in TiePair.Outcome.allCases {
            json.key(named: outcome.rawValue)
            json.number(counts[outcome] ?? 0)
        }
        json.key("leftSum")
        json.string(tie.measure.text(tie.leftSum))
        json.key("rightSum")
        json.string(tie.measure.text(tie.rightSum))
        json.key("difference")
        json.string(tie.measure.text(tie.rightSum.subtractingReportingOverflow(tie.leftSum).partialValue))
    }

    private static func write(_ finding: Finding, _ language: Language, since: Period, _ json: inout JSONBytes) {
        json.key("id")
        json.string(finding.id)
        json.key("code")
        json.string(finding.code)
        json.key("class")
        json.string(finding.findingClass.rawValue)
        json.key("tie")
        json.string(finding.tie)
        json.key("key")
        json.object { json in
            for part in finding.key {
                json.key(named: part.name)
                json.string(part.value)
            }
        }
        json.key("party")
        json.string(finding.party)
        json.key("owner")
        json.string(finding.owner.rawValue)
        json.key("expected")
        json.string(finding.expected?.text(in: language))
        json.key("actual")
        json.string(finding.actual?.text(in: language))
        json.key("difference")
        json.string(finding.difference?.description)
        json.key("unit")
        json.string(finding.unit)
        json.key("amount")
        json.string(finding.amount?.description)
        json.key("currency")
        json.string("CNY")
        json.key("sources")
        json.list { json in for source in finding.sources { write(source, &json) } }
        json.key("explanation")
        json.string(finding.explanation[language])
        json.key("state")
        json.string(HandlingState.open.rawValue)
        json.key("since")
        json.string(since.description)
        json.key("reason")
        json.string(finding.reason)
    }

    private static func write(
        _ question: Question, rank: Int, _ findings: [Finding], _ language: Language, _ json: inout JSONBytes
    ) {
        json.key("rank")
        json.number(rank)
        json.key("ask")
        json.object { json in
            json.key("role")
            json.string(question.role.rawValue)
            json.key("name")
            json.string(question.name)
        }
        json.key("owner")
        json.string(question.owner.rawValue)
        json.key("question")
        json.string(question.words[language])
        json.key("clears")
        json.string(question.clears.description)
        json.key("findings")
        json.list { json in
            for place in question.findings where findings.indices.contains(place) {
                json.next()
                json.string(findings[place].id)
            }
        }
    }

    private static func write(_ source: Source, _ json: inout JSONBytes) {
        json.next()
        json.object { json in
            json.key("role")
            json.string(source.role)
            json.key("file")
            json.string(source.reference.file)
            json.key("sheet")
            json.string(source.reference.sheet)
            json.key("cell")
            json.string(source.reference.cell)
        }
    }
}
