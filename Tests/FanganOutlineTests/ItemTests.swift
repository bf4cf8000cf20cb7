import FanganText
import Testing
@testable import FanganOutline

@Suite struct ItemTests {
    /// Titles without a number between numbered items: the numbers begin again under one, and a section with work has lost its own.
    @Test func titlesWithoutANumberEndTheItemInFront() {
        let minutes = outline("示例县专题会议纪要\n关于老旧小区改造问题\n会议听取了汇报。会议议定：\n1.由县住建局牵头完成招标。\n2.请县审计局完成审计。\n关于学校食堂问题\n会议要求：\n1.县教育局完成整改。\n2.县市场监管局负责监督。")
        #expect(minutes.items.map { $0.passage.string($0.passage.indices) } == ["由县住建局牵头完成招标。", "请县审计局完成审计。", "县教育局完成整改。", "县市场监管局负责监督。"])
        #expect(minutes.diagnostics.allSatisfy { $0.code == "outline.path-repeated" })
        let lost = outline("示例县工作方案\n一、工作目标\n完成改造任务100处。\n主要任务\n加强宣传，落实资金。\n二、保障措施\n（一）加强领导。成立专班。")
        #expect(lost.items.map { $0.passage.string($0.passage.indices) } == ["工作目标\n完成改造任务100处。", "保障措施", "加强领导。成立专班。"])
        // Lines of an item's own: what it names in a line by itself, and parts of a section that has none under it.
        let own = outline("一、重点任务\n1.开展排查，建立台账。\n责任单位：县财政局\n2.开展整治，逐项销号。\n二、总体要求\n贯彻上级精神，落实部署。\n工作目标\n完成改造100处。")
        #expect(own.items.map { $0.passage.string($0.passage.indices) } == ["重点任务", "开展排查，建立台账。\n责任单位：县财政局", "开展整治，逐项销号。", "总体要求\n贯彻上级精神，落实部署。\n工作目标\n完成改造100处。"])
    }

    /// Numbers that count on are labels however late they begin; between a number and the next they are quoted.
    @Test(arguments: [
        ("一、任务\n（一）服务\n13.公布目录。\n14.开设窗口。\n15.压减时限。", ["13.", "14.", "15."]),
        ("一、任务\n1.公布目录。\n101.社保登记\n102.社保变更\n2.做好归档。\n3.培训人员。", ["1.", "2.", "3."]),
    ])
    func numbersThatBeginLate(lines: String, labels: [String]) {
        #expect(outline(lines).items.filter { $0.label.form == .arabic }.map { $0.path.last ?? "" } == labels)
    }

    @Test func nestsTheThreeCommonForms() {
        let o = outline("""
        一、主要任务
        （一）提升服务
        1.优化窗口。各窗口一次办结。
        2.压减时限。办理时限减半。
        （二）强化监管
        二、保障措施
        加强领导。
        """)
        #expect(o.summary == [
            "一、 section duties «主要任务»", "一、/（一） section duties «提升服务»", "一、/（一）/1. task duties «优化窗口»",
            "一、/（一）/2. task duties «压减时限»", "一、/（二） task duties", "二、 task safeguards «保障措施»",
        ])
        #expect(o.items.map(\.id) == ["1", "1.1", "1.1.1", "1.1.2", "1.2", "2"])
    }

    @Test func numbersThatRunOnAcrossSectionsAreNoGap() {
        let o = outline("一、重点任务\n（一）甲方面\n1.第一项工作要做好，落实到位。\n2.第二项工作要做好，落实到位。\n（二）乙方面\n3.第三项工作要做好，落实到位。")
        #expect(o.items.last?.path == ["一、", "（二）", "3."])
        #expect(o.diagnostics.isEmpty)
    }

    @Test func missingRepeatedAndLostNumbersAreReadAndReported() {
        let o = outline("一、重点任务\n（一）甲方面工作\n（二）乙方面工作\n（二）丙方面工作\n（五）丁方面工作\n()戊方面工作")
        #expect(o.items.map { $0.label.printed } == ["一、", "（一）", "（二）", "（二）", "（五）", "()"])
        #expect(o.diagnostics.map(\.code) == ["outline.number-repeated", "outline.number-missing", "outline.number-lost"])
        #expect(Set(o.items.map(\.id)).count == o.items.count)
        #expect(o.items.last?.label.ordinal == 6)
    }

    @Test func aNumberWithoutItsMarkNeedsBothNeighbours() {
        let o = outline("一、重点任务\n3.开展排查，摸清底数。\n4每年报送信息，及时更新。\n5.做好总结，形成报告。")
        #expect(o.items.map { $0.label.printed } == ["一、", "3.", "4", "5."])
        #expect(o.diagnostics.contains { $0.code == "outline.mark-lost" })
        let alone = outline("一、重点任务\n3.开展排查，摸清底数。\n8每年报送信息，及时更新。")
        #expect(alone.items.count == 2)
    }

    @Test func anInnerFormThatHoldsAnOuterOneIsFollowed() {
        let o = outline("1.城区整治任务\n（一）清理占道经营\n（二）规范停车\n2.乡镇整治任务\n（一）清理垃圾\n（二）整治河道\n3.其他整治任务")
        #expect(o.items.map { $0.path.joined(separator: "/") } == ["1.", "1./（一）", "1./（二）", "2.", "2./（一）", "2./（二）", "3."])
    }

    @Test func numbersThatRunOnFromASectionWithoutMiddleLevel() {
        let o = outline("一、压实责任\n1.建立机制。\n2.走进高校。\n二、落实政策\n(一)鼓励吸纳\n3.给予补助。\n4.给予补贴。\n(二)支持基层\n5.设立岗位。")
        #expect(o.items.map { $0.path.joined(separator: "/") } == ["一、", "一、/1.", "一、/2.", "二、", "二、/(一)", "二、/(一)/3.", "二、/(一)/4.", "二、/(二)", "二、/(二)/5."])
    }

    @Test func unnumberedParagraphsBelongToTheItemAboveThem() {
        let o = outline("一、工作目标\n到年底全部完成。\n同时形成机制。\n二、重点任务\n做好各项工作。")
        #expect(o.items[0].paragraphs.count == 3)
        #expect(o.items[0].passage.string(o.items[0].textStart..<o.items[0].passage.count) == "\n到年底全部完成。\n同时形成机制。")
    }

    @Test func titlesNeedSiblingsWithTitles() {
        let mixed = outline("一、重点任务\n1.开展培训。全年组织到位，形成机制，长期坚持。\n2.建立健全覆盖城乡的服务体系，完善工作制度，落实经费。\n3.加强宣传引导，营造良好氛围，提高知晓率。")
        #expect(mixed.items[1].heading == nil)
        let titled = outline("一、重点任务\n1.开展培训。全年组织到位。\n2.建立体系。完善工作制度。\n3.加强宣传。营造良好氛围。")
        #expect(titled.summary.dropFirst().allSatisfy { $0.contains("«") })
    }

    @Test func shortFirstSentencesAreNoTitlesInASeriesWithoutTitles() {
        let text = "一、扩大投资\n（一）加快项目\n1.统筹复工项目，确保十月前全面复工。\n2.制定复产计划，排除困难，按月调度。\n3.加强人员排查，严禁带病上岗。\n二、促进消费\n（二）汽车\n4.安排资金用于购车补贴。支持企业联合促销。\n5.开展以旧换新。提高采购份额。"
        #expect(outline(text).items.filter { $0.label.form == .arabic }.allSatisfy { $0.heading == nil })
        // Three of three are titles whatever the rest of the series has; a series that begins anew does not count.
        let three = text + "\n6.优化车辆查验。派员上门。"
        #expect(outline(three).items.filter { $0.label.form == .arabic }.map { $0.heading != nil } == [false, false, false, true, true, true])
        let anew = text.replacing("4.", with: "1.").replacing("5.", with: "2.")
        #expect(outline(anew).items.filter { $0.label.form == .arabic }.map { $0.heading != nil } == [false, false, false, true, true])
    }

    @Test func aTitleWhoseMarkIsLostEndsAtTheSubject() {
        let o = outline("一、保障措施\n（一）加强组织领导。成立专班。\n（二）落实政策保障各有关部门要加大支持力度。\n（三）营造氛围。广泛宣传。")
        #expect(o.summary[2] == "一、/（二） task safeguards «落实政策保障»")
    }

    @Test func phaseHeadingsKeepTheirDates() {
        let o = outline("一、实施步骤\n1.动员阶段(2023年6月至7月):制定方案。\n2.实施阶段(2023年8月至10月)各乡镇推进。")
        #expect(o.summary[1] == "一、/1. task phases «动员阶段(2023年6月至7月)»")
        #expect(o.items[2].passage.string(o.items[2].textStart..<o.items[2].passage.count) == "各乡镇推进。")
    }

    @Test func topSectionsWithoutAKnownTitleAreDuties() {
        let o = outline("一、加大金融支持力度\n支持企业融资。\n二、稳定就业岗位\n返还保险费。\n三、加强组织领导\n落实责任。")
        #expect(o.items.map(\.role) == [.duties, .duties, .safeguards])
    }

    @Test func closingParagraphsAreOfTheDocument() {
        let o = outline("一、支持政策\n给予补助。\n二、落实要求\n抓好执行。\n本意见自发布之日起施行，有效期1年。\n（此件公开发布）")
        #expect(o.items.last?.paragraphs.count == 2)
        #expect(o.parts.filter { $0.kind == .closing }.count == 2)
    }

    /// Paragraphs about several items of a list are of the section that holds them and not the last one's; a reference to other things is.
    @Test func paragraphsAboutAListAreNotOfItsLastItem() {
        let list = "一、支持政策\n1.给予契税补贴。\n2.给予车位补贴。\n"
        let o = outline(list + "上述第1、2项补贴，可以叠加享受。\n补贴资金由市、区两级负担。\n二、落实要求\n抓好执行。")
        #expect(o.items.map(\.paragraphs.count) == [3, 1, 1, 2])
        #expect(outline(list + "以上政策由市财政局解读。").items.last?.paragraphs.count == 2)
        #expect(outline("一、支持政策\n1.给予契税补贴。\n上述第1项补贴一次付清。").items.last?.paragraphs.count == 2)
    }

    @Test func numbersWithoutAMarkFormASequence() {
        let o = outline("一 指导思想\n坚持以人为本。\n二 工作目标\n基本建成。\n三 时间安排\n分步实施。")
        #expect(o.items.map { $0.label.printed } == ["一", "二", "三"])
        let decimal = outline("1  总则\n1.1  编制目的\n规范应对。\n2  主要任务\n2.1  组织指挥\n统一指挥。")
        #expect(decimal.items.map { $0.path.joined(separator: "/") } == ["1", "1/1.1", "2", "2/2.1"])
        #expect(outline("一、任务\n3 个乡镇完成试点。\n做好工作。").items.count == 1)
    }

    @Test func severalItemsInOneLine() {
        let o = outline("一、重点任务\n1、开展培训。组织到位。[责任单位:市人社局]2、畅通渠道。举办招聘会。3、维护权益。受理投诉。")
        #expect(o.items.map { $0.label.printed } == ["一、", "1、", "2、", "3、"])
        // （1）（2） inside a sentence are no items of their own.
        #expect(outline("一、重点任务\n1.明确重点：（1）摸底；（2）整治。").items.count == 2)
    }

    @Test func aChapterWithItsFirstArticleOnOneLine() {
        let o = outline("第一章 总则  第一条 为规范管理，制定本办法。\n第二条 本办法适用于本市。\n第二章 建设  第三条 各部门应当共享数据。")
        #expect(o.items.map { $0.path.joined(separator: "/") } == ["第一章", "第一章/第一条", "第一章/第二条", "第二章", "第二章/第三条"])
    }

    @Test func aBoxEndsWhereTheOuterCountGoesOn() {
        let o = outline("一、重点任务\n（一）基础行动。夯实基础。\n专栏1 网络工程\n建设网络。\n（二）提升行动。提升能力。\n专栏2 平台工程\n（一）建平台。建成平台。\n（二）建中心。建成中心。\n（三）安全行动。保障安全。")
        #expect(o.items.map { $0.path.joined(separator: "/") } == [
            "一、", "一、/（一）", "一、/专栏1", "一、/（二）", "一、/专栏2", "一、/专栏2/（一）", "一、/专栏2/（二）", "一、/（三）",
        ])
    }

    @Test func behindABoxTheSectionGoesOn() {
        let o = outline("一、重点任务\n（一）基础行动\n1.建设外网。\n专栏1 外网工程\n建设外网。\n专栏2 内网工程\n建设内网。\n2.建设内网。\n专栏3 平台工程\n建设平台。\n（二）提升行动\n3.提升能力。")
        #expect(o.items.map { $0.path.joined(separator: "/") } == [
            "一、", "一、/（一）", "一、/（一）/1.", "一、/（一）/专栏1", "一、/（一）/专栏2", "一、/（一）/2.", "一、/（一）/专栏3", "一、/（二）", "一、/（二）/3.",
        ])
        #expect(o.diagnostics.isEmpty)
    }

    @Test func theLastItemMayHaveABracketInEachParagraph() {
        let o = outline("一、支持建设\n给予补助。（市财政局负责）\n二、支持融资\n设立基金。（市财政局负责）\n鼓励上市。（市金融局负责）\n本政策自2021年起执行。")
        #expect(o.items[1].paragraphs.count == 3)
        #expect(o.parts.filter { $0.kind == .closing }.count == 1)
    }

    @Test func behindTheLastBracketAParagraphIsOfTheDocument() {
        let o = outline("一、支持政策\n给予补助。（市财政局负责）\n二、扩大消费\n发放消费券。（市商务局负责）\n各地各部门要切实提高站位，抓好落实。")
        #expect(o.items[1].paragraphs.count == 2)
        #expect(o.parts.contains { $0.kind == .closing })
    }

    /// A sentence that announces its parts is no title; a title may announce them.
    @Test func whatAnnouncesPartsIsText() {
        let o = outline("一、重点任务\n（一）优化流程，对新报项目按以下方式办理：\n1.网上申报。\n2.现场核验。\n（二）办理方式如下：\n1.网上申报。\n2.现场核验。")
        #expect(o.items[1].heading == nil)
        #expect(o.summary[4] == "一、/（二） section duties «办理方式如下»")
    }

    @Test func theLastSectionIsToldByItsChildren() {
        let o = outline("一、培育主体\n支持企业。\n二、推进措施\n（一）强化组织领导。成立专班。\n（二）加强宣传引导。营造氛围。\n（三）严格督查考核。纳入考核。")
        #expect(o.items.last?.role == .safeguards)
        #expect(o.items[0].role == .duties)
    }

    @Test(arguments: [
        ("二、加强制度机制保障\n（一）压实工作责任。成立专班。\n（二）健全推进机制。定期会商。\n（三）加大投入。安排资金。", SectionRole.safeguards),
        ("二、推进措施\n加强组织领导，成立专班，统筹推进。", .safeguards),
        ("二、推进措施\n（一）加强组织领导，成立专班，统筹推进。\n（二）加强宣传引导，营造氛围，形成合力。", .safeguards),
        ("二、推进措施\n加强企业培育，支持做大做强。", .duties),
        ("二、实施权益保障行动\n（一）维护权益。查处歧视。\n（二）落实工作责任。压实责任。\n（三）加强典型宣传。树立典型。", .duties),
        ("二、培育市场\n加强宣传推介，举办活动。", .duties),
        ("二、进一步加大司法保障\n依法审理案件，做好宣传。", .duties),
        ("二、组织机构\n成立专班，统筹推进。", .safeguards),
        ("二、组织机构及职责\n（一）县应急局。统筹应对。", .duties),
        ("二、强化落实\n各地区要高度重视，完善工作举措。", .safeguards),
        ("二、抓好工作落实\n各地区要高度重视，完善工作举措。", .safeguards),
        ("二、确保各项任务落地见效\n（一）细化责任分工。列出清单。\n（二）加强督促检查。定期调度。\n（三）优化服务。上门办理。", .safeguards),
        ("二、推动惠企政策落地见效\n（一）落实税费优惠。应享尽享。\n（二）加强政策宣传。送政策上门。\n（三）优化服务。上门办理。", .duties),
        ("二、围绕机制建设强化监督保障\n（一）加强组织领导。成立专班。\n（二）开展业务培训。每年一次。\n（三）抓好工作落实。列出清单。", .safeguards),
    ])
    func theLastSectionIsToldByItsContent(_ last: String, _ role: SectionRole) {
        #expect(outline("一、培育主体\n支持企业。\n" + last).items.first { $0.label.printed == "二、" }?.role == role)
    }

    /// What is assessed imposes work where its parts give points; how it is assessed does not.
    @Test func whatGivesPointsIsAssessed() {
        let o = outline("一、考核内容\n（一）办理时限（30分）。按时办结得30分。\n（二）服务态度（20分）。有投诉的扣5分。\n二、考核方式\n（一）自评。报送材料。\n（二）复核。现场查看，占60分。")
        #expect(o.items.map(\.role) == [.assessment, .assessment, .assessment, .other, .other, .other])
    }

    /// 工作措施 is what is to be done, unless another section says that already.
    @Test func measuresBehindTheDutiesAreToldByTheirContent() {
        let measures = "工作措施\n（一）强化责任落实。成立专班。\n（二）加强协同联动。定期会商。\n（三）坚持依法审批。"
        #expect(outline("一、总体要求\n稳步推进。\n二、" + measures).items.last?.role == .duties)
        #expect(outline("一、重点任务\n（一）推进改造。\n二、重点举措\n（一）加强组织实施。成立专班。\n（二）加大政策支持。安排资金。\n（三）严格安全管理。").items[2].role == .safeguards)
        #expect(outline("一、重点任务\n（一）推进改造。\n二、" + measures + "\n三、附则\n本方案自印发之日起施行。").items[3].role == .safeguards)
    }

    /// Steps without days that assign work are duties.
    @Test(arguments: [("（一）网络强基行动。加快建设。（责任单位：市通管局）\n（二）平台培育行动。培育平台。（责任单位：市工信局）", SectionRole.duties),
                      ("（一）动员部署（3月底前）。制定方案。（责任单位：市通管局）\n（二）组织实施（4月至9月）。培育平台。（责任单位：市工信局）", .phases),
                      ("（一）动员部署。制定方案。\n（二）组织实施。培育平台。", .phases)]) func stepsThatAssignWork(_ steps: String, _ role: SectionRole) {
        #expect(outline("一、总体要求\n稳步推进。\n二、行动步骤\n" + steps).items[1].role == role)
    }

    @Test func aSecondPlanInOneFileHasItsOwnNumbers() {
        let o = outline("一、支持建设\n给予补助。\n二、扩大应用\n推广平台。\n某省创新发展行动计划\n为推动发展，制定本计划。\n一、总体要求\n稳步推进。\n二、重点任务\n建设网络。")
        #expect(o.items.map { $0.label.printed } == ["一、", "二、", "一、", "二、"])
        #expect(Set(o.items.map(\.id)).count == 4)
        #expect(o.items[1].passage.string(o.items[1].passage.indices).contains("为推动发展") == false)
    }

    /// A table of contents is no second outline.
    @Test(arguments: ["", "……3", "\t12"]) func contentsInFrontOfTheText(_ page: String) {
        let titles = ["1 总则", "1.1 编制目的", "1.2 工作原则", "2 组织机构", "2.1 指挥部", "2.2 办公室"]
        let text = titles.map { $0.hasPrefix("1 ") || $0.hasPrefix("2 ") ? $0 : $0 + "\n按照要求做好有关工作。" }
        let o = outline((["示例县粮食应急预案", "目录"] + titles.map { $0 + page } + text).joined(separator: "\n"))
        #expect(o.items.map(\.label.printed) == ["1", "1.1", "1.2", "2", "2.1", "2.2"])
        #expect(o.parts.filter { $0.kind == .paragraph }.count == 7)
        #expect(o.header.title?.text == "示例县粮食应急预案")
    }

    @Test func shortItemsWithoutTwinsAreNoContents() {
        let o = outline("一、开展宣传\n二、开展排查\n三、开展整治\n四、开展验收\n五、开展总结\n六、加强领导")
        #expect(o.items.count == 6)
    }

    @Test func aFurtherParagraphBehindItemsOfOneParagraphIsOfTheDocument() {
        let text = "一、任务\n1.简化审批。推行网上办理。\n2.减免费用。落实政策。\n3.稳定用工。组织招聘。\n4.加强服务。设立专窗。\n"
        let o = outline(text + "其他领域的政策按照《甲办法》执行。\n上述措施自公布之日起生效。\n附件：1.联系方式\n2.各镇联系方式")
        #expect(o.items.last?.passage.squashed() == "加强服务。设立专窗。")
        #expect(o.items.count == 5)
        // Where the others have several paragraphs, so may the last.
        let several = outline("一、任务\n1.简化审批。推行网上办理。\n逐项公开。\n2.减免费用。落实政策。\n3.稳定用工。组织招聘。\n4.加强服务。设立专窗。\n做好回访。")
        #expect(several.items.last?.paragraphs.count == 2)
    }

    @Test func aLabelOnALineOfItsOwnHasItsTitleBehind() {
        let o = outline("二、运营\n（一）功能定位\n1.开展评估。\n（二）\n合理用药\n2.控制占比。")
        #expect(o.items.map { item in item.heading.map { item.passage.part($0).squashed() } } == ["运营", "功能定位", nil, "合理用药", nil])
    }

    @Test func aPageNumberStuckToTheMarkOfAnAnnex() {
        let o = outline("一、任务\n做好。\n附件1\n任务分工表\n1.甲局。\n1附件2\n考核名单\n1.乙局。")
        #expect(o.items.map(\.path) == [["一、"], ["附件1", "1."], ["附件2", "1."]])
    }

    @Test func textsThatBeginWithDigits() {
        let o = outline("一、任务\n1.建设电网。（市能源局负责）\n2.5G基站建设。（市通管局负责）\n3.3D打印应用推广。\n4.12345热线提质。\n5.100个社区改造。\n6.加强领导。")
        #expect(o.items.map { $0.label.printed } == ["一、", "1.", "2.", "3.", "4.", "5.", "6."])
        let amount = outline("一、任务\n1.建设道路，全长\n2.5公里，投资3.5亿元。")
        #expect(amount.items.count == 2)
    }

    @Test func labelsBehindABracketThatAssigns() {
        let o = outline("三、任务\n（一）甲。做好甲。（责任单位：县财政局）（二）乙。做好乙。（责任单位：县住建局）四、保障措施\n（一）加强领导。成立专班，按照清单（见附件）（五）要求，及时调度、定期通报，把各项工作抓实抓细，确保各项措施落地见效，形成闭环管理机制，做到一抓到底、抓出成效，不断巩固提升工作水平和治理效能。")
        #expect(o.items.map { $0.label.printed } == ["三、", "（一）", "（二）", "四、", "（一）"])
    }

    /// What assigns or names a day stays with the last item.
    @Test(arguments: ["2024年底前建成示范点10个，由市财政局负责落实。", "责任单位：市民政局", "由市财政局落实资金，2024年6月底前完成。", "同时做好回访工作。"])
    func aParagraphOfTheLastItem(_ paragraph: String) {
        let o = outline("一、任务\n1.简化审批。推行网上办理。\n2.减免费用。落实政策。\n3.稳定用工。组织招聘。\n4.加强服务。设立专窗。\n" + paragraph)
        #expect(o.items.last?.paragraphs.count == 2)
    }

    @Test func aListThatAnAnnexRepeatsIsNoContents() {
        let duties = ["1.开展宣传发动", "2.开展排查摸底", "3.开展集中整治", "4.开展检查验收", "5.开展总结评估"]
        let o = outline((["一、主要任务"] + duties + ["附件1", "任务分工"] + duties.map { $0 + "（责任单位：市教育局）" }).joined(separator: "\n"))
        #expect(o.items.count == 11)
    }

    @Test func dutiesBehindAnAnnexMarkAreNoNames() {
        let o = outline("一、任务\n做好服务。\n附件：\n1.市财政局落实经费\n2.市公安局维护秩序\n3.市民政局做好救助")
        #expect(o.items.count == 4)
    }

    /// 第一部分, 任务一, 第一步 and 【1】 are numbers where they form a sequence.
    @Test func numbersBesideAWord() {
        let o = outline("""
        第一部分 总体要求
        坚持系统治理，落实责任。
        第二部分 重点任务
        任务一：治理管网
        【1】摸清底数。完成普查，建立台账。
        【2】补齐短板。改造管网，消除积水。
        任务二：治理河道
        【3】清淤疏浚。完成清淤，畅通河道。
        第三部分 实施步骤
        第一步（2024年5月—6月）：动员部署。
        第二步：总结验收（2024年7月）。形成报告，长期坚持。
        """)
        #expect(o.summary == [
            "第一部分 item guiding «总体要求»", "第二部分 section duties «重点任务»", "第二部分/任务一 section duties «治理管网»",
            "第二部分/任务一/【1】 task duties «摸清底数»", "第二部分/任务一/【2】 task duties «补齐短板»",
            "第二部分/任务二 section duties «治理河道»", "第二部分/任务二/【3】 task duties «清淤疏浚»",
            "第三部分 section phases «实施步骤»", "第三部分/第一步 task phases", "第三部分/第二步 task phases «总结验收（2024年7月）»",
        ])
        #expect(o.diagnostics.isEmpty)
    }

    /// One such line alone is a sentence, and a stage keeps the level at which the first one stood.
    @Test func wordsWithNumbersNeedASequence() {
        let alone = outline("一、重点任务\n（一）完善制度，落实责任，抓好实施。\n措施一 完善服务。\n第一步要摸清底数。")
        #expect(alone.items.map(\.label.printed) == ["一、", "（一）"])
        let stages = outline("一、实施步骤\n（一）分步推进\n第一阶段：宣传动员（3月）。\n第二阶段：集中整治（4月）。\n（二）全面总结\n二、工作要求")
        #expect(stages.items.map { $0.path.joined(separator: "/") } == ["一、", "一、/（一）", "一、/（一）/第一阶段", "一、/（一）/第二阶段", "一、/（二）", "二、"])
    }

    @Test func anEnumerationInASentenceGoesOnBehindALineEnd() {
        let o = outline("一、重点任务\n1.培育消费。（1）建设商圈；（2）扩大进口。（市商务局负责）\n（3）发展夜市，延长时间。\n2.优化环境。（市公安局负责）")
        #expect(o.items.map(\.label.printed) == ["一、", "1.", "2."])
        let listed = outline("一、重点任务\n1.培育消费，包括：\n（1）建设商圈，扩大规模。\n（2）发展夜市，延长时间。")
        #expect(listed.items.map(\.label.printed) == ["一、", "1.", "（1）", "（2）"])
    }

    /// What is said to all behind the last item, with whom to report to, and a name alone on the last line.
    @Test func lastWordsAreOfTheDocument() {
        func last(_ tail: String) -> String {
            let o = outline("一、重点任务\n（一）完善制度。建立清单，明确责任。\n（二）加强宣传。报道典型，营造氛围。" + tail)
            return o.items[2].passage.string(o.items[2].textStart..<o.items[2].passage.count).filter { $0 != "\n" }
        }
        let own = "报道典型，营造氛围。"
        #expect(last("各区县、市级各部门要结合实际，抓紧落实。对工作中的重大问题，及时报告市政府。") == own)
        #expect(last("（市委宣传部牵头负责）各地、各部门要认真贯彻落实，提高政治站位，为稳定经济大盘提供坚实支撑，确保各项措施落地见效，让企业有更多获得感，持续优化发展环境。") == own + "（市委宣传部牵头负责）")
        #expect(last("（牵头单位：市教育局；配合单位：各县（区）教育部门、驻地（含园区）学校）各地各部门要高度重视，制定细则，落实到人。") == own + "（牵头单位：市教育局；配合单位：各县（区）教育部门、驻地（含园区）学校）")
        #expect(last("\n示例经济技术开发区管理委员会") == own)
        #expect(last("\n未列入试点的其他县区，可参照本方案开展相关工作。") == own)
        #expect(last("\n其余单位参照执行，由市教育局负责指导，2023年底前完成。") != own)
        #expect(last("\n【相关附件】\n示例市校园分布图.pdf\n• 绿色标注 (评分90/100)") == own)
        #expect(last("\n【工作目标】\n年底前全面完成。") != own)
        #expect(last("各区县要结合实际，抓紧落实，每年报送总结。") == own + "各区县要结合实际，抓紧落实，每年报送总结。")
        let own2 = outline("一、重点任务\n（一）完善制度。建立清单，明确责任。\n二、抓好实施\n各省要加强领导。重大问题及时报告。")
        let section = own2.items[2].passage
        #expect(section.string(section.indices).contains("各省要加强领导"))
    }

    /// Lists without numbers: the sign that comes first holds the others.
    @Test func signsInFrontOfSeveralLines() {
        let o = outline("●重点工作：\n▲打造精品线路。推出线路三条，制定计划。\n▲培育市场主体。新增民宿，完善服务。\n●保障措施\n①强化领导。成立小组，明确责任。\n②强化考核。纳入考核，兑现奖惩。")
        #expect(o.summary == [
            "● section duties «重点工作»", "●/▲ task duties «打造精品线路»", "●/▲ task duties «培育市场主体»",
            "● section safeguards «保障措施»", "●/① task safeguards «强化领导»", "●/② task safeguards «强化考核»",
        ])
        #expect(Set(o.items.map(\.id)).count == 6)
        #expect(outline("一、重点任务\n（一）完善制度，明确下列责任：\n●按时汇总情况；\n●及时通报结果。").items.count == 2)
    }

    // MARK: - Duties in paragraphs without a number

    private func lines(_ o: Outline) -> [String] {
        o.items.map { $0.id + " " + $0.kind.rawValue + " " + $0.label.printed + " " + $0.passage.string($0.passage.indices).replacing("\n", with: "/") }
    }

    /// Whatever the sign, under a title or behind whole sentences.
    @Test(arguments: ["●", "■ ", "—", "——", "· ", "★", "√", "•", "-"])
    func signsUnderANumber(_ sign: String) {
        let o = outline("一、主要任务\n1.加强农田建设\n\(sign)新建农田2万亩。\n\(sign)6月底前完成验收。\n2.改善民生。加大投入，提升质量。\n\(sign)发放补助。\n按月通报。\n\(sign)改造旧房。")
        let printed = sign.replacing(" ", with: "")
        #expect(lines(o) == [
            "1 section 一、 主要任务", "1.1 section 1. 加强农田建设", "1.1.1 task \(printed) 新建农田2万亩。", "1.1.2 task \(printed) 6月底前完成验收。",
            "1.2 section 2. 改善民生。加大投入，提升质量。", "1.2.1 task \(printed) 发放补助。/按月通报。", "1.2.2 task \(printed) 改造旧房。",
        ])
        #expect(o.items[1].children == [2, 3] && o.items[6].parent == 4 && o.items[0].children == [1, 4])
    }

    /// A list that ends a sentence is of its text; so are principles, goals and a sign that stands alone.
    @Test(arguments: [
        "一、主要任务\n1.转移避险。重点做好以下对象：\n● 独居老人一对一包保；\n● 涉水景区全部关闭。",
        "一、基本原则\n1.坚持统筹推进\n——坚持政府主导。落实责任。\n——坚持群众自愿。不搞强迫。",
        "一、主要任务\n1.加强农田建设\n●新建高标准农田2万亩。",
        "一、主要任务\n1.备齐材料\n●身份证\n●户口本",
    ])
    func signsThatSetOffParts(_ text: String) {
        #expect(outline(text).items.count == 2)
    }

    /// Parts of the last item, and remarks behind the document that are set off in the same way.
    @Test func signsBehindTheLastBracket() {
        let parts = outline("一、主要任务\n（一）加强农田建设（责任单位：县农业农村局）\n· 6月底前完成验收。\n· 新建农田2万亩，完善沟渠。")
        #expect(lines(parts).suffix(2) == ["1.1.1 task · 6月底前完成验收。", "1.1.2 task · 新建农田2万亩，完善沟渠。"])
        let remarks = outline("一、主要任务\n（一）加强农田建设。新建农田。（责任单位：县农业农村局）\n示例县人民政府\n2024年5月17日\n【标注说明】\n• 红色标注表示重点\n• 黄色标注表示一般")
        #expect(remarks.items.count == 2)
    }

    /// Who does it may stand behind the list, and one sign may hold another.
    @Test func unitsBehindAListAndListsInside() {
        let o = outline("一、主要任务\n1.加强农田建设\n●新建农田，完善沟渠。\n—平整土地，铺设管网。\n—培肥地力，检测土壤。\n●管护农田，落实资金。\n（责任单位：县农业农村局）\n2.其他")
        #expect(lines(o) == [
            "1 section 一、 主要任务", "1.1 section 1. 加强农田建设/（责任单位：县农业农村局）", "1.1.1 section ● 新建农田，完善沟渠。", "1.1.1.1 task — 平整土地，铺设管网。",
            "1.1.1.2 task — 培肥地力，检测土壤。", "1.1.2 task ● 管护农田，落实资金。", "1.2 task 2. 其他",
        ])
        #expect(o.items[2].parent == 1 && o.items[2].children == [3, 4] && o.items[1].children == [2, 5])
    }

    /// 成员单位职责 in paragraphs: each is the duty of whom it begins with.
    @Test func dutiesOfMembersInParagraphs() {
        let o = outline("二、组织体系\n（一）成员单位职责\n各成员单位按职责做好工作。\n县气象局：负责监测预报。\n县水利局、县林业局负责巡查；\n县委宣传部：\n组织报道。\n发布信息。\n各乡镇（街道）：转移群众。\n（二）工作机制\n县气象局：会商研判。\n县水利局：会商研判。")
        #expect(lines(o) == [
            "2 section 二、 组织体系", "2.1 section （一） 成员单位职责/各成员单位按职责做好工作。", "2.1.1 task 县气象局 负责监测预报。", "2.1.2 task 县水利局、县林业局 负责巡查；",
            "2.1.3 task 县委宣传部 组织报道。/发布信息。", "2.1.4 task 各乡镇（街道） 转移群众。", "2.2 task （二） 工作机制/县气象局：会商研判。/县水利局：会商研判。",
        ])
        #expect(o.items[3].owners.map { $0.names.string($0.names.indices) } == "县水利局、县林业局")
    }

    /// Without a title that says so, three paragraphs with names and colons are such a list; two, or other words between them, are none.
    @Test func dutiesByUnitUnderAnyTitle() {
        let o = outline("一、主要任务\n（一）各成员单位按照分工做好以下工作：\n县气象局：发布预警。\n县水利局：加强巡查。\n县林业局：防火值守。\n（二）其他工作\n县气象局：发布预警。\n县水利局：加强巡查。\n（三）要求\n时间：六月。\n地点：县政府。\n人员：各科室。")
        #expect(lines(o).filter { $0.contains("task") } == [
            "1.1.1 task 县气象局 发布预警。", "1.1.2 task 县水利局 加强巡查。", "1.1.3 task 县林业局 防火值守。", "1.2 task （二） 其他工作/县气象局：发布预警。/县水利局：加强巡查。",
            "1.3 task （三） 要求/时间：六月。/地点：县政府。/人员：各科室。",
        ])
    }

    /// Beside known names others of the row are names too, with a level or without: 财政所, 武警示例中队; keys of a table are none.
    @Test(arguments: [
        ("一、职责分工\n党政办：负责统筹。\n财政所：保障经费。\n派出所：维护秩序。\n武警示例中队：负责救援。\n电信、移动公司：整理线路。\n其他成员单位：做好工作。",
         ["党政办 负责统筹。", "财政所 保障经费。", "派出所 维护秩序。", "武警示例中队 负责救援。", "电信、移动公司 整理线路。", "其他成员单位 做好工作。"]),
        ("一、重点工作\n县住建局：负责统筹。\n驻县武警中队：负责救援。\n县公安局：维护秩序。\n县财政局：负责资金。\n完成时限：6月底前。",
         ["县住建局 负责统筹。", "驻县武警中队 负责救援。", "县公安局 维护秩序。", "县财政局 负责资金。/完成时限：6月底前。"]),
        ("一、重点工作\n县住建局：负责统筹。\n县公安局：维护秩序。\n活动时间：六月。\n活动地点：县城。\n活动内容：巡游。", []),
    ])
    func dutiesOfOtherBodiesInTheRow(_ text: String, _ tasks: [String]) {
        #expect(lines(outline(text)).filter { $0.hasPrefix("1.") && $0.contains(" task ") }.map { String($0.drop { $0 != "k" }.dropFirst(2)) } == tasks)
    }

    /// Four times the lines take about four times as long, and would take sixteen times with a pass for each of them.
    @Test(arguments: ["加强建设\n|●新建农田，完善沟渠。\n", "成员单位职责\n|县气象局：负责监测预报。\n"])
    func longListsArePartedInOnePass(_ list: String) {
        let parts = list.split(separator: "|").map(String.init)
        func time(_ count: Int) -> Duration {
            let text = "一、主要任务\n（一）" + parts[0] + String(repeating: parts[1], count: count)
            return (0..<3).map { _ in ContinuousClock().measure { #expect(outline(text).items.count == count + 2) } }.min() ?? .zero
        }
        let few = time(4000)
        #expect(time(16000) / few < 8)
    }
}
