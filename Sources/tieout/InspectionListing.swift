import Books
import Intake
import WorkbookReader

/// What intake made of a month's sheets, as text for people.
struct InspectionListing {
    let month: Month
    let workbooks: [String: Workbook]
    let language: Language
    private var output = StandardOutput()

    init(month: Month, workbooks: [String: Workbook], language: Language) {
        self.month = month
        self.workbooks = workbooks
        self.language = language
    }

    /// Writes files in the order of their names.
    mutating func write() {
        line(Phrase("月份 \(month.period)", "Period \(month.period)"))
        let order = month.files.indices.sorted { month.files[$0].path < month.files[$1].path }
        for file in order {
            line("")
            line(month.files[file].path)
            for note in workbooks[month.files[file].path]?.notes ?? [] {
                line(Phrase("  \(note.words.chinese)", "  \(note.words.english)"))
            }
            for problem in month.problems where problem.file == month.files[file].path && problem.sheet == nil {
                write(problem, indent: 2)
            }
            for sheet in month.sheets.indices where month.sheets[sheet].file == Int32(file) { write(sheet: sheet) }
        }
        line("")
        summary()
        output.flush()
    }

    // MARK: One sheet

    private mutating func write(sheet index: Int) {
        let sheet = month.sheets[index]
        let file = month.files[Int(sheet.file)].path
        let hidden = sheet.isHidden ? Phrase("（隐藏的工作表）", " (hidden sheet)")[language] : ""
        line(Phrase("  工作表「\(sheet.name)」\(hidden)", "  Sheet '\(sheet.name)'\(hidden)"))
        if sheet.rows.present == 0 {
            line(Phrase("    空的", "    empty"))
            return
        }
        let regions = month.regions.filter { $0.sheet == Int32(index) }
        var shown: [[HeaderCell]: Int] = [:]
        for region in regions { shown[region.headers, default: 0] += 1 }
        for region in regions {
            guard let count = shown.removeValue(forKey: region.headers) else { continue }
            write(region, count: count)
        }
        if regions.isEmpty {
            let isUnknown = month.problems.contains { $0.file == file && $0.sheet == sheet.name }
            line(
                isUnknown
                    ? Phrase("    没有认出来，见下面的问题", "    not recognised, see below")
                    : Phrase("    说明文字，没有表格", "    notes, no table"))
        }
        let rows = sheet.rows
        line(
            Phrase(
                "    行：共 \(rows.present) = 记录 \(rows.records) + 合计 \(rows.totals) + 标题表头等 \(rows.structure) + 搁置 \(rows.setAside)",
                "    rows: \(rows.present) = \(rows.records) records + \(rows.totals) totals + \(rows.structure) titles, headers and notes + \(rows.setAside) set aside"
            ))
        writeHidden(sheet: sheet, file: file)
        writeTotals(regions)
        let problems = month.problems.filter { $0.file == file && $0.sheet == sheet.name }
        for problem in problems.joiningUncalculated() { write(problem, indent: 4) }
    }

    private mutating func write(_ region: Region, count: Int) {
        let layout = region.layout == .form ? Phrase("单据", "form") : Phrase("表格", "table")
        let several = count > 1 ? Phrase("，同样的共 \(count) 张", ", \(count) alike")[language] : ""
        line(
            Phrase(
                "    \(region.book.words.chinese)（\(layout.chinese)），表头在第 \(region.headerRow) 行，把握 \(region.confidence)%\(several)",
                "    \(region.book.words.english) (\(layout.english)), header in row \(region.headerRow), \(region.confidence)% sure\(several)"
            ))
        let heads = region.places.filter { $0.value.row != nil }.sorted {
            ($0.value.row ?? 0, $0.value.column) < ($1.value.row ?? 0, $1.value.column)
        }
        for (field, place) in heads {
            let cell = CellReference.letters(ofColumn: Int(place.column)) + String(place.row ?? 0)
            line("      \(pad(cell, 5)) → \(field.words[language])")
        }
        let widest = min(region.headers.map { width(flat($0.text)) }.max() ?? 0, 30)
        for header in region.headers {
            let column = CellReference.letters(ofColumn: Int(header.column))
            let meaning = header.field.map { "→ \($0.words[language])" } ?? Phrase("不用", "not used")[language]
            line("      \(pad(column, 5)) \(pad(flat(header.text), widest)) \(meaning)")
        }
    }

    private mutating func writeHidden(sheet: SourceSheet, file: String) {
        guard let cells = workbooks[file]?.sheets.first(where: { $0.name == sheet.name }) else { return }
        if !cells.hiddenRows.isEmpty {
            let rows = cells.hiddenRows.prefix(8).map(String.init).joined(separator: ", ")
            let more = cells.hiddenRows.count > 8 ? " …" : ""
            line(
                Phrase(
                    "    隐藏的行 \(cells.hiddenRows.count) 行（照样读入）：\(rows)\(more)",
                    "    \(cells.hiddenRows.count) hidden rows, read like the others: \(rows)\(more)"))
        }
        if !cells.hiddenColumns.isEmpty {
            let columns = cells.hiddenColumns.prefix(8).map { span in
                let first = CellReference.letters(ofColumn: Int(span.lowerBound))
                return span.count == 1 ? first : first + "–" + CellReference.letters(ofColumn: Int(span.upperBound))
            }.joined(separator: ", ")
            line(Phrase("    隐藏的列（照样读入）：\(columns)", "    hidden columns, read like the others: \(columns)"))
        }
        let count = cells.uncalculatedCount
        if count > 0 {
            let places = cells.uncalculatedCells(limit: 8).map {
                CellReference.letters(ofColumn: $0.column) + String($0.row)
            }
            let list = places.joined(separator: ", ") + (count > places.count ? " …" : "")
            line(
                Phrase(
                    "    没有结果的公式 \(count) 个：\(list)。用 Excel 或 WPS 打开并保存一次即可",
                    "    \(count) formulas without a stored value: \(list). Open the file in Excel or WPS and save it once"
                ))
        }
    }

    private mutating func writeTotals(_ regions: [Region]) {
        let totals = regions.flatMap(\.totals)
        if totals.isEmpty { return }
        let wrong = totals.filter { $0.summed != $0.stated }
        line(
            Phrase(
                "    合计：\(totals.count) 个，\(totals.count - wrong.count) 个与各行之和相符",
                "    totals: \(totals.count), of which \(totals.count - wrong.count) agree with their lines"))
        for total in wrong {
            let cell = CellReference.letters(ofColumn: Int(total.column)) + String(total.row)
            let (stated, summed) = (
                value(total.stated, total.field), total.summed.map { value($0, total.field) } ?? "?"
            )
            line(
                Phrase(
                    "      \(cell) \(total.field.words.chinese)：写的是 \(stated)，各行之和是 \(summed)",
                    "      \(cell) \(total.field.words.english): states \(stated), its lines add up to \(summed)"))
        }
    }

    private func value(_ units: Int64, _ field: Field) -> String {
        field.kind == .quantity ? Quantity(units: units).description : Amount(units: units).description
    }

    private mutating func write(_ problem: Problem, indent: Int) {
        let place = problem.cell ?? problem.row.map { Phrase("第 \($0) 行", "row \($0)")[language] } ?? ""
        let found =
            problem.found.isEmpty
            ? "" : Phrase("，写的是「\(flat(problem.found))」", ", found “\(flat(problem.found))”")[language]
        line(
            Phrase(
                "\(String(repeating: " ", count: indent))! \(place.isEmpty ? "" : place + " ")应为\(problem.expected.chinese)\(found)。\(problem.advice.chinese)",
                "\(String(repeating: " ", count: indent))! \(place.isEmpty ? "" : place + " ")expected \(problem.expected.english)\(found). \(problem.advice.english)"
            ))
    }

    // MARK: All together

    private mutating func summary() {
        for kind in BookKind.allCases where month.has(kind) {
            let count = month[kind].count
            line(Phrase("\(kind.words.chinese)：\(count) 条记录", "\(kind.words.english): \(count) records"))
        }
        let rows = month.sheets.reduce(0) { $0 + $1.rows.setAside }
        if rows > 0 { line(Phrase("搁置 \(rows) 行，没有计入", "\(rows) rows set aside and not counted")) }
    }

    // MARK: Text

    private mutating func line(_ phrase: Phrase) { line(phrase[language]) }

    private mutating func line(_ text: String) {
        output.append(text.utf8)
        output.append(10)
    }

    /// One line of it, whatever line breaks a cell holds.
    private func flat(_ text: String) -> String {
        String(text.map { $0.isNewline || $0 == "\t" ? " " : $0 })
    }

    private func pad(_ text: String, _ columns: Int) -> String {
        text + String(repeating: " ", count: max(0, columns - width(text)))
    }

    /// How many columns of a terminal a text takes: ideographs take two.
    private func width(_ text: String) -> Int {
        text.unicodeScalars.reduce(0) { $0 + ((0x1100...0xFFE6).contains($1.value) && $1.value >= 0x2E80 ? 2 : 1) }
    }
}
