import FanganText
import FanganUnits

/// One node for each unit of a document, whatever spellings name it.
struct UnitRegistry {
    private var reader: UnitReader
    private var byMention: [String: String] = [:]
    private var byKey: [String: Int] = [:]
    private(set) var nodes: [UnitNode] = []
    private(set) var diagnostics: [Diagnostic] = []

    init(catalogue: UnitCatalogue, jurisdiction: Jurisdiction) {
        reader = catalogue.reader(in: jurisdiction)
    }

    /// Identifier of the node that a mention names.
    mutating func unit(for mention: String, at span: Span? = nil) -> String {
        if let id = byMention[mention] { return id }
        let reading = reader.read(mention)
        diagnostics += reading.diagnostics.map { Diagnostic($0.code, $0.severity, $0.message, at: $0.span ?? span) }
        let id = "unit:" + reading.key
        byMention[mention] = id
        if byKey[id] == nil {
            byKey[id] = nodes.count
            var node = UnitNode(id: id, name: reading.name, function: reading.function, functionName: reading.functionName,
                                region: reading.region, level: reading.level?.rawValue, kind: reading.kind.rawValue)
            node.candidates = reading.candidates.map { UnitNode.Candidate(name: $0.name, function: $0.function) }
            nodes.append(node)
            if !reading.candidates.isEmpty, reading.diagnostics.isEmpty {
                let others = reading.candidates.map(\.name).joined(separator: ", ")
                diagnostics.append(Diagnostic("unit.other-names", .note, "“\(mention)” was read as “\(reading.name)”; it may also be \(others).", at: span))
            }
        }
        return id
    }

    /// Names run together without a mark are set apart (`福田镇大河中路街道`).
    mutating func split(_ mention: String, at span: Span, in text: CanonicalText) -> [(mention: String, span: Span)] {
        let ranges = reader.split(mention)
        guard ranges.count > 1, text[span] == mention else { return [(mention, span)] }
        let scalars = Array(mention.unicodeScalars)
        func bytes(_ n: Int) -> Int { scalars[..<n].reduce(0) { $0 + UTF8.width($1) } }
        return ranges.map { range in
            var view = String.UnicodeScalarView()
            view.append(contentsOf: scalars[range])
            return (String(view), Span(span.start + bytes(range.lowerBound), span.start + bytes(range.upperBound)))
        }
    }
}
