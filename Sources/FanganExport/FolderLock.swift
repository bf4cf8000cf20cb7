#if canImport(Darwin)
import Darwin
#elseif canImport(Musl)
import Musl
#else
import Glibc
#endif

/// Keeps a second run out of an output folder while one is at work there. The system lets go of it when the process ends,
/// however it ends.
public struct FolderLock: Sendable {
    let descriptor: Int32

    /// - Parameters:
    ///   - folder: the folder that is kept, for the message.
    ///   - file: the file in it that carries the lock.
    public init(folder: String, file: String) throws(FileFailure) {
        descriptor = open(file, O_RDWR | O_CREAT | O_CLOEXEC, 0o666)
        guard descriptor >= 0 else { throw FileFailure.writing(file, errno) }
        // A file system that knows no locks (another error) is no reason to refuse the work.
        if flock(descriptor, LOCK_EX | LOCK_NB) != 0 && errno == EWOULDBLOCK {
            close(descriptor)
            throw FileFailure(path: folder, what: "Another fangan is writing here.", advice: "Wait until it is done, or choose another folder with --out.")
        }
    }

    /// Unlocks before it closes: a process that another thread begins at this moment has a copy of the descriptor until its program is loaded,
    /// and with it the lock.
    public func release() {
        _ = flock(descriptor, LOCK_UN)
        close(descriptor)
    }
}
