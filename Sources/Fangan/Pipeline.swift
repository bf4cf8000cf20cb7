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
        let findings: FindingsReader
        let graphs: GraphBuilder
        let hans: HansMapping

        init(reader: DocumentReader, catalogue: UnitCatalogue, hans: HansMapping) {
            self.reader = reader
            findings = FindingsReader(names: KnownNames(isPlace: catalogue.isPlace, isField: catalogue.isField, isOrgan: catalogue.isOrgan))
            graphs = GraphBuilder(catalogue: catalogue, generator: Version.generator)
            self.hans = hans
        }
    }

    private let stages: Stages

    /// Loads the tables of units and vocabulary, a few milliseconds; one pipeline serves any number of threads.
    ///
    /// - Parameters:
    ///   - localUnits: a table of the user's own names of units, see ``UnitCatalogue/load(local:)``.
    ///   - changes: what counts in a Word file whose changes were tracked.
    ///   - hans: when a text in traditional characters is read as the simplified one.
    ///   - seconds: that another program may take to convert a file.
    public init(
        maxBytes: Int = ReadLimits().maxBytes, localUnits: [UInt8]? = nil, changes: TrackedChanges = .accept, hans: HansMapping = .auto, seconds: Int = ReadLimits().seconds
    ) throws {
        stages = Stages(
            reader: DocumentReader(limits: ReadLimits(maxBytes: maxBytes, changes: changes, seconds: seconds)),
            catalogue: try UnitCatalogue.load(local: localUnits), hans: hans)
    }

    /// - Parameters:
    ///   - bytes: the whole file.
    ///   - uri: path or address of the file, as the graph is to name it.
    ///   - name: stem of the output files, so that the graph can name its text.
    ///   - sha256: of the bytes, where the caller knows it.
    public func run(bytes: [UInt8], uri: String, name: String, sha256: String? = nil) throws(DocumentFailure) -> UnderstoodPlan {
        var step = steps(bytes: bytes, uri: uri, name: name, sha256: sha256)
        while true {
            switch step {
            case .next(let next): step = try next()
            case .done(let plan): return plan
            }
        }
    }

    /// The same one stage at a time, for those who take several documents through each.
    public func steps(bytes: [UInt8], uri: String, name: String, sha256: String? = nil) -> PlanStep {
        .next { () throws(DocumentFailure) in
            let (document, notes): (SourceDocument, [Diagnostic])
            do throws(ReadFailure) { (document, notes) = try stages.reader.read(bytes: bytes, uri: uri, sha256: sha256) } catch { throw DocumentFailure(error) }
            let textURI = "text/\(name).txt"
            guard let simplified = Simplification.simplified(document, stages.hans) else { return understanding(document, notes, textURI) { $0 } }
            var plain = document
            plain.text = simplified
            let note = Diagnostic("text.traditional", .note, "The text is in traditional characters; it was read as the same text in simplified ones, quotes are as printed.")
            let spelling = OriginalSpelling(original: document.text, simplified: simplified)
            return understanding(plain, notes + [note], textURI) { UnderstoodPlan(graph: spelling.restored($0.graph), text: document.text, edits: $0.edits) }
        }
    }

    /// - Parameter last: what is done with the plan in the end.
    private func understanding(_ document: SourceDocument, _ notes: [Diagnostic], _ textURI: String, last: @escaping @Sendable (UnderstoodPlan) -> UnderstoodPlan) -> PlanStep {
        .next {
            let outline = stages.outlines.build(document)
            return .next {
                let found = stages.findings.read(outline, in: document)
                return .next {
                    let graph = stages.graphs.build(document, outline, found, notes: notes, textURI: textURI)
                    return .done(last(UnderstoodPlan(graph: graph, text: document.text, edits: document.edits)))
                }
            }
        }
    }
}

extension DocumentFailure {
    init(_ failure: ReadFailure) {
        self.init(code: failure.code, what: failure.message, advice: "")
    }
}
