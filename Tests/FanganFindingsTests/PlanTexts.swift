import FanganOutline
import FanganText
import FanganUnits

@testable import FanganFindings

/// The names of the unit tables.
let knownNames: KnownNames = {
    guard let catalogue = try? UnitCatalogue.load() else { return .none }
    return KnownNames(isPlace: catalogue.isPlace, isField: catalogue.isField)
}()

/// Findings of a document whose paragraphs are the lines of a string.
func findings(_ lines: String) -> (outline: Outline, findings: Findings) {
    let text = CanonicalText(lines)
    var blocks: [Block] = [], start = 0
    for i in 0...text.count where i == text.count || text.bytes[i] == 0x0A {
        if i > start { blocks.append(Block(span: Span(start, i))) }
        start = i + 1
    }
    let document = SourceDocument(source: SourceInfo(uri: "t", mediaType: "text/plain", encoding: "UTF-8", sha256: ""), text: text, blocks: blocks)
    let outline = OutlineBuilder().build(document)
    return (outline, FindingsReader(names: knownNames).read(outline, in: document))
}
