import FanganGraph
import FanganText

/// A place that keeps documents which were read before: the folder that `fangan build` writes, or a database.
public protocol PlanStore: Sendable {
    /// What there is, without reading the graphs whole if that can be avoided.
    ///
    /// - Throws: ``PlanStoreFailure``
    func documents() throws -> [StoredDocument]

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

/// The versions of one plan: documents with the same `work`, in the order in which they were issued.
public struct PlanHistory: Sendable {
    public var work: String
    /// Oldest first; those without a date stand first (drafts mostly bear none), by number and name.
    public var versions: [StoredDocument]

    /// All plans of a store, those with the most versions first.
    public static func all(_ documents: [StoredDocument]) -> [PlanHistory] {
        var places: [String: Int] = [:], histories: [PlanHistory] = []
        for document in documents {
            if let place = places[document.facts.work] { histories[place].versions.append(document); continue }
            places[document.facts.work] = histories.count
            histories.append(PlanHistory(work: document.facts.work, versions: [document]))
        }
        for place in histories.indices {
            histories[place].versions.sort { a, b in
                let (x, y) = (a.facts.issued ?? "", b.facts.issued ?? "")
                return x == y ? (a.facts.number ?? "", a.name) < (b.facts.number ?? "", b.name) : x < y
            }
        }
        return histories.enumerated().sorted { ($0.element.versions.count, $1.offset) > ($1.element.versions.count, $0.offset) }.map(\.element)
    }

    /// Whether the plan is meant by words of its title, by its identifier, or by that, the name or the number of one of its versions.
    public func isMeant(by words: String) -> Bool {
        work == words || versions.contains { version in
            version.name == words || version.facts.id == words || version.facts.number == words || version.facts.title?.contains(words) == true
        }
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

    private func graph(_ name: String) throws -> TaskGraph {
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
