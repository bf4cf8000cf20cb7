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

    /// Each task has the title, number and day of its own plan.
    @Test func tasksOfFurtherPlansHaveTheirTitles() throws {
        let folder = try StoreFolder(), writer = try StoreWriter(path: folder.store), graph = try Plans.graph(Plans.two, name: "two")
        try writer.put(graph, name: "two", stamp: "1")
        try writer.finish()
        let first = ["清河市城市公园建设工作方案", "清政办发〔2023〕8号", "2023-03-05"], second = ["清河市河道清理工作方案", "清政办发〔2023〕8号", "2023-03-05"]
        let third = ["清河市校园绿化工作方案", "清政办发〔2023〕9号", "2023-04-01"]
        let wanted = ["1": first, "2": first, "p2.1": second, "p2.2": second, "p3.1": third, "p3.2": third, "p4.1": ["清河市校舍修缮工作方案", "清政办发〔2023〕9号", "2023-04-01"]]
        let store = try StoreReader(path: folder.path), tasks = try store.tasks(TaskQuery()).tasks.map(\.place)
        #expect(Dictionary(uniqueKeysWithValues: tasks.map { ($0.item ?? "", [$0.title, $0.number, $0.issued]) }) == wanted)
        #expect(try store.search(["清淤"], limit: 9)?.hits.map(\.title) == ["清河市河道清理工作方案"])
        let rows = TaskRow.rows(of: graph, document: "two")
        #expect(Dictionary(uniqueKeysWithValues: rows.map { ($0.task, [$0.title, $0.number, $0.issued]) }) == wanted)
        let lines = String(decoding: TaskTable.tables(of: graph, document: "two", index: GraphIndex(graph)).csv, as: UTF8.self).split(separator: "\r\n").map { $0.split(separator: ",", omittingEmptySubsequences: false) }
        #expect(lines.map { [$0[1], $0[2], $0[3], $0[5]].joined(separator: "|") } == rows.map { [$0.title, $0.number, $0.issued, $0.task].compactMap(\.self).joined(separator: "|") })
    }

    /// A county's office asks for itself; its city's plan names all counties at once.
    @Test func aMemberFindsWhatItsClassHasToDo() throws {
        let folder = try StoreFolder(), writer = try StoreWriter(path: folder.store)
        let text = """
            吉安市人民政府办公室关于印发《吉安市城市公园建设工作方案》的通知
            吉府办字〔2023〕8号
            一、主要任务
            （一）新建口袋公园。2023年9月底前完成，得2分。（责任单位：市财政局、各县（市、区）人民政府）
            （二）加强管护。2023年6月底前补植行道树。（责任单位：市财政局）
            （三）落实资金。青原区财政局下拨资金。（牵头单位：青原区人民政府）
            """
        try writer.put(Plans.graph(text, name: "city"), name: "city", stamp: "1")
        try writer.finish()
        let store = try StoreReader(path: folder.path)
        var query = TaskQuery()
        query.unit = "吉安市青原区人民政府"
        let found = try store.tasks(query).tasks
        #expect(found.map(\.place.item) == ["1.1", "1.3"])
        #expect(found[0].units.map(\.members) == [[], ["吉安市青原区人民政府"]] && found[1].units.map(\.members) == [[], []])
        #expect(found[0].units[1].unitWithMembers == "吉安市各县（市、区）人民政府（含吉安市青原区人民政府）")
        query.role = "lead"
        #expect(try store.tasks(query).tasks.map(\.place.item) == ["1.3"])
        query = TaskQuery()
        query.unit = "青原区人民政府"
        query.field = "fiscal"
        #expect(try store.tasks(query).tasks.isEmpty)
        // The class itself, and one that is no member.
        query = TaskQuery()
        query.unit = "各县（市、区）人民政府"
        #expect(try store.tasks(query).tasks.map(\.units.last?.members) == [[]])
        query.unit = "成都市青羊区人民政府"
        #expect(try store.tasks(query).tasks.isEmpty)
    }

    /// Rows of a file have what the run's own table has.
    @Test func rowsOfAFileAreThoseOfTheTable() throws {
        let folder = try StoreFolder(), writer = try StoreWriter(path: folder.store), graph = try Plans.graph(Plans.text(), name: "park")
        try writer.put(graph, name: "park", stamp: "1")
        try writer.finish()
        let (rows, isComplete) = try StoreReader(path: folder.path).taskRows(TaskQuery())
        #expect(isComplete && rows.map(\.task) == ["1.2", "1.1"])
        #expect(TaskTable.csv(rows.reversed()) == TaskTable.csv(TaskRow.rows(of: graph, document: "park")))
        #expect(rows[1].scores.count == 1 && rows[1].targets.count == 2 && rows[1].recurrence.count == 1 && rows[1].context == ["主要任务"])
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
