public import Books
import GRDB

/// Why the archive cannot be used. The reconciliation goes on without it.
public struct ArchiveError: Error, Hashable, Sendable {
    /// What is the matter.
    public enum Kind: Hashable, Sendable {
        /// The file is no archive, or its pages do not hold together.
        case damaged
        /// Another program is using it.
        case locked
        /// It was made by a later version.
        case newer
        /// It may not be opened or written, or the disk is full; with what SQLite says.
        case unusable(String)
    }

    /// What is the matter.
    public let kind: Kind
    /// The archive's file.
    public let path: String

    init(_ kind: Kind, path: String) {
        self.kind = kind
        self.path = path
    }

    init(_ error: any Error, path: String) {
        self.path = path
        if let known = error as? ArchiveError {
            kind = known.kind
            return
        }
        guard let database = error as? DatabaseError else {
            kind = .unusable(String(describing: error))
            return
        }
        switch database.resultCode {
        case .SQLITE_NOTADB, .SQLITE_CORRUPT: kind = .damaged
        case .SQLITE_BUSY, .SQLITE_LOCKED: kind = .locked
        // A table of ours that is not as we made it: somebody's own database under our name.
        case .SQLITE_ERROR, .SQLITE_CONSTRAINT, .SQLITE_MISMATCH: kind = .damaged
        default: kind = .unusable(database.message ?? "SQLite \(database.resultCode.rawValue)")
        }
    }

    /// What is wrong and what to do, for people.
    public var wording: Phrase {
        switch kind {
        case .damaged:
            Phrase(
                "存档 \(path) 已损坏，本次不使用：对账结果不受影响，但“起始月份”从本月算起，已有的工作簿会先另存。把它移走或删除后会重新建立。",
                "The archive \(path) is damaged and is not used this time. The result is not affected, but every finding counts from this month and existing workbooks are kept aside first. Move or delete it, and a new one is made."
            )
        case .locked:
            Phrase(
                "存档 \(path) 正被另一个程序使用，本次不使用：关闭那个程序后再运行一次。",
                "The archive \(path) is in use by another program and is not used this time: close that program and run again."
            )
        case .newer:
            Phrase(
                "存档 \(path) 由更新版本的 tieout 建立，本次不使用：请升级 tieout。",
                "The archive \(path) was made by a later version of tieout and is not used this time: update tieout.")
        case .unusable(let why):
            Phrase(
                "存档 \(path) 无法使用（\(why)）：检查文件夹的写入权限和磁盘空间。",
                "The archive \(path) cannot be used (\(why)): check that the folder may be written and the disk has room."
            )
        }
    }
}
