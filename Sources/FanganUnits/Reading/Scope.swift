/// The place that an organ belongs to, as it fills the templates of names.
struct Scope: Sendable {
    var regionIndex: Int?
    /// As it is reported: a code, a township's name, or nil.
    var region: String?
    var level: AdministrativeLevel?
    /// {R}: 平凉市
    var prefix: String
    /// {S}: 平凉
    var stem: String
    /// {C}: the city above a district or zone.
    var city: String
    /// {Z}: a zone without its city: 高新区.
    var zone: String = ""
    /// {L}: 市, 县 …
    var levelWord: String = ""
    /// Whether the region was named or implied by the document; false for a level word that means none.
    var isKnown = true

    var isZone: Bool { !zone.isEmpty }

    /// Letter of the level in the table of organs.
    var letter: Character {
        if isZone { return "Z" }
        switch level {
        case .province: return "P"
        case .prefecture: return "C"
        case .township, .village: return "T"
        case .national: return "N"
        default: return "X"
        }
    }

    /// {P}: 中共平凉市委; alone 中共平凉市委员会.
    func party(alone: Bool) -> String {
        if level == .national { return alone ? "中国共产党中央委员会" : "中共中央" }
        if isZone { return "中共\(prefix)工作委员会" }
        if alone || prefix.hasSuffix("自治区") || level == .township { return "中共\(prefix)委员会" }
        return "中共\(prefix)委"
    }

    /// Fills a template of the organs' table; `mention` is {M}, the name as printed.
    func fill(_ template: String, mention: String) -> String {
        var out = ""
        var i = template.startIndex
        while i < template.endIndex {
            let c = template[i]
            if c == "{", let close = template[i...].firstIndex(of: "}") {
                switch template[template.index(after: i)..<close] {
                case "R": out += prefix
                case "P": out += party(alone: template.index(after: close) == template.endIndex || template[template.index(after: close)] == "、")
                case "S": out += stem
                case "C": out += city
                case "Z": out += zone
                case "L": out += levelWord
                case "M": out += mention
                default: break
                }
                i = template.index(after: close)
            } else {
                out.append(c)
                i = template.index(after: i)
            }
        }
        return out
    }
}
