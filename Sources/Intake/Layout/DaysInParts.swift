import Books
import WorkbookReader

/// Days of which month and day stand in columns of their own, as account books have them: 2026年 | 月 | 日.
///
/// The day's cell is given the whole day, and everything else reads it as it reads any other. A month that is written once is
/// that of the rows below it.
struct DaysInParts {
    private let sheet: Sheet
    private let header: Header
    private let texts: WorkbookTexts
    private let uses1904: Bool

    /// `nil` where no header near the top has such columns.
    init?(_ sheet: Sheet, texts: WorkbookTexts, uses1904: Bool, path: String) {
        guard let header = Header(sheet, texts, path) else { return nil }
        (self.sheet, self.header, self.texts, self.uses1904) = (sheet, header, texts, uses1904)
    }

    /// Whether the sheet does not say of which year they are.
    var lackYear: Bool { header.year == .unsaid }

    /// The sheet with whole days, and their column; `nil` where what stands there is no month and day.
    ///
    /// - Parameter year: The year of days of which the sheet does not say it; `nil` where that is not known yet.
    func joined(year: Int?) -> (sheet: Sheet, column: Int32)? {
        if lackYear, year == nil { return nil }
        var parts = Parts(header, texts, zero: uses1904 ? 24_107 : 25_569, year: year)
        let segments = sheet.segments.map { $0.rows.last ?? 0 > header.row ? parts.joined($0) : $0 }
        guard parts.days > 0, parts.days >= parts.others else { return nil }
        let joined = Sheet(
            name: sheet.name, visibility: sheet.visibility, segments: segments, merges: sheet.merges,
            hiddenRows: sheet.hiddenRows, hiddenColumns: sheet.hiddenColumns)
        return (joined, header.month + 1)
    }

    /// The row that heads a month's column and the day's right beside it.
    private struct Header {
        let row: Int32
        let month: Int32
        let year: Year

        /// Where the year stands: in a column before the month's, or once for all days.
        enum Year: Equatable { case column, said(Int), unsaid }

        /// The years that a sheet can be of.
        static let span = 1990...2200
        private static let looked = 40
        private static let years = Set(["年", "年份", "year"].map(WrittenText.key))
        private static let months = Set(["月", "月份", "month"].map(WrittenText.key))
        private static let days = Set(["日", "day"].map(WrittenText.key))
        private static let dates = Set(Words.date.map(WrittenText.key)).subtracting(days)

        init?(_ sheet: Sheet, _ texts: WorkbookTexts, _ path: String) {
            var above: [(column: Int32, text: String)] = [], before = 0
            var looked = 0
            for segment in sheet.segments {
                for (row, number) in segment.rows.enumerated() where segment.starts[row] < segment.starts[row + 1] {
                    looked += 1
                    if looked > Header.looked { return nil }
                    let cells = (Int(segment.starts[row])..<Int(segment.starts[row + 1])).filter {
                        segment.tags[$0].isOf(.text)
                    }.map {
                        (column: Int32(segment.columns[$0]), text: texts.text(segment.payloads[$0]))
                    }
                    func key(_ column: Int32) -> String {
                        cells.first { $0.column == column }.map { WrittenText.key($0.text) } ?? ""
                    }
                    let found = cells.first {
                        Header.months.contains(WrittenText.key($0.text)) && Header.days.contains(key($0.column + 1))
                    }
                    guard let found else {
                        before = above.count
                        above += cells
                        continue
                    }
                    // Where whole days have a column, these are no others.
                    if (above[before...] + cells).contains(where: { Header.dates.contains(WrittenText.key($0.text)) }) {
                        return nil
                    }
                    (self.row, month) = (number, found.column)
                    let group = above.last { $0.column == found.column }.flatMap { Header.year(in: $0.text) }
                    let file = path.split(separator: "/").last.map(String.init) ?? ""
                    let titles = (above + cells).map(\.text) + [sheet.name, file]
                    let said = group ?? titles.lazy.compactMap { StatedMonth(in: $0)?.year }.first
                    year =
                        Header.years.contains(key(found.column - 1)) ? .column : said.map(Year.said) ?? .unsaid
                    return
                }
            }
            return nil
        }

        /// The year in the head of a group of columns: 2026年.
        private static func year(in text: String) -> Int? {
            let digits = text.filter { $0.isASCII && $0.isNumber }
            guard digits.count == 4, let year = Int(digits), span.contains(year) else { return nil }
            return year
        }
    }

    /// The months and days, from the top down.
    private struct Parts {
        private let header: Header
        private let texts: WorkbookTexts
        /// What stands between the days' own count and the file's serial numbers.
        private let zero: Int64
        private var year: Int?
        private var month: Int?
        /// How many days there are, and how many figures beside them that are none.
        private(set) var days = 0
        private(set) var others = 0

        init(_ header: Header, _ texts: WorkbookTexts, zero: Int64, year: Int?) {
            (self.header, self.texts, self.zero) = (header, texts, zero)
            switch header.year {
            case .column: break
            case .said(let said): self.year = said
            case .unsaid: self.year = year
            }
        }

        /// A segment with whole days in the cells of the day.
        mutating func joined(_ segment: Segment) -> Segment {
            var tags = segment.tags, payloads = segment.tags.indices.map { segment.payloads[$0] }
            for (row, number) in segment.rows.enumerated() where number > header.row {
                var day: Int?
                for cell in Int(segment.starts[row])..<Int(segment.starts[row + 1]) {
                    switch Int32(segment.columns[cell]) {
                    case header.month - 1 where header.year == .column:
                        year = value(segment, cell, in: Header.span) ?? year
                    case header.month: month = value(segment, cell, in: 1...12) ?? month
                    case header.month + 1: day = cell
                    default: break
                    }
                }
                guard let day, let written = value(segment, day, in: 0...Int.max) else { continue }
                guard let year, let month, let whole = Day(year: year, month: month, day: written) else {
                    others += 1
                    continue
                }
                days += 1
                tags[day] = CellTag(.date)
                payloads[day] = Int64(whole.number) + zero
            }
            return Segment(
                rows: segment.rows, starts: segment.starts, columns: segment.columns, tags: tags, payloads: payloads)
        }

        /// A whole number in a cell, where it lies within bounds.
        private func value(_ segment: Segment, _ cell: Int, in bounds: ClosedRange<Int>) -> Int? {
            let tag = segment.tags[cell], payload = segment.payloads[cell]
            var value: Int?
            if tag.isOf(.number), tag.decimals == 0 { value = Int(exactly: payload) }
            if tag.isOf(.text) { value = Int(texts.text(payload).filter { !$0.isWhitespace }) }
            return value.flatMap { bounds.contains($0) ? $0 : nil }
        }
    }
}
