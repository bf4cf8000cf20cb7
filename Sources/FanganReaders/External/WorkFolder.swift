#if canImport(Darwin)
import Darwin
#elseif canImport(Musl)
import Musl
#else
import Glibc
#endif

/// A folder for one run of another program that nobody else can look into.
struct WorkFolder {
    let path: String

    init?() {
        let base = getenv("TMPDIR").map { String(cString: $0) } ?? "/tmp"
        var template = Array((base + "/fangan-XXXXXX").utf8CString)
        guard let made = template.withUnsafeMutableBufferPointer({ $0.baseAddress.flatMap { mkdtemp($0) } }) else { return nil }
        path = String(cString: made)
    }

    func write(_ bytes: [UInt8], to name: String) -> Bool {
        guard let file = fopen(path + "/" + name, "wb") else { return false }
        let count = fwrite(bytes, 1, bytes.count, file)
        return fclose(file) == 0 && count == bytes.count
    }

    /// In bytes; 0 where there is no such file.
    func size(_ name: String) -> Int {
        var info = stat()
        return lstat(path + "/" + name, &info) == 0 ? Int(info.st_size) : 0
    }

    /// Nil where there is no such file, or it is empty or has more bytes.
    func read(_ name: String, maxBytes: Int) -> [UInt8]? {
        guard let file = fopen(path + "/" + name, "rb") else { return nil }
        defer { fclose(file) }
        fseek(file, 0, SEEK_END)
        let size = ftell(file)
        guard size > 0, size <= maxBytes else { return nil }
        rewind(file)
        let bytes = [UInt8](unsafeUninitializedCapacity: size) { buffer, count in count = fread(buffer.baseAddress, 1, size, file) }
        return bytes.count == size ? bytes : nil
    }

    /// With all that is in it; links are removed, not followed.
    func remove() { Self.remove(path, depth: 0) }

    private static func remove(_ path: String, depth: Int) {
        var info = stat()
        guard lstat(path, &info) == 0 else { return }
        guard info.st_mode & S_IFMT == S_IFDIR else { unlink(path); return }
        if depth < 32, let folder = opendir(path) {
            var names: [String] = []
            while let entry = readdir(folder) {
                names.append(withUnsafePointer(to: &entry.pointee.d_name) { $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) } })
            }
            closedir(folder)
            for name in names where name != "." && name != ".." { remove(path + "/" + name, depth: depth + 1) }
        }
        rmdir(path)
    }
}
