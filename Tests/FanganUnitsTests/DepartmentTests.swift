import Testing
@testable import FanganUnits

/// Fields of a list (`公安、电信、供电`) are departments only where a government has such.
@Suite struct DepartmentTests {
    @Test(arguments: [("公安", true), ("住建", true), ("电信", false), ("供电", false), ("城投", false), ("移动", false), ("市场监管", true), ("自然资源", true), ("税务", true), ("县发展改革", true), ("省级生态环境", true)])
    func departmentsOfGovernments(_ field: String, _ isDepartment: Bool) throws {
        #expect(try PlaceTests.reader("341824").read(field).name.hasSuffix("部门") == isDepartment)
    }
}
