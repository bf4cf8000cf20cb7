import FanganText
import FanganUnits

/// Names of the bodies that a document founds, gives a short name or says to have an office: 成立|市爱国卫生工作领导小组, 由市长任组长的|市爱国卫生工作领导小组, 市爱国卫生工作领导小组|（以下简称领导小组）,
/// 市爱国卫生工作领导小组|下设办公室.
/// Where it speaks of 领导小组 or 领导小组办公室 alone, it means them.
struct FoundedBodies {
    let bytes: [UInt8]
    /// Those of the bytes.
    let characters: Passage
    let words: RelationWords

    /// The longest way back from the last word of a name to its first.
    private static let reach = 120
    /// How far in front of 由市长任组长的 the founding stands.
    private static let sentence = 600
    /// A name has two characters at least in front of its last word.
    private static let least = 6

    /// As printed, each once, in the order of the text; one that is founded without a name (成立领导小组) by its last word.
    func names() -> [String] {
        var found = StringTable(reserving: 4)
        var last = 0
        let bodies = words(.body), foundings = words(.founding)
        // 专班 stands in 工作专班 too.
        for (at, number) in ByteSearch.places(ofAny: bodies, in: bytes, characters) where at >= last {
            let end = at + bodies[number].count
            guard let start = start(at, end, bodies[number], foundings, last), at == start || at - start >= Self.least && !words(.unnamed).contains(where: { ByteSearch.begins(bytes, start, $0) }) else { continue }
            let name = String(decoding: bytes[start..<end], as: UTF8.self)
            if Self.isCounted(name) { continue }
            _ = found.enter(name)
            last = end
        }
        return found.strings
    }

    /// 3个专班, 三个工作专班: several bodies, and no name of one.
    static func isCounted(_ name: String) -> Bool {
        let rest = name.unicodeScalars.drop { digitValue($0.value) != nil || hanValue($0.value) != nil || $0 == "两" }
        return rest.startIndex > name.startIndex && rest.first == "个"
    }

    /// Where the name begins whose last word is at an index, if the document founds or announces it.
    ///
    /// - Parameter last: the end of the founded name in front.
    private func start(_ at: Int, _ end: Int, _ body: [UInt8], _ foundings: [[UInt8]], _ last: Int) -> Int? {
        // 成立市河道整治工作领导小组|、|市水源保护工作领导小组
        if last > 0, let sign = Self.joints.first(where: { ByteSearch.begins(bytes, last, $0) }), (last + sign.count..<last + Self.reach).contains(at), !(last + sign.count..<at).contains(where: endsName) { return last + sign.count }
        var floor = at
        while floor > 0, at - floor < Self.reach, !endsName(floor - 1) { floor -= 1 }
        while floor < at, bytes[floor] & 0xC0 == 0x80 { floor += 1 }
        let founding = foundings.compactMap { word in ByteSearch.last(word, in: bytes, floor..<at).map { $0 + word.count } }.max()
        let owner = ByteSearch.last(Self.of, in: bytes, floor..<at).map { $0 + Self.of.count }
        if let founding {
            // 各县要成立…, 成立相应的…: what others are to found, or whichever there is.
            guard !isOfOthers(founding), founding == at || isHeaded(founding) || !words(.unnamed).contains(where: { ByteSearch.begins(bytes, founding, $0) }) else { return nil }
            return wholeStart(max(founding, owner ?? 0), at)
        }
        // 成立由市长任组长，市财政局为成员的|市爱国卫生工作领导小组
        if let owner { return isFounded(before: floor, foundings) ? wholeStart(owner, at) : nil }
        // 指挥部|下设办公室: that of the name in front.
        if holds(floor, at, end) { return wholeStart(floor, at) }
        return isAnnounced(end, as: body) ? wholeStart(behindGuide(floor, at), at) : nil
    }

    /// 县粮食应急指挥部|下设办公室，: a name that begins its clause with its level and holds no other, so that no more is said of it; not
    /// 乡镇参照县粮食应急指挥部设办公室, 县粮食应急指挥部下设办公室主任1名.
    private func holds(_ start: Int, _ at: Int, _ end: Int) -> Bool {
        guard start < at, let word = words(.holding).filter({ ByteSearch.begins(bytes, end, $0) }).max(by: { $0.count < $1.count }), end + word.count == bytes.count || beginsMark(end + word.count) else { return false }
        let from = ByteSearch.begins(bytes, start, Self.whole) ? start + Self.whole.count : start
        return Self.levels.contains { ByteSearch.begins(bytes, from, $0) } && !Self.levels.contains { ByteSearch.last($0, in: bytes, from + Self.whole.count..<at) != nil }
    }

    /// Whether a mark begins at an index.
    private func beginsMark(_ index: Int) -> Bool { bytes[index] < 0x80 || bytes[index] == 0xEF || bytes[index] == 0xE3 && index + 1 < bytes.count && bytes[index + 1] == 0x80 }

    /// 全|市河道整治工作领导小组; nil where a stretch is no name: 建立|台账并报送市河道整治工作领导小组.
    private func wholeStart(_ start: Int, _ at: Int) -> Int? {
        if words(.verbal).contains(where: { ByteSearch.last($0, in: bytes, start..<at) != nil }) { return nil }
        let behind = start + Self.whole.count
        return ByteSearch.begins(bytes, start, Self.whole) && Self.levels.contains { ByteSearch.begins(bytes, behind, $0) } ? behind : start
    }

    /// 充分发挥|市河道整治工作领导小组, 在|平凉市河道整治工作领导小组: behind the words at the head of the clause that the name is the object of.
    private func behindGuide(_ floor: Int, _ at: Int) -> Int {
        words(.guide).compactMap { word in ByteSearch.last(word, in: bytes, floor..<min(at, floor + Self.guideReach)).map { $0 + word.count } }.max() ?? floor
    }

    /// 各县（市、区）要|成立
    private func isOfOthers(_ founding: Int) -> Bool {
        let far = max(0, founding - Self.reach)
        let start = Self.stops.compactMap { ByteSearch.last($0, in: bytes, far..<founding).map { $0 + 1 } }.max() ?? far
        return ByteSearch.last(Self.each, in: bytes, start..<founding) != nil
    }

    /// （以下简称领导小组）, （以下简称“领导小组”）: not （以下简称省领导小组）, beside which another may be the plan's own.
    private func isAnnounced(_ end: Int, as body: [UInt8]) -> Bool {
        guard let short = Self.announcements.first(where: { ByteSearch.begins(bytes, end, $0) }).map({ end + $0.count }) else { return false }
        return ByteSearch.begins(bytes, short, body) || ByteSearch.begins(bytes, short, Self.quote) && ByteSearch.begins(bytes, short + Self.quote.count, body)
    }

    /// 由市长任组长的, 以市长为组长的
    private func isHeaded(_ index: Int) -> Bool { Self.heads.contains { ByteSearch.begins(bytes, index, $0) } }

    /// Whether a founding stands in the sentence in front of an index.
    private func isFounded(before index: Int, _ foundings: [[UInt8]]) -> Bool {
        let far = max(0, index - Self.sentence)
        let start = Self.stops.compactMap { ByteSearch.last($0, in: bytes, far..<index) }.max() ?? far
        return foundings.contains { word in ByteSearch.last(word, in: bytes, start..<index).map { isHeaded($0 + word.count) } ?? false }
    }

    /// ASCII, and punctuation: marks begin with E3 80 and EF, quotation marks (E2) stand in names.
    private func endsName(_ index: Int) -> Bool {
        let byte = bytes[index]
        if byte < 0x80 { return true }
        guard byte & 0xC0 == 0x80, index >= 2 else { return false }
        return bytes[index - 2] == 0xEF || bytes[index - 2] == 0xE3 && bytes[index - 1] == 0x80
    }

    private static let of = Array("的".utf8), heads = ["由", "以"].map { Array($0.utf8) }, quote = Array("“".utf8)
    private static let joints = ["、", "和", "及", "与"].map { Array($0.utf8) }
    private static let levels = ["省", "市", "州", "县", "区", "镇", "乡"].map { Array($0.utf8) }, whole = Array("全".utf8), each = Array("各".utf8)
    /// 充分发挥: bytes at the head of a clause in which such a word ends.
    private static let guideReach = 18
    private static let stops = ["。", "\n"].map { Array($0.utf8) }
    private static let announcements = ["（以下简称", "(以下简称", "（下称", "（简称"].map { Array($0.utf8) }
}
