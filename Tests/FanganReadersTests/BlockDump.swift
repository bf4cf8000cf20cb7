import FanganReaders
import FanganText
import Foundation
import Testing

/// Writes the blocks of the files named in FANGAN_SHOW (separated by spaces) to the file FANGAN_SHOW_OUT,
/// for the eyes of whoever works on the readers.
@Test(.enabled(if: ProcessInfo.processInfo.environment["FANGAN_SHOW"] != nil))
func showBlocks() throws {
    let paths = (ProcessInfo.processInfo.environment["FANGAN_SHOW"] ?? "").split(separator: " ").map(String.init)
    var listing = ""
    for path in paths {
        listing += "===== \(path)\n"
        do {
            let (document, diagnostics) = try DocumentReader().read(bytes: [UInt8](Data(contentsOf: URL(fileURLWithPath: path))), uri: path)
            for diagnostic in diagnostics { listing += "# \(diagnostic.code) \(diagnostic.message)\n" }
            listing += blockListing(document) + "\n"
        } catch {
            listing += "failed: \(error)\n"
        }
    }
    let out = ProcessInfo.processInfo.environment["FANGAN_SHOW_OUT"] ?? "/dev/stdout"
    try listing.write(toFile: out, atomically: false, encoding: .utf8)
}

/// One line per block and piece of furniture outside of blocks, in order.
func blockListing(_ document: SourceDocument) -> String {
    var rows: [(Int, String)] = []
    for block in document.blocks {
        var row = "[" + document.text[block.span] + "]"
        if let cell = block.cell { row = "cell \(cell.table).\(cell.row).\(cell.column) " + row }
        if let level = block.headingLevel { row = "h\(level) " + row }
        if block.indent > 0 { row = "+\(block.indent) " + row }
        rows.append((block.span.start, row))
    }
    for piece in document.furniture { rows.append((piece.span.start, "    ~\(piece.kind.rawValue) {" + document.text[piece.span] + "}")) }
    return rows.sorted { $0.0 < $1.0 }.map(\.1).joined(separator: "\n")
}
