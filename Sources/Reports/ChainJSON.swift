import Books
import Reconciler

/// The chain in `findings.json`: for each proof its stages, its steps with what they leave, and every product or
/// customer that a step leaves something of; those without are added up.
enum ChainJSON {
    /// Writes the chain, a proof a line.
    static func write(
        _ chain: Chain, _ findings: [Finding], _ month: Month, _ language: Language, _ json: inout JSONBytes
    ) {
        json.object { json in
            for proof in chain.proofs {
                json.key(named: proof.name.rawValue)
                json.object { write(proof, findings, month, language, &$0) }
            }
        }
    }

    private static func write(
        _ proof: ChainProof, _ findings: [Finding], _ month: Month, _ language: Language, _ json: inout JSONBytes
    ) {
        json.key("by")
        json.string(proof.by.rawValue)
        json.key("measure")
        json.string(proof.measure.rawValue)
        json.key("stages")
        json.list { json in
            for column in proof.stages {
                json.next()
                json.object { json in
                    json.key("stage")
                    json.string(column.stage.rawValue)
                    json.key("total")
                    json.string(proof.total(column.stage).map(proof.measure.text))
                    json.key("notCompared")
                    json.string(column.whyNot?[language])
                }
            }
        }
        json.key("steps")
        json.list { json in
            for (place, step) in proof.steps.enumerated() {
                json.next()
                json.object { write(step, ChainStepSum(proof, place), proof, findings, language, &$0) }
            }
        }
        json.key("lines")
        json.list { json in
            for line in proof.lines where !line.isEven {
                json.next()
                json.object { write(line, proof, findings, month, &$0) }
            }
        }
        let even = proof.lines.filter(\.isEven)
        json.key("even")
        json.object { json in
            json.key("lines")
            json.number(even.count)
            json.key("values")
            values(
                proof.stages.indices.map { place in
                    even.reduce(proof.stages[place].whyNot == nil ? 0 : nil) { sum, line in
                        sum.map { $0 &+ (line.values[place] ?? 0) }
                    }
                }, proof, &json)
        }
    }

    private static func write(
        _ step: ChainStep, _ sum: ChainStepSum, _ proof: ChainProof, _ findings: [Finding], _ language: Language,
        _ json: inout JSONBytes
    ) {
        json.key("from")
        json.string(step.from.rawValue)
        json.key("to")
        json.string(step.to.rawValue)
        json.key("notCompared")
        json.string(step.whyNot?[language])
        let isCompared = step.whyNot == nil
        json.key("residual")
        json.string(isCompared ? proof.measure.text(sum.residual) : nil)
        json.key("unaccounted")
        json.string(isCompared ? proof.measure.text(sum.unaccounted) : nil)
        json.key("parts")
        json.list { json in
            for part in sum.parts(findings) {
                json.next()
                json.object { json in
                    json.key(part.isClass ? "class" : "code")
                    json.string(part.name)
                    json.key("count")
                    json.number(part.count)
                    json.key("part")
                    json.string(proof.measure.text(part.units))
                }
            }
        }
    }

    private static func write(
        _ line: ChainLine, _ proof: ChainProof, _ findings: [Finding], _ month: Month, _ json: inout JSONBytes
    ) {
        json.key(named: proof.by.rawValue)
        json.string(line.key.isNone ? nil : month.text(line.key))
        json.key("values")
        values(line.values, proof, &json)
        json.key("residuals")
        json.list { json in
            for (step, parts) in zip(proof.steps, line.parts) where !parts.isEmpty {
                json.next()
                json.object { json in
                    json.key("to")
                    json.string(step.to.rawValue)
                    json.key("residual")
                    json.string(proof.measure.text(parts.reduce(0) { $0 &+ $1.units }))
                    json.key("parts")
                    json.list { json in for part in parts { write(part, proof, findings, &json) } }
                }
            }
        }
    }

    private static func write(
        _ part: ChainPart, _ proof: ChainProof, _ findings: [Finding], _ json: inout JSONBytes
    ) {
        json.next()
        json.object { json in
            switch part.cause {
            case .finding(let place):
                json.key("finding")
                json.string(findings.indices.contains(place) ? findings[place].id : nil)
            case .named(let named):
                json.key("class")
                json.string(named.rawValue)
            case .unaccounted:
                json.key("class")
                json.string(ChainStepSum.unaccountedName)
            }
            json.key("part")
            json.string(proof.measure.text(part.units))
        }
    }

    private static func values(_ values: [Int64?], _ proof: ChainProof, _ json: inout JSONBytes) {
        json.object { json in
            for (column, value) in zip(proof.stages, values) {
                json.key(named: column.stage.rawValue)
                json.string(value.map(proof.measure.text))
            }
        }
    }
}

/// What one step of a proof leaves over all its lines, by what explains it.
struct ChainStepSum {
    /// What is called unaccounted in `findings.json`.
    static let unaccountedName = "unaccounted"

    private(set) var residual: Int64 = 0
    private(set) var unaccounted: Int64 = 0
    /// Whether any line has something that nothing explains, though over all lines it may cancel out.
    private(set) var hasUnaccounted = false
    private var sums: [ChainCause: Int64] = [:]

    init(_ proof: ChainProof, _ step: Int) {
        for line in proof.lines where line.parts.indices.contains(step) {
            for part in line.parts[step] {
                residual = residual &+ part.units
                sums[part.cause, default: 0] &+= part.units
                if part.cause == .unaccounted {
                    unaccounted = unaccounted &+ part.units
                    hasUnaccounted = true
                }
            }
        }
    }

    /// The findings of one rule, or one named class.
    struct Part {
        let name: String
        let isClass: Bool
        let words: Phrase
        let findingClass: FindingClass
        /// How many findings; nought for a class.
        var count: Int
        var units: Int64
    }

    /// Rules in the order of their findings, then classes, then what nothing explains.
    func parts(_ findings: [Finding]) -> [Part] {
        var parts: [Part] = []
        var places: [String: Int] = [:]
        for (cause, units) in sums.sorted(by: { $0.key < $1.key }) {
            let part: Part
            switch cause {
            case .finding(let place):
                guard findings.indices.contains(place) else { continue }
                let finding = findings[place]
                part = Part(
                    name: finding.code, isClass: false, words: RuleWords.title(finding.code),
                    findingClass: finding.findingClass, count: 1, units: units)
            case .named(let named):
                part = Part(
                    name: named.rawValue, isClass: true, words: named.words, findingClass: named.findingClass, count: 0,
                    units: units)
            case .unaccounted:
                part = Part(
                    name: ChainStepSum.unaccountedName, isClass: true, words: ChainLabels.unaccounted,
                    findingClass: .missing, count: 0, units: units)
            }
            if let place = places[part.name] {
                parts[place].count += part.count
                parts[place].units &+= part.units
            } else {
                places[part.name] = parts.count
                parts.append(part)
            }
        }
        return parts
    }
}
