import FanganGraph
import FanganText
import Foundation
import Testing

@testable import FanganExport

/// What a plan says never becomes markup, a line or a column of an export.
@Suite struct PlanExportTests {
    private func files(_ make: (ExportFiles) -> any PlanExport, _ plan: ExportedPlan) throws -> TemporaryFolder {
        let folder = try TemporaryFolder(), files = ExportFiles(path: folder.path + "/out")
        var export = make(files)
        try export.add(plan)
        try export.finish()
        try files.commit()
        return folder
    }

    private func plan(_ hostile: String = "") -> ExportedPlan {
        var sample = SampleGraph()
        if !hostile.isEmpty {
            sample.graph.items[1].heading = hostile
            sample.graph.document.title = hostile
            sample.graph.units[1].name = hostile
        }
        return ExportedPlan(name: "park", graph: sample.graph, text: sample.text)
    }

    private static let hostile = "</data>]]>&amp;<x a=\"'\">\u{1}\"},{\",\nEND:VTODO\r\nRRULE:X;Y,Z\\n=1+1'; DROP TABLE items;--"

    @Test func calendarLinesAreFoldedBetweenCharacters() {
        var lines = CalendarLines()
        lines.add("SUMMARY", String(repeating: "口袋公园", count: 20))
        let parts = lines.text.components(separatedBy: "\r\n")
        #expect(parts.dropLast().allSatisfy { $0.utf8.count <= 75 } && parts.count == 5)
        #expect(parts.dropFirst().dropLast().allSatisfy { $0.hasPrefix(" ") })
        #expect(parts.enumerated().map { $0.offset == 0 ? $0.element : String($0.element.dropFirst()) }.joined() == "SUMMARY:" + String(repeating: "口袋公园", count: 20))
        #expect(CalendarExport.escaped("a,b;c\\d\ne\r") == "a\\,b\\;c\\\\d\\ne")
    }

    @Test func aCalendarHoldsNoLineOfThePlan() throws {
        let folder = try files({ CalendarExport($0) }, plan(Self.hostile))
        let text = try #require(folder.content("out"))
        let lines = text.replacingOccurrences(of: "\r\n ", with: "").components(separatedBy: "\r\n")
        #expect(lines.count { $0 == "END:VTODO" } == 2 && lines.count { $0.hasPrefix("RRULE:") } == 1 && lines.contains("RRULE:FREQ=YEARLY;BYMONTH=9"))
        #expect(lines.contains("DUE;VALUE=DATE:20231130") && lines.contains("DTSTAMP:20230301T000000Z") && lines.contains("UID:d1/1.1/due1@fangan"))
    }

    @Test func markupInAPlanStaysText() throws {
        for make in [{ GraphMLExport($0) }, { ProjectExport($0) }] as [(ExportFiles) -> any PlanExport] {
            let text = try #require(files(make, plan(Self.hostile)).content("out"))
            #expect(!text.contains("<x") && text.contains("&lt;/data&gt;]]&gt;&amp;amp;") && !text.contains("\u{1}"))
        }
        let akn = try #require(files({ AkomaNtosoExport($0) }, plan(Self.hostile)).content("out/park.xml"))
        #expect(!akn.contains("<x") && akn.contains("<heading>&lt;/data&gt;"))
        let json = try files({ LinkedDataExport($0) }, plan(Self.hostile))
        let value = try JSONValue(parsing: Array(#require(json.content("out")).utf8))
        guard case .array(let nodes)? = value["@graph"] else { return #expect(Bool(false)) }
        #expect(nodes.count == 1 + 5 + 1 + 2 + 3 && nodes[0]["title"] == .string(Self.hostile))
    }

    @Test func cellsOfBulkTablesAreQuoted() throws {
        let folder = try files({ KuzuExport($0) }, plan(Self.hostile))
        let items = try #require(folder.content("out/Item.csv"))
        #expect(items.contains("\"\"},{\"\",\nEND:VTODO"))
        #expect(try #require(folder.content("out/schema.cypher")).contains("CREATE REL TABLE Responsible (FROM Item TO Unit, `role` STRING"))
        let neo4j = try files({ Neo4jExport($0) }, plan())
        #expect(try #require(neo4j.content("out/Responsible.csv")).hasPrefix(":START_ID,:END_ID,role:string,basis:string,mention:string,span_start:long,span_end:long\n\"d1/1.1\",\"unit:清河市园林局\",\"lead\",\"bracket\",\"市园林局\","))
    }

    @Test func theSameTextTwiceIsOneDocument() throws {
        let folder = try TemporaryFolder(), files = ExportFiles(path: folder.path + "/out")
        var export = GraphMLExport(files)
        try export.add(plan())
        try export.add(plan())
        try export.finish()
        #expect(folder.names.count == 1 && folder.content("out") == nil)
        try files.commit()
        #expect(try #require(folder.content("out")).components(separatedBy: "<node id=\"d1\"").count == 2)
    }
}
