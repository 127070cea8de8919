import Books

/// Puts a question into words.
struct QuestionWords {
    let findings: [Finding]
    /// How many numbers a question names before it says how many more there are.
    static let named = 4

    /// What is asked about orders whose difference has such a cause.
    static let askedAlone: [Cause.Kind: Phrase] = [
        .freeGoods: Phrase(
            "多发的不收钱。是不是赠品，谁批的？", "what was shipped over costs nothing. Were these free goods, and who approved them?"),
        .returned: Phrase("发齐之后退回了一些，还要不要补发？", "some of it came back after it was shipped. Is it to be sent again?"),
        .exchanged: Phrase("是不是换货，退一发一？", "was it an exchange, sent again for what came back?"),
    ]

    /// The question that some findings ask.
    func words(_ group: QuestionGroups.Group) -> Phrase {
        let own = group.findings.map { findings[$0] }
        switch group.subject {
        case .account: return account(own)
        case .order: return order(own)
        case .basis: return basis(own)
        case .signature:
            let list = list(own)
            return Phrase(
                "送货单 \(list.chinese) 没有签收，请补「有货已收款未付」和客户签名。",
                "Not signed: \(list.english). Can this be signed as received and not paid?")
        case .charge:
            let list = list(own), charges = self.list(own) { $0.key.first { $0.name == "productCode" }?.value }
            return Phrase(
                "订单 \(list.chinese) 上的费用 \(charges.chinese) 没有开到任何单据上，向谁收，还是不收了？",
                "The charge \(charges.english) on order \(list.english) is on no document. Whom is it charged to, or is it let off?"
            )
        case .shipment: return shipment(own)
        case .recount, .uncounted, .stockBook: return stock(group.subject, own)
        case .paper: return paper(own)
        case .document: return document(own)
        case .receipt: return receipt(own)
        case .voucher:
            let list = list(own)
            return Phrase(
                "凭证 \(list.chinese) 借贷不平，差在哪一行？", "Voucher \(list.english) does not balance. Which line is wrong?")
        case .control:
            let dated = own.flatMap(\.causes).filter { $0.kind == .neighbouringMonth }.map(\.statement)
            if !dated.isEmpty {
                return Phrase(dated.map(\.chinese).joined(), dated.map(\.english).joined(separator: " "))
            }
            return Phrase(
                "应收账款总数不符，是哪些没写单号的分录造成的？", "The control account differs. Which entries without a document made it?")
        case .keying:
            let list = list(own), titles = titles(own)
            return Phrase(
                "订单 \(list.chinese)：\(titles.chinese)。出库单和订单以哪个为准？",
                "Order \(list.english): \(titles.english). Which is right, the document or the order?")
        case .file:
            let list = list(own)
            return Phrase(
                "文件 \(list.chinese) 有 \(own.count) 处读不懂，能否更正后重发？",
                "File \(list.english) could not be understood in \(own.count) places. Can it be corrected and sent again?"
            )
        }
    }

    // MARK: Lists

    /// The numbers of some findings: the first few, and how many there are.
    private func list(_ own: [Finding], _ part: (Finding) -> String? = { $0.key.first?.value }) -> Phrase {
        var seen: Set<String> = [], values: [String] = []
        for finding in own {
            if let value = part(finding), seen.insert(value).inserted { values.append(value) }
        }
        let shown = values.prefix(QuestionWords.named)
        if values.count <= QuestionWords.named {
            return Phrase(shown.joined(separator: "、"), shown.joined(separator: ", "))
        }
        return Phrase(
            "\(shown.joined(separator: "、")) 等 \(values.count) 个",
            "\(shown.joined(separator: ", ")) and \(values.count - shown.count) more")
    }

    /// What is wrong, each rule once.
    private func titles(_ own: [Finding]) -> Phrase {
        var seen: Set<String> = [], titles: [Phrase] = []
        for finding in own where seen.insert(finding.code).inserted {
            titles.append(RuleBook.rule(finding.code)?.title ?? Phrase(finding.code, finding.code))
        }
        return Phrase(
            titles.map(\.chinese).joined(separator: "、"),
            titles.map { $0.english.prefix(1).lowercased() + $0.english.dropFirst() }.joined(separator: ", "))
    }

    private func sum(_ own: [Finding]) -> Amount { QuestionMoney.sum(own) }

    // MARK: Subjects

    private func account(_ own: [Finding]) -> Phrase {
        let money = own.filter { $0.code.hasPrefix("receipt.") }
        let open = own.filter { !$0.code.hasPrefix("receipt.") }
        let paid = list(money), owed = list(open)
        if open.isEmpty {
            if let asked = citation(money, paid) { return asked }
            let isOver = money.allSatisfy { $0.code == "receipt.over-applied" }
            return isOver
                ? Phrase(
                    "收款 \(paid.chinese) 比应付多 \(sum(money))，多付的付哪张单，还是退回？",
                    "Receipt \(paid.english) is \(sum(money)) more than was owed. What is the rest for, or is it to be returned?"
                )
                : Phrase(
                    "收款 \(paid.chinese) 有 \(sum(money)) 找不到单据，付的是哪些货？",
                    "\(sum(money)) of receipt \(paid.english) finds no document. What was it paid for?")
        }
        if money.isEmpty {
            return Phrase(
                "\(owed.chinese) 还欠 \(sum(open))，付了没有，什么时候付？",
                "\(sum(open)) is open on \(owed.english). Has it been paid, or when will it be?")
        }
        return Phrase(
            "收款 \(paid.chinese)（\(sum(money))）是不是付 \(owed.chinese)？这些还欠 \(sum(open))。",
            "Was receipt \(paid.english) (\(sum(money))) for \(owed.english)? \(sum(open)) is open on these.")
    }

    /// What to ask about one receipt that says what it is for, and that cannot be right.
    private func citation(_ money: [Finding], _ paid: Phrase) -> Phrase? {
        guard money.count == 1, let cause = money[0].causes.first else { return nil }
        let asks: Phrase
        switch cause.kind {
        case .otherCustomer:
            asks = Phrase("是替它付的，还是登记错了客户？", "Was it paid for them, or keyed under the wrong customer?")
        case .otherNumber: asks = Phrase("付的是不是这张？", "Was it for that one?")
        default: return nil
        }
        return Phrase(
            "收款 \(paid.chinese)（\(sum(money))）：\(cause.statement.chinese)\(asks.chinese)",
            "Receipt \(paid.english) (\(sum(money))): \(cause.statement.english) \(asks.english)")
    }

    private func order(_ own: [Finding]) -> Phrase {
        let list = list(own), titles = titles(own)
        if let kind = own.first?.causes.first?.kind, let asked = QuestionWords.askedAlone[kind] {
            return Phrase("订单 \(list.chinese)：\(asked.chinese)", "Orders \(list.english): \(asked.english)")
        }
        let isTwice = own.allSatisfy { $0.causes.first?.kind == .documentTwice }
        let asks: Phrase =
            switch isTwice ? .duplicate : own.first?.findingClass {
            case .incomplete: Phrase("请补齐。", "Can you complete them?")
            case .duplicate: Phrase("是两笔，还是重复？", "Is it meant twice, or sent twice?")
            case .missing: Phrase("请查明。", "What became of it?")
            default: Phrase("以哪个为准，有没有审批？", "Which figure is right, and was it approved?")
            }
        return Phrase(
            "订单 \(list.chinese)：\(titles.chinese)。\(asks.chinese)",
            "Orders \(list.english): \(titles.english). \(asks.english)")
    }

    private func basis(_ own: [Finding]) -> Phrase {
        let list = list(own), party = own.first?.party ?? ""
        let to = party.isEmpty ? Phrase("", "") : Phrase("（\(party)）", " (\(party))")
        if own.first?.code == "document.return-without-price" {
            return Phrase(
                "退货单 \(list.chinese)\(to.chinese)按什么价退？",
                "At what price did the customer return \(list.english)\(to.english)?")
        }
        if own.first?.code == "dispatch.quantity-short" {
            return Phrase(
                "订单 \(list.chinese)\(to.chinese)上没有的商品退了回来，退的是哪张单的货？",
                "Goods came back that order \(list.english)\(to.english) does not have. Of which delivery are they?")
        }
        if own.first?.code == "document.reversal-unpaired" {
            return Phrase(
                "退货单 \(list.chinese)\(to.chinese)与它写的原单不符，退的是哪张单的货？",
                "The return \(list.english)\(to.english) does not fit the delivery it cites. Of which delivery is it?"
            )
        }
        return Phrase(
            "出库单 \(list.chinese)\(to.chinese)是按哪张订单发的？请补订单。",
            "Which order were \(list.english)\(to.english) shipped for? Please send it.")
    }

    private func shipment(_ own: [Finding]) -> Phrase {
        let order = list(own), products = list(own) { $0.key.first { $0.name == "productCode" }?.value }
        let party = own.first?.party ?? ""
        let titles = titles(own)
        let about =
            products.chinese.isEmpty ? Phrase("", "") : Phrase("的 \(products.chinese)", ", \(products.english)")
        let to = party.isEmpty ? Phrase("", "") : Phrase("（\(party)）", " (\(party))")
        return Phrase(
            "订单 \(order.chinese)\(to.chinese)\(about.chinese)：\(titles.chinese)。货发了没有，单据录了没有？",
            "Order \(order.english)\(to.english)\(about.english): \(titles.english). Were the goods shipped, and keyed?"
        )
    }

    private func stock(_ subject: QuestionSubject, _ own: [Finding]) -> Phrase {
        let all = own.allSatisfy { $0.key.contains { $0.value == "*" } }
        let products = list(own) { $0.key.first { $0.name == "productCode" }?.value }
        switch subject {
        case .uncounted where all:
            return Phrase("整个仓库没有盘点表，盘了没有？", "No count sheet came in. Has the warehouse been counted?")
        case .uncounted:
            return Phrase("\(products.chinese) 没有盘，请补盘。", "Not counted: \(products.english). Can this be counted?")
        case .stockBook:
            return Phrase(
                "\(products.chinese) 账存与收发存不符或为负，哪张单据没录或录错？",
                "The book of \(products.english) is not what the documents make it. Which one was left out or keyed wrong?"
            )
        default:
            let countCodes = ["stock.count-short", "stock.count-over"]
            let numbers = own.compactMap { finding -> Quantity? in
                guard case .quantity(let value)? = finding.difference, countCodes.contains(finding.code) else {
                    return nil
                }
                return value
            }
            let short = numbers.filter { $0 < .zero }.count, over = numbers.filter { $0 > .zero }.count
            let mixed =
                short > 0 && over > 0
                ? Phrase("（盘亏 \(short)、盘盈 \(over)，是否串货）", " (\(short) short, \(over) over: mixed up?)") : Phrase("", "")
            return Phrase(
                "\(products.chinese) 盘点与账存不符\(mixed.chinese)，请复盘并写明原因。",
                "Off the book: \(products.english)\(mixed.english). Can this be counted again, and the reason be given?"
            )
        }
    }

    private func paper(_ own: [Finding]) -> Phrase {
        let list = list(own), titles = titles(own)
        return Phrase(
            "单据 \(list.chinese)：\(titles.chinese)。请补齐或说明去向。",
            "Documents \(list.english): \(titles.english). Can you complete them, or say where they are?")
    }

    private func document(_ own: [Finding]) -> Phrase {
        let number = list(own), titles = titles(own)
        let party = own.first { $0.party != nil }?.party ?? ""
        let to = party.isEmpty ? Phrase("", "") : Phrase("（\(party)）", " (\(party))")
        let differences = own.compactMap(\.difference).map(\.description)
        let off =
            own.count == 1 && differences.count == 1
            ? Phrase("，差 \(differences[0])", ", off by \(differences[0])") : Phrase("", "")
        return Phrase(
            "单据 \(number.chinese)\(to.chinese)：\(titles.chinese)\(off.chinese)。请核对后更正或补记。",
            "Document \(number.english)\(to.english): \(titles.english)\(off.english). Can you check and correct it?")
    }

    private func receipt(_ own: [Finding]) -> Phrase {
        let number = list(own), titles = titles(own)
        return Phrase(
            "收款 \(number.chinese)：\(titles.chinese)。请查明。",
            "Receipt \(number.english): \(titles.english). Can you find out?")
    }
}
