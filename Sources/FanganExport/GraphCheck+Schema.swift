import FanganGraph
import FanganText

/// What the JSON Schema asks of the values of a graph: that words are of a list, strings not empty or of a form, numbers not
/// negative. Keys and types need no check: ``GraphJSON`` writes them as they are. That edges name nodes of the right kind
/// (``GraphCheck``) makes their ends identifiers of the right form.
///
/// A test damages a graph in every way that its types allow and has the written JSON judged by the schema itself: what that
/// refuses must be refused here, and every rule of the schema must have refused something.
extension GraphCheck {
    // The commonest first.

    private static func isRole(_ word: String) -> Bool {
        switch word {
        case "duties", "safeguards", "other", "phases", "goals", "guiding", "principles", "assessment": true
        default: false
        }
    }

    private static func isResponsibility(_ role: String, _ basis: String) -> Bool {
        switch role {
        case "responsible", "lead", "support": break
        default: return false
        }
        switch basis {
        case "bracket", "inherited", "table", "text", "default": return true
        default: return false
        }
    }

    private static func isYearBasis(_ word: String) -> Bool {
        switch word {
        case "written", "phase", "plan", "number", "cited", "issued", "row": true
        default: false
        }
    }

    static func isPartBasis(_ word: String) -> Bool {
        switch word {
        case "month-end", "year-end", "half-year-end", "quarter-end", "ten-days-end", "position", "day-before", "counted": true
        default: false
        }
    }

    private static func isPrecision(_ word: String) -> Bool {
        switch word {
        case "day", "month", "year", "ten-days", "quarter", "half-year": true
        default: false
        }
    }

    static func isPeriodKind(_ word: String) -> Bool {
        switch word {
        case "interval", "open", "term", "deadline", "past", "condition", "grant", "reference", "date": true
        default: false
        }
    }

    static func isLimitKind(_ word: String) -> Bool {
        switch word {
        case "cap", "total", "until-zero": true
        default: false
        }
    }

    static func isTargetPeriod(_ word: String) -> Bool {
        TargetPeriod(rawValue: word) != nil
    }

    private static func isPartKind(_ word: String) -> Bool {
        switch word {
        case "table-cell", "paragraph", "blank", "title", "notice-title", "number", "addressees", "notice", "preamble", "signature", "annex-list", "annex-title",
             "table-head", "closing", "page-mark", "running-head", "web-chrome", "catalogue", "ornament": true
        default: false
        }
    }

    private static func isLevel(_ word: String) -> Bool {
        switch word {
        case "county", "prefecture", "province", "national", "township", "village": true
        default: false
        }
    }

    private static func isUnitKind(_ word: String) -> Bool {
        switch word {
        case "organ", "group", "place", "office": true
        default: false
        }
    }

    private static func isReferenceKind(_ word: String) -> Bool {
        switch word {
        case "cited", "basis", "implements", "annex": true
        default: false
        }
    }

    private static func isSeverity(_ word: String) -> Bool {
        switch word {
        case "note", "warning", "error": true
        default: false
        }
    }

    /// A value that is left out, or null, is none that it may not be.
    @inline(__always)
    static func isNone(_ word: String?, or isOne: (String) -> Bool) -> Bool {
        guard let word else { return true }
        return isOne(word)
    }

    // MARK: Document

    mutating func checkFacts() {
        let facts = graph.document
        expect(!graph.generator.isEmpty && !facts.id.isEmpty && !facts.work.isEmpty && !facts.textURI.isEmpty, "document: an identifier is empty")
        expect(Self.isFilled(facts.title) && Self.isFilled(facts.number), "document: title or number is empty")
        expect(Self.isNone(facts.region) { $0.utf8.count == 6 && Self.all($0, Self.isDigit) }, "document: no code of a region: \(facts.region ?? "")")
        expect(!facts.addressees.contains("") && !facts.basedOn.contains(""), "document: an addressee or basis is empty")
        expect(Self.isMediaType(facts.source.mediaType) && !facts.source.encoding.isEmpty, "document: no media type or encoding")
        expect(facts.source.sha256.utf8.count == 64 && Self.all(facts.source.sha256) { Self.isDigit($0) || (0x61...0x66).contains($0) }, "document: no SHA-256")
        for plan in facts.plans {
            let number = plan.id.utf8.dropFirst()
            expect(plan.id.utf8.first == UInt8(ascii: "p") && !number.isEmpty && number.first != UInt8(ascii: "0") && number.allSatisfy(Self.isDigit), "no identifier of a plan: \(plan.id)")
            expect(!plan.title.isEmpty && Self.isFilled(plan.number), "plan \(plan.id): title or number is empty")
        }
        for part in facts.parts { expect(Self.isPartKind(part.kind), "no kind of part: \(part.kind)") }
    }

    mutating func checkValues(of diagnostic: GraphDiagnostic) {
        expect(Self.isCode(diagnostic.code) && Self.isSeverity(diagnostic.severity) && !diagnostic.message.isEmpty, "diagnostic \(diagnostic.code): no code, severity or message")
    }

    // MARK: Nodes

    mutating func checkItemValues(at place: Int) {
        let items = graph.items
        expect(Self.isItemID(items[place].id), "no identifier of an item: \(items[place].id)")
        expect(Self.isRole(items[place].role), "\(items[place].id): no role: \(items[place].role)")
        expect(Self.isFilled(items[place].heading), "\(items[place].id): the heading is empty")
        expect(items[place].ordinal ?? 0 >= 0, "\(items[place].id): the ordinal is negative")
        for label in items[place].path where label.isEmpty { expect(false, "\(items[place].id): a label of the path is empty") }
    }

    mutating func checkValues(of phase: PhaseNode) {
        expect(Self.isCounted(phase.id, "phase:") && !phase.name.isEmpty, "phase \(phase.id): no identifier or name of a phase")
        checkTime(phase.yearBasis, phase.edtf, phase.precision, phase.id)
    }

    mutating func checkUnit(at place: Int) {
        let units = graph.units
        expect(Self.isUnitID(units[place].id) && !units[place].name.isEmpty, "unit \(units[place].id): no identifier or name of a unit")
        expect(Self.isFunction(units[place].function) && Self.isFilled(units[place].functionName), "\(units[place].id): no function: \(units[place].function ?? "")")
        expect(Self.isFilled(units[place].region) && Self.isNone(units[place].level, or: Self.isLevel), "\(units[place].id): no region or level")
        expect(Self.isUnitKind(units[place].kind), "\(units[place].id): no kind of unit: \(units[place].kind)")
        for candidate in units[place].candidates {
            expect(!candidate.name.isEmpty && Self.isFunction(candidate.function), "\(units[place].id): a candidate without name or function")
        }
    }

    mutating func checkValues(of reference: ReferenceNode) {
        expect(Self.isCounted(reference.id, "ref:") && Self.isReferenceKind(reference.kind), "reference \(reference.id): no identifier or kind of a reference")
        expect(Self.isFilled(reference.title) && Self.isFilled(reference.number), "\(reference.id): title or number is empty")
    }

    // MARK: Values

    mutating func checkTime(_ yearBasis: String?, _ edtf: String?, _ precision: String?, _ place: String) {
        expect(Self.isNone(yearBasis, or: Self.isYearBasis), "\(place): no basis of a year: \(yearBasis ?? "")")
        expect(Self.isNone(edtf, or: Self.isEDTF), "\(place): no EDTF: \(edtf ?? "")")
        expect(Self.isNone(precision, or: Self.isPrecision), "\(place): no precision: \(precision ?? "")")
    }

    /// An edge of each kind has keys of its own.
    mutating func carriesWhatItMay(_ edges: [Edge], _ at: Int) -> Bool {
        if edges[at].kind == .responsible {
            guard let role = edges[at].role, let basis = edges[at].basis else { return false }
            return Self.isResponsibility(role, basis) && edges[at].mention != nil && edges[at].span != nil && edges[at].succession == nil
        }
        guard edges[at].role == nil, edges[at].mention == nil, edges[at].kind == .succeeds || edges[at].succession == nil else { return false }
        switch edges[at].kind {
        case .contains, .during, .precedes: return edges[at].basis == nil && edges[at].span == nil
        case .cites, .basedOn, .hostedBy: return edges[at].basis == nil
        case .memberOf: return Self.isFilled(edges[at].basis)
        case .succeeds:
            if let succession = edges[at].succession {
                check(date: succession.date, edges[at].from)
                if succession.reform.isEmpty { return false }
            }
            return edges[at].span == nil && Self.isFilled(edges[at].basis)
        case .responsible: return true
        }
    }

    // MARK: Forms

    /// Whether all bytes are such; a string whose bytes do not lie in one piece comes only from Objective-C.
    @inline(__always)
    private static func all(_ text: String, _ isSuch: (UInt8) -> Bool) -> Bool {
        if let found = text.utf8.withContiguousStorageIfAvailable({ $0.allSatisfy(isSuch) }) { return found }
        return Array(text.utf8).allSatisfy(isSuch)
    }

    static func isFilled(_ text: String?) -> Bool { text.map { !$0.isEmpty } ?? true }

    private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }
    private static func isLower(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte) }
    private static func isAlphanumeric(_ byte: UInt8) -> Bool { isDigit(byte) || isLower(byte | 0x20) }

    /// `4.1`
    static func isItemID(_ id: String) -> Bool {
        guard let first = id.utf8.first, isAlphanumeric(first) else { return false }
        return all(id) { byte in
            switch byte {
            case UInt8(ascii: "."), UInt8(ascii: "~"), UInt8(ascii: "+"), UInt8(ascii: "-"): true
            default: isAlphanumeric(byte)
            }
        }
    }

    /// `unit:` and anything without a space.
    private static func isUnitID(_ id: String) -> Bool { id.utf8.count > 5 && id.beginsWithBytes(of: "unit:") && all(id) { $0 != 0x20 } }

    /// `phase:1`
    private static func isCounted(_ id: String, _ prefix: String) -> Bool {
        let number = id.utf8.dropFirst(prefix.utf8.count)
        return id.utf8.starts(with: prefix.utf8) && number.first.map { $0 != 0x30 } ?? false && number.allSatisfy(isDigit)
    }

    private static func isFunction(_ function: String?) -> Bool {
        guard let function else { return true }
        return !function.isEmpty && all(function) { isLower($0) || isDigit($0) || $0 == UInt8(ascii: "+") || $0 == UInt8(ascii: "-") }
    }

    /// `2024-07~`
    private static func isEDTF(_ time: String) -> Bool {
        !time.isEmpty && all(time) { byte in
            switch byte {
            case UInt8(ascii: "."), UInt8(ascii: "~"), UInt8(ascii: "/"), UInt8(ascii: "-"): true
            default: isDigit(byte)
            }
        }
    }

    /// `FREQ=YEARLY;BYMONTH=9`
    static func isRule(_ rule: String) -> Bool {
        rule.utf8.count > 5 && rule.beginsWithBytes(of: "FREQ=") && all(rule) { byte in
            switch byte {
            case UInt8(ascii: "="), UInt8(ascii: ";"), UInt8(ascii: ","), UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "A")...UInt8(ascii: "Z"): true
            default: isDigit(byte)
            }
        }
    }

    /// `text/plain`
    private static func isMediaType(_ type: String) -> Bool {
        let parts = type.utf8.split(separator: UInt8(ascii: "/"), maxSplits: 1, omittingEmptySubsequences: false)
        return parts.count == 2 && !parts[0].isEmpty && parts[0].allSatisfy(isLower) && !parts[1].isEmpty
            && parts[1].allSatisfy { isAlphanumeric($0) || $0 == UInt8(ascii: ".") || $0 == UInt8(ascii: "+") || $0 == UInt8(ascii: "-") }
    }

    /// `outline.number-missing`
    private static func isCode(_ code: String) -> Bool {
        let parts = code.utf8.split(separator: UInt8(ascii: "."), maxSplits: 1, omittingEmptySubsequences: false)
        return parts.count == 2 && !parts[0].isEmpty && parts[0].allSatisfy(isLower) && !parts[1].isEmpty
            && parts[1].allSatisfy { isLower($0) || isDigit($0) || $0 == UInt8(ascii: ".") || $0 == UInt8(ascii: "-") }
    }
}
