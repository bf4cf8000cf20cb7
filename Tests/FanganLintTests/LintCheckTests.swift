import FanganFindings
import FanganFixtures
import FanganGraph
import FanganOutline
import FanganText
import FanganUnits
import Testing

@testable import FanganLint

/// A plan whose paragraphs are the lines of a string.
private func plan(_ lines: String) throws -> (graph: TaskGraph, text: CanonicalText) {
    let document = SourceDocument(lines: lines)
    let outline = OutlineBuilder().build(document)
    let findings = FindingsReader().read(outline, in: document)
    return (GraphBuilder(catalogue: try UnitCatalogue.load(), generator: "test").build(document, outline, findings, textURI: "text/t.txt"), document.text)
}

/// `code@words` of what one check, or all of them, finds.
private func found(_ lines: String, _ checks: [any LintCheck] = Linter.standard) throws -> [String] {
    let (graph, text) = try plan(lines)
    let scalars = Array(String(decoding: text.bytes, as: UTF8.self).unicodeScalars)
    return Linter(checks: checks).findings(in: graph, text: text).map { finding in
        var words = String.UnicodeScalarView()
        if let span = finding.span { words.append(contentsOf: scalars[span.start..<span.end]) }
        return "\(finding.code)@\(String(words))"
    }
}

@Suite struct LintCheckTests {
    private static let clean = """
        绩溪县人民政府关于印发绩溪县河道整治工作方案的通知
        绩政〔2023〕4号
        各乡镇人民政府：
        现将《绩溪县河道整治工作方案》印发给你们，请认真贯彻执行。
        绩溪县人民政府
        2023年4月5日
        绩溪县河道整治工作方案
        根据《安徽省河长制工作办法》（皖政办〔2022〕3号），制定本方案。
        一、重点任务
        （一）清理河道。2023年6月底前完成清淤。（责任单位：县水利局、各乡镇人民政府）
        （二）严格执法。落实《中华人民共和国水法》，查处1）乱采2）乱倒等行为。（县水利局、县公安局负责）
        二、实施步骤
        （一）动员阶段（2023年4月—2023年5月）。制定方案，明确分工。
        （二）整治阶段（2023年6月至12月）。2023年11月底前逐条销号。
        """

    @Test func aPlanInOrderHasNoFindings() throws { #expect(try found(Self.clean) == []) }

    @Test func whatTheStagesNoticedIsShown() throws {
        let lines = """
            绩溪县河道整治工作方案
            一、重点任务
            （一）清理河道。开展清淤。（责任单位：县水利局）
            （三）严格执法。查处乱采。（责任单位：县公安局
            """
        #expect(try found(lines, [DiagnosticCheck()]) == ["outline.number-missing@（三）", "responsibility.bracket-open@（责任单位：县公安局"])
    }

    @Test func aDiagnosticWithoutWordingIsShownAsItIs() {
        var graph = TaskGraph(generator: "t", document: DocumentFacts(
            id: "d", work: "w", source: SourceInfo(uri: "t", mediaType: "text/plain", encoding: "UTF-8", sha256: ""), textURI: "t", scalars: 0))
        graph.diagnostics = [
            GraphDiagnostic(code: "some.thing", severity: "warning", message: "Look.", span: nil),
            GraphDiagnostic(code: "text.lines-joined", severity: "note", message: "Joined.", span: nil),
        ]
        let findings = DiagnosticCheck().findings(in: LintPlan(graph, text: CanonicalText("")))
        #expect(findings.map { "\($0.code) \($0.severity) \($0.message)" } == ["some.thing warning Look."])
    }

    @Test func tasksWithoutAUnit() throws {
        let one = "甲方案\n一、主要任务\n（一）清淤。清理河道。（责任单位：县水利局）\n（二）执法。查处乱采。"
        #expect(try found(one, [TaskWithoutUnitCheck()]) == ["task.no-unit@（二）执法"])
        let all = "甲方案\n一、主要任务\n（一）清淤。清理河道。\n（二）执法。查处乱采。"
        #expect(try found(all, [TaskWithoutUnitCheck()]) == ["task.no-unit@"])
        let inherited = "甲方案\n一、主要任务\n（一）清淤。清理河道。（责任单位：县水利局）\n1.查找。找出淤点。\n2.清理。清出淤泥。"
        #expect(try found(inherited, [TaskWithoutUnitCheck()]) == [])
        // 4 of 6: by design, and said once.
        let most = "甲方案\n一、主要任务\n" + (1...6).map { "\($0).推进第\($0)项改造\($0 > 4 ? "（责任单位：县教育局）" : "。")\n" }.joined()
        #expect(try found(most, [TaskWithoutUnitCheck()]) == ["task.no-unit@"])
        #expect(try found("甲方案\n一、指导思想\n（一）统一认识。\n（二）加强领导。", [TaskWithoutUnitCheck()]) == [])
    }

    @Test func datesBeforeTheDocument() throws {
        let lines = Self.clean.replacing("2023年6月底前", with: "2023年3月底前").replacing("2023年4月—2023年5月", with: "2022年4月—2022年5月")
        #expect(try found(lines, [EarlyDateCheck()]) == ["date.before-issued@2023年3月底前", "date.before-issued@动员阶段（2022年4月—2022年5月）"])
    }

    @Test(arguments: [
        ("（2023年4月—2023年5月）", "（2023年6月至12月）", []),
        ("（2023年4月—2023年5月）", "（2023年5月至12月）", ["phase.overlap note"]),
        ("（2023年4月—2023年7月）", "（2023年6月至12月）", ["phase.overlap warning"]),
        ("（2023年4月1日—2023年5月20日）", "（2023年5月20日至12月1日）", ["phase.overlap warning"]),
        ("（2023年4月—2023年5月）", "（2023年7月至12月）", ["phase.gap warning"]),
        ("（2023年12月—2024年2月）", "（2024年3月至12月）", []),
    ])
    func phasesThatFollowEachOther(_ first: String, _ second: String, _ expected: [String]) throws {
        let (graph, text) = try plan("甲方案\n一、实施步骤\n（一）动员阶段\(first)。开展动员。\n（二）整治阶段\(second)。开展整治。")
        #expect(graph.phases.count == 2)
        #expect(Linter(checks: [PhaseOrderCheck()]).findings(in: graph, text: text).map { "\($0.code) \($0.severity)" } == expected)
    }

    @Test func phasesOfTwoSectionsDoNotFollowEachOther() throws {
        let lines = "甲方案\n一、实施步骤\n（一）动员阶段（2023年4月—2023年9月）。开展动员。\n二、工作步骤\n（一）整治阶段（2023年6月至12月）。开展整治。"
        #expect(try found(lines, [PhaseOrderCheck()]) == [])
    }

    @Test func deadlinesOutsideTheirPhase() throws {
        let lines = Self.clean.replacing("2023年11月底前", with: "2024年1月底前")
        #expect(try found(lines, [DateOutsidePhaseCheck()]) == ["date.outside-phase@2024年1月底前"])
    }

    @Test func referencesWithoutNumber() throws {
        let lines = "甲方案\n根据《关于加强河道整治的实施意见》《乙办法（试行）》和《水法》，制定本方案。\n一、重点任务\n（一）清淤。出台《丙办法》。落实《丁意见》（皖政〔2022〕3号）。"
        #expect(try found(lines, [ReferenceWithoutNumberCheck()]) == ["reference.no-number@《关于加强河道整治的实施意见》", "reference.no-number@《乙办法（试行）》"])
    }

    @Test(arguments: [
        ("2023年13月底前完成", ["2023年13月"]), ("2月30日前完成", ["2月30日"]), ("2023 年 2 月 29 日前完成", ["2023 年 2 月 29 日"]), ("4月31日前完成", ["4月31日"]),
        ("２０２３年６月３１日", ["２０２３年６月３１日"]), ("2024年0月", ["2024年0月"]), ("13月5日", ["13月5日"]),
        ("2024年2月29日和2月29日前", []), ("每月28日前", []), ("12个月，1.5月，第13月，6月、7月", []), ("5月1日至31日", []),
    ] as [(String, [String])])
    func datesOfNoCalendar(_ words: String, _ expected: [String]) throws {
        #expect(try found("甲方案\n一、重点任务\n（一）清淤。\(words)。", [ImpossibleDateCheck()]) == expected.map { "date.impossible@" + $0 })
    }

    @Test(arguments: [
        ("（一）清淤。清理（含支流河道。", ["bracket.open@（含支流河道。"]),
        ("（一）清淤。清理含支流）河道。", ["bracket.half@（一）清淤。清理含支流）"]),
        ("（一）清淤。落实《关于清淤的意见要求。", ["bracket.open@《关于清淤的意见要求。"]),
        ("（一）清淤。落实《关于清淤（试行的意见》要求。", ["bracket.open@（试行的意见》要求。"]),
        ("（一）清淤。做到1)查清2)清完a）销号。", []),
        ("（一）清淤。清理（含〔支流〕)河道。", []),
    ] as [(String, [String])])
    func brackets(_ line: String, _ expected: [String]) throws {
        #expect(try found("甲方案\n一、重点任务\n\(line)\n（二）执法。查处乱采。", [BracketCheck()]) == expected)
    }

    @Test func aTitleOverTwoLinesIsOneStretch() throws {
        let lines = "绩溪县人民政府关于印发《绩溪县河道\n整治工作方案》的通知\n各乡镇人民政府：\n现印发给你们。\n绩溪县河道整治工作方案\n一、重点任务\n（一）清淤。清理河道。"
        #expect(try found(lines, [BracketCheck()]) == [])
    }

    @Test func manyBracketsTakeLinearTime() throws {
        let lines = "甲方案\n一、重点任务\n（一）清淤。" + String(repeating: "（［《", count: 20_000) + String(repeating: "）", count: 20_000)
        #expect(try found(lines, [BracketCheck()]).count > 20_000)
    }

    @Test func daysAreNumberedInARow() {
        func number(_ iso: String) -> Int { CalendarDay(iso)?.number ?? 0 }
        for (day, next) in [("2023-12-31", "2024-01-01"), ("2024-02-28", "2024-02-29"), ("2024-02-29", "2024-03-01"), ("2023-02-28", "2023-03-01"), ("2100-02-28", "2100-03-01"), ("2023-04-30", "2023-05-01")] {
            #expect(number(next) == number(day) + 1, "\(day)")
        }
        #expect(CalendarDay("2023-13-01") == nil && CalendarDay("soon") == nil)
    }
}
