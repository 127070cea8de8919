import Books

/// A discount as somebody wrote it, brought to the share that the customer pays: 9折, 90 %, 0.9 and 10 % off are all 0.9.
///
/// A bare share says no more than how much: half or more is what is paid (nobody gives half his price away), less is what
/// is taken off. A bare number from above 1 to 10 could be 9折 or 9 % and is asked about.
enum WrittenDiscount {
    /// What a text is, where a discount is looked for.
    enum Reading: Equatable {
        /// The share that the customer pays.
        case paid(Rate)
        /// Nothing, or words that say that there is none.
        case blank
        /// A number that is 折 to one reader and percent to another.
        case ambiguous
        /// No discount.
        case other
    }

    /// Reads a text.
    static func read(_ bytes: ArraySlice<UInt8>) -> Reading {
        let text = WrittenText.name(bytes).lowercased().filter { $0 != " " }
        if WrittenNumber.isBlank(ArraySlice(text.utf8)) || none.contains(text) { return .blank }
        if halves.contains(text) { return .paid(Rate(units: 500_000)) }
        if text.hasSuffix("折") { return tenths(String(text.dropLast())) }
        if text.hasSuffix("折半") {
            guard case .paid(let rate) = tenths(String(text.dropLast(2))) else { return .other }
            return share(rate.units + 50_000)
        }
        var rest = Substring(text)
        var isTaken = false, isPaid = false
        for mark in taken {
            if rest.hasPrefix(mark) {
                rest.removeFirst(mark.count)
            } else if rest.hasSuffix(mark) {
                rest.removeLast(mark.count)
            } else {
                continue
            }
            isTaken = true
        }
        for mark in paid where rest.hasPrefix(mark) {
            rest.removeFirst(mark.count)
            isPaid = true
        }
        guard !(isTaken && isPaid), case .number(let number) = WrittenNumber.read(ArraySlice(Array(rest.utf8))),
            number.suffix.isEmpty
        else { return .other }
        let decimals = number.decimals + (number.isPercent ? 2 : 0)
        guard let units = WrittenNumber.units(payload: number.payload, decimals: decimals, target: Rate.decimals) else {
            return .other
        }
        if isTaken || isPaid {
            // 减50 may be fifty yuan; 付90 can only be percent.
            let isBare = !number.isPercent && units > 1_000_000
            if isTaken, isBare { return .other }
            let part = isBare ? units / 100 : units
            return share(isTaken ? 1_000_000 - part.magnitude.clamped : part)
        }
        return bare(units, isPercent: number.isPercent)
    }

    /// A number that stands in a cell without a word: a share, or a percentage.
    static func bare(_ units: Int64, isPercent: Bool = false) -> Reading {
        if units == 0 { return .paid(Rate(units: 1_000_000)) }
        // −10 % is 10 % off.
        if units < 0 { return units > -1_000_000 ? share(1_000_000 + units) : .other }
        if units <= 1_000_000 { return share(units * 2 >= 1_000_000 ? units : 1_000_000 - units) }
        if isPercent { return .other }
        if units <= 10_000_000 { return .ambiguous }
        return units <= 100_000_000 ? bare(units / 100, isPercent: true) : .other
    }

    /// 9折, 95折, 8.5折, 九五折: tenths, and hundredths where there are two digits.
    private static func tenths(_ text: String) -> Reading {
        let numerals: [Character: Character] = [
            "一": "1", "二": "2", "三": "3", "四": "4", "五": "5", "六": "6", "七": "7", "八": "8", "九": "9", "零": "0",
            "〇": "0",
            "点": ".", "點": ".",
        ]
        let digits = String(text.drop { "打按".contains($0) }.map { numerals[$0] ?? $0 })
        guard case .number(let number) = WrittenNumber.read(ArraySlice(Array(digits.utf8))), number.suffix.isEmpty,
            !number.isPercent, number.payload > 0,
            let value = WrittenNumber.units(payload: number.payload, decimals: number.decimals, target: 6)
        else { return .other }
        // 10折 is no discount; from 11 on the digits are hundredths.
        return share(value <= 10_000_000 ? value / 10 : value / 100)
    }

    private static func share(_ units: Int64) -> Reading {
        (1...1_000_000).contains(units) ? .paid(Rate(units: units)) : .other
    }

    private static let none: Set<String> = [
        "无折扣", "没有", "不打折", "不折", "原价", "全价", "none", "no", "no discount", "nodiscount", "full",
    ]
    private static let halves: Set<String> = ["对折", "半价", "halfprice", "half"]
    private static let taken = ["off", "discount", "减", "优惠", "让利", "下浮", "降", "折让", "less"]
    private static let paid = ["付", "按", "实付", "pay", "pays"]
}

extension UInt64 {
    /// As a signed number; the largest one where it does not fit.
    fileprivate var clamped: Int64 { Int64(clamping: self) }
}
