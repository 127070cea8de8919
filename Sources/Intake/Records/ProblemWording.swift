import Books
import WorkbookReader

extension Problem.Kind {
    /// Whether it is no value's of a record, which its own book's rules say.
    var isOfSheet: Bool {
        if case .valueUnread = self { false } else { true }
    }
}

/// Words for what could not be taken, for one sheet of one file.
struct ProblemWording {
    let file: String
    let sheet: String
    let texts: WorkbookTexts

    /// A cell's content as a person knows it, at most 80 characters.
    func text(_ tag: CellTag, _ payload: Int64) -> String {
        switch tag.kind {
        case .text, .error, .wide: String(texts.text(payload).prefix(80))
        case .number, .time: ProblemWording.decimal(payload, tag.decimals)
        case .date:
            (tag.decimals <= 18
                ? WrittenDay.day(serial: payload / WrittenNumber.powers[tag.decimals], uses1904: false) : nil)?
                .description
                ?? ProblemWording.decimal(payload, tag.decimals)
        case .boolean: payload == 0 ? "FALSE" : "TRUE"
        case .uncalculated: ""
        }
    }

    static func decimal(_ payload: Int64, _ decimals: Int) -> String {
        var digits = String(payload.magnitude)
        if decimals > 0 {
            if digits.utf8.count <= decimals {
                digits = String(repeating: "0", count: decimals + 1 - digits.utf8.count) + digits
            }
            digits.insert(".", at: digits.index(digits.endIndex, offsetBy: -decimals))
        }
        return payload < 0 ? "-" + digits : digits
    }

    /// An optional value that was not understood.
    func value(_ field: Field, _ issue: CellReader.Issue, row: Int32, column: Int32, origin: Origin, found: String)
        -> Problem
    {
        Problem(
            kind: .valueUnread(field, record: origin), file: file, sheet: sheet, cell: cell(column, row), row: Int(row),
            expected: expected(field), found: found, advice: advice(field, issue),
            uncalculated: issue == .uncalculated ? 1 : 0)
    }

    /// A row that was set aside for a value that is missing or was not understood.
    func setAside(
        _ field: Field, _ issue: CellReader.Issue?, row: Int32, column: Int32?, at cellRow: Int32? = nil, found: String
    ) -> Problem {
        let why = issue.map { advice(field, $0) } ?? Phrase("请填写后重新运行", "fill it in and run again")
        return Problem(
            kind: .rowSetAside, file: file, sheet: sheet, cell: column.map { cell($0, cellRow ?? row) }, row: Int(row),
            expected: expected(field), found: found,
            advice: Phrase("这一行没有计入。\(why.chinese)。", "This row is not counted: \(why.english)."),
            uncalculated: issue == .uncalculated ? 1 : 0)
    }

    /// Rows whose own unit is not the header's: one problem for all of a column.
    func unitConflict(_ conflict: UnitConflict) -> Problem {
        let (cell, rows) = (cell(conflict.column, conflict.row), conflict.rows)
        let units =
            conflict.header.isEmpty
            ? Phrase("单元格里写的单位和列名的不一样", "the cell and its header name different units")
            : Phrase(
                "列名写的是「\(conflict.header)」，单位写的是「\(conflict.own)」",
                "the header says “\(conflict.header)” and the row “\(conflict.own)”")
        return Problem(
            kind: .rowSetAside, file: file, sheet: sheet, cell: cell, row: Int(conflict.row),
            expected: expected(conflict.field),
            found: conflict.found,
            advice: Phrase(
                "\(units.chinese)，不知道按哪个算：从 \(cell) 往下共 \(rows) 行没有计入。请改成一致。",
                "It cannot be told which counts: \(units.english). Rows not counted, from \(cell) down: \(rows). Make them agree."
            ))
    }

    /// An order line's amount that is a formula without a value, where the line says what it comes to all the same.
    func uncalculatedAmount(row: Int32, column: Int32) -> Problem {
        Problem(
            kind: .sheetUnrecognised(guesses: [.orders]), file: file, sheet: sheet, cell: cell(column, row),
            row: Int(row), expected: expected(.amount), found: "", advice: advice(.amount, .uncalculated),
            uncalculated: 1)
    }

    /// A document's line whose money is in another currency, and whose goods count.
    func withoutMoney(row: Int32, column: Int32, found: String) -> Problem {
        Problem(
            kind: .sheetUnrecognised(guesses: [.movements]), file: file, sheet: sheet, cell: cell(column, row),
            row: Int(row), expected: Phrase("账本自己的货币", "the books' own currency"), found: found,
            advice: Phrase(
                "这一行的单价和金额没有取数，数量照常。请换算成本位币。",
                "Its price and amount were not taken; its quantity was. Convert them to the books' own."))
    }

    /// An order form that names its order and orders nothing.
    func withoutLines(_ number: String, at place: Place?, header: Int32) -> Problem {
        Problem(
            kind: .rowSetAside, file: file, sheet: sheet, cell: place.map { cell($0.column, $0.row ?? header) },
            row: Int(header), expected: Phrase("订单至少有一行商品", "an order with at least one line"), found: number,
            advice: Phrase(
                "这张订单没有明细，没有计入。请业务员补上商品和数量，或删掉这张空单。",
                "The order has no lines and is not counted. Ask sales to add them, or to remove the empty form."))
    }

    private func cell(_ column: Int32, _ row: Int32) -> String {
        CellReference.letters(ofColumn: Int(max(column, 0))) + String(row)
    }

    private func expected(_ field: Field) -> Phrase {
        let (chinese, english) = (field.words.chinese, field.words.english)
        switch field.kind {
        case .day: return Phrase("\(chinese)（日期，如 2026-10-05）", "\(english), a date such as 2026-10-05")
        case .quantity, .amount, .unitPrice: return Phrase("\(chinese)（数字）", "\(english), a number")
        case .rate where [.discount, .maximumDiscount].contains(field):
            return Phrase("\(chinese)（如 9折、0.9 或 减10%）", "\(english), such as 0.9, 90% or 10% off")
        case .rate: return Phrase("\(chinese)（如 13% 或 0.13）", "\(english), such as 13% or 0.13")
        case .count: return Phrase("\(chinese)（整数）", "\(english), a whole number")
        case .flag: return Phrase("\(chinese)（是或否）", "\(english), yes or no")
        case .code, .name, .choice: return Phrase(chinese, english)
        }
    }

    private func advice(_ field: Field, _ issue: CellReader.Issue) -> Phrase {
        switch issue {
        case .notANumber: Phrase("请改成数字", "make it a number")
        case .tooLarge:
            switch field.kind {
            case .amount: tooLarge(Amount.limit.description)
            case .unitPrice: tooLarge(UnitPrice.limit.description)
            case .quantity: tooLarge(Quantity.limit.description)
            default: tooLarge("1000000000")
            }
        case .notADay: Phrase("请改成存在的日期", "make it a day that exists")
        case .ambiguousDay:
            Phrase("分不清月和日，请写成 2026-10-05 的样子", "it is unclear which is the month; write it as 2026-10-05")
        case .dayWithoutYear: Phrase("请写上年份", "add the year")
        case .uncalculated:
            Phrase(
                "公式还没有计算结果：用 Excel 或 WPS 打开并保存一次即可",
                "the formula has no stored value: open the file in Excel or WPS and save it once")
        case .error: Phrase("单元格是错误值，请更正公式", "the cell holds an error; correct its formula")
        case .notWhole: Phrase("请改成整数", "make it a whole number")
        case .lostDigits:
            Phrase(
                "Excel 把它变成了数字，后面的位数已经丢了：把单元格设成文本，重新填写",
                "Excel has made it a number and its last digits are gone: make the cell text and type it again")
        case .codeIsDay:
            Phrase(
                "Excel 把它变成了日期，看不出原来的号：把单元格设成文本，重新填写",
                "Excel has made it a date, and what it was cannot be told: make the cell text and type it again")
        case .packUnknown:
            Phrase(
                "不知道一件（箱、打）几个：请写成一种单位（如 41瓶），或在这一行、在商品档案里填上箱规",
                "nobody says how many a pack or a dozen holds: write it in one unit, or give the pack size on the line or in the product file"
            )
        case .foreignCurrency:
            Phrase("写的是外币：请换算成人民币，只写数字", "it is in another currency: convert it to the books' own and write the number")
        case .unitConflict:
            Phrase(
                "列名写的单位和这一行写的不一样，不知道按哪个算：请改成一致",
                "its header and its row name different units, and either may count: make them agree")
        case .ditto:
            Phrase("“同上”的上面没有内容：请写全", "there is nothing above for it to repeat: write it out")
        case .inAndOut:
            Phrase("同一行既有入库又有出库：请分成两行", "it says in and out on one row: make it two rows")
        case .packsDiffer:
            Phrase(
                "箱数和瓶数对不上，看不出共多少：请改成一种单位",
                "its packs and its pieces do not go together, so it cannot be told how many there are: write it in one unit"
            )
        case .packSizesDiffer:
            Phrase(
                "这一行写的箱规和商品档案的不一样，不知道一箱几个：请改成一致",
                "the row and the product file give different pack sizes, so it cannot be told how many there are: make them agree"
            )
        case .noSide:
            Phrase("看不出是借方还是贷方：请写“借”或“贷”", "it cannot be told whether it is a debit or a credit: write Dr or Cr")
        case .notAPrice: Phrase("价格要大于零；赠品请不要列在价格表里", "a price is above nought; leave free goods off the list")
        case .nothingPaid:
            Phrase(
                "金额是零，没有收到钱：请补上金额，或删掉这一行",
                "the amount is nought, so nothing was paid: give the amount, or remove the row")
        case .reversedDays: Phrase("失效日期早于生效日期，请更正", "it ends before it begins; correct the dates")
        case .notADiscount: Phrase("请写成 9折、0.9 或 减10% 的样子", "write it as 0.9, 90% or 10% off")
        case .ambiguousDiscount:
            Phrase(
                "分不清是几折还是百分之几，请写成 9折 或 减9% 的样子",
                "it is unclear whether it is tenths paid or percent taken off; write 0.9, 90% or 9% off")
        case .notAFlag: Phrase("请写“是”或“否”", "write yes or no")
        }
    }

    private func tooLarge(_ limit: String) -> Phrase {
        Phrase("数值太大（上限 \(limit)），请更正", "the number is too large (limit \(limit)); correct it")
    }

    /// A sheet or part of one that was not recognised.
    func unrecognised(_ part: Unrecognised) -> Problem {
        let guesses = part.guesses
        let chinese = guesses.map(\.words.chinese).joined(separator: "、")
        let english = guesses.map(\.words.english).joined(separator: ", ")
        let expected: Phrase
        let advice: Phrase
        switch part.why {
        case .headers:
            expected = Phrase(
                guesses.isEmpty ? "一种认得的表" : "一种认得的表，最像：\(chinese)",
                guesses.isEmpty ? "a book that is known" : "a book that is known; most like: \(english)")
            advice = Phrase(
                "没有取数。请在标题或工作表名里写明是什么表（如“\(guesses.first?.words.chinese ?? "订单")”），或改用模板的列名。",
                "Nothing was taken from it. Say in the title or the sheet's name what it is (such as “\(guesses.first?.words.english ?? "orders")”), or use the column names of the template."
            )
        case .noHeader:
            expected = Phrase("一行列名", "a row of column headers")
            advice = Phrase(
                "没有取数。请在数据上方加一行列名，可以用模板里的。",
                "Nothing was taken from it. Put a row of headers above the data, such as the template's.")
        case .noRows:
            expected = Phrase("\(chinese)表头下面至少有一行", "at least one line below the header of the \(english)")
            advice = Phrase(
                "只有表头，没有数据。请补上数据，或删除这张空表。", "There is a header and no data. Fill it in, or delete the empty sheet.")
        case .twoHeaders:
            expected = Phrase("只有一行列名", "one row of column headers")
            advice = Phrase(
                "相邻两行都像列名，说的却不一样，没有取数。请只留一行。",
                "Two rows look like headers and disagree, so nothing was taken. Keep one of them.")
        case .uncutForms:
            expected = Phrase("每张单各占几列，中间空一列", "each form in columns of its own, with an empty column between")
            advice = Phrase(
                "几张单并排在一起，分不清各占哪几列，没有取数。请在两张单之间空出一列，或改成上下排列。",
                "Forms stand side by side and it is unclear where each begins, so nothing was taken. Leave an empty column between them, or put one below the other."
            )
        case .noCustomer:
            expected = Phrase("是哪个客户的\(chinese)", "the customer whose \(english) these are")
            advice = Phrase(
                "看不出是哪个客户的，没有取数。请加一列客户，或在表的上方写明“客户：…”，名称和客户档案里的一样。",
                "It does not say which customer it is of, so nothing was taken. Add a column with the customer, or write “Customer: …” above the table, with the name that the customer file has."
            )
        case .foreignMoney:
            expected = Phrase("账本自己的货币", "the books' own currency")
            advice = Phrase(
                "这张表的金额写的是外币，没有取数。请换算成本位币，并改掉列名或表上方的单位。",
                "Its amounts are stated in a foreign currency, so nothing was taken. Convert them to the books' own, and correct the header or the line above."
            )
        case .foreignColumns:
            expected = Phrase("账本自己的货币", "the books' own currency")
            advice = Phrase(
                "这几列是外币，没有取数，其他列照常取数。要核对的话，请加一列本位币的。",
                "These columns are in a foreign currency and were not taken; the others were. To have them checked, add a column in the books' own."
            )
        case .otherGroups(let read):
            expected = Phrase("同样的数每行只有一个", "each figure once a row")
            advice = Phrase(
                "同样的列有几份，看不出各是谁的：只取了「\(read)」的，上面这些列没有取数。请各写一行，并加一列写明仓库（或客户）。",
                "The same columns stand under several names and it is unclear whose each is: only those of “\(read)” were taken, and these were not. Write each on a row of its own, with a column that says which warehouse or customer it is of."
            )
        }
        return Problem(
            kind: .sheetUnrecognised(guesses: guesses), file: file, sheet: sheet,
            cell: part.place.map { cell($0.column, $0.row ?? 1) }, row: part.place?.row.map { Int($0) },
            expected: expected, found: String(part.text.prefix(120)), advice: advice)
    }
}
