@testable import FanganReaders
import FanganText
import Foundation
import Testing

func read(_ text: String, uri: String = "plan.txt") throws -> SourceDocument {
    try DocumentReader().read(bytes: Array(text.utf8), uri: uri).0
}

/// The blocks' texts, with furniture inside left out, as a person reads them.
func paragraphs(_ document: SourceDocument) -> [String] {
    document.blocks.map { block in
        var text = "", at = block.span.start
        for piece in document.furniture where block.span.contains(piece.span) {
            text += document.text[Span(at, piece.span.start)]
            at = piece.span.end
        }
        return text + document.text[Span(at, block.span.end)]
    }
}

func paragraphs(_ text: String, uri: String = "plan.txt") throws -> [String] { try paragraphs(read(text, uri: uri)) }

/// `row.column text` of the blocks in tables.
func cells(_ document: SourceDocument) -> [String] {
    document.blocks.compactMap { block in block.cell.map { "\($0.row).\($0.column) \(document.text[block.span])" } }
}

func furniture(_ document: SourceDocument, _ kind: Furniture.Kind) -> [String] {
    document.furniture.filter { $0.kind == kind }.map { document.text[$0.span].trimmingCharacters(in: .whitespacesAndNewlines) }
}

/// Breaks every line after so many characters, as conversions do.
func cut(_ text: String, _ width: Int) -> String {
    text.split(separator: "\n", omittingEmptySubsequences: false).map { line in
        stride(from: 0, to: max(line.count, 1), by: width).map { String(line.dropFirst($0).prefix(width)) }.joined(separator: "\n")
    }.joined(separator: "\n")
}

/// What holds for every document, whatever the bytes were. Returns the first thing that does not.
func flaw(_ document: SourceDocument, decoded: [UInt8]) -> String? {
    let text = document.text.bytes
    if String(validating: text, as: UTF8.self) == nil { return "no UTF-8" }
    var end = 0
    for block in document.blocks {
        if block.span.isEmpty || block.span.start < end || block.span.end > text.count { return "block \(block.span) after \(end)" }
        for edge in [text[block.span.start], text[block.span.end - 1]] where edge == 0x20 || edge == 0x0A || edge == 0x09 {
            return "block \(block.span) begins or ends with a blank"
        }
        end = block.span.end
    }
    end = 0
    for piece in document.furniture {
        if piece.span.isEmpty || piece.span.start < end || piece.span.end > text.count { return "furniture \(piece.span) after \(end)" }
        end = piece.span.end
    }
    return uncovered(document) ?? misplaced(document, decoded)
}

/// Every character stands in a block, in furniture, or is a blank.
private func uncovered(_ document: SourceDocument) -> String? {
    var isCovered = [Bool](repeating: false, count: document.text.count)
    for span in document.blocks.map(\.span) + document.furniture.map(\.span) { for i in span.start..<span.end { isCovered[i] = true } }
    for (i, byte) in document.text.bytes.enumerated() where !isCovered[i] && ![0x20, 0x0A, 0x09].contains(byte) {
        return "byte \(i) is in no block and no furniture"
    }
    return nil
}

/// The byte that a byte of a radical or compatibility character becomes; nil for any other.
func variantByte(_ source: [UInt8], _ at: Int) -> UInt8? {
    guard let start = (max(0, at - 2)...at).last(where: { source[$0] & 0xC0 != 0x80 }), start + 2 < source.count, at - start < 3 else { return nil }
    guard source.withUnsafeBufferPointer({ CharacterClass.at($0, start).0 }) == .variant else { return nil }
    var form: [UInt8] = []
    source.withUnsafeBufferPointer { IdeographVariants.append($0, start, to: &form) }
    return form[at - start]
}

/// The edit map leads every byte to the same byte of the decoded file; only blanks may replace others.
private func misplaced(_ document: SourceDocument, _ decoded: [UInt8]) -> String? {
    for (i, byte) in document.text.bytes.enumerated() where ![0x20, 0x0A, 0x09].contains(byte) {
        let source = document.edits.sourceOffset(of: i)
        if source >= decoded.count || decoded[source] != byte && variantByte(decoded, source) != byte { return "byte \(i) does not come from \(source)" }
    }
    // Furniture may stand behind the paragraph that it interrupted; all else keeps the order of the file.
    var last = -1, mark = 0
    for i in document.text.bytes.indices {
        while mark < document.furniture.count, document.furniture[mark].span.end <= i { mark += 1 }
        let isFurniture = mark < document.furniture.count && document.furniture[mark].span.contains(i)
        if isFurniture || document.text.bytes[i] == 0x0A { continue }
        let source = document.edits.sourceOffset(of: i)
        if source < last { return "the edit map goes back at \(i)" }
        last = source
    }
    return nil
}

/// A small generator with a seed, so that a failure can be repeated (SplitMix64).
struct SeededGenerator: RandomNumberGenerator {
    var state: UInt64
    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var z = state
        z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
        return z ^ (z >> 31)
    }
}

/// The collection of real documents beside the package, if it is there.
enum SharedDocuments {
    /// `shared` beside the package, or beside a folder that the package lies in.
    static let folder: URL = {
        var above = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
        while above.path.count > 1 {
            above.deleteLastPathComponent()
            let folder = above.appendingPathComponent("shared")
            if FileManager.default.fileExists(atPath: folder.appendingPathComponent("seeds").path) { return folder }
        }
        return URL(fileURLWithPath: "../shared")
    }()

    static func texts() -> [URL] {
        ["seeds", "corpus"].flatMap { name -> [URL] in
            let files = try? FileManager.default.contentsOfDirectory(at: folder.appendingPathComponent(name), includingPropertiesForKeys: nil)
            return (files ?? []).filter { ["txt", "md", "html"].contains($0.pathExtension) }
        }.sorted { $0.path < $1.path }
    }
}
