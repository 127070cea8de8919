import Books
import Crypto

/// Gives findings the ids by which next month finds them again.
enum FindingIdentity {
    /// Ids of code and key alone: what the files are called and what the figures are does not change them.
    ///
    /// Where several findings share code and key they are told apart by their figures, and by their place among equals.
    static func identify(_ findings: [Finding]) -> [Finding] {
        var seen: [String: Int] = [:]
        return findings.map { finding in
            let name = ([finding.code] + finding.key.map { "\($0.name)=\($0.value)" }).joined(separator: "\u{1F}")
            let ordinal = seen[name, default: 0]
            seen[name] = ordinal + 1
            let text = ordinal == 0 ? name : "\(name)\u{1F}\(ordinal)"
            var identified = finding
            identified.id = SHA256.hash(data: Array(text.utf8)).prefix(6).map(hexadecimal).joined()
            return identified
        }
    }

    private static func hexadecimal(_ byte: UInt8) -> String {
        let digits = String(byte, radix: 16)
        return byte < 16 ? "0" + digits : digits
    }
}
