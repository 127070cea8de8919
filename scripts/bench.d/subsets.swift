// Times one payment against open documents, case by case. Run by scripts/bench subsets.

/// A small generator, so that every run times the same cases.
struct SplitMix {
    var state: UInt64
    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
    mutating func amount(_ range: ClosedRange<Int64>, step: Int64 = 1) -> Int64 {
        range.lowerBound + Int64(next() % UInt64((range.upperBound - range.lowerBound) / step + 1)) * step
    }
}

typealias Case = (amounts: [Int64], sum: Int64)

/// So many documents, and a payment of some of them.
func payment(_ random: inout SplitMix, _ amounts: [Int64], of number: Int) -> Case {
    var places = Array(amounts.indices)
    for place in 0..<number { places.swapAt(place, place + Int(random.next() % UInt64(amounts.count - place))) }
    return (amounts, places.prefix(number).reduce(0) { $0 + amounts[$1] })
}

let families: [(name: String, make: (inout SplitMix) -> Case)] = [
    (
        "100 documents to 100,000 yuan each, payment of 30",
        { random in
            payment(&random, (0..<100).map { _ in random.amount(1_00...100_000_00) }, of: 30)
        }
    ),
    (
        "100 documents to 100,000 yuan, any payment to 10 million",
        { random in
            ((0..<100).map { _ in random.amount(1_00...100_000_00) }, random.amount(1_00...9_999_999_99))
        }
    ),
    (
        "100 documents of 50,000 to 100,000 yuan, payment of 4",
        { random in
            payment(&random, (0..<100).map { _ in random.amount(50_000_00...100_000_00) }, of: 4)
        }
    ),
    (
        "100 documents of 0.5 to 1.5 million yuan, payment of 7",
        { random in
            payment(&random, (0..<100).map { _ in random.amount(500_000_00...1_500_000_00) }, of: 7)
        }
    ),
    (
        "100 documents of 0.5 to 1 million yuan, payment of 9.3 million",
        { random in
            ((0..<100).map { _ in random.amount(500_000_00...1_000_000_00) }, 9_300_000_37)
        }
    ),
    (
        "100 documents in whole yuan, payment with fen",
        { random in
            (
                (0..<100).map { _ in random.amount(100_00...100_000_00, step: 100) },
                random.amount(1_000_000_00...2_000_000_00, step: 100) + 37
            )
        }
    ),
    (
        "100 in whole yuan but 5 with fen, payment of 3 of those and 20",
        { random in
            let amounts = (0..<95).map { _ in random.amount(100_00...100_000_00, step: 100) }
            let fen = (0..<5).map { _ in random.amount(100_00...100_000_00) }
            let rest = payment(&random, amounts, of: 20)
            return (amounts + fen, rest.sum + fen[0] + fen[1] + fen[2])
        }
    ),
    (
        "100 in packs of 12 at 8.60, payment off by 0.40",
        { random in
            let amounts = (0..<100).map { _ in random.amount(1...900) * 10_320 }
            return (amounts, payment(&random, amounts, of: 25).sum - 40)
        }
    ),
    (
        "100 in whole 100 yuan, 20 of them credit notes",
        { random in
            let amounts = (0..<100).map { place in
                random.amount(100_00...50_000_00, step: 10_000) * (place < 20 ? -1 : 1)
            }
            return payment(&random, amounts, of: 25)
        }
    ),
    (
        "60 documents doubling, payment of 20 (unique)",
        { random in
            let amounts = (0..<40).map { Int64(1) << Int64($0) + Int64(random.next() % 2) }
            return payment(&random, amounts.map { $0 * 10 + 1 }, of: 20)
        }
    ),
    (
        "10,000 documents to 20,000 yuan, payment of 12",
        { random in
            payment(&random, (0..<10_000).map { _ in random.amount(1_00...20_000_00) }, of: 12)
        }
    ),
    (
        "10,000 documents of 10,000 to 20,000 yuan, payment of 3",
        { random in
            payment(&random, (0..<10_000).map { _ in random.amount(10_000_00...20_000_00) }, of: 3)
        }
    ),
    ("200 equal, no solution", { _ in (Array(repeating: 700_00, count: 200), 100_000_01) }),
    (
        "200 nearly equal, the number decides",
        { random in
            ((0..<200).map { _ in random.amount(99_990_00...100_000_00) }, 5_050_000_00)
        }
    ),
    (
        "200 nearly equal in steps of 3 fen but one, no solution by thirds",
        { random in
            (
                (0..<199).map { _ in random.amount(99_990_00...100_000_00, step: 3) } + [99_995_01],
                10_000_000_00 - 50_000
            )
        }
    ),
    (
        "200 of a million million fen each, payment of 100",
        { random in
            payment(&random, (0..<200).map { _ in random.amount(900_000_000_000...999_999_999_999) }, of: 100)
        }
    ),
]

let clock = ContinuousClock()
print("case | answers | median ms | slowest ms")
for (name, make) in families {
    var random = SplitMix(state: 42)
    var times: [Duration] = []
    var answers: [String: Int] = [:]
    for _ in 0..<20 {
        let (amounts, sum) = make(&random)
        var answer = SubsetAnswer.none(below: nil, above: nil)
        times.append(clock.measure { answer = SubsetSearch.find(amounts, sum: sum) })
        switch answer {
        case .unique: answers["unique", default: 0] += 1
        case .several: answers["several", default: 0] += 1
        case .none: answers["none", default: 0] += 1
        case .undecided: answers["undecided", default: 0] += 1
        }
    }
    times.sort()
    func milliseconds(_ time: Duration) -> Double {
        let (seconds, attoseconds) = time.components
        return Double(seconds * 100_000 + attoseconds / 10_000_000_000_000) / 100
    }
    let said = answers.keys.sorted().map { "\(answers[$0] ?? 0) \($0)" }.joined(separator: ", ")
    print("\(name) | \(said) | \(milliseconds(times[10])) | \(milliseconds(times[19]))")
}
