import FanganExport
import FanganGraph
import FanganText

/// The way of one document, from the bytes of its file to its task graph.
///
/// TEMPORARY: this body stands in until the stages exist. It takes UTF-8 only and makes one task of every line;
/// what is around it (batch, command line, writers) is real.
public struct Pipeline: Sendable {
    public init() throws {}

    /// - Parameters:
    ///   - bytes: the whole file.
    ///   - uri: path or address of the file, as the graph is to name it.
    ///   - name: stem of the output files, so that the graph can name its text.
    public func run(bytes: [UInt8], uri: String, name: String) throws(DocumentFailure) -> UnderstoodPlan {
        if bytes.contains(0) {
            throw DocumentFailure(code: "input.binary", what: "The file is no text.", advice: "Save it as plain text first.")
        }
        guard let string = String(validating: bytes, as: UTF8.self) else {
            throw DocumentFailure(code: "input.encoding-unknown", what: "The text is in no known encoding.", advice: "Save it as UTF-8 first.")
        }
        let text = CanonicalText(string)
        let source = SourceInfo(uri: uri, mediaType: "text/plain", encoding: "UTF-8", sha256: SHA256Hex.digest(of: bytes))
        let id = SHA256Hex.digest(of: text.bytes)
        var graph = TaskGraph(
            generator: Version.generator,
            document: DocumentFacts(id: id, work: id, source: source, textURI: "text/\(name).txt", scalars: string.unicodeScalars.count))
        var start = 0
        for line in string.split(separator: "\n", omittingEmptySubsequences: false) {
            let count = line.unicodeScalars.count
            if count > 0 {
                let ordinal = graph.items.count + 1
                graph.items.append(ItemNode(
                    id: String(ordinal), kind: .task, role: "other", path: ["\(ordinal)."], label: "\(ordinal).", ordinal: ordinal,
                    heading: nil, text: String(line), span: ScalarSpan(start, start + count)))
            }
            start += count + 1
        }
        return UnderstoodPlan(graph: graph, text: text)
    }
}
