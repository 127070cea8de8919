/// The languages that people read.
public enum Language: String, CaseIterable, Hashable, Sendable {
    /// Simplified Chinese, the default.
    case chinese = "zh-Hans"
    /// English.
    case english = "en"
}

/// A sentence, a label or a word in every language.
public struct Phrase: Hashable, Sendable {
    /// Simplified Chinese.
    public let chinese: String
    /// English.
    public let english: String
    /// Makes a phrase of its two writings.
    public init(_ chinese: String, _ english: String) {
        self.chinese = chinese
        self.english = english
    }
    /// Its writing in a language.
    public subscript(language: Language) -> String { language == .chinese ? chinese : english }
}

/// A cell in a file somebody sent.
public struct CellReference: Hashable, Sendable {
    /// The file's path from the month's folder.
    public let file: String
    /// The sheet's name.
    public let sheet: String
    /// The row, from 1.
    public let row: Int
    /// The column, from 0.
    public let column: Int

    /// Makes a reference.
    public init(file: String, sheet: String, row: Int, column: Int) {
        self.file = file
        self.sheet = sheet
        self.row = row
        self.column = column
    }

    /// `F12`.
    public var cell: String { CellReference.letters(ofColumn: column) + String(row) }

    /// The column, from 0, that a cell such as `AB12` names; `nil` for anything else.
    public static func column(inCell cell: String) -> Int? {
        let letters = cell.utf8.prefix { (65...90).contains($0) }
        guard !letters.isEmpty, letters.count <= 3 else { return nil }
        return letters.reduce(0) { $0 * 26 + Int($1) - 64 } - 1
    }

    /// The letters of a column, from 0: `A`, `Z`, `AA`.
    public static func letters(ofColumn column: Int) -> String {
        var rest = column
        var letters: [UInt8] = []
        repeat {
            letters.append(UInt8(65 + rest % 26))
            rest = rest / 26 - 1
        } while rest >= 0
        return String(decoding: letters.reversed(), as: UTF8.self)
    }
}

extension DocumentKind {
    /// What people call it; understood when it comes back.
    public var words: Phrase {
        switch self {
        case .salesOut: Phrase("销售出库", "sales issue")
        case .salesReturn: Phrase("销售退货", "sales return")
        case .purchaseIn: Phrase("进仓单", "goods in")
        case .transfer: Phrase("调拨单", "transfer")
        case .reversal: Phrase("冲红单", "reversal")
        case .factoryReturn: Phrase("退厂单", "factory return")
        case .repairOut: Phrase("返修出库", "repair out")
        case .repairIn: Phrase("返修入库", "repair in")
        case .redemption: Phrase("兑奖", "redemption")
        case .adjustment: Phrase("盘盈盘亏调整", "adjustment")
        }
    }
}
