@testable import FanganUnits
import Testing

/// The user's own table.
@Suite struct LocalNamesTests {
    private func reader(_ table: String, _ code: String) throws -> UnitReader {
        let catalogue = try UnitCatalogue.load(local: Array(table.utf8))
        return catalogue.reader(in: Jurisdiction(region: catalogue.region(code: code)))
    }

    @Test func aRowIsReadBeforeTheData() throws {
        let table = "\u{FEFF}name\tfield\tregion\r\n# local bodies\r\n市文创办\tculture-tourism+propaganda\t310000\r\n"
        let reading = try reader(table, "310000").read("市文创办")
        #expect(reading.name == "上海市文创办")
        #expect(reading.function == "culture-tourism+propaganda")
        #expect(reading.region == "310000")
        #expect(reading.diagnostics.isEmpty)
        #expect(try reader(table, "620800").read("市文创办").function != "culture-tourism+propaganda")
    }

    @Test func theNearestRowCounts() throws {
        let table = "数字办\tbig-data\t\n数字办\tmedia\t510400\n数字办\tarchives\t510411\t仁和区数字档案办公室\n"
        #expect(try reader(table, "510411").read("数字办").name == "仁和区数字档案办公室")
        #expect(try reader(table, "510411").read("数字办").function == "archives")
        #expect(try reader(table, "510400").read("数字办").function == "media")
        #expect(try reader(table, "620800").read("数字办").function == "big-data")
    }

    @Test(arguments: [("一个名字\n", 1), ("name\tfield\tregion\n市文创办\tno-such-field\t310000\n", 2), ("市文创办\tmedia\t999999\n", 1), ("\tmedia\t310000\n", 1)])
    func aBadRowIsNamed(_ table: String, _ line: Int) {
        #expect { try UnitCatalogue.load(local: Array(table.utf8)) } throws: { ($0 as? UnitDataError)?.line == line && ($0 as? UnitDataError)?.table == "units" }
    }
}
