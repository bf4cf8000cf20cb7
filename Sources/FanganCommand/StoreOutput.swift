import Fangan
import FanganExport
import FanganGraph
import FanganStore

/// The store that a run or an export fills.
struct StoreOutput: Sendable {
    private let path: String
    private let store: StoreWriter

    init(path: String) throws(FileFailure) {
        self.path = path
        store = try StoreWriter(path: path)
    }

    /// Takes one document of a run.
    func receive(_ result: Batch.Result) throws(FileFailure) {
        switch result.outcome {
        case .failed: try store.remove(result.name)
        case .made(let graph):
            if !store.isCurrent(result.name, stamp: result.digest) { try store.put(graph, name: result.name, stamp: result.digest) }
        case .kept(let bytes):
            if store.isCurrent(result.name, stamp: result.digest) { return }
            guard let graph = try? TaskGraph(parsing: bytes) else {
                throw FileFailure(path: path, what: "The graph of \(result.name) is damaged.", advice: "Remove the folder graphs and run the same command again.")
            }
            try store.put(graph, name: result.name, stamp: result.digest)
        }
    }

    /// Brings the store to the state of a folder.
    func fill(from folder: FolderStore) throws {
        for name in try folder.names() {
            let (bytes, graph) = try folder.graphFile(name), stamp = SHA256Hex.digest(of: bytes)
            if !store.isCurrent(name, stamp: stamp) { try store.put(graph(), name: name, stamp: stamp) }
        }
        try store.finish(prune: true)
    }

    func finish(prune: Bool) throws(FileFailure) { try store.finish(prune: prune) }
}
