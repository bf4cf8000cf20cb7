import FanganFindings
import FanganFixtures
import FanganOutline
import FanganText
import FanganUnits
import Foundation
import Testing
@testable import FanganGraph

/// The graph of a document whose paragraphs are the lines of a string.
private func graph(_ lines: String) throws -> (graph: TaskGraph, text: String) {
    let document = SourceDocument(lines: lines)
    let outline = OutlineBuilder().build(document)
    let findings = FindingsReader().read(outline, in: document)
    let builder = GraphBuilder(catalogue: try UnitCatalogue.load(), generator: "test")
    return (builder.build(document, outline, findings, textURI: "text/t.txt"), lines)
}

private let plan = """
绩溪县人民政府办公室
关于印发《绩溪县河道整治工作方案》的通知
各乡镇人民政府：
现将《绩溪县河道整治工作方案》印发给你们，请认真贯彻执行。
绩溪县人民政府办公室
2023年4月5日
绩溪县河道整治工作方案
为改善水环境，根据《安徽省河长制工作办法》（皖政办〔2022〕3号），制定本方案。
一、重点任务
（一）清理河道。6月底前完成清淤不少于3处。（责任单位：县水利局、各乡镇人民政府）
（二）严格执法。落实《水法》要求。（县水利局、县公安局负责）
二、实施步骤
（一）动员阶段（2023年4月—2023年5月）
1.制定方案。明确分工。
2.开展宣传。营造氛围。
（二）整治阶段（2023年6月至12月）
1.组织整治。逐条销号。
2.开展验收。形成报告。
"""

@Suite struct GraphBuilderTests {
    @Test func factsOfTheDocument() throws {
        let (graph, _) = try graph(plan)
        #expect(graph.document.title == "绩溪县河道整治工作方案")
        #expect(graph.document.issued == "2023-04-05")
        #expect(graph.document.region == "341824")
        #expect(graph.document.basedOn == ["皖政办〔2022〕3号"])
        #expect(graph.units.first { $0.id == graph.document.issuers.first }?.name == "绩溪县人民政府办公室")
    }

    /// 报送 by a day in the paragraph that ends the plan: in no row of a table, so it is said.
    @Test func aDeadlineOutsideTheItemsIsTold() throws {
        let tail = "各乡镇制定的工作方案，于2023年6月10日前报送县人民政府办公室。县人民政府办公室将组织检查。"
        let lines = plan.replacingOccurrences(of: "一、重点任务", with: "到2025年，全县水环境明显改善。\n一、重点任务") .replacingOccurrences(of: "形成报告。", with: "形成报告。（县水利局负责）") + "\n\n" + tail + "\n本方案自印发之日起施行，有效期至2025年12月31日。\n"
        let said = try graph(lines).graph.diagnostics.filter { $0.code.hasPrefix("outline.") && $0.code.hasSuffix("outside") }
        #expect(said.map(\.code) == ["outline.deadline-outside"])
        let span = try #require(said.first?.span)
        #expect(String(String.UnicodeScalarView(Array(lines.unicodeScalars)[span.start..<span.end])) == tail)
        #expect(try graph(plan).graph.diagnostics.filter { $0.code.hasSuffix("outside") }.isEmpty)
    }

    /// A plan in plain paragraphs whose few numbers stand at its end.
    @Test func aTextThatIsMostlyUnnumberedIsTold() throws {
        let paragraph = "各乡镇要加强河道管护，组织巡河员每日巡查，发现问题及时上报并整改到位，确保河道整洁有序。"
        func codes(_ count: Int) throws -> [String] {
            let lines = "绩溪县河道整治工作方案\n" + Array(repeating: paragraph, count: count).joined(separator: "\n") + "\n一、加强领导。成立专班。\n二、加强考核。定期通报。\n"
            return try graph(lines).graph.diagnostics.map(\.code).filter { $0 == "outline.text-outside" }
        }
        #expect(try codes(16) == ["outline.text-outside"] && codes(8) == [])
    }

    /// Duties counted out in a paragraph without a number, under a title without one.
    @Test func dutiesCountedOutOutsideTheItemsAreTold() throws {
        let duties = "一是加强宣传，由县委宣传部负责。二是落实资金，由县财政局负责。"
        let (told, _) = try graph("绩溪县河道整治工作方案\n一、工作目标\n完成改造任务100处。\n主要任务\n\(duties)\n二、保障措施\n（一）加强领导。成立专班。\n")
        #expect(told.items.map(\.text) == ["完成改造任务100处。", "", "成立专班。"])
        let said = told.diagnostics.filter { $0.code.hasPrefix("outline.") }
        #expect(said.map(\.code) == ["outline.text-outside"])
        #expect(said.first?.message.contains("“一是加强宣传，由县委宣传…”") == true)
        // The same with a day is told once.
        let dated = try graph("绩溪县河道整治工作方案\n一、工作目标\n完成改造任务100处。\n主要任务\n一是加强宣传，2023年6月底前完成。二是落实资金。\n二、保障措施\n（一）加强领导。成立专班。\n").graph
        #expect(dated.diagnostics.map(\.code).filter { $0.hasPrefix("outline.") } == ["outline.deadline-outside"])
    }

    /// What holds for the whole plan and stands in front of its items is in no task either; a rule that is in all of them is not told.
    @Test(arguments: [("责任单位：县教育局", "outline.text-outside"), ("本方案由县教育局牵头，县财政局配合实施。", "outline.text-outside"), ("各村要高度重视，于2023年3月10日前上报方案。", "outline.deadline-outside"),
                      ("以下任务均由县教育局负责。", nil), ("到2025年，全县水环境明显改善。", nil), ("根据《安徽省河道条例》，结合实际，制定本方案。", nil)])
    func whatStandsInFrontOfTheItems(_ line: String, _ code: String?) throws {
        let said = try graph("绩溪县河道整治工作方案\n为做好工作，制定本方案。\n\(line)\n一、主要任务\n1.加强宣传。\n2.加强巡查。\n").graph.diagnostics.map(\.code).filter { $0.hasSuffix("outside") }
        #expect(said == [code].compactMap { $0 })
    }

    /// A duty that lost its number, with its units.
    @Test func unitsOutsideTheItemsAreTold() throws {
        func said(_ middle: String) throws -> [String] {
            try graph("绩溪县河道整治工作方案\n一、主要任务\n1.加强宣传。（县委宣传部负责）\n\(middle)\n3.加强巡查。（县水利局负责）\n").graph.diagnostics.filter { $0.code == "outline.text-outside" }.map(\.message)
        }
        #expect(try said("落实资金。（责任单位：县财政局）") == ["The paragraph “落实资金。（责任单位：县…” says who is responsible and stands in no numbered item; no task was made of it."])
        #expect(try said("2.落实资金。（责任单位：县财政局）") == [])
        // Behind the last item's bracket, where the text ends.
        let behind = try graph("绩溪县河道整治工作方案\n一、主要任务\n1.加强宣传。（县委宣传部负责）\n2.加强巡查。（县水利局负责）\n县水利局每月通报检查情况。\n").graph.diagnostics
        #expect(behind.filter { $0.code == "outline.text-outside" }.map(\.message) == ["The paragraph “县水利局每月通报检查情况…” says who is responsible and stands in no numbered item; no task was made of it."])
    }

    /// Several names on a line of the signature, and one that goes on in the next line.
    @Test func issuersOfOneSignature() throws {
        let found = try graph("关于便民服务的若干措施\n平凉市司法局\n平凉市不动产登记中心国家税务总局平凉市税务局\n中国人民银行平凉市分行国家金融监督管理总局\n平凉监管分局\n2024年5月8日\n一、任务\n（一）加强服务。（责任单位：市司法局）\n").graph
        #expect(found.document.issuers.map { $0.split(separator: ":").last.map(String.init) ?? "" }
            == ["平凉市司法局", "平凉市不动产登记中心", "国家税务总局平凉市税务局", "中国人民银行平凉市分行", "国家金融监督管理总局平凉监管分局"])
    }

    @Test func itemsTextsAndEdges() throws {
        let (graph, _) = try graph(plan)
        #expect(graph.items.map(\.id) == ["1", "1.1", "1.2", "2", "2.1", "2.1.1", "2.1.2", "2.2", "2.2.1", "2.2.2"])
        #expect(graph.items[1].heading == "清理河道")
        #expect(graph.items[1].text == "6月底前完成清淤不少于3处。")
        #expect(graph.items[1].due.map(\.date) == ["2023-06-30"])
        let contains = graph.edges.filter { $0.kind == .contains }.map { "\($0.from)>\($0.to)" }
        #expect(contains == ["1>1.1", "1>1.2", "2>2.1", "2.1>2.1.1", "2.1>2.1.2", "2>2.2", "2.2>2.2.1", "2.2>2.2.2"])
    }

    @Test func oneNodeForEachUnitWhateverNamesIt() throws {
        let (graph, _) = try graph(plan)
        let water = graph.edges.filter { $0.kind == .responsible && $0.mention == "县水利局" }
        #expect(water.map(\.from) == ["1.1", "1.2"])
        #expect(Set(water.map(\.to)).count == 1)
        #expect(graph.units.filter { $0.name == "绩溪县水利局" }.count == 1)
    }

    /// The office that a document prints in full is meant by its short name; named in the sentence and in the bracket it is one entry.
    @Test func aUnitIsOneEntryOfAnItemInWhateverSpelling() throws {
        let lines = plan.replacingOccurrences(of: "（责任单位：县水利局、各乡镇人民政府）", with: "（责任单位：县水利局、水利局；配合单位：县财政局、县公安局；责任单位：县公安局）")
        let graph = try graph(lines).graph
        let entries = graph.edges.filter { $0.kind == .responsible && $0.from == "1.1" }.map { ($0.mention ?? "") + ":" + ($0.role ?? "") }
        #expect(entries == ["县水利局:responsible", "县财政局:support", "县公安局:support", "县公安局:responsible"])
    }

    /// The sentence's role, for a name that the bracket spells otherwise and gives none.
    @Test func theSentenceSaysWhoLeads() throws {
        let (graph, _) = try graph("""
        绩溪县人民政府办公室
        关于印发《绩溪县营商环境工作方案》的通知
        一、重点任务
        （一）由县发改委牵头制定办法。（县发展改革委、县财政局）
        （二）由县发改委牵头制定办法。（县财政局牵头，县发展改革委参与）
        （三）由县发改委牵头，县审计局配合。（县发展改革委、县审计局）
        （四）由县发改委牵头清查。（责任单位：县审计局）开展复核。（责任单位：县发展改革委、县财政局）
        （五）由县审计局牵头清查，县发改委配合。（责任单位：县审计局、县发展改革委）
        """)
        let entries = graph.edges.filter { $0.kind == .responsible }.map { "\($0.from) \($0.mention ?? "") \($0.role ?? "")" }
        #expect(entries == ["1.1 县发展改革委 lead", "1.1 县财政局 responsible", "1.2 县财政局 lead", "1.2 县发展改革委 support", "1.3 县发展改革委 lead", "1.3 县审计局 support",
                            "1.4 县审计局 responsible", "1.4 县发展改革委 responsible", "1.4 县财政局 responsible", "1.5 县审计局 lead", "1.5 县发展改革委 support"])
    }

    @Test func anOfficeInFullAndInShort() throws {
        let (graph, _) = try graph("""
        绩溪县人民政府办公室
        关于印发《绩溪县营商环境工作方案》的通知
        一、重点任务
        （一）县职转办要做好评估。（县推进政府职能转变和“放管服”改革协调小组办公室牵头，县财政局配合）
        （二）县职转办负责评估。
        """)
        let entries = graph.edges.filter { $0.kind == .responsible }.map { "\($0.from) \($0.mention ?? "") \($0.basis ?? "")" }
        #expect(entries == ["1.1 县推进政府职能转变和“放管服”改革协调小组办公室 bracket", "1.1 县财政局 bracket", "1.2 县职转办 text"])
        #expect(graph.units.map(\.name).sorted() == ["绩溪县人民政府办公室", "绩溪县推进政府职能转变和“放管服”改革协调小组办公室", "绩溪县财政局"])
    }

    @Test func phasesTheirOrderAndTheirSteps() throws {
        let (graph, _) = try graph(plan)
        #expect(graph.phases.map { "\($0.id) \($0.name) \($0.start ?? "-")/\($0.end ?? "-")" } == ["phase:1 动员阶段 2023-04-01/2023-05-31", "phase:2 整治阶段 2023-06-01/2023-12-31"])
        #expect(graph.edges.filter { $0.kind == .precedes }.map { "\($0.from)>\($0.to)" } == ["phase:1>phase:2"])
        #expect(graph.edges.filter { $0.kind == .during }.map { "\($0.from)>\($0.to)" }
            == ["2.1>phase:1", "2.1.1>phase:1", "2.1.2>phase:1", "2.2>phase:2", "2.2.1>phase:2", "2.2.2>phase:2"])
    }

    /// A plan names the one before it, which it does not implement.
    @Test func whatAPlanFollowsIsNotItsBasis() throws {
        let text = plan.replacing("一、", with: "《绩溪县河道管护若干措施》（绩政办〔2021〕9号）实施一年来，发挥了积极作用。\n一、", maxReplacements: 1)
        let (graph, _) = try graph(text)
        #expect(graph.document.basedOn == ["皖政办〔2022〕3号"])
        #expect(graph.references.contains { $0.number == "绩政办〔2021〕9号" })
    }

    /// The same title under another number is the document before this one: it is named, and nothing is based on it.
    @Test(arguments: ["《甲市促进住房发展的若干措施（试行）》（甲政办发〔2022〕22号）发挥了积极作用，决定予以优化。", "按照《甲市促进住房发展若干措施》（甲政办发〔2022〕22号）要求，制定本措施。"])
    func theDocumentBeforeThisOne(_ preamble: String) throws {
        let graph = try graph("甲市促进住房发展的若干措施\n甲政办发〔2023〕5号\n各区人民政府：\n\(preamble)\n一、任务\n做好。").graph
        #expect(graph.references.map(\.number) == ["甲政办发〔2022〕22号"])
        #expect(graph.document.basedOn.isEmpty)
        #expect(graph.edges.allSatisfy { $0.kind != .basedOn })
    }

    @Test func theDocumentThatIsRepealed() throws {
        let graph = try graph("甲市促进住房发展的若干措施\n为促进住房发展，制定本措施。\n一、任务\n做好。（责任单位：市住建局）\n原《甲市促进住房发展的若干措施》（甲政办发〔2022〕22号）同时废止。").graph
        #expect(graph.references.map(\.number) == ["甲政办发〔2022〕22号"])
    }

    /// Printed with other dashes, or without 的.
    @Test(arguments: ["《甲市促进住房发展行动计划（2023-2025年）》", "《甲市促进住房发展的行动计划（2023—2025 年）》"]) func thePlanByItsTitleInAnotherPrint(_ cited: String) throws {
        let graph = try graph("甲市促进住房发展行动计划（2023—2025年）\n为促进住房发展，制定本计划。\n一、任务\n落实\(cited)，做好工作。").graph
        #expect(graph.references.isEmpty)
    }

    @Test func referencesOnceEachAndNotToThePlanItself() throws {
        let (graph, _) = try graph(plan)
        #expect(graph.references.map(\.number) == ["皖政办〔2022〕3号"] + graph.references.dropFirst().map(\.number))
        #expect(!graph.references.contains { $0.title == "绩溪县河道整治工作方案" })
        #expect(graph.edges.filter { $0.kind == .basedOn }.count == 1)
    }

    @Test func aDocumentIsOneReferenceWhateverItIsCalled() throws {
        let (graph, _) = try graph("""
        绩溪县河道整治工作方案
        为贯彻落实《关于加强河道整治的实施意见》（皖政办〔2022〕3号，以下简称《意见》），制定《绩溪县河道整治工作方案》（以下简称《方案》）。
        一、重点任务
        （一）清理河道。按照《意见》要求清淤，落实皖政办[2022]第3号和《关于加强河道整治的实施意见》。
        （二）严格执法。按《方案》分工，执行《水法》《关于执法的意见》。根据《关于执法的意见》（皖政〔2021〕5号）办理。
        """)
        #expect(graph.references.map { "\($0.kind) \($0.title ?? "-") \($0.number ?? "-")" } == [
            "implements 关于加强河道整治的实施意见 皖政办〔2022〕3号", "implements 水法 -", "implements 关于执法的意见 皖政〔2021〕5号",
        ])
        #expect(graph.edges.filter { $0.kind == .cites }.map { "\($0.from)>\($0.to)" } == ["1.1>ref:1", "1.2>ref:2", "1.2>ref:3"])
    }

    @Test func annexesOfTheListAreReferences() throws {
        let (graph, _) = try graph("""
        绩溪县河道整治工作方案
        一、重点任务
        （一）清理河道。开展清淤，进度见《重点河段任务清单》。
        附件：1.绩溪县河道整治
        领导小组成员名单
        2.重点河段任务清单（略）
        3．《清淤登记表》
        24.另一份文件
        绩溪县人民政府
        2023年4月5日
        """)
        #expect(graph.references.map { "\($0.kind) \($0.title ?? "-")" } == ["annex 重点河段任务清单", "annex 绩溪县河道整治领导小组成员名单", "annex 清淤登记表"])
        #expect(graph.edges.filter { $0.kind == .cites }.map { "\($0.from == graph.document.id ? "document" : $0.from)>\($0.to)" }
            == ["1.1>ref:1", "document>ref:2", "document>ref:1", "document>ref:3"])
    }

    @Test func annexesLeftOutAreReferencesToo() throws {
        let (graph, _) = try graph("甲县方案\n一、重点任务\n（一）清淤。开展清淤。\n附件:(略）\n1．监管事项清单\n2．监管工作计划\n甲县人民政府\n2023年4月5日")
        #expect(graph.references.map { "\($0.kind) \($0.title ?? "-")" } == ["annex 监管事项清单", "annex 监管工作计划"])
    }

    @Test func theOnlyAnnexOnALineOfItsOwn() throws {
        let (graph, _) = try graph("甲县方案\n一、重点任务\n（一）清淤。开展清淤。\n附件：\n2023年重点任务分解表\n甲县人民政府\n2023年4月5日\n附件\n2023年重点任务分解表\n1.清淤。县水利局。")
        #expect(graph.references.map(\.title) == ["2023年重点任务分解表"])
    }

    @Test func theDocumentsOwnDamagedNumberIsSaid() throws {
        for (number, codes) in [("绩政〔20234号", ["document.number-damaged"]), ("绩政〔2023〕4号", [])] {
            let (graph, _) = try graph("绩溪县人民政府文件\n\(number)\n绩溪县河道整治工作方案\n一、重点任务\n（一）清理河道。开展清淤。")
            #expect(graph.document.number == number)
            #expect(graph.diagnostics.map(\.code) == codes)
        }
    }

    @Test func aDamagedNumberIsSaid() throws {
        let (graph, _) = try graph("""
        绩溪县河道整治工作方案
        根据皖政办〔20223号和皖政办〔2023〕X号文件，制定本方案。
        一、重点任务
        （一）清理河道。按照皖政办〔2022〕3号清淤。
        """)
        #expect(graph.references.map(\.number) == ["皖政办〔20223号", "皖政办〔2023〕X号"])
        #expect(graph.diagnostics.map(\.code).filter { $0.hasPrefix("reference.") } == ["reference.number-damaged", "reference.number-blank"])
    }

    @Test func everyQuoteIsAtItsSpanInScalars() throws {
        let (graph, text) = try graph(plan)
        let scalars = Array(text.unicodeScalars)
        func quote(_ span: ScalarSpan) -> String {
            var view = String.UnicodeScalarView()
            view.append(contentsOf: scalars[span.start..<span.end])
            return String(view)
        }
        for edge in graph.edges where edge.kind == .responsible { #expect(edge.span.map(quote) == edge.mention) }
        for item in graph.items {
            for due in item.due { #expect(quote(due.span) == due.quote) }
            for target in item.targets { #expect(quote(target.span) == target.quote) }
        }
    }

    @Test func stepsStandUnderTheirItem() throws {
        let (graph, text) = try graph(plan.replacingOccurrences(of: "落实《水法》要求。", with: "一是县公安局要开展巡查；二是6月底前设立警示牌不少于5块。"))
        #expect(graph.steps.map { "\($0.id) \($0.label) \($0.text)" } == ["1.2.s1 一是 县公安局要开展巡查；", "1.2.s2 二是 6月底前设立警示牌不少于5块。"])
        #expect(graph.items[2].text == "一是县公安局要开展巡查；二是6月底前设立警示牌不少于5块。")
        #expect(graph.steps[1].due.map(\.date) == ["2023-06-30"] && graph.steps[1].targets.map(\.quote) == ["不少于5块"])
        #expect(graph.edges.filter { $0.kind == .responsible && $0.from.hasPrefix("1.2") }.map { "\($0.from) \($0.mention ?? "") \($0.basis ?? "")" }
            == ["1.2 县水利局 bracket", "1.2 县公安局 bracket", "1.2.s1 县公安局 text"])
        #expect(graph.edges.filter { $0.kind == .contains && $0.from == "1.2" }.map(\.to) == ["1.2.s1", "1.2.s2"])
        #expect(Array(text.unicodeScalars)[graph.steps[0].span.start] == "一")
    }

    @Test func partsAndItemsCoverTheText() throws {
        let (graph, text) = try graph(plan)
        var covered = [Bool](repeating: false, count: text.unicodeScalars.count)
        for span in graph.document.parts.map(\.span) + graph.items.map(\.span) { for i in span.start..<span.end { covered[i] = true } }
        #expect(covered.allSatisfy { $0 })
    }
}

@Suite struct DocumentIdentityTests {
    @Test func versionsOfAPlanAreOneWork() {
        let text = CanonicalText("x")
        func work(_ title: String) -> String { DocumentIdentity.work(issuers: ["甲县人民政府"], title: title, text: text) }
        #expect(work("甲县住房若干措施（征求意见稿）") == work("甲县住房若干措施"))
        #expect(work("甲县住房若干措施（公开征求意见稿）") == work("甲县住房若干措施"))
        #expect(work("甲县住房若干措施（试行）") == work("甲县住房若干措施"))
        #expect(work("甲县住房若干措施") != work("甲县就业若干措施"))
    }

    @Test func oneNumberWrittenInManyWays() {
        let ways = ["国发〔2022〕15号", "国发[2022]15号", "国发（2022）第15号", "国发〔2022〕 15 号", "国发〔２０２２〕１５号", "国发〔2O22〕l5号", "国发〔202215", "国发{2022}015号"]
        for way in ways { #expect(DocumentIdentity.number(way) == "国发|2022|15", "\(way)") }
        #expect(DocumentIdentity.number("国办发〔2022〕15号") != "国发|2022|15")
        #expect(DocumentIdentity.number("国发〔2022〕X号") == "国发|2022|X")
    }

    @Test func theIdentifierIsThatOfTheText() {
        #expect(DocumentIdentity.id(CanonicalText("甲")) == DocumentIdentity.id(CanonicalText("甲")))
        #expect(DocumentIdentity.id(CanonicalText("甲")) != DocumentIdentity.id(CanonicalText("乙")))
        #expect(DocumentIdentity.id(CanonicalText("甲")).count == 16)
    }
}
