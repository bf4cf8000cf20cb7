import FanganGraph
import FanganText

/// Akoma Ntoso 3.0 (OASIS LegalDocumentML): the document's structure with all its words, a file for each plan.
public struct AkomaNtosoExport: PlanExport {
    private let files: ExportFiles

    public init(_ files: ExportFiles) { self.files = files }

    public mutating func add(_ plan: ExportedPlan) throws {
        // A name out of a store may be anything; it leads nowhere else.
        let name = String(plan.name.map { $0 == "/" || $0 == "\0" ? "_" : $0 }) + ".xml"
        try files.write(AkomaNtosoDocument(plan).xml, to: name)
        try files.close(name)
    }

    public mutating func finish() throws { try files.makeFolder() }
}

/// One document.
private struct AkomaNtosoDocument {
    private let facts: DocumentFacts
    private let units: [UnitNode]
    private let text: PlanText

    init(_ plan: ExportedPlan) {
        facts = plan.graph.document
        units = plan.graph.units
        text = PlanText(plan)
    }

    var xml: String {
        var body = AkomaNtosoBody(text: text)
        return """
            <?xml version="1.0" encoding="UTF-8"?>
            <akomaNtoso xmlns="http://docs.oasis-open.org/legaldocml/ns/akn/3.0">
            <doc name="plan">
            <meta>
            \(identification)
            <references source="#fangan">
            <TLCOrganization eId="fangan" href="/akn/ontology/organization/cn/fangan" showAs="fangan"/>
            \(organizations)</references>
            </meta>
            \(container("preface", text.before.filter { Self.isOfPreface($0.kind) }))\(container("preamble", text.before.filter { !Self.isOfPreface($0.kind) }))<mainBody>
            \(body.xml)</mainBody>
            \(container("conclusions", text.after))</doc>
            </akomaNtoso>

            """
    }

    private static func isOfPreface(_ kind: String) -> Bool { ["title", "notice-title", "number"].contains(kind) }

    /// The work is the plan across its versions, the expression the text at hand, the manifestation this file.
    private var identification: String {
        let date = facts.issued ?? "1970-01-01", issuer = facts.issuers.isEmpty ? "fangan" : "issuer1"
        let work = "/akn/cn/doc/\(date)/" + XMLText.pathPart(facts.work), expression = work + "/zho@\(date)"
        func level(_ name: String, this: String, uri: String, author: String, alias: String = "", _ more: String = "") -> String {
            let day = "<FRBRdate date=\"\(date)\" name=\"\(facts.issued == nil ? "unknown" : "issued")\"/>"
            return "<\(name)><FRBRthis value=\"\(this)\"/><FRBRuri value=\"\(uri)\"/>\(alias)\(day)<FRBRauthor href=\"#\(author)\"/>\(more)</\(name)>\n"
        }
        let number = facts.number.map { "<FRBRnumber value=\"\(XMLText.escaped($0))\"/>" } ?? ""
        let title = facts.title.map { "<FRBRalias value=\"\(XMLText.escaped($0))\" name=\"title\"/>" } ?? ""
        return "<identification source=\"#fangan\">\n"
            + level("FRBRWork", this: work + "/!main", uri: work, author: issuer, alias: title, "<FRBRcountry value=\"cn\"/>" + number)
            + level("FRBRExpression", this: expression + "/!main", uri: expression, author: issuer, "<FRBRlanguage language=\"zho\"/>")
            + level("FRBRManifestation", this: expression + "/!main.xml", uri: expression + ".xml", author: "fangan") + "</identification>"
    }

    private var organizations: String {
        let names = Dictionary(units.map { ($0.id, $0.name) }, uniquingKeysWith: { a, _ in a })
        return facts.issuers.enumerated().map { place, id in
            "<TLCOrganization eId=\"issuer\(place + 1)\"\(XMLText.attributes(["href": "/akn/ontology/organization/cn/" + XMLText.pathPart(id), "showAs": names[id] ?? id]))/>\n"
        }.joined()
    }

    /// Stretches outside the items; nothing where there are none.
    private func container(_ name: String, _ stretches: [PlanText.Stretch]) -> String {
        let paragraphs = stretches.flatMap { stretch in
            stretch.paragraphs.map { text in
                let escaped = XMLText.escaped(text)
                let marked = switch stretch.kind {
                case "title": "<docTitle>\(escaped)</docTitle>"
                case "number": "<docNumber>\(escaped)</docNumber>"
                default: escaped
                }
                return "<p class=\"\(XMLText.escaped(stretch.kind))\">\(marked)</p>\n"
            }
        }
        return paragraphs.isEmpty ? "" : "<\(name)>\n" + paragraphs.joined() + "</\(name)>\n"
    }
}

/// The items, each in the one that contains it.
private struct AkomaNtosoBody {
    /// What is deeper than any plan goes is left flat.
    private static let mostDepth = 60
    let text: PlanText
    private var names: Set<String> = []
    private var result = ""

    init(text: PlanText) { self.text = text }

    var xml: String {
        mutating get {
            for part in text.main {
                switch part {
                case .item(let place): add(place, in: nil, depth: 0)
                case .stretch(let stretch): for paragraph in stretch.paragraphs { result += XMLText.element("p", paragraph, ["class": stretch.kind]) + "\n" }
                }
            }
            return result.isEmpty ? "<p/>\n" : result
        }
    }

    private mutating func add(_ place: Int, in parent: (id: String, name: String)?, depth: Int) {
        let item = text.items[place], own = text.words(of: place)
        let name = name(item.id, in: parent)
        result += "<hcontainer\(XMLText.attributes(["name": item.kind.rawValue, "eId": name, "class": item.role]))>"
        if !item.label.isEmpty { result += XMLText.element("num", item.label) }
        result += XMLText.element("heading", item.heading)
        let parts = depth < Self.mostDepth ? text.children[place] ?? [] : []
        if parts.isEmpty {
            result += "<content>\n" + paragraphs(own.before + own.after) + "</content>"
        } else {
            if !own.before.isEmpty { result += "<intro>\n" + paragraphs(own.before) + "</intro>\n" }
            for part in parts { add(part, in: (item.id, name), depth: depth + 1) }
            if !own.after.isEmpty { result += "<wrapUp>\n" + paragraphs(own.after) + "</wrapUp>\n" }
        }
        result += "</hcontainer>\n"
        if depth == Self.mostDepth { addFlat(text.children[place] ?? [], in: parent) }
    }

    /// These and all below them, side by side.
    private mutating func addFlat(_ places: [Int], in parent: (id: String, name: String)?) {
        var waiting = Array(places.reversed())
        while let place = waiting.popLast() {
            waiting += (text.children[place] ?? []).reversed()
            add(place, in: parent, depth: Self.mostDepth + 1)
        }
    }

    private func paragraphs(_ texts: [String]) -> String {
        texts.isEmpty ? "<p/>\n" : texts.map { XMLText.element("p", $0) + "\n" }.joined()
    }

    /// By the naming convention: the parent's identifier, the element, the number: `hcontainer_3__hcontainer_1`.
    private mutating func name(_ id: String, in parent: (id: String, name: String)?) -> String {
        let own = parent.map { id.hasPrefix($0.id + ".") ? String(id.dropFirst($0.id.count + 1)) : id } ?? id
        let number = String(String.UnicodeScalarView(own.unicodeScalars.map { $0.isASCII && ($0.properties.isAlphabetic || $0.properties.numericType != nil) ? $0 : "-" }))
        let wanted = (parent.map { $0.name + "__" } ?? "") + "hcontainer_" + number
        var name = wanted, count = 1
        while !names.insert(name).inserted {
            count += 1
            name = wanted + "-n\(count)"
        }
        return name
    }
}
