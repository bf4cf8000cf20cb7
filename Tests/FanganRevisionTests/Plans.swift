import Fangan
import FanganGraph
import FanganRevision
import Foundation

/// Plans that revisions are made of: the project's own, and the real ones beside it where they are.
enum Plans {
    static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    static let shared = root.deletingLastPathComponent().appendingPathComponent("shared")

    static func has(_ path: String) -> Bool { FileManager.default.fileExists(atPath: shared.appendingPathComponent(path).path) }

    static func files() -> [URL] {
        [root.appendingPathComponent("corpus"), shared.appendingPathComponent("seeds")].flatMap { folder in
            let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
            return names.filter { $0.hasSuffix(".txt") }.sorted().map { folder.appendingPathComponent($0) }
        }
    }

    /// The annotated plans that are no seeds; none where they are not here.
    static func annotated() -> [URL] {
        struct Annotation: Decodable { var source: String }
        let folder = shared.appendingPathComponent("eval/gold")
        let files = (try? FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)) ?? []
        let sources = files.filter { $0.pathExtension == "json" }.compactMap { try? JSONDecoder().decode(Annotation.self, from: Data(contentsOf: $0)).source }
        return sources.sorted().map { shared.appendingPathComponent("corpus/" + $0) }.filter { $0.pathExtension == "txt" && FileManager.default.fileExists(atPath: $0.path) }
    }

    static func version(_ text: String, _ pipeline: Pipeline) throws -> PlanVersion { try version(Array(text.utf8), pipeline) }

    static func version(_ bytes: [UInt8], _ pipeline: Pipeline) throws -> PlanVersion {
        let plan = try pipeline.run(bytes: bytes, uri: "plan.txt", name: "plan")
        return PlanVersion(graph: plan.graph, text: plan.text)
    }
}

extension Revision {
    /// What it says, a line each, without what is the same: `paired 二、1. > 二、2. [renumbered, text]`.
    var facts: [String] {
        items.compactMap { item in
            let old = item.old.map { $0.path.joined() }.joined(separator: " + "), new = item.new.map { $0.path.joined() }.joined(separator: " + ")
            switch item.change {
            case .paired: return item.changes.isEmpty ? nil : "paired \(old) > \(new) \(item.changes.map(\.rawValue))"
            case .removed: return "removed \(old)"
            case .added: return "added \(new)"
            case .split: return "split \(old) > \(new)"
            case .merged: return "merged \(old) > \(new)"
            }
        }
    }
}
