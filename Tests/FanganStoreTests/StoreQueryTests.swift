import FanganExport
import FanganGraph
import Testing

@testable import FanganStore

@Suite struct StoreQueryTests {
    private func store() throws -> (StoreFolder, StoreReader) {
        let folder = try StoreFolder(), writer = try StoreWriter(path: folder.store)
        try writer.put(Plans.graph(Plans.text(), name: "park"), name: "park", stamp: "1")
        try writer.put(Plans.graph(Plans.text("水务", month: 12, number: 9), name: "river"), name: "river", stamp: "1")
        try writer.finish()
        return (folder, try StoreReader(path: folder.path))
    }

    private func found(_ store: StoreReader, _ words: String...) throws -> [String] {
        try (store.search(words, limit: 99)?.hits ?? []).map { $0.document + " " + ($0.item ?? "-") }
    }

    @Test func wordsOfAnyLengthAreFound() throws {
        let (_, store) = try store()
        #expect(try found(store, "口袋公园") == ["park 1.1", "river 1.1"])
        #expect(try found(store, "袋") == ["park 1.1", "river 1.1"])
        #expect(try found(store, "水务") == ["river 1.1"])
        #expect(try found(store, "pm2.5") == ["park 1.1", "river 1.1"])
        #expect(try found(store, "财政局", "管护") == ["park 1.2", "river 1.2"])
        #expect(try found(store, "城市公园") == ["park -", "river -"])
        #expect(try found(store, "〔2023〕9号") == ["river -"])
        // Each pair stands in the item, the word does not.
        #expect(try found(store, "公园不少于新建") == [])
        #expect(try store.search(["“”"], limit: 9) == nil)
        #expect(try store.search(["园"], limit: 1).map { "\($0.hits.count) \($0.isComplete)" } == "1 false")
    }

    @Test func tasksByUnitDateFieldAndRegion() throws {
        let (_, store) = try store()
        func tasks(_ change: (inout TaskQuery) -> Void) throws -> [String] {
            var query = TaskQuery()
            change(&query)
            return try store.tasks(query).tasks.map { $0.place.document + " " + ($0.place.item ?? "") }
        }
        #expect(try tasks { _ in } == ["park 1.2", "river 1.2", "park 1.1", "river 1.1"])
        #expect(try tasks { $0.unit = "财政局" }.count == 4)
        #expect(try tasks { $0.unit = "水务局" } == ["river 1.1"])
        #expect(try tasks { $0.dueBefore = "2023-10" } == ["park 1.2", "river 1.2", "park 1.1"])
        #expect(try tasks { $0.dueFrom = "2023-07"; $0.dueBefore = "2023-09-30" } == [])
        #expect(try tasks { $0.dueFrom = "2023-10"; $0.dueBefore = "2024" } == ["river 1.1"])
        #expect(try tasks { $0.field = "财政"; $0.role = "lead" } == [])
        #expect(try tasks { $0.field = "fiscal" }.count == 4)
        #expect(try tasks { $0.field = "%" } == [])
        #expect(try tasks { $0.unit = "' OR 1=1 --" } == [])
        let first = try #require(try store.tasks(TaskQuery()).tasks.first { $0.place.item == "1.1" })
        #expect(first.units.map(\.mention) == ["市园林局", "市财政局"] && first.units.map(\.role) == ["lead", "responsible"])
        #expect(first.due.map(\.date) == ["2023-09-30"] && first.place.path == ["一、", "（一）"])
        #expect(try store.tasks({ var query = TaskQuery(); query.limit = 2; return query }()).isComplete == false)
    }

    @Test func aRegionHoldsThoseBelowIt() throws {
        let folder = try StoreFolder(), writer = try StoreWriter(path: folder.store)
        for (name, region) in [("a", "510411"), ("b", "510000"), ("c", "520000")] {
            var graph = try Plans.graph(Plans.text(), name: name)
            graph.document.region = region
            try writer.put(graph, name: name, stamp: "1")
        }
        try writer.finish()
        let store = try StoreReader(path: folder.path)
        func documents(_ region: String) throws -> Set<String> {
            var query = TaskQuery()
            query.region = region
            return Set(try store.tasks(query).tasks.map(\.place.document))
        }
        #expect(try documents("51") == ["a", "b"] && documents("5104") == ["a"] && documents("510411") == ["a"] && documents("") == ["a", "b", "c"])
    }
}
