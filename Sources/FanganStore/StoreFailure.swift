import FanganExport
import GRDB

/// What is said of a store that cannot be opened, read or written.
enum StoreFailure {
    static func writing(_ path: String, _ error: any Error) -> FileFailure {
        let (what, advice) = message(error)
        return FileFailure(path: path, what: what, advice: advice)
    }

    static func reading(_ path: String, _ error: any Error) -> PlanStoreFailure {
        let (what, advice) = message(error)
        return PlanStoreFailure(path: path, message: what + " " + advice)
    }

    private static func message(_ error: any Error) -> (String, String) {
        switch error {
        case let error as StoreSchema.TooNew:
            return ("A later version of fangan wrote this store (version \(error.version); this one knows \(StoreSchema.version)).", "Use that fangan, or write a store into another folder.")
        case is StoreSchema.NoStore: return ("This is a database of another program.", "Choose another folder, or move the file away.")
        case is DocumentRows.TooLarge: return ("A document has more items than a store can number.", "Split the document.")
        case let error as DatabaseError: return message(error)
        default: return ("The store cannot be used (\(error)).", "Remove the file and run fangan build with --formats sqlite again.")
        }
    }

    private static func message(_ error: DatabaseError) -> (String, String) {
        switch error.resultCode {
        case .SQLITE_FULL: ("The disk is full.", "Free some space, then run the same command again.")
        case .SQLITE_READONLY, .SQLITE_CANTOPEN, .SQLITE_PERM, .SQLITE_AUTH: ("The store cannot be opened for writing.", "Have the rights changed, or choose another folder with --out.")
        case .SQLITE_BUSY, .SQLITE_LOCKED: ("Another program is writing into the store.", "Wait until it is done, then run the same command again.")
        case .SQLITE_NOTADB, .SQLITE_CORRUPT: ("This is no store, or it is damaged.", "Move the file away and run fangan build with --formats sqlite again.")
        default: ("The store cannot be used (\(error.message ?? "\(error.resultCode)")).", "Move the file away and run fangan build with --formats sqlite again.")
        }
    }
}
