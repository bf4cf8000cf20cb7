import Fangan
import FanganExport
import FanganGraph
import FanganStore

/// Where the plans of an export come from: a folder that `fangan build` has written, one with graphs alone, or a store.
enum ExportSource {
    case folder(FolderStore)
    case graphs(GraphFolder)
    case store(StoreReader)

    /// Tells what a path leads to.
    ///
    /// - Throws: `PlanStoreFailure`
    init(_ path: String) throws {
        let read: @Sendable (String) throws -> [UInt8] = { try InputFile.read($0, maxBytes: 1 << 30) }
        if Folder.isFolder(path) {
            let graphs = GraphFolder(folder: path, read: read)
            self = Folder.size(ofFile: path + "/manifest.json") == nil && !graphs.names.isEmpty ? .graphs(graphs) : .folder(FolderStore(folder: path, read: read))
        } else if Folder.size(ofFile: path) != nil {
            self = .store(try StoreReader(path: path))
        } else { throw PlanStoreFailure(path: path, message: "There is no such folder or store. Make one: fangan build PLANS --out DIR.") }
    }

    /// As a store that answers for single documents.
    var plans: any PlanStore {
        switch self {
        case .folder(let store): store
        case .graphs(let store): store
        case .store(let store): store
        }
    }

    /// - Throws: `PlanStoreFailure`
    func names() throws -> [String] {
        switch self {
        case .folder(let store): try store.names()
        case .graphs(let store): store.names
        case .store(let store): try store.names()
        }
    }

    /// - Throws: `PlanStoreFailure`
    func plan(_ name: String) throws -> ExportedPlan {
        switch self {
        case .folder(let store):
            let plan = try store.plan(name)
            return ExportedPlan(name: name, graph: plan.graph, text: plan.text, stamp: SHA256Hex.digest(of: try store.graphFile(name).bytes))
        case .graphs(let store):
            let (bytes, graph) = try store.graphFile(name), made = try graph()
            return ExportedPlan(name: name, graph: made, text: store.text(of: made), stamp: SHA256Hex.digest(of: bytes))
        case .store(let store):
            let (graph, stamp) = try store.storedGraph(name)
            return ExportedPlan(name: name, graph: graph, text: nil, stamp: stamp)
        }
    }
}
