import FanganGraph

/// A task as a store answers with it.
public struct StoredTask: Sendable, Equatable {
    public struct Assignment: Sendable, Equatable {
        /// `lead`, `responsible`, `support`.
        public var role: String?
        /// Full name of the unit.
        public var unit: String
        /// Identifier of its field of government.
        public var function: String?
        /// As the document prints it, with where it says so.
        public var mention: String?
        public var basis: String?
        public var span: ScalarSpan?
        /// Where the unit is a class of bodies and was found for one of its members: full names of the members that were asked for.
        public var members: [String] = []
        public init(role: String?, unit: String, function: String?, mention: String?, basis: String?, span: ScalarSpan?) {
            self.role = role
            self.unit = unit
            self.function = function
            self.mention = mention
            self.basis = basis
            self.span = span
        }
    }

    /// A last day, with the words that name it.
    public struct Deadline: Sendable, Equatable {
        /// `yyyy-mm-dd`.
        public var date: String
        public var quote: String
        public var span: ScalarSpan
        public init(date: String, quote: String, span: ScalarSpan) {
            self.date = date
            self.quote = quote
            self.span = span
        }
    }

    public var place: StoredPlace
    public var units: [Assignment] = []
    public var due: [Deadline] = []

    public init(place: StoredPlace) { self.place = place }
}

/// An item of a document, or the document itself, as a store answers with it.
public struct StoredPlace: Sendable, Equatable {
    /// Stem of the document's output files.
    public var document: String
    public var title: String?
    public var number: String?
    /// `yyyy-mm-dd`.
    public var issued: String?
    /// GB/T 2260 code.
    public var region: String?
    /// Identifier of the item in its document; nil for the document itself, and so are the others below.
    public var item: String?
    /// `section`, `task`, `item`.
    public var kind: String?
    public var path: [String] = []
    public var heading: String?
    public var text: String?
    /// Place in the canonical text, in Unicode scalars.
    public var span: ScalarSpan?

    public init(document: String, title: String?, number: String?, issued: String?, region: String?) {
        self.document = document
        self.title = title
        self.number = number
        self.issued = issued
        self.region = region
    }
}

/// What `fangan search --json` and `fangan tasks --json` print: one object, a line for each answer.
public enum StoredJSON {
    /// `schemas/search.schema.json`.
    public static let searchSchema = "fangan.search/1"
    /// `schemas/tasks.schema.json`.
    public static let tasksSchema = "fangan.tasks/1"

    /// - Parameter isComplete: whether there are no further hits than these.
    public static func encode(_ hits: [StoredPlace], words: [String], isComplete: Bool) -> [UInt8] {
        var writer = JSONWriter()
        writer.raw("{\n  \"schema\": "); writer.string(searchSchema)
        writer.raw(",\n  \"words\": "); writer.strings(words)
        writer.raw(isComplete ? ",\n  \"complete\": true" : ",\n  \"complete\": false")
        writer.raw(",\n  \"hits\": ")
        writer.rows(hits) { writer, hit in
            writer.raw("{")
            writer.place(hit)
            writer.raw("}")
        }
        writer.raw("\n}\n")
        return writer.bytes
    }

    /// - Parameter isComplete: whether there are no further tasks than these.
    public static func encode(_ tasks: [StoredTask], isComplete: Bool) -> [UInt8] {
        var writer = JSONWriter()
        writer.raw("{\n  \"schema\": "); writer.string(tasksSchema)
        writer.raw(isComplete ? ",\n  \"complete\": true" : ",\n  \"complete\": false")
        writer.raw(",\n  \"tasks\": ")
        writer.rows(tasks) { writer, task in writer.task(task) }
        writer.raw("\n}\n")
        return writer.bytes
    }
}

extension JSONWriter {
    fileprivate mutating func rows<Value>(_ values: [Value], _ element: (inout JSONWriter, Value) -> Void) {
        if values.isEmpty { return raw("[]") }
        raw("[\n    ")
        for (number, value) in values.enumerated() {
            if number > 0 { raw(",\n    ") }
            element(&self, value)
        }
        raw("\n  ]")
    }

    fileprivate mutating func place(_ place: StoredPlace) {
        raw("\"document\": "); string(place.document)
        raw(", \"title\": "); string(place.title)
        raw(", \"number\": "); string(place.number)
        raw(", \"issued\": "); string(place.issued)
        raw(", \"region\": "); string(place.region)
        raw(", \"item\": "); string(place.item)
        raw(", \"kind\": "); string(place.kind)
        raw(", \"path\": "); strings(place.path)
        raw(", \"heading\": "); string(place.heading)
        raw(", \"text\": "); string(place.text)
        raw(", \"span\": ")
        if let span = place.span { self.span(span) } else { raw("null") }
    }

    fileprivate mutating func task(_ task: StoredTask) {
        raw("{")
        place(task.place)
        raw(", \"units\": ")
        list(task.units) { writer, unit in
            writer.raw("{\"role\": "); writer.string(unit.role)
            writer.raw(", \"unit\": "); writer.string(unit.unit)
            writer.raw(", \"function\": "); writer.string(unit.function)
            writer.raw(", \"mention\": "); writer.string(unit.mention)
            writer.raw(", \"basis\": "); writer.string(unit.basis)
            writer.raw(", \"span\": ")
            if let span = unit.span { writer.span(span) } else { writer.raw("null") }
            if !unit.members.isEmpty { writer.raw(", \"members\": "); writer.strings(unit.members) }
            writer.raw("}")
        }
        raw(", \"due\": ")
        list(task.due) { writer, due in
            writer.raw("{\"date\": "); writer.string(due.date)
            writer.raw(", \"quote\": "); writer.string(due.quote)
            writer.raw(", \"span\": "); writer.span(due.span)
            writer.raw("}")
        }
        raw("}")
    }
}
