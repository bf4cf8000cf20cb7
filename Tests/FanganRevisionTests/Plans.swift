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
