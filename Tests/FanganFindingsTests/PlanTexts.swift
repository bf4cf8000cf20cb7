import FanganFixtures
import FanganOutline
import FanganText
import FanganUnits

@testable import FanganFindings

/// The names of the unit tables.
let knownNames: KnownNames = {
    guard let catalogue = try? UnitCatalogue.load() else { return .none }
    return KnownNames(isPlace: catalogue.isPlace, isField: catalogue.isField, isOrgan: catalogue.isOrgan)
}()

/// Findings of a document whose paragraphs are the lines of a string.
func findings(_ lines: String) -> (outline: Outline, findings: Findings) {
    let document = SourceDocument(lines: lines)
    let outline = OutlineBuilder().build(document)
    return (outline, FindingsReader(names: knownNames).read(outline, in: document))
}
