import Books

/// One side's unmatched records, by what a record of the other side could be near to them in.
struct NearestRecords {
    private let records: [Unmatched]
    private var byTrace: [[UInt8]: [Int]] = [:]
    private var byWorth: [Int64: [Int]] = [:]
    /// The records of the other side, which may all come near the same one.
    private let rivals: [Unmatched]
    private var rivalsByWorth: [Int64: [Int]] = [:]

    init(_ records: [Unmatched], rivals: [Unmatched] = []) {
        self.records = records
        self.rivals = rivals
        for (place, rival) in rivals.enumerated() where rival.amount != 0 {
            rivalsByWorth[rival.amount, default: []].append(place)
        }
        for (place, record) in records.enumerated() {
            for trace in KeySlip.traces(record.number) { byTrace[trace, default: []].append(place) }
            if record.amount != 0 { byWorth[record.amount, default: []].append(place) }
        }
    }

    /// The record that comes nearest, and what was in the way of matching it; `nil` where nothing comes near.
    ///
    /// A like number comes first, then the same party and amount, then the same amount alone.
    func nearest(to record: Unmatched) -> NearestCandidate? {
        if let like = likeNumber(record) { return like }
        guard record.amount != 0, let equal = byWorth[record.amount], equal.count <= 20 else { return nil }
        let ofParty = equal.filter { records[$0].party == record.party && !record.party.isEmpty }
        if let place = first(ofParty) {
            let other = records[place]
            if ofParty.count > 1 {
                return candidate(
                    other,
                    Phrase(
                        "同一客户、同一金额的有 \(ofParty.count) 张（\(numbers(ofParty))），无法认定是哪一张",
                        "\(ofParty.count) records have the same party and amount (\(numbers(ofParty))): which one cannot be told"
                    ))
            }
            return candidate(other, obstacleOfParty(record, other))
        }
        if equal.count <= 3, let place = first(equal) {
            let other = records[place]
            return candidate(
                other,
                Phrase(
                    "金额相同，但客户是「\(other.party)」", "the same amount, but the party is “\(other.party)”"))
        }
        return nil
    }

    private func likeNumber(_ record: Unmatched) -> NearestCandidate? {
        var near: Set<Int> = []
        for trace in KeySlip.traces(record.number) { near.formUnion(byTrace[trace] ?? []) }
        let like = near.filter { KeySlip.between(record.number, records[$0].number) != nil }
        guard let place = first(Array(like)), let slip = KeySlip.between(record.number, records[place].number) else {
            return nil
        }
        let other = records[place]
        var chinese = "单号只差一处（\(slip.words.chinese)）",
            english = "the numbers are one slip apart (\(slip.words.english))"
        if other.party != record.party {
            chinese += "，但客户是「\(other.party)」"
            english += ", but the party is “\(other.party)”"
        } else if record.amount != 0, other.amount != 0, record.amount != other.amount {
            let apart = Amount(units: other.amount - record.amount)
            chinese += "，但金额相差 \(apart)"
            english += ", but the amounts are \(apart) apart"
        } else if like.count > 1 {
            chinese += "，但这样的有 \(like.count) 张（\(numbers(Array(like)))）"
            english += ", but there are \(like.count) such (\(numbers(Array(like))))"
        } else if let rivals = competing(for: other, with: record, { KeySlip.between($0.number, other.number) != nil })
        {
            chinese += "，但\(rivals.chinese)"
            english += ", but \(rivals.english)"
        } else if !record.isWorthTheSame(as: other) {
            chinese += "，但金额和货品对不上"
            english += ", but neither amount nor goods bear it out"
        } else {
            chinese += "，请核对"
            english += "; please check"
        }
        return candidate(other, Phrase(chinese, english))
    }

    /// What was in the way of the only record of the same party and amount.
    private func obstacleOfParty(_ record: Unmatched, _ other: Unmatched) -> Phrase {
        if let days = record.days(to: other), days > StagedMatch.window {
            return Phrase(
                "客户和金额相同，但日期相差 \(days) 天", "the same party and amount, but \(days) \(days == 1 ? "day" : "days") apart")
        }
        if !record.isWorthTheSame(as: other) {
            return Phrase("客户和金额相同，但货品不同", "the same party and amount, but other goods")
        }
        if let rivals = competing(for: other, with: record, { _ in true }) {
            return Phrase("客户和金额相同，但\(rivals.chinese)", "the same party and amount, but \(rivals.english)")
        }
        return record.number.isEmpty || other.number.isEmpty
            ? Phrase("客户和金额相同，但没有写单号", "the same party and amount, but there is no number")
            : Phrase("客户和金额相同，但单号不同", "the same party and amount, but another number")
    }

    /// Which records compete for one of these: of the same party and worth, and alike besides; `nil` where only one does.
    private func competing(
        for other: Unmatched, with record: Unmatched, _ isAlike: (Unmatched) -> Bool
    ) -> Phrase? {
        guard other.amount != 0, let equal = rivalsByWorth[other.amount], equal.count <= 50 else { return nil }
        let alike = equal.map { rivals[$0] }.filter {
            $0.party == other.party && $0.isWorthTheSame(as: other) && isAlike($0)
        }
        guard alike.count > 1, record.isWorthTheSame(as: other) else { return nil }
        let named = alike.map { $0.number.isEmpty ? $0.name : Phrase($0.number, $0.number) }
        let shown = named.sorted { $0.english < $1.english }.prefix(3), more = named.count > 3 ? "…" : ""
        return Phrase(
            "有 \(alike.count) 张都对得上它（\(shown.map(\.chinese).joined(separator: "、"))\(more)），无法认定是哪一张",
            "\(alike.count) records fit it (\(shown.map(\.english).joined(separator: ", "))\(more)): which one cannot be told"
        )
    }

    private func first(_ places: [Int]) -> Int? { places.min { records[$0].number < records[$1].number } }

    private func numbers(_ places: [Int]) -> String {
        let sorted = places.map { records[$0].number }.sorted()
        return sorted.prefix(3).joined(separator: "、") + (sorted.count > 3 ? "…" : "")
    }

    private func candidate(_ record: Unmatched, _ obstacle: Phrase) -> NearestCandidate {
        NearestCandidate(record.name, obstacle: obstacle, sources: Array(record.sources.prefix(2)))
    }
}
