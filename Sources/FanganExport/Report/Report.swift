import FanganComparison
import FanganGraph
import FanganRevision
import FanganText
import FanganUnits

/// Pages that people look at, over the documents of a ``PlanStore``: one for each plan, one over all tasks, one over all units, one over what to look at
/// before the tasks are trusted; one over each two versions of a plan that follow each other, and one that sets the duties of the plans side by side. They need no server and no network.
public struct Report {
    /// A document without a graph.
    public struct Failed: Sendable, Equatable {
        /// Path of the input, as it was given.
        public var uri: String
        /// What happened and what to do.
        public var message: String

        /// An input that was not read.
        public init(uri: String, message: String) {
            self.uri = uri
            self.message = message
        }
    }

    /// More plans than these are not compared: the table would have too many columns for anybody.
    public static let comparedAtMost = 120

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
        let isCompared = (2...Self.comparedAtMost).contains(documents.count)
        let pages = try ReportPages(sections: [.index, .tasks, .units] + (isCompared ? [.comparison] : []) + [.quality])
        try Folder.make(folder + "/plans")
        var plans: [ReportPlan] = [], graphs: [TaskGraph] = []
        for document in documents {
            let (graph, text) = try store.plan(document.name)
            let plan = ReportPlan(name: document.name, graph: graph, text: text, region: regionName(graph.document.region))
            try AtomicFile.write(PlanPage.page(plan, graph: graph, text: text, pages), to: folder + "/plans/\(document.name).html")
            plans.append(plan)
            if isCompared { graphs.append(graph) }
        }
        removePages(in: folder + "/plans", but: Set(documents.map { $0.name + ".html" }))
        if isCompared {
            let links = Dictionary(plans.map { ($0.facts.id, $0.page) }, uniquingKeysWith: { first, _ in first })
            let regions = Dictionary(plans.compactMap { plan in plan.facts.region.flatMap { code in plan.region.map { (code, $0) } } }, uniquingKeysWith: { first, _ in first })
            try AtomicFile.write(ComparisonPage.page(Comparison(graphs), links: links, regions: regions, pages), to: folder + "/comparison.html")
        } else {
            Folder.remove(file: folder + "/comparison.html")
        }
        let revisions = try writeRevisions(PlanHistory.all(documents), to: folder, pages)
        try AtomicFile.write(UnitsPage.page(plans, regionName: regionName, pages), to: folder + "/units.html")
        try AtomicFile.write(TasksPage.page(plans, pages), to: folder + "/tasks.html")
        try AtomicFile.write(QualityPage.page(plans, failed: failed, pages), to: folder + "/quality.html")
        try AtomicFile.write(OverviewPage.page(plans, revisions: revisions, failed: failed, pages), to: folder + "/index.html")
        return plans.count
    }

    /// Two versions of a plan that follow each other.
    struct VersionPair {
        var title: String
        var old: String
        var new: String
        var page: String
    }

    private func writeRevisions(_ histories: [PlanHistory], to folder: String, _ pages: ReportPages) throws -> [VersionPair] {
        var pairs: [VersionPair] = []
        for history in histories where history.versions.count > 1 {
            try Folder.make(folder + "/revisions")
            for (old, new) in zip(history.versions, history.versions.dropFirst()) {
                let versions = try [old, new].map { try store.plan($0.name) }.map { PlanVersion(graph: $0.graph, text: $0.text) }
                func page(_ document: StoredDocument) -> String { "plans/" + ReportPages.link(document.name) + ".html" }
                let bytes = SideBySidePage.page(Revision(from: versions[0], to: versions[1]), oldPage: page(old), newPage: page(new), depth: 1, pages)
                try AtomicFile.write(bytes, to: folder + "/revisions/\(new.name).html")
                pairs.append(VersionPair(title: new.facts.title ?? new.name, old: SideBySidePage.name(old.facts), new: SideBySidePage.name(new.facts),
                                         page: "revisions/" + ReportPages.link(new.name) + ".html"))
            }
        }
        removePages(in: folder + "/revisions", but: Set(histories.flatMap { $0.versions.dropFirst().map { $0.name + ".html" } }))
        return pairs
    }

    private func regionName(_ code: String?) -> String? {
        code.flatMap { catalogue?.region(code: $0)?.fullName }
    }

    private func removePages(in folder: String, but names: Set<String>) {
        Folder.removeLeftovers(in: folder)
        for name in Folder.names(in: folder) ?? [] where name.hasSuffix(".html") && !names.contains(name) { Folder.remove(file: folder + "/" + name) }
    }
}

extension Report {
    /// A page of two versions side by side, for itself.
    public static func page(of revision: Revision) throws -> [UInt8] { SideBySidePage.page(revision, try ReportPages(sections: [])) }

    /// A page of topics and plans, for itself.
    public static func page(of comparison: Comparison) throws -> [UInt8] { ComparisonPage.page(comparison, try ReportPages(sections: [])) }
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
