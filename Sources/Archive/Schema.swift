import Books
import GRDB

/// The archive's tables and how they came to be. A migration that was released is never changed: a new one is added.
enum Schema {
    static var migrator: DatabaseMigrator {
        var migrator = DatabaseMigrator()
        migrator.registerMigration("1 runs, findings, outputs") { database in
            try database.execute(
                sql: """
                    CREATE TABLE run (
                        id INTEGER PRIMARY KEY,
                        period TEXT NOT NULL,
                        inputDigest TEXT NOT NULL,
                        UNIQUE (period, inputDigest)
                    ) STRICT;
                    CREATE TABLE input (
                        run INTEGER NOT NULL REFERENCES run ON DELETE CASCADE,
                        path TEXT NOT NULL,
                        sha256 TEXT NOT NULL,
                        PRIMARY KEY (run, path)
                    ) STRICT, WITHOUT ROWID;
                    CREATE TABLE finding (
                        id TEXT PRIMARY KEY,
                        code TEXT NOT NULL,
                        key TEXT NOT NULL,
                        firstSeen TEXT NOT NULL,
                        lastSeen TEXT NOT NULL
                    ) STRICT, WITHOUT ROWID;
                    CREATE TABLE output (
                        path TEXT PRIMARY KEY,
                        sha256 TEXT NOT NULL
                    ) STRICT, WITHOUT ROWID;
                    """)
        }
        return migrator
    }

    static func insert(_ run: Run, into database: Database) throws {
        let period = run.period.description
        try database.execute(
            sql: "INSERT INTO run (period, inputDigest) VALUES (?, ?) ON CONFLICT DO NOTHING",
            arguments: [period, run.inputDigest])
        let number = try Int64.fetchOne(
            database, sql: "SELECT id FROM run WHERE period = ? AND inputDigest = ?",
            arguments: [period, run.inputDigest])
        // The same bytes under other names are the same run; the names last given are kept.
        try database.execute(sql: "DELETE FROM input WHERE run = ?", arguments: [number])
        for file in run.inputs {
            try database.execute(
                sql: "INSERT INTO input (run, path, sha256) VALUES (?, ?, ?) ON CONFLICT DO NOTHING",
                arguments: [number, file.path, file.sha256])
        }
        for finding in run.findings {
            // Periods are written year first, so their texts order as they do.
            try database.execute(
                sql: """
                    INSERT INTO finding (id, code, key, firstSeen, lastSeen) VALUES (?, ?, ?, ?, ?)
                    ON CONFLICT (id) DO UPDATE SET
                        firstSeen = min(firstSeen, excluded.firstSeen), lastSeen = max(lastSeen, excluded.lastSeen)
                    """,
                arguments: [finding.id, finding.code, text(of: finding.key), period, period])
        }
        for file in run.outputs {
            try database.execute(
                sql:
                    "INSERT INTO output (path, sha256) VALUES (?, ?) ON CONFLICT (path) DO UPDATE SET sha256 = excluded.sha256",
                arguments: [file.path, file.sha256])
        }
    }

    private static func text(of key: [KeyPart]) -> String {
        key.map { "\($0.name)=\($0.value)" }.joined(separator: "\n")
    }
}
