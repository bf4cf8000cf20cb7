import FanganText
import FanganUnits

/// What the units of a document are to each other: members of a class, old names and new ones, offices and their hosts.
struct UnitRelations {
    let document: SourceDocument
    let place: (Span) -> ScalarSpan

    private var text: CanonicalText { document.text }

    func add(_ registry: inout UnitRegistry, to graph: inout TaskGraph) {
        addSuccessors(&registry, to: &graph)
        addMembers(&registry, to: &graph)
        addHosts(&registry, to: &graph)
    }

    // MARK: Reforms

    /// 扶贫开发办公室 ← 乡村振兴局 ← 农业农村局: the whole line, so that plans of different years meet in one of its nodes.
    private func addSuccessors(_ registry: inout UnitRegistry, to graph: inout TaskGraph) {
        var known: Set<[String]> = []
        for (old, successors) in registry.successions {
            var line = successors.map { (old: old, new: $0) }
            var at = 0
            while at < line.count, at < 8 {
                let step = line[at]
                at += 1
                let unit = chosen(step.new.unit, registry)
                let id = registry.enter(unit)
                guard id != step.old, known.insert([id, step.old]).inserted else { continue }
                var edge = Edge(.succeeds, from: id, to: step.old, basis: "reform")
                edge.succession = Edge.Succession(date: step.new.date, reform: step.new.reform.name)
                graph.edges.append(edge)
                line += registry.successors(of: unit).map { (old: id, new: $0) }
            }
        }
    }

    /// Of several names that a successor may bear the one that the document uses itself.
    private func chosen(_ unit: UnitReading, _ registry: UnitRegistry) -> UnitReading {
        if registry.isNode(unit) { return unit }
        for candidate in unit.candidates {
            var other = unit
            other.name = candidate.name
            other.function = candidate.function
            if registry.isNode(other) { return other }
        }
        return unit
    }

    // MARK: Classes

    private func addMembers(_ registry: inout UnitRegistry, to graph: inout TaskGraph) {
        var listed: [[(id: String, span: Span)]]?
        let words = registry.relationWords(.members)
        for (group, mention) in registry.groups {
            let members = registry.members(ofGroup: mention)
            for member in members {
                graph.edges.append(Edge(.memberOf, from: registry.enter(member), to: group, basis: "regions"))
            }
            guard members.isEmpty, words.contains(where: { !ByteSearch.places(of: $0, in: Array(mention.utf8)).isEmpty }) else { continue }
            // The same lists for every such class: read once.
            let lists = listed ?? lists(&registry)
            listed = lists
            var seen = StringTable([group])
            for name in lists.joined() where seen.enter(name.id).isNew {
                graph.edges.append(Edge(.memberOf, from: name.id, to: group, basis: "document", span: place(name.span)))
            }
        }
    }

    /// The document's own lists of the members of a body.
    private func lists(_ registry: inout UnitRegistry) -> [[(id: String, span: Span)]] {
        var lists: [[(id: String, span: Span)]] = []
        for list in MemberLists(bytes: text.bytes, words: registry.relationWords).lists {
            var names: [(reading: UnitReading, span: Span)] = []
            for span in list {
                let reading = registry.reading(of: text[span])
                if reading.kind == .organ, reading.function != nil || reading.body == "enterprise" { names.append((reading, span)) }
            }
            // One name is a sentence about a member, not a list.
            if names.count >= 3 { lists.append(names.map { (registry.enter($0.reading), $0.span) }) }
        }
        return lists
    }

    // MARK: Hosts

    /// 领导小组办公室设在市发展改革委, 市水务局承担领导小组办公室日常工作: the office sits in the organ.
    private func addHosts(_ registry: inout UnitRegistry, to graph: inout TaskGraph) {
        let bytes = text.bytes
        let words = registry.relationWords
        var found: [(office: UnitReading, host: UnitReading, span: Span)] = []
        let seats = words(.seat), bears = words(.bears), hostWords = words(.host)
        // Whether the document speaks of a 领导小组 is told on the same walk.
        let all = seats + bears + [Self.leadingGroup], places = ByteSearch.places(ofAny: all, in: bytes, document.characters)
        let hasGroup = places.contains { ByteSearch.begins(bytes, $0.place, Self.leadingGroup) }
        for (at, number) in places where number < seats.count + bears.count {
            let end = at + all[number].count
            guard number < seats.count else {
                if let one = bearer(at, end, hasGroup, &registry) { found.append(one) }
                continue
            }
            guard let word = hostWords.first(where: { ByteSearch.begins(bytes, end, $0) }) else { continue }
            let hosts = organs(end + word.count, &registry)
            guard !hosts.isEmpty, let office = office(at, end, hasGroup: hasGroup, &registry) else { continue }
            found += hosts.map { (office, $0.reading, $0.span) }
        }
        if found.isEmpty { return }
        var known: Set<[String]> = []
        for one in found.sorted(by: { $0.span.start < $1.span.start }) {
            let from = registry.enter(one.office), to = registry.enter(one.host)
            guard from != to, known.insert([from, to]).inserted else { continue }
            graph.edges.append(Edge(.hostedBy, from: from, to: to, span: place(one.span)))
        }
    }

    /// 由市水务局|承担|领导小组办公室|日常工作: the office of which an organ does the work.
    private func bearer(_ at: Int, _ wordEnd: Int, _ hasGroup: Bool, _ registry: inout UnitRegistry) -> (office: UnitReading, host: UnitReading, span: Span)? {
        let bytes = text.bytes
        let words = registry.relationWords
        // Nearly every 承担 stands in front of no office: that is looked at first, as nothing need be read for it.
        guard let end = officeEnd(wordEnd, words) else { return nil }
        var start = at
        while start > 0, at - start < 90, !Self.endsName(bytes, start - 1) { start -= 1 }
        while start < at, bytes[start] & 0xC0 == 0x80 { start += 1 }
        // 领导小组由市水务局承担: behind the last 由.
        if let agent = words(.agent).compactMap({ word in ByteSearch.last(word, in: bytes, start..<at).map { $0 + word.count } }).max() { start = agent }
        start = behindLabel(start, at)
        guard at - start >= 6 else { return nil }
        let span = Span(start, at), host = registry.reading(of: text[span])
        guard host.kind == .organ, host.function != nil, let office = office(end.seat, end.end, from: wordEnd, hasGroup: hasGroup, &registry) else { return nil }
        return (office, host, span)
    }

    /// The last word of the office's name that begins at an index and whose work is meant.
    private func officeEnd(_ start: Int, _ words: RelationWords) -> (seat: Int, end: Int)? {
        var at = start
        let seats = words(.seat), charges = words(.charge)
        while at < text.count, at - start < 90, !Self.endsName(text.bytes, at) {
            if text.bytes[at] & 0xC0 != 0x80, let seat = seats.first(where: { ByteSearch.begins(text.bytes, at, $0) }) {
                let end = at + seat.count
                // 指挥部|办公室日常工作: not yet the end.
                if charges.contains(where: { ByteSearch.begins(text.bytes, end, $0) }) { return (at, end) }
            }
            at += 1
        }
        return nil
    }

    /// The organs named at an index: 市水务局、市财政局, 市水务局和市财政局.
    private func organs(_ start: Int, _ registry: inout UnitRegistry) -> [(reading: UnitReading, span: Span)] {
        var found: [(reading: UnitReading, span: Span)] = [], at = start
        while found.count < 8 {
            let span = nameSpan(at, registry), names = organs(in: span, &registry)
            if names.isEmpty { return found }
            found += names
            guard ByteSearch.begins(text.bytes, span.end, Self.comma) else { return found }
            at = span.end + Self.comma.count
        }
        return found
    }

    /// One, or two with 和 between them.
    private func organs(in span: Span, _ registry: inout UnitRegistry) -> [(reading: UnitReading, span: Span)] {
        guard span.count > 3 else { return [] }
        func organ(_ span: Span) -> (reading: UnitReading, span: Span)? {
            let reading = registry.reading(of: text[span])
            return reading.kind == .organ && reading.function != nil ? (reading, span) : nil
        }
        for word in Self.conjunctions {
            guard let at = ByteSearch.last(word, in: text.bytes, span.start..<span.end), at > span.start + 3, at + word.count + 3 < span.end,
                  let first = organ(Span(span.start, at)), let second = organ(Span(at + word.count, span.end)) else { continue }
            return [first, second]
        }
        return organ(span).map { [$0] } ?? []
    }

    /// From an index up to the next mark.
    private func nameSpan(_ start: Int, _ registry: UnitRegistry) -> Span {
        // 我局: the issuing bureau itself, whose division follows.
        let start = registry.relationWords(.own).first { ByteSearch.begins(text.bytes, start, $0) }.map { start + $0.count } ?? start
        var end = start
        while end < text.count, end - start < 90, !Self.endsName(text.bytes, end) { end += 1 }
        // A name that is cut off ends with a whole character.
        while end > start, end < text.count, text.bytes[end] & 0xC0 == 0x80 { end -= 1 }
        return Span(start, end)
    }

    private static let of = Array("的".utf8)
    private static let comma = Array("、".utf8)
    private static let conjunctions = ["和", "及", "与"].map { Array($0.utf8) }

    /// 市创建工作领导小组|办公室: the office with the body in front of it, as far back as its sentence goes; alone it is that of the body spoken of before.
    ///
    /// - Parameter hasGroup: the document speaks of a 领导小组.
    private func office(_ seat: Int, _ end: Int, from first: Int = 0, hasGroup: Bool, _ registry: inout UnitRegistry) -> UnitReading? {
        let start = nameStart(seat, from: first, reach: 120)
        if isCounted(start, end) { return nil }
        let reading = registry.reading(of: text[Span(start, end)]), form = text[Span(seat, end)]
        let isProse = registry.relationWords(.prose).contains { ByteSearch.last($0, in: text.bytes, start..<end) != nil }
        if reading.kind == .office, !isProse { return reading }
        let own: UnitReading?
        if form != "办公室" { own = registry.reading(of: form) } else if !isProse, seat - start >= Self.ownName, reading.kind == .organ { own = named(reading) } else { own = officeOfBody(before: seat, hasGroup, &registry) }
        return own.flatMap { $0.kind == .office ? $0 : nil }
    }

    /// 联合采购|办公室: a name of its own, whatever is known of its words.
    private func named(_ reading: UnitReading) -> UnitReading {
        var office = reading
        office.kind = .office
        office.diagnostics = []
        return office
    }

    /// 粮食应急指挥部…。|办公室设在: the office of the last body in front of it. Of the plan's own 领导小组 where that stands farther off; of none where the plan has none.
    private func officeOfBody(before seat: Int, _ hasGroup: Bool, _ registry: inout UnitRegistry) -> UnitReading? {
        let floor = max(0, seat - Self.bodyReach)
        var last: (start: Int, end: Int)?
        for word in registry.relationWords(.body) {
            guard let at = ByteSearch.last(word, in: text.bytes, floor..<seat), at + word.count > last?.end ?? 0 else { continue }
            last = (at, at + word.count)
        }
        guard let last else { return hasGroup ? registry.reading(of: "领导小组办公室") : nil }
        let from = nameStart(last.start, from: floor, reach: 90)
        // 成立|河道整治指挥部
        let start = registry.relationWords(.prose).compactMap { word in ByteSearch.last(word, in: text.bytes, from..<last.start).map { $0 + word.count } }.max() ?? from
        // 成立由市长任组长的|河道整治工作领导小组
        let name = ByteSearch.last(Self.of, in: text.bytes, start..<last.start).map { $0 + Self.of.count } ?? start
        return isCounted(name, last.end) ? nil : registry.reading(of: text[Span(name, last.end)] + "办公室")
    }

    /// Where the name begins that goes on at an index.
    private func nameStart(_ index: Int, from first: Int, reach: Int) -> Int {
        var start = index
        while start > first, index - start < reach, !Self.endsName(text.bytes, start - 1) { start -= 1 }
        while start < index, text.bytes[start] & 0xC0 == 0x80 { start += 1 }
        return behindLabel(start, index)
    }

    /// 2.|联合采购办公室, 2.1|联合采购办公室, 3.|3个专班: behind the number of an item that runs into a name.
    private func behindLabel(_ start: Int, _ end: Int) -> Int {
        var at = start, label = start
        while at < end, Self.digits.contains(text.bytes[at]) || text.bytes[at] == 0x2E && at > start {
            at += 1
            if text.bytes[at - 1] == 0x2E { label = at }
        }
        return label > start && at - label <= 2 && !isCounted(label, end) ? at : label
    }

    /// 3个专班, 三个工作专班: several bodies, and no name of one.
    private func isCounted(_ start: Int, _ end: Int) -> Bool { FoundedBodies.isCounted(text[Span(start, end)]) }

    private static let digits: ClosedRange<UInt8> = 0x30...0x39
    private static let leadingGroup = Array("领导小组".utf8)
    /// Bytes of a name in front of 办公室 that is one of its own.
    private static let ownName = 9
    private static let bodyReach = 600

    private static func endsName(_ bytes: [UInt8], _ index: Int) -> Bool {
        if bytes[index] <= 0x20 { return true }
        // The last byte of a mark in front of a name stops a walk to the left, its first one a walk to the right.
        let at = bytes[index] & 0xC0 == 0x80 ? index - 2 : index
        guard at >= 0, bytes[at] == 0xE2 || bytes[at] == 0xE3 || bytes[at] == 0xEF else { return false }
        return nameMarks.contains { ByteSearch.begins(bytes, at, $0) }
    }

    private static let nameMarks = ["，", "。", "．", "；", "、", "（", "）", "：", "《", "》", "“", "”", "！"].map { Array($0.utf8) }
}
