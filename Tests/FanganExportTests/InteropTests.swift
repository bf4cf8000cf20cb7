import FanganFixtures
import FanganGraph
import Foundation
import Testing

@testable import FanganExport

/// What other programs make of our files.
@Suite(.enabled(if: PythonTools.isWanted, "needs .venv; Scripts/setup --test prepares it")) struct InteropTests {
    private func verdicts(_ values: [String], schema: String) throws -> [Bool] {
        let folder = try TemporaryFolder()
        let file = folder.path + "/values"
        try AtomicFile.write(Array(values.joined(separator: "\n").utf8), to: file)
        return try PythonTools.run("check_schema.py", [PythonTools.root.appendingPathComponent("schemas/" + schema).path], inputFile: file).map { $0 == "y" }
    }

    private func compare(_ bytes: [UInt8], schema: String, text: [UInt8]) throws -> (rejected: Int, accepted: Int) {
        let validator = try SchemaValidator(schema: text)
        let mutations = JSONMutations(of: try JSONValue(parsing: bytes)).all
        let values = [JSONMutations.text(try JSONValue(parsing: bytes))] + mutations.map { JSONMutations.text($0.value) }
        let theirs = try verdicts(values, schema: schema)
        let ours = values.map { validator.violation(in: Array($0.utf8)) == nil }
        #expect(theirs.count == ours.count)
        #expect(theirs.first == true && ours.first == true)
        for (place, mutation) in mutations.enumerated() where theirs[place + 1] != ours[place + 1] {
            Issue.record("\(mutation.note): jsonschema says \(theirs[place + 1]), we say \(ours[place + 1])")
        }
        return (ours.count { !$0 }, ours.count { $0 })
    }

    @Test func aDamagedGraphIsRejectedByBoth() throws {
        // One of each kind is enough here, and jsonschema takes its time.
        var graph = SampleGraph().graph
        graph.items = [graph.items[1]]
        graph.phases = [graph.phases[0]]
        graph.units = [graph.units[1]]
        var kinds: Set<Edge.Kind> = []
        graph.edges = graph.edges.filter { kinds.insert($0.kind).inserted }
        let counts = try compare(GraphJSON.encode(graph), schema: "task-graph.schema.json", text: Schemas.taskGraph)
        #expect(counts.rejected > 800, "\(counts)")
    }

    @Test func aDamagedManifestIsRejectedByBoth() throws {
        var row = ManifestRow(uri: "a.txt", name: "a")
        row.failure = .init(code: "input.empty", message: "The file is empty.")
        var writer = ManifestWriter()
        let bytes = writer.header(generator: "g") + writer.row(row) + writer.footer(milliseconds: 1.5)
        let counts = try compare(bytes, schema: "manifest.schema.json", text: Schemas.manifest)
        #expect(counts.rejected > 60, "\(counts)")
    }

    @Test func csvIsReadBackCellByCell() throws {
        let cells = ["逗号,分号;", "引\"号\"", "两\n行", "两\r\n行", "", " 空格 ", "=1+1", "'好", "制表\t符"]
        var writer = CSVWriter()
        writer.record(["表头"] + cells.dropFirst())
        writer.record(cells)
        let folder = try TemporaryFolder()
        try AtomicFile.write(CSVWriter.mark + writer.bytes, to: folder.path + "/t.csv")
        let lines = try PythonTools.run("read_csv.py", [folder.path + "/t.csv"])
        #expect(lines.count == 2)
        let expected = cells.map { $0.hasPrefix("=") ? "'" + $0 : $0 }
        #expect(try JSONValue(parsing: Array(lines[1].utf8)) == .array(expected.map { .string($0) }))
    }

    @Test func tasksOfTheSampleAreReadBack() throws {
        let rows = TaskRow.rows(of: SampleGraph().graph, document: "park")
        let folder = try TemporaryFolder()
        try AtomicFile.write(TaskTable.csvHeader + TaskTable.csv(rows), to: folder.path + "/tasks.csv")
        let lines = try PythonTools.run("read_csv.py", [folder.path + "/tasks.csv"])
        #expect(lines.count == 3)
        for line in lines {
            guard case .array(let cells) = try JSONValue(parsing: Array(line.utf8)) else { return #expect(Bool(false)) }
            #expect(cells.count == 25)
        }
    }
}
