#if canImport(Darwin)
import Darwin
#elseif canImport(Musl)
import Musl
#else
import Glibc
#endif

/// Has LibreOffice convert a file, in a folder and with a profile of its own, which are gone afterwards.
enum OfficeConverter {
    private static let package = "libreoffice-writer (and libreoffice-calc for spreadsheets)"
    private static let places = ["/usr/lib/libreoffice/program/soffice", "/opt/libreoffice/program/soffice", "/Applications/LibreOffice.app/Contents/MacOS/soffice"]
    /// KiB of address space; a text of a thousand pages takes a quarter of it.
    private static let memory = 4 << 20

    /// Whether LibreOffice is there.
    static var isInstalled: Bool { program != nil }

    private static var program: String? {
        let path = getenv("PATH").map { String(cString: $0) } ?? "/usr/bin:/bin"
        let named = path.split(separator: ":").flatMap { ["\($0)/soffice", "\($0)/libreoffice"] }
        return (named + places).first { access($0, X_OK) == 0 }
    }

    static func convert(_ bytes: [UInt8], format: String, from: String, to: String, limits: ReadLimits) throws(ReadFailure) -> [UInt8] {
        guard let program else { throw .toolMissing(format: format, tool: "LibreOffice", package: package) }
        guard let folder = WorkFolder() else { throw .conversion("no temporary folder can be made (TMPDIR)") }
        defer { folder.remove() }
        guard folder.write(bytes, to: "plan." + from) else { throw .conversion("the temporary folder is full") }
        let arguments = [
            "-env:UserInstallation=file://\(folder.path)/profile", "--headless", "--norestore", "--nolockcheck", "--nodefault", "--nologo",
            "--convert-to", to, "--outdir", folder.path + "/out", folder.path + "/plan." + from,
        ]
        let environment = ["PATH=/usr/bin:/bin", "HOME=\(folder.path)", "TMPDIR=\(folder.path)", "LANG=C.UTF-8"]
        switch ExternalProgram.run(program, arguments, environment: environment, seconds: limits.seconds, memory: memory) {
        case .timedOut: throw .tooSlow(format: "file (\(format))", seconds: limits.seconds)
        case .notStarted: throw .toolMissing(format: format, tool: "LibreOffice", package: package)
        case .ended: break
        }
        guard let result = folder.read("out/plan." + to, maxBytes: limits.maxUnpackedBytes) else {
            throw .damaged(format: "file (\(format))", reason: "LibreOffice cannot open it")
        }
        return result
    }
}

/// A folder for one conversion that nobody else can look into.
private struct WorkFolder {
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
