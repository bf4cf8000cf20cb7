import FanganText
import Foundation
import Testing

@testable import FanganFindings

/// What is required and how much of it, one row of `Tables/targets.tsv` each.
@Suite("Targets") struct TargetRecogniserTests {
    struct Row: Sendable, CustomTestStringConvertible {
        /// A sentence with what is required marked.
        var text: String
        /// `min…max unit /per`, empty where open.
        var targets: [String]
        var testDescription: String { text }
    }

    static let rows: [Row] = {
        let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent().appendingPathComponent("Tables/targets.tsv")
        let table = (try? String(contentsOf: file, encoding: .utf8)) ?? ""
        return table.split(separator: "\n").filter { !$0.hasPrefix("#") }.dropFirst().map { line in
            let cells = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
            return Row(text: cells[0].replacingOccurrences(of: "⏎", with: "\n"), targets: (cells.count > 1 ? cells[1] : "").components(separatedBy: " | ").filter { !$0.isEmpty })
        }
    }()

    private func name(_ target: TargetMention) -> String {
        func number(_ value: Double?) -> String { value.map { $0 == $0.rounded() ? String(Int($0)) : String($0) } ?? "" }
        return number(target.min) + "…" + number(target.max) + target.unit + (target.per.map { "/" + $0 } ?? "")
    }

    @Test func theTableIsThere() {
        #expect(Self.rows.filter { !$0.targets.isEmpty }.count >= 250)
        #expect(Self.rows.filter(\.targets.isEmpty).count >= 190)
    }

    @Test(arguments: rows) func reads(_ row: Row) {
        let text = MarkedText(row.text)
        let found = TargetRecogniser(names: knownNames).scan(text.passage, in: text.passage.indices)
        #expect(found.map(name) == row.targets)
        #expect(text.marked(found.map(\.range)) == row.text)
    }

    /// No number of a text is too large to be compared with a count of names.
    @Test func moreThanAnyCountOfNames() {
        let passage = Passage("支持甲公司、乙公司、丙公司9999999999999亿家企业发展")
        #expect(TargetRecogniser().scan(passage, in: passage.indices).map { passage.string($0.range) } == ["9999999999999亿家"])
    }

    /// Among goals what is measured and how much of it says what is to be reached.
    @Test func aLevelAmongGoals() {
        let text = Passage("粮食产量50万吨，总产值500亿元。发放补贴20万元"), compact = CompactText(text, text.indices)
        #expect(TargetRecogniser(names: knownNames).scan(compact, isGoal: true).map { text.string($0.range) } == ["50万吨", "500亿元"])
        let told = Passage("全县现有耕地面积90万亩，年产值30亿元，户籍人口80万人。辖区面积1200平方公里。"), words = CompactText(told, told.indices)
        #expect(TargetRecogniser(names: knownNames).scan(words, isGoal: true).map { told.string($0.range) } == [])
    }

    struct ScopeRow: Sendable, CustomTestStringConvertible {
        var text: String, scopes: [String]
        var testDescription: String { text }
        init(_ text: String, _ scopes: String...) { (self.text, self.scopes) = (text, scopes) }
    }

    @Test("is for", arguments: [
        ScopeRow("崆峒区、华亭市打造示范点3个以上，其他县2个以上", "崆峒区、华亭市", "其他县"),
        ScopeRow("华亭市打造示范点3个以上，其余县（市）2个以上", "华亭市", "其余县（市）"),
        ScopeRow("华亭市打造示范点3个", ""),
        ScopeRow("各县（市、区）每年开展不少于3次检查", "各县（市、区）"),
        ScopeRow("每个乡镇至少建成1个站点", "每个乡镇"),
        ScopeRow("2023年底前，每个市完成1个以上试点", "每个市"),
        ScopeRow("市上打造示范点5个，各县（市、区）打造示范点至少5个", "市上", "各县（市、区）"),
        ScopeRow("服务覆盖率达到100%、农村达到60%以上", "", "农村"),
        ScopeRow("新增国家级小巨人企业2家、示范村20个，老旧小区改造30个", "", "", ""),
        ScopeRow("城镇新增就业5万人以上，城镇登记失业率控制在5.5%以内", "", ""),
        ScopeRow("每年新增市级示范企业3家", ""),
    ])
    func scope(_ row: ScopeRow) {
        let passage = Passage(row.text)
        let found = TargetRecogniser(names: knownNames).scan(passage, in: passage.indices)
        #expect(found.map { $0.scope.map { passage.string($0) } ?? "" } == row.scopes)
    }

    @Test func roughAmountsSaySo() {
        let passage = Passage("增长6%左右，建成约30家，完成5篇")
        #expect(TargetRecogniser(names: knownNames).scan(passage, in: passage.indices).map(\.isAbout) == [true, true, false])
    }
}
