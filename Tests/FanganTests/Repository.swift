import FanganExport
import FanganGraph
import FanganText
import Foundation
@testable import Fangan

/// Where the tests find documents.
enum Repository {
    static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    /// Real documents and what is right for some of them; beside the project where it is worked on, else absent.
    static let shared = root.deletingLastPathComponent().appendingPathComponent("shared")
    static var hasShared: Bool { FileManager.default.fileExists(atPath: shared.appendingPathComponent("eval/score.py").path) }

    /// Text documents of a folder, sorted by name.
    static func texts(_ folder: URL) -> [URL] {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
        return names.filter { $0 != "README.md" && ($0.hasSuffix(".txt") || $0.hasSuffix(".md")) }.sorted().map { folder.appendingPathComponent($0) }
    }
}

/// Builds documents and looks for anything that breaks the rules of the task graph.
struct CheckedPipeline {
    let pipeline: Pipeline
    let schema: SchemaValidator

    init() throws {
        pipeline = try Pipeline()
        schema = try SchemaValidator(schema: Schemas.taskGraph)
    }

    func plan(_ file: URL, name: String? = nil) throws -> UnderstoodPlan {
        let bytes = [UInt8](try Data(contentsOf: file))
        let name = name ?? file.deletingPathExtension().lastPathComponent
        return try pipeline.run(bytes: bytes, uri: file.lastPathComponent, name: name)
    }

    /// Broken rules: the schema, quotes that are not at their span, characters that belong to nothing.
    func problems(_ plan: UnderstoodPlan) -> [String] {
        var problems: [String] = []
        if let violation = schema.violation(in: GraphJSON.encode(plan.graph)) { problems.append(violation.description) }
        problems += GraphCheck.problems(in: plan.graph, text: plan.text)
        problems += GraphCheck.gaps(in: plan.graph).map { "\($0.start)–\($0.end) belongs to no item and no part" }
        return problems
    }
}
