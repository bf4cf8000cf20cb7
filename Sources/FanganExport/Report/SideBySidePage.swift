import FanganGraph
import FanganRevision

/// Two versions of a plan side by side.
enum SideBySidePage {
    /// - Parameters:
    ///   - oldPage: the page of the older version as a path from the report's folder; nil where there is none.
    ///   - depth: folders between the report's own and this page.
    static func page(_ revision: Revision, oldPage: String? = nil, newPage: String? = nil, depth: Int = 0, _ pages: ReportPages) -> [UInt8] {
        let title = revision.new.title ?? revision.old.title ?? revision.new.source.uri
        let way = String(repeating: "../", count: depth)
        var values: [String: Any] = ["title": title, "old": name(revision.old), "new": name(revision.new)]
        if let oldPage { values["oldPage"] = way + oldPage }
        if let newPage { values["newPage"] = way + newPage }
        return pages.page(.revision, title: title + "：新旧对照", values: values, json: json(revision), depth: depth)
    }

    /// What tells one version from the other.
    static func name(_ facts: DocumentFacts) -> String {
        [facts.number, facts.issued, facts.source.uri].compactMap { $0 }.joined(separator: "　")
    }

    private static func json(_ revision: Revision) -> [UInt8] {
        var writer = JSONWriter()
        writer.raw(", \"words\": {\"old\": "); writer.words(revision.items.flatMap(\.old))
        writer.raw(", \"new\": "); writer.words(revision.items.flatMap(\.new))
        writer.raw("}, \"units\": ")
        writer.list(revision.items) { writer, item in
            var names: [String] = []
            for name in (item.old + item.new).flatMap(\.unitNames) where !names.contains(name) { names.append(name) }
            writer.strings(names)
        }
        writer.raw("}")
        return Array("{\"revision\": ".utf8) + RevisionJSON.encode(revision, units: revision.summaries()) + writer.bytes
    }
}

extension JSONWriter {
    /// Heading and own words of items, by identifier.
    fileprivate mutating func words(_ items: [ItemReference]) {
        raw("{")
        for (place, item) in items.enumerated() {
            raw(place == 0 ? "\n" : ",\n")
            string(item.id)
            raw(": {\"heading\": "); string(item.heading)
            raw(", \"text\": "); string(item.text)
            raw("}")
        }
        raw("}")
    }
}
