import Books

/// Every label of the chain's sheets and of the questions'.
enum ChainLabels {
    // The chain.
    static let sheet = Phrase("链", "Chain")
    static let title = Phrase("从订单到总账", "From order to ledger")
    static let hint = Phrase(
        "每一行：左边的数 ＋ 差额 ＝ 右边的数。差额由差异表里的差异，或正常的原因（未到期、结转等）构成；两者都解释不了的列为「未解释」，应为零。",
        "In each line the figure on the left plus the residual is the figure on the right. Residuals are made of findings or of what is as it should be (not due, carried forward); what neither explains is unaccounted and must be nought."
    )
    static let whole = Phrase("整月：每一步由什么构成", "The whole month: what each step is made of")
    static let stageOrCause = Phrase("环节 / 原因", "Stage / cause")
    static let part = Phrase("差额", "Residual")
    static let reached = Phrase("推算", "Reached")
    static let book = Phrase("账表", "Per book")
    static let unaccounted = Phrase("未解释", "Unaccounted")
    static let unaccountedHead = Phrase("未解释", "Unaccounted")
    static let causes = Phrase("主要原因", "Main causes")
    static let notCompared = Phrase("未核对", "not compared")
    static let normal = Phrase("正常", "As it should be")
    static let none = Phrase("（不分商品）", "(no product)")
    static let noCustomer = Phrase("（不分客户）", "(no customer)")
    static let total = Phrase("合计", "Total")
    static let other = Phrase("另一端：应收 → 账借方", "The other end: owed → booked debit")
    static func more(_ count: Int) -> Phrase { Phrase("其余 \(count) 个有差额", "\(count) more with residuals") }
    static func even(_ count: Int) -> Phrase { Phrase("各环节相符 \(count) 个", "\(count) that agree throughout") }

    // Its detail.
    static let detailSheet = Phrase("链明细", "Chain detail")
    static let detailHint = Phrase(
        "每个差额由哪几条差异构成；点击差异可跳到差异表。", "Which findings make each residual; a finding leads to its row among the variances."
    )
    static let proof = Phrase("链", "Chain")
    static let line = Phrase("商品 / 客户", "Product / customer")
    static let step = Phrase("步骤", "Step")
    static let cause = Phrase("原因", "Cause")
    static let finding = Phrase("差异", "Finding")
    static func notListed(_ count: Int) -> Phrase {
        Phrase(
            "另有 \(count) 项较小的未列出，已计入「链」的差额", "\(count) smaller parts are not listed; the chain's residuals hold them")
    }

    // The terminal.
    static let left = Phrase("左方", "Left")
    static let right = Phrase("右方", "Right")
    static let byFindings = Phrase("由差异", "By findings")
    static let byClasses = Phrase("正常原因", "As it should be")
}

/// Every label of the sheet of questions.
enum QuestionLabels {
    static let sheet = Phrase("先问这些", "Ask first")
    static func hint(_ count: Int, _ clears: String, _ share: String) -> Phrase {
        Phrase(
            "按问清后能消除的金额排列；前 \(count) 问可消除 \(clears)，占 \(share)。同一单据、同一商品的几条差异只计一次金额。",
            "Ordered by the money that an answer clears; the first \(count) clear \(clears), \(share) of it. Several findings about one thing count once."
        )
    }
    static let ask = Phrase("问谁", "Ask")
    static let name = Phrase("姓名 / 名称", "Name")
    static let owner = Phrase("负责", "Owner")
    static let question = Phrase("问题", "Question")
    static let clears = Phrase("可消除金额", "Clears")
    static let share = Phrase("累计占比", "Share so far")
    static let findings = Phrase("条数", "Findings")
    static let rows = Phrase("差异", "Finding")
    static let answer = Phrase("答复", "Answer")
    static let date = Phrase("日期", "Date")
    static let none = Phrase("没有要问的。", "There is nothing to ask.")
    static func more(_ count: Int) -> Phrase { Phrase("其余 \(count) 问", "\(count) more questions") }
    static func row(_ number: Int) -> Phrase { Phrase("第 \(number) 条", "No. \(number)") }
    static let total = Phrase("合计", "Total")
}
