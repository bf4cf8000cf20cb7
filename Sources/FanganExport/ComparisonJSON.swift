import FanganComparison

/// Writes a ``Comparison`` as `schemas/comparison.schema.json` describes it: one line for each topic.
public enum ComparisonJSON {
    /// - Returns: UTF-8 without a byte order mark, lines ended by LF. The same comparison always gives the same bytes.
    public static func encode(_ comparison: Comparison) -> [UInt8] {
        var writer = JSONWriter()
        writer.raw("{\n  \"schema\": ")
        writer.string(Comparison.schema)
        writer.raw(",\n  \"documents\": ")
        writer.list(comparison.documents) { writer, document in
            writer.raw("\n    ")
            writer.compared(document)
        }
        writer.raw(",\n  \"topics\": ")
        writer.list(Array(comparison.topics.enumerated())) { writer, topic in
            writer.raw("\n    ")
            writer.topic(topic.element, number: topic.offset + 1, of: comparison)
        }
        writer.raw(",\n  \"alone\": ")
        writer.list(comparison.alone) { writer, place in
            writer.raw("\n    ")
            writer.member(comparison.duties[place], comparison)
        }
        writer.raw("\n}\n")
        return writer.bytes
    }

    /// One match on a line, as members of topics are, with `likeness`.
    public static func encode(_ similar: SimilarDuties) -> [UInt8] {
        var writer = JSONWriter()
        writer.list(similar.matches) { writer, match in
            writer.raw("\n  {\"likeness\": "); writer.digits3(match.likeness)
            writer.raw(", \"document\": "); writer.compared(match.document)
            writer.raw(", \"duty\": "); writer.member(match.duty, document: match.document.facts.id)
            writer.raw("}")
        }
        writer.raw("\n")
        return writer.bytes
    }
}

extension JSONWriter {
    /// Three digits say enough, and the same on every machine.
    fileprivate mutating func digits3(_ value: Double) { number((value * 1000).rounded() / 1000) }

    fileprivate mutating func compared(_ document: ComparedDocument) {
        raw("{\"id\": "); string(document.facts.id)
        raw(", \"title\": "); string(document.facts.title)
        raw(", \"name\": "); string(document.name)
        raw(", \"region\": "); string(document.facts.region)
        raw(", \"issued\": "); string(document.facts.issued)
        raw(", \"source\": {\"uri\": "); string(document.facts.source.uri)
        raw(", \"sha256\": "); string(document.facts.source.sha256)
        raw("}}")
    }

    fileprivate mutating func topic(_ topic: Comparison.Topic, number: Int, of comparison: Comparison) {
        raw("{\"id\": "); string("t\(number)")
        raw(", \"label\": "); string(topic.label)
        raw(", \"cohesion\": "); digits3(topic.cohesion)
        raw(", \"members\": "); list(topic.members) { $0.member(comparison.duties[$1], comparison) }
        raw(", \"facts\": {\"differences\": "); strings(topic.facts.differences.map(\.rawValue))
        raw(", \"documents\": ")
        list(topic.facts.cells) { $0.facts($1.facts, document: comparison.documents[$1.document].facts.id) }
        raw("}, \"lacking\": "); strings(topic.lacking.map { comparison.documents[$0].facts.id })
        raw(", \"near\": ")
        list(topic.near) { writer, near in
            let duty = comparison.duties[near.duty]
            writer.raw("{\"document\": "); writer.string(comparison.documents[duty.document].facts.id)
            writer.raw(", \"item\": "); writer.string(duty.item)
            writer.raw(", \"path\": "); writer.strings(duty.path)
            writer.raw(", \"title\": "); writer.string(duty.title)
            writer.raw(", \"likeness\": "); writer.digits3(near.likeness)
            writer.raw("}")
        }
        raw("}")
    }

    private mutating func facts(_ facts: DutyFacts, document: String) {
        raw("{\"document\": "); string(document)
        raw(", \"lead\": "); list(facts.lead) { $0.actor($1) }
        raw(", \"share\": "); list(facts.share) { $0.actor($1) }
        raw(", \"due\": "); strings(facts.due)
        raw(", \"targets\": ")
        list(facts.targets) { writer, target in
            writer.raw("{\"min\": "); writer.number(target.min)
            writer.raw(", \"max\": "); writer.number(target.max)
            writer.raw(", \"unit\": "); writer.string(target.unit)
            writer.raw(", \"per\": "); writer.string(target.per)
            writer.raw(", \"quote\": "); writer.string(target.quote)
            writer.raw("}")
        }
        raw(", \"points\": "); list(facts.points) { $0.number($1) }
        raw("}")
    }

    private mutating func actor(_ actor: DutyFacts.Actor) {
        raw("{\"field\": "); string(actor.field)
        raw(", \"name\": "); string(actor.name)
        raw("}")
    }

    fileprivate mutating func member(_ duty: Duty, _ comparison: Comparison) { member(duty, document: comparison.documents[duty.document].facts.id) }

    fileprivate mutating func member(_ duty: Duty, document: String) {
        raw("{\"document\": "); string(document)
        raw(", \"item\": "); string(duty.item)
        raw(", \"path\": "); strings(duty.path)
        raw(", \"heading\": "); string(duty.heading)
        raw(", \"text\": "); string(duty.text)
        raw(", \"span\": "); span(duty.span)
        raw("}")
    }
}
