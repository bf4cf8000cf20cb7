import FanganGraph
import FanganRevision

/// Writes the versions of plans as `schemas/history.schema.json` describes them.
public enum HistoryJSON {
    /// `fangan.history/1`
    public static let schema = "fangan.history/1"

    /// One plan; each of `revisions` is a whole object as `schemas/revision.schema.json` describes it.
    public static func encode(_ history: PlanHistory, _ revisions: [(revision: Revision, units: [UnitSummary])]) -> [UInt8] {
        encode([history], revisions.map { RevisionJSON.encode($0.revision, units: $0.units) })
    }

    /// Plans with their versions alone.
    public static func encode(_ histories: [PlanHistory]) -> [UInt8] { encode(histories, nil) }

    private static func encode(_ histories: [PlanHistory], _ revisions: [[UInt8]]?) -> [UInt8] {
        var writer = JSONWriter()
        writer.raw("{\n  \"schema\": "); writer.string(schema)
        writer.raw(",\n  \"plans\": "); writer.list(histories) { $0.history($1) }
        guard let revisions else {
            writer.raw("\n}\n")
            return writer.bytes
        }
        var bytes = writer.bytes + Array(",\n  \"revisions\": [".utf8)
        for (place, revision) in revisions.enumerated() { bytes += (place == 0 ? Array("\n".utf8) : Array(",\n".utf8)) + revision.dropLast() }
        return bytes + Array("]\n}\n".utf8)
    }
}

extension JSONWriter {
    fileprivate mutating func history(_ history: PlanHistory) {
        raw("\n    {\"work\": "); string(history.work)
        raw(", \"versions\": ")
        list(history.versions) { writer, version in
            writer.raw("\n      {\"name\": "); writer.string(version.name)
            writer.raw(", \"document\": "); writer.revised(version.facts)
            if let copies = history.copies[version.name] { writer.raw(", \"copies\": "); writer.strings(copies) }
            writer.raw("}")
        }
        raw("}")
    }
}
