import FanganUnits

/// How names were read, for programs: what `fangan unit --format json` prints, one object per name.
public enum UnitJSON {
    public static func encode(_ explanations: [UnitExplanation]) -> [UInt8] {
        var writer = JSONWriter(reserving: explanations.count * 600)
        writer.raw("[")
        for (place, explanation) in explanations.enumerated() {
            writer.raw(place == 0 ? "\n  " : ",\n  ")
            writer.explanation(explanation)
        }
        writer.raw("\n]\n")
        return writer.bytes
    }
}

extension UnitJSON {
    /// A field of government: what its organ is called in one region, and every form of name in use.
    public static func encode(_ field: Field, names: [String], cores: [String], organs: [String]) -> [UInt8] {
        var writer = JSONWriter(reserving: 1_024)
        writer.raw("{\"field\": "); writer.string(field.id)
        writer.raw(", \"name\": "); writer.string(field.name)
        writer.raw(", \"body\": "); writer.string(field.body)
        writer.raw(", \"called\": "); writer.strings(names)
        writer.raw(", \"cores\": "); writer.strings(cores)
        writer.raw(", \"forms\": "); writer.strings(organs)
        writer.raw("}\n")
        return writer.bytes
    }
}

extension JSONWriter {
    fileprivate mutating func explanation(_ explanation: UnitExplanation) {
        raw("{\"mention\": "); string(explanation.mention)
        raw(", \"unit\": "); unit(explanation.reading)
        raw(", \"way\": "); string(explanation.way.rawValue)
        raw(", \"parts\": "); list(explanation.parts) { writer, part in
            writer.raw("{\"text\": "); writer.string(part.text)
            writer.raw(", \"meaning\": "); writer.string(part.meaning)
            writer.raw("}")
        }
        raw(", \"replaced_by\": "); list(explanation.successors) { $0.succession($1) }
        raw(", \"replaced\": "); list(explanation.predecessors) { $0.succession($1) }
        raw(", \"members\": "); list(explanation.members) { $0.unit($1) }
        raw(", \"range\": ")
        if let range = explanation.range {
            raw("{\"kinds\": "); strings(range.kinds.map(\.rawValue))
            raw(", \"extent\": "); string(range.extent.rawValue)
            raw("}")
        } else {
            raw("null")
        }
        raw(", \"bodies\": "); list(explanation.bodies) { $0.unit($1) }
        raw(", \"diagnostics\": "); list(explanation.reading.diagnostics) { writer, said in
            writer.raw("{\"code\": "); writer.string(said.code)
            writer.raw(", \"severity\": "); writer.string(said.severity.rawValue)
            writer.raw(", \"message\": "); writer.string(said.message)
            writer.raw("}")
        }
        raw("}")
    }

    /// The keys of a unit node.
    private mutating func unit(_ unit: UnitReading) {
        raw("{\"id\": "); string("unit:" + unit.key)
        raw(", \"name\": "); string(unit.name)
        raw(", \"function\": "); string(unit.function)
        raw(", \"function_name\": "); string(unit.functionName)
        raw(", \"region\": "); string(unit.region)
        raw(", \"level\": "); string(unit.level?.rawValue)
        raw(", \"kind\": "); string(unit.kind.rawValue)
        raw(", \"candidates\": "); list(unit.candidates) { writer, candidate in
            writer.raw("{\"name\": "); writer.string(candidate.name)
            writer.raw(", \"function\": "); writer.string(candidate.function)
            writer.raw("}")
        }
        raw("}")
    }

    private mutating func succession(_ succession: Succession) {
        raw("{\"unit\": "); unit(succession.unit)
        raw(", \"date\": "); string(succession.date)
        raw(", \"reform\": "); string(succession.reform.name)
        raw(", \"source\": "); string(succession.reform.source)
        raw("}")
    }
}
