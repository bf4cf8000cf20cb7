import Fangan
import FanganExport
import FanganGraph
import FanganStore

/// Plans that are named on the command line: folders and databases that `fangan build` has written, folders with plans, and plans.
struct PlanCollection {
    private(set) var graphs: [TaskGraph] = []
    /// Plans that could not be read.
    private(set) var failures = 0

    /// What fails is told on standard error; a store that is damaged or missing ends the program.
    init(_ paths: [String], _ options: PageOptions) throws {
        let limit = max(options.maxBytes, 1 << 30)
        var plans: [String] = []
        for path in paths {
            if path.hasSuffix(".sqlite"), Folder.size(ofFile: path) != nil {
                try addGraphs {
                    let store = try StoreReader(path: path)
                    return try store.names().map { try store.graph($0) }
                }
                continue
            }
            // Only what can be read as a manifest makes a folder a store.
            guard (try? InputFile.read(path + "/manifest.json", maxBytes: limit)) != nil else { plans.append(path); continue }
            try addGraphs {
                let store = FolderStore(folder: path) { try InputFile.read($0, maxBytes: limit) }
                return try store.documents().map { try store.plan($0.name).graph }
            }
        }
        if plans.isEmpty { return }
        let pipeline = try options.pipeline
        for entry in Inputs(plans).entries {
            switch entry {
            case .failed(let uri, let failure): fail(uri, failure)
            case .file(let input):
                do throws(DocumentFailure) {
                    graphs.append(try pipeline.run(bytes: InputFile.read(input, maxBytes: options.maxBytes), uri: input.uri, name: input.name).graph)
                } catch { fail(input.uri, error) }
            }
        }
    }

    /// Keeps the plans of a region, and those that hold some words.
    ///
    /// - Parameters:
    ///   - region: the beginning of a code of GB/T 2260, which the regions in that region have too.
    ///   - words: that stand in a title or in a duty.
    mutating func keep(region: String?, about words: String?) {
        if let region { graphs.removeAll { $0.document.region?.hasPrefix(region) != true } }
        guard let words else { return }
        graphs.removeAll { graph in
            graph.document.title?.contains(words) != true && !graph.items.contains { $0.heading?.contains(words) == true || $0.text.contains(words) }
        }
    }

    private mutating func addGraphs(_ read: () throws -> [TaskGraph]) throws {
        do { graphs += try read() } catch let failure as PlanStoreFailure {
            Terminal.error("\(failure.path): \(failure.message)")
            throw ExitStatus.usage
        }
    }

    private mutating func fail(_ uri: String, _ failure: DocumentFailure) {
        Terminal.error("\(uri): \(failure.message)")
        failures += 1
    }
}
