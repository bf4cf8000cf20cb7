import FanganReaders
import Synchronization

/// A zip archive among the inputs. It is in memory while its members are worked on, and not before or after.
final class ArchiveFile: Sendable {
    private struct State {
        var archive: Archive?
        /// Members that were not read yet.
        var left: Int
    }

    let path: FilePath
    private let maxBytes: Int
    private let state: Mutex<State>

    private init(path: FilePath, maxBytes: Int, left: Int) {
        self.path = path
        self.maxBytes = maxBytes
        state = Mutex(State(archive: nil, left: left))
    }

    /// The inputs that a file stands for; nil where it is no archive.
    /// - Parameters:
    ///   - maxBytes: of the archive, and of each member.
    ///   - passedOver: counts members of other kinds by their endings, as in a folder.
    static func entries(at path: FilePath, maxBytes: Int, passedOver: inout [String: Int]) -> [Inputs.Entry]? {
        guard InputFile.begins(path, with: [0x50, 0x4B]), !isDocument(path.shown), let bytes = try? InputFile.read(path, maxBytes: maxBytes), Archive.isArchive(bytes),
              let archive = try? Archive(bytes) else { return nil }
        let seen = archive.members.filter { isSeen($0.path) }
        let members = seen.filter { hasEnding($0.path, Inputs.knownExtensions) }
        for other in seen where !hasEnding(other.path, Inputs.knownExtensions) && !other.path.hasSuffix("/") { passedOver[FolderWalk.ending(of: FilePath.name(of: other.path)), default: 0] += 1 }
        let file = ArchiveFile(path: path, maxBytes: maxBytes, left: members.count)
        let entries = members.map { member -> Inputs.Entry in
            let uri = path.shown + "/" + member.path
            if hasEnding(member.path, ["zip"]) { return .failed(uri: uri, nested) }
            return .file(Input(uri: uri, name: "", archived: ArchivedFile(file: file, member: member)))
        }
        return entries.isEmpty ? [.failed(uri: path.shown, empty)] : entries
    }

    func read(_ member: Archive.Member) throws(DocumentFailure) -> [UInt8] {
        guard member.size <= maxBytes else {
            throw DocumentFailure(code: "input.too-large", what: "Unpacked it is over the limit of \(maxBytes) bytes.", advice: "Raise the limit with --max-bytes, or split the file.")
        }
        return try state.withLock { state throws(DocumentFailure) in
            if state.archive == nil {
                let bytes = try InputFile.read(path, maxBytes: maxBytes)
                do throws(ReadFailure) { state.archive = try Archive(bytes) } catch { throw DocumentFailure(error) }
            }
            let archive = state.archive
            state.left -= 1
            if state.left <= 0 { state.archive = nil }
            do throws(ReadFailure) {
                let bytes = try archive?.read(member) ?? []
                if bytes.isEmpty { throw ReadFailure.empty }
                return bytes
            } catch { throw DocumentFailure(error) }
        }
    }

    private static func hasEnding(_ path: String, _ endings: Set<String>) -> Bool {
        guard let dot = path.lastIndex(of: ".") else { return false }
        return endings.contains(path[path.index(after: dot)...].lowercased())
    }

    /// Zip containers that are one document each; they need not be opened to see that.
    private static func isDocument(_ path: String) -> Bool { hasEnding(path, ["docx", "xlsx", "pptx", "ofd", "odt", "ods", "epub"]) }

    /// As in a folder: no hidden files, no leavings of programs.
    private static func isSeen(_ path: String) -> Bool {
        let parts = path.split(separator: "/")
        return !parts.contains { FolderWalk.isLeaving($0) } && !(parts.last?.uppercased().hasPrefix("README.") ?? false)
    }

    private static let nested = DocumentFailure(code: "input.archive-nested", what: "This is an archive inside an archive.", advice: "Unpack the outer one and give the inner one.")
    private static let empty = DocumentFailure(
        code: "input.archive-empty", what: "The archive holds no plan that can be read (\(Inputs.endings)).", advice: "Unpack it and look what it holds.")
}

/// A member of an archive that is an input.
struct ArchivedFile: Sendable, Equatable {
    let file: ArchiveFile
    let member: Archive.Member

    static func == (a: ArchivedFile, b: ArchivedFile) -> Bool { a.file.path == b.file.path && a.member == b.member }
}
