import FanganText

/// A half-open range of Unicode scalar offsets in the canonical text; `[start, end]` in JSON.
public struct ScalarSpan: Hashable, Sendable {
    public var start: Int
    public var end: Int
    public init(_ start: Int, _ end: Int) {
        self.start = start
        self.end = end
    }
}

/// Everything that was understood of one document, as `schemas/task-graph.schema.json` describes it.
public struct TaskGraph: Sendable {
    public static let schema = "fangan.task-graph/1"

    public var generator: String
    public var document: DocumentFacts
    /// In reading order.
    public var items: [ItemNode] = []
    /// Parts of enumerations inside items, in reading order.
    public var steps: [StepNode] = []
    public var phases: [PhaseNode] = []
    /// In order of first mention.
    public var units: [UnitNode] = []
    public var references: [ReferenceNode] = []
    public var edges: [Edge] = []
    public var diagnostics: [GraphDiagnostic] = []

    public init(generator: String, document: DocumentFacts) {
        self.generator = generator
        self.document = document
    }
}

/// The document itself: what it is, who issued it, and how its text is laid out.
public struct DocumentFacts: Sendable, Hashable {
    /// Identifies the bytes of the canonical text.
    public var id: String
    /// Identifies the plan across its versions.
    public var work: String
    public var title: String?
    /// 发文字号, for example `洗府发〔2022〕145号`.
    public var number: String?
    /// Identifiers of unit nodes.
    public var issuers: [String] = []
    /// 成文日期 as `yyyy-mm-dd`.
    public var issued: String?
    /// GB/T 2260 code, six digits.
    public var region: String?
    public var addressees: [String] = []
    /// 发文字号 of the documents that the preamble names as basis.
    public var basedOn: [String] = []
    public var source: SourceInfo
    /// Times named outside the items.
    public var periods: [Period] = []
    /// Further plans in the same file.
    public var plans: [PlanFacts] = []
    /// Path of the canonical text beside the graph, for example `text/plan.txt`.
    public var textURI: String
    /// Length of the canonical text in Unicode scalars.
    public var scalars: Int
    /// What of the text is no item: title, preamble, signature, furniture … With the items' own
    /// stretches these cover the text.
    public var parts: [DocumentPart] = []

    public init(id: String, work: String, source: SourceInfo, textURI: String, scalars: Int) {
        self.id = id
        self.work = work
        self.source = source
        self.textURI = textURI
        self.scalars = scalars
    }
}

/// A plan behind the first one in the same file: the facts of those items whose identifiers begin with its own.
public struct PlanFacts: Sendable, Hashable {
    /// `p2`, of which `p2.1` is the first item.
    public var id: String
    /// The plan's own title, joined over line breaks.
    public var title: String
    /// That of the document in front, unless the plan was issued as a document of its own.
    public var number: String?
    /// `yyyy-mm-dd`; as the number.
    public var issued: String?
    /// Where the title stands.
    public var span: ScalarSpan

    /// The values as they are described above.
    public init(id: String, title: String, number: String?, issued: String?, span: ScalarSpan) {
        self.id = id
        self.title = title
        self.number = number
        self.issued = issued
        self.span = span
    }
}

extension DocumentFacts {
    /// The further plan that an item is of; nil for those of the first one.
    public func plan(of item: String) -> PlanFacts? {
        guard !plans.isEmpty, item.utf8.first == UInt8(ascii: "p"), let end = item.utf8.firstIndex(of: UInt8(ascii: ".")), let number = Int(item[..<end].dropFirst()) else { return nil }
        // They stand in the order of their numbers.
        var low = 0, high = plans.count
        while low < high {
            let middle = (low + high) / 2
            if (Int(plans[middle].id.dropFirst()) ?? 0) < number { low = middle + 1 } else { high = middle }
        }
        return low < plans.count && plans[low].id == item[..<end] ? plans[low] : nil
    }
}

/// A stretch of the document outside its items.
public struct DocumentPart: Sendable, Hashable {
    /// `title`, `notice-title`, `number`, `addressees`, `notice`, `preamble`, `signature`, `annex-list`, `annex-title`,
    /// `table-head`, `table-cell`, `paragraph`, `closing`, `blank`, or for furniture `page-mark`, `running-head`, `web-chrome`, `catalogue`, `ornament`.
    public var kind: String
    public var span: ScalarSpan
    public init(kind: String, span: ScalarSpan) {
        self.kind = kind
        self.span = span
    }
}

public struct GraphDiagnostic: Sendable, Hashable {
    public var code: String
    public var severity: String
    public var message: String
    public var span: ScalarSpan?
    public init(code: String, severity: String, message: String, span: ScalarSpan?) {
        self.code = code
        self.severity = severity
        self.message = message
        self.span = span
    }
}
