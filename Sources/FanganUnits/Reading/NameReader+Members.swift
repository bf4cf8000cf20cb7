import FanganText

/// The members of a class of units that the data of regions knows: 各县(市、区)人民政府 in 平凉 are its seven.
extension NameReader {
    /// In the order of their codes; empty where the class says nothing definite (有关部门, 各相关县区), or more than the next level
    /// down (各县区 in a province's plan).
    func members(_ name: Name) -> [UnitReading] {
        // Of zones only those that GB/T 2260 lists have streets of their own.
        let isUnlistedZone = jurisdiction.zone != nil && !(scopes.home.map { tables.regions.isZone($0) } ?? false)
        guard !isUnlistedZone, jurisdiction.township == nil, jurisdiction.bureau == nil || scopes.home != nil else { return [] }
        var found: [UnitReading] = []
        var seen = StringTable()
        let base = groupRegion(name)
        for part in DivisionClass.parts(of: name.string(name.all)) {
            for place in places(part, base) {
                let reading = readAsPrinted(Name(place + part.rest))
                guard reading.kind == .place || reading.function != nil, seen.enter(reading.key).isNew else { continue }
                found.append(reading)
            }
        }
        return found.count <= 80 ? found : []
    }

    /// The region whose divisions the class ranges over: the printed one (平凉市各县区), else the document's.
    private func groupRegion(_ name: Name) -> Int? {
        if let prefix = scopes.regionPrefix(name, name.all), !prefix.isStem, prefix.indices.count == 1 { return prefix.indices[0] }
        if let hit = tables.words.levelWords.longestPrefix(name.bytes, name.all), let level = LevelWord(rawValue: hit.value) {
            return scopes.scope(level, printed: "").regionIndex ?? regionsAbove(name) ?? scopes.home
        }
        return regionsAbove(name) ?? scopes.home
    }

    /// Full names of the divisions of the kinds that a class names.
    private func places(_ part: DivisionClass, _ base: Int?) -> [String] {
        guard let base else { return [] }
        let regions = tables.regions
        let prefix = regions.officialPrefix(base)
        if part.isTownship {
            let names = regions.townships(ofCounty: base).map { regions.townshipName($0) }.filter { part.has($0) }
            if !names.isEmpty { return names.map { prefix + $0 } }
        }
        guard regions.level(base) != .county else { return [] }
        let kept: [Int]
        if regions.level(base) == .province, !regions.nameEnds(base, "市") {
            // 各县(市、区) of a province lie two levels down; 各市、县(区) begins with the next one.
            guard part.beginsWithPrefecture else { return [] }
            kept = regions.children(base).filter { regions.level($0) == .prefecture || part.namesCounties }
        } else {
            kept = regions.children(base)
        }
        return kept.filter { part.has(regions.name($0)) }.map { regions.officialPrefix($0) }
    }
}

/// A class of divisions as a plan prints it, taken apart: 各县(市、区)|人民政府.
struct DivisionClass: Sendable, Equatable {
    /// 县, 市, 区, 街道 …: words of kinds that names end in.
    var kinds: [String]
    /// What is meant of each: 人民政府, 市场监管局; empty for the division itself.
    var rest: String

    private static let townshipKinds: Set<String> = ["乡", "镇", "街道", "苏木"]

    var isTownship: Bool { kinds.contains { Self.townshipKinds.contains($0) } }
    /// 县 or 区 beside 市: then the counties that a province governs directly are meant too.
    var namesCounties: Bool { kinds.contains { ["县", "区", "旗"].contains($0) } }
    var beginsWithPrefecture: Bool { kinds.first.map { ["市", "州", "盟", "地区"].contains($0) } ?? false }

    func has(_ name: String) -> Bool { kinds.contains { name.hasSuffix($0) } }

    /// What the parts of a class range over: 市级相关部门|及|各区县. Empty where a part is not one of divisions.
    static func parts(of printed: String) -> [DivisionClass] {
        var parts: [DivisionClass] = []
        for segment in segments(Array(printed.unicodeScalars)) {
            if let part = read(segment) { parts.append(part) }
        }
        return parts
    }

    /// Behind each 各, up to the next one; 、街道办事处 begins a segment too.
    private static func segments(_ text: [Unicode.Scalar]) -> [ArraySlice<Unicode.Scalar>] {
        var segments: [ArraySlice<Unicode.Scalar>] = []
        var start: Int?
        func close(_ end: Int) {
            guard let from = start, from < end else { return }
            var to = end
            while to > from, joints.contains(text[to - 1]) { to -= 1 }
            segments.append(text[from..<to])
        }
        var i = 0
        while i < text.count {
            if text[i] == "各" {
                close(i)
                start = i + 1
            } else if start != nil, text[i] == "及" {
                close(i)
                start = nil
            } else if let from = start, from < i, text[i] == "街", text[i - 1] == "、", i - from > 3, i + 1 < text.count, text[i + 1] == "道" {
                close(i)
                start = i
            }
            i += 1
        }
        close(text.count)
        return segments
    }

    private static let joints: Set<Unicode.Scalar> = ["、", "和", "与", "及", "以", "，", ","]
    /// Between two kinds.
    private static let marks: Set<Unicode.Scalar> = ["、", "(", ")", "（", "）", "〔", "〕", "[", "]", "〈", "〉", "/", "，", ",", "和"]
    /// Behind a kind's word these make another word of it: 市场, 区域, 县级, 市直.
    private static let continuations: Set<Unicode.Scalar> = ["场", "域", "级", "直", "属", "方", "委", "道", "长", "中", "内", "外", "容"]
    /// Longest first.
    private static let words: [(printed: [Unicode.Scalar], kind: String)] = [
        ("地级以上市", "市"), ("设区的市", "市"), ("设区市", "市"), ("省辖市", "市"), ("地级市", "市"), ("县级市", "市"), ("自治州", "州"), ("自治县", "县"), ("自治旗", "旗"),
        ("街道", "街道"), ("特区", "特区"), ("地区", "地区"), ("苏木", "苏木"), ("市", "市"), ("县", "县"), ("区", "区"), ("旗", "旗"), ("州", "州"), ("盟", "盟"),
        ("地", "地区"), ("乡", "乡"), ("镇", "镇"), ("街", "街道"),
    ].map { (Array($0.0.unicodeScalars), $0.1) }

    private static func read(_ segment: ArraySlice<Unicode.Scalar>) -> DivisionClass? {
        var kinds: [String] = []
        var i = segment.startIndex, behindKinds = i
        while i < segment.endIndex {
            if marks.contains(segment[i]), i > segment.startIndex {
                i += 1
                continue
            }
            guard let number = words.indices.first(where: { segment[i] == words[$0].printed[0] && segment[i...].starts(with: words[$0].printed) }) else { break }
            let end = i + words[number].printed.count
            if end < segment.endIndex, continuations.contains(segment[end]) { break }
            if !kinds.contains(words[number].kind) { kinds.append(words[number].kind) }
            i = end
            behindKinds = i
        }
        // 各地, 各地区: everywhere, not the prefectures called 地区.
        guard !kinds.isEmpty, kinds != ["地区"] else { return nil }
        while behindKinds < segment.endIndex, [")", "）", "〕", "]", "〉"].contains(segment[behindKinds]) { behindKinds += 1 }
        let body = segment[behindKinds...]
        let isPair = body.starts(with: "党委".unicodeScalars)
        // 人民政府、某某示范区, 人民政府(管委会): what is set off is not the division's.
        let end = body.firstIndex { ["(", "（", "〔"].contains($0) || ($0 == "、" && !isPair) } ?? body.endIndex
        var view = String.UnicodeScalarView()
        view.append(contentsOf: body[..<end])
        let rest = String(view)
        return isDefinite(rest) ? DivisionClass(kinds: kinds, rest: full(rest, kinds)) : nil
    }

    /// Not a class within the class: 各县区有关部门, 各市州直属单位.
    private static func isDefinite(_ rest: String) -> Bool {
        let name = Name(bytes: Array(rest.utf8))
        return rest.unicodeScalars.count <= 14 && !openWords.contains { name.first($0, in: name.all) != nil }
    }

    private static let openWords: [StaticString] = [
        "部门", "单位", "企业", "机构", "科室", "有关", "相关", "所在", "负责", "均为", "分别", "牵头", "配合", "参与", "协同", "等",
    ]

    /// 街道|办 is 办事处; 政府 of several is each one's 人民政府.
    private static func full(_ rest: String, _ kinds: [String]) -> String {
        if kinds == ["街道"], ["办", "办事处"].contains(rest) { return "办事处" }
        if kinds.contains("街道"), ["办", "办事处"].contains(rest) { return "" }
        return rest == "政府" ? "人民政府" : rest
    }
}
