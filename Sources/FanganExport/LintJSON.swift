import FanganLint
import FanganText

/// Writes the findings of `fangan lint` as one JSON object, keys in fixed order, a line for each finding.
public enum LintJSON {
    public static let schema = "fangan.lint/1"

    public static func encode(_ reports: [LintReport], generator: String) -> [UInt8] {
        var writer = JSONWriter()
        writer.raw("{\n  \"schema\": "); writer.string(schema)
        writer.raw(",\n  \"generator\": "); writer.string(generator)
        writer.raw(",\n  \"plans\": [")
        for (place, report) in reports.enumerated() {
            writer.raw(place == 0 ? "\n    " : ",\n    ")
            writer.report(report)
        }
        writer.raw(reports.isEmpty ? "]" : "\n  ]")
        writer.raw("\n}\n")
        return writer.bytes
    }
}

extension JSONWriter {
    fileprivate mutating func report(_ report: LintReport) {
        raw("{\"uri\": "); string(report.uri)
        raw(", \"findings\": [")
        for (place, entry) in report.entries.enumerated() {
            raw(place == 0 ? "\n      " : ",\n      ")
            self.entry(entry)
        }
        raw(report.entries.isEmpty ? "]}" : "\n    ]}")
    }

    private mutating func entry(_ entry: LintReport.Entry) {
        let finding = entry.finding
        raw("{\"code\": "); string(finding.code)
        raw(", \"severity\": "); string(finding.severity.rawValue)
        raw(", \"line\": "); integer(entry.place?.line)
        raw(", \"column\": "); integer(entry.place?.column)
        raw(", \"span\": ")
        if let place = finding.span { span(place) } else { raw("null") }
        raw(", \"quote\": "); string(entry.quote)
        raw(", \"item\": "); string(finding.item)
        raw(", \"message\": "); string(finding.message)
        raw(", \"advice\": "); string(finding.advice)
        raw("}")
    }
}
