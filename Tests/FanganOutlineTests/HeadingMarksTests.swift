import FanganText
import Testing
@testable import FanganOutline

/// Where an item's title ends.
@Suite struct HeadingMarksTests {
    private func headings(_ o: Outline) -> [String?] { o.items.map { item in item.heading.map { item.passage.string($0) } } }

    /// The bracket that says whose it is belongs to no title, wherever it stands.
    @Test(arguments: [
        "（一）加大支持（责任单位：市财政局）\n降低企业负担。\n（二）加强监管（市住建局牵头）\n开展监督检查。",
        "（一）加大支持（市财政局牵头）。降低企业负担。\n（二）加强监管（市住建局牵头）。开展监督检查。",
        "（一）加大支持。（市财政局牵头）降低企业负担，提升水平。\n（二）加强监管。（市住建局牵头）开展监督检查，落实责任。",
        "（一）加大支持（牵头单位：市财政局；责任单位：市商务局、各区人民政府）\n1.降低企业负担。\n（二）加强监管（责任单位：市住建局）\n1.开展监督检查。",
    ])
    func bracketsBehindTitles(plan: String) {
        #expect(headings(outline(plan)).compactMap { $0 } == ["加大支持", "加强监管"])
    }

    /// Another mark than 。 ends the titles where all sisters have it.
    @Test(arguments: ["（一）加大支持：降低负担，提升水平。\n（二）加强监管：开展检查，落实责任。\n（三）优化服务：推进建设，建成平台。", "（一）【加大支持】降低负担，提升水平。\n（二）【加强监管】开展检查，落实责任。\n（三）【优化服务】推进建设，建成平台。",
                      "（一）加大支持 降低负担，提升水平。\n（二）加强监管 开展检查，落实责任。\n（三）优化服务 推进建设，建成平台。", "（一）加大支持——降低负担，提升水平。\n（二）加强监管——开展检查，落实责任。\n（三）优化服务——推进建设，建成平台。"])
    func otherMarks(plan: String) {
        let o = outline("一、重点任务\n" + plan)
        #expect(headings(o) == ["重点任务", "加大支持", "加强监管", "优化服务"])
        #expect(o.items.dropFirst().map { $0.passage.string($0.textStart..<$0.passage.count) } == ["降低负担，提升水平。", "开展检查，落实责任。", "推进建设，建成平台。"])
    }

    /// Where one sister lacks the mark, or what stands in front says whose the duty is or when, there are no titles.
    @Test(arguments: ["（一）加大支持：降低负担，提升水平。\n（二）开展监督检查，落实责任。\n（三）优化服务：推进建设，建成平台。", "（一）市财政局：负责资金保障，加强监督。\n（二）市住建局：负责房屋安全，开展检查。\n（三）市司法局：负责普法宣传，提供服务。"])
    func noTitles(plan: String) {
        #expect(headings(outline("一、重点任务\n" + plan)).compactMap { $0 } == ["重点任务"])
    }

    /// A sentence over a paragraph is a title only where its sisters have titles, and so is a line that breaks off.
    @Test func sentencesOverParagraphs() {
        #expect(headings(outline("1.购买住房的按面积补贴。\n2.购买非住宅的按房款补贴。\n申报时间截至2024年6月30日。")) == [nil, nil])
        #expect(headings(outline("1.健全申请处理机制，处置异常申请，严格落实责任。\n2.完善商标管理制度，规范注册和使用，严格落实责任。\n3.对有异议的案件及时处理，对重复提交的申请依法处\n理，严格落实责任。")) == [nil, nil, nil])
        #expect(headings(outline("1.加大支持。\n降低负担。\n2.加强监管。\n开展检查。")) == ["加大支持", "加强监管"])
        // A bracket that lost one of its ends is no text behind a title.
        #expect(headings(outline("1.建立信息平台。(县人社局负责，11月底前完成\n2.举办技能竞赛。县人社局负责，10月底前完成)")) == [nil, nil])
    }

    /// Titles of one length, as parallel ones are, over numbers or paragraphs.
    @Test func titlesOfOneLength() {
        let titles = ["进一步破除隐性门槛，推动降低市场主体准入成本", "进一步规范涉企收费，推动减轻市场主体经营负担", "进一步优化涉企服务，推动降低市场主体办事成本", "进一步加强公正监管，切实保护市场主体合法权益", "进一步规范行政权力，切实稳定市场主体政策预期"]
        for under in ["1.减少材料。\n2.缩短时间。", "减少材料，缩短时间。"] {
            let plan = zip("一二三四五", titles).map { "\($0)、\($1)\n\(under)" }.joined(separator: "\n")
            #expect(headings(outline("安平县若干措施\n" + plan)).compactMap { $0 } == titles)
        }
    }

    /// Lines of a page that break off at the same column are no titles; those that end in 与 never are.
    @Test func linesThatBreakOff() {
        let lines = ["完善清单管理制度，按照县委、县政府的统一部署做好事项衔接工", "推广计量信息管理系统，组织全县有关重点用能企业按照要求完成", "落实质量信用分类监管，积极推进全县生产企业质量信用等级评价", "规范涉企收费目录清单，依法从严控制新设立的行政事业性收费项", "健全政企沟通协调机制，有效推动解决企业发展中反映的要素保障"]
        let plan = lines.enumerated().map { "\($0 + 1)．\($1)\n各项要求，确保落实到位。" }.joined(separator: "\n")
        #expect(headings(outline("一、主要任务\n" + plan)) == ["主要任务", nil, nil, nil, nil, nil])
        #expect(headings(outline("一、主要任务\n1．做好清单事项与\n服务事项的衔接。\n2．做好备案与\n登记的衔接。")) == ["主要任务", nil, nil])
    }

    /// One sentence and who does it makes no title and a text, whatever is left of the bracket.
    @Test(arguments: ["（县人社局负责，11月底前完成）", "（县人社局负责，11月底前完成", "县人社局负责，11月底前完成）", "（牵头单位：县人社局", "牵头单位：县人社局）"])
    func bracketsThatLostAHalf(_ bracket: String) {
        let plan = ["建立公共就业服务信息平台。", "举办技能竞赛。", "完善人才政策链条，落实跨区域人才互认。"].enumerated().map { "\($0 + 1).\($1)\(bracket)" }.joined(separator: "\n")
        #expect(headings(outline("安平县方案\n一、主要任务\n" + plan)) == ["主要任务", nil, nil, nil])
    }

    /// 第一条（扩大学位）, as laws have it; a section title that runs into its text.
    @Test func titlesInFrontOfTheirText() {
        #expect(headings(outline("安平县若干措施\n第一条（扩大学位）新建幼儿园2所。\n第二条（改善交通）修路30公里。")) == ["扩大学位", "改善交通"])
        #expect(headings(outline("安平县方案\n一、工作目标到2025年，建成20所。\n二、重点任务落地见效\n（一）修路。")) == ["工作目标", "重点任务落地见效", nil])
    }
}
