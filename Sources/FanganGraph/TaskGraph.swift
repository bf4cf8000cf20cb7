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

// The nodes' initializers hand over to the memberwise one, in extensions: the result of one that sets `var` after `var` is
// copied, which counts all of its references once more.

/// A numbered unit of the text.
public struct ItemNode: Sendable, Hashable {
    public enum Kind: String, Sendable { case section, task, item }

    /// Path of ordinals, for example `4.1`; unique in the document.
    public var id: String
    public var kind: Kind
    public var role: String
    /// Labels from the outermost, as printed without spaces.
    public var path: [String]
    public var label: String
    public var ordinal: Int?
    public var heading: String?
    /// The item's own words after label, heading and responsibility brackets, paragraphs joined.
    public var text: String
    /// Label to end, children included.
    public var span: ScalarSpan
    public var due: [Due] = []
    public var scores: [Score] = []
    public var targets: [Target] = []
    public var recurrence: [Recurrence] = []
    /// Times that are no deadlines.
    public var periods: [Period] = []
    public var scoreLimits: [ScoreLimit] = []
    public var conditions: [Condition] = []
}

extension ItemNode {
    public init(id: String, kind: Kind, role: String, path: [String], label: String, ordinal: Int?, heading: String?, text: String, span: ScalarSpan) {
        self.init(
            id: id, kind: kind, role: role, path: path, label: label, ordinal: ordinal, heading: heading, text: text, span: span, due: [], scores: [],
            targets: [], recurrence: [], periods: [], scoreLimits: [], conditions: [])
    }
}

/// A part of an enumeration inside an item's text (`一是…；二是…`): a duty under the item, which stays whole.
public struct StepNode: Sendable, Hashable {
    /// The item's identifier and `.s1`, `.s2` …
    public var id: String
    /// As printed without spaces: `一是`, `（1）`.
    public var label: String
    public var ordinal: Int
    /// Behind the label, without responsibility brackets.
    public var text: String
    /// From the label to the next step.
    public var span: ScalarSpan
    public var due: [Due] = []
    public var scores: [Score] = []
    public var targets: [Target] = []
    public var recurrence: [Recurrence] = []
}

extension StepNode {
    public init(id: String, label: String, ordinal: Int, text: String, span: ScalarSpan) {
        self.init(id: id, label: label, ordinal: ordinal, text: text, span: span, due: [], scores: [], targets: [], recurrence: [])
    }
}

/// What stands beside the units in their bracket: where a duty holds (`适用范围：…`), whom to ask, what is to come of it.
public struct Condition: Sendable, Hashable {
    /// The key as printed without spaces; nil for a remark without one (`列第一位者为牵头单位`).
    public var key: String?
    /// What the key holds.
    public var quote: String
    public var span: ScalarSpan
    public init(key: String?, quote: String, span: ScalarSpan) {
        self.key = key
        self.quote = quote
        self.span = span
    }
}

/// The last day by which an item is to be done.
public struct Due: Sendable, Hashable {
    /// `yyyy-mm-dd`.
    public var date: String
    public var quote: String
    public var span: ScalarSpan
    /// Where the year came from: `written`, `phase`, `plan`, `number`, `cited`, `issued`, `row`.
    public var yearBasis: String
    /// First day as `yyyy-mm-dd`, where the words name a range.
    public var start: String?
    /// The time that the words name, as ISO 8601-2 (EDTF) level 1 writes it: `../2024-07`.
    public var edtf: String?
    /// `day`, `ten-days`, `month`, `quarter`, `half-year`, `year`: how finely the words name it.
    public var precision: String?
    /// Where the month came from, nil where it is written: `year-end`, `half-year-end`, `quarter-end`, `position`, `day-before`, `counted`.
    public var monthBasis: String?
    /// Where the day came from, nil where it is written: as ``monthBasis``, and `month-end`, `ten-days-end`.
    public var dayBasis: String?
    /// The work goes on behind the date.
    public var isOngoing = false
}

extension Due {
    public init(date: String, quote: String, span: ScalarSpan, yearBasis: String) {
        self.init(
            date: date, quote: quote, span: span, yearBasis: yearBasis, start: nil, edtf: nil, precision: nil, monthBasis: nil, dayBasis: nil,
            isOngoing: false)
    }
}

/// A time that an item, or the document outside its items, names beside the last days of the items.
public struct Period: Sendable, Hashable {
    /// `interval` from … to …; `open` goes on without end; `term` how long something holds; `deadline` a last day that
    /// stands in the item's due dates already, or outside the items; `past`, `condition` (who is meant), `grant` (what is
    /// granted until then), `reference` (what an amount is measured from); `date` any other.
    public var kind: String
    /// First and last day as `yyyy-mm-dd`; nil for an open end or where the year is not known.
    public var start: String?
    public var end: String?
    /// ISO 8601-2 (EDTF) level 1.
    public var edtf: String?
    public var precision: String?
    public var quote: String
    public var span: ScalarSpan
    /// As ``Due/yearBasis``; nil where no day is known.
    public var yearBasis: String?
}

extension Period {
    public init(kind: String, start: String?, end: String?, quote: String, span: ScalarSpan) {
        self.init(kind: kind, start: start, end: end, edtf: nil, precision: nil, quote: quote, span: span, yearBasis: nil)
    }

    /// A time of work without a last day that could stand among the due dates: 长期坚持, 印发之日起10个工作日内.
    public var isOpen: Bool { kind == "open" || kind == "deadline" && end == nil }
}

/// Points that an item gives; deductions are negative.
public struct Score: Sendable, Hashable {
    public var points: Double
    public var quote: String
    public var span: ScalarSpan
    public init(points: Double, quote: String, span: ScalarSpan) {
        self.points = points
        self.quote = quote
        self.span = span
    }
}

/// Points that bound or sum up what other points give.
public struct ScoreLimit: Sendable, Hashable {
    /// `cap`, `total`, `until-zero`.
    public var kind: String
    /// Negative for caps of deductions; nil where none are named.
    public var points: Double?
    public var quote: String
    public var span: ScalarSpan
    public init(kind: String, points: Double?, quote: String, span: ScalarSpan) {
        self.kind = kind
        self.points = points
        self.quote = quote
        self.span = span
    }
}

/// A quantified requirement.
public struct Target: Sendable, Hashable {
    public var quote: String
    public var span: ScalarSpan
    public var min: Double?
    public var max: Double?
    /// Measure word as printed, `%` for percentages, `元` for money.
    public var unit: String
    /// `year`, `half-year`, `quarter`, `month`, `fortnight`, `week`, `day`, `term`, or nil.
    public var per: String?
    /// The amount is meant roughly: 左右, 约.
    public var isAbout = false
    /// Whom of several the amount is for: 其他县, 每个乡镇.
    public var scope: Scope?

    public struct Scope: Sendable, Hashable {
        public var quote: String
        public var span: ScalarSpan
        public init(quote: String, span: ScalarSpan) {
            self.quote = quote
            self.span = span
        }
    }
}

extension Target {
    public init(quote: String, span: ScalarSpan, min: Double?, max: Double?, unit: String, per: String?) {
        self.init(quote: quote, span: span, min: min, max: max, unit: unit, per: per, isAbout: false, scope: nil)
    }
}

/// A date that comes again, as an RFC 5545 recurrence rule.
public struct Recurrence: Sendable, Hashable {
    public var rule: String
    public var quote: String
    public var span: ScalarSpan
    public init(rule: String, quote: String, span: ScalarSpan) {
        self.rule = rule
        self.quote = quote
        self.span = span
    }
}

public struct PhaseNode: Sendable, Hashable {
    /// `phase:1`, `phase:2` … in reading order.
    public var id: String
    public var name: String
    /// First day as `yyyy-mm-dd`; nil for an open end.
    public var start: String?
    /// Last day.
    public var end: String?
    public var quote: String
    public var span: ScalarSpan
    /// ISO 8601-2 (EDTF) level 1.
    public var edtf: String?
    public var precision: String?
    public var yearBasis: String?
    public init(id: String, name: String, start: String?, end: String?, quote: String, span: ScalarSpan) {
        self.id = id
        self.name = name
        self.start = start
        self.end = end
        self.quote = quote
        self.span = span
    }
}

public struct UnitNode: Sendable, Hashable {
    public struct Candidate: Sendable, Hashable {
        public var name: String
        public var function: String?
        public init(name: String, function: String?) {
            self.name = name
            self.function = function
        }
    }
    /// `unit:` and a stable key of the resolved name.
    public var id: String
    /// Full official name, as far as it is known.
    public var name: String
    /// Identifier of the field of government, `+` between two; nil for groups and places.
    public var function: String?
    public var functionName: String?
    /// GB/T 2260 code, or a township's name.
    public var region: String?
    /// `national`, `province`, `prefecture`, `county`, `township`, `village`.
    public var level: String?
    /// `organ`, `group`, `place`, `office`.
    public var kind: String
    public var candidates: [Candidate] = []
}

extension UnitNode {
    public init(id: String, name: String, function: String?, functionName: String?, region: String?, level: String?, kind: String) {
        self.init(id: id, name: name, function: function, functionName: functionName, region: region, level: level, kind: kind, candidates: [])
    }
}

public struct ReferenceNode: Sendable, Hashable {
    /// `ref:1` … in order of first mention.
    public var id: String
    public var title: String?
    public var number: String?
    /// `basis`, `implements`, `annex`, `cited`: what the document is to the plan.
    public var kind: String
    /// Of the first mention.
    public var span: ScalarSpan
    public init(id: String, title: String?, number: String?, kind: String = "cited", span: ScalarSpan) {
        self.id = id
        self.title = title
        self.number = number
        self.kind = kind
        self.span = span
    }
}

public struct Edge: Sendable, Hashable {
    public enum Kind: String, Sendable {
        case contains, responsible, during, precedes, cites
        case basedOn = "based_on"
        case memberOf = "member_of"
        case succeeds
        case hostedBy = "hosted_by"
    }
    public var kind: Kind
    /// Identifier of a node, or of the document.
    public var from: String
    public var to: String
    /// For `responsible`: `lead`, `responsible`, `support`.
    public var role: String?
    /// For `responsible`: `bracket`, `table`, `inherited`, `default`, `text`; for `member_of` where the list stands.
    public var basis: String?
    /// The quoted name, exactly as the text has it at `span`.
    public var mention: String?
    public var span: ScalarSpan?
    /// For `succeeds`: since when, and by which reform.
    public var succession: Succession?

    public struct Succession: Sendable, Hashable {
        /// `yyyy-mm-dd`
        public var date: String
        /// 2018年党和国家机构改革
        public var reform: String
        public init(date: String, reform: String) {
            self.date = date
            self.reform = reform
        }
    }
}

extension Edge {
    public init(_ kind: Kind, from: String, to: String, role: String? = nil, basis: String? = nil, mention: String? = nil, span: ScalarSpan? = nil) {
        self.init(kind: kind, from: from, to: to, role: role, basis: basis, mention: mention, span: span, succession: nil)
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
