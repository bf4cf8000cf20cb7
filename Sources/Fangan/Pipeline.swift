import FanganFindings
import FanganGraph
import FanganOutline
import FanganReaders
import FanganText
import FanganUnits

/// The way of one document, from the bytes of its file to its task graph. Start reading here.
///
/// ```
/// bytes ─▶ SourceDocument ─▶ Outline ─▶ Findings ─▶ TaskGraph (units resolved) ─▶ writers
///          FanganReaders     FanganOutline  FanganFindings  FanganGraph, FanganUnits   FanganExport
/// ```
/// Each stage is a pure function of the one before; none edits what an earlier one made. Spans of every stage
/// point into the canonical text of the first.
public struct Pipeline: Sendable {
    /// The stages hold tables of words and names: every copy of a pipeline shares the one set.
    private final class Stages: Sendable {
        let reader: DocumentReader
        let outlines = OutlineBuilder()
        let findings = FindingsReader()
        let graphs: GraphBuilder

        init(reader: DocumentReader, graphs: GraphBuilder) {
            self.reader = reader
            self.graphs = graphs
        }
    }

    private let stages: Stages

    /// Loads the tables of units and vocabulary, a few milliseconds; one pipeline serves any number of threads.
    /// - Parameter changes: what counts in a Word file whose changes were tracked.
    public init(maxBytes: Int = ReadLimits().maxBytes, changes: TrackedChanges = .accept) throws {
        stages = Stages(
            reader: DocumentReader(limits: ReadLimits(maxBytes: maxBytes, changes: changes)),
            graphs: GraphBuilder(catalogue: try UnitCatalogue.load(), generator: Version.generator))
    }

    /// - Parameters:
    ///   - bytes: the whole file.
    ///   - uri: path or address of the file, as the graph is to name it.
    ///   - name: stem of the output files, so that the graph can name its text.
    ///   - sha256: of the bytes, where the caller knows it.
    public func run(bytes: [UInt8], uri: String, name: String, sha256: String? = nil) throws(DocumentFailure) -> UnderstoodPlan {
        let (document, notes): (SourceDocument, [Diagnostic])
        do { (document, notes) = try stages.reader.read(bytes: bytes, uri: uri, sha256: sha256) } catch { throw DocumentFailure(error) }
        let outline = stages.outlines.build(document)
        let found = stages.findings.read(outline, in: document)
        let graph = stages.graphs.build(document, outline, found, notes: notes, textURI: "text/\(name).txt")
        return UnderstoodPlan(graph: graph, text: document.text, edits: document.edits)
    }
}

extension DocumentFailure {
    init(_ failure: ReadFailure) {
        self.init(code: failure.code, what: failure.message, advice: "")
    }
}
