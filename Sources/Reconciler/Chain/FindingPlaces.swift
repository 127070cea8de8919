import Books

/// The place of each finding by its code and key.
struct FindingPlaces {
    private var places: [String: Int] = [:]

    init(_ findings: [Finding]) {
        places.reserveCapacity(findings.count)
        for (place, finding) in findings.enumerated() {
            let name = FindingPlaces.name(finding.code, finding.key.map(\.value))
            // Of several with one key the first stands for all.
            if places[name] == nil { places[name] = place }
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

    private static func name(_ code: String, _ key: [String]) -> String {
        key.reduce(code) { $0 + "\u{1F}" + $1 }
    }
}
