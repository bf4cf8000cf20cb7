import FanganExport
import FanganGraph

/// Length-prefixed fields; integers are eight bytes, least first.
struct RowEncoder {
    private(set) var bytes: [UInt8] = []

    init(reserving capacity: Int = 0) { bytes.reserveCapacity(capacity) }

    mutating func integer(_ value: Int) {
        withUnsafeBytes(of: Int64(value).littleEndian) { bytes.append(contentsOf: $0) }
    }

    mutating func bytes(_ value: [UInt8]) { bytes += value }

    mutating func string(_ value: String) {
        integer(value.utf8.count)
        if value.utf8.withContiguousStorageIfAvailable({ bytes.append(contentsOf: $0) }) == nil { copy(value) }
    }

    @inline(never)
    private mutating func copy(_ value: String) { bytes.append(contentsOf: Array(value.utf8)) }

    mutating func string(_ value: String?) {
        guard let value else { return integer(-1) }
        string(value)
    }

    mutating func row(_ row: ManifestRow) {
        string(row.sha256)
        integer(row.bytes ?? -1)
        string(row.encoding)
        string(row.graph)
        string(row.text)
        let counts = row.counts
        for count in [counts.items, counts.tasks, counts.units, counts.phases, counts.errors, counts.warnings, counts.notes, counts.outside] { integer(count) }
    }

    mutating func unit(_ occurrence: UnitOccurrence) {
        string(occurrence.unit.id)
        string(occurrence.unit.name)
        string(occurrence.unit.function)
        string(occurrence.unit.functionName)
        string(occurrence.unit.region)
        string(occurrence.unit.level)
        string(occurrence.unit.kind)
        integer(occurrence.tasks)
        integer(occurrence.spellings.count)
        for spelling in occurrence.spellings { string(spelling) }
        integer(occurrence.members)
        string(occurrence.memberBasis)
        integer(occurrence.successors.count)
        for successor in occurrence.successors { string(successor) }
    }

    mutating func references(_ share: DocumentReferences) {
        string(share.id)
        string(share.work)
        string(share.title)
        string(share.number)
        integer(share.references.count)
        for one in share.references {
            string(one.id)
            string(one.kind)
            string(one.title)
            string(one.number)
            integer(one.span.start)
            integer(one.span.end)
            integer(one.items.count)
            for item in one.items { string(item) }
        }
    }
}

/// Reads what ``RowEncoder`` wrote; nil as soon as something does not fit.
struct RowDecoder {
    let bytes: [UInt8]
    private var at = 0

    init(bytes: [UInt8]) { self.bytes = bytes }

    mutating func integer() -> Int? {
        guard at + 8 <= bytes.count else { return nil }
        var value: UInt64 = 0
        for i in 0..<8 { value |= UInt64(bytes[at + i]) << UInt64(8 * i) }
        at += 8
        return Int(Int64(bitPattern: value))
    }

    mutating func blob() -> [UInt8]? {
        guard let count = integer(), count >= 0, count <= bytes.count - at else { return nil }
        defer { at += count }
        return Array(bytes[at..<(at + count)])
    }

    mutating func string() -> String? {
        blob().flatMap { String(validating: $0, as: UTF8.self) }
    }

    /// A string that may be nil; nil where there is none that can be read.
    private mutating func optionalString() -> String?? {
        let start = at
        guard let count = integer() else { return nil }
        if count == -1 { return .some(nil) }
        at = start
        return string().map { .some($0) }
    }

    mutating func row(_ input: Input) -> ManifestRow? {
        var row = ManifestRow(uri: input.uri, name: input.name)
        guard let sha256 = optionalString(), let size = integer(), let encoding = optionalString(),
              let graph = optionalString(), let text = optionalString() else { return nil }
        row.sha256 = sha256
        row.bytes = size < 0 ? nil : size
        row.encoding = encoding
        row.graph = graph
        row.text = text
        let fields: [WritableKeyPath<ManifestRow.Counts, Int>] = [\.items, \.tasks, \.units, \.phases, \.errors, \.warnings, \.notes, \.outside]
        for field in fields {
            guard let count = integer() else { return nil }
            row.counts[keyPath: field] = count
        }
        return row
    }

    mutating func units() -> [UnitOccurrence]? {
        guard let count = integer(), count >= 0, count <= bytes.count else { return nil }
        var units: [UnitOccurrence] = []
        for _ in 0..<count {
            guard let unit = unit() else { return nil }
            units.append(unit)
        }
        return units
    }

    mutating func references() -> DocumentReferences? {
        guard let id = string(), let work = string(), let title = optionalString(), let number = optionalString(),
              let count = integer(), count >= 0, count <= bytes.count else { return nil }
        var share = DocumentReferences(id: id, work: work, title: title, number: number, references: [])
        for _ in 0..<count {
            guard let one = reference() else { return nil }
            share.references.append(one)
        }
        return share
    }

    private mutating func reference() -> DocumentReferences.Reference? {
        guard let id = string(), let kind = string(), let title = optionalString(), let number = optionalString(),
              let start = integer(), let end = integer(), let count = integer(), count >= 0, count <= bytes.count else { return nil }
        var items: [String] = []
        for _ in 0..<count {
            guard let item = string() else { return nil }
            items.append(item)
        }
        return DocumentReferences.Reference(id: id, kind: kind, title: title, number: number, span: ScalarSpan(start, end), items: items)
    }

    private mutating func strings(_ count: Int) -> [String]? {
        var found: [String] = []
        for _ in 0..<count {
            guard let one = string() else { return nil }
            found.append(one)
        }
        return found
    }

    private mutating func unit() -> UnitOccurrence? {
        guard let id = string(), let name = string(), let function = optionalString(), let functionName = optionalString(),
              let region = optionalString(), let level = optionalString(), let kind = string(),
              let tasks = integer(), let count = integer(), count >= 0, count <= bytes.count else { return nil }
        guard let spellings = strings(count), let members = integer(), let basis = optionalString(),
              let successorCount = integer(), successorCount >= 0, successorCount <= bytes.count, let successors = strings(successorCount) else { return nil }
        let node = UnitNode(id: id, name: name, function: function, functionName: functionName, region: region, level: level, kind: kind)
        var occurrence = UnitOccurrence(unit: node, tasks: tasks, spellings: spellings)
        (occurrence.members, occurrence.memberBasis, occurrence.successors) = (members, basis, successors)
        return occurrence
    }
}
