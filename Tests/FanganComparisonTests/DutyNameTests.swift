import FanganGraph
import Testing
@testable import FanganComparison

@Suite struct DutyNameTests {
    private func found(_ name: String, _ tasks: [(String, [String])]) -> [String] {
        let duties = tasks.map { item, path in
            Duty(document: 0, item: item, path: path, heading: nil, text: "", context: [], span: ScalarSpan(0, 0), facts: DutyFacts(), position: 0)
        }
        return DutyName(name).duties(in: duties).map(\.item)
    }

    private let plan: [(String, [String])] = [
        ("2.1.3", ["二、", "（一）", "3."]), ("2.1", ["二、", "（一）"]), ("12.3", ["十二、", "3."]), ("t.1.5", ["表", "1", "5."]), ("t.15", ["表", "15"]), ("3.1", ["三、", "1."]),
        ("3.1~2", ["三、", "1."]), ("a1.4.2", ["附件1", "四、", "2."]),
    ]

    @Test(arguments: [
        ("2.1.3", ["2.1.3"]), ("2.1", ["2.1"]), ("二、（一）3.", ["2.1.3"]), ("二（一）3", ["2.1.3"]), ("二、(一) 3．", ["2.1.3"]), ("二/一/3", ["2.1.3"]), ("二、 / （一） / 3.", ["2.1.3"]),
        ("二（一）３", ["2.1.3"]), ("表/1/5", ["t.1.5"]), ("表/15", ["t.15"]), ("t.1.5", ["t.1.5"]), ("三、1.", ["3.1", "3.1~2"]), ("3.1~2", ["3.1~2"]), ("（一）3", ["2.1.3"]),
        ("4.2", ["a1.4.2"]), ("四、2.", ["a1.4.2"]), ("九、", []), ("", []), ("/", []), ("、", []),
    ])
    func tasksByName(_ name: String, _ items: [String]) { #expect(found(name, plan) == items) }

    /// What parts two numbers is not left out.
    @Test func numbersAreNotRunTogether() {
        let plan = [("5.1", ["21", "3"]), ("t.1.5", ["表", "1", "5."])]
        #expect(found("2.13", plan) == [] && found("21.3", plan) == ["5.1"] && found("表15", plan) == [] && found("表1/5", plan) == ["t.1.5"])
    }

    /// Decimal labels of emergency plans: the label is printed whole, the identifier is not.
    @Test func decimalLabels() {
        let plan = [("2.2-1", ["2", "2.1"]), ("2.2-2.3", ["2", "2.2", "（3）"]), ("3.3-1", ["3", "3.1"])]
        #expect(found("2.1", plan) == ["2.2-1"] && found("3.1", plan) == ["3.3-1"] && found("2.2（3）", plan) == ["2.2-2.3"])
    }
}
