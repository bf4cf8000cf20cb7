import FanganReaders

#if canImport(Darwin)
import Darwin
#elseif canImport(Musl)
import Musl
#else
import Glibc
#endif

/// A path with the bytes by which the disk knows it. A `String` holds UTF-8 alone, and names that a Chinese Windows wrote are GBK:
/// such a path is shown as text and opened by its bytes.
struct FilePath: Sendable, Hashable {
    /// For messages and results.
    let shown: String
    /// Nil where they are those of ``shown``.
    private let bytes: [UInt8]?

    init(_ path: String) { (shown, bytes) = (path, nil) }

    private init(shown: String, bytes: [UInt8]?) { (self.shown, self.bytes) = (shown, bytes) }

    /// By the bytes: é may be one character or two, and to most disks these are two names; to a `String` they are one.
    static func == (a: FilePath, b: FilePath) -> Bool { a.shown.utf8.elementsEqual(b.shown.utf8) && a.bytes == b.bytes }

    func hash(into hasher: inout Hasher) {
        for byte in shown.utf8 { hasher.combine(byte) }
        hasher.combine(bytes)
    }

    /// Its last part.
    var name: Substring { Self.name(of: shown) }

    /// The last part of a path that is not empty.
    static func name(of path: String) -> Substring {
        let bytes = path.utf8, slash = UInt8(ascii: "/")
        guard let last = bytes.lastIndex(where: { $0 != slash }) else { return "" }
        let start = bytes[..<last].lastIndex(of: slash).map { bytes.index(after: $0) } ?? bytes.startIndex
        return path[start..<bytes.index(after: last)]
    }

    /// Order of bytes, of what is shown first.
    func precedes(_ other: FilePath) -> Bool {
        if shown.utf8.elementsEqual(other.shown.utf8) { return (bytes ?? []).lexicographicallyPrecedes(other.bytes ?? []) }
        return shown.utf8.lexicographicallyPrecedes(other.shown.utf8)
    }

    /// A name in this folder.
    func appending(_ name: [UInt8]) -> FilePath {
        let text = String(validating: name, as: UTF8.self), slash = shown == "/" ? "" : "/"
        let joined = shown + slash + (text ?? FileName.text(of: name))
        if text != nil, bytes == nil { return FilePath(joined) }
        return FilePath(shown: joined, bytes: (bytes ?? Array(shown.utf8)) + slash.utf8 + name)
    }

    /// Calls with the path as the system takes it.
    func withSystemPath<Value>(_ body: (UnsafePointer<CChar>) -> Value) -> Value {
        guard let bytes else { return shown.withCString(body) }
        return (bytes + [0]).withUnsafeBytes { body($0.assumingMemoryBound(to: CChar.self).baseAddress!) }
    }

    var isFolder: Bool {
        var info = stat()
        return withSystemPath { stat($0, &info) } == 0 && info.st_mode & S_IFMT == S_IFDIR
    }

    /// Names in the folder, in byte order, without `.` and `..`; nil where it cannot be read.
    func names() -> [[UInt8]]? {
        guard let folder = withSystemPath({ opendir($0) }) else { return nil }
        defer { closedir(folder) }
        var names: [[UInt8]] = []
        while let entry = readdir(folder) {
            let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
                pointer.withMemoryRebound(to: UInt8.self, capacity: MemoryLayout.size(ofValue: entry.pointee.d_name)) { Array(UnsafeBufferPointer(start: $0, count: strlen($0))) }
            }
            if name != [0x2E] && name != [0x2E, 0x2E] { names.append(name) }
        }
        return names.sorted { $0.lexicographicallyPrecedes($1) }
    }
}
