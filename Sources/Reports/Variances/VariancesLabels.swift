import Books

/// Every label of the variances workbook.
enum VariancesLabels {
    static let title = Phrase("差异表", "Variances")
    static let summarySheet = Phrase("汇总", "Summary")
    static let variancesSheet = Phrase("差异", "Variances")
    static let legendSheet = Phrase("图例", "Legend")
    static let sourcesSheet = Phrase("来源", "Sources")

    // The summary.
    static let findings = Phrase("差异条数", "Findings")
    static let open = Phrase("未处理", "Still open")
    static let handled = Phrase("已处理", "Handled")
    static let absolute = Phrase("涉及金额（绝对值）", "Amount (absolute)")
    static let net = Phrase("净额", "Amount (net)")
    static let ties = Phrase("核对结果", "Ties")
    static let tie = Phrase("核对", "Tie")
    static let measure = Phrase("计量", "Measure")
    static let leftSum = Phrase("左方合计", "Left total")
    static let rightSum = Phrase("右方合计", "Right total")
    static let differenceSum = Phrase("差额（右－左）", "Difference (right − left)")
    static let pairs = Phrase("对数", "Pairs")
    static let byClass = Phrase("按类别", "By class")
    static let byRule = Phrase("按规则", "By rule")
    static let byParty = Phrase("金额最大的往来单位", "Parties by amount")
    static let byOwner = Phrase("按责任方", "By owner")
    static let count = Phrase("条数", "Count")
    static let total = Phrase("合计", "Total")
    static let chart = Phrase("各类别差异条数", "Findings by class")
    static let notChecked = Phrase("未核对的内容", "Not checked")
    static let why = Phrase("原因", "Why")
    static let everythingChecked = Phrase("所有规则都已核对。", "Every rule was run.")
    static let noTies = Phrase("没有可以互相核对的两本账。", "There are no two books to hold against each other.")

    // The variances.
    static let number = Phrase("序号", "No.")
    static let findingClass = Phrase("类别", "Class")
    static let rule = Phrase("差异内容", "Finding")
    static let document = Phrase("单号", "Number")
    static let product = Phrase("商品编码", "Product")
    static let place = Phrase("仓库/其他", "Place, other")
    static let party = Phrase("往来单位", "Party")
    static let owner = Phrase("责任方", "Owner")
    static let expected = Phrase("应有", "Expected")
    static let actual = Phrase("实有", "Actual")
    static let difference = Phrase("差异", "Difference")
    static let unit = Phrase("单位", "Unit")
    static let amount = Phrase("金额", "Amount")
    static let explanation = Phrase("说明", "Explanation")
    static let cause = Phrase("可能原因", "Likely cause")
    static let reason = Phrase("差异原因", "Reason")
    static let state = Phrase("处理状态", "State")
    static let note = Phrase("备注", "Note")
    static let handler = Phrase("处理人", "Handled by")
    static let date = Phrase("日期", "Date")
    static let source = Phrase("来源", "Source")
    static let code = Phrase("代码", "Code")
    static let id = Phrase("编号", "Id")
    static let hint = Phrase(
        "绿色标题的栏由处理人填写；金额与差异 = 实有 − 应有；点击来源可打开原文件的单元格。",
        "Columns with green headers are for you to fill in. Difference = actual − expected. A source leads to its cell."
    )
    static let nothingFound = Phrase("没有差异。", "Nothing was found.")
    static let chooseTitle = Phrase("请从列表中选择", "Choose from the list")
    static let chooseMessage = Phrase(
        "列表以外的文字读回时会当作备注。", "Anything that is not in the list is read back as a note.")
    static let dayMessage = Phrase("请填日期，例如 2026-11-05。", "Please enter a date such as 2026-11-05.")

    // The ties.
    static let filtered = Phrase("筛选后合计", "Total of the rows shown")
    static let outcome = Phrase("结果", "Outcome")
    static let matchedBy = Phrase("对上依据", "Matched by")
    static let leftSource = Phrase("左方来源", "Left source")
    static let rightSource = Phrase("右方来源", "Right source")
    static func notListed(_ count: Int) -> Phrase {
        Phrase(
            "另有 \(count) 对相符，只计合计，未逐笔列出",
            "\(count) more pairs match; they are in the totals and not listed one by one")
    }

    // The legend.
    static let classes = Phrase("类别与颜色", "Classes and colours")
    static let meaning = Phrase("含义", "Meaning")
    static let reasons = Phrase("差异原因选项", "Reasons to choose from")
    static let states = Phrase("处理状态选项", "States to choose from")
    static let rules = Phrase("规则", "Rules")
    static let identifier = Phrase("标识", "Identifier")

    // The sources.
    static let file = Phrase("文件", "File")
    static let sheet = Phrase("工作表", "Sheet")
    static let book = Phrase("识别为", "Taken for")
    static let layout = Phrase("版式", "Layout")
    static let confidence = Phrase("把握", "Confidence")
    static let headerRow = Phrase("表头行", "Header row")
    static let present = Phrase("有内容的行", "Rows present")
    static let records = Phrase("记录", "Records")
    static let totals = Phrase("合计行", "Totals")
    static let structure = Phrase("标题表头等", "Titles, headers")
    static let setAside = Phrase("未采用", "Set aside")
    static let check = Phrase("核对", "Check")
    static let complete = Phrase("齐全", "complete")
    static let incomplete = Phrase("不齐", "incomplete")
    static let hash = Phrase("SHA-256", "SHA-256")
    static let hidden = Phrase("（隐藏）", " (hidden)")
    static let statedTotals = Phrase("表内合计与逐行相加", "Totals that sheets state, and what their lines add up to")
    static let field = Phrase("栏目", "Column")
    static let cell = Phrase("单元格", "Cell")
    static let stated = Phrase("表内合计", "Stated")
    static let summed = Phrase("逐行相加", "Added up")
    static let problems = Phrase("未能照原样采用的内容", "What could not be taken as it stands")
    static let kind = Phrase("问题", "Problem")
    static let found = Phrase("写的是", "It says")
    static let shouldBe = Phrase("应当是", "Expected")
    static let advice = Phrase("怎么办", "What to do")
}
