import FanganGraph
import Testing

@testable import FanganExport

@Suite struct ManifestTests {
    private func manifest(_ rows: [ManifestRow]) -> [UInt8] {
        var writer = ManifestWriter()
        var bytes = writer.header(generator: "fangan test")
        for row in rows { bytes += writer.row(row) }
        return bytes + writer.footer(milliseconds: 12.3456789)
    }

    private var rows: [ManifestRow] {
        var good = ManifestRow(uri: "plans/a.txt", name: "a")
        good.sha256 = String(repeating: "0f", count: 32)
        good.bytes = 120
        good.encoding = "GB18030"
        good.graph = "graphs/a.graph.json"
        good.text = "text/a.txt"
        good.counts = ManifestRow.Counts(of: SampleGraph().graph)
        good.milliseconds = 1.5
        var bad = ManifestRow(uri: "plans/\"b\"", name: nil)
        bad.failure = ManifestRow.Failure(code: "input.empty", message: "The file is empty.")
        return [good, bad]
    }

    @Test func itIsAsItsSchemaSays() throws {
        let validator = try SchemaValidator(schema: Schemas.manifest)
        #expect(validator.violation(in: manifest(rows)) == nil)
        #expect(validator.violation(in: manifest([])) == nil)
        var bad = rows
        bad[1].failure?.code = "Input Empty"
        #expect(validator.violation(in: manifest(bad))?.pointer == "/documents/1/diagnostics/0/code")
    }

    @Test func totalsAddUp() throws {
        let totals = try #require(try JSONValue(parsing: manifest(rows))["totals"])
        #expect(totals["documents"] == .number(2))
        #expect(totals["failed"] == .number(1))
        #expect(totals["tasks"] == .number(2))
        #expect(totals["milliseconds"] == .number(12.346))
    }

    @Test func countsAreThoseOfTheGraph() {
        let counts = ManifestRow.Counts(of: SampleGraph().graph)
        #expect([counts.items, counts.tasks, counts.units, counts.phases, counts.errors, counts.warnings, counts.notes] == [3, 2, 5, 2, 0, 1, 1])
    }
}
