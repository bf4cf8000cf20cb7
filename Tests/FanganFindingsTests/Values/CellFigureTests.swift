import FanganText
import Testing

@testable import FanganFindings

/// Cells that are one figure, and what their table counts in.
@Suite struct CellFigureTests {
    private func read(_ cell: String, _ unit: String? = nil) -> String? {
        CellFigure.read(Passage(cell), unit: unit.flatMap { UnitOfMeasure(Passage($0)) }).map { target in
            "\(target.min.map { "\($0)" } ?? "")…\(target.max.map { "\($0)" } ?? "")\(target.unit)"
        }
    }

    @Test(arguments: [
        ("2.5", "万亩", "25000.0…25000.0亩"), ("3", "个", "3.0…3.0个"), ("90", "%", "90.0…90.0%"), ("≥91", "％", "91.0…%"), (">=91", "百分比", "91.0…%"), ("<5", "天", "…5.0天"),
        ("1,200", "亿元", "120000000000.0…120000000000.0元"), ("5-10", "次", "5.0…10.0次"), ("120以上", "家", "120.0…家"), ("1.2", "千瓦", "1.2…1.2千瓦"), ("4", "（座）", "4.0…4.0座"),
        ("2", "万人次", "20000.0…20000.0人次"), ("35", "微克/立方米", "35.0…35.0微克/立方米"), ("不低于60", "%", "60.0…%"),
    ])
    func figuresOfATable(_ cell: String, _ unit: String, _ expected: String) { #expect(read(cell, unit) == expected) }

    @Test(arguments: [("120个", "120.0…120.0个"), ("≥90%", "90.0…%"), ("2.5万亩", "25000.0…25000.0亩"), ("达到95%以上", "95.0…%"), ("12", "12.0…12.0")])
    func figuresWithTheirMeasure(_ cell: String, _ expected: String) { #expect(read(cell) == expected) }

    @Test(arguments: ["—", "/", "新建120个", "完成", "120个（含改造）和30个", "一", "见附件2", ""])
    func noFigure(_ cell: String) { #expect(read(cell, "个") == nil) }

    @Test(arguments: [("新增造林面积（万亩）", "亩"), ("优良率(%)\n达到目标", "%"), ("新建充电桩（个）", "个")])
    func theMeasureBehindAName(_ name: String, _ unit: String) { #expect(UnitOfMeasure(endOf: Passage(name))?.name == unit) }

    @Test(arguments: ["新增造林面积", "高标准农田（含改造）", "学校（新建）", "项目（一期）"])
    func noMeasureBehindAName(_ name: String) { #expect(UnitOfMeasure(endOf: Passage(name)) == nil) }
}
