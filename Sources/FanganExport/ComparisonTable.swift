import FanganComparison

/// A comparison as tables for spreadsheet programs.
public enum ComparisonTable {
    static let columns = ["主题号", "主题", "不同之处", "地区代码", "文件", "文件标题", "条目", "任务编号", "标题", "正文", "主责", "其他单位", "时限", "指标", "分值", "起始位置", "结束位置"]

    /// One row for each duty, those of a topic together, those of one plan alone behind them without a number; RFC 4180 with a byte order mark.
    public static func csv(_ comparison: Comparison) -> [UInt8] {
        var writer = CSVWriter()
        writer.record(columns)
        for (place, topic) in comparison.topics.enumerated() {
            for member in topic.members { writer.record(cells(comparison.duties[member], comparison, topic, number: place + 1)) }
        }
        for place in comparison.alone { writer.record(cells(comparison.duties[place], comparison, nil, number: nil)) }
        return CSVWriter.mark + writer.bytes
    }

    /// Topics down and plans across, and a sheet with one row for each duty.
    public static func workbook(_ comparison: Comparison) -> Workbook {
        let heads = comparison.documents.map { (title: $0.name, width: 40.0) }
        var across = Workbook.Sheet(name: "对照", columns: [("主题", 30), ("不同之处", 12)] + heads)
        for topic in comparison.topics {
            var row: [Workbook.Cell] = [.text(topic.label), .text(differences(topic))]
            for place in comparison.documents.indices {
                let titles = topic.members.map { comparison.duties[$0] }.filter { $0.document == place }.map(ComparisonWording.place)
                let facts = topic.facts.cells.first { $0.document == place }.map { ComparisonWording.lines($0.facts) } ?? []
                let near = topic.near.map { comparison.duties[$0.duty] }.first { $0.document == place }.map { "未单列，相近：" + ComparisonWording.place($0) }
                row.append(titles.isEmpty ? near.map { .text($0) } ?? .empty : .text((titles + facts).joined(separator: "\n")))
            }
            across.rows.append(Workbook.Row(row))
        }
        var list = Workbook.Sheet(name: "逐条", columns: columns.map { ($0, $0 == "正文" ? 60 : 18) })
        for (place, topic) in comparison.topics.enumerated() {
            list.rows += topic.members.map { Workbook.Row(cells(comparison.duties[$0], comparison, topic, number: place + 1).map { .text($0) }) }
        }
        list.rows += comparison.alone.map { Workbook.Row(cells(comparison.duties[$0], comparison, nil, number: nil).map { .text($0) }) }
        return Workbook(sheets: [across, list])
    }

    private static func differences(_ topic: Comparison.Topic) -> String { topic.facts.differences.map(ComparisonWording.difference).joined(separator: "、") }

    private static func cells(_ duty: Duty, _ comparison: Comparison, _ topic: Comparison.Topic?, number: Int?) -> [String] {
        let document = comparison.documents[duty.document], facts = duty.facts
        return [
            number.map(String.init) ?? "", topic?.label ?? "", topic.map(differences) ?? "", document.facts.region ?? "", document.facts.source.uri, document.facts.title ?? "",
            duty.path.joined(separator: " "), duty.item, duty.heading ?? "", duty.text, ComparisonWording.names(facts.lead), ComparisonWording.names(facts.share),
            facts.due.joined(separator: "、"), ComparisonWording.targets(facts), ComparisonWording.points(facts),
            String(duty.span.start), String(duty.span.end),
        ]
    }
}
