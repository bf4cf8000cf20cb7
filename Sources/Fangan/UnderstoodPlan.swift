import FanganExport
import FanganGraph
import FanganReaders
import FanganText

/// What became of a document: its task graph and the text that the graph's spans point into.
public struct UnderstoodPlan: Sendable {
    public var graph: TaskGraph
    public var text: CanonicalText
    /// From the canonical text back to the decoded file.
    public var edits: EditMap

    public init(graph: TaskGraph, text: CanonicalText, edits: EditMap = EditMap()) {
        self.graph = graph
        self.text = text
        self.edits = edits
    }

    /// Lines and columns of the file whose bytes are given. Only where the file itself is text do lines of it mean something to an editor.
    public func places(in bytes: [UInt8]) -> SourcePlaces {
        let isText = ["text/plain", "text/markdown"].contains(graph.document.source.mediaType)
        return SourcePlaces(text: text, edits: edits, source: isText ? SourceText.utf8(of: bytes) : nil)
    }
}

/// Why no task graph came of an input, and what the user can do about it.
public struct DocumentFailure: Error, Sendable, Equatable {
    /// `input.…` for what stands in the way of reading the file, `read.…` for what its bytes are, `graph.invalid`; each is
    /// explained in `docs/diagnostics.md`.
    public var code: String
    /// One sentence: what happened.
    public var what: String
    /// One sentence: what to do.
    public var advice: String

    public init(code: String, what: String, advice: String) {
        self.code = code
        self.what = what
        self.advice = advice
    }

    public var message: String { advice.isEmpty ? what : what + " " + advice }
}
