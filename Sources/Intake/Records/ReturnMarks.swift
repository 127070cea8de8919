import Books
import WorkbookReader

/// Columns that say which rows go back, though their figures are above nought: 红蓝字, 是否退货, 业务类型, or how money was paid.
///
/// A figure below nought says so itself, and so does a document's own kind.
struct ReturnMarks {
    /// What the marked rows are, by their places in the sheet's view.
    private let marked: [Int: DocumentKind]

    /// `nil` where no such column is, or marks no row.
    init?(_ plan: RegionPlan, _ finder: HeaderFinder) {
        guard [.movements, .receivables, .receipts, .invoices].contains(plan.shape.kind), plan.ways == nil else {
            return nil
        }
        var marked: [Int: DocumentKind] = [:]
        for header in plan.headers where header.field == nil || header.field == .method {
            let keys = HeaderKeys(header.text).keys.prefix(2)
            let asks = keys.contains(where: ReturnMarks.questions.contains)
            let isOfKinds = header.field == .method || keys.contains(where: ReturnMarks.kinds.contains)
            guard asks || isOfKinds else { continue }
            var known: [Int64: DocumentKind?] = [:]
            for place in plan.body {
                guard let cell = finder.view.cell(place, column: header.column) else { continue }
                if cell.tag.kind != .text {
                    let isSet = asks && [.boolean, .number].contains(cell.tag.kind) && cell.payload == 1
                    if isSet { marked[place] = .salesReturn }
                    continue
                }
                let kind = known[cell.payload] ?? ReturnMarks.kind(finder.texts.text(cell.payload), asks, finder)
                known[cell.payload] = .some(kind)
                if let kind { marked[place] = kind }
            }
        }
        if marked.isEmpty { return nil }
        self.marked = marked
    }

    /// What goes back with a row of some text; `nil` where nothing does.
    private static func kind(_ text: String, _ asks: Bool, _ finder: HeaderFinder) -> DocumentKind? {
        let key = WrittenText.key(text)
        if reds.contains(key) { return .reversal }
        if refunds.contains(key) || asks && Choice.flag(text) == true { return .salesReturn }
        let choice = finder.texts.interner.meanings.choices[.documentKind]?.identifier(ofKey: key)
        let kind = choice.flatMap(DocumentKind.init(rawValue:))
        return [.salesReturn, .reversal, .factoryReturn].contains(kind) ? kind : nil
    }

    /// What a row is that goes back.
    func kind(_ place: Int) -> DocumentKind? { marked[place] }

    private static let kinds = Set(Words.returnKinds.map(WrittenText.key))
    private static let questions = Set(Words.returnQuestions.map(WrittenText.key))
    private static let reds = Set(["红", "红色", "红票", "red"].map(WrittenText.key))
    private static let refunds = Set(["退款", "退款单", "退客户款", "refund", "refunds"].map(WrittenText.key))
}

extension RegionReader {
    /// Turns the open row where a column says that it goes back and its figures do not: a document into one that does, any
    /// other record below nought.
    mutating func turnReturn(_ place: Int) {
        guard let kind = returns?.kind(place) else { return }
        if plan.shape.kind == .movements {
            turnDocument(kind)
        } else {
            turnFigures()
        }
    }

    private mutating func turnDocument(_ kind: DocumentKind) {
        guard let quantity = buffer.places[.quantity], let slot = buffer.places[.documentKind],
            buffer.isFilled(quantity), buffer.number(quantity) > 0
        else { return }
        let own = text(.documentKind)
        let turned: DocumentKind
        switch DocumentKind(rawValue: own) {
        case .salesOut: turned = kind == .reversal ? .reversal : .salesReturn
        case .purchaseIn: turned = .factoryReturn
        case nil where own.isEmpty: turned = kind
        default: return
        }
        buffer.set(slot, symbol: reader.texts.interner.symbols.intern(turned.rawValue).index)
    }

    private mutating func turnFigures() {
        let figures = buffer.slots.indices.filter { buffer.slots[$0].field.isSummable && buffer.isFilled($0) }
        if figures.contains(where: { buffer.number($0) < 0 }) { return }
        for slot in figures { buffer.set(slot, number: 0 &- buffer.number(slot)) }
    }
}
