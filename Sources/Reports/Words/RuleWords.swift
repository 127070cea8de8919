import Books
import Reconciler

/// Words for what findings and ties are named by.
enum RuleWords {
    /// A rule's title; for a tie's identifier the tie's name; for anything else the code itself.
    static func title(_ code: String) -> Phrase {
        RuleBook.rule(code)?.title ?? TieName(rawValue: code)?.title ?? Phrase(code, code)
    }

    /// An expected or actual text: the words of a field or of a settlement where it is one, else the text itself.
    static func value(_ text: String) -> Phrase { Field(rawValue: text)?.words ?? Settlement.words(text) }

    /// What a part of a key is called.
    static func keyName(_ name: String) -> Phrase {
        switch name {
        case "file": Phrase("文件", "file")
        case "sheet": Phrase("工作表", "sheet")
        case "row": Phrase("行", "row")
        default: Field(rawValue: name)?.words ?? Phrase(name, name)
        }
    }
}

extension TiePair.Outcome {
    /// What people call it.
    var words: Phrase {
        switch self {
        case .matched: Phrase("相符", "Matched")
        case .tolerated: Phrase("容差内", "Tolerated")
        case .leftOnly: Phrase("仅左方", "Left only")
        case .rightOnly: Phrase("仅右方", "Right only")
        case .differing: Phrase("不符", "Differing")
        case .timing: Phrase("时间性", "Timing")
        case .explained: Phrase("另有原因", "Explained")
        }
    }

    /// The class whose colour it has, where no rule says otherwise.
    var findingClass: FindingClass {
        switch self {
        case .matched, .explained: .tied
        case .tolerated: .tolerated
        case .leftOnly, .rightOnly: .missing
        case .differing: .difference
        case .timing: .timing
        }
    }
}

extension TieResult.Measure {
    /// What people call it.
    var words: Phrase {
        switch self {
        case .quantity: Phrase("数量", "Quantity")
        case .amount: Phrase("金额", "Amount")
        }
    }

    /// How many decimals its smallest unit stands at.
    var decimals: Int { self == .amount ? Amount.decimals : Quantity.decimals }

    /// So many smallest units as exact decimal digits.
    func text(_ units: Int64) -> String {
        self == .amount ? Amount(units: units).description : Quantity(units: units).description
    }
}

extension Region.Layout {
    var words: Phrase {
        switch self {
        case .table: Phrase("表格", "table")
        case .form: Phrase("单据", "form")
        }
    }
}

extension Problem.Kind {
    var words: Phrase {
        switch self {
        case .fileUnreadable: Phrase("文件无法读取", "File could not be read")
        case .fileDuplicate: Phrase("文件重复", "File given twice")
        case .sheetRepeated: Phrase("别的表里都有的表", "All in another sheet")
        case .sheetOfEarlierMonth: Phrase("以前月份的表", "Of an earlier month")
        case .sheetUnrecognised: Phrase("工作表无法识别", "Sheet not recognised")
        case .rowSetAside: Phrase("行未采用", "Row set aside")
        case .valueUnread: Phrase("数值无法识别", "Value not understood")
        }
    }
}
