public import Books
public import WorkbookReader

/// What the reader found out about a file, in words for people.
extension ReadingNote {
    /// One sentence without its stop.
    public var words: Phrase {
        switch self {
        case .delimited(let encoding, let delimiter, let isStated):
            let name = Self.name(of: delimiter)
            return isStated
                ? Phrase(
                    "文本表格：编码 \(encoding)，按文件所说以\(name.chinese)分隔",
                    "a text table: \(encoding), fields between \(name.english), as the file says")
                : Phrase(
                    "文本表格：看来编码是 \(encoding)，以\(name.chinese)分隔",
                    "a text table: \(encoding), it seems, with fields between \(name.english)")
        case .webPage(let encoding):
            return Phrase("网页表格，编码 \(encoding)", "a table of a web page, \(encoding)")
        case .xmlSpreadsheet: return Phrase("XML 表格（Excel 2003）", "an XML Spreadsheet of Excel 2003")
        case .oldExcel:
            return Phrase(
                "旧版 Excel 工作簿（.xls）：合并和隐藏看不到", "an old Excel workbook (.xls): what is merged or hidden is not seen")
        case .decrypted: return Phrase("用密码打开", "opened with a password")
        }
    }

    private static func name(of delimiter: Character) -> Phrase {
        switch delimiter {
        case ",": Phrase("逗号", "commas")
        case "\t": Phrase("制表符", "tabs")
        case ";": Phrase("分号", "semicolons")
        case "|": Phrase("竖线", "vertical bars")
        default: Phrase("“\(delimiter)”", "'\(delimiter)'")
        }
    }
}
