import Foundation
import Testing

/// Every export is loaded by a program that did not come from here, and compared with the task graphs.
@Suite(.serialized, .enabled(if: ExportInteropTests.isWanted, "needs .venv; Scripts/setup --test prepares it")) struct ExportInteropTests {
    private static let python = Repository.root.appendingPathComponent(".venv/bin/python3").path

    static var isWanted: Bool {
        FileManager.default.isExecutableFile(atPath: python) || ProcessInfo.processInfo.environment["FANGAN_REQUIRE_PYTHON"] != nil
    }

    @Test func eachFormatHoldsWhatTheGraphsHold() throws {
        let folder = try TemporaryFolder(), out = folder.path + "/out"
        var inputs = [Repository.root.appendingPathComponent("corpus").path]
        let seeds = Repository.root.appendingPathComponent("../shared/seeds").path
        if FileManager.default.fileExists(atPath: seeds) { inputs.append(seeds) }
        let formats = ["sqlite": "fangan.sqlite", "graphml": "tasks.graphml", "neo4j": "neo4j", "kuzu": "kuzu", "jsonld": "plans.jsonld", "ics": "tasks.ics", "msproject": "tasks.project.xml", "akn": "akn"]
        #expect(try BuiltProgram.run(["build", "--quiet"] + inputs + ["--out", out, "--formats", formats.keys.sorted().joined(separator: ",")]).status == 0)
        for (format, file) in formats.sorted(by: { $0.key < $1.key }) {
            let outcome = try Self.check([format, out + "/" + file, out + "/graphs"])
            #expect(outcome.status == 0, "\(format): \(outcome.errors)")
            #expect(outcome.output.hasPrefix("{"), "\(format)")
        }
    }

    private static func check(_ arguments: [String]) throws -> (status: Int32, output: String, errors: String) {
        let process = Process(), output = Pipe(), errors = Pipe()
        process.executableURL = URL(fileURLWithPath: python)
        process.arguments = [Repository.root.appendingPathComponent("Tests/Interop/check_exports.py").path] + arguments
        process.standardOutput = output
        process.standardError = errors
        try process.run()
        let text = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        let problems = String(decoding: errors.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        process.waitUntilExit()
        return (process.terminationStatus, text, problems)
    }
}
