import FanganGraph
import Testing

@testable import FanganExport

@Suite struct TaskTableTests {
    private let rows = TaskRow.rows(of: SampleGraph().graph, document: "park")

    @Test func oneRowPerTaskInReadingOrder() {
        #expect(rows.map(\.task) == ["1.1", "1.2"])
    }

    @Test func unitsAreNamedInFullByRole() {
        #expect(rows[0].lead == ["清河市园林局"])
        #expect(rows[0].responsible == ["清河市财政局"])
        #expect(rows[0].support == ["各区政府"])
        #expect(rows[0].mentions == ["市园林局", "市财政局", "各区政府"])
        #expect(rows[0].basis == ["bracket"])
        #expect(rows[1].responsible == ["清河市财政局"])
        #expect(rows[1].basis == ["inherited"])
    }

    @Test func aTaskHasTheHeadingsAndThePhaseAroundIt() {
        #expect(rows[0].context == ["重点任务"])
        #expect(rows[1].phases == ["建设阶段"])
    }

    @Test func openPointsStandAtTheirTask() {
        #expect(rows[0].openPoints.map(\.message) == ["\u{201C}市园林局\u{201D} may be two organs."])
        #expect(rows[1].openPoints == [])
    }

    /// Each kind of value stands at the one task that has it, not at the next, though one row serves for all of them.
    @Test func valuesAreOfTheirTaskAlone() throws {
        var graph = SampleGraph().graph
        let full = try #require(graph.items.firstIndex { !$0.due.isEmpty }), plain = try #require(graph.items.firstIndex { $0.kind == .task && $0.due.isEmpty })
        var tasks: [ItemNode] = []
        for kind in 0..<5 {
            var task = graph.items[plain]
            task.due = kind == 0 ? graph.items[full].due : []
            task.recurrence = kind == 1 ? graph.items[full].recurrence : []
            task.scores = kind == 2 ? graph.items[full].scores : []
            task.targets = kind == 3 ? graph.items[full].targets : []
            task.periods = kind == 4 ? graph.items[full].periods : []
            tasks += [task, graph.items[plain]]
        }
        for i in tasks.indices { tasks[i].id = "t\(i)" }
        graph.items = tasks
        graph.edges = []
        let rows = TaskRow.rows(of: graph, document: "park")
        let counts = rows.map { [$0.due.count, $0.recurrence.count, $0.scores.count, $0.targets.count, $0.openTimes.count] }
        let none = [0, 0, 0, 0, 0]
        #expect(counts == [[1, 0, 0, 0, 0], none, [0, 1, 0, 0, 0], none, [0, 0, 2, 0, 0], none, [0, 0, 0, 1, 0], none, [0, 0, 0, 0, 1], none])
    }

    /// The table is read in Chinese, the lines by programs.
    @Test func openPointsAreWordedInChineseInTheTable() {
        var row = rows[0]
        row.openPoints = [GraphDiagnostic(code: "responsibility.bracket-open", severity: "warning", message: "The bracket “（市园林局” never closes.", span: ScalarSpan(0, 3))]
        #expect(String(decoding: TaskTable.csv([row]), as: UTF8.self).hasSuffix(",责任括号没有收尾\r\n"))
        #expect(String(decoding: TaskTable.ndjson([row]), as: UTF8.self).contains("never closes."))
    }

    @Test func csvHasMarkHeaderAndValues() {
        let header = TaskTable.csvHeader
        #expect(header.starts(with: [0xEF, 0xBB, 0xBF]))
        let text = String(decoding: header + TaskTable.csv(rows), as: UTF8.self)
        let lines = text.components(separatedByLineEnd: "\r\n")
        #expect(lines.count == 4 && lines[3] == "")
        #expect(lines[0].hasPrefix("\u{FEFF}文件,标题,文号,成文日期,"))
        #expect(lines[1].hasPrefix("park,清河市推进城市公园建设工作方案,清政发〔2023〕8号,2023-03-01,130534,1.1,一、 / （一）,任务,新建口袋公园,"))
        #expect(lines[1].contains(",清河市园林局,清河市财政局,各区政府,市园林局、市财政局、各区政府,条目注明,2023-11-30,每年9月；全年,建设阶段,2；-0.5,每年不少于12个,重点任务,"))
        #expect(lines[0].split(separator: ",").count == 25)
    }

    @Test func ndjsonIsOneObjectPerLineWithSnakeCaseKeys() throws {
        let lines = String(decoding: TaskTable.ndjson(rows), as: UTF8.self).split(separator: "\n")
        #expect(lines.count == 2)
        let row = try JSONValue(parsing: Array(lines[0].utf8))
        #expect(row["document"] == .string("park"))
        #expect(row["lead"] == .array([.string("清河市园林局")]))
        #expect(row["due"].map { "\($0)".contains("2023-11-30") } == true)
        #expect(row["text_file"] == .string("text/park.txt"))
        #expect(row["open_points"] != nil)
    }

    /// A cycle of `contains` never comes from the builder; it must not hang the writer either.
    @Test func aCycleOfItemsEnds() {
        var graph = SampleGraph().graph
        graph.edges.append(Edge(.contains, from: "1.2", to: "1"))
        #expect(TaskRow.rows(of: graph, document: "x").count == 2)
    }
}

@Suite struct UnitTableTests {
    @Test func bodiesOfUnknownFieldAreListedByFrequency() {
        func unit(_ name: String, _ function: String?, _ kind: String = "organ") -> UnitNode {
            UnitNode(id: "unit:310000:上海市" + name, name: "上海市" + name, function: function, functionName: nil, region: "310000", level: "province", kind: kind)
        }
        var table = UnitTable()
        table.add([
            UnitOccurrence(unit: unit("文资中心", nil), tasks: 1, spellings: ["市文资中心"]), UnitOccurrence(unit: unit("文创办", nil), tasks: 3, spellings: ["市文创办", "文创办"]),
            UnitOccurrence(unit: unit("财政局", "fiscal"), tasks: 9, spellings: ["市财政局"]), UnitOccurrence(unit: unit("各区", nil, "group"), tasks: 9, spellings: ["各区"]),
        ], document: "a")
        let lines = String(decoding: table.unresolved().dropFirst(3), as: UTF8.self).split(separator: "\r\n").map(String.init)
        #expect(lines == [
            "name,field,region,读作,任务数,文件数,文件", "市文创办,,310000,上海市文创办,3,1,a", "文创办,,310000,上海市文创办,3,1,a", "市文资中心,,310000,上海市文资中心,1,1,a",
        ])
    }

    @Test func unitsAreCountedOverDocuments() {
        let occurrences = UnitOccurrence.all(in: SampleGraph().graph)
        // The member of a class that no task names has no row.
        #expect(occurrences.map(\.tasks) == [0, 1, 2, 1])
        var table = UnitTable()
        table.add(occurrences, document: "b")
        table.add(occurrences, document: "a")
        let lines = String(decoding: table.csv(), as: UTF8.self).components(separatedByLineEnd: "\r\n")
        #expect(lines[0] == "\u{FEFF}单位编号,单位名称,领域代码,领域,地区,层级,类别,任务数,原文写法,文件数,文件,范围,成员数,成员依据,后继单位")
        #expect(lines[1] == "unit:清河市财政局,清河市财政局,finance,财政,130534,县,机关,4,市财政局,2,b、a,,,,")
        #expect(lines.count == 6)
    }

    @Test func aUnitNamedTwiceInOneTaskCountsOnce() {
        var graph = SampleGraph().graph
        graph.edges.append(Edge(.responsible, from: "1.1", to: "unit:清河市园林局", role: "support", basis: "text", mention: "园林局", span: SampleGraph.span(of: "园林局")))
        let garden = UnitOccurrence.all(in: graph)[1]
        #expect(garden.tasks == 1)
        #expect(garden.spellings == ["市园林局", "园林局"])
    }

    @Test func theTableDoesNotGrowWithTheDocuments() {
        var table = UnitTable()
        let occurrences = UnitOccurrence.all(in: SampleGraph().graph)
        for number in 0..<1_000 { table.add(occurrences, document: "plan-\(number)") }
        let csv = table.csv()
        #expect(csv.count < 5_000)
        #expect(String(decoding: csv, as: UTF8.self).contains(",1000,plan-0、plan-1、"))
    }
}

extension String {
    /// Splits on a line end of two characters, which Swift takes for one.
    func components(separatedByLineEnd end: String) -> [String] {
        var parts: [String] = []
        var part: [UInt8] = []
        var bytes = Array(utf8)[...]
        while !bytes.isEmpty {
            if bytes.starts(with: end.utf8) {
                parts.append(String(decoding: part, as: UTF8.self))
                part = []
                bytes = bytes.dropFirst(end.utf8.count)
            } else {
                part.append(bytes.removeFirst())
            }
        }
        return parts + [String(decoding: part, as: UTF8.self)]
    }
}
