#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#else
import Darwin
#endif

/// Reads a whole file, never more than the limit.
enum FileBytes {
    static func read(path: String, limits: ReadLimits) throws(ReadFailure) -> [UInt8] {
        let file = open(path, O_RDONLY | O_CLOEXEC)
        guard file >= 0 else { throw failure(errno) }
        defer { close(file) }
        var status = stat()
        guard fstat(file, &status) == 0 else { throw failure(errno) }
        if status.st_mode & S_IFMT == S_IFDIR { throw .isDirectory }
        let size = Int(status.st_size)
        if size > limits.maxBytes { throw .tooLarge(bytes: size, limit: limits.maxBytes) }
        return try drain(file, expecting: size, limits: limits)
    }

    /// Reads to the end: pipes have no size, and a file may grow while it is read.
    private static func drain(_ file: Int32, expecting size: Int, limits: ReadLimits) throws(ReadFailure) -> [UInt8] {
        var bytes: [UInt8] = []
        var room = max(size + 1, 1 << 16)
        while true {
            var problem: Int32 = 0
            let piece = [UInt8](unsafeUninitializedCapacity: room) { buffer, count in
                let got = Self.read(file, into: buffer)
                if got < 0 { problem = errno } else { count = got }
            }
            if problem == EINTR { continue }
            if problem != 0 { throw failure(problem) }
            if piece.isEmpty { return bytes }
            if bytes.isEmpty { bytes = piece } else { bytes += piece }
            if bytes.count > limits.maxBytes { throw .tooLarge(bytes: bytes.count, limit: limits.maxBytes) }
            room = 1 << 16
        }
    }

    private static func read(_ file: Int32, into buffer: UnsafeMutableBufferPointer<UInt8>) -> Int {
        #if canImport(Glibc)
        Glibc.read(file, buffer.baseAddress, buffer.count)
        #elseif canImport(Musl)
        Musl.read(file, buffer.baseAddress, buffer.count)
        #else
        Darwin.read(file, buffer.baseAddress, buffer.count)
        #endif
    }

    private static func failure(_ code: Int32) -> ReadFailure {
        switch code {
        case ENOENT, ENOTDIR: .missing
        case EACCES, EPERM: .notPermitted
        case EISDIR: .isDirectory
        default: .io(String(cString: strerror(code)))
        }
    }
}
