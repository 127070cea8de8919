import Books

/// Every rule, in the order in which findings are worked.
///
/// A new rule is a file of its own and a line here; a test holds files, lines, codes and pages together.
public enum RuleBook {
    /// All rules.
    public static let rules: [Rule] = [
        .fileUnreadable, .fileSheetUnrecognised, .fileRowSetAside, .fileDuplicate,
        .orderFieldMissing, .orderFieldInvalid, .orderAmountMiscalculated, .orderTotalMiscalculated,
        .orderWordsDisagree, .orderDuplicateLine, .orderDuplicateNumber, .orderChanged, .orderPriceOffPolicy,
        .orderPriceUnknown,
        .orderDiscountOffPolicy, .orderTermsMismatch, .orderApprovalMissing, .orderTaxMiscalculated,
        .orderCustomerUnknown, .orderProductUnknown, .orderHeaderMismatch, .orderCreditExceeded, .orderCustomerOverdue,
        .documentNumberGap, .documentNumberDuplicate, .documentVoidUnexplained, .documentVoidUnsigned,
        .documentNoBasis, .documentReturnWithoutPrice, .documentReversalUnpaired, .documentTransferUnbalanced,
        .documentTokensShort,
        .dispatchMissing, .dispatchNotDue, .dispatchNextPeriod, .dispatchQuantityShort, .dispatchQuantityOver,
        .dispatchWithoutOrder, .dispatchPriceDifference, .dispatchCustomerMismatch, .dispatchLate,
        .stockRollForwardDifference, .stockNegative, .stockCountShort, .stockCountOver, .stockNotCounted,
        .stockNotOnBook, .stockRecountDisagrees, .stockReasonMissing, .stockAfterCount,
        .receivableMissing, .receivableWithoutDispatch, .receivableAmountDifference, .receivableCustomerMismatch,
        .receivableDuplicate, .receivableBalanceMiscalculated, .receivableCashUncollected, .receivableOverdue,
        .receivableUnsigned,
        .receiptUnapplied, .receiptOverApplied, .receiptDuplicate, .receiptOffsetUnapproved,
        .ledgerMissing, .ledgerWithoutDocument, .ledgerAmountDifference, .ledgerWrongPeriod, .ledgerCustomerMismatch,
        .ledgerDuplicate, .ledgerUnbalancedVoucher, .ledgerControlDifference,
    ]

    private static let byCode = Dictionary(rules.map { ($0.code, $0) }) { first, _ in first }

    /// The rule of a code.
    public static func rule(_ code: String) -> Rule? { byCode[code] }

    /// Why a rule cannot be run on a month; `nil` when it can.
    static func obstacle(_ rule: Rule, _ month: Month) -> Phrase? {
        for book in rule.books where !month.has(book) {
            return Phrase("没有\(book.words.chinese)", "no \(book.words.english)")
        }
        for column in rule.columns where !column.fields.contains(where: { month[column.book].has($0) }) {
            let chinese = column.fields.map(\.words.chinese).joined(separator: "或")
            let english = column.fields.map(\.words.english).joined(separator: " or ")
            return Phrase(
                "\(column.book.words.chinese)没有「\(chinese)」栏",
                "the \(column.book.words.english) \(column.book.has) no column “\(english)”")
        }
        return nil
    }
}
