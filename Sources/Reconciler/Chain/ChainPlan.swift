import Books

/// Which stages of the chain a month's books can speak of, and why the others are silent.
struct ChainPlan {
    let month: Month
    /// Whether the ledger has entries on the receivables account.
    let hasAccount: Bool

    /// The account of a proof.
    func account(_ name: ChainProof.Name) -> ChainAccount {
        switch name {
        case .productQuantity:
            account(name, by: .productCode, .quantity, [.ordered, .shipped, .stocked], ends: [])
        case .productStock:
            account(name, by: .productCode, .quantity, [.available, .stocked, .expected, .onBook, .counted], ends: [])
        case .productAmount: account(name, by: .productCode, .amount, ChainPlan.money, ends: [.debited])
        case .customerAmount: account(name, by: .customer, .amount, ChainPlan.money, ends: [.debited])
        }
    }

    private static let money: [ChainStage] = [.ordered, .shipped, .stocked, .owed, .paid, .booked]

    private func account(
        _ name: ChainProof.Name, by: Field, _ measure: TieResult.Measure, _ stages: [ChainStage], ends: [ChainStage]
    ) -> ChainAccount {
        let columns = (stages + ends).map { ChainColumn(stage: $0, whyNot: whyNot($0, measure)) }
        let silent = Dictionary(uniqueKeysWithValues: columns.map { ($0.stage, $0.whyNot) })
        // A stage that another can be held against without it is passed over; any other breaks the chain where it is.
        let links = stages.filter { stage in
            switch stage {
            case .available: false
            case .stocked: name != .productStock && (silent[stage] ?? nil) == nil
            case .onBook: (silent[stage] ?? nil) == nil
            default: true
            }
        }
        var steps = zip(links, links.dropFirst()).map { from, to in
            ChainStep(from: from, to: to, whyNot: (silent[from] ?? nil) ?? (silent[to] ?? nil))
        }
        for end in ends {
            steps.append(ChainStep(from: .owed, to: end, whyNot: (silent[.owed] ?? nil) ?? (silent[end] ?? nil)))
        }
        return ChainAccount(name, by: by, measure, columns: columns, steps: steps)
    }

    /// Why a stage is not compared; `nil` when it is.
    func whyNot(_ stage: ChainStage, _ measure: TieResult.Measure) -> Phrase? {
        switch stage {
        case .ordered: absent(.orders) ?? unpriced(.orders, measure)
        case .shipped: absent(.movements) ?? unpriced(.movements, measure)
        case .stocked: absent(.movements) ?? unpriced(.movements, measure) ?? without(.movements, .warehouse)
        case .owed: absent(.receivables)
        case .paid: absent(.receipts)
        case .booked:
            absent(.ledger) ?? absent(.receipts) ?? without(.receipts, .receiptNumber) ?? (hasAccount ? nil : noAccount)
        case .debited: absent(.ledger) ?? (hasAccount ? nil : noAccount)
        case .available, .expected: absent(.opening)
        case .onBook: absent(.stock)
        case .counted: absent(.counts)
        }
    }

    private func absent(_ book: BookKind) -> Phrase? {
        month.has(book) ? nil : Phrase("没有\(book.words.chinese)", "no \(book.words.english)")
    }

    private func without(_ book: BookKind, _ field: Field) -> Phrase? {
        month[book].has(field)
            ? nil
            : Phrase(
                "\(book.words.chinese)没有「\(field.words.chinese)」栏",
                "the \(book.words.english) \(book.has) no column “\(field.words.english)”")
    }

    private func unpriced(_ book: BookKind, _ measure: TieResult.Measure) -> Phrase? {
        if measure == .quantity || month[book].has(.unitPrice) || month[book].has(.amount) { return nil }
        return without(book, .unitPrice)
    }

    private var noAccount: Phrase {
        Phrase("明细账里没有应收账款科目", "the ledger has no entry on the receivables account")
    }
}
