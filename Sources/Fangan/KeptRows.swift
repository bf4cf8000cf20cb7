import FanganExport

/// What earlier runs made of documents, so that a repeated or continued run takes over what has not changed.
///
/// The rows of a document stand in the shared tables of the run that made them; an index beside them, in
/// `<output folder>/.fangan/`, says where. A run writes its tables there as well and puts them into their places at its
/// end; what an interrupted one leaves behind is read by the next. An index that is missing, damaged or of another
/// version, and tables that somebody changed, count as nothing kept.
struct KeptRows: Sendable {
    /// The tables that hold a document's own rows.
    static let tables = ["tasks.csv", "tasks.ndjson", "mentions.csv"]
    static let index = "rows"

    /// Names in `.fangan/` of what a run writes, of what an interrupted one left, and of the index of one that came to its end.
    static func next(_ name: String) -> String { "next-" + name }
    static func left(_ name: String) -> String { "left-" + name }
    static let kept = "kept-" + index

    private let sources: [KeptSource]

    /// - Parameter folder: the output folder; nobody else writes there.
    init(folder: String) {
        let own = folder + "/.fangan/"
        Self.saveLeft(own)
        sources = [
            KeptSource(index: own + Self.left(Self.index), tables: Self.tables.map { own + Self.left($0) }, isStamped: false),
            KeptSource(index: own + Self.kept, tables: Self.tables.map { folder + "/" + $0 }, isStamped: true),
        ].compactMap { $0 }
    }

    /// What an interrupted run left takes the place of what one before it left, unless that one had come further.
    private static func saveLeft(_ own: String) {
        let fresh = Folder.size(ofFile: own + next(index)) ?? 0, old = Folder.size(ofFile: own + left(index)) ?? 0
        for name in tables + [index] {
            if fresh > old { Folder.move(file: own + next(name), to: own + left(name)) } else { Folder.remove(file: own + next(name)) }
        }
    }

    /// Once a run has come to its end, what was left of one before it is old.
    static func removeLeft(in folder: String) {
        for name in [index] + tables { Folder.remove(file: folder + "/.fangan/" + left(name)) }
    }

    /// What was kept of a document, if it was made under the same key and its files still have their sizes.
    func load(_ input: Input, key: String, graph: String, text: String) -> DocumentOutput? {
        for source in sources { if let output = source.load(input, key: key, graph: graph, text: text) { return output } }
        return nil
    }
}

/// A document's entry in the index: where its rows stand, and all that belongs to no table's row.
struct KeptRecord {
    private static let format = "fangan-rows-4"

    /// Start and length of the rows in each of ``KeptRows/tables``.
    var places: [Int]
    /// All but the places.
    var content: [UInt8]

    /// - Parameter key: everything that the output depends on.
    static func content(_ output: DocumentOutput, name: String, key: String, sizes: (graph: Int, text: Int)) -> [UInt8] {
        var coder = RowEncoder(reserving: output.units.count * 300 + 1_024)
        coder.string(name)
        coder.string(Self.format)
        coder.string(key)
        coder.integer(sizes.graph)
        coder.integer(sizes.text)
        coder.row(output.row)
        coder.integer(output.units.count)
        for at in output.units.indices { coder.unit(output.units, at) }
        if let references = output.references { coder.references(references) }
        coder.string(Self.format)
        return coder.bytes
    }

    /// The last entry: size and time of change of each table, by which one that somebody changed is known.
    static func stamps(_ values: [Int]) -> KeptRecord {
        var coder = RowEncoder()
        coder.string("")
        return KeptRecord(places: values, content: coder.bytes)
    }

    var bytes: [UInt8] {
        var coder = RowEncoder(reserving: content.count + 8 + places.count * 8)
        coder.integer(content.count + places.count * 8)
        for place in places { coder.integer(place) }
        coder.bytes(content)
        return coder.bytes
    }

    /// The output without its tables' rows, if it was made under the key.
    static func output(_ content: [UInt8], _ input: Input, key: String, sizes: (graph: Int?, text: Int?)) -> DocumentOutput? {
        var coder = RowDecoder(bytes: content)
        guard coder.string() == input.name, coder.string() == format, coder.string() == key, coder.integer() == sizes.graph, coder.integer() == sizes.text,
              var row = coder.row(input), let units = coder.units(), let references = coder.references(), coder.string() == format else { return nil }
        row.isReused = true
        return DocumentOutput(row: row, units: units, references: references, record: content)
    }
}

/// An index with its tables.
private final class KeptSource: Sendable {
    private let index: ReadableFile
    private let tables: [ReadableFile]
    /// Where the record of each document stands in the index.
    private let records: [String: Range<Int>]

    /// - Parameter isStamped: whether the index says at its end what the tables were like.
    init?(index path: String, tables paths: [String], isStamped: Bool) {
        guard let index = ReadableFile(path) else { return nil }
        let tables = paths.compactMap { ReadableFile($0) }
        guard tables.count == paths.count else { return nil }
        var records: [String: Range<Int>] = [:], at = 0, stamps: [Int]?
        let head = (1 + 2 * paths.count) * 8
        while let bytes = index.read(at..<min(at + head + 520, index.size)) {
            var coder = RowDecoder(bytes: bytes)
            guard let length = coder.integer(), length >= head, length <= index.size - at - 8 else { break }
            let places = (0..<2 * paths.count).compactMap { _ in coder.integer() }
            guard let name = coder.string() else { break }
            if name.isEmpty { stamps = places } else { records[name] = (at + 8)..<(at + 8 + length) }
            at += 8 + length
        }
        if isStamped { guard stamps == tables.flatMap({ [$0.size, $0.changed] }) else { return nil } }
        (self.index, self.tables, self.records) = (index, tables, records)
    }

    func load(_ input: Input, key: String, graph: String, text: String) -> DocumentOutput? {
        guard let range = records[input.name], let bytes = index.read(range) else { return nil }
        var coder = RowDecoder(bytes: bytes)
        let places = tables.flatMap { _ in [coder.integer(), coder.integer()] }.compactMap { $0 }
        guard places.count == 2 * tables.count,
              var output = KeptRecord.output(Array(bytes[(places.count * 8)...]), input, key: key, sizes: (Folder.size(ofFile: graph), Folder.size(ofFile: text)))
        else { return nil }
        var rows: [[UInt8]] = []
        for (k, table) in tables.enumerated() {
            let (start, count) = (places[2 * k], places[2 * k + 1])
            // Rows end with their line; what a killed run did not write does not.
            guard start >= 0, count >= 0, start <= table.size, count <= table.size - start,
                  let found = count == 0 ? [] : table.read(start..<start + count), found.last ?? 0x0A == 0x0A else { return nil }
            rows.append(found)
        }
        (output.csv, output.ndjson, output.mentions) = (rows[0], rows[1], rows[2])
        return output
    }
}
