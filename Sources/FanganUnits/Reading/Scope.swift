/// The place that an organ belongs to, as it fills the templates of names.
///
/// An object that never changes: readings hand places around all the time, and its many strings would each be counted anew.
final class Scope: Sendable {
    let regionIndex: Int?
    /// As it is reported: a code, a township's name, or nil.
    let region: String?
    let level: AdministrativeLevel?
    /// {R}: 平凉市
    let prefix: String
    /// {S}: 平凉
    let stem: String
    /// {C}: the city above a district or zone.
    let city: String
    /// {Z}: a zone without its city: 高新区.
    let zone: String
    /// {L}: 市, 县 …
    let levelWord: String
    /// Whether the region was named or implied by the document; false for a level word that means none.
    let isKnown: Bool

    init(
        regionIndex: Int? = nil, region: String? = nil, level: AdministrativeLevel? = nil, prefix: String, stem: String, city: String,
        zone: String = "", levelWord: String = "", isKnown: Bool = true
    ) {
        self.regionIndex = regionIndex
        self.region = region
        self.level = level
        self.prefix = prefix
        self.stem = stem
        self.city = city
        self.zone = zone
        self.levelWord = levelWord
        self.isKnown = isKnown
    }

    /// The same place, but for what is given.
    func with(prefix: String? = nil, city: String? = nil, levelWord: String? = nil) -> Scope {
        Scope(
            regionIndex: regionIndex, region: region, level: level, prefix: prefix ?? self.prefix, stem: stem, city: city ?? self.city,
            zone: zone, levelWord: levelWord ?? self.levelWord, isKnown: isKnown)
    }

    /// The same place, reported as another region.
    func with(region: String?, isKnown: Bool) -> Scope {
        Scope(regionIndex: regionIndex, region: region, level: level, prefix: prefix, stem: stem, city: city, zone: zone, levelWord: levelWord, isKnown: isKnown)
    }

    var isZone: Bool { !zone.isEmpty }

    /// Letter of the level in the table of organs.
    var letter: UInt8 {
        if isZone { return UInt8(ascii: "Z") }
        switch level {
        case .province: return UInt8(ascii: "P")
        case .prefecture: return UInt8(ascii: "C")
        case .township, .village: return UInt8(ascii: "T")
        case .national: return UInt8(ascii: "N")
        default: return UInt8(ascii: "X")
        }
    }

    /// {P}: 中共平凉市委; alone 中共平凉市委员会.
    func party(alone: Bool) -> String {
        if level == .national { return alone ? "中国共产党中央委员会" : "中共中央" }
        if isZone { return String(joining: "中共", prefix, "工作委员会") }
        // 中共阿勒泰地委
        if !alone, prefix.endsWithBytes(of: "地区") { return "中共\(prefix.dropLast())委" }
        if alone || level == .township || prefix.endsWithBytes(of: "自治区") { return String(joining: "中共", prefix, "委员会") }
        return String(joining: "中共", prefix, "委")
    }

    /// Fills a template of the organs' table; `mention` is {M}, the name as printed, which few ask for.
    func fill(_ template: NameTemplate, mention: @autoclosure () -> String) -> String {
        let pieces = template.pieces
        switch pieces.count {
        case 1: return text(pieces[0], mention)
        // {R}教育局: put together at once.
        case 2: return String(joining: text(pieces[0], mention), text(pieces[1], mention), "")
        case 3: return String(joining: text(pieces[0], mention), text(pieces[1], mention), text(pieces[2], mention))
        default: return pieces.reduce(into: "") { $0 += text($1, mention) }
        }
    }

    private func text(_ piece: NameTemplate.Piece, _ mention: () -> String) -> String {
        switch piece {
        case .text(let text): text
        case .region: prefix
        case .party(let alone): party(alone: alone)
        case .stem: stem
        case .city: city
        case .zone: zone
        case .levelWord: levelWord
        case .mention: mention()
        }
    }
}

/// An official name with gaps for the place, `{R}发展和改革局`, taken apart once.
struct NameTemplate: Sendable {
    enum Piece: Sendable {
        case text(String), region, party(alone: Bool), stem, city, zone, levelWord, mention
    }

    /// As the table has it.
    let source: String
    let pieces: [Piece]

    init(_ source: String) {
        self.source = source
        let scalars = Array(source.unicodeScalars)
        var pieces: [Piece] = []
        var text = String.UnicodeScalarView()
        var i = 0
        while i < scalars.count {
            guard scalars[i] == "{", let close = scalars[i...].firstIndex(of: "}") else {
                text.append(scalars[i])
                i += 1
                continue
            }
            if !text.isEmpty { pieces.append(.text(String(text))) }
            text = String.UnicodeScalarView()
            let isAlone = close + 1 == scalars.count || scalars[close + 1] == "、"
            if close == i + 2, let piece = Self.gap(scalars[i + 1], isAlone) { pieces.append(piece) }
            i = close + 1
        }
        if !text.isEmpty || pieces.isEmpty { pieces.append(.text(String(text))) }
        self.pieces = pieces
    }

    private static func gap(_ letter: Unicode.Scalar, _ isAlone: Bool) -> Piece? {
        switch letter {
        case "R": .region
        case "P": .party(alone: isAlone)
        case "S": .stem
        case "C": .city
        case "Z": .zone
        case "L": .levelWord
        case "M": .mention
        default: nil
        }
    }
}
