import FanganGraph
import FanganText

/// A folder of task graphs, `<name>.graph.json` each, without a manifest: `graphs/` of an output folder, or what somebody put together.
public struct GraphFolder: PlanStore {
    private static let ending = ".graph.json"
    private let folder: String
    private let read: @Sendable (String) throws -> [UInt8]

    /// - Parameters:
    ///   - folder: the one in which the graphs lie.
    ///   - read: reads a whole file.
    public init(folder: String, read: @escaping @Sendable (String) throws -> [UInt8]) {
        self.folder = folder
        self.read = read
    }

    /// Names of the graphs, in byte order.
    public var names: [String] {
        (Folder.names(in: folder) ?? []).filter { $0.hasSuffix(Self.ending) && !$0.hasPrefix(".") }.map { String($0.dropLast(Self.ending.count)) }
    }

    public func documents() throws -> [StoredDocument] { try names.map { StoredDocument(name: $0, facts: try graph($0).document) } }

    public func graph(_ name: String) throws -> TaskGraph { try graphFile(name).graph() }

    /// The task graph of a document as it lies in its file, and read.
    ///
    /// - Throws: ``PlanStoreFailure``
    public func graphFile(_ name: String) throws -> (bytes: [UInt8], graph: @Sendable () throws -> TaskGraph) {
        let path = folder + "/" + name + Self.ending
        guard let bytes = try? read(path) else { throw PlanStoreFailure(path: path, message: "It cannot be read.") }
        return (bytes, { do { return try TaskGraph(parsing: bytes) } catch { throw PlanStoreFailure(path: path, message: "It is damaged or of another version. Run fangan build again.") } })
    }

    /// The text beside the folder, where `fangan build` puts it; nil where there is none of the graph's length.
    public func text(of graph: TaskGraph) -> CanonicalText? {
        let uri = graph.document.textURI
        // A graph names a file below the output folder, never one elsewhere.
        guard !uri.hasPrefix("/"), !uri.split(separator: "/").contains(".."), let bytes = try? read(folder + "/../" + uri) else { return nil }
        let text = CanonicalText(String(decoding: bytes, as: UTF8.self))
        return text[text.wholeSpan].unicodeScalars.count == graph.document.scalars ? text : nil
    }

    public func plan(_ name: String) throws -> (graph: TaskGraph, text: CanonicalText) {
        let graph = try graph(name)
        guard let text = text(of: graph) else { throw PlanStoreFailure(path: folder + "/../" + graph.document.textURI, message: "There is no such text, or it is another one.") }
        return (graph, text)
    }
}
