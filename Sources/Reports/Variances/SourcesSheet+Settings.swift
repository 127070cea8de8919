import Books
import Reconciler
import WorkbookWriter

extension SourcesSheet {
    /// What the company had set and what of it could not be used, below the sources; nothing without settings.
    ///
    /// - Returns: The last row that was written.
    func writeSettings(from first: Int) -> Int {
        let settings = edition.reconciliation.settings, changed = settings.changed
        let problems = settings.origin?.problems ?? []
        guard settings.origin != nil || !changed.isEmpty else { return first - 2 }
        let file = settings.origin?.file ?? ""
        section(Phrase("设置 \(file)", "Settings \(file)"), row: first)
        head([Phrase("设置项", "Setting"), Phrase("表", "Sheet"), Phrase("单元格", "Cell")], row: first + 1)
        let headStyle = book.style(edition.look.head)
        sheet.merged(
            Phrase("现在的值（不同于默认）", "Set to (other than the default)")[edition.language],
            rows: (first + 1)...(first + 1), columns: 3...11, style: headStyle)
        let cell = book.style(edition.look.wrapped.with { $0.upright = .top })
        var row = first + 2
        for name in changed {
            let place = settings.origin?.places[name]
            let values = settings.values(of: name)
            let shown = values.prefix(12).joined(separator: "\n") + (values.count > 12 ? "\n… (\(values.count))" : "")
            write([name.words[edition.language], place?.sheet ?? "", place?.cell ?? ""], shown, row: row, cell)
            row += 1
        }
        if changed.isEmpty {
            write([Phrase("全部用默认值", "All at their defaults")[edition.language], "", ""], "", row: row, cell)
            row += 1
        }
        let wrong = book.style(edition.look.tinted(edition.look.wrapped, .incomplete).with { $0.upright = .top })
        for problem in problems {
            let label = Phrase("写错的设置", "Wrong setting")[edition.language]
            write(
                [label, problem.sheet ?? "", problem.cell ?? ""], problem.sentence(edition.language), row: row, wrong)
            row += 1
        }
        return row - 1
    }

    private func write(_ texts: [String], _ wide: String, row: Int, _ style: StyleID) {
        for (column, text) in texts.enumerated() { sheet.text(text, row: row, column: column, style: style) }
        sheet.merged(wide, rows: row...row, columns: 3...11, style: style)
        sheet.height(Look.height([(wide, 112), (texts.first ?? "", 40)]), row: row)
    }
}
