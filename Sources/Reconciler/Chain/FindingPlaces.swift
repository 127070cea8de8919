import Books

/// The place of each finding by its code and key.
struct FindingPlaces {
    private var places: [String: Int] = [:]
    /// Whether any finding's key begins with a symbol: of most documents nothing was found, which is seen here without
    /// making a text.
    private var isFirst: BySymbol<Bool>
    private let month: Month

    init(_ findings: [Finding], _ month: Month) {
        self.month = month
        isFirst = BySymbol(month, false)
        places.reserveCapacity(findings.count)
        for (place, finding) in findings.enumerated() {
            let name = FindingPlaces.name(finding.code, finding.key.map(\.value))
            // Of several with one key the first stands for all.
            if places[name] == nil { places[name] = place }
            if let first = finding.key.first, let symbol = month.texts.find(first.value) {
                isFirst[symbol] = true
            }
        }
    }

    /// The finding of a code about a key; `nil` where there is none.
    func place(_ code: String, _ key: String...) -> Int? { places[FindingPlaces.name(code, key)] }

    /// The first finding that any of several codes has about a key, as a cause; nothing explains it where there is none.
    func cause(_ codes: [String], _ key: [String]) -> ChainCause {
        for code in codes {
            if let place = places[FindingPlaces.name(code, key)] { return .finding(place) }
        }
        return .unaccounted
    }

    /// The first finding that any of several codes has about a number, as a cause; nothing explains it where there is none.
    func cause(_ codes: [String], of number: Symbol) -> ChainCause {
        guard isFirst[number] else { return .unaccounted }
        return cause(codes, [month.text(number)])
    }

    private static func name(_ code: String, _ key: [String]) -> String {
        key.reduce(code) { $0 + "\u{1F}" + $1 }
    }
}
