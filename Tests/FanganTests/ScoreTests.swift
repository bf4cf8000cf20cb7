import FanganExport
import FanganFixtures
import Foundation
import Testing
@testable import Fangan

/// How well the graphs agree with annotations made by hand: no figure may fall under the one in `Tests/Scores/`.
@Suite struct ScoreTests {
    @Test(.enabled(if: Repository.hasShared, "needs the annotated documents of ../shared, which are not here"))
    func annotatedRealDocuments() throws {
        let shared = Repository.shared
        let names = ["024-jiangxi-covid-20-a.txt", "030-baotou-2022-digital-gov-assessment.txt", "082-zhaotong-2023-housing-opinions.txt", "140-shaanxi-samr-2023-breakthrough-plan.txt"]
        let files = Repository.texts(shared.appendingPathComponent("seeds")) + names.map { shared.appendingPathComponent("corpus/" + $0) }
        try compare(files, annotations: shared.appendingPathComponent("eval/gold"), sources: nil, floor: "gold.json")
    }

    @Test(.enabled(if: Repository.hasShared, "needs the scorer of ../shared, which is not here"))
    func annotatedExamples() throws {
        let corpus = Repository.root.appendingPathComponent("corpus")
        try compare(Repository.texts(corpus), annotations: Repository.root.appendingPathComponent("Tests/CorpusAnnotations"), sources: corpus, floor: "corpus.json")
    }

    /// Builds the files, scores them, compares each F1 with its floor.
    private func compare(_ files: [URL], annotations: URL, sources: URL?, floor: String) throws {
        let folder = try TemporaryFolder()
        let pipeline = try Pipeline()
        for file in files {
            let plan = try pipeline.run(bytes: [UInt8](Data(contentsOf: file)), uri: file.lastPathComponent, name: "x")
            try folder.write(Data(GraphJSON.encode(plan.graph)), to: "\(file.deletingPathExtension().lastPathComponent).graph.json")
        }
        let found = try scores(annotations, folder.path, sources)
        let floorFile = Repository.root.appendingPathComponent("Tests/Scores/" + floor)
        let floors = try JSONDecoder().decode([String: Double].self, from: Data(contentsOf: floorFile))
        #expect(Set(floors.keys) == Set(found.keys))
        for (metric, least) in floors {
            let f1 = found[metric] ?? 0
            #expect(f1 >= least, "\(metric) fell from \(least) to \(f1)")
        }
    }

    private func scores(_ annotations: URL, _ graphs: String, _ sources: URL?) throws -> [String: Double] {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments = ["python3", Repository.shared.appendingPathComponent("eval/score.py").path, annotations.path, graphs, "--json"]
            + (sources.map { ["--sources", $0.path] } ?? [])
        let output = Pipe()
        process.standardOutput = output
        try process.run()
        let data = output.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        #expect(process.terminationStatus == 0)
        return try JSONDecoder().decode([String: [String: Double]].self, from: data).compactMapValues { $0["f"] }
    }
}
