import FanganText
import Testing
@testable import FanganFindings

/// Who the sentence itself orders to do something: classes with a day, offices, places, and the members of a body, who are not ordered.
@Suite struct SentenceOrderTests {
    private func units(_ text: String) -> [String] {
        ResponsibilityRecogniser().read(Passage(text)).units.map { $0.mention + ":" + $0.role.rawValue + ($0.basis == .text ? "" : ":" + $0.basis.rawValue) }
    }

    /// A class of units counts where its sentence says what it does and by when.
    @Test(arguments: [
        ("2020年6月底前，各县区政府、各有关部门按照职责分工提出年度安排。", ["各县区政府:responsible", "各有关部门:responsible"]),
        ("2021年4月底前，各街道结合实际细化措施。", ["各街道:responsible"]),
        ("试点城市要抓紧编制细则，并于2020年3月底前报省政府办公厅备案。", ["试点城市:responsible"]),
        ("试点县（市、区）要于2020年10月底前，对试点情况进行总结。", ["试点县（市、区）:responsible"]),
        ("2020年10月底前，试点学校完成设施改造。", ["试点学校:responsible"]),
        ("各县（市、区）政府、园区管委会按照省里的目录，于2022年9月底前对照清单完善本地内容。", ["各县（市、区）政府:responsible", "园区管委会:responsible"]),
        ("到2018年底前，各地至少建立1个以上孵化基地。", ["各地:responsible"]),
        ("支持返乡创业，在2018年底前，各地要建立1个以上园区。", ["各地:responsible"]),
        ("支持返乡创业，2018年底前各街道要建立1个站点。", ["各街道:responsible"]),
        ("试点城市政府办公厅（室）对平台建设的统筹协调负总责。", ["试点城市政府办公厅（室）:responsible"]),
        ("各市（州）人民政府对本地区食品安全工作负总责。", ["各市（州）人民政府:responsible"]),
        ("各级人民政府对本地区食品安全工作负总责。", []),
        ("试点城市要高度重视，精心组织实施。", []), ("试点城市要结合实际制定方案。", []),
        ("各单位要加强领导，按照要求落实，2023年底前通过验收的项目给予奖励。", []),
        ("2023年底前，各类企业要完成登记。", []),
        ("2023年底前，各项任务要完成。", []), ("2023年底前，各部门办事系统全部接入平台。", []),
        ("2023年底前，试点地区政府网站完成整合。", []),
        ("到2018年底前，各地建设的园区达到10个。", []),
    ])
    func classesWithADay(_ text: String, _ expected: [String]) { #expect(units(text) == expected) }

    /// Offices made for one work, by their whole names.
    @Test(arguments: [
        ("由联合招标办公室对评审人员进行培训，并签订承诺书。", ["联合招标办公室:responsible"]),
        ("联合招标办公室汇总各地用量，发布公告。", ["联合招标办公室:responsible"]),
        ("改革推进小组办公室对改革全过程进行指导监督。", ["改革推进小组办公室:responsible"]),
        ("改革推进小组办公室设在市卫生健康委，由市卫生健康委、市医保局选派人员参加，具体负责日常协调。", ["改革推进小组办公室:responsible"]),
        ("发挥保供工作专班办公室统筹协调职能，加强调度。", []), ("发挥保供工作专班办公室牵头作用，协调各方。", []),
        ("领导小组下设办公室，办公室设在市财政局，负责日常工作。", []),
        ("专班办公室设在综合处，统筹推进各项工作。", []),
        ("由市政府办公室、市卫生健康委、市医保局组成全市药品采购和使用改革工作小组（以下简称工作小组），领导改革工作。", ["全市药品采购和使用改革工作小组:lead"]),
        ("由市政府办公室、市卫生健康委、市医保局共同组成联合检查组。", []),
        ("由市教育局派员参加评审。", []),
        ("联合市政府办公室开展检查。", []), ("联合街道办公室开展检查。", []), ("统筹协调办公室用房建设。", []),
        ("对支持力度大的银行，县保供专班应采取措施予以激励。", ["县保供专班:responsible"]),
        ("结果抄送市委督查室，市委督查室、市政府督查室对各单位实施情况进行督促检查，落实不力的予以问责。", ["市委督查室:responsible", "市政府督查室:responsible"]),
        ("加强衔接，市财政局对口支援工作有序推进。", []), ("加强衔接，市财政局对项目进行审核的结果予以公示。", []), ("加强衔接，市财政局对项目给予补助。", []),
        ("加强衔接，行政审批局应将办理信息推送至主管部门。", []),
        ("发生事故时，县保供专班应急处置到位。", []), ("优化环境，市民政局应用系统上线。", []),
    ])
    func offices(_ text: String, _ expected: [String]) { #expect(units(text) == expected) }

    /// Places that a sentence names.
    @Test(arguments: [
        ("青原县要围绕基层治理，继续走在前列。", ["青原县:responsible"]),
        ("青原县、安岳区要加快建设。", ["青原县:responsible", "安岳区:responsible"]),
        ("市科委、长宁区牵头建立联动机制，细化任务。", ["市科委:lead", "长宁区:lead"]),
        ("市科委、各区牵头建立联动机制。", []),
        ("城市要有序发展。", []), ("重点地区要紧密结合实际。", []), ("老城区要结合更新改造。", []), ("丘陵山区要突出应对山洪。", []),
        ("地市和区县要推进工作。", []), ("城乡社区要加快建设。", []), ("智慧社区应降低能耗。", []), ("其他设区市要有效应对。", []),
        ("全市要统一思想。", []), ("试点县要大胆探索。", []), ("示范区要先行先试。", []), ("我市要抢抓机遇。", []), ("两县要加强协作。", []), ("省级开发区要转型。", []), ("超市要落实责任。", []),
    ])
    func places(_ text: String, _ expected: [String]) { #expect(units(text) == expected) }
}
