import FanganFindings
import FanganText
import FanganUnits

/// What the names of an item take from the list in which they stand, and what a document means by such a name elsewhere.
struct UnitLists {
    /// By item: for each of its names the text that its list gives it, or nil; no entry where the list gives none of them any.
    private var wholes: [Int: [String?]] = [:]
    /// By number of the name what names mean that are classes in one of the document's lists (园区管委会): they do so wherever it prints them.
    private var classes: [Int: String] = [:]

    init(_ findings: Findings, _ document: SourceDocument, _ mentions: Mentions, _ registry: inout UnitRegistry) {
        noteZones(mentions.names, &registry)
        // What each list gives: items under one section have the same ones.
        var known: [ArraySlice<Int>: [String?]?] = [:]
        for i in findings.items.indices where findings.items[i].responsible.count > 1 {
            let numbers = mentions.numbers(ofItem: i), first = numbers.startIndex
            for range in Self.lists(findings.items[i].responsible, document.text) {
                let units = numbers[first + range.lowerBound..<first + range.upperBound]
                let list: [String?]?
                if let found = known[units] { list = found } else {
                    let completed = registry.completed(list: units.map { mentions.names.strings[$0] })
                    list = completed.contains { $0 != nil } ? completed : nil
                    known[units] = .some(list)
                }
                if let list { note(list, range, numbers, mentions.names, at: i, registry) }
            }
        }
    }

    /// 示例经济开发区 beside 示例经济开发区管委会 in one plan: the zone is named for its committee.
    private mutating func noteZones(_ names: StringTable, _ registry: inout UnitRegistry) {
        for name in names.strings {
            guard let end = Self.committees.first(where: { name.endsWithBytes(of: $0) }) else { continue }
            let zone = String(name.dropLast(end.count))
            // Nobody asks for a zone that no item names.
            guard !zone.isEmpty, let number = names.number(of: zone), classes[number] == nil, registry.reading(of: zone).kind == .place else { continue }
            classes[number] = name
        }
    }

    private static let committees = ["管委会", "管理委员会"]

    private mutating func note(_ list: [String?], _ range: Range<Int>, _ numbers: ArraySlice<Int>, _ names: StringTable, at item: Int, _ registry: UnitRegistry) {
        var given = wholes[item] ?? Array(repeating: nil, count: numbers.count)
        for (place, whole) in zip(range, list) {
            guard let whole else { continue }
            given[place] = whole
            let number = numbers[numbers.startIndex + place], name = names.strings[number]
            if whole.endsWithBytes(of: name), registry.isClassEverywhere(name) { classes[number] = whole }
        }
        wholes[item] = given
    }

    /// The text to read instead of the name with a number, or nil.
    func whole(of number: Int, item: Int, place: Int) -> String? {
        if !wholes.isEmpty, let whole = wholes[item]?[place] { return whole }
        return classes.isEmpty ? nil : classes[number]
    }

    /// The runs of names that stand in one list.
    private static func lists(_ units: [Responsibility], _ text: CanonicalText) -> [Range<Int>] {
        var lists: [Range<Int>] = [], start = 0
        for i in units.indices where i + 1 == units.count || !isJoined(units, i, text) {
            if i > start { lists.append(start..<i + 1) }
            start = i + 1
        }
        return lists
    }

    /// Whether nothing but a mark of lists stands between a name and the next one.
    private static func isJoined(_ units: [Responsibility], _ i: Int, _ text: CanonicalText) -> Bool {
        let between = Span(units[i].span.end, units[i + 1].span.start)
        guard units[i].role == units[i + 1].role, !between.isEmpty, between.count <= 6, between.start >= 0, between.end <= text.count else { return false }
        // 市发改委、市财政局: mostly nothing else.
        if between.count == 3, text.bytes[between.start] == 0xE3, text.bytes[between.start + 1] == 0x80, text.bytes[between.start + 2] == 0x81 { return true }
        var count = 0
        for scalar in text[between].unicodeScalars where !scalar.properties.isWhitespace {
            guard marks.contains(scalar) else { return false }
            count += 1
        }
        return count == 1
    }

    private static let marks: Set<Unicode.Scalar> = ["、", "，", ",", "和", "及", "与"]
}
