#if canImport(Darwin)
import Darwin
#elseif canImport(Musl)
import Musl
#else
import Glibc
#endif

/// What is done to folders of output.
public enum Folder {
    /// Makes a folder with all that lead to it; one that exists is left as it is.
    public static func make(_ path: String) throws(FileFailure) {
        var made = path.hasPrefix("/") ? "/" : ""
        for part in path.split(separator: "/") {
            made += made.isEmpty || made == "/" ? String(part) : "/" + part
            if mkdir(made, 0o777) == 0 || errno == EEXIST && isFolder(made) { continue }
            // Systems differ in what they say of a folder that exists but cannot be written.
            let code = errno
            if isFolder(made) { continue }
            throw FileFailure.writing(made, code)
        }
    }

    public static func isFolder(_ path: String) -> Bool {
        var info = stat()
        return stat(path, &info) == 0 && info.st_mode & S_IFMT == S_IFDIR
    }

    /// Names in a folder, in byte order, without `.` and `..`; nil where it cannot be read.
    public static func names(in path: String) -> [String]? {
        guard let folder = opendir(path) else { return nil }
        defer { closedir(folder) }
        var names: [String] = []
        while let entry = readdir(folder) {
            let name = withUnsafePointer(to: &entry.pointee.d_name) {
                $0.withMemoryRebound(to: CChar.self, capacity: MemoryLayout.size(ofValue: entry.pointee.d_name)) { String(cString: $0) }
            }
            if name != "." && name != ".." { names.append(name) }
        }
        return names.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    }

    /// Removes the temporary files that a killed run left behind.
    public static func removeLeftovers(in path: String) {
        for name in names(in: path) ?? [] where name.hasPrefix(AtomicFile.prefix) && name.hasSuffix(AtomicFile.suffix) {
            unlink(path + "/" + name)
        }
    }

    /// Removes a file, if it is there.
    public static func remove(file path: String) { unlink(path) }

    /// Gives a file another name, in the place of one that has it; without a file nothing is done.
    public static func move(file path: String, to other: String) { rename(path, other) }

    /// Size of a file in bytes; nil where there is none.
    public static func size(ofFile path: String) -> Int? {
        var info = stat()
        guard stat(path, &info) == 0, info.st_mode & S_IFMT == S_IFREG else { return nil }
        return Int(info.st_size)
    }
}
