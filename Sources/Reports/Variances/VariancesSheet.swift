import Books
import Reconciler
import WorkbookWriter

/// The sheet of variances to work: a row a finding.
struct VariancesSheet {
    let edition: Edition
    let book: WorkbookWriter
    let sheet: SheetWriter
    /// Where the legend's lists of reasons and states stand.
    let reasonList: String, stateList: String

    private typealias Labels = VariancesLabels

    /// The columns, in order.
    enum Column: Int, CaseIterable {
        case number, findingClass, rule, document, product, place, party, owner, expected, actual, difference, unit
        case amount, explanation, cause, reason, state, note, handler, date, source1, source2, source3, code, id

        var label: Phrase {
            switch self {
            case .number: Labels.number
            case .findingClass: Labels.findingClass
            case .rule: Labels.rule
            case .document: Labels.document
            case .product: Labels.product
            case .place: Labels.place
            case .party: Labels.party
            case .owner: Labels.owner
            case .expected: Labels.expected
            case .actual: Labels.actual
            case .difference: Labels.difference
            case .unit: Labels.unit
            case .amount: Labels.amount
            case .explanation: Labels.explanation
            case .cause: Labels.cause
            case .reason: Labels.reason
            case .state: Labels.state
            case .note: Labels.note
            case .handler: Labels.handler
            case .date: Labels.date
            case .source1: Phrase(Labels.source.chinese + " 1", Labels.source.english + " 1")
            case .source2: Phrase(Labels.source.chinese + " 2", Labels.source.english + " 2")
            case .source3: Phrase(Labels.source.chinese + " 3", Labels.source.english + " 3")
            case .code: Labels.code
            case .id: Labels.id
            }
        }

        var width: Double {
            switch self {
            case .number, .unit: 6
            case .findingClass, .owner: 10
            case .rule: 26
            case .document, .party: 22
            case .product: 14
            case .place: 16
            case .expected, .actual: 15
            case .amount: 13
            case .difference: 12
            case .explanation, .cause: 52
            case .reason, .state: 14
            case .note: 22
            case .handler: 10
            case .date: 12
            case .source1, .source2, .source3: 32
            case .code: 27
            case .id: 14
            }
        }

        /// Whether people fill it in.
        var isEntry: Bool { (Column.reason.rawValue...Column.date.rawValue).contains(rawValue) }
    }

    static let headerRow = 4, firstRow = 5

    /// The last row of findings; where there are none, the row that says so.
    static func lastRow(_ edition: Edition) -> Int {
        max(firstRow, firstRow + edition.reconciliation.findings.count - 1)
    }

    /// A column's cells as a formula on another sheet writes them.
    static func range(_ column: Column, _ sheet: SheetWriter, _ edition: Edition) -> String {
        fixedRange(
            sheet: sheet.name, rows: firstRow...lastRow(edition), columns: column.rawValue...column.rawValue)
    }

    func write() {
        let language = edition.language
        edition.heading(
            sheet, book, title: "\(Labels.variancesSheet[language]) \(edition.month.period)",
            subtitle: Labels.hint[language])
        let head = book.style(edition.look.head), entryHead = book.style(edition.look.entryHead)
        for column in Column.allCases {
            sheet.text(
                column.label[language], row: VariancesSheet.headerRow, column: column.rawValue,
                style: column.isEntry ? entryHead : head)
            sheet.width(column.width, columns: column.rawValue...column.rawValue)
        }
        sheet.height(24, row: VariancesSheet.headerRow)
        let dressed = Dictionary(
            uniqueKeysWithValues: FindingClass.allCases.map { ($0, Row(edition.look, $0, book)) })
        for (place, finding) in edition.reconciliation.findings.enumerated() {
            guard let styles = dressed[finding.findingClass] else { continue }
            write(finding, number: place + 1, row: VariancesSheet.firstRow + place, styles)
        }
        if edition.reconciliation.findings.isEmpty {
            sheet.text(Labels.nothingFound[language], row: VariancesSheet.firstRow, column: Column.rule.rawValue)
        }
        offerChoices()
        markHandled()
        arrange()
    }

    /// The styles of one class's rows.
    private struct Row {
        let style: Style
        let plain: StyleID, center: StyleID, wrapped: StyleID, link: StyleID, money: StyleID, entry: StyleID
        let entryDay: StyleID, id: StyleID

        init(_ look: Look, _ findingClass: FindingClass, _ book: WorkbookWriter) {
            style = look.tinted(look.cell, findingClass).with { $0.upright = .top }
            let text = look.tinted(look.textCell, findingClass).with { $0.upright = .top }
            plain = book.style(text)
            center = book.style(style.with { $0.across = .center })
            wrapped = book.style(text.with { $0.wraps = true })
            link = book.style(look.link(text))
            money = book.style(look.money(style))
            let open = look.entry.with {
                $0.upright = .top
                $0.wraps = true
            }
            entry = book.style(open)
            entryDay = book.style(open.with { $0.numberFormat = "yyyy-mm-dd" })
            id = book.style(
                text.with {
                    $0.size = 8
                    $0.color = Look.quiet
                })
        }
    }

    private func write(_ finding: Finding, number: Int, row: Int, _ styles: Row) {
        let language = edition.language
        func text(_ value: String, _ column: Column, _ style: StyleID) {
            sheet.text(value, row: row, column: column.rawValue, style: style)
        }
        sheet.number(StoredNumber(number), row: row, column: Column.number.rawValue, style: styles.center)
        text(finding.findingClass.words[language], .findingClass, styles.center)
        text(RuleWords.title(finding.code)[language], .rule, styles.wrapped)
        let key = KeyColumns(finding.key, language)
        text(key.document, .document, styles.wrapped)
        text(key.product, .product, styles.wrapped)
        text(key.place, .place, styles.wrapped)
        text(finding.party ?? "", .party, styles.wrapped)
        text(finding.owner.words[language], .owner, styles.center)
        for (figure, column) in [
            (finding.expected, Column.expected), (finding.actual, .actual), (finding.difference, .difference),
        ] {
            edition.write(figure, sheet, row: row, column: column.rawValue, style: styles.style, book)
        }
        text(finding.unit ?? "", .unit, styles.center)
        if let amount = finding.amount {
            sheet.number(amount.stored, row: row, column: Column.amount.rawValue, style: styles.money)
        } else {
            sheet.blank(row: row, column: Column.amount.rawValue, style: styles.money)
        }
        text(finding.explanation[language], .explanation, styles.wrapped)
        text(FindingStory.causes(inOneCell: finding, language), .cause, styles.wrapped)
        text(finding.reason.map { Reason.words($0, language) } ?? "", .reason, styles.entry)
        text(HandlingState.open.words[language], .state, styles.entry)
        text("", .note, styles.entry)
        text("", .handler, styles.entry)
        sheet.blank(row: row, column: Column.date.rawValue, style: styles.entryDay)
        for (place, column) in [Column.source1, .source2, .source3].enumerated() {
            guard place < finding.sources.count else {
                text("", column, styles.plain)
                continue
            }
            let cell = finding.sources[place].reference
            sheet.link(
                edition.link(cell), text: edition.shortName(cell), row: row, column: column.rawValue, style: styles.link
            )
        }
        text(finding.code, .code, styles.plain)
        text(finding.id, .id, styles.id)
        sheet.height(height(finding, key), row: row)
    }

    /// A row's height, so that its texts are read without opening it.
    private func height(_ finding: Finding, _ key: KeyColumns) -> Double {
        func said(_ figure: Figure?) -> String {
            switch figure {
            case .text, .words: RuleWords.value(figure?.text(in: edition.language) ?? "")[edition.language]
            default: ""
            }
        }
        return Look.height([
            (finding.explanation[edition.language], Column.explanation.width),
            (FindingStory.causes(inOneCell: finding, edition.language), Column.cause.width),
            (RuleWords.title(finding.code)[edition.language], Column.rule.width),
            (key.document, Column.document.width), (key.product, Column.product.width),
            (key.place, Column.place.width), (finding.party ?? "", Column.party.width),
            (said(finding.expected), Column.expected.width), (said(finding.actual), Column.actual.width),
        ])
    }

    private func offerChoices() {
        let language = edition.language
        let rows = VariancesSheet.firstRow...VariancesSheet.lastRow(edition)
        for (list, column) in [(reasonList, Column.reason), (stateList, .state)] {
            sheet.offerList(
                from: list, rows: rows, columns: column.rawValue...column.rawValue,
                title: Labels.chooseTitle[language], message: Labels.chooseMessage[language])
        }
        sheet.allowDays(
            rows: rows, columns: Column.date.rawValue...Column.date.rawValue, title: Labels.date[language],
            message: Labels.dayMessage[language])
    }

    /// Rows that somebody has dealt with show it at once, in words (the state) and in colour.
    private func markHandled() {
        let state = "$" + cellName(row: VariancesSheet.firstRow, column: Column.state.rawValue)
        let handled = book.style(
            Style {
                $0.fill = FindingClass.tolerated.colors?.fill
                $0.color = FindingClass.tolerated.colors?.font
            })
        sheet.colour(
            where: "AND(\(state)<>\"\",\(state)<>\"\(HandlingState.open.words[edition.language])\")",
            rows: VariancesSheet.firstRow...VariancesSheet.lastRow(edition),
            columns: Column.reason.rawValue...Column.date.rawValue, style: handled)
    }

    private func arrange() {
        let last = VariancesSheet.lastRow(edition)
        sheet.freeze(aboveRow: VariancesSheet.firstRow, leftOfColumn: Column.product.rawValue)
        sheet.filter(rows: VariancesSheet.headerRow...last, columns: 0...Column.id.rawValue)
        sheet.hideGridLines()
        sheet.tab(0xC00000)
        sheet.zoom(90)
        var setup = edition.printSetup(
            Labels.variancesSheet[edition.language], title: Labels.title, landscape: true,
            header: VariancesSheet.headerRow...VariancesSheet.headerRow)
        setup.area = (1...last, 0...Column.state.rawValue)
        sheet.print(setup)
    }
}

/// A finding's key over the three columns in which people look for it.
struct KeyColumns {
    private(set) var document = "", product = "", place = ""

    init(_ key: [KeyPart], _ language: Language) {
        var others: [String] = []
        for part in key {
            switch part.name {
            case "orderNumber", "documentNumber", "receiptNumber", "voucherNumber", "invoiceNumber", "waybillNumber",
                "accountCode", "file":
                document = document.isEmpty ? part.value : "\(document) \(part.value)"
            case "productCode", "productName": product = part.value
            case "row": others.append("\(RuleWords.keyName(part.name)[language]) \(part.value)")
            default: others.append(part.value)
            }
        }
        place = others.joined(separator: " ")
    }
}
