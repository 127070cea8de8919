import Books
import Reconciler
import WorkbookWriter

/// One proof as a table: a row a product or customer, its stages side by side and between them the residuals.
struct ChainBlock {
    let edition: Edition
    let book: WorkbookWriter
    let sheet: SheetWriter
    let variances: SheetWriter
    let proof: ChainProof
    /// The row of its title.
    let top: Int

    private typealias Labels = ChainLabels
    private var language: Language { edition.language }
    private var look: Look { edition.look }
    private var decimals: Int { proof.measure.decimals }

    /// Lines above which the smaller ones are added up.
    static let listLimit = 500

    /// The lines that are listed, most to look at first.
    let listed: [ChainLine]
    /// What is added up instead: the smaller residuals, and the lines that agree throughout.
    private let sums: [(label: Phrase, values: [Int64?])]

    init(
        edition: Edition, book: WorkbookWriter, sheet: SheetWriter, variances: SheetWriter, proof: ChainProof, top: Int,
        listLimit: Int = Self.listLimit
    ) {
        self.edition = edition
        self.book = book
        self.sheet = sheet
        self.variances = variances
        self.proof = proof
        self.top = top
        let uneven = proof.lines.filter { !$0.isEven }.map { (line: $0, weight: $0.weight) }.enumerated().sorted {
            let left = $0.element.weight, right = $1.element.weight
            return left == right ? $0.offset < $1.offset : left > right
        }.map(\.element.line)
        listed = Array(uneven.prefix(listLimit))
        let rest = Array(uneven.dropFirst(listLimit)), even = proof.lines.filter(\.isEven)
        sums = [(Labels.more(rest.count), rest), (Labels.even(even.count), even)].filter { !$0.1.isEmpty }.map {
            ($0.0, ChainBlock.sum($0.1, proof))
        }
    }

    private static func sum(_ lines: [ChainLine], _ proof: ChainProof) -> [Int64?] {
        proof.stages.indices.map { place in
            proof.stages[place].whyNot == nil ? lines.reduce(0) { $0 &+ ($1.values[place] ?? 0) } : nil
        }
    }

    // MARK: Where things stand

    private var headRow: Int { top + 1 }
    private var firstRow: Int { top + 2 }
    private var lastRow: Int { firstRow + max(listed.count + sums.count, 1) - 1 }
    /// The row of the totals, the last of the block.
    var totalRow: Int { lastRow + 1 }

    /// A column of figures: what a stage says, or the residual of the step that leads to it.
    private enum Column { case stage(Int), residual(Int) }

    private var columns: [Column] {
        var columns: [Column] = []
        for (place, column) in proof.stages.enumerated() {
            if let step = proof.steps.firstIndex(where: { $0.to == column.stage }) { columns.append(.residual(step)) }
            columns.append(.stage(place))
        }
        return columns
    }

    private func column(_ stage: ChainStage) -> Int? {
        guard let place = proof.place(of: stage) else { return nil }
        return columns.firstIndex { if case .stage(place) = $0 { true } else { false } }.map { $0 + 1 }
    }

    private var unaccountedColumn: Int { columns.count + 1 }
    /// The first column of the causes in words, which extend to the last but one of the sheet.
    var causesColumn: Int { columns.count + 2 }

    /// The cell of a stage's total, for formulas elsewhere on the sheet.
    func totalCell(_ stage: ChainStage) -> String? {
        column(stage).map { cellName(row: totalRow, column: $0) }
    }

    // MARK: Writing

    ///
    /// - Parameter lastColumn: The last column of the sheet, which leads to the largest finding.
    func write(lastColumn: Int, figureWidth: Double) {
        for column in 0...lastColumn {
            let text = column == 0 ? proof.name.words[language] : ""
            sheet.text(text, row: top, column: column, style: book.style(look.section))
        }
        sheet.height(22, row: top)
        let format = figureFormat
        let room = ChainSheet.causesWidth + Double(lastColumn - 1 - causesColumn) * figureWidth
        frame(headRow, lastColumn)
        writeHead(lastColumn)
        for (place, line) in listed.enumerated() {
            frame(firstRow + place, lastColumn)
            write(line, row: firstRow + place, format, room: room, lastColumn: lastColumn)
        }
        for (place, sum) in sums.enumerated() {
            frame(firstRow + listed.count + place, lastColumn)
            write(sum.label, sum.values, row: firstRow + listed.count + place, format)
        }
        if listed.isEmpty && sums.isEmpty {
            frame(firstRow, lastColumn)
            write(Labels.even(0), proof.stages.map { $0.whyNot == nil ? 0 : nil }, row: firstRow, format)
        }
        frame(totalRow, lastColumn)
        writeTotal(format)
    }

    /// The cells of a row that its figures leave: one wide one for the causes, and the last.
    private func frame(_ row: Int, _ lastColumn: Int) {
        sheet.merged("", rows: row...row, columns: causesColumn...(lastColumn - 1), style: book.style(look.cell))
        sheet.blank(row: row, column: lastColumn, style: book.style(look.cell))
    }

    private var figureFormat: String {
        if proof.measure == .amount { return Look.pattern(decimals: 2, dashForNought: true) }
        return Look.format(
            of: proof.lines.lazy.flatMap { $0.values.compactMap { $0 } }, decimals: decimals, atLeast: 0,
            dashForNought: true)
    }

    private func writeHead(_ lastColumn: Int) {
        let head = book.style(look.head), soft = book.style(look.head.with { $0.fill = Look.residual })
        sheet.text(
            (proof.by == .customer ? VariancesLabels.party : VariancesLabels.product)[language], row: headRow,
            column: 0, style: head)
        for (place, column) in columns.enumerated() {
            switch column {
            case .stage(let stage):
                let own = proof.stages[stage]
                let why = own.whyNot.map { "\n(\($0[language]))" } ?? ""
                sheet.text(own.stage.words[language] + why, row: headRow, column: place + 1, style: head)
            case .residual: sheet.text(Labels.part[language], row: headRow, column: place + 1, style: soft)
            }
        }
        sheet.text(Labels.unaccountedHead[language], row: headRow, column: unaccountedColumn, style: head)
        sheet.text(Labels.causes[language], row: headRow, column: causesColumn, style: head)
        sheet.text(Labels.finding[language], row: headRow, column: lastColumn, style: head)
        sheet.height(proof.stages.contains { $0.whyNot != nil } ? 44 : 24, row: headRow)
    }

    private func write(_ line: ChainLine, row: Int, _ format: String, room: Double, lastColumn: Int) {
        let text = book.style(look.wrapped)
        var name = edition.name(line, of: proof)
        if proof.by == .productCode, let known = edition.productNames[line.key], known != name { name += " \(known)" }
        sheet.text(name, row: row, column: 0, style: text)
        writeFigures(line.values, row: row, format, look.cell) { step in
            line.parts[step].max { $0.units.magnitude < $1.units.magnitude }
                .map { look.tinted(look.cell, edition.words($0.cause).findingClass) } ?? look.cell
        }
        let left = StoredNumber(units: line.unaccounted, decimals: decimals)
        let plain = line.unaccounted == 0 ? look.cell : look.tinted(look.cell, .missing)
        sheet.number(left, row: row, column: unaccountedColumn, style: book.style(look.figure(plain, format)))
        writeCauses(line, row: row, name: name, room: room, lastColumn: lastColumn)
    }

    /// The largest causes in words, so that no colour stands alone, and a link to the largest finding.
    private func writeCauses(_ line: ChainLine, row: Int, name: String, room: Double, lastColumn: Int) {
        // Step by step: what one step takes and the next gives back would cancel out.
        var causes: [(words: String, isNormal: Bool, units: Int64)] = []
        for parts in line.parts {
            var places: [String: Int] = [:]
            for part in parts {
                let words = edition.words(part.cause).words[language]
                if let place = places[words] {
                    causes[place].units &+= part.units
                } else {
                    places[words] = causes.count
                    let isNormal = if case .named = part.cause { true } else { false }
                    causes.append((words, isNormal, part.units))
                }
            }
        }
        // What is to be worked stands before what is as it should be.
        let largest = causes.enumerated().sorted {
            let left = ($0.element.isNormal ? 0 : 1, $0.element.units.magnitude)
            let right = ($1.element.isNormal ? 0 : 1, $1.element.units.magnitude)
            return left == right ? $0.offset < $1.offset : left > right
        }.map(\.element)
        let said = largest.prefix(3).map { $0.words + " " + TerminalSummary.grouped(proof.measure.text($0.units)) }
        let more = largest.count > 3 ? " …" : ""
        let text = said.joined(separator: Phrase("；", "; ")[language]) + more
        let finding = line.parts.joined().filter { if case .finding = $0.cause { true } else { false } }
            .max { $0.units.magnitude < $1.units.magnitude }
        sheet.text(text, row: row, column: causesColumn, style: book.style(look.wrapped))
        if case .finding(let place)? = finding?.cause {
            sheet.link(
                edition.link(toFinding: place, in: variances), text: QuestionLabels.row(place + 1)[language], row: row,
                column: lastColumn, style: book.style(look.link(look.centered)))
        }
        sheet.height(Look.height([(text, room), (name, ChainSheet.nameWidth)]), row: row)
    }

    private func write(_ label: Phrase, _ values: [Int64?], row: Int, _ format: String) {
        let quiet = look.cell.with {
            $0.color = Look.quiet
            $0.isItalic = true
        }
        sheet.text(label[language], row: row, column: 0, style: book.style(quiet.with { $0.indent = 1 }))
        writeFigures(values, row: row, format, quiet) { _ in quiet }
        sheet.blank(row: row, column: unaccountedColumn, style: book.style(quiet))
        sheet.blank(row: row, column: causesColumn, style: book.style(quiet))
    }

    private func writeFigures(
        _ values: [Int64?], row: Int, _ format: String, _ style: Style, residual: (Int) -> Style
    ) {
        for (place, column) in columns.enumerated() {
            switch column {
            case .stage(let stage):
                let cell = book.style(look.figure(style, format))
                guard let value = values[stage] else {
                    sheet.blank(row: row, column: place + 1, style: book.style(look.cell.with { $0.fill = Look.shade }))
                    continue
                }
                let number = StoredNumber(units: value, decimals: decimals)
                // What should lie on the shelf is worked out before the reader's eyes.
                if proof.stages[stage].stage == .expected, let from = self.column(.available),
                    let less = self.column(.stocked), values[proof.place(of: .stocked) ?? stage] != nil
                {
                    sheet.formula(
                        difference(row, from: less, to: from), result: number, row: row, column: place + 1, style: cell)
                } else {
                    sheet.number(number, row: row, column: place + 1, style: cell)
                }
            case .residual(let step):
                writeResidual(step, values, row: row, column: place + 1, look.figure(residual(step), format))
            }
        }
    }

    private func writeResidual(_ place: Int, _ values: [Int64?], row: Int, column: Int, _ style: Style) {
        let step = proof.steps[place]
        guard step.whyNot == nil, let from = self.column(step.from), let to = self.column(step.to),
            let left = proof.place(of: step.from).flatMap({ values[$0] }),
            let right = proof.place(of: step.to).flatMap({ values[$0] })
        else {
            sheet.blank(row: row, column: column, style: book.style(look.cell.with { $0.fill = Look.shade }))
            return
        }
        sheet.formula(
            difference(row, from: from, to: to), result: StoredNumber(units: right &- left, decimals: decimals),
            row: row, column: column, style: book.style(style))
    }

    private func difference(_ row: Int, from: Int, to: Int) -> String {
        "ROUND(\(cellName(row: row, column: to))-\(cellName(row: row, column: from)),\(decimals))"
    }

    private func writeTotal(_ format: String) {
        let style = book.style(look.figure(look.total, format))
        sheet.text(Labels.total[language], row: totalRow, column: 0, style: book.style(look.total))
        let totals = proof.stages.map { proof.total($0.stage) }
        for (place, column) in columns.enumerated() {
            var sum: Int64?
            switch column {
            case .stage(let stage): sum = totals[stage]
            case .residual(let step):
                let step = proof.steps[step]
                if step.whyNot == nil, let left = proof.total(step.from), let right = proof.total(step.to) {
                    sum = right &- left
                }
            }
            guard let sum else {
                sheet.blank(row: totalRow, column: place + 1, style: style)
                continue
            }
            writeSum(sum, column: place + 1, style)
        }
        writeSum(listed.reduce(0) { $0 &+ $1.unaccounted }, column: unaccountedColumn, style)
        sheet.blank(row: totalRow, column: causesColumn, style: style)
    }

    private func writeSum(_ sum: Int64, column: Int, _ style: StyleID) {
        let name = columnName(column)
        sheet.formula(
            "ROUND(SUM(\(name)\(firstRow):\(name)\(lastRow)),\(decimals))",
            result: StoredNumber(units: sum, decimals: decimals), row: totalRow, column: column, style: style)
    }
}
