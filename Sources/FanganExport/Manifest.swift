import FanganGraph

/// What became of one input: a row of `manifest.json`.
public struct ManifestRow: Sendable, Equatable {
    public struct Counts: Sendable, Equatable {
        public var items = 0
        public var tasks = 0
        public var units = 0
        public var phases = 0
        public var errors = 0
        public var warnings = 0
        public var notes = 0
        /// Diagnostics about text that may ask for work and is in no task; those are among the warnings too, and stand not in the file.
        public var outside = 0

        public init() {}

        private static let outsideCodes: Set<String> = ["outline.no-items", "outline.text-outside", "outline.deadline-outside"]

        public init(of graph: TaskGraph) {
            items = graph.items.count
            for place in graph.items.indices where graph.items[place].kind == .task { tasks += 1 }
            units = graph.units.count
            phases = graph.phases.count
            errors = graph.diagnostics.count { $0.severity == "error" }
            warnings = graph.diagnostics.count { $0.severity == "warning" }
            notes = graph.diagnostics.count - errors - warnings
            outside = graph.diagnostics.count { Self.outsideCodes.contains($0.code) }
        }
    }

    /// Why an input failed.
    public struct Failure: Sendable, Equatable {
        /// For example `input.empty`.
        public var code: String
        /// What happened and what to do.
        public var message: String
        public init(code: String, message: String) {
            self.code = code
            self.message = message
        }
    }

    /// Path as the user gave it, or as found in a given folder.
    public var uri: String
    /// Stem of its output files; nil for an input that is no file.
    public var name: String?
    public var sha256: String?
    /// Size of the file.
    public var bytes: Int?
    public var encoding: String?
    /// Paths from the output folder.
    public var graph: String?
    public var text: String?
    public var counts = Counts()
    public var failure: Failure?
    /// An earlier run's result was taken over.
    public var isReused = false
    public var milliseconds = 0.0

    public init(uri: String, name: String?) {
        self.uri = uri
        self.name = name
    }

    public var isFailed: Bool { failure != nil }
}

/// Writes `manifest.json` row by row, as the documents of a run come out.
public struct ManifestWriter: Sendable {
    public static let schema = "fangan.manifest/1"

    private var documents = 0
    private var failed = 0
    private var items = 0
    private var tasks = 0

    public init() {}

    public func header(generator: String) -> [UInt8] {
        var writer = JSONWriter()
        writer.raw("{\n  \"schema\": ")
        writer.string(Self.schema)
        writer.raw(",\n  \"generator\": ")
        writer.string(generator)
        writer.raw(",\n  \"documents\": [")
        return writer.bytes
    }

    public mutating func row(_ row: ManifestRow) -> [UInt8] {
        var writer = JSONWriter()
        writer.raw(documents == 0 ? "\n    " : ",\n    ")
        writer.row(row)
        documents += 1
        failed += row.isFailed ? 1 : 0
        items += row.counts.items
        tasks += row.counts.tasks
        return writer.bytes
    }

    public func footer(milliseconds: Double) -> [UInt8] {
        var writer = JSONWriter()
        writer.raw(documents == 0 ? "],\n  \"totals\": {" : "\n  ],\n  \"totals\": {")
        writer.raw("\"documents\": "); writer.integer(documents)
        writer.raw(", \"ok\": "); writer.integer(documents - failed)
        writer.raw(", \"failed\": "); writer.integer(failed)
        writer.raw(", \"items\": "); writer.integer(items)
        writer.raw(", \"tasks\": "); writer.integer(tasks)
        writer.raw(", \"milliseconds\": "); writer.milliseconds(milliseconds)
        writer.raw("}\n}\n")
        return writer.bytes
    }
}

extension JSONWriter {
    fileprivate mutating func milliseconds(_ value: Double) {
        number((value * 1_000).rounded() / 1_000)
    }

    fileprivate mutating func row(_ row: ManifestRow) {
        raw("{\"uri\": "); string(row.uri)
        raw(", \"name\": "); string(row.name)
        raw(", \"status\": "); string(row.isFailed ? "failed" : "ok")
        raw(row.isReused ? ", \"reused\": true" : ", \"reused\": false")
        raw(", \"sha256\": "); string(row.sha256)
        raw(", \"bytes\": "); integer(row.bytes)
        raw(", \"encoding\": "); string(row.encoding)
        raw(", \"graph\": "); string(row.graph)
        raw(", \"text\": "); string(row.text)
        raw(", \"counts\": {\"items\": "); integer(row.counts.items)
        raw(", \"tasks\": "); integer(row.counts.tasks)
        raw(", \"units\": "); integer(row.counts.units)
        raw(", \"phases\": "); integer(row.counts.phases)
        raw(", \"errors\": "); integer(row.counts.errors)
        raw(", \"warnings\": "); integer(row.counts.warnings)
        raw(", \"notes\": "); integer(row.counts.notes)
        raw("}, \"diagnostics\": ")
        list(row.failure.map { [$0] } ?? []) { writer, failure in
            writer.raw("{\"code\": "); writer.string(failure.code)
            writer.raw(", \"severity\": \"error\", \"message\": "); writer.string(failure.message)
            writer.raw("}")
        }
        raw(", \"milliseconds\": "); milliseconds(row.milliseconds)
        raw("}")
    }
}
