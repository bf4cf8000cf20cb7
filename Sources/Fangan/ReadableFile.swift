#if canImport(Darwin)
import Darwin
#elseif canImport(Musl)
import Musl
#else
import Glibc
#endif

/// By which a file that was written anew is known.
struct FileStamp: Sendable, Equatable {
    var size: Int
    /// When it was last changed, in nanoseconds.
    var changed: Int

    /// nil where there is no such file.
    init?(ofFile path: String) {
        var info = stat()
        guard stat(path, &info) == 0, info.st_mode & S_IFMT == S_IFREG else { return nil }
        size = Int(info.st_size)
        #if canImport(Darwin)
        changed = Int(info.st_mtimespec.tv_sec) &* 1_000_000_000 &+ Int(info.st_mtimespec.tv_nsec)
        #else
        changed = Int(info.st_mtim.tv_sec) &* 1_000_000_000 &+ Int(info.st_mtim.tv_nsec)
        #endif
    }
}

/// A file that is read in parts, by several threads at once.
final class ReadableFile: Sendable {
    private let descriptor: Int32
    let size: Int

    init?(_ path: String) {
        descriptor = open(path, O_RDONLY | O_CLOEXEC)
        var info = stat()
        let isThere = descriptor >= 0 && fstat(descriptor, &info) == 0 && info.st_mode & S_IFMT == S_IFREG
        size = isThere ? Int(info.st_size) : 0
        if !isThere { return nil }
    }

    deinit { if descriptor >= 0 { close(descriptor) } }

    /// The bytes of a range inside the file; nil where they cannot be read.
    func read(_ range: Range<Int>) -> [UInt8]? {
        guard !range.isEmpty, range.lowerBound >= 0, range.upperBound <= size else { return nil }
        let bytes = [UInt8](unsafeUninitializedCapacity: range.count) { buffer, count in
            while count < range.count {
                let got = pread(descriptor, buffer.baseAddress! + count, range.count - count, off_t(range.lowerBound + count))
                if got < 0 && errno == EINTR { continue }
                if got <= 0 { break }
                count += got
            }
        }
        return bytes.count == range.count ? bytes : nil
    }
}
