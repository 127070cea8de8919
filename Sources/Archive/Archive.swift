public import Books
import Foundation
import GRDB

/// What the program remembers between runs: which inputs it read, since when each finding has been there, and what it
/// wrote, so that a person's work in a written file is never lost.
///
/// One SQLite file beside the workbooks. It reads no clock: time is the period that is tied out. A reconciliation does
/// not need it; whoever opens it says the error and goes on without.
public struct Archive: Sendable {
    /// The file's name in the output folder.
    public static let fileName = "archive.sqlite"

    private let path: String
    private let queue: DatabaseQueue

    /// Opens the archive, making it where there is none.
    ///
    /// - Throws: `ArchiveError` when the file is no archive, is damaged, is in use, or may not be written.
    public static func open(at path: String) throws(ArchiveError) -> Archive {
        var configuration = Configuration()
        configuration.busyMode = .timeout(2)
        configuration.label = "archive"
        do {
            let queue = try DatabaseQueue(path: path, configuration: configuration)
            let migrator = Schema.migrator
            let state = try queue.read { database in
                (
                    isSound: try String.fetchOne(database, sql: "PRAGMA quick_check(1)") == "ok",
                    isNewer: try migrator.hasBeenSuperseded(database)
                )
            }
            guard state.isSound else { throw ArchiveError(.damaged, path: path) }
            guard !state.isNewer else { throw ArchiveError(.newer, path: path) }
            try migrator.migrate(queue)
            return Archive(path: path, queue: queue)
        } catch {
            throw ArchiveError(error, path: path)
        }
    }

    /// The first period in which each finding was seen, `period` itself for one that is new.
    ///
    /// A finding first seen in a later month, when an earlier one is tied out again, counts from the earlier.
    public func since(of ids: [String], period: Period) throws(ArchiveError) -> [String: Period] {
        try wrapped {
            try queue.read { database in
                let statement = try database.cachedStatement(sql: "SELECT firstSeen FROM finding WHERE id = ?")
                var answer: [String: Period] = [:]
                for id in ids {
                    let seen = try String.fetchOne(statement, arguments: [id]).flatMap { Period($0) }
                    answer[id] = min(seen ?? period, period)
                }
                return answer
            }
        }
    }

    /// Remembers a run: its inputs, its findings and what it wrote. All of it or, if that fails, nothing.
    public func record(_ run: Run) throws(ArchiveError) {
        try wrapped {
            try queue.write { database in
                try Schema.insert(run, into: database)
            }
        }
    }

    /// Whether a file of that name holds something else than the program last wrote there, so that a person's work may
    /// be in it. A file the archive knows nothing of counts as touched.
    ///
    /// - Parameters:
    ///   - name: The file's path from the output folder.
    ///   - sha256: The digest of what it holds now.
    public func wasTouched(_ name: String, sha256: String) throws(ArchiveError) -> Bool {
        try wrapped {
            try queue.read { database in
                try String.fetchOne(database, sql: "SELECT sha256 FROM output WHERE path = ?", arguments: [name])
                    != sha256
            }
        }
    }

    private func wrapped<Value>(_ body: () throws -> Value) throws(ArchiveError) -> Value {
        do { return try body() } catch { throw ArchiveError(error, path: path) }
    }
}
