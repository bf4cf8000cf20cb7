import FanganGraph
import FanganRevision

/// Writes a ``PlanImplementation`` as `schemas/implementation.schema.json` describes it: one line for each duty.
public enum ImplementationJSON {
    /// UTF-8 without a byte order mark, lines ended by LF. The same comparison always gives the same bytes.
    public static func encode(_ implementation: PlanImplementation) -> [UInt8] {
        var writer = JSONWriter()
        writer.raw("{\n  \"schema\": ")
        writer.string(PlanImplementation.schema)
        writer.raw(",\n  \"parent\": ")
        writer.revised(implementation.parent)
        writer.raw(",\n  \"child\": ")
        writer.revised(implementation.child)
        writer.raw(",\n  \"duties\": [")
        var isFirst = true
        for duty in implementation.duties {
            writer.raw(isFirst ? "\n    " : ",\n    ")
            isFirst = false
            writer.duty(duty)
        }
        writer.raw("\n  ]\n}\n")
        return writer.bytes
    }
}

extension JSONWriter {
    fileprivate mutating func duty(_ duty: PlanImplementation.Duty) {
        raw("{\"outcome\": "); string(duty.outcome.rawValue)
        if let parent = duty.parent { raw(", \"parent\": "); reference(parent) }
        if !duty.child.isEmpty { raw(", \"child\": "); list(duty.child) { $0.reference($1) } }
        if duty.outcome == .takenUp {
            raw(", \"similarity\": "); number(((duty.similarity ?? 0) * 1000).rounded() / 1000)
            raw(", \"details\": "); list(duty.details) { $0.detail($1) }
        }
        raw("}")
    }
}
