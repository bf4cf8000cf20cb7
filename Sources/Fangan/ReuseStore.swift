import FanganExport

/// Keeps the outputs of documents between runs, in `<output folder>/.fangan/`, so that a repeated or continued run
/// reads back what has not changed.
///
/// Rows are kept rather than made again from the graph: that would take a second reader of the graph's format, and
/// working a document out anew costs much more than reading its rows as soon as it is no plain text. A file that is
/// missing, damaged or of another version counts as nothing kept.
struct ReuseStore: Sendable {
    private static let format = "fangan-rows-3"
    let folder: String

    private func path(_ name: String) -> String { folder + "/" + name + ".rows" }

    func remove(_ name: String) { Folder.remove(file: path(name)) }

    /// - Parameter key: everything that the output depends on.
    func save(_ output: DocumentOutput, key: String, sizes: (graph: Int, text: Int)) throws(FileFailure) {
        guard let name = output.row.name else { return }
        var coder = RowEncoder(reserving: 1_024), units = RowEncoder(reserving: output.units.count * 300 + 64)
        coder.string(Self.format)
        coder.string(key)
        coder.integer(sizes.graph)
        coder.integer(sizes.text)
        coder.row(output.row)
        coder.integer(output.csv.count)
        var middle = RowEncoder(reserving: 8)
        middle.integer(output.ndjson.count)
        units.integer(output.mentions.count)
        units.bytes(output.mentions)
        units.integer(output.units.count)
        for at in output.units.indices { units.unit(output.units, at) }
        if let references = output.references { units.references(references) }
        units.string(Self.format)
        var file = try AtomicFile(path: path(name))
        for piece in [coder.bytes, output.csv, middle.bytes, output.ndjson, units.bytes] { try file.append(piece) }
        try file.commit()
    }

    /// What was kept for a document, if it was made under the same key and its files still have their sizes.
    func load(_ input: Input, key: String, graph: String, text: String) -> DocumentOutput? {
        guard Folder.size(ofFile: path(input.name)) != nil,
              let bytes = try? InputFile.read(path(input.name), maxBytes: .max) else { return nil }
        var coder = RowDecoder(bytes: bytes)
        guard coder.string() == Self.format, coder.string() == key,
              let graphSize = coder.integer(), graphSize == Folder.size(ofFile: graph),
              let textSize = coder.integer(), textSize == Folder.size(ofFile: text),
              var row = coder.row(input), let csv = coder.blob(), let ndjson = coder.blob(), let mentions = coder.blob(), let units = coder.units(),
              let references = coder.references(),
              coder.string() == Self.format else { return nil }
        row.isReused = true
        return DocumentOutput(row: row, csv: csv, ndjson: ndjson, mentions: mentions, units: units, references: references)
    }
}
