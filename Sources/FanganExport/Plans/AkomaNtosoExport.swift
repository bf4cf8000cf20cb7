import FanganGraph
import FanganText

/// Akoma Ntoso 3.0 (OASIS LegalDocumentML): the document's structure, a file for each plan.
public struct AkomaNtosoExport: PlanExport {
    private let files: ExportFiles

    public init(_ files: ExportFiles) { self.files = files }

    public mutating func add(_ plan: ExportedPlan) throws {
        try files.write(AkomaNtosoDocument(plan).xml, to: plan.name + ".xml")
        try files.close(plan.name + ".xml")
    }

    public mutating func finish() throws {}
}

/// One document.
private struct AkomaNtosoDocument {
    private let plan: ExportedPlan
    private let children: [Int: [Int]]
    private let roots: [Int]
    private let scalars: [Unicode.Scalar]

    init(_ plan: ExportedPlan) {
        self.plan = plan
        let graph = plan.graph, index = GraphIndex(graph)
        var children: [Int: [Int]] = [:], isChild: Set<Int> = []
        for place in graph.edges.indices where graph.edges[place].kind == .contains {
            if case .item(let from)? = index.from[place], case .item(let to)? = index.to[place], from < to, isChild.insert(to).inserted { children[from, default: []].append(to) }
        }
        self.children = children
        roots = graph.items.indices.filter { !isChild.contains($0) }
        scalars = Array(plan.text[plan.text.wholeSpan].unicodeScalars)
    }

    var xml: String {
        let facts = plan.graph.document
        var body = ""
        for root in roots { add(root, depth: 0, to: &body) }
        if roots.isEmpty { body = "<p/>\n" }
        return """
            <?xml version="1.0" encoding="UTF-8"?>
            <akomaNtoso xmlns="http://docs.oasis-open.org/legaldocml/ns/akn/3.0">
            <doc name="plan">
            <meta>
            \(identification(facts))
            <references source="#fangan">
            <TLCOrganization eId="fangan" href="/ontology/organization/fangan" showAs="fangan"/>
            \(organizations(facts))</references>
            </meta>
            \(part("preface", ["title", "notice-title", "number"]))\(part("preamble", ["addressees", "notice", "preamble"]))<mainBody>
            \(body)</mainBody>
            \(part("conclusions", ["closing", "signature"]))</doc>
            </akomaNtoso>

            """
    }

    private func identification(_ facts: DocumentFacts) -> String {
        let date = facts.issued ?? "1970-01-01", work = "/akn/cn/doc/\(date)/\(XMLText.escaped(facts.work))"
        func level(_ name: String, _ path: String, _ more: String = "") -> String {
            "<\(name)><FRBRthis value=\"\(path)/!main\"/><FRBRuri value=\"\(path)\"/><FRBRdate date=\"\(date)\" name=\"\(facts.issued == nil ? "unknown" : "issued")\"/><FRBRauthor href=\"#\(author(facts))\"/>\(more)</\(name)>"
        }
        let number = facts.number.map { "<FRBRnumber value=\"\(XMLText.escaped($0))\"/>" } ?? ""
        let title = facts.title.map { "<FRBRname value=\"\(XMLText.escaped($0))\"/>" } ?? ""
        return "<identification source=\"#fangan\">\n" + level("FRBRWork", work, "<FRBRcountry value=\"cn\"/>" + number + title) + "\n"
            + level("FRBRExpression", work + "/zho@\(date)", "<FRBRlanguage language=\"zho\"/>") + "\n"
            + level("FRBRManifestation", work + "/zho@\(date).xml") + "\n</identification>"
    }

    private func author(_ facts: DocumentFacts) -> String { facts.issuers.isEmpty ? "fangan" : "issuer1" }

    private func organizations(_ facts: DocumentFacts) -> String {
        let names = Dictionary(plan.graph.units.map { ($0.id, $0.name) }, uniquingKeysWith: { a, _ in a })
        return facts.issuers.enumerated().map { place, id in
            "<TLCOrganization eId=\"issuer\(place + 1)\"\(XMLText.attributes(["href": "/ontology/organization/cn/" + id, "showAs": names[id] ?? id]))/>\n"
        }.joined()
    }

    /// Stretches of the text outside the items; nothing where there are none.
    private func part(_ name: String, _ kinds: Set<String>) -> String {
        let texts = plan.graph.document.parts.filter { kinds.contains($0.kind) }.sorted { $0.span.start < $1.span.start }.flatMap { paragraphs(text($0.span)) }
        return texts.isEmpty ? "" : "<\(name)>\n" + texts.joined() + "</\(name)>\n"
    }

    private func text(_ span: ScalarSpan) -> String {
        let start = max(0, min(span.start, scalars.count)), end = max(start, min(span.end, scalars.count))
        return String(String.UnicodeScalarView(scalars[start..<end]))
    }

    private func paragraphs(_ text: String) -> [String] {
        text.split(separator: "\n").map { $0.drop { $0.isWhitespace } }.filter { !$0.isEmpty }.map { XMLText.element("p", String($0)) + "\n" }
    }

    /// An item with those below it. Its own words stand before its parts; what is deeper than any plan goes is left flat.
    private func add(_ place: Int, depth: Int, to xml: inout String) {
        let item = plan.graph.items[place], parts = depth < 60 ? children[place] ?? [] : []
        xml += "<hcontainer\(XMLText.attributes(["name": item.kind.rawValue, "eId": "hcontainer_" + Self.identifier(item.id), "class": item.role]))>"
        if !item.label.isEmpty { xml += XMLText.element("num", item.label) }
        xml += XMLText.element("heading", item.heading)
        let own = paragraphs(item.text).joined()
        if parts.isEmpty {
            xml += "<content>\n" + (own.isEmpty ? "<p/>\n" : own) + "</content>"
        } else {
            if !own.isEmpty { xml += "<intro>\n" + own + "</intro>\n" }
            for part in parts { add(part, depth: depth + 1, to: &xml) }
        }
        xml += "</hcontainer>\n"
        if depth == 60 { for part in children[place] ?? [] { add(part, depth: 60, to: &xml) } }
    }

    /// Without characters that an identifier cannot have.
    private static func identifier(_ id: String) -> String {
        String(String.UnicodeScalarView(id.unicodeScalars.map { $0 == "~" || $0 == "+" ? "_" : $0 }))
    }
}
