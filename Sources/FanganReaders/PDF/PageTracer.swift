#if canImport(Darwin)
import Darwin
#elseif canImport(Musl)
import Musl
#else
import Glibc
#endif

/// Has MuPDF's `mutool` tell what the pages of a PDF draw, in a process and a folder of its own.
enum PageTracer {
    /// What it wrote (XML), and whether it came to the end of the file.
    struct Trace {
        var text: [UInt8]
        var isWhole: Bool
    }

    private static let format = "PDF"
    /// By which the program knows what it gets.
    private static let ending = ".pdf"
    private static let package = "mupdf-tools"
    /// KiB of address space; a plan of a hundred pages takes a tenth of it.
    private static let memory = 1 << 20
    /// Bytes that it may write: a full page of text takes about 60,000.
    private static let most = 128 << 20

    /// - Parameter path: folders to look for the program in; those of `PATH` where it is nil.
    static func trace(_ bytes: [UInt8], path: String?, limits: ReadLimits) throws(ReadFailure) -> Trace {
        guard let program = ExternalProgram.find(["mutool"], in: path) else { throw .toolMissing(format: format, tool: "mutool (MuPDF)", package: package) }
        guard let folder = WorkFolder() else { throw .conversion("no temporary folder can be made (TMPDIR)") }
        defer { folder.remove() }
        guard folder.write(bytes, to: "plan" + ending) else { throw .conversion("the temporary folder is full") }
        let room = min(most, limits.maxUnpackedBytes)
        let outcome = ExternalProgram.run(
            program, ["trace", folder.path + "/plan" + ending], environment: ["PATH=/usr/bin:/bin", "HOME=\(folder.path)", "TMPDIR=\(folder.path)", "LC_ALL=C"],
            streams: ExternalProgram.Streams(output: folder.path + "/trace", messages: folder.path + "/messages"),
            limits: ExternalProgram.Limits(seconds: limits.seconds, memory: memory, output: room))
        switch outcome {
        case .timedOut: throw .tooSlow(format: format, seconds: limits.seconds)
        case .notStarted: throw .toolMissing(format: format, tool: "mutool (MuPDF)", package: package)
        case let .ended(status):
            let said = folder.read("messages", maxBytes: 64 << 20) ?? []
            if status & 0x7F == SIGXFSZ || folder.size("trace") >= room { throw .damaged(format: format, reason: "its pages draw more than \(room >> 20) MiB") }
            guard let text = folder.read("trace", maxBytes: room) else { throw failure(said) }
            return Trace(text: TraceText.parsable(text), isWhole: status == 0)
        }
    }

    private static func failure(_ said: [UInt8]) -> ReadFailure {
        let line = lastLine(said)
        if line.contains("password") || line.contains("encrypt") { return .encrypted(format: format) }
        return .damaged(format: format, reason: line.isEmpty ? "no page of it can be read" : line)
    }

    /// The last line that says something, in printable ASCII and without the program's word for errors.
    private static func lastLine(_ said: [UInt8]) -> String {
        let lines = said.split(separator: 0x0A).map { String(decoding: $0.filter { $0 >= 0x20 && $0 < 0x7F }.prefix(160), as: UTF8.self) }
        guard let last = lines.last(where: { $0.hasPrefix("error: ") }) ?? lines.last else { return "" }
        return last.hasPrefix("error: ") ? String(last.dropFirst(7)) : last
    }
}
