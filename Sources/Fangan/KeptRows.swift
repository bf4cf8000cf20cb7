import FanganExport

/// What earlier runs made of documents, so that a repeated or continued run takes over what has not changed.
///
/// The rows of a document stand in the shared tables of the run that made them; an index beside them, in
/// `<output folder>/.fangan/`, says where. A run writes its tables there as well and puts them into their places at its
/// end; what an interrupted one leaves behind is read by those after it, until one comes to its end. A checksum tells
/// whether rows are those that were written: what is missing, damaged, changed by somebody or of another version counts
/// as nothing kept.
struct KeptRows: Sendable {
    /// The tables that hold a document's own rows.
    static let tables = ["tasks.csv", "tasks.ndjson", "mentions.csv"]
    static let index = "rows"
    /// The index of a run that came to its end; its tables are in their places.
    static let kept = "kept-" + index
    /// Runs that were interrupted one after the other, whose work is still read.
    private static let mostLeft = 8

    /// Name in `.fangan/` of what a run writes.
    static func next(_ name: String) -> String { "next-" + name }
    /// The same of one that was interrupted, the last one first.
    private static func left(_ n: Int, _ name: String) -> String { "left\(n)-" + name }

    private let sources: [KeptSource]

    /// - Parameter folder: the output folder; nobody else writes there.
    init(folder: String) {
        let own = folder + "/.fangan/"
        Self.removeFormer(own)
        Self.saveLeft(own)
        let left = (1...Self.mostLeft).compactMap { n in
            // A run that was killed as it put its tables into their places has some of them there.
            KeptSource(index: own + Self.left(n, Self.index), tables: Self.tables.map { name in
                let path = own + Self.left(n, name)
                return Folder.size(ofFile: path) == nil ? folder + "/" + name : path
            })
        }
        sources = left + [KeptSource(index: own + Self.kept, tables: Self.tables.map { folder + "/" + $0 })].compactMap { $0 }
    }

    /// Versions up to 0.1 kept a file for each document.
    private static func removeFormer(_ own: String) {
        for name in Folder.names(in: own) ?? [] where name.hasSuffix(".rows") { Folder.remove(file: own + name) }
    }

    /// What an interrupted run left takes its place in front of what those before it left.
    private static func saveLeft(_ own: String) {
        guard Folder.size(ofFile: own + next(index)) ?? 0 > 0 else { return }
        for name in tables + [index] {
            Folder.remove(file: own + left(mostLeft, name))
            for n in (1..<mostLeft).reversed() { Folder.move(file: own + left(n, name), to: own + left(n + 1, name)) }
            Folder.move(file: own + next(name), to: own + left(1, name))
        }
    }

    /// Once a run has come to its end, what was left of those before it is old.
    static func removeLeft(in folder: String) {
        for n in 1...mostLeft { for name in [index] + tables { Folder.remove(file: folder + "/.fangan/" + left(n, name)) } }
    }

    /// What was kept of a document, if it was made under the same key and its files are still those that were written.
    func load(_ input: Input, key: String, graph: String, text: String) -> DocumentOutput? {
        for source in sources { if let output = source.load(input, key: key, graph: graph, text: text) { return output } }
        return nil
    }
}

/// A document's entry in the index: where its rows stand, and all that belongs to no table's row.
struct KeptRecord: Sendable {
    private static let format = "fangan-rows-5"

    /// All but the places of its rows.
    let content: [UInt8]
    /// Of the rows and the content.
    let sum: UInt64

    /// - Parameters:
    ///   - key: everything that the output depends on.
    ///   - files: the graph and the text as they were written.
    init(_ output: DocumentOutput, name: String, key: String, files: [FileStamp]) {
        var coder = RowEncoder(reserving: output.units.count * 300 + 1_024)
        coder.string(name)
        coder.string(Self.format)
        coder.string(key)
        for file in files {
            coder.integer(file.size)
            coder.integer(file.changed)
        }
        coder.row(output.row)
        coder.integer(output.units.count)
        for at in output.units.indices { coder.unit(output.units, at) }
        if let references = output.references { coder.references(references) }
        coder.string(Self.format)
        content = coder.bytes
        sum = Self.sum([output.csv, output.ndjson, output.mentions], content)
    }

    fileprivate init(content: [UInt8], sum: UInt64) { (self.content, self.sum) = (content, sum) }

    fileprivate static func sum(_ rows: [[UInt8]], _ content: [UInt8]) -> UInt64 {
        var sum = Checksum()
        for piece in rows + [content] { sum.add(piece) }
        return sum.value
    }

    /// - Parameter places: start and length of the rows in each of ``KeptRows/tables``.
    func bytes(places: [Int]) -> [UInt8] {
        var coder = RowEncoder(reserving: content.count + (places.count + 2) * 8)
        coder.integer(content.count + (places.count + 1) * 8)
        for place in places { coder.integer(place) }
        coder.integer(Int(bitPattern: UInt(sum)))
        coder.bytes(content)
        return coder.bytes
    }

    /// The output without its tables' rows, if it was made under the key and the files are as they were.
    fileprivate static func output(_ content: [UInt8], _ input: Input, key: String, files: [FileStamp]) -> DocumentOutput? {
        var coder = RowDecoder(bytes: content)
        guard coder.string() == input.name, coder.string() == format, coder.string() == key,
              files.allSatisfy({ coder.integer() == $0.size && coder.integer() == $0.changed }),
              var row = coder.row(input), let units = coder.units(), let references = coder.references(), coder.string() == format else { return nil }
        row.isReused = true
        return DocumentOutput(row: row, units: units, references: references)
    }
}

/// An index with its tables.
private final class KeptSource: Sendable {
    private let index: ReadableFile
    private let tables: [ReadableFile]
    /// Where the record of each document stands in the index.
    private let records: [String: Range<Int>]

    init?(index path: String, tables paths: [String]) {
        guard let index = ReadableFile(path) else { return nil }
        let tables = paths.compactMap { ReadableFile($0) }
        guard tables.count == paths.count else { return nil }
        var records: [String: Range<Int>] = [:], at = 0
        let head = Self.head(tables.count) + 8
        while let bytes = index.read(at..<min(at + head + 520, index.size)) {
            var coder = RowDecoder(bytes: bytes)
            guard let length = coder.integer(), length >= head, length <= index.size - at - 8 else { break }
            for _ in 0..<Self.head(tables.count) / 8 { _ = coder.integer() }
            guard let name = coder.string() else { break }
            records[name] = (at + 8)..<(at + 8 + length)
            at += 8 + length
        }
        (self.index, self.tables, self.records) = (index, tables, records)
    }

    /// Bytes in front of a record's content: the places and the sum.
    private static func head(_ tables: Int) -> Int { (2 * tables + 1) * 8 }

    func load(_ input: Input, key: String, graph: String, text: String) -> DocumentOutput? {
        guard let range = records[input.name], let bytes = index.read(range) else { return nil }
        var coder = RowDecoder(bytes: bytes)
        let places = tables.flatMap { _ in [coder.integer(), coder.integer()] }.compactMap { $0 }
        let files = [graph, text].compactMap { FileStamp(ofFile: $0) }
        guard places.count == 2 * tables.count, let sum = coder.integer(), files.count == 2 else { return nil }
        let content = Array(bytes[Self.head(tables.count)...])
        guard var output = KeptRecord.output(content, input, key: key, files: files), let rows = rows(places) else { return nil }
        let record = KeptRecord(content: content, sum: UInt64(UInt(bitPattern: sum)))
        guard KeptRecord.sum(rows, content) == record.sum else { return nil }
        (output.csv, output.ndjson, output.mentions, output.record) = (rows[0], rows[1], rows[2], record)
        return output
    }

    private func rows(_ places: [Int]) -> [[UInt8]]? {
        var rows: [[UInt8]] = []
        for (k, table) in tables.enumerated() {
            let (start, count) = (places[2 * k], places[2 * k + 1])
            guard start >= 0, count >= 0, start <= table.size, count <= table.size - start, let found = count == 0 ? [] : table.read(start..<start + count) else { return nil }
            rows.append(found)
        }
        return rows
    }
}
