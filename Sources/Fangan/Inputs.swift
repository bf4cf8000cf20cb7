import FanganExport

#if canImport(Darwin)
import Darwin
#elseif canImport(Musl)
import Musl
#else
import Glibc
#endif

/// One file to be worked on.
public struct Input: Sendable, Equatable {
    /// Its path, as the user gave it or as found in a folder.
    public var uri: String
    /// Stem of its output files, unique in the run.
    public var name: String
    /// SHA-256 of its bytes in lower-case hexadecimal, once they were read.
    public var sha256: String?

    /// Set for a member of an archive; ``uri`` is then the archive's path and the member's.
    let archived: ArchivedFile?
    /// Where the file lies, whatever the bytes of its name are.
    let path: FilePath

    public init(uri: String, name: String) {
        self.init(uri: uri, name: name, archived: nil)
    }

    init(_ path: FilePath) {
        (uri, name, archived, self.path) = (path.shown, "", nil, path)
    }

    init(uri: String, name: String, archived: ArchivedFile?) {
        path = archived?.file.path ?? FilePath(uri)
        self.uri = uri
        self.name = name
        self.archived = archived
    }
}

/// The files that the arguments of a run stand for, sorted by path.
public struct Inputs: Sendable {
    public enum Entry: Sendable, Equatable {
        case file(Input)
        /// A path that is not there, or a folder that gives nothing.
        case failed(uri: String, DocumentFailure)
    }

    /// What is taken from a folder; a file that is named itself is always tried.
    public static let knownExtensions: Set<String> = [
        "txt", "text", "md", "html", "htm", "docx", "xlsx", "doc", "wps", "rtf", "odt", "xls", "et", "ods", "pdf", "ofd", "zip",
    ]
    /// The same for messages.
    public static let endings = ".txt, .text, .md, .html, .htm, .docx, .xlsx, .doc, .wps, .rtf, .odt, .xls, .et, .ods, .pdf, .ofd, .zip"

    public private(set) var entries: [Entry] = []

    /// Files of folders that are not tried because of their kind: how many there are of each ending (in lower case, without the
    /// dot; empty for none).
    public private(set) var passedOver: [String: Int] = [:]

    /// True where no argument led to a file: there is nothing to do.
    public var isEmpty: Bool {
        !entries.contains { if case .file = $0 { true } else { false } }
    }

    /// - Parameters:
    ///   - arguments: paths of files and folders; `-` for standard input.
    ///   - outputFolder: is not searched, so that a run never takes its own output as input.
    ///   - maxBytes: archives that are larger are not opened.
    public init(_ arguments: [String], outputFolder: String? = nil, maxBytes: Int = 64 << 20) {
        var walk = FolderWalk(skipping: outputFolder)
        for argument in arguments { walk.add(argument) }
        var others = walk.passedOver
        let paths = Set(walk.files).sorted { $0.precedes($1) }
        entries = paths.flatMap { ArchiveFile.entries(at: $0, maxBytes: maxBytes, passedOver: &others) ?? [.file(Input($0))] }
        passedOver = others
        entries += walk.failures.map { .failed(uri: $0.uri, $0.failure) }
        entries.sort { Self.precedes($0.uri, $1.uri) }
        var names = OutputNames(of: entries.lazy.map(\.uri))
        for i in entries.indices {
            if case .file(var input) = entries[i] {
                input.name = names.take(stemOf: input.uri)
                entries[i] = .file(input)
            }
        }
    }

    private static func precedes(_ a: String, _ b: String) -> Bool { a.utf8.lexicographicallyPrecedes(b.utf8) }
}

extension Inputs.Entry {
    public var uri: String {
        switch self {
        case .file(let input): input.uri
        case .failed(let uri, _): uri
        }
    }
}

/// Finds the files of folders.
struct FolderWalk {
    private struct Identity: Hashable {
        let device: UInt64
        let file: UInt64

        init?(of path: FilePath) {
            var info = stat()
            guard path.withSystemPath({ stat($0, &info) }) == 0 else { return nil }
            device = UInt64(truncatingIfNeeded: info.st_dev)
            file = UInt64(truncatingIfNeeded: info.st_ino)
        }
    }

    private(set) var files: [FilePath] = []
    private(set) var passedOver: [String: Int] = [:]
    private(set) var failures: [(uri: String, failure: DocumentFailure)] = []
    /// Folders that were entered already, so that a link to a folder above ends.
    private var seen: Set<Identity> = []
    private let skipped: Identity?

    init(skipping folder: String?) {
        skipped = folder.flatMap { Identity(of: FilePath($0)) }
    }

    mutating func add(_ argument: String) {
        // An empty argument is an unset variable of a script, never the current folder.
        guard !argument.isEmpty else { return failures.append((argument, InputFile.failure(ENOENT))) }
        if argument == InputFile.standardInput { return files.append(FilePath(argument)) }
        let path = Self.normalized(argument)
        var info = stat()
        guard stat(path, &info) == 0 else { return failures.append((path, InputFile.failure(errno))) }
        guard info.st_mode & S_IFMT == S_IFDIR else { return files.append(FilePath(path)) }
        seen = []
        let before = files.count
        let failuresBefore = failures.count
        walk(FilePath(path))
        guard files.count == before, failures.count == failuresBefore else { return }
        failures.append((path, nothingIn(FilePath(path))))
    }

    /// Why a folder gave nothing.
    private func nothingIn(_ folder: FilePath) -> DocumentFailure {
        if let identity = Identity(of: folder), identity == skipped {
            return DocumentFailure(
                code: "input.folder-empty", what: "This is the folder of --out, which is not searched for plans: a run never reads what it wrote.",
                advice: "Give --out another folder, or name the files themselves.")
        }
        if let names = folder.names(), isOutput(folder, Set(names)) {
            return DocumentFailure(
                code: "input.folder-empty", what: "An earlier run has written this folder; what it wrote is no plan and is not searched.",
                advice: "Give the folder that holds the plans.")
        }
        return DocumentFailure(
            code: "input.folder-empty", what: "The folder holds no plan that can be read (\(Inputs.endings)).",
            advice: "Give another folder, or name the files themselves.")
    }

    private mutating func walk(_ folder: FilePath) {
        guard let identity = Identity(of: folder), identity != skipped, seen.insert(identity).inserted else { return }
        guard let names = folder.names() else { return failures.append((folder.shown, InputFile.failure(errno))) }
        if isOutput(folder, Set(names)) { return }
        for name in names where !Self.isLeaving(String(decoding: name, as: UTF8.self)) {
            let path = folder.appending(name)
            // A folder's own README says something of the plans and is none; named by itself it is read.
            if path.isFolder { walk(path) } else if !path.name.uppercased().hasPrefix("README.") { take(path) }
        }
    }

    /// Hidden files, and what programs leave beside files: `~$plan.docx` while Word or WPS has it open, a window's pictures.
    static func isLeaving(_ name: some StringProtocol) -> Bool {
        name.hasPrefix(".") || name.hasPrefix("~$") || ["THUMBS.DB", "DESKTOP.INI", "__MACOSX"].contains(name.uppercased())
    }

    /// The output of an earlier run holds texts of plans, and no plans; and so do its pages, which may lie somewhere else.
    private func isOutput(_ folder: FilePath, _ names: Set<[UInt8]>) -> Bool {
        func holds(_ wanted: String...) -> Bool { wanted.allSatisfy { names.contains(Array($0.utf8)) } }
        if holds(".fangan", "manifest.json") { return true }
        return holds("index.html", "tasks.html", "units.html", "quality.html", "plans") && InputFile.begins(folder.appending(Array("index.html".utf8)), with: Self.pageStart)
    }

    /// How each page of a report begins.
    private static let pageStart = Array("<!DOCTYPE html>\n<html lang=\"zh-Hans\" data-page=".utf8)

    private mutating func take(_ path: FilePath) {
        let ending = Self.ending(of: path.name)
        if Inputs.knownExtensions.contains(ending) { files.append(path) } else { passedOver[ending, default: 0] += 1 }
    }

    /// In lower case, without the dot; empty where there is none.
    static func ending(of name: Substring) -> String {
        let ending = name.lastIndex(of: ".").map { name[name.index(after: $0)...].lowercased() } ?? ""
        // What no program ends its names with is none: it would only spoil the message.
        return ending.utf8.count <= 16 && ending.unicodeScalars.allSatisfy { $0.value > 0x20 && $0.value != 0x7F } ? ending : ""
    }

    /// Without `./`, double and trailing slashes, so that one file has one path.
    private static func normalized(_ path: String) -> String {
        let parts = path.split(separator: "/").filter { $0 != "." }
        // A file that is named so; `-` alone is standard input.
        if parts == ["-"], !path.hasPrefix("/") { return "./-" }
        if path.hasPrefix("/") { return "/" + parts.joined(separator: "/") }
        return parts.isEmpty ? "." : parts.joined(separator: "/")
    }
}

/// Gives every input a name of its own: the stem of its file; where files of several kinds have one stem, with its ending too (`plan.md`,
/// `plan.txt`), so that none of them takes the other's. Files of one name in several folders are counted: `plan`, `plan-2` …
struct OutputNames {
    /// Stems of files with several endings, in lower case.
    private let mixed: Set<String>
    private var taken: Set<String> = []
    /// Where to go on counting, so that ten thousand files of one name are no square.
    private var next: [String: Int] = [:]

    /// - Parameter paths: of all files that get names.
    init(of paths: some Sequence<String>) {
        var endings: [String: String] = [:], mixed: Set<String> = []
        for path in paths {
            let stem = Self.stem(of: path).lowercased(), ending = Self.ending(of: path).lowercased()
            if let other = endings.updateValue(ending, forKey: stem), other != ending { mixed.insert(stem) }
        }
        self.mixed = mixed
    }

    mutating func take(stemOf path: String) -> String {
        let plain = Self.stem(of: path), stem = mixed.contains(plain.lowercased()) ? plain + Self.ending(of: path) : plain
        if claim(stem) { return stem }
        var number = next[stem] ?? 2
        while !claim("\(stem)-\(number)") { number += 1 }
        next[stem] = number + 1
        return "\(stem)-\(number)"
    }

    /// Names that differ only in case are one on many disks; equivalent spellings of a character are one in a `String`.
    private mutating func claim(_ name: String) -> Bool { taken.insert(name.lowercased()).inserted }

    /// With its dot; empty where there is none or nothing in front of it.
    private static func ending(of path: String) -> String {
        let file = FilePath.name(of: path)
        guard let dot = file.utf8.lastIndex(of: UInt8(ascii: ".")), dot > file.startIndex else { return "" }
        return String(String.UnicodeScalarView(file[dot...].unicodeScalars.prefix(17).filter { $0.value > 0x20 && $0.value != 0x7F && !(0x80...0x9F).contains($0.value) }))
    }

    /// File name without extension, fit for a file name with another one: no controls, no leading dot, at most 160 bytes.
    private static func stem(of path: String) -> String {
        let file = FilePath.name(of: path)
        let dot = file.utf8.lastIndex(of: UInt8(ascii: "."))
        let plain = dot.map { $0 > file.startIndex ? file[..<$0] : file[file.index(after: $0)...] } ?? file
        var stem = String.UnicodeScalarView()
        var bytes = 0
        for scalar in plain.unicodeScalars {
            bytes += UTF8.width(scalar)
            if bytes > 160 { break }
            let isControl = scalar.value < 0x20 || (0x7F...0x9F).contains(scalar.value)
            stem.append(isControl || (stem.isEmpty && scalar == ".") ? "_" : scalar)
        }
        return stem.isEmpty ? "document" : String(stem)
    }
}
