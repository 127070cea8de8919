import Books

/// Whether what stands where somebody signs is a signature: a name, a tick, a word of assent; or a refusal, a word that
/// says it is still to come, or an empty line to sign on.
///
/// All words that are known are here, so that each rule that asks for a signature reads them alike.
enum Signature {
    /// Whether a text was written by somebody who agrees.
    static func isGiven(_ text: String) -> Bool {
        let folded = text.lowercased()
        let words = words(of: folded)
        // A tick that stands alone says it without a word.
        if words.isEmpty { return folded.contains(where: ticks.contains) }
        if words.allSatisfy({ labels.contains($0) }) || isUndatedLine(words) { return false }
        let whole = words.joined(separator: " ")
        if refusals.contains(whole) || refusedBeginnings.contains(where: whole.hasPrefix) { return false }
        return !words.contains(where: isRefusal)
    }

    /// Whether a cell holds a signature.
    static func isGiven(_ symbol: Symbol, _ month: Month) -> Bool { !symbol.isNone && isGiven(month.text(symbol)) }

    // MARK: Words

    private static let ticks: Set<Character> = ["√", "✓", "✔", "☑", "✅", "●", "◉", "■"]
    private static let emptyBoxes: Set<Character> = ["□", "☐"]

    /// Words that only say where to sign or what with; a line that holds nothing else is empty.
    private static let labels: Set<String> = [
        "签字", "签章", "签名", "签署", "盖章", "公章", "签字盖章", "签名盖章", "签字处", "签章处", "签名处", "手签", "请签字",
        "日期", "签字日期", "年", "月", "日", "年月日", "signature", "sign", "here", "stamp", "seal", "date", "name",
    ]

    /// Whole texts that refuse or leave it open.
    private static let refusals: Set<String> = [
        "0", "0 0", "0 00", "n", "x", "no", "nil", "none", "null", "false", "na", "n a", "not",
        "空", "空白", "否", "不", "无", "没有", "未", "没", "缺", "待",
    ]

    /// What turns what follows into a refusal or a delay, and what so turned is one: 未批, 不同意, 待确认.
    private static let negations = [
        "未", "不", "待", "没", "无", "没有", "尚未", "尚待", "还未", "还没", "暂未", "暂不", "不予", "未予", "等待",
    ]
    private static let acts = [
        "批", "审", "签", "确认", "同意", "核", "准", "通过", "授权", "盖章", "许可", "认可", "回复", "处理", "定", "办",
        "补", "行", "可", "能", "领导", "经理", "主管", "客户", "客服", "通知",
    ]
    /// Other words that do, at the beginning or the end of a word.
    private static let others = [
        "不需要", "无需批", "无需审", "无需签", "无需确认", "不用批", "不用签", "否决", "驳回", "退回", "拒绝", "拒签", "暂缓", "免签", "免批", "缺签",
        "审批中", "审核中", "确认中", "处理中",
    ]
    private static let refused: [String] = others + negations.flatMap { negation in acts.map { negation + $0 } }

    private static let refusedWords: Set<String> = [
        "pending", "rejected", "reject", "refused", "denied", "declined", "unsigned", "unapproved", "unconfirmed",
        "awaiting", "waiting", "tbd", "tbc", "tba", "outstanding", "missing", "disapproved",
    ]
    private static let refusedBeginnings = ["not ", "to be ", "no signature", "no approval", "no confirmation"]

    /// Refusals begin a word, 未批准, or end one, 高经理不同意. No Chinese surname begins like one.
    private static func isRefusal(_ word: String) -> Bool {
        refusedWords.contains(word) || refused.contains { word.hasPrefix($0) || word.hasSuffix($0) }
            || refusedEndings.contains(where: word.hasSuffix)
    }

    private static let refusedEndings = [
        "未批准", "未审批", "未审核", "未签字", "未签名", "未核准", "不批准", "不核准", "不准许", "待审批", "待审核", "待签字", "待批准",
    ]

    /// 20  年  月  日: a date's line as it is printed, the year begun and nothing else filled in.
    private static func isUndatedLine(_ words: [String]) -> Bool {
        words.contains("月")
            && words.allSatisfy { word in
                labels.contains(word)
                    || word.hasPrefix("20") && word.count <= 5 && word.allSatisfy { $0.isNumber || $0 == "年" }
            }
    }

    /// The words of a text, without marks, and without what stands behind a box that nobody ticked: □同意 ☑不同意.
    private static func words(of text: String) -> [String] {
        var words: [String] = []
        var word = "", isUnticked = false
        func close() {
            if !word.isEmpty, !isUnticked { words.append(word) }
            word = ""
        }
        for character in text {
            if emptyBoxes.contains(character) || ticks.contains(character) {
                close()
                isUnticked = emptyBoxes.contains(character)
            } else if character.isLetter || character.isNumber {
                word.append(character)
            } else {
                close()
                if !character.isWhitespace { isUnticked = false }
            }
        }
        close()
        return words
    }
}
