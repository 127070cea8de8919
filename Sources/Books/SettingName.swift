/// The settings by name: what `findings.json`, the rules' parameters and the manual call them.
public enum SettingName: String, CaseIterable, Comparable, Hashable, Sendable {
    case amountTolerance, amountToleranceShare, quantityTolerance, quantityToleranceShare
    case deliveryGraceDays, paymentGraceDays, largestGapPercent, creditDays
    case requiredByChannel, approvalByChannel, taxRates, headerCompanies, receivablesAccounts
    case channels, settlements, reasons, series
    case columnAliases, customerAliases, productAliases

    /// What people call it.
    public var words: Phrase {
        switch self {
        case .amountTolerance: Phrase("金额容差", "amount tolerance")
        case .amountToleranceShare: Phrase("金额容差比例", "amount tolerance, share")
        case .quantityTolerance: Phrase("数量容差", "quantity tolerance")
        case .quantityToleranceShare: Phrase("数量容差比例", "quantity tolerance, share")
        case .deliveryGraceDays: Phrase("发货宽限天数", "days of grace for deliveries")
        case .paymentGraceDays: Phrase("收款宽限天数", "days of grace for payments")
        case .largestGapPercent: Phrase("连号缺号上限", "largest share of missing numbers")
        case .creditDays: Phrase("默认账期天数", "credit days by default")
        case .requiredByChannel: Phrase("必填栏目", "required fields")
        case .approvalByChannel: Phrase("审批", "approvals")
        case .taxRates: Phrase("增值税率", "VAT rates")
        case .headerCompanies: Phrase("表头公司", "header companies")
        case .receivablesAccounts: Phrase("应收科目", "receivables accounts")
        case .channels: Phrase("渠道", "channels")
        case .settlements: Phrase("结算方式", "settlement terms")
        case .reasons: Phrase("差异原因", "reasons")
        case .series: Phrase("单号规则", "number series")
        case .columnAliases: Phrase("栏目别名", "column aliases")
        case .customerAliases: Phrase("客户别名", "customer aliases")
        case .productAliases: Phrase("商品别名", "product aliases")
        }
    }

    /// Orders as they are listed.
    public static func < (left: SettingName, right: SettingName) -> Bool { left.place < right.place }

    private var place: Int { SettingName.allCases.firstIndex(of: self) ?? 0 }
}

extension Settings {
    /// What a setting is, each of its lines as a person reads it; nothing where it is empty.
    public func values(of name: SettingName) -> [String] {
        switch name {
        case .amountTolerance: [amountTolerance.description]
        case .amountToleranceShare: [amountToleranceShare.percent]
        case .quantityTolerance: [quantityTolerance.description]
        case .quantityToleranceShare: [quantityToleranceShare.percent]
        case .deliveryGraceDays: [String(deliveryGraceDays)]
        case .paymentGraceDays: [String(paymentGraceDays)]
        case .largestGapPercent: ["\(largestGapPercent)%"]
        case .creditDays: creditDays.map { [String($0)] } ?? []
        case .requiredByChannel:
            requiredByChannel.sorted { $0.key < $1.key }.flatMap { channel, wanted in
                wanted.map { "\(channel): " + $0.map(\.rawValue).joined(separator: "|") }
            }
        case .approvalByChannel:
            approvalByChannel.sorted { $0.key < $1.key }.map { "\($0.key): \($0.value.rawValue)" }
        case .taxRates: taxRates.map { "\($0.from): \($0.rate.percent)" }
        case .headerCompanies: headerCompanies
        case .receivablesAccounts: receivablesAccounts
        case .channels: channels.map(Settings.line)
        case .settlements: settlements.map(Settings.line)
        case .reasons: reasons.map(Settings.line)
        case .series: series.map(\.description)
        case .columnAliases:
            columnAliases.map { alias in
                "\(alias.header) → \(alias.field.rawValue)" + (alias.book.map { " (\($0.rawValue))" } ?? "")
            }
        case .customerAliases: customerAliases.sorted { $0.key < $1.key }.map { "\($0.key) → \($0.value)" }
        case .productAliases: productAliases.sorted { $0.key < $1.key }.map { "\($0.key) → \($0.value)" }
        }
    }

    /// The settings that are not what they are when nobody sets them, in order.
    public var changed: [SettingName] {
        let defaults = Settings()
        return SettingName.allCases.filter { values(of: $0) != defaults.values(of: $0) }
    }

    private static func line(_ choice: Choice) -> String {
        let words = Set([choice.words.chinese, choice.words.english])
        let names = (words.count == 1 ? [choice.words.chinese] : []) + choice.otherNames
        return names.isEmpty ? choice.identifier : "\(choice.identifier): " + names.joined(separator: ", ")
    }
}

extension Rate {
    /// The rate as people write it: `13%`, `0.5%`.
    public var percent: String {
        let hundredfold = units.multipliedReportingOverflow(by: 100).partialValue
        return Rate(units: hundredfold).text(minimumDecimals: 0) + "%"
    }
}

extension Settings.Series: CustomStringConvertible {
    /// Its line in few words: `XS 4 monthly salesOut`.
    public var description: String {
        ([prefix] + (width.map { [String($0)] } ?? []) + (restartsMonthly ? ["monthly"] : []) + kinds.map(\.rawValue))
            .joined(separator: " ")
    }
}
