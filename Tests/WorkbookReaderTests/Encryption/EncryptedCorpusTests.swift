import Foundation
import Testing

@testable import WorkbookReader

/// Encrypted workbooks of other projects, which say their password in their name.
@Suite(.enabled(if: !CorpusTests.files.isEmpty, "../shared/corpus is not here")) struct EncryptedCorpusTests {
    static let files = CorpusTests.files.map(\.file).filter { $0.contains("_pwd_password") }

    @Test(arguments: files.filter { $0.contains("_AES") })
    func opens(file: String) throws {
        let reader = WorkbookReader(passwords: ["password"])
        let workbook = try reader.read(path: CorpusTests.root.appending(path: "files/\(file)").path)
        #expect(workbook.listing == ["A1 text Password: password"])
    }

    /// Ciphers that no library in use offers any more.
    @Test(arguments: files.filter { !$0.contains("_AES") })
    func refusesOtherCiphers(file: String) throws {
        #expect(throws: ReadingError.damaged(part: "EncryptionInfo", damage: .cipher)) {
            try WorkbookReader(passwords: ["password"])
                .read(path: CorpusTests.root.appending(path: "files/\(file)").path)
        }
    }
}
