import FanganUnits
import Foundation
import Testing

/// Readings written by hand, one row of `Tables/readings.tsv` each.
@Suite struct ReadingTests {
    struct Row: Sendable, CustomStringConvertible {
        let place, mention, name, fields, region, kind: String
        var description: String { "\(mention) in \(place)" }
    }

    static let catalogue = Result { try UnitCatalogue.load() }

    static let rows: [Row] = {
        let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent("Tables/readings.tsv")
        let text = (try? String(contentsOf: file, encoding: .utf8)) ?? ""
        return text.split(separator: "\n").filter { !$0.hasPrefix("#") }.dropFirst().map { line in
            let cells = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init) + Array(repeating: "", count: 6)
            return Row(place: cells[0], mention: cells[1].replacingOccurrences(of: "⏎", with: "\n"), name: cells[2], fields: cells[3], region: cells[4], kind: cells[5])
        }
    }()

    /// `510411`, `500240/洗新乡`, `210500@本溪高新区`, `610000#market-regulation`, `640000#market-regulation:宁夏回族自治区市场监督管理厅`, `XX区`, `-`.
    static func jurisdiction(_ place: String, _ catalogue: UnitCatalogue) -> Jurisdiction {
        if place.hasPrefix("XX") { return Jurisdiction(placeholder: place) }
        let region = catalogue.region(code: String(place.prefix(6)))
        let rest = String(place.dropFirst(7))
        if place.contains("/") { return Jurisdiction(region: region, township: rest) }
        if place.contains("@") { return Jurisdiction(region: region, zone: rest) }
        if place.contains("#") {
            let parts = rest.split(separator: ":", maxSplits: 1).map(String.init)
            return Jurisdiction(region: region, bureau: Jurisdiction.Bureau(name: parts.count > 1 ? parts[1] : (region?.name ?? "") + "市场监督管理局", function: parts[0]))
        }
        return Jurisdiction(region: region)
    }

    @Test func theTableIsThere() { #expect(Self.rows.count >= 800) }

    @Test(arguments: rows) func reads(_ row: Row) throws {
        let catalogue = try Self.catalogue.get()
        let jurisdiction = Self.jurisdiction(row.place, catalogue)
        let reading = catalogue.read(row.mention, in: jurisdiction)
        #expect(reading.name == row.name)
        #expect((reading.functionName ?? "-") == row.fields)
        #expect((reading.region ?? "-") == row.region)
        #expect(reading.kind.rawValue == row.kind)
        #expect(catalogue.split(row.mention, in: jurisdiction).count == 1)
    }

    @Test func equalOrgansHaveEqualKeys() throws {
        let catalogue = try Self.catalogue.get()
        let place = Jurisdiction(region: catalogue.region(code: "620800"))
        for (a, b) in [("市住建局", "市住房城乡建设局"), ("市发改委", "平凉市发展改革委"), ("市公积金中心", "市住房公积金管理中心"), ("宣传部", "市委宣传部")] {
            #expect(catalogue.read(a, in: place).key == catalogue.read(b, in: place).key)
        }
        #expect(catalogue.read("市财政局", in: place).key != catalogue.read("市审计局", in: place).key)
    }

    @Test func fullerNamesOfTheDocumentDecide() throws {
        let catalogue = try Self.catalogue.get()
        let known = Jurisdiction(placeholder: "XX区", knownNames: ["区文体广电和旅游局", "区教育局"])
        #expect(catalogue.read("文广局", in: known).name == "XX区文体广电和旅游局")
        #expect(catalogue.read("文广局", in: known).functionName == "文化旅游+体育")
        #expect(catalogue.read("区教育局", in: known).name == "XX区教育局")
        let two = Jurisdiction(placeholder: "XX区", knownNames: ["区文体广电和旅游局", "区文化广电新闻出版局"])
        #expect(catalogue.read("文广局", in: two).name != "XX区文体广电和旅游局")
    }

    @Test func officesAreForThePlansSubject() throws {
        let catalogue = try Self.catalogue.get()
        let place = Jurisdiction(region: catalogue.region(code: "620800"), subject: "创建全国民族团结进步示范市")
        let office = catalogue.read("创建工作办公室", in: place)
        #expect(office.name == "平凉市创建全国民族团结进步示范市工作办公室")
        #expect(office.kind == .office)
        #expect(office.functionName == "民族宗教")
    }

    @Test func officesInFullInTheDocument() throws {
        let catalogue = try Self.catalogue.get()
        var place = Jurisdiction(region: catalogue.region(code: "350000"))
        let usual = catalogue.read("省审改办", in: place).name
        place.offices = ["人民政府办公室", "行政审批制度改革工作小组办公室"]
        let office = catalogue.read("省审改办", in: place)
        #expect(office.name == "福建省行政审批制度改革工作小组办公室" && office.name != usual && office.kind == .office)
        #expect(office.key == catalogue.read("福建省行政审批制度改革工作小组办公室", in: place).key)
        #expect(catalogue.read("市审改办", in: Jurisdiction(region: catalogue.region(code: "350300"))).name != office.name)
        // Of two that fit neither is taken.
        place.offices = ["行政审批制度改革工作小组办公室", "审批改革办公室"]
        #expect(catalogue.read("省审改办", in: place).name == usual)
    }

    @Test func eachOtherNameIsACandidateOfItsOwn() throws {
        let catalogue = try Self.catalogue.get()
        let reading = catalogue.read("省大数据局", in: Jurisdiction(region: catalogue.region(code: "370000")))
        #expect(reading.candidates.map(\.name) == ["山东省大数据管理局", "山东省大数据发展管理局"])
    }

    @Test func homonymsStayOpen() throws {
        let catalogue = try Self.catalogue.get()
        let reading = catalogue.read("鼓楼区", in: Jurisdiction())
        #expect(reading.region == nil)
        #expect(reading.candidates.count >= 4)
        #expect(reading.diagnostics.contains { $0.code == "unit.region-open" })
    }
}
