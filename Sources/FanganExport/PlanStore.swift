import FanganGraph
import FanganText

/// A place that keeps documents which were read before: the folder that `fangan build` writes, or a database.
public protocol PlanStore: Sendable {
    /// What there is, without reading the graphs whole if that can be avoided.
    ///
    /// - Throws: ``PlanStoreFailure``
    func documents() throws -> [StoredDocument]

    /// The task graph of a document.
    ///
    /// - Throws: ``PlanStoreFailure``
    func graph(_ name: String) throws -> TaskGraph

    /// The task graph of a document, and the text that its spans count in.
    ///
    /// - Throws: ``PlanStoreFailure``
    func plan(_ name: String) throws -> (graph: TaskGraph, text: CanonicalText)
}

/// A document of a ``PlanStore``.
public struct StoredDocument: Sendable, Equatable {
    /// By which the store knows it.
    public var name: String
    public var facts: DocumentFacts

    public init(name: String, facts: DocumentFacts) {
        self.name = name
        self.facts = facts
    }
}

/// Why a store cannot be read.
public struct PlanStoreFailure: Error, Sendable, Equatable {
    /// The file or folder.
    public let path: String
    /// What happened and what to do.
    public let message: String

    public init(path: String, message: String) {
        self.path = path
        self.message = message
    }
}

/// The output folder of `fangan build`: its manifest, graphs and texts.
public struct FolderStore: PlanStore {
    private let folder: String
    private let read: @Sendable (String) throws -> [UInt8]

    /// - Parameters:
    ///   - folder: what was given as `--out`.
    ///   - read: reads a whole file.
    public init(folder: String, read: @escaping @Sendable (String) throws -> [UInt8]) {
        self.folder = folder
        self.read = read
    }

    public func documents() throws -> [StoredDocument] {
        let path = folder + "/manifest.json"
        let manifest = try checked(path) { try JSONValue(parsing: read(path)) }
        guard manifest["schema"] == .string(ManifestWriter.schema), case .array(let rows)? = manifest["documents"] else { throw damaged(path) }
        return try rows.compactMap { row in
            guard row["status"] == .string("ok"), case .string(let name)? = row["name"] else { return nil }
            return StoredDocument(name: name, facts: try graph(name).document)
        }
    }

    public func plan(_ name: String) throws -> (graph: TaskGraph, text: CanonicalText) {
        let graph = try graph(name), path = folder + "/text/\(name).txt"
        let text = try CanonicalText(String(decoding: checked(path) { try read(path) }, as: UTF8.self))
        let scalars = text[text.wholeSpan].unicodeScalars.count
        guard scalars == graph.document.scalars else { throw damaged(path) }
        return (graph, text)
    }

    public func graph(_ name: String) throws -> TaskGraph {
        let path = folder + "/graphs/\(name).graph.json"
        return try checked(path) { try TaskGraph(parsing: read(path)) }
    }

    private func checked<T>(_ path: String, _ work: () throws -> T) throws -> T {
        do { return try work() } catch let failure as PlanStoreFailure { throw failure } catch is GraphReadFailure { throw damaged(path) } catch is JSONValue.SyntaxError { throw damaged(path) } catch {
            throw PlanStoreFailure(path: path, message: "It cannot be read. Give the folder that fangan build --out has written.")
        }
    }

    private func damaged(_ path: String) -> PlanStoreFailure {
        PlanStoreFailure(path: path, message: "It is damaged or of another version. Run fangan build into the folder again.")
    }
}
