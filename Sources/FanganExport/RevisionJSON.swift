import FanganGraph
import FanganRevision

/// Writes a ``Revision`` as `schemas/revision.schema.json` describes it: one line for each item.
public enum RevisionJSON {
    /// - Parameter units: what it means for each unit; places of items are those of `items`.
    /// - Returns: UTF-8 without a byte order mark, lines ended by LF. The same revision always gives the same bytes.
    public static func encode(_ revision: Revision, units: [UnitSummary]) -> [UInt8] {
        var writer = JSONWriter()
        writer.raw("{\n  \"schema\": ")
        writer.string(Revision.schema)
        writer.raw(",\n  \"old\": ")
        writer.revised(revision.old)
        writer.raw(",\n  \"new\": ")
        writer.revised(revision.new)
        writer.raw(",\n  \"items\": [")
        var isFirst = true
        for item in revision.items {
            writer.raw(isFirst ? "\n    " : ",\n    ")
            isFirst = false
            writer.revised(item)
        }
        writer.raw("\n  ],\n  \"units\": ")
        writer.list(units) { writer, unit in
            writer.raw("\n    {\"unit\": "); writer.string(unit.unit)
            writer.raw(", \"changes\": "); writer.integer(unit.changes)
            writer.raw(", \"most\": "); writer.list(unit.most) { $0.integer($1) }
            writer.raw("}")
        }
        writer.raw("\n}\n")
        return writer.bytes
    }
}

extension JSONWriter {
    mutating func revised(_ facts: DocumentFacts) {
        raw("{\"id\": "); string(facts.id)
        raw(", \"work\": "); string(facts.work)
        raw(", \"title\": "); string(facts.title)
        raw(", \"number\": "); string(facts.number)
        raw(", \"issued\": "); string(facts.issued)
        raw(", \"region\": "); string(facts.region)
        raw(", \"source\": {\"uri\": "); string(facts.source.uri)
        raw(", \"sha256\": "); string(facts.source.sha256)
        raw("}}")
    }

    fileprivate mutating func revised(_ item: ItemRevision) {
        raw("{\"change\": "); string(item.change.rawValue)
        if let first = item.old.first { raw(", \"old\": "); if item.change == .merged { list(item.old) { $0.reference($1) } } else { reference(first) } }
        if let first = item.new.first { raw(", \"new\": "); if item.change == .split { list(item.new) { $0.reference($1) } } else { reference(first) } }
        if item.change == .paired {
            raw(", \"changes\": "); strings(item.changes.map(\.rawValue))
            // Three digits say enough, and the same on every machine.
            raw(", \"similarity\": "); number(((item.similarity ?? 0) * 1000).rounded() / 1000)
            raw(", \"details\": "); list(item.details) { $0.detail($1) }
            // Few pairs have any; the others are written without the key.
            if !item.successions.isEmpty { raw(", \"successions\": "); list(item.successions) { $0.succession($1) } }
        }
        raw("}")
    }

    mutating func reference(_ item: ItemReference) {
        raw("{\"id\": "); string(item.id)
        raw(", \"path\": "); strings(item.path)
        raw(", \"heading\": "); string(item.heading)
        raw(", \"span\": "); span(item.span)
        raw("}")
    }

    private mutating func succession(_ succession: OrganSuccession) {
        raw("{\"old\": "); string(succession.old)
        raw(", \"new\": "); string(succession.new)
        raw(", \"date\": "); string(succession.date)
        raw(", \"reform\": "); string(succession.reform)
        raw("}")
    }

    mutating func detail(_ detail: ChangeDetail) {
        raw("{\"field\": "); string(detail.field.rawValue)
        if !detail.edits.isEmpty {
            raw(", \"edits\": ")
            list(detail.edits) { writer, edit in
                writer.raw("{\"kind\": "); writer.string(edit.kind.rawValue)
                writer.raw(", \"text\": "); writer.string(edit.text)
                if let place = edit.old { writer.raw(", \"old\": "); writer.span(place) }
                if let place = edit.new { writer.raw(", \"new\": "); writer.span(place) }
                writer.raw("}")
            }
        } else {
            raw(", \"removed\": "); strings(detail.removed)
            raw(", \"added\": "); strings(detail.added)
        }
        raw("}")
    }
}
