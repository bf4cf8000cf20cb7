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

    /// Brings the store to the state of a folder; unchanged documents stay as they are.
    func fill(from source: ExportSource) throws {
        for name in try source.names() {
            switch source {
            case .folder(let folder): try put(name, folder.graphFile(name))
            case .graphs(let folder): try put(name, folder.graphFile(name))
            case .store(let other):
                let (graph, stamp) = try other.storedGraph(name)
                if !store.isCurrent(name, stamp: stamp) { try store.put(graph, name: name, stamp: stamp) }
            }
        }
        try store.finish(prune: true)
    }

    private func put(_ name: String, _ file: (bytes: [UInt8], graph: @Sendable () throws -> TaskGraph)) throws {
        let stamp = SHA256Hex.digest(of: file.bytes)
        if !store.isCurrent(name, stamp: stamp) { try store.put(file.graph(), name: name, stamp: stamp) }
    }

    func finish(prune: Bool) throws(FileFailure) { try store.finish(prune: prune) }
}
