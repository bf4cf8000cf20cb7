import FanganComparison
import FanganGraph

/// Facts of duties in words, the same on the terminal, in CSV and in workbooks.
enum ComparisonWording {
    static func difference(_ difference: TopicFacts.Difference) -> String {
        switch difference {
        // Who leads; where nobody does, who is responsible.
        case .lead: "主责"
        case .due: "时限"
        case .target: "指标"
        case .score: "分值"
        }
    }

    static func names(_ actors: [DutyFacts.Actor]) -> String { actors.map(\.name).joined(separator: "、") }

    static func targets(_ facts: DutyFacts) -> String { facts.targets.map { TargetPeriod.said($0.quote, per: $0.per) }.joined(separator: "、") }

    static func points(_ facts: DutyFacts) -> String { facts.points.map { number($0) + "分" }.joined(separator: "、") }

    /// All that is known, for one cell.
    static func lines(_ facts: DutyFacts) -> [String] {
        [("主责", names(facts.lead)), ("其他单位", names(facts.share)), ("时限", facts.due.joined(separator: "、")), ("指标", targets(facts)), ("分值", points(facts))]
            .filter { !$0.1.isEmpty }.map { $0.0 + "：" + $0.1 }
    }

    /// Path and title: 三、（一）加强宣传.
    static func place(_ duty: Duty) -> String { joined(duty.path) + duty.title }

    /// Labels as they are printed; row 1 and its duty 4. are 表1 4., not 表14.
    private static func joined(_ labels: [String]) -> String {
        labels.reduce("") { path, label in
            let meet = path.last?.isNumber == true && label.first?.isNumber == true
            return path + (meet ? " " : "") + label
        }
    }

    private static func number(_ value: Double) -> String {
        value == value.rounded() && value.magnitude < 1e15 ? String(Int(value)) : String(value)
    }
}
