@testable import FanganReaders
import FanganText
import Testing

@Suite struct TableTests {
    private let duties = """
        附件1

        任务清单

        ⇥序号
        ⇥单位
        ⇥责任内容

        ⇥1
        ⇥区委

        办公室
        ⇥1.统筹协调。

        2.督促检查，对工作责任落实不到位、推进不力的按规定进行追责问责并予以通报。

        ⇥2
        ⇥区人力

        资源社会保障

        局
        ⇥1.开展培训，为各类就业困难人员提供职业介绍、技能培训、创业指导等方面的服务。
        2.落实待遇。

        ⇥3
        ⇥区发

        改局
        ⇥1.编制规划，把各项重点工作任务纳入全区经济社会发展总体规划当中予以统筹实施。

        ⇥4
        ⇥河口镇

        山前乡

        柳林街道
        ⇥1.做好辖区工作，确保本辖区内各村各社区的相关工作任务全部落实到位不留死角。
        """.replacing("⇥", with: "\t")

    private let expected = [
        "0.0 序号", "0.1 单位", "0.2 责任内容",
        "1.0 1", "1.1 区委办公室", "1.2 1.统筹协调。", "1.2 2.督促检查，对工作责任落实不到位、推进不力的按规定进行追责问责并予以通报。",
        "2.0 2", "2.1 区人力资源社会保障局", "2.2 1.开展培训，为各类就业困难人员提供职业介绍、技能培训、创业指导等方面的服务。", "2.2 2.落实待遇。",
        "3.0 3", "3.1 区发改局", "3.2 1.编制规划，把各项重点工作任务纳入全区经济社会发展总体规划当中予以统筹实施。",
        "4.0 4", "4.1 河口镇", "4.1 山前乡", "4.1 柳林街道", "4.2 1.做好辖区工作，确保本辖区内各村各社区的相关工作任务全部落实到位不留死角。",
    ]

    @Test func cellsMarkedByTabs() throws {
        let document = try read(duties)
        #expect(cells(document) == expected)
        #expect(document.blocks.prefix(2).allSatisfy { $0.cell == nil })
    }

    @Test func cellsWithoutBlankLines() throws {
        let text = duties.split(separator: "\n").joined(separator: "\n")
        #expect(try cells(read(text)) == expected)
    }

    @Test func cellsOfACutText() throws {
        #expect(try cells(read(cut(duties, 24))) == expected)
    }

    @Test func anAnnexBehindTheTableIsNoCell() throws {
        let document = try read(duties + "\n\n附件2\n名单\n")
        #expect(cells(document) == expected)
        #expect(paragraphs(document).suffix(2) == ["附件2", "名单"])
    }

    /// Rows under merged cells: what is merged is empty in front, behind, or both, and a row may hold one cell alone.
    @Test func rowsWithEmptyCells() throws {
        let head = "序号\t目标任务\t具体工作\t责任单位\t完成时限\n1\t发展农业\t新建农田\t县农业农村局\t6月底\n"
        let end = "2\t保护生态\t植树造林\t县林业局\t5月底\n"
        let rows = ["0.0 序号", "0.1 目标任务", "0.2 具体工作", "0.3 责任单位", "0.4 完成时限", "1.0 1", "1.1 发展农业", "1.2 新建农田", "1.3 县农业农村局", "1.4 6月底",
                    "2.2 培育企业", "3.0 2", "3.1 保护生态", "3.2 植树造林", "3.3 县林业局", "3.4 5月底"]
        // Whatever became of the tabs at line ends.
        #expect(try cells(read(head + "\t\t培育企业\t\t\n" + end)) == rows)
        #expect(try cells(read(head + "\t\t培育企业\n" + end)) == rows)
        // The last row too, where its tabs say so.
        #expect(try cells(read(head + "\t\t培育企业\t\t\n")) == Array(rows.prefix(11)))
        // A band, and a signature behind the table.
        let banded = try read(head + "二、生态\t\t\t\t\n" + end + "\t\t\t县政府办公室\n\t\t\t2024年1月5日\n")
        #expect(cells(banded)[10] == "2.0 二、生态")
        #expect(paragraphs(banded).suffix(2) == ["县政府办公室", "2024年1月5日"])
    }

    @Test func oneTabInFrontOfLinesIsAnIndent() throws {
        let text = (1...12).map { $0 % 2 == 0 ? "\t第\($0)段文字，写得稍长一些，不像表头。" : "第\($0)段" }.joined(separator: "\n")
        #expect(try read(text).blocks.allSatisfy { $0.cell == nil })
        let indented = "\t关于工作的通知\n\t一、总体要求\n\t各级要落实责任。\n\t二、工作要求\n\t要加强领导。\n\n\t三、其他\n"
        #expect(try read(indented).blocks.allSatisfy { $0.cell == nil })
    }

    @Test func tabSeparatedRows() throws {
        let table = "序号\t任务\t责任单位\t时限\n1\t植树\t县林业局\t2023年底\n2\t修渠\t县水利局\t2024年底\n", rows = try cells(read(table))
        // Tabs in front of a row only indent it.
        #expect(try cells(read(table.replacing("2\t修", with: "\t2\t修"))) == rows)
        let document = try read("任务表\n序号\t任务\t责任单位\n1\t植树\t县林业局\n2\t\t县水利局\n以上任务请落实。\n")
        #expect(cells(document) == ["0.0 序号", "0.1 任务", "0.2 责任单位", "1.0 1", "1.1 植树", "1.2 县林业局", "2.0 2", "2.2 县水利局"])
        #expect(paragraphs(document).last == "以上任务请落实。")
    }

    /// A line end inside a cell breaks the row; together its lines have as many tabs as the titles.
    @Test(arguments: [
        ("1\t摸底\t县住建局\n县人社局\n县医保局\t6月底\n2\t验收\t县数据局\t12月底\n", ["1.0 1", "1.1 摸底", "1.2 县住建局", "1.2 县人社局", "1.2 县医保局", "1.3 6月底", "2.0 2", "2.1 验收", "2.2 县数据局", "2.3 12月底"]),
        // In two columns.
        ("1\t开展摸底。\n建立台账。\t县住建局\n县人社局\n县医保局\t6月底\n", ["1.0 1", "1.1 开展摸底。", "1.1 建立台账。", "1.2 县住建局", "1.2 县人社局", "1.2 县医保局", "1.3 6月底"]),
        // The last row.
        ("1\t摸底\t县住建局\t6月底\n2\t验收\t县数据局\n县审计局\n县财政局\t12月底\n", ["1.0 1", "1.1 摸底", "1.2 县住建局", "1.3 6月底", "2.0 2", "2.1 验收", "2.2 县数据局", "2.2 县审计局", "2.2 县财政局", "2.3 12月底"]),
        // The last cell, and last cells that are empty.
        ("1\t摸底\t县住建局\t2025年\n6月底\n2\t验收\t县数据局\n县审计局\n3\t回访\t县审计局\t年底\n", ["1.0 1", "1.1 摸底", "1.2 县住建局", "1.3 2025年", "1.3 6月底", "2.0 2", "2.1 验收", "2.2 县数据局", "2.2 县审计局", "3.0 3", "3.1 回访", "3.2 县审计局", "3.3 年底"]),
        // The titles too; a title over rows between.
        ("1\t摸底\t县住建局\t6月底\n资金方面\n2\t验收\t县数据局\t年底\n", ["1.0 1", "1.1 摸底", "1.2 县住建局", "1.3 6月底", "2.0 资金方面", "3.0 2", "3.1 验收", "3.2 县数据局", "3.3 年底"]),
    ])
    func rowsThatLineEndsBroke(rows: String, expected: [String]) throws {
        let titles = ["0.0 序号", "0.1 任务", "0.2 责任单位", "0.3 时限"]
        for head in ["序号\t任务\t责任单位\t时限\n", "序号\t任务\t责任\n单位\t时限\n"] {
            let document = try read(head + rows + "以上任务请落实。\n")
            #expect(cells(document).filter { !$0.hasPrefix("0.") } == expected)
            #expect(cells(document).count(where: { $0.hasPrefix("0.") }) == titles.count + (head.contains("任\n") ? 1 : 0))
            #expect(paragraphs(document).last == "以上任务请落实。")
        }
    }

    @Test func unnumberedRowsThatLineEndsBroke() throws {
        let head = "任务\t责任单位\t时限\n"
        #expect(try cells(read(head + "开展摸底\t县住建局\n县人社局\t6月底\n组织\n验收\t县数据局\t年底\n")).dropFirst(3)
            == ["1.0 开展摸底", "1.1 县住建局", "1.1 县人社局", "1.2 6月底", "2.0 组织", "2.0 验收", "2.1 县数据局", "2.2 年底"])
        // A row without its last cell, in front of one that is broken; paragraphs of a text.
        #expect(try cells(read(head + "摸底\t县住建局\n验收\t县数据局\n县审计局\t年底\n回访\t县审计局\t年底\n")).dropFirst(3).prefix(6) == ["1.0 摸底", "1.1 县住建局", "2.0 验收", "2.1 县数据局", "2.1 县审计局", "2.2 年底"])
        #expect(try cells(read("任务\t内容\t责任单位\n摸底\t开展摸底。\n建立台账。\t县住建局\n")).dropFirst(3) == ["1.0 摸底", "1.1 开展摸底。", "1.1 建立台账。", "1.2 县住建局"])
        // The first cell and another one of a row.
        #expect(try cells(read(head + "摸底\t县住建局\t6月底\n组织\n验收\t县数据局\n县审计局\t年底\n")).dropFirst(6) == ["2.0 组织", "2.0 验收", "2.1 县数据局", "2.1 县审计局", "2.2 年底"])
        // The last row without its last cell; a row whose last cells are empty behind a text of paragraphs.
        let numbered = "序号\t任务\t内容\t责任单位\t时限\n"
        #expect(try cells(read(numbered + "1\t摸底\t开展摸底。\t县住建局\t6月底\n2\t验收\t组织验收。\t县数据局\n县审计局\n以上任务请落实。\n")).suffix(2) == ["2.3 县数据局", "2.3 县审计局"])
        #expect(try cells(read(numbered + "1\t摸底\t开展摸底。\n建立台账。\n逐户登记。\t县住建局\n2\t验收\t组织验收。\t县数据局\t年底\n")).dropFirst(5).prefix(6)
            == ["1.0 1", "1.1 摸底", "1.2 开展摸底。", "1.2 建立台账。", "1.2 逐户登记。", "1.3 县住建局"])
        // A signature is no name of the last cell.
        let signed = try read("任务\t时限\t责任单位\n摸底\t6月底\t县住建局\n验收\t年底\t县数据局\n县政府办公室\n2025年1月3日\n")
        #expect(cells(signed).last == "2.2 县数据局" && paragraphs(signed).suffix(2) == ["县政府办公室", "2025年1月3日"])
        // Neither are telephones the rest of a row that lacks its last cell.
        let behind = try read("序号\t任务\t责任单位\t时限\n1\t摸底\t县住建局\t6月底\n2\t验收\t县数据局\n联系人：张三\t电话：12345\n")
        #expect(cells(behind).contains("2.2 县数据局") && !cells(behind).contains("2.2 联系人：张三"))
    }

    /// A title over two, with nothing behind it for the empty cell.
    @Test func titlesUnderTheLastTitle() throws {
        #expect(try cells(read("清水县任务表\n任务\t责任单位\n\t牵头\t配合\n新建幼儿园\t县教育局\t县财政局\n改造公路\t县交通局\t各乡镇\n")) == [
            "0.0 任务", "0.1 责任单位", "1.1 牵头", "1.2 配合", "2.0 新建幼儿园", "2.1 县教育局", "2.2 县财政局", "3.0 改造公路", "3.1 县交通局", "3.2 各乡镇",
        ])
    }

    @Test func contentsAndSingleTabsAreNoTable() throws {
        #expect(try read("一、总则\t1\n二、任务\t3\n三、附则\t9\n").blocks.allSatisfy { $0.cell == nil })
        #expect(try read("联系人：张三\t电话：12345\n").blocks.count == 1)
    }

    /// Rows of a text whose lines were all cut: the pieces of a row are one row.
    @Test func cutRows() throws {
        let prose = String(repeating: "组织各村做好春季植树造林和林木抚育工作，建立台账并定期通报进展情况，", count: 6) + "确保完成任务。\n"
        let table = "序号\t重点任务\t主要内容\t责任单位\t完成时限\n1\t植树\t在河岸栽植杨柳\t县林业局、县水利局（河长办）、各乡镇人民政府\t2023年底\n2\t修渠\t疏浚干渠\t县水利局\t2024年底\n"
        let rows = try cells(read(prose + table))
        #expect(rows.contains("1.3 县林业局、县水利局（河长办）、各乡镇人民政府") && rows.contains("1.4 2023年底") && rows.contains("2.4 2024年底"))
        for width in [28, 31, 34] { #expect(try cells(read(cut(prose + table, width))) == rows) }
    }

    /// A word processor sets its own numbers off with a tab; behind a header the number is a cell.
    @Test func numbersSetOffByTabsAreNoTable() throws {
        let plan = "方案\n\n1.\t加强监管。开展检查。\n2.\t加强宣传。开展宣传。\n3.\t加强保障。落实经费。\n"
        #expect(try read(plan).blocks.allSatisfy { $0.cell == nil })
        let table = "任务清单\n\n序号\t任务\n1.\t加强监管\n2.\t加强宣传\n3.\t加强保障\n"
        #expect(try read(table).blocks.filter { $0.cell != nil }.count == 8)
    }
}
