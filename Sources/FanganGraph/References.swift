import FanganFindings
import FanganOutline
import FanganText

/// Documents that the plan names, each once, whatever it is called: by its 发文字号, by its title, by a short name that the
/// plan gives it (以下简称《意见》).
struct References {
    private let place: (Span) -> ScalarSpan
    /// As ``key(_:)`` has it.
    private let ownTitle: [UInt32]?
    private let ownNumber: String?
    /// Place in the graph's list of references, by number, by title and by short name. The plan itself is `own`.
    private var numbers = Places()
    private var titles = Places()
    private var shortNames = Places()
    private(set) var diagnostics: [Diagnostic] = []

    private static let own = -1

    init(title: String?, number: String?, place: @escaping (Span) -> ScalarSpan) {
        self.place = place
        ownTitle = title.map(Self.key)
        ownNumber = number.map(DocumentIdentity.number)
    }

    /// The document's own number, where it is damaged.
    mutating func noteOwnNumber(_ number: Quoted?) {
        guard let number, CitationRecogniser().scan(Passage(number.text), in: 0..<number.text.unicodeScalars.count).first?.damage == .number else { return }
        diagnostics.append(Diagnostic("document.number-damaged", .warning, "“\(number.text)” was read as the document's number; a bracket, a digit or 号 of it is lost or misread.", at: number.span))
    }

    /// 发文字号 named in front of the items, without those that the plan follows: `…〔2022〕22号）实施以来发挥了积极作用`.
    func basis(_ findings: Findings) -> [String] {
        var seen: Set<String> = []
        return findings.preamble.filter { $0.isBasis && !isOfOwnTitle($0) }.compactMap(\.number)
            .filter { DocumentIdentity.number($0) != ownNumber && seen.insert($0).inserted }
    }

    mutating func add(_ findings: Findings, _ outline: Outline, to graph: inout TaskGraph) {
        for citation in findings.preamble {
            // 现将《…方案》印发给你们 names the plan itself; so does the name in （以下简称《方案》）.
            if isOwn(citation) {
                for name in citation.shortNames { shortNames[name] = Self.own }
                continue
            }
            guard let id = reference(citation, &graph) else { continue }
            graph.edges.append(Edge(citation.isBasis && !isOfOwnTitle(citation) ? .basedOn : .cites, from: graph.document.id, to: graph.references[id].id, span: place(citation.span)))
        }
        for i in outline.items.indices where !findings.items[i].citations.isEmpty {
            var cited: Set<Int> = []
            for citation in findings.items[i].citations {
                guard !isOwn(citation), let number = reference(citation, &graph), cited.insert(number).inserted else { continue }
                graph.edges.append(Edge(.cites, from: outline.items[i].id, to: graph.references[number].id, span: place(citation.span)))
            }
        }
        addAnnexes(findings.annexes, to: &graph)
    }

    /// A title without the marks between its words and without 的, which one of two prints leaves out.
    private static func key(_ title: String) -> [UInt32] {
        var key: [UInt32] = []
        for scalar in DocumentIdentity.plain(title).unicodeScalars where isKept(scalar) { key.append(scalar.value) }
        return key
    }

    private static func isKept(_ scalar: Unicode.Scalar) -> Bool {
        if scalar.value.isIdeograph { return scalar.value != 0x7684 } // 的
        return scalar.properties.isAlphabetic || scalar.properties.numericType != nil
    }

    /// Whether a citation has the plan's own title.
    private func isOfOwnTitle(_ citation: CitationFinding) -> Bool {
        guard let ownTitle, !ownTitle.isEmpty, let title = citation.title else { return false }
        // Most titles differ in their first characters.
        var at = 0
        for scalar in DocumentIdentity.plain(title).unicodeScalars where Self.isKept(scalar) {
            guard at < ownTitle.count, ownTitle[at] == scalar.value else { return false }
            at += 1
        }
        return at == ownTitle.count
    }

    /// The plan itself: by its number, or by its title without another one.
    private func isOwn(_ citation: CitationFinding) -> Bool {
        if let number = citation.number.map(DocumentIdentity.number), let ownNumber { if number == ownNumber { return true } else if citation.title != nil { return false } }
        return isOfOwnTitle(citation) && !citation.isReplaced
    }

    /// The annexes of the list belong to the document itself.
    private mutating func addAnnexes(_ annexes: [CitationFinding], to graph: inout TaskGraph) {
        var known: Set<Int> = []
        for annex in annexes where annex.title.map(Self.key) != ownTitle {
            guard !isOwn(annex), let number = reference(annex, &graph), known.insert(number).inserted else { continue }
            graph.edges.append(Edge(.cites, from: graph.document.id, to: graph.references[number].id, span: place(annex.span)))
        }
    }

    /// Place in the graph of a reference to another document; nil where the plan names itself by a short name.
    private mutating func reference(_ citation: CitationFinding, _ graph: inout TaskGraph) -> Int? {
        note(citation)
        let number = citation.number.map(DocumentIdentity.number), title = citation.title.map(DocumentIdentity.plain)
        let known = place(number: number, title: title, graph)
        if known == Self.own { return nil }
        let at = known ?? graph.references.count
        if known == nil {
            graph.references.append(ReferenceNode(
                id: "ref:\(at + 1)", title: citation.title, number: citation.number, kind: citation.kind.rawValue, span: place(citation.span)))
        } else {
            // 《意见》 says less than the title that it stands for.
            if graph.references[at].title == nil { graph.references[at].title = citation.title }
            if graph.references[at].number == nil { graph.references[at].number = citation.number }
            if Self.strength(citation.kind.rawValue) > Self.strength(graph.references[at].kind) { graph.references[at].kind = citation.kind.rawValue }
        }
        if let number { numbers[number] = numbers[number] ?? at }
        if let title { titles[title] = titles[title] ?? at }
        for name in citation.shortNames { shortNames[name] = at }
        return at
    }

    private func place(number: String?, title: String?, _ graph: TaskGraph) -> Int? {
        if let number {
            if let known = numbers[number] { return known }
            // Two numbers are two documents, though the titles be the same: 《…工作要点》 of this year and of the last.
            return title.flatMap { titles[$0] }.flatMap { graph.references[$0].number == nil ? $0 : nil }
        }
        guard let title else { return nil }
        return shortNames[title] ?? titles[title]
    }

    private static func strength(_ kind: String) -> Int {
        switch kind {
        case "implements": 3
        case "basis": 2
        case "annex": 1
        default: 0
        }
    }

    /// What a person should look at in a citation.
    private mutating func note(_ citation: CitationFinding) {
        let name = citation.number ?? citation.title ?? ""
        switch citation.damage {
        case .number:
            diagnostics.append(Diagnostic("reference.number-damaged", .warning, "“\(name)” was read as the number of a document; a bracket, a digit or 号 of it is lost or misread.", at: citation.span))
        case .title:
            diagnostics.append(Diagnostic("reference.title-open", .warning, "The title of “\(name)” has no closing 》; it was read up to the number.", at: citation.span))
        case nil:
            guard let number = citation.number, number.unicodeScalars.contains(where: { "Xx×*".unicodeScalars.contains($0) }) else { return }
            diagnostics.append(Diagnostic("reference.number-blank", .note, "“\(number)” is not filled in.", at: citation.span))
        }
    }
}

/// Places by name: a dictionary that tells strings apart by their bytes, which for Chinese is much the faster.
private struct Places {
    private var names = StringTable()
    private var places: [Int] = []

    subscript(name: String) -> Int? {
        get { names.number(of: name).map { places[$0] } }
        set {
            guard let newValue else { return }
            let (number, isNew) = names.enter(name)
            if isNew { places.append(newValue) } else { places[number] = newValue }
        }
    }
}
