public import Books
import Crypto
import Foundation

/// One reconciliation, as it is remembered.
public struct Run: Sendable {
    /// The month that was tied out.
    public let period: Period
    /// The files it read.
    public let inputs: [SourceFile]
    /// What it found.
    public let findings: [Finding]
    /// The files it wrote, by their paths from the output folder.
    public let outputs: [SourceFile]

    /// Makes a run.
    public init(period: Period, inputs: [SourceFile], findings: [Finding], outputs: [SourceFile]) {
        self.period = period
        self.inputs = inputs
        self.findings = findings
        self.outputs = outputs
    }

    /// One digest for all inputs, whatever they are called and in whatever order they come.
    public var inputDigest: String {
        var hash = SHA256()
        for digest in inputs.map(\.sha256).sorted() { hash.update(data: Data((digest + "\n").utf8)) }
        return FileDigest.hexadecimal(hash.finalize())
    }
}
