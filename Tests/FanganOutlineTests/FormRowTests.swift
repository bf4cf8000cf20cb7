import FanganText
import Testing
@testable import FanganOutline

/// What a form holds before somebody filled it in is no duty.
@Suite struct FormRowTests {
    private let forms = FormRows(vocabulary: .standard)

    @Test(arguments: ["XXX", "……", "X月X日", "年  月  日前", "____", "填表人：____", "联系电话：", "2", "×××"]) func placeholders(_ text: String) { #expect(forms.isPlaceholder(Passage(text))) }

    @Test(arguments: ["改造公厕", "改造户数：2000", "2000户", "X光机", "主要措施：落实责任"]) func words(_ text: String) { #expect(!forms.isPlaceholder(Passage(text))) }

    @Test(arguments: ["示例", "（示例）改造公厕", "例：改造公厕", "样例1"]) func examples(_ text: String) { #expect(forms.isExample(Passage(text))) }

    @Test(arguments: ["示例县改造公厕", "例会制度", "示范建设", "格式条款审查"]) func noExamples(_ text: String) { #expect(!forms.isExample(Passage(text))) }

    private func table(_ rows: String, title: String = "任务台账", head: String = "") -> Outline {
        let titles = ["序号", "工作任务", "责任单位", "完成时限"].enumerated().map { "|0,\($0)|\($1)" }
        let cells = rows.split(separator: "/").enumerated().flatMap { r, row in
            row.split(separator: " ", omittingEmptySubsequences: false).enumerated().filter { $1 != "" }.map { "|\(r + 1),\($0)|\($1)" }
        }
        return outline("工作方案\n一、工作任务\n（一）改造公厕。\n附件\n\(title)\n\(head)\n" + (titles + cells).joined(separator: "\n"))
    }

    private func duties(_ o: Outline) -> [String] { o.items.filter { $0.kind == .task && $0.isCell }.map { $0.passage.squashed() } }

    @Test func rowsToBeFilledIn() {
        #expect(duties(table("1 改造公厕 县住建局 6月底/2 XXX XXX X月X日/3 …… …… ……/4")) == ["改造公厕"])
        #expect(duties(table("1 2000 县住建局 6月底/2 3000 县水利局 6月底")) == ["2000", "3000"])
    }

    @Test func rowsThatShowHow() {
        let o = table("示例 新建公厕 某镇 6月底/1 改造公厕 县住建局 6月底/2 （示例）修复堤防 某村 7月底")
        #expect(duties(o) == ["改造公厕"])
        #expect(o.diagnostics.contains { $0.code == "table.rows-unread" })
    }

    @Test func tablesThatShowHow() {
        #expect(duties(table("1 改造公厕 县住建局 6月底", title: "任务台账（示例）")) == [])
        #expect(duties(table("1 改造公厕 县住建局 6月底", title: "任务台账（2024年）")) == ["改造公厕"])
    }

    /// Under a line to be filled in, what names neither a unit nor a day is asked for and not ordered.
    @Test func formsUnderTheirHead() {
        #expect(duties(table("1 是否建立制度/2 是否落实经费", head: "单位：____ 填表人：____")) == [])
        #expect(duties(table("1 改造公厕 县住建局 6月底", head: "单位：____ 填表人：____")) == ["改造公厕"])
    }
}
