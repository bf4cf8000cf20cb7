import FanganFixtures
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
        #expect(CalendarLines.escaped("a,b;c\\d\ne\r\u{85}f") == "a\\,b\\;c\\\\d\\ne\\nf")
    }

    @Test func aCalendarHoldsNoLineOfThePlan() throws {
        let folder = try files({ CalendarExport($0) }, plan(Self.hostile))
        let text = try #require(folder.content("out"))
        let lines = text.replacingOccurrences(of: "\r\n ", with: "").components(separatedBy: "\r\n")
        #expect(lines.count { $0 == "END:VTODO" } == 2 && lines.count { $0.hasPrefix("RRULE:") } == 1 && lines.contains("RRULE:FREQ=YEARLY;BYMONTH=9"))
        #expect(lines.contains("DUE;VALUE=DATE:20231130") && lines.contains("DTSTAMP:20230301T000000Z") && lines.contains("UID:d1/1.1/due1@fangan"))
        #expect(lines.contains("DTSTART;VALUE=DATE:20230901"))
    }

    /// A calendar counts from the first day, which must be one of the rule's.
    @Test(arguments: [
        ("FREQ=YEARLY;BYMONTH=9", "2023-03-01", "2023-09-01"), ("FREQ=YEARLY;BYMONTH=9", "2023-09-13", "2023-09-13"), ("FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=-1", "2023-12-31", "2023-12-31"),
        ("FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=-1", "2024-02-01", "2024-02-29"), ("FREQ=MONTHLY;BYMONTHDAY=28", "2023-01-29", "2023-02-28"), ("FREQ=MONTHLY;BYMONTHDAY=10,20", "2023-05-11", "2023-05-20"),
        ("FREQ=WEEKLY;BYDAY=MO,FR", "2023-03-01", "2023-03-03"), ("FREQ=WEEKLY;INTERVAL=2", "2023-03-01", "2023-03-01"), ("FREQ=YEARLY", "2023-03-31", "2023-04-01"),
        ("FREQ=YEARLY;BYMONTH=3,6,9,12", "2023-03-31", "2023-06-01"), ("FREQ=DAILY", "2023-01-31", "2023-01-31"), ("FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30", "2023-01-31", "none"),
    ])
    func aRuleBeginsOnADayOfItsOwn(rule: String, issued: String, first: String) throws {
        let day = try #require(CalendarDay(issued))
        #expect(try #require(RecurrenceRule(rule)).first(from: day)?.text ?? "none" == first)
    }

    @Test(arguments: ["FREQ=YEARLY\r\nATTACH:x", "FREQ=SECONDLY", "BYMONTH=9", "FREQ=YEARLY;BYMONTH=13", "FREQ=YEARLY;UNTIL=x", "FREQ=MONTHLY;BYMONTHDAY=0", "FREQ=WEEKLY;BYDAY=1MO", "FREQ=WEEKLY;INTERVAL=0", "", "FREQ=YEARLY;"])
    func whatIsNoRuleIsNotWritten(rule: String) { #expect(RecurrenceRule(rule) == nil) }

    @Test func daysAreThoseOfTheCalendar() {
        #expect(CalendarDay("2023-02-29") == nil && CalendarDay("2024-02-29") != nil && CalendarDay("1900-02-29") == nil && CalendarDay("2023-13-01") == nil && CalendarDay("2023-1") == nil)
        #expect(CalendarDay("2023-12-31")?.next.text == "2024-01-01" && CalendarDay("2023-03-01")?.weekDay == 2 && CalendarDay("2000-01-01")?.weekDay == 5)
    }

    @Test func markupInAPlanStaysText() throws {
        let makes: [(ExportFiles) -> any PlanExport] = [{ GraphMLExport($0) }, { ProjectExport($0) }]
        for make in makes {
            let text = try #require(files(make, plan(Self.hostile)).content("out"))
            #expect(!text.contains("<x") && text.contains("&lt;/data&gt;]]&gt;&amp;amp;") && !text.contains("\u{1}"))
        }
        let akn = try #require(files({ AkomaNtosoExport($0) }, plan(Self.hostile)).content("out/park.xml"))
        #expect(!akn.contains("<x") && akn.contains("<heading>&lt;/data&gt;"))
        let json = try files({ LinkedDataExport($0) }, plan(Self.hostile))
        let value = try JSONValue(parsing: Array(#require(json.content("out")).utf8))
        guard case .array(let nodes)? = value["@graph"] else { return #expect(Bool(false)) }
        // The document, its reading, units, relations between units, references, phases, items.
        #expect(nodes[0]["title"] == .string(Self.hostile) && nodes.count { $0["type"] == .array([.string("Task"), .string("Subdivision")]) } == 2)
    }

    @Test func cellsOfBulkTablesAreQuoted() throws {
        let folder = try files({ KuzuExport($0) }, plan(Self.hostile))
        let items = try #require(folder.content("out/Item.csv"))
        #expect(items.contains("\"\"},{\"\",\nEND:VTODO"))
        #expect(try #require(folder.content("out/schema.cypher")).contains("CREATE REL TABLE Responsible (FROM Item TO Unit, `role` STRING"))
        let neo4j = try files({ Neo4jExport($0) }, plan())
        #expect(try #require(neo4j.content("out/Responsible.csv")).hasPrefix(":START_ID,:END_ID,role:string,basis:string,mention:string,span_start:long,span_end:long\n\"d1/1.1\",\"unit:清河市园林局\",\"lead\",\"bracket\",\"市园林局\","))
    }

    /// Words that no item has, brackets of units among them, stay in the document.
    @Test func akomaNtosoKeepsAllWords() throws {
        let akn = try #require(files({ AkomaNtosoExport($0) }, plan()).content("out/park.xml"))
        #expect(akn.contains("<preface>\n<p class=\"title\"><docTitle>清河市推进城市公园建设工作方案</docTitle></p>") && akn.contains("<p class=\"preamble\">清政发〔2023〕8号</p>"))
        #expect(akn.contains("<hcontainer name=\"task\" eId=\"hcontainer_1__hcontainer_1\" class=\"duties\"><num>（一）</num><heading>新建口袋公园</heading>"))
        #expect(akn.contains("（牵头单位：市园林局；责任单位：市财政局；配合单位：各区政府，2023年11月底前完成）</p>") && akn.contains("<intro>\n<p>（2023年3月至2023年12月）</p>"))
    }

    @Test func identifiersAreTokensOfXML() {
        #expect(XMLText.token("d1/1.1") == "d1_x2F_1.1" && XMLText.token("unit:各县（市）") == "unit:各县_xFF08_市_xFF09_" && XMLText.token("_x2F_") != XMLText.token("/"))
        #expect(XMLText.escaped("a\u{85}\r\u{0}") == "a&#133;&#13;\u{FFFD}" && XMLText.pathPart("a b/各") == "a%20b%2F各")
    }

    @Test func aProjectNamesAUnitOfATaskOnce() throws {
        var twice = plan()
        twice.graph.edges.append(Edge(.responsible, from: "1.1", to: "unit:清河市园林局", role: "support", basis: "text"))
        let text = try #require(files({ ProjectExport($0) }, twice).content("out"))
        #expect(text.contains("<Notes>牵头、配合</Notes>") && text.components(separatedBy: "<Assignment>").count == 1 + 4)
        #expect(text.contains("<Start>2023-11-30T08:00:00</Start><Finish>2023-11-30T17:00:00</Finish><Duration>PT8H0M0S</Duration>"))
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
