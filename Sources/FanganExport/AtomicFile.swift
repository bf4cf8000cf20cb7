#if canImport(Darwin)
import Darwin
#elseif canImport(Musl)
import Musl
#else
import Glibc
#endif

/// A file that appears whole or not at all.
///
/// What is appended goes to a temporary file in the same folder; ``commit()`` renames it, which a file system does
/// in one step. Without a commit (an error, an interrupt) the temporary file is removed and the old file stays.
public struct AtomicFile: ~Copyable {
    /// Names of temporary files begin and end so; what a killed process left behind is found by it.
    static let prefix = ".fangan-"
    static let suffix = ".tmp"
    private static let bufferSize = 1 << 16
    /// So much is written as it is: to gather it first would take longer than a call.
    private static let leastWritten = 1 << 14

    public let path: String
    private let temporary: String
    private let descriptor: Int32
    private var buffer: [UInt8] = []
    private var isOpen = true
    private var isCommitted = false

    /// Bytes that were appended.
    public private(set) var count = 0

    /// Creates the temporary file. The folder must exist.
    ///
    /// - Parameter temporary: its path, for one that may be left behind; in the same file system.
    public init(path: String, temporary: String? = nil) throws(FileFailure) {
        let cut = path.utf8.lastIndex(of: UInt8(ascii: "/")).map { path.utf8.index(after: $0) } ?? path.startIndex
        self.path = path
        self.temporary = temporary ?? path[..<cut] + Self.prefix + String(getpid()) + "-" + path[cut...] + Self.suffix
        descriptor = open(self.temporary, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o666)
        guard descriptor >= 0 else {
            isOpen = false
            throw FileFailure.writing(path, errno)
        }
    }

    deinit {
        if isOpen { close(descriptor) }
        if !isCommitted && descriptor >= 0 { unlink(temporary) }
    }

    public mutating func append(_ bytes: [UInt8]) throws(FileFailure) {
        count += bytes.count
        if bytes.count >= Self.leastWritten {
            try flush()
            return try write(bytes)
        }
        buffer.append(contentsOf: bytes)
        if buffer.count >= Self.bufferSize { try flush() }
    }

    private mutating func flush() throws(FileFailure) {
        guard !buffer.isEmpty else { return }
        try write(buffer)
        buffer.removeAll(keepingCapacity: true)
    }

    private func write(_ bytes: [UInt8]) throws(FileFailure) {
        let code = bytes.withUnsafeBytes { Self.write($0, to: descriptor) }
        if code != 0 { throw FileFailure.writing(path, code) }
    }

    /// Writes all of it; the system's error number, or 0.
    private static func write(_ bytes: UnsafeRawBufferPointer, to descriptor: Int32) -> Int32 {
        var rest = bytes[...]
        while !rest.isEmpty {
            let count = systemWrite(descriptor, UnsafeRawBufferPointer(rebasing: rest).baseAddress, rest.count)
            if count < 0 && errno == EINTR { continue }
            if count < 0 { return errno }
            rest = rest.dropFirst(count)
        }
        return 0
    }

    /// Puts the file in its place.
    ///
    /// - Parameter durable: waits until the disk has it, so that it outlives a power cut; slow for many small files.
    public mutating func commit(durable: Bool = false) throws(FileFailure) {
        try flush()
        if durable && fsync(descriptor) != 0 { throw FileFailure.writing(path, errno) }
        isOpen = false
        // Some file systems report only here that the disk is full.
        if close(descriptor) != 0 && errno != EINTR { throw FileFailure.writing(path, errno) }
        if rename(temporary, path) != 0 { throw FileFailure.writing(path, errno) }
        isCommitted = true
    }

    /// Leaves what was appended in the temporary file, as far as it can be written, for somebody who goes on from there.
    public mutating func leave() {
        try? flush()
        if isOpen { close(descriptor) }
        isOpen = false
        isCommitted = true
    }

    /// Writes a whole file at once.
    public static func write(_ bytes: [UInt8], to path: String, durable: Bool = false) throws(FileFailure) {
        var file = try AtomicFile(path: path)
        try file.write(bytes)
        try file.commit(durable: durable)
    }
}

private func systemWrite(_ descriptor: Int32, _ start: UnsafeRawPointer?, _ count: Int) -> Int {
    write(descriptor, start, count)
}
