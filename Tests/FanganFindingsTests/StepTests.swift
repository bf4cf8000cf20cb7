import FanganOutline
import FanganText
import Testing
@testable import FanganFindings

/// `label text` of each step in a text.
private func steps(_ text: String) -> [String] {
    let p = Passage(text)
    return StepRecogniser().scan(p, from: 0).map { p.string($0.label) + "|" + p.string($0.label.upperBound..<$0.range.upperBound) }
}

@Suite struct StepTests {
    @Test(arguments: [
        ("开展整治。一是清理河道；二是加强巡查；三是严格执法。确保见效。", ["一是|清理河道；", "二是|加强巡查；", "三是|严格执法。"]),
        ("要求如下：一要清理河道，二要加强巡查。", ["一要|清理河道，", "二要|加强巡查。"]),
        ("（1）清理河道；（2）加强巡查。", ["（1）|清理河道；", "（2）|加强巡查。"]),
        ("包括:(一)清理河道;(二)加强巡查", ["(一)|清理河道;", "(二)|加强巡查"]),
        ("任务为①清理河道②加强巡查。", ["①|清理河道", "②|加强巡查。"]),
        ("第一，清理河道；第二，加强巡查。", ["第一|，清理河道；", "第二|，加强巡查。"]),
        ("措施：1.清理河道；2.加强巡查。", ["1.|清理河道；", "2.|加强巡查。"]),
        ("一是清理河道。\n二是加强巡查。\n其他。", ["一是|清理河道。", "二是|加强巡查。"]),
        // The outer enumeration is the item's, the inner one its part's.
        ("一是清理：（1）河道淤泥；（2）河岸垃圾；二是加强巡查。", ["一是|清理：（1）河道淤泥；（2）河岸垃圾；", "二是|加强巡查。"]),
        ("一是清理河道；二是加强巡查。另，一是报告情况；二是公开信息。", ["一是|清理河道；", "二是|加强巡查。", "一是|报告情况；", "二是|公开信息。"]),
    ])
    func enumerations(_ text: String, _ expected: [String]) {
        #expect(steps(text) == expected)
    }

    @Test(arguments: ["统一是关键，二是次要。", "一是清理河道。", "按（1）（2）项执行。", "一是清理，一二是加强。", "二是清理河道；三是加强巡查。", "第一阶段清理，第二阶段巡查。", "一是清理河道。\n加强管理，二是加强巡查。", ""])
    func noEnumerations(_ text: String) {
        #expect(steps(text).isEmpty)
    }

    /// `label: units; dates; targets` of the steps of the only task.
    private func findings(_ text: String) -> (steps: [String], item: ItemFindings) {
        let lines = "一、任务\n1.开展整治。" + text
        let canonical = CanonicalText(lines)
        let cut = Array("一、任务\n".utf8).count
        let document = SourceDocument(source: SourceInfo(uri: "t", mediaType: "text/plain", encoding: "UTF-8", sha256: ""), text: canonical,
                                      blocks: [Block(span: Span(0, cut - 1)), Block(span: Span(cut, canonical.count))])
        let item = FindingsReader().read(OutlineBuilder().build(document), in: document).items[1]
        return (item.steps.map { step in
            step.label + ": " + [step.responsible.map { "\($0.mention):\($0.role.rawValue)" }, step.due.map(\.day.iso), step.targets.map { canonical[$0.span] }]
                .map { $0.joined(separator: ",") }.joined(separator: "; ")
        }, item)
    }

    @Test func stepsHaveWhatTheySayThemselvesAndTheItemStaysWhole() {
        let found = findings("（1）2023年6月底前建设站点不少于20个。（市财政局负责）（2）2023年6月底前开展巡查。（市财政局牵头，市公安局配合）（3）加强宣传。（市委宣传部负责）")
        #expect(found.steps == ["（1）: 市财政局:responsible; 2023-06-30; 不少于20个", "（2）: 市财政局:lead,市公安局:support; 2023-06-30; ", "（3）: 市委宣传部:responsible; ; "])
        #expect(found.item.responsible.map(\.mention) == ["市财政局", "市财政局", "市公安局", "市委宣传部"])
        #expect(found.item.due.map(\.day.iso) == ["2023-06-30"])
    }

    @Test func aBracketBehindAllStepsIsTheItems() {
        let found = findings("一是市公安局要开展巡查；二是加强宣传。（市委宣传部负责）")
        #expect(found.steps == ["一是: 市公安局:responsible; ; ", "二是: ; ; "])
        #expect(found.item.responsible.map(\.mention) == ["市委宣传部", "市公安局"])
    }

    @Test func numbersInABracketOfUnitsAreNoSteps() {
        #expect(findings("加强宣传。（责任单位：1.市财政局；2.市公安局）").steps.isEmpty)
    }

    @Test func aDeadlineThatNamesNoTimeIsACondition() {
        let found = findings("加强宣传。（责任单位：市财政局；完成时限：另行通知）")
        #expect(found.item.conditions.map(\.key) == ["完成时限"])
        #expect(findings("加强宣传。（责任单位：市财政局；完成时限：2023年6月底）").item.conditions.isEmpty)
    }
}
