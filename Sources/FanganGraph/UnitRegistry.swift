import FanganText
import FanganUnits

/// One node for each unit of a document, whatever spellings name it.
struct UnitRegistry {
    private let reader: UnitReader
    private var mentions: StringTable
    /// By number of the mention: what is known of it.
    private var entries: [Entry]
    /// Of names that were read without a node for them.
    private var readings: [UnitReading] = []
    private var ids = StringTable()
    private(set) var nodes: [UnitNode] = []
    private(set) var diagnostics: [Diagnostic] = []
    /// Classes of units that were met, by identifier, for ``UnitRelations``.
    private(set) var groups: [(id: String, mention: String)] = []
    /// What replaced units that were met under an old name.
    private(set) var successions: [(id: String, successors: [Succession])] = []

    private struct Entry {
        /// Number of the node's identifier, once the name was read.
        var unit: Int?
        /// Scalar ranges of the names in it, once it was taken apart; empty for one name.
        var parts: [Range<Int>]?
        /// Place in ``readings``.
        var reading: Int?
    }

    /// - Parameter mentions: the names of the items, which keep their numbers here.
    init(catalogue: UnitCatalogue, jurisdiction: Jurisdiction, mentions: StringTable) {
        reader = catalogue.reader(in: jurisdiction)
        self.mentions = mentions
        entries = Array(repeating: Entry(), count: mentions.count)
    }

    /// Identifier of the node that a mention names.
    mutating func unit(for mention: String, at span: Span? = nil) -> String {
        let unit = unit(at: place(of: mention), mention, span)
        return ids.strings[unit]
    }

    /// The issuers, one line of a signature each: `…国家金融监督管理总局` ⏎ `平凉监管分局` is one name where the second half alone is none that is known.
    mutating func units(ofIssuers lines: [String]) -> [String] {
        var whole: [String] = []
        for line in lines {
            if let last = whole.last, isBroken(last, line) { whole[whole.count - 1] = last + line } else { whole.append(line) }
        }
        return whole.flatMap { units(for: $0) }
    }

    private mutating func isBroken(_ line: String, _ next: String) -> Bool {
        guard reading(of: next).function == nil else { return false }
        let apart = reader.split(line), joined = reader.split(line + next), start = line.unicodeScalars.count
        guard joined.count == apart.count, let last = joined.last, last.lowerBound < start else { return false }
        let name = String(String.UnicodeScalarView((line + next).unicodeScalars.dropFirst(last.lowerBound)))
        let whole = reading(of: name)
        return whole.function != nil && whole.body == "vertical"
    }

    /// Identifiers of the nodes of all names in a mention: issuers that a head prints without a mark between them are as many.
    mutating func units(for mention: String) -> [String] {
        let place = place(of: mention), ranges = parts(at: place, mention, nil)
        guard !ranges.isEmpty else { return [unit(for: mention)] }
        let scalars = Array(mention.unicodeScalars)
        return ranges.map { range in
            var name = String.UnicodeScalarView()
            name.append(contentsOf: scalars[range])
            return unit(for: String(name))
        }
    }

    /// Number of the identifier of the node that a mention names.
    private mutating func unit(at place: Int, _ mention: String, _ span: Span?) -> Int {
        if let known = entries[place].unit { return known }
        return register(reading(at: place, mention), at: place, mention, span)
    }

    private mutating func register(_ reading: UnitReading, at place: Int, _ mention: String, _ span: Span?) -> Int {
        if !reading.diagnostics.isEmpty { diagnostics += reading.diagnostics.map { Diagnostic($0.code, $0.severity, $0.message, at: $0.span ?? span) } }
        let id = ids.enter(reading.identifier("unit:"))
        entries[place].unit = id.number
        if id.isNew {
            nodes.append(Self.node(ids.strings[id.number], reading))
            noteOtherNames(mention, reading, span)
            noteRelations(ids.strings[id.number], mention, reading)
        }
        return id.number
    }

    private mutating func noteRelations(_ id: String, _ mention: String, _ reading: UnitReading) {
        if reading.kind == .group { groups.append((id, mention)) }
        let successors = reader.successors(of: reading)
        if !successors.isEmpty { successions.append((id, successors)) }
    }

    /// Identifier of the node of a unit that no task names, but that stands in relation to one that is named.
    mutating func enter(_ reading: UnitReading) -> String {
        let id = ids.enter(reading.identifier("unit:"))
        if id.isNew { nodes.append(Self.node(ids.strings[id.number], reading)) }
        return ids.strings[id.number]
    }

    /// As ``UnitReader/completed(list:)``.
    func completed(list mentions: [String]) -> [String?] { reader.completed(list: mentions) }

    /// As ``UnitReader/isClassEverywhere(_:)``.
    func isClassEverywhere(_ mention: String) -> Bool { reader.isClassEverywhere(mention) }

    /// A name, read without a node for it.
    mutating func reading(of mention: String) -> UnitReading { reading(at: place(of: mention), mention) }

    private mutating func reading(at place: Int, _ mention: String) -> UnitReading {
        if let known = entries[place].reading { return readings[known] }
        entries[place].reading = readings.count
        readings.append(reader.read(mention))
        return readings[readings.count - 1]
    }

    func members(ofGroup mention: String) -> [UnitReading] { reader.members(ofGroup: mention) }
    func successors(of reading: UnitReading) -> [Succession] { reader.successors(of: reading) }
    var relationWords: RelationWords { reader.relationWords }
    func isNode(_ reading: UnitReading) -> Bool { ids.number(of: reading.identifier("unit:")) != nil }

    /// A short name with several official ones is read as the most common and says so.
    private mutating func noteOtherNames(_ mention: String, _ reading: UnitReading, _ span: Span?) {
        guard !reading.candidates.isEmpty, !reading.diagnostics.contains(where: { ["unit.region-open", "unit.unresolved"].contains($0.code) }) else { return }
        // 市文化旅游局 and 市文化和旅游局 are one name.
        func isOther(_ candidate: UnitReading.Candidate) -> Bool { !Self.withoutAnd(candidate.name).elementsEqual(Self.withoutAnd(reading.name)) }
        guard reading.candidates.contains(where: isOther) else { return }
        let others = reading.candidates.filter(isOther).map(\.name).joined(separator: ", ")
        diagnostics.append(Diagnostic("unit.other-names", .note, "“\(mention)” was read as “\(reading.name)”; it may also be \(others).", at: span))
    }

    private static func withoutAnd(_ name: String) -> some Sequence<Unicode.Scalar> { name.unicodeScalars.lazy.filter { $0 != "和" } }

    private static func node(_ id: String, _ reading: UnitReading) -> UnitNode {
        UnitNode(id: id, name: reading.name, function: reading.function, functionName: reading.functionName,
                 region: reading.region, level: reading.level?.rawValue, kind: reading.kind.rawValue,
                 candidates: reading.candidates.map { UnitNode.Candidate(name: $0.name, function: $0.function) })
    }

    private mutating func place(of mention: String) -> Int {
        let (place, isNew) = mentions.enter(mention)
        if isNew { entries.append(Entry()) }
        return place
    }

    /// Calls for every name in a mention, with the node that it names, by number and by identifier: names run together without a mark are set apart
    /// (`福田镇大河中路街道`).
    ///
    /// - Parameters:
    ///   - number: of the mention among those of the items, if it is one of them.
    ///   - whole: the text to read instead of the mention, where its list says more of it (``UnitLists``).
    mutating func forEachName(_ mention: String, number: Int? = nil, as whole: String? = nil, at span: Span, in text: CanonicalText,
                              _ body: (_ unit: Int, _ id: String, _ mention: String, Span) -> Void) {
        func call(_ unit: Int, _ mention: String, _ span: Span) { body(unit, ids.strings[unit], mention, span) }
        if let whole { return call(unit(at: place(of: whole), whole, span), mention, span) }
        let place = number ?? place(of: mention)
        // Most names are one, and stand in many items.
        if let known = entries[place].unit, entries[place].parts?.isEmpty ?? false { return call(known, mention, span) }
        let ranges = parts(at: place, mention, span)
        guard !ranges.isEmpty, text[span] == mention else { return call(unit(at: place, mention, span), mention, span) }
        let scalars = Array(mention.unicodeScalars)
        func bytes(_ n: Int) -> Int { scalars[..<n].reduce(0) { $0 + UTF8.width($1) } }
        for range in ranges {
            var view = String.UnicodeScalarView()
            view.append(contentsOf: scalars[range])
            let part = Span(span.start + bytes(range.lowerBound), span.start + bytes(range.upperBound))
            let name = String(view)
            call(unit(at: self.place(of: name), name, part), name, part)
        }
    }

    /// A mention that is one name is entered on the way: most of them need not be taken apart once they are read.
    private mutating func parts(at place: Int, _ mention: String, _ span: Span?) -> [Range<Int>] {
        if let known = entries[place].parts { return known }
        guard entries[place].unit == nil else { return split(at: place, mention) }
        let (reading, isOne) = reader.readWhole(mention)
        let ranges = isOne ? [] : split(at: place, mention)
        if isOne { entries[place].parts = [] }
        if ranges.isEmpty { _ = register(reading, at: place, mention, span) }
        return ranges
    }

    private mutating func split(at place: Int, _ mention: String) -> [Range<Int>] {
        let ranges = reader.split(mention)
        let parts = ranges.count > 1 ? ranges : []
        entries[place].parts = parts
        return parts
    }
}
