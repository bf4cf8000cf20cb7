import FanganText
import Testing
@testable import FanganOutline

/// More than one plan in a file: notices with numbers of their own, second plans, further documents.
@Suite struct FurtherPlanTests {
    @Test func aNoticeWithDemandsOfItsOwn() {
        let o = outline("""
        各县（市、区）人民政府：
        现将《示例市稳增长若干措施》印发给你们，请一并抓好落实。
        一、加大宣传。各地要广泛宣传。
        二、强化落实。各地要抓好落实。
        示例市人民政府办公室
        2023年11月13日
        示例市稳增长若干措施
        为稳增长，制定以下措施。
        一、落实投入。足额安排资金。
        二、扩大消费。发放消费券。
        """)
        #expect(o.header.title?.text == "示例市稳增长若干措施")
        #expect(o.items.map(\.role) == [.other, .other, .duties, .duties])
        #expect(Set(o.items.map(\.id)).count == 4)
    }

    @Test func aSecondPlanWhoseTitleRunsIntoItsPreamble() {
        let o = outline("某省政务环境工程实施方案\n为推动发展，制定本方案。\n一、总体要求\n稳步推进。\n二、重点任务\n建设网络。\n某省法治环境工程实施方案为全面落实省委、省政府的决策部署，营造公平公正的法治环境，特制定本方案。\n一、总体要求\n依法推进。\n二、重点任务\n完善制度。")
        #expect(o.items.map { $0.label.printed } == ["一、", "二、", "一、", "二、"])
        #expect(o.items[1].passage.string(o.items[1].passage.indices) == "重点任务\n建设网络。")
    }

    /// A notice with two plans.
    @Test func aSecondPlanIsAPartUnderItsTitle() {
        let o = outline("某省办公厅关于印发《某省政务服务工作要点》和《某省政务公开工作要点》的通知\n各市州人民政府：\n现印发给你们，请认真贯彻落实。\n某省人民政府办公厅\n2023年3月6日\n某省政务服务工作要点\n为做好工作，制定本要点。\n一、优化服务\n加强培训。\n二、加强监管\n公开结果。\n某省政务公开工作要点\n以习近平新时代中国特色社会主义思想为指导，深入推进政务公开，为高质量发展贡献力量。\n一、公开政策\n及时解读。\n二、回应关切\n办理留言。")
        #expect(o.header.title?.text == "某省政务服务工作要点")
        #expect(o.items.map { $0.id + " " + $0.path.joined(separator: "/") } == ["1 一、", "2 二、", "p2.1 一、", "p2.2 二、"])
        #expect(o.parts.filter { $0.kind == .title }.count == 2)
        #expect(o.diagnostics.allSatisfy { $0.code != "outline.second-document" })
    }

    /// What is to be written stands under a number of the plan, and a document that is quoted between two of them: neither is a further plan.
    @Test(arguments: ["（一）修订预案\n青田县防汛应急预案\n1.县应急局牵头修订。\n2.组织演练。\n", "（一）政策依据\n浙江省人民政府关于加强防汛工作的意见\n浙政发〔2023〕8号\n各市、县人民政府：\n"])
    func whatStandsInsideAPlanIsNone(_ inside: String) {
        let o = outline("青田县防汛工作方案\n为做好工作，制定本方案。\n一、总体要求\n稳步推进。\n二、主要任务\n" + inside + "（二）制定标准\n完善制度。\n三、保障措施\n加强领导。")
        #expect(!o.items.contains { $0.id.hasPrefix("p") })
        #expect(o.items.last?.path == ["三、"])
    }

    /// Documents one behind the other, as a collection prints them.
    @Test(arguments: ["", "附件：任务分工表（略）\n", "附件1\n任务清单\n一、清单\n建立台账。\n"]) func aFurtherDocumentIsSaidToBeOne(_ between: String) {
        func document(_ place: String, _ number: Int) -> String {
            "\(number).\(place)人民政府办公室关于印发《\(place)便民服务实施方案》的通知（2023年2月16日）\n\(place)府办〔2023〕\(number)号\n各镇人民政府：\n现将《\(place)便民服务实施方案》印发给你们，请认真按照执行。\n\(place)人民政府办公室\n2023年2月16日\n\(place)便民服务实施方案\n为便民，制定本方案。\n一、总体要求\n稳步推进。\n二、重点任务\n（一）减少材料。（县司法局）\n（二）缩短时间。（县民政局）\n三、保障措施\n加强领导。\n"
        }
        let o = outline(document("青田县", 6) + between + document("云和县", 7))
        #expect(o.header.title?.text == "青田县便民服务实施方案")
        #expect(o.header.number?.text == "青田县府办〔2023〕6号")
        #expect(o.header.issuers.map(\.text) == ["青田县人民政府办公室"])
        let own = o.items.filter { $0.id.hasPrefix("p2.") }
        #expect(own.map { $0.path.joined(separator: "/") } == ["一、", "二、", "二、/（一）", "二、/（二）", "三、"])
        #expect(o.items.count { !$0.id.hasPrefix("p2.") && $0.path.first != "附件1" } == 5)
        #expect(o.diagnostics.count { $0.code == "outline.second-document" } == 1)
    }

    /// Two plans without numbers of documents, each under its notice: the first one is the plan, the second is told.
    @Test func twoPlansWithTheirNotices() {
        func document(_ place: String) -> String {
            "\(place)人民政府办公室关于印发《\(place)便民服务实施方案》的通知\n各镇人民政府：\n现将《\(place)便民服务实施方案》印发给你们，请认真按照执行。\n\(place)人民政府办公室\n2023年2月16日\n\(place)便民服务实施方案\n为便民，制定本方案。\n一、优化服务\n（一）减少材料。（县司法局）\n（二）缩短时间。（县民政局）\n二、保障措施\n加强领导。\n"
        }
        for between in ["", "本方案自印发之日起施行。\n"] {
            let o = outline(document("青田县") + between + document("云和县"))
            #expect(o.header.title?.text == "青田县便民服务实施方案")
            #expect(o.items.map(\.id) == ["1", "1.1", "1.2", "2", "p2.1", "p2.1.1", "p2.1.2", "p2.2"])
            #expect(o.items.map(\.role).prefix(3) == [.duties, .duties, .duties])
            #expect(o.diagnostics.count { $0.code == "outline.second-document" } == 1)
        }
    }

    /// What a notice passes on is its plan, with the number that it had.
    @Test func aNoticeThatPassesAnotherOneOnIsOneDocument() {
        let o = outline("云和县人民政府办公室关于转发《丽水市人民政府办公室关于做好防汛工作的通知》的通知\n云政办发〔2023〕6号\n各乡镇人民政府：\n现转发给你们，并提出如下要求，请一并贯彻落实。\n一、加强领导。落实责任。\n二、加强值守。落实专人。\n三、加强督查。落实整改。\n云和县人民政府办公室\n2023年3月1日\n丽水市人民政府办公室关于做好防汛工作的通知\n丽政办发〔2023〕3号\n各县（市、区）人民政府：\n现将有关事项通知如下。\n一、开展排查。排查隐患。\n二、开展演练。组织转移。\n丽水市人民政府办公室\n2023年2月20日")
        #expect(o.diagnostics.allSatisfy { $0.code != "outline.second-document" })
    }

    /// 请结合以下要求一并贯彻: the numbers of the notice are duties too.
    @Test(arguments: [("请结合以下要求一并抓好贯彻落实。", SectionRole.safeguards), ("请认真贯彻落实。", .other)]) func numbersOfANotice(_ words: String, _ role: SectionRole) {
        let o = outline("某市人民政府关于印发《某市便民服务措施》的通知\n各县人民政府：\n现将《某市便民服务措施》印发给你们，\(words)\n一、加大宣传。提高知晓度。\n二、强化落实。推动政策落地。\n某市人民政府\n2023年11月13日\n某市便民服务措施\n为便民，制定本措施。\n一、减少材料。（市司法局）\n二、缩短时间。（市民政局）")
        #expect(o.items.map(\.role) == [role, role, .duties, .duties])
    }

    /// The second one has a notice in front, or a day of its own under its title, or its notice has lost its title: it is told, and takes nothing from the first.
    @Test(arguments: ["青田县教育措施\n为推动教育发展，制定本措施。\n一、新建幼儿园。（责任单位：县教育局）\n二、改造小学。（责任单位：县教育局）\n云和县人民政府关于印发云和县交通措施的通知\n各乡镇人民政府：\n现将《云和县交通措施》印发给你们，请认真贯彻执行。\n云和县人民政府\n2023年5月1日\n云和县交通措施\n一、修路。（责任单位：县交通局）",
                      "青田县教育措施\n2024年1月30日\n一、新建幼儿园。（责任单位：县教育局）\n二、改造小学。（责任单位：县教育局）\n云和县交通措施\n2023年5月1日\n一、修路。（责任单位：县交通局）",
                      "各乡镇人民政府：\n《青田县教育措施》印发给你们，请认真贯彻执行。\n青田县人民政府\n2024年1月30日\n青田县教育措施\n一、新建幼儿园。（责任单位：县教育局）\n二、改造小学。（责任单位：县教育局）\n各乡镇人民政府：《云和县交通措施》已经同意，现印发给你们，请认真贯彻落实。\n云和县人民政府\n2023年5月1日\n云和县交通措施\n为改善交通，制定本措施。\n一、修路。（责任单位：县交通局）"])
    func aSecondPlanWithItsOwnDay(_ text: String) {
        let o = outline(text)
        #expect(o.header.title?.text == "青田县教育措施")
        #expect(o.header.issuedDay?.year != 2023)
        #expect(o.items.map(\.id) == ["1", "2", "p2.1"])
        #expect(o.items.allSatisfy { $0.role == .duties })
        #expect(o.diagnostics.map(\.code) == ["outline.second-document"])
    }

    /// Under one notice a further plan has a title of its own; a further document has its number and day too.
    @Test func factsOfFurtherPlans() {
        let measures = "一、减少材料。（县司法局）\n二、缩短时间。（县民政局）\n"
        let o = outline("青田县便民措施\n为便民，制定本措施。\n\(measures)青田县修路措施\n为修路，制定本措施。\n\(measures)云和县人民政府关于印发云和县交通措施的通知\n云政发〔2023〕9号\n各乡镇人民政府：\n现将《云和县交通措施》印发给你们，请认真贯彻执行。\n云和县交通措施\n\(measures)云和县人民政府\n2023年5月1日\n")
        #expect(o.plans.map(\.id) == ["p2", "p3"])
        #expect(o.plans.map(\.title.text) == ["青田县修路措施", "云和县交通措施"])
        #expect(o.plans.map(\.isDocument) == [false, true])
        #expect(o.plans.map { $0.number?.text } == [nil, "云政发〔2023〕9号"])
        #expect(o.plans.map { $0.issued?.text } == [nil, "2023-05-01"])
    }

    /// A collection's number on a line of its own is no plan in front of the notice.
    @Test(arguments: ["14.\n", "14. ", ""]) func aNumberOverANoticeIsNoPlan(_ number: String) {
        let o = outline(number + "青田县人民政府关于印发青田县交通措施的通知\n青政发〔2023〕9号\n各乡镇人民政府：\n现将《青田县交通措施》印发给你们，请认真贯彻执行。\n青田县人民政府\n2023年5月1日\n青田县交通措施\n为改善交通，制定本措施。\n一、修路。（责任单位：县交通局）\n二、建桥。（责任单位：县交通局）")
        #expect(o.header.title?.text == "青田县交通措施")
        #expect(o.header.number?.text == "青政发〔2023〕9号")
        #expect(o.items.map(\.id) == ["1", "2"])
        #expect(o.diagnostics.isEmpty)
    }
}
