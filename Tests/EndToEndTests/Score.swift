import Foundation

/// A findings.json as far as it is scored.
struct Findings: Decodable {
    struct Finding: Decodable {
        let id: String
        let code: String
        let `class`: String
        let key: [String: String]
        let explanation: String?
        let sources: [Source]
    }
    struct Source: Decodable {
        let file: String
    }
    let period: String
    let findings: [Finding]
}

/// An expected.json: what is planted in a month, and what may be said besides.
struct Expected: Decodable {
    struct Plant: Decodable, Hashable {
        let code: String
        let key: [String: String]

        /// A plant fits a finding of its code whose key has the plant's parts, and perhaps more.
        func fits(_ finding: Findings.Finding) -> Bool {
            code == finding.code && key.allSatisfy { (finding.key[$0] ?? "") == $1 }
        }
        var words: String { "\(code) \(key.sorted { $0.key < $1.key }.map { "\($0)=\($1)" }.joined(separator: " "))" }
    }
    let period: String
    let expected: [Plant]
    let allowed: [Plant]
}

/// What was missed and what was said without cause.
struct Score {
    let missed: [String]
    let extra: [String]

    init(_ found: Findings, against wanted: Expected) {
        missed = Set(wanted.expected).filter { plant in !found.findings.contains(where: plant.fits) }.map(\.words)
            .sorted()
        extra = found.findings.filter { finding in
            finding.class != "tolerated" && !(wanted.expected + wanted.allowed).contains { $0.fits(finding) }
        }.map { "\($0.code) \($0.key) \($0.explanation ?? "")" }.sorted()
    }
}

func decoded<Value: Decodable>(_ kind: Value.Type, at path: String) throws -> Value {
    try JSONDecoder().decode(kind, from: Data(contentsOf: URL(fileURLWithPath: path)))
}
