import FanganText
import Foundation
import Testing
@testable import FanganOutline

@Suite struct VocabularyTests {
    private static let resources = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        .appendingPathComponent("Sources/FanganOutline/Resources")

    private func table(_ name: String) throws -> TabTable {
        let data = try Data(contentsOf: Self.resources.appendingPathComponent(name))
        return data.withUnsafeBytes { TabTable($0.bindMemory(to: UInt8.self)) }
    }

    @Test(arguments: ["section-titles.tsv", "outline-words.tsv", "table-columns.tsv"])
    func everyRowHasAWordAndAKindAndNoneIsThereTwice(_ name: String) throws {
        let table = try table(name)
        #expect(table.columns.count == 2)
        #expect(table.rows.allSatisfy { $0.count == 2 && !$0[0].isEmpty && !$0[1].isEmpty })
        let rows = table.rows.map { $0.joined(separator: "\t") }
        #expect(Set(rows).count == rows.count, "\(Dictionary(grouping: rows) { $0 }.filter { $0.value.count > 1 }.keys.sorted())")
    }

    @Test func everyClassIsKnownAndHasWords() throws {
        #expect(Set(try table("outline-words.tsv").rows.map { $0[1] }) == Set(OutlineCue.allCases.map(\.rawValue)))
    }

    @Test func everyTitleHasOneKnownRole() throws {
        let rows = try table("section-titles.tsv").rows
        #expect(rows.allSatisfy { SectionRole(rawValue: $0[1]) != nil })
        #expect(Set(rows.map { $0[0] }).count == rows.count)
    }

    @Test func everyColumnTitleHasOneKnownRole() throws {
        let rows = try table("table-columns.tsv").rows
        #expect(rows.allSatisfy { ColumnRole(rawValue: $0[1]) != nil })
        #expect(Set(rows.map { $0[0] }).count == rows.count)
    }

    /// What was is no duty.
    @Test(arguments: [("原责任单位", nil), ("现责任单位", ColumnRole.responsible), ("实际完成时间", nil), ("调整后完成时限", .due), ("原牵头单位", nil), ("责任单位", .responsible)])
    func columnsOfWhatWas(_ title: String, _ role: ColumnRole?) { #expect(OutlineVocabulary.standard.tables.role(ofColumn: Passage(title)) == role) }

    @Test(arguments: [("主要任务", SectionRole.duties), ("加强组织领导", .safeguards), ("工作目标和任务", .goals), ("总体要求", .guiding), ("攻坚目标", .goals),
                      ("实施步骤", .phases), ("基本原则", .principles), ("适用范围", .other), ("强化组织保障，统筹推动落实", .safeguards), ("协同做好组织保障工作", .safeguards), ("加大组织保障力度", .safeguards), ("现状与评价", .guiding),
                      ("支持对象", .other), ("其他", .other), ("基本思路", .guiding), ("加强资金保障", .safeguards), ("加大保障力度", .safeguards), ("奖惩措施", .safeguards),
                      ("强化考核问责", .safeguards), ("考核办法", .assessment), ("验收标准", .other)])
    func rolesOfTitles(_ title: String, _ role: SectionRole) {
        #expect(OutlineVocabulary.standard.titles.role(ofHeading: Passage(title)) == role)
    }

    @Test(arguments: ["加强保障和改善民生", "加大金融支持力度", "加强基层组织领导班子建设", "做好目标管理", "优化营商环境"])
    func titlesWithoutARole(_ title: String) {
        #expect(OutlineVocabulary.standard.titles.role(ofHeading: Passage(title)) == nil)
    }
}
