import FanganText
import Testing
@testable import FanganOutline

/// Annexes, and what is merely named as one.
@Suite struct AnnexTests {
    @Test func anAnnexListWithoutItsAnnexesHoldsNoDuties() {
        let o = outline("一、任务\n做好服务。\n附件：\n1.项目牵头单位及联系方式\n2.各镇、街道联系方式")
        #expect(o.items.map { $0.label.printed } == ["一、"])
        #expect(o.parts.contains { $0.kind == .annexList })
        let real = outline("一、任务\n做好服务。\n附件：\n示例县工作专班\n1.县水利局：负责河道。\n2.县财政局：负责经费。")
        #expect(real.items.map { $0.label.printed } == ["一、", "1.", "2."])
    }

    /// Mark and title in one line.
    @Test func anAnnexWithItsTitleBesideItsMark() {
        let o = outline("一、任务\n做好服务。\n附件 任务表\n一、第一类\n1.开展排查，建立台账。")
        #expect(o.items.map { $0.path.joined(separator: "/") } == ["一、", "附件/一、", "附件/一、/1."])
    }

    @Test func listOfAnnexesAndTheAnnexesThemselves() {
        let o = outline("""
        一、任务
        做好工作。
        附件：1.成员名单
        2.任务分解表
        附件1：
        成员名单
        组长：张某
        附件2
        任务分解表
        一、第一类
        1.开展排查，建立台账。
        """)
        #expect(o.items.map { $0.path.joined(separator: "/") } == ["一、", "附件2/一、", "附件2/一、/1."])
        #expect(o.parts.filter { $0.kind == .annexList }.count == 2)
    }

    /// A name in the list that is broken over two lines.
    @Test(arguments: ["附件：\n1.示例县示范创建工作\n领导小组成员名单\n2.示例县示范创建工作\n任务分解表", "附件：\n1.领导小组成员名单\n2.任务分解表"])
    func aListOfAnnexesOverMoreLines(_ list: String) {
        let o = outline("一、任务\n（一）加强宣传。\n（二）加强检查。\n\(list)\n附件1：\n领导小组成员名单\n组长：张某\n附件2：\n任务分解表\n1.成立领导小组。\n2.制定方案。")
        #expect(o.items.map { $0.path.joined(separator: "/") } == ["一、", "一、/（一）", "一、/（二）", "附件2/1.", "附件2/2."])
    }

    /// The first item of an annex is none, whatever stands on the next line.
    @Test func itemsOfAnAnnexWithoutANumber() {
        let o = outline("一、任务\n（一）加强宣传。\n附件：\n1.成立专班。\n制定任务清单\n2.落实人员。\n附件1：\n任务分解表\n1.制定方案。")
        #expect(o.items.map { $0.path.joined(separator: "/") } == ["一、", "一、/（一）", "附件/1.", "附件/2.", "附件1/1."])
    }

    @Test func anAnnexOfThePlanThatIsItselfAnAnnex() {
        let o = outline("""
        各县区人民政府：
        《示例市便民措施》已经市政府同意，现印发给你们，请认真贯彻执行。
        示例市人民政府办公室
        2023年5月17日
        附件
        示例市便民措施
        为方便群众办事，制定本措施。
        一、减少材料。（市司法局）
        二、缩短时间。（市民政局）
        附件
        便民行动清单
        1.送证上门行动（市民政局）
        2.一窗办理行动（市数据局）
        """)
        #expect(o.header.title?.text == "示例市便民措施")
        #expect(o.items.map { $0.path.joined(separator: "/") } == ["一、", "二、", "附件/1.", "附件/2."])
    }

    /// Every item of an annex has the annex in its path, however its mark stands: alone, in front of its title, glued to it, with
    /// blanks, in brackets, with a sub-number, with a colon and nothing behind it.
    @Test(arguments: [
        ("附件2\n示例县责任清单", "附件2"), ("附件2：示例县责任清单", "附件2"), ("附件2示例县责任清单", "附件2"), ("附件2.示例县责任清单", "附件2"), ("附件二：示例县责任清单", "附件二"),
        ("附 件 2\n示例县责任清单", "附件2"), ("（附件2）\n示例县责任清单", "附件2"), ("附件2：\n示例县责任清单", "附件2"), ("附件2-1\n示例县责任清单", "附件2-1"), ("附件之二\n示例县责任清单", "附件之二"), ("附件2\n附件2\n示例县责任清单", "附件2"),
    ])
    func theMarkOfAnAnnex(_ mark: String, _ label: String) {
        let o = outline("示例县工作计划\n一、主要任务\n（一）加强管理。\n（二）加强服务。\n\(mark)\n1.完善队伍。\n2.落实人员。")
        #expect(o.items.map { $0.path.joined(separator: "/") } == ["一、", "一、/（一）", "一、/（二）", label + "/1.", label + "/2."])
    }

    /// Marks that come more than once: two annexes without a number, and the head of each page of one.
    @Test func marksThatComeTwice() {
        let plan = "示例县工作计划\n一、主要任务\n（一）加强管理。\n（二）加强服务。\n"
        let two = outline(plan + "附件\n示例县责任清单\n1.完善队伍。\n2.落实人员。\n附件\n示例县问题清单\n1.完善制度。\n2.落实经费。")
        #expect(two.items.dropFirst(3).map { $0.path.joined(separator: "/") } == ["附件/1.", "附件/2.", "附件/1.", "附件/2."])
        let pages = outline(plan + "附件2\n示例县责任清单\n1.完善队伍。\n2.落实人员。\n附件2\n3.完善制度。\n4.落实经费。")
        #expect(pages.items.dropFirst(3).map { $0.path.joined(separator: "/") } == ["附件2/1.", "附件2/2.", "附件2/3.", "附件2/4."])
        let titled = outline(plan + "附件2\n示例县责任清单\n1.完善队伍。\n附件2\n示例县责任清单\n2.完善制度。")
        #expect(titled.items.dropFirst(3).map { $0.path.joined(separator: "/") } == ["附件2/1.", "附件2/2."])
        let listed = outline(plan + "附件1：责任清单\n附件2：问题清单\n示例县人民政府\n2023年5月8日\n附件1\n责任清单\n1.完善队伍。\n附件2\n问题清单\n1.完善制度。")
        #expect(listed.items.dropFirst(3).map { $0.path.joined(separator: "/") } == ["附件1/1.", "附件2/1."])
        let names = outline(plan + "附件\n1.责任清单\n2.任务分解表\n示例县人民政府\n2023年5月8日\n附件1\n责任清单\n1.完善队伍。")
        #expect(names.items.dropFirst(3).map { $0.path.joined(separator: "/") } == ["附件1/1."])
    }

    @Test func aListOfAnnexesAtTheEndIsNoAnnex() {
        let o = outline("一、重点任务\n做好工作。\n二、保障措施\n加强领导。\n附件：\n1.项目管理操作流程(/abc/W9.doc)\n2.项目任务分解表\n相关附件：关于印发《…》的通知.pdf")
        #expect(o.items.count == 2)
        #expect(o.parts.contains { $0.kind == .annexList })
    }

    @Test func aPlanForIndicatorsIsNoTableOfThem() {
        let o = outline("全市提升营商环境评价指标工作方案\n为提升水平，制定本方案。\n一、总体要求\n稳步推进。\n二、主要任务\n做好工作。\n三、组织保障\n加强领导。")
        #expect(o.items.map(\.role) == [.guiding, .duties, .safeguards])
    }

    @Test func annexesThatAreNotThereAreSaidOnce() {
        let o = outline("示例市工作方案\n一、任务\n做好。\n附件：1.任务分解表\n2.联系方式\n示例市人民政府\n2023年3月1日")
        #expect(o.diagnostics.count { $0.code == "outline.annex-missing" } == 1)
        let there = outline("示例市工作方案\n一、任务\n做好。\n附件：任务分解表\n附件\n任务分解表\n一、清单\n建立台账。")
        #expect(there.diagnostics.allSatisfy { $0.code != "outline.annex-missing" })
    }
}
