import FanganExport
import FanganFixtures
import Foundation
import Testing

/// A run that is stopped from outside leaves only whole files, and the next one goes on.
@Suite(.serialized) struct InterruptTests {
    private static let count = 500

    private func plans() throws -> TemporaryFolder {
        let folder = try TemporaryFolder()
        for number in 0..<Self.count {
            try folder.write((0..<20).map { "（\($0)）第\(number)号方案的一项任务。" }.joined(separator: "\n"), to: "in/plan\(number).txt")
        }
        return folder
    }

    private func graphs(_ folder: TemporaryFolder) -> Int {
        (try? FileManager.default.contentsOfDirectory(atPath: folder.path + "/out/graphs").count) ?? 0
    }

    /// Starts a run and stops it when some graphs are there.
    private func stop(_ folder: TemporaryFolder, with signal: Int32) throws -> BuiltProgram.Outcome {
        let running = try BuiltProgram.start(["build", folder.path + "/in", "--out", folder.path + "/out", "--jobs", "1"])
        while running.process.isRunning, graphs(folder) < 5 { usleep(500) }
        kill(running.process.processIdentifier, signal)
        return try BuiltProgram.wait(running)
    }

    private func checkWhole(_ folder: TemporaryFolder) throws {
        let validator = try SchemaValidator(schema: Schemas.taskGraph)
        for (name, data) in folder.snapshot() where name.hasPrefix("out/") && name.hasSuffix(".graph.json") {
            #expect(validator.violation(in: Array(data)) == nil, "\(name)")
        }
    }

    @Test(arguments: [SIGINT, SIGTERM])
    func anInterruptEndsCleanlyAndTheNextRunGoesOn(_ signal: Int32) throws {
        let folder = try plans()
        let stopped = try stop(folder, with: signal)
        let done = graphs(folder)
        try #require(done < Self.count, "the run was over before the signal came")
        #expect(stopped.status == 130)
        #expect(stopped.errors.contains("Run the same command again to go on."))
        #expect(folder.content("out/manifest.json") == nil && folder.content("out/tasks.csv") == nil)
        #expect(!folder.snapshot().keys.contains { $0.hasSuffix(".tmp") })
        try checkWhole(folder)

        let next = try BuiltProgram.run(["build", folder.path + "/in", "--out", folder.path + "/out"])
        #expect(next.status == 0)
        #expect(next.errors.contains(", \(done) unchanged"))
        #expect(graphs(folder) == Self.count)
    }

    @Test func evenAKilledRunLeavesOnlyWholeFiles() throws {
        let folder = try plans()
        _ = try stop(folder, with: SIGKILL)
        try #require(graphs(folder) < Self.count, "the run was over before the signal came")
        try checkWhole(folder)
        #expect(try BuiltProgram.run(["build", folder.path + "/in", "--out", folder.path + "/out"]).status == 0)
        #expect(!folder.snapshot().keys.contains { $0.hasSuffix(".tmp") })
        #expect(graphs(folder) == Self.count)
    }
}
