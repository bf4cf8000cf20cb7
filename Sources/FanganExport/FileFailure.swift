#if canImport(Darwin)
import Darwin
#elseif canImport(Musl)
import Musl
#else
import Glibc
#endif

/// A file that could not be read or written, and what the user can do about it.
public struct FileFailure: Error, Sendable, Equatable, CustomStringConvertible {
    public var path: String
    /// One sentence: what happened.
    public var what: String
    /// One sentence: what to do.
    public var advice: String

    public init(path: String, what: String, advice: String) {
        self.path = path
        self.what = what
        self.advice = advice
    }

    public var description: String { "\(path): \(what) \(advice)" }

    /// A failure to write, from the system's error number.
    static func writing(_ path: String, _ code: Int32) -> FileFailure {
        let (what, advice) = switch code {
        case ENOSPC, EDQUOT: ("The disk is full.", "Free some space or choose another folder with --out, then run the same command again.")
        case EFBIG: ("The file grew over the size that is allowed here.", "Raise the limit (ulimit -f) or choose another folder with --out.")
        case EACCES, EPERM: ("There is no right to write here.", "Choose another folder with --out or have the rights changed.")
        case EROFS: ("This disk is read-only.", "Choose another folder with --out.")
        case ENOTDIR, EEXIST: ("A file stands where a folder is needed.", "Choose another folder with --out.")
        case EISDIR: ("A folder stands where a file is to be written.", "Choose another folder with --out.")
        case ENAMETOOLONG: ("The name is too long for this disk.", "Choose a folder with a shorter path.")
        default: ("It cannot be written (\(String(cString: strerror(code)))).", "Choose another folder with --out.")
        }
        return FileFailure(path: path, what: what, advice: advice)
    }
}
