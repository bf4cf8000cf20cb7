import FanganExport
import Foundation
import Testing
@testable import Fangan

/// The expected graph of every plan in `corpus/`, as files that are read as diffs.
///
/// `FANGAN_REGENERATE_GOLDEN=1 swift test --filter GoldenTests` writes them anew; read the diff before it is committed.
@Suite struct GoldenTests {
    static let folder = Repository.root.appendingPathComponent("Tests/Golden")
    static let regenerates = ProcessInfo.processInfo.environment["FANGAN_REGENERATE_GOLDEN"] == "1"

    @Test func everyPlanHasItsGraph() throws {
        let checked = try CheckedPipeline()
        let plans = Repository.texts(Repository.root.appendingPathComponent("corpus"))
        #expect(plans.count >= 12)
        for file in plans {
            let name = file.deletingPathExtension().lastPathComponent
            let plan = try checked.plan(file)
            #expect(checked.problems(plan) == [], "\(name)")
            let golden = Self.folder.appendingPathComponent(name + ".graph.json")
            let now = Data(GraphJSON.encode(plan.graph))
            if Self.regenerates { try now.write(to: golden) }
            let then = try Data(contentsOf: golden)
            #expect(now == then, "the graph of \(name) is not the golden one; see the comment of GoldenTests")
        }
    }

    @Test func noGoldenFileIsLeftWithoutItsPlan() throws {
        let plans = Set(Repository.texts(Repository.root.appendingPathComponent("corpus")).map { $0.deletingPathExtension().lastPathComponent })
        let golden = try FileManager.default.contentsOfDirectory(atPath: Self.folder.path).filter { $0.hasSuffix(".graph.json") }
        #expect(Set(golden.map { String($0.dropLast(".graph.json".count)) }) == plans)
    }
}
