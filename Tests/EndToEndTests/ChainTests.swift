import Foundation
import Testing

/// The chain of whole months, as `findings.json` says it: it adds up to the fen and leaves nothing unaccounted.
@Suite struct ChainTests {
    let scratch: ScratchFolder
    init() throws { scratch = try ScratchFolder() }

    struct Result: Decodable {
        let chain: [String: Proof]
        let findings: [Finding]
    }
    struct Finding: Decodable { let id: String }
    struct Proof: Decodable {
        let stages: [Stage]
        let steps: [Step]
        let lines: [Line]
        let even: Even
    }
    struct Stage: Decodable { let stage: String, total: String?, notCompared: String? }
    struct Step: Decodable { let from: String, to: String, residual: String?, unaccounted: String? }
    struct Line: Decodable { let values: [String: String?], residuals: [Residual] }
    struct Residual: Decodable { let to: String, residual: String, parts: [Part] }
    struct Part: Decodable { let finding: String?, `class`: String?, part: String }
    struct Even: Decodable { let lines: Int, values: [String: String?] }

    private func holds(_ folder: URL) throws {
        _ = try Program.run(["reconcile", folder.path, "--out", scratch("out"), "--json", scratch("out.json")])
        let result = try decoded(Result.self, at: scratch("out.json"))
        let ids = Set(result.findings.map(\.id))
        #expect(
            Set(result.chain.keys) == ["product-quantity", "product-stock", "product-amount", "customer-amount"])
        for (name, proof) in result.chain {
            #expect(!proof.lines.isEmpty || proof.even.lines > 0, "\(name) is empty")
            for stage in proof.stages {
                #expect(stage.notCompared == nil, "\(name) \(stage.stage)")
                let sum = (proof.lines.map(\.values) + [proof.even.values]).reduce(Decimal(0)) {
                    $0 + decimal($1[stage.stage] ?? nil)
                }
                #expect(sum == decimal(stage.total), "\(name) \(stage.stage)")
            }
            for step in proof.steps {
                #expect(decimal(step.unaccounted) == 0 && step.unaccounted != nil, "\(name) \(step.to)")
                for line in proof.lines { holds(line, step, ids, name) }
            }
        }
    }

    /// Left and the parts of the residual are right, and every part is a finding of the month or a named class.
    private func holds(_ line: Line, _ step: Step, _ ids: Set<String>, _ name: String) {
        let own = line.residuals.first { $0.to == step.to }
        let parts = (own?.parts ?? []).reduce(Decimal(0)) { $0 + decimal($1.part) }
        let left = decimal(line.values[step.from] ?? nil), right = decimal(line.values[step.to] ?? nil)
        #expect(left + parts == right, "\(name) \(step.to) \(line.values)")
        #expect(parts == decimal(own?.residual ?? "0"))
        for part in own?.parts ?? [] {
            #expect(part.finding.map(ids.contains) ?? (part.class != nil && part.class != "unaccounted"), "\(part)")
        }
    }

    private func decimal(_ text: String?) -> Decimal { text.flatMap { Decimal(string: $0) } ?? 0 }

    @Test func addsUpInTheSampleMonth() throws { try holds(Repository["workbooks/sample-month"]) }

    @Test(
        .enabled(if: Repository.hasMonths, "the example months are not beside the package"),
        arguments: ["flat", "messy", "forms", "english", "english-forms", "clean"])
    func addsUpInAnExampleMonth(name: String) throws {
        try holds(Repository.months.appendingPathComponent(name).appendingPathComponent("books"))
    }
}
