#if canImport(Darwin)
import Darwin
#elseif canImport(Musl)
import Musl
#else
import Glibc
#endif

/// Reads the file of a plan, whole.
public enum InputFile {
    /// The bytes of an input, from an archive where it is in one.
    public static func read(_ input: Input, maxBytes: Int) throws(DocumentFailure) -> [UInt8] {
        if let archived = input.archived { return try archived.file.read(archived.member) }
        return try read(input.path, maxBytes: maxBytes)
    }

    /// Whether a file begins with these bytes.
    static func begins(_ path: FilePath, with magic: [UInt8]) -> Bool {
        let descriptor = path.withSystemPath { open($0, O_RDONLY | O_CLOEXEC | O_NONBLOCK) }
        guard descriptor >= 0 else { return false }
        defer { close(descriptor) }
        var head = [UInt8](repeating: 0, count: magic.count)
        return systemRead(descriptor, &head, head.count) == head.count && head == magic
    }

    /// The path that stands for standard input.
    public static let standardInput = "-"

    /// - Parameters:
    ///   - path: of the file; `-` for standard input, which is read to its end.
    ///   - maxBytes: a larger file is refused before it is read.
    public static func read(_ path: String, maxBytes: Int) throws(DocumentFailure) -> [UInt8] { try read(FilePath(path), maxBytes: maxBytes) }

    static func read(_ path: FilePath, maxBytes: Int) throws(DocumentFailure) -> [UInt8] {
        if path.shown == standardInput {
            let bytes = try content(of: 0, size: (1 << 16) - 1, maxBytes: maxBytes)
            if bytes.isEmpty {
                throw DocumentFailure(code: "input.empty", what: "Nothing came on standard input.", advice: "Hand a plan on to it: fangan show - < plan.docx")
            }
            return bytes
        }
        // Without O_NONBLOCK a named pipe would wait for a writer for ever.
        let descriptor = path.withSystemPath { open($0, O_RDONLY | O_CLOEXEC | O_NONBLOCK) }
        guard descriptor >= 0 else { throw failure(errno) }
        defer { close(descriptor) }
        var info = stat()
        guard fstat(descriptor, &info) == 0 else { throw failure(errno) }
        guard info.st_mode & S_IFMT != S_IFDIR else {
            throw DocumentFailure(code: "input.not-a-file", what: "This is a folder.", advice: "Give the path of one plan; “fangan build” takes folders.")
        }
        guard info.st_mode & S_IFMT == S_IFREG else {
            throw DocumentFailure(code: "input.not-a-file", what: "This is no ordinary file.", advice: "Give the path of a text file.")
        }
        let size = Int(info.st_size)
        guard size <= maxBytes else { throw tooLarge(maxBytes) }
        let bytes = try content(of: descriptor, size: size, maxBytes: maxBytes)
        guard !bytes.isEmpty else {
            throw DocumentFailure(code: "input.empty", what: "The file is empty.", advice: "Get it again from where it came from.")
        }
        return bytes
    }

    /// A file may grow while it is read; what is read counts, not what its size was.
    private static func content(of descriptor: Int32, size: Int, maxBytes: Int) throws(DocumentFailure) -> [UInt8] {
        var bytes: [UInt8] = []
        var room = size + 1
        while true {
            var code: Int32 = 0
            let chunk = [UInt8](unsafeUninitializedCapacity: room) { buffer, count in
                var got = -1
                repeat { got = systemRead(descriptor, buffer.baseAddress, room) } while got < 0 && errno == EINTR
                if got < 0 { code = errno }
                count = max(got, 0)
            }
            if code != 0 { throw failure(code) }
            if chunk.isEmpty { return bytes }
            if bytes.isEmpty { bytes = chunk } else { bytes += chunk }
            guard bytes.count <= maxBytes else { throw tooLarge(maxBytes) }
            room = max(size + 1 - bytes.count, 1 << 16)
        }
    }

    private static func tooLarge(_ maxBytes: Int) -> DocumentFailure {
        DocumentFailure(
            code: "input.too-large", what: "The file is over the limit of \(maxBytes) bytes.",
            advice: "Raise the limit with --max-bytes, or split the file.")
    }

    /// From the system's error number.
    static func failure(_ code: Int32) -> DocumentFailure {
        switch code {
        case ENOENT, ENOTDIR:
            DocumentFailure(code: "input.not-found", what: "There is no such file or folder.", advice: "Check the path.")
        case EACCES, EPERM:
            DocumentFailure(code: "input.not-readable", what: "There is no right to read it.", advice: "Have the rights changed (chmod +r), or copy it to where you may read it.")
        default:
            DocumentFailure(code: "input.not-readable", what: "It cannot be read (\(String(cString: strerror(code)))).", advice: "Check the disk, or copy it elsewhere.")
        }
    }
}

private func systemRead(_ descriptor: Int32, _ start: UnsafeMutableRawPointer?, _ count: Int) -> Int {
    read(descriptor, start, count)
}
