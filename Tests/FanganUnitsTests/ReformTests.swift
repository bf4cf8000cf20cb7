@testable import FanganUnits
import Testing

/// Old names and new ones: `reforms.tsv`, `successions.tsv`.
@Suite struct ReformTests {
    static let catalogue = Result { try UnitCatalogue.load() }

    static func reader(_ code: String, _ date: String? = nil) throws -> UnitReader {
        let catalogue = try Self.catalogue.get()
        return catalogue.reader(in: Jurisdiction(region: catalogue.region(code: code), isoDate: date))
    }

    // MARK: The tables

    @Test func datesAreDaysInOrder() throws {
        let table = try Self.catalogue.get().tables.reforms
        func isDay(_ text: String) -> Bool { text.utf8.count == 10 && text.split(separator: "-").map(\.utf8.count) == [4, 2, 2] }
        for reform in table.reforms {
            #expect(isDay(reform.date), "\(reform.id)")
            #expect(!reform.source.isEmpty)
        }
        for row in table.rows {
            let names = row.new.map { String(decoding: $0, as: UTF8.self) }
            #expect(isDay(row.date), "\(names)")
            #expect(row.since.map(isDay) ?? true, "\(names)")
            #expect(row.until.map { isDay($0) && $0 >= row.date } ?? true, "\(names)")
            #expect(row.levels.allSatisfy { Array("NPCXTZ".utf8).contains($0) }, "\(names)")
        }
        #expect(Set(table.rows.map(\.reform) + table.branches.map(\.reform)) == Set(table.reforms.indices), "a reform without a row")
    }

    @Test func noRowReplacesAByA() throws {
        for row in try Self.catalogue.get().tables.reforms.rows {
            #expect(Set(row.old).isDisjoint(with: row.new))
            #expect(Set(row.old).count == row.old.count && Set(row.new).count == row.new.count)
        }
    }

    /// A name that the reader does not give back could never be met.
    @Test func everyNameIsReadAsItself() throws {
        let table = try Self.catalogue.get().tables.reforms
        for row in table.rows {
            for word in row.old + row.new {
                let name = String(decoding: word, as: UTF8.self)
                let isProvincial = name.hasSuffix("厅")
                let code = row.levels.contains(UInt8(ascii: "N")) && row.levels.count == 1 ? "000000" : isProvincial ? "130000" : "130600"
                if row.levels.count > 1, row.levels.contains(UInt8(ascii: "N")), name.hasSuffix("部") { continue }
                // 粮食局 is short for today's organ, except in the plans of its own time.
                let reading = try Self.reader(code, row.old.contains(word) ? "1999" : nil).read(code == "000000" ? name : (isProvincial ? "省" : "市") + name)
                #expect(reading.function != nil, "\(name)")
                #expect(reading.name.hasSuffix(name) || reading.name.hasSuffix("税务局") || reading.name.contains("领导小组") || name == "扶贫办公室", "\(name) is read as \(reading.name)")
            }
        }
    }

    // MARK: Lines of succession

    /// The name of a body that a reform replaced by one that is called so in short.
    @Test func shortNamesAreReadAsOfTheirTime() throws {
        let before = try Self.reader("620800", "2015"), after = try Self.reader("620800", "2021-05-01")
        let old = before.read("市粮食局")
        #expect(old.name == "平凉市粮食局" && old.function == "grain-reserves")
        #expect(before.successors(of: old).map(\.unit.name) == ["平凉市粮食和物资储备局"])
        #expect(after.read("市粮食局").name == "平凉市粮食和物资储备局")
        #expect(try Self.reader("000000", "2005").read("交通部").name == "中华人民共和国交通部")
    }

    @Test func povertyReliefBecameRuralRevitalisation() throws {
        let reader = try Self.reader("510411")
        let old = reader.read("扶贫办"), new = reader.read("乡村振兴局")
        let successors = reader.successors(of: old)
        #expect(successors.map(\.unit.key) == [new.key])
        #expect(successors.first?.date == "2021-02-25")
        #expect(reader.successors(of: new).map(\.unit.name) == ["攀枝花市仁和区农业农村局"])
        #expect(reader.predecessors(of: new).map(\.unit.key).contains(old.key))
    }

    @Test func aPlaceholderStandsOnce() throws {
        let reader = try Self.catalogue.get().reader(in: Jurisdiction(placeholder: "XX区"))
        #expect(reader.successors(of: reader.read("扶贫办")).map(\.unit.name) == ["XX区乡村振兴局"])
        #expect(reader.read("XX区教育局").name == "XX区教育局")
        #expect(reader.read("XX区委组织部").name == reader.read("区委组织部").name)
    }

    @Test func threeOfficesBecameOne() throws {
        let reader = try Self.reader("620800")
        for name in ["市工商局", "市质监局", "市食药监局"] {
            #expect(reader.successors(of: reader.read(name)).map(\.unit.name) == ["平凉市市场监督管理局"], "\(name)")
        }
    }

    /// The two services before 国家税务总局平凉市税务局 were named after the place; the state's service stands in front of the name only since.
    @Test func theTaxServicesBeforeWereThePlaces() throws {
        let reader = try Self.reader("620800")
        #expect(reader.predecessors(of: reader.read("市税务局")).map(\.unit.name) == ["平凉市国家税务局", "平凉市地方税务局"])
        #expect(reader.read("市税务局").body == "vertical")
    }

    @Test func theSuccessorHasTheFormOfTheOldOne() throws {
        let county = try Self.reader("510411"), province = try Self.reader("620000")
        #expect(county.successors(of: county.read("区卫计局")).map(\.unit.name) == ["攀枝花市仁和区卫生健康局"])
        #expect(county.successors(of: county.read("区卫计委")).map(\.unit.name) == ["攀枝花市仁和区卫生健康委员会"])
        #expect(province.successors(of: province.read("省国土资源厅")).map(\.unit.name) == ["甘肃省自然资源厅"])
    }

    @Test(arguments: [
        ("平凉银保监分局", "国家金融监督管理总局平凉监管分局", "2023-05-18"), ("人行平凉市中心支行", "中国人民银行平凉市分行", "2023-08-18"),
        ("人行兰州中心支行", "中国人民银行甘肃省分行", "2023-08-18"), ("甘肃银保监局", "国家金融监督管理总局甘肃监管局", "2023-05-18"),
        ("市大数据局", "平凉市数据局", "2023-10-25"), ("人行平凉中支", "中国人民银行平凉市分行", "2023-08-18"),
        ("人民银行西安分行", "中国人民银行陕西省分行", "2023-08-18"), ("甘肃保监局", "中国银行保险监督管理委员会甘肃监管局", "2018-03-21"),
    ])
    func branchesHaveSuccessors(_ old: String, _ new: String, _ date: String) throws {
        let reader = try Self.reader("620800")
        let successors = reader.successors(of: reader.read(old))
        #expect(successors.map(\.unit.name) == [new])
        #expect(successors.first?.date == date)
        // The name that a later plan prints is the same organ.
        #expect(reader.read(new).key == successors.first?.unit.key)
        #expect(reader.predecessors(of: reader.read(new)).contains { $0.date == date })
    }

    /// A branch of the central bank for a province followed the one of its capital, or of the city from which several were served.
    @Test func provincesBranchesFollowThoseOfTheirCapitals() throws {
        let jiangxi = try Self.reader("360000"), shaanxi = try Self.reader("610700")
        #expect(jiangxi.predecessors(of: jiangxi.read("中国人民银行江西省分行")).map(\.unit.name) == ["中国人民银行南昌中心支行"])
        #expect(shaanxi.predecessors(of: shaanxi.read("中国人民银行陕西省分行")).map(\.unit.name) == ["中国人民银行西安分行"])
        #expect(shaanxi.predecessors(of: shaanxi.read("中国人民银行汉中市分行")).map(\.unit.name) == ["中国人民银行汉中市中心支行"])
        #expect(shaanxi.successors(of: shaanxi.read("中国人民银行汉中市分行")).isEmpty)
    }

    @Test(arguments: [
        ("361100", "市经信委", "上饶市经济和信息化局"), ("610700", "市工信委", "汉中市工业和信息化局"), ("361100", "市物价局", "上饶市发展和改革局"),
        ("361100", "市政府应急办", "上饶市应急管理局"), ("361100", "市侨办", "中共上饶市委统一战线工作部"), ("361100", "市综治办", "中共上饶市委政法委员会"),
        ("361100", "市公安消防支队", "上饶市消防救援支队"), ("361100", "市建设局", "上饶市住房和城乡建设局"), ("361100", "市人防办", "上饶市国防动员办公室"),
        ("610700", "市文广局", "汉中市文化和旅游局"), ("610000", "省林业厅", "陕西省林业局"),
    ])
    func oldNamesHaveSuccessors(_ code: String, _ old: String, _ new: String) throws {
        let reader = try Self.reader(code)
        #expect(reader.successors(of: reader.read(old)).map(\.unit.name) == [new])
    }

    /// 上海 kept 经济和信息化委员会, 重庆 calls its bureau of today 交通局; 住房和城乡建设局 only ends like 建设局.
    @Test(arguments: [("310000", "市经济信息化委"), ("500000", "市交通局"), ("361100", "市住建局"), ("361100", "市交通局"), ("361100", "市林业局")])
    func namesThatStayedHaveNone(_ code: String, _ name: String) throws {
        let reader = try Self.reader(code)
        #expect(reader.successors(of: reader.read(name)).isEmpty)
    }

    @Test func ownNamesThatEndAlikeAreNoOrgansOfOld() throws {
        let reader = try Self.reader("620800")
        for name in ["市财政局", "市农业农村局", "市现代农业局", "各县农业局"] {
            #expect(reader.successors(of: reader.read(name)).isEmpty, "\(name)")
        }
    }

    @Test func officesOfTheGovernmentBecameBureaus() throws {
        let reader = try Self.reader("620800")
        #expect(reader.successors(of: reader.read("市政府法制办")).map(\.unit.name) == ["平凉市司法局"])
    }

    // MARK: Names outside their time

    @Test(arguments: [
        ("扶贫办", "2022-03-01", "unit.no-longer"), ("扶贫办", "2020-05-01", nil), ("扶贫办", "2021", nil), ("扶贫办", "2022", "unit.no-longer"),
        ("乡村振兴局", "2020-12-01", "unit.not-yet"), ("乡村振兴局", "2021-02-25", nil), ("乡村振兴局", "2024-12-31", nil), ("乡村振兴局", "2025-01-01", "unit.no-longer"),
        ("区工商局", "2018-06-01", nil), ("区工商局", "2019-04-01", "unit.no-longer"), ("区市场监管局", "2016-01-01", nil),
        ("区退役军人局", "2017", "unit.not-yet"), ("区退役军人局", "2018", nil), ("区财政局", "1999", nil), ("区卫计局", "2020-01-01", "unit.no-longer"),
        ("平凉银保监分局", "2024-01-01", "unit.no-longer"), ("平凉银保监分局", "2023-05-01", nil), ("人行平凉中心支行", "2024", "unit.no-longer"),
        ("中国银保监会", "2024-01-01", "unit.no-longer"), ("金融监管总局", "2022-01-01", "unit.not-yet"), ("区农业农村局", "2017-12-31", "unit.not-yet"),
    ] as [(String, String, String?)])
    func namesFitTheDate(_ name: String, _ date: String, _ code: String?) throws {
        #expect(try Self.reader("510411", date).read(name).diagnostics.map(\.code) == [code].compactMap { $0 }, "\(name) \(date)")
    }

    @Test func withoutADateNothingIsSaid() throws {
        #expect(try Self.reader("510411").read("扶贫办").diagnostics.isEmpty)
    }
}
