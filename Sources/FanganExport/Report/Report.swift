import FanganGraph
import FanganText
import FanganUnits

/// Pages that people look at, over the documents of a ``PlanStore``: one for each plan, one over all tasks, one over what to look at
/// before the tasks are trusted. They need no server and no network.
public struct Report {
    /// A document without a graph.
    public struct Failed: Sendable, Equatable {
        public var uri: String
        /// What happened and what to do.
        public var message: String

        public init(uri: String, message: String) {
            self.uri = uri
            self.message = message
        }
    }

    private let store: any PlanStore
    private let failed: [Failed]
    private let catalogue: UnitCatalogue?

    /// - Parameters:
    ///   - store: the plans.
    ///   - failed: inputs that are no plans of the store, to be named.
    ///   - catalogue: has the names of regions; without it their codes stand for them.
    public init(of store: any PlanStore, failed: [Failed] = [], catalogue: UnitCatalogue? = nil) {
        self.store = store
        self.failed = failed
        self.catalogue = catalogue
    }

    /// Writes the pages into a folder, which is made where it is missing. Each is written whole or not at all, the first page last,
    /// and the same documents always give the same bytes. Pages of an earlier report whose plans are no longer there are removed.
    ///
    /// - Returns: the number of plans.
    /// - Throws: ``PlanStoreFailure``, ``FileFailure``
    @discardableResult
    public func write(to folder: String) throws -> Int {
        let documents = try store.documents()
        let pages = try ReportPages(sections: [.index, .tasks, .quality])
        try Folder.make(folder + "/plans")
        var plans: [ReportPlan] = []
        for document in documents {
            let (graph, text) = try store.plan(document.name)
            let plan = ReportPlan(name: document.name, graph: graph, text: text, region: regionName(graph.document.region))
            try AtomicFile.write(PlanPage.page(plan, graph: graph, text: text, pages), to: folder + "/plans/\(document.name).html")
            plans.append(plan)
        }
        removePages(in: folder + "/plans", but: Set(documents.map { $0.name + ".html" }))
        try AtomicFile.write(TasksPage.page(plans, pages), to: folder + "/tasks.html")
        try AtomicFile.write(QualityPage.page(plans, failed: failed, pages), to: folder + "/quality.html")
        try AtomicFile.write(OverviewPage.page(plans, failed: failed, pages), to: folder + "/index.html")
        return plans.count
    }

    private func regionName(_ code: String?) -> String? {
        code.flatMap { catalogue?.region(code: $0)?.fullName }
    }

    private func removePages(in folder: String, but names: Set<String>) {
        Folder.removeLeftovers(in: folder)
        for name in Folder.names(in: folder) ?? [] where name.hasSuffix(".html") && !names.contains(name) { Folder.remove(file: folder + "/" + name) }
    }
}

extension Report.Failed {
    /// The inputs that a manifest says have failed.
    ///
    /// - Parameter manifest: the bytes of `manifest.json`; from what is none nothing comes.
    public static func all(inManifest manifest: [UInt8]) -> [Report.Failed] {
        guard let value = try? JSONValue(parsing: manifest), case .array(let rows)? = value["documents"] else { return [] }
        return rows.compactMap { row in
            guard row["status"] == .string("failed"), case .string(let uri)? = row["uri"] else { return nil }
            guard case .array(let diagnostics)? = row["diagnostics"], case .string(let message)? = diagnostics.first?["message"] else { return Report.Failed(uri: uri, message: "") }
            return Report.Failed(uri: uri, message: message)
        }
    }
}
