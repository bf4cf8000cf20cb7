import FanganText
import Testing

@testable import FanganFindings

/// What dates say beside their days: EDTF, precision, and what the month and the day of the last day are made of.
@Suite("Precision and EDTF") struct DateDetailTests {
    struct Row: Sendable, CustomTestStringConvertible {
        var text: String, edtf: String, precision: DateDetail.Precision, month: DateDetail.Basis, day: DateDetail.Basis
        var testDescription: String { text }
        init(
            _ text: String, _ edtf: String, _ precision: DateDetail.Precision, _ month: DateDetail.Basis = .written, _ day: DateDetail.Basis = .written
        ) {
            (self.text, self.edtf, self.precision, self.month, self.day) = (text, edtf, precision, month, day)
        }
    }

    /// A plan of 2023, issued on 10 March.
    private let plan = DateContext(year: 2023, issued: Day(2023, 3, 10))

    @Test("is written as", arguments: [
        Row("2024年7月底完成", "2024-07", .month, .written, .monthEnd),
        Row("2024年7月底前完成", "../2024-07", .month, .written, .monthEnd),
        Row("2025年6月前完成", "../2025-05", .month, .dayBefore, .dayBefore),
        Row("2025年前完成", "../2024", .year, .dayBefore, .dayBefore),
        Row("到2025年，建成体系", "2025", .year, .yearEnd, .yearEnd),
        Row("年底前完成", "../2023", .year, .yearEnd, .yearEnd),
        Row("2023年4季度出台措施", "2023-10/2023-12", .quarter, .quarterEnd, .quarterEnd),
        Row("2025年上半年完成", "2025-01/2025-06", .halfYear, .halfYearEnd, .halfYearEnd),
        Row("6月上旬前完成", "../2023-06-10", .tenDays, .written, .tenDaysEnd),
        Row("11月30日前完成", "../2023-11-30", .day),
        Row("2024年6月左右建成", "2024-06~", .month, .written, .monthEnd),
        Row("2021年12月—2022年9月", "2021-12/2022-09", .month, .written, .monthEnd),
        Row("2023年3月1日至15日", "2023-03-01/2023-03-15", .day),
        Row("2023年四季度至2024年一季度", "2023-10/2024-03", .quarter, .quarterEnd, .quarterEnd),
        Row("2023—2025年", "2023/2025", .year, .yearEnd, .yearEnd),
        Row("“十四五”期间", "2021/2025", .year, .yearEnd, .yearEnd),
        Row("自2024年1月1日起执行", "2024-01-01/..", .day),
        Row("印发之日起至2025年12月31日", "2023-03-10/2025-12-31", .day),
        Row("印发之日至2025年底", "2023-03-10/2025", .year, .yearEnd, .yearEnd),
        Row("印发之日起6个月内", "2023-03-10/2023-09-10", .day, .counted, .counted),
        Row("2024年初，完成选址", "2024-01", .month, .position, .monthEnd),
    ])
    func notation(_ row: Row) throws {
        let text = MarkedText(row.text)
        let mention = try #require(DateRecogniser().scan(text.passage, in: text.passage.indices, context: plan).first)
        let detail = try #require(mention.detail)
        #expect(detail == DateDetail(edtf: row.edtf, precision: row.precision, month: row.month, day: row.day))
    }

    @Test func anUnknownDayOfIssueIsAnUnknownStart() throws {
        let passage = Passage("印发之日起至2025年12月31日")
        let mention = try #require(DateRecogniser().scan(passage, in: passage.indices, context: DateContext(year: 2023)).first)
        #expect(mention.detail?.edtf == "/2025-12-31")
        #expect(mention.start == nil)
    }

    @Test func anOpenYearLeavesTheNotationOpen() throws {
        let passage = Passage("6月底前完成")
        let mention = try #require(DateRecogniser().scan(passage, in: passage.indices, context: DateContext()).first)
        #expect(mention.detail == DateDetail(edtf: nil, precision: .month, month: .written, day: .monthEnd))
    }

    @Test func aTermIsNoDeadline() {
        func kinds(_ words: String) -> [DateMention.Kind] {
            let passage = Passage(words)
            return DateRecogniser().scan(passage, in: passage.indices, context: plan).map(\.kind)
        }
        #expect(kinds("本措施有效期至2025年12月31日") == [.term])
        let until = Passage("本措施有效期至2025年12月31日，自2023年1月1日起施行")
        let found = DateRecogniser().scan(until, in: until.indices, context: plan)
        #expect(found.first?.start == nil && found.first?.end == Day(2025, 12, 31))
        #expect(kinds("本措施执行期限为2023年5月20日至2024年5月19日") == [.term])
        #expect(kinds("深入实施“十四五”规划") == [.mention])
        #expect(kinds("2022年已建成示范点20个") == [.past])
        #expect(kinds("2026年12月31日前缴清契税的，给予补贴") == [.condition])
        #expect(kinds("2025年底前，对符合条件的企业免征房产税") == [.grant])
        #expect(kinds("覆盖率较2023年底提高5个百分点") == [.reference])
    }
}
