import FanganGraph
import FanganUnits

/// How the codes of a task graph are worded for the people who read tables and trees: officials, in Chinese.
/// An unknown code stays as it is.
enum Wording {
    // The first three stand in every row of a table: codes are told apart without a hash.
    static func role(_ code: String) -> String {
        switch code {
        case "duties": "任务"
        case "guiding": "指导思想"
        case "goals": "目标"
        case "principles": "原则"
        case "phases": "步骤"
        case "safeguards": "保障"
        case "assessment": "考核"
        case "other": "其他"
        default: code
        }
    }
    static func responsibility(_ code: String) -> String {
        switch code {
        case "lead": "牵头"
        case "responsible": "责任"
        case "support": "配合"
        default: code
        }
    }
    static func basis(_ code: String) -> String {
        switch code {
        case "bracket": "条目注明"
        case "table": "表格"
        case "inherited": "沿用上级"
        case "default": "通用规定"
        case "text": "正文"
        default: code
        }
    }
    static func unitKind(_ code: String) -> String { unitKinds[code] ?? code }
    static func level(_ code: String) -> String { levels[code] ?? code }
    /// 全部下级地区, 部分部门单位
    static func range(_ range: GroupRange) -> String {
        let extent = switch range.extent {
        case .all: "全部"
        case .some: "部分"
        case .unsaid: ""
        }
        return extent + range.kinds.map { ranges[$0.rawValue] ?? $0.rawValue }.joined(separator: "、")
    }
    /// Where the members of a class are known from.
    static func memberBasis(_ code: String?) -> String { code.map { memberBases[$0] ?? $0 } ?? "文件未列明" }
    static func reference(_ code: String) -> String { references[code] ?? code }
    static func severity(_ code: String) -> String { severities[code] ?? code }

    /// A label in front of words: that of a table's row has no mark (`1`), and `12024年…` would be another number.
    static func label(_ label: String, before words: String) -> String {
        let isBare = label.unicodeScalars.last.map { $0.properties.isAlphabetic || $0.properties.numericType != nil } ?? false
        return isBare && !words.isEmpty ? label + " " : label
    }

    /// A number without a needless fraction: 2, 0.5.
    static func number(_ value: Double) -> String {
        var writer = JSONWriter()
        writer.number(value)
        return String(decoding: writer.bytes, as: UTF8.self)
    }

    /// A target in the document's words, with how often it is due: 每月1次; where a cell holds the bare figure, with the year over it and what it is counted in:
    /// `2025年：3（30000亩）`.
    static func target(_ target: Target) -> String {
        guard !target.unit.isEmpty, !target.quote.hasSuffix(target.unit), let last = target.quote.unicodeScalars.last, ("0"..."9").contains(last),
              let amount = target.min ?? target.max else { return year(target) + TargetPeriod.said(target.quote, per: target.per) }
        let range = target.min.flatMap { low in target.max.flatMap { $0 > low ? number(low) + "～" + number($0) : nil } } ?? number(amount)
        return year(target) + target.quote + "（" + range + target.unit + "）"
    }

    /// What stands over a figure that is alone in its cell.
    private static func year(_ target: Target) -> String {
        guard let scope = target.scope, target.quote.unicodeScalars.first.map({ !$0.properties.isIdeographic }) ?? false, scope.quote.holdsBytes("年") else { return "" }
        return scope.quote + "："
    }

    private static let unitKinds = ["organ": "机关", "group": "一类单位", "place": "地方", "office": "临时机构"]
    private static let levels = [
        "national": "国家", "province": "省", "prefecture": "市", "county": "县", "township": "乡镇", "village": "村",
    ]
    private static let references = ["basis": "依据", "implements": "落实", "annex": "附件", "cited": "引用"]
    private static let severities = ["error": "错误", "warning": "请核对", "note": "说明"]
    private static let memberBases = ["regions": "行政区划", "document": "文件所列名单"]
    private static let ranges = [
        "members": "成员单位", "divisions": "内设机构", "regions": "下级地区", "villages": "村（社区）", "departments": "部门单位", "zones": "园区",
        "enterprises": "企业", "schools": "学校", "hospitals": "医疗机构", "banks": "金融机构", "societies": "社会组织", "unknown": "范围不明",
    ]
}
