import Books

/// What a fault of an order means for its goods.
///
/// Each rule of the family `order` has an entry in `byRule`; a test names the one that has none. A rule that is not
/// here holds its orders for information, because nobody has said yet that their goods may leave.
struct OrderConsequence: Sendable {
    /// When the fault keeps the goods back.
    enum Holding: Sendable {
        case always
        /// Only where it is not certain which version of the order counts, or whose order it is.
        case whileVersionIsInDoubt
        /// Only while something of the customer's is still overdue: what was paid since holds nothing back.
        case whileCustomerIsOverdue
    }

    /// What the order then waits for.
    let state: OrderState
    let holding: Holding
    /// What releases an order that has this fault.
    let release: @Sendable (Finding) -> Phrase

    init(
        _ state: OrderState, _ holding: Holding = .always, release: @escaping @Sendable (Finding) -> Phrase
    ) {
        self.state = state
        self.holding = holding
        self.release = release
    }

    /// The consequence of a finding's code.
    static func of(_ code: String) -> OrderConsequence { byRule[rule(code)] ?? unmapped }

    /// Whether a rule says that an order came more than once.
    static func isAboutVersions(_ code: String) -> Bool { of(code).holding == .whileVersionIsInDoubt }

    /// The part of a code behind the family, by which the table below is kept.
    static func rule(_ code: String) -> String { String(code.drop { $0 != "." }.dropFirst()) }

    private static let unmapped = OrderConsequence(.awaitingInformation) { _ in
        Phrase("由开单员查明后放行", "The clerk finds out, then releases it")
    }

    static let byRule: [String: OrderConsequence] = [
        "field-missing": OrderConsequence(.awaitingInformation) { finding in
            let fields = Release.fields(finding.expected)
            return Phrase("业务员补填\(fields.chinese)", "Sales fills in \(fields.english)")
        },
        "field-invalid": OrderConsequence(.awaitingInformation) { finding in
            let cell = finding.sources.first?.reference.cell ?? ""
            guard case .words(let expected) = finding.expected else {
                return Phrase("业务员更正 \(cell)", "Sales corrects \(cell)")
            }
            return Phrase(
                "业务员更正 \(cell)：应为\(expected.chinese)", "Sales corrects \(cell): it should be \(expected.english)")
        },
        "amount-miscalculated": correction(of: Phrase("金额", "the amount")),
        "total-miscalculated": correction(of: Phrase("合计", "the total")),
        "words-disagree": correction(of: Phrase("大写金额", "the amount in words")),
        "tax-miscalculated": OrderConsequence(.awaitingInformation) { finding in
            if case .text = finding.expected { return correction(of: Phrase("税率", "the tax rate")).release(finding) }
            return correction(of: Phrase("含税单价", "the price with tax")).release(finding)
        },
        "header-mismatch": correction(of: Phrase("表头公司", "the header company")),
        "duplicate-line": OrderConsequence(.awaitingInformation) { finding in
            let line = Release.product(finding)
            return Phrase(
                "业务员确认\(line.chinese)是否录了两次：删去一行，或在备注写明是两笔",
                "Sales says whether\(line.english) was keyed twice: take one line out, or say in the remark that both are meant"
            )
        },
        "duplicate-number": OrderConsequence(.awaitingInformation, .whileVersionIsInDoubt) { finding in
            // What two versions of one order say otherwise stands there; two orders under one number have nothing there.
            guard case .words(let changed) = finding.actual else {
                return Phrase("业务员给其中一张另编订单号", "Sales gives one of the orders another number")
            }
            return Phrase(
                "业务员确认以哪一份为准（\(changed.chinese)）", "Sales says which version is right (\(changed.english))")
        },
        "changed": OrderConsequence(.awaitingInformation, .whileVersionIsInDoubt) { _ in
            Phrase("业务员确认以哪一份为准", "Sales says which version is right")
        },
        "customer-unknown": OrderConsequence(.awaitingInformation) { finding in
            let near = Release.nearest(finding)
            return Phrase(
                "业务员更正客户名称\(near.chinese)，或先建客户档案",
                "Sales corrects the customer\(near.english), or has a file opened first")
        },
        "product-unknown": OrderConsequence(.awaitingInformation) { finding in
            let near = Release.nearest(finding), line = Release.product(finding)
            return Phrase(
                "业务员更正商品\(line.chinese)\(near.chinese)，或先建商品档案",
                "Sales corrects the product\(line.english)\(near.english), or has a file opened first")
        },
        "price-unknown": OrderConsequence(.awaitingInformation) { finding in
            let line = Release.product(finding)
            return Phrase(
                "在价格表补上\(line.chinese)的价格，或更正商品编码",
                "Add a price for\(line.english) to the price list, or correct the product code")
        },
        "price-off-policy": approval(of: Phrase("单价", "price")),
        "discount-off-policy": OrderConsequence(.awaitingApproval) { finding in
            if case .price = finding.expected {
                return approval(of: Phrase("折后单价", "price after the discount")).release(finding)
            }
            return approval(of: Phrase("折扣", "discount")).release(finding)
        },
        "terms-mismatch": OrderConsequence(.awaitingApproval) { finding in
            let stated = Settlement.words(finding.actual?.description ?? "")
            let filed = Settlement.words(finding.expected?.description ?? "")
            return Phrase(
                "改为「\(filed.chinese)」，或经理批准按「\(stated.chinese)」结算",
                "Change it to “\(filed.english)”, or a manager approves “\(stated.english)”")
        },
        "approval-missing": OrderConsequence(.awaitingApproval) { finding in
            let fields = Release.fields(finding.expected)
            return Phrase("补签\(fields.chinese)", "Have it signed: \(fields.english)")
        },
        "credit-exceeded": OrderConsequence(.awaitingApproval) { finding in
            guard let over = Release.money(finding) else {
                return Phrase("经理批准超额，或客户先付款", "A manager approves it, or the customer pays first")
            }
            return Phrase(
                "经理批准超额，或客户先付 \(over)", "A manager approves it, or the customer first pays \(over)")
        },
        // How much it is, the desk adds from what is overdue at the period's end.
        "customer-overdue": OrderConsequence(.awaitingPayment, .whileCustomerIsOverdue) { _ in
            Phrase("客户付清逾期货款", "The customer pays what is overdue")
        },
    ]

    /// The sender corrects what was worked out or written wrongly.
    private static func correction(of what: Phrase) -> OrderConsequence {
        OrderConsequence(.awaitingInformation) { finding in
            let line = Release.product(finding)
            guard let expected = finding.expected else {
                return Phrase("业务员更正\(what.chinese)", "Sales corrects \(what.english)")
            }
            return Phrase(
                "业务员更正\(line.chinese)\(what.chinese)：应为 \(expected.text(in: .chinese))",
                "Sales corrects \(what.english)\(line.english): it should be \(expected.text(in: .english))")
        }
    }

    /// A manager lets it pass, or it is brought to what the policy says.
    private static func approval(of what: Phrase) -> OrderConsequence {
        OrderConsequence(.awaitingApproval) { finding in
            let line = Release.product(finding)
            let actual = finding.actual.map { Phrase(" \($0.text(in: .chinese))", " \($0.text(in: .english))") }
            let expected = finding.expected.map {
                Phrase("，或改为 \($0.text(in: .chinese))", ", or it becomes \($0.text(in: .english))")
            }
            return Phrase(
                "经理批准\(line.chinese)\(what.chinese)\(actual?.chinese ?? "")\(expected?.chinese ?? "")",
                "A manager approves the \(what.english)\(actual?.english ?? "")\(line.english)\(expected?.english ?? "")"
            )
        }
    }
}

/// The parts that sentences about releases are made of.
private enum Release {
    /// The fields that a finding expects, as `address|phone, storeCode` names them.
    static func fields(_ expected: Figure?) -> Phrase {
        let groups = (expected?.description ?? "").split(separator: ",").map { group in
            group.split(separator: "|").map { name -> Phrase in
                let trimmed = String(name.drop { $0 == " " })
                return Field(rawValue: trimmed)?.words ?? Phrase(trimmed, trimmed)
            }
        }
        return Phrase(
            groups.map { "「\($0.map(\.chinese).joined(separator: "」或「"))」" }.joined(separator: "、"),
            groups.map { $0.map(\.english).joined(separator: " or ") }.joined(separator: ", "))
    }

    /// The product of a line's finding, parted from the words around it; nothing for a finding of the whole order.
    static func product(_ finding: Finding) -> Phrase {
        guard let part = finding.key.first(where: { $0.name == Field.productCode.rawValue }), !part.value.isEmpty else {
            return Phrase("", "")
        }
        return Phrase(" \(part.value) ", " (\(part.value))")
    }

    /// The name that was most likely meant.
    static func nearest(_ finding: Finding) -> Phrase {
        guard let expected = finding.expected else { return Phrase("", "") }
        return Phrase("（像是「\(expected.text(in: .chinese))」）", " (perhaps “\(expected.text(in: .english))”)")
    }

    static func money(_ finding: Finding) -> Amount? {
        if let amount = finding.amount { return amount.magnitude }
        if case .amount(let difference) = finding.difference { return difference.magnitude }
        return nil
    }
}
