import Books

/// An empty workbook for one book, for a clerk to fill in.
struct Template: Sendable {
    /// Which book it is.
    let book: BookKind
    /// Where it lies in a month's folder.
    let path: Phrase
    /// What goes in, in one sentence.
    let explanation: Phrase
    /// Its columns in order.
    let columns: [Column]

    /// Whether a record is understood without the column.
    enum Need: Sendable {
        case required, optional
        /// One of the columns so marked is enough.
        case either
    }

    /// A column of a template.
    struct Column: Sendable {
        let field: Field
        let need: Need
        /// What heads it where the book has its own word.
        let header: Phrase?
        /// What is written there, with an example.
        let hint: Phrase

        init(_ field: Field, _ need: Need, header: Phrase? = nil, _ hint: Phrase) {
            self.field = field
            self.need = need
            self.header = header
            self.hint = hint
        }

        init(_ field: Field, header: Phrase? = nil, _ hint: Phrase) {
            self.init(field, .optional, header: header, hint)
        }

        /// What heads it: the word, and whether it must be filled in.
        func title(_ language: Language) -> String {
            let word = (header ?? field.words)[language]
            let title = language == .english ? word.prefix(1).uppercased() + word.dropFirst() : word
            return need == .required ? title + Phrase("（必填）", " (required)")[language] : title
        }

        /// The note at its header.
        func note(_ language: Language) -> String {
            let asked =
                switch need {
                case .required: Phrase("必填。", "Required. ")
                case .either: Phrase("编码和品名至少填一个。", "The code or the name is enough. ")
                case .optional: Phrase("选填。", "Optional. ")
                }
            return asked[language] + hint[language]
        }
    }
}

/// The words that drop-down lists offer, the same that are understood when the workbook comes back.
enum Offered {
    /// The list of a field; `nil` where anything may be written.
    static func words(_ field: Field, _ language: Language) -> [String]? {
        lists[field]?.map { $0[language] }
    }

    private static let lists: [Field: [Phrase]] = [
        .channel: [
            Phrase("直销", "direct"), Phrase("二批", "wholesale"), Phrase("地州", "out of town"),
            Phrase("商超", "supermarket"),
        ],
        .settlement: [
            Phrase("现款", "cash"), Phrase("月结", "monthly"), Phrase("压单", "hold-N"), Phrase("滚单", "rolling"),
            Phrase("代销", "consignment"),
        ],
        .documentKind: [
            Phrase("销售出库", "sales issue"), Phrase("销售退货", "sales return"), Phrase("进仓单", "goods in"),
            Phrase("调拨单", "transfer"), Phrase("冲红单", "reversal"), Phrase("退厂单", "factory return"),
            Phrase("返修出库", "repair out"), Phrase("返修入库", "repair in"), Phrase("兑奖", "redemption"),
            Phrase("盘盈盘亏调整", "adjustment"),
        ],
        .method: [
            Phrase("现金", "cash"), Phrase("转账", "transfer"), Phrase("承兑", "draft"),
            Phrase("费用冲抵", "expense offset"),
        ],
        .reason: [
            Phrase("盘点错误", "miscount"), Phrase("漏记入库", "unrecorded receipt"),
            Phrase("漏记出库", "unrecorded issue"), Phrase("串货", "wrong item"), Phrase("破损", "damage"),
            Phrase("过期", "expired"), Phrase("丢失", "lost"), Phrase("单位换算", "unit conversion"),
            Phrase("录入错误", "entry error"), Phrase("在途", "in transit"), Phrase("跨期", "cut-off"),
            Phrase("其他", "other"),
        ],
        .voided: [Phrase("是", "yes")],
    ]
}
