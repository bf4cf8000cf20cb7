import Fangan
import FanganExport

/// A folder of plans to measure on.
struct Corpus: Sendable {
    let name: String
    let folder: String

    /// The project's own plans and, where they lie beside the project, the five seeds.
    static var all: [Corpus] {
        let root = #filePath.split(separator: "/").dropLast(4).map { "/" + $0 }.joined()
        let known = [Corpus(name: "corpus", folder: root + "/corpus"), Corpus(name: "seeds", folder: root + "/../shared/seeds")]
        return known.filter { Folder.isFolder($0.folder) }
    }

    func files() throws -> [[UInt8]] {
        try Inputs([folder]).entries.compactMap {
            guard case .file(let input) = $0 else { return nil }
            return try InputFile.read(input.uri, maxBytes: 64 << 20)
        }
    }
}
