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
        ExternalProgram.find(["soffice", "libreoffice"]) ?? places.first { access($0, X_OK) == 0 }
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
        switch ExternalProgram.run(program, arguments, environment: environment, limits: ExternalProgram.Limits(seconds: limits.seconds, memory: memory)) {
        case .timedOut: throw .tooSlow(format: "file (\(format))", seconds: limits.seconds)
        case .notStarted: throw .toolMissing(format: format, tool: "LibreOffice", package: package)
        case .ended: break
        }
        guard let result = folder.read("out/plan." + to, maxBytes: limits.maxUnpackedBytes) else {
            if let part = missingPart(of: program, for: to) { throw .toolMissing(format: format, tool: "LibreOffice's \(part.name)", package: part.package) }
            throw .damaged(format: "file (\(format))", reason: "LibreOffice cannot open it")
        }
        return result
    }

    /// Debian sets LibreOffice up in parts: the program is there and starts, and without its Writer opens no text.
    private static func missingPart(of program: String, for ending: String) -> (name: String, package: String)? {
        guard let resolved = realpath(program, nil) else { return nil }
        defer { free(resolved) }
        let path = String(cString: resolved), folder = path[..<(path.lastIndex(of: "/") ?? path.startIndex)]
        let part = ending == "xlsx" ? (name: "Calc", library: "libsclo", package: "libreoffice-calc") : (name: "Writer", library: "libswlo", package: "libreoffice-writer")
        // Elsewhere the parts bear other names: then nothing is said of them.
        guard access(folder + "/libiolo.so", F_OK) == 0, access(folder + "/" + part.library + ".so", F_OK) != 0 else { return nil }
        return (part.name, part.package)
    }
}
