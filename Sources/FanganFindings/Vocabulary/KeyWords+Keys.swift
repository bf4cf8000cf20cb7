import FanganText

/// A key in front of a list of units or of something beside it: `牵头单位：`, `责任单位为`, `完成时限:`.
struct ResponsibilityKey {
    /// How the key is set off from what it holds.
    enum Mark {
        /// `：`, or 为 in front of a name.
        case colon
        /// Nothing: the colon is lost.
        case none
    }

    var kind: KeyWords.Key
    /// The word itself.
    var word: Range<Int>
    /// Behind the colon.
    var end: Int
    var mark: Mark
    /// How much of the word is a level: 市级 in 市级责任单位.
    var level = 0
    /// Whether one character of the word is another than the key's that looks like it: 责住单位.
    var isMisread = false

    /// A key without its colon is taken for one only if it is long (责任单位, not 责任) and names units.
    var standsAlone: Bool {
        if mark == .colon { return true }
        return kind.givesUnits && word.count - level >= 4
    }

    var givesUnits: Bool { kind.givesUnits }
    /// 县级责任：, which may also stand over what the level has to do.
    var isShortBehindLevel: Bool { level > 0 && word.count - level < 4 }
}

extension KeyWords {
    /// The key that begins at an index. A line end or a space may stand in it (`责任\n单位`, `责 任 单 位`), a bracket
    /// between it and the colon (`责任单位（部门）：`).
    func key(in p: Passage, at start: Int, limit: Int) -> ResponsibilityKey? {
        guard start < limit else { return nil }
        // At most places no key begins.
        guard keyHeads.contains(p.scalars[start]) else { return start + 1 < limit && (Self.isKeyBracket(p.scalars[start]) || isRoundAtLine(p, start)) ? marked(p, start, limit) : nil }
        let found = word(in: p, at: start, limit: limit)
        // 牵头 is a key too: 牵头部们：.
        let damaged = found.map({ colon(p, $0.0, start..<$0.1, limit) == nil }) ?? true ? misread(p, start, limit) : nil
        if let (kind, end) = damaged { return ResponsibilityKey(kind: kind, word: start..<end, end: end + 1, mark: .colon, isMisread: true) }
        guard let (kind, end) = found else { return nil }
        let word = start..<end, level = keyLevels.match(p.scalars, at: start, limit: end)?.length ?? 0
        if let colon = colon(p, kind, word, limit) { return ResponsibilityKey(kind: kind, word: word, end: colon, mark: .colon, level: level) }
        // `牵头单位为市财政局`, 是: in front of a name, not in 责任单位为人民服务 nor in 牵头单位是省级媒体的.
        if end + 1 < limit, p.scalars[end] == 0x4E3A || p.scalars[end] == 0x662F, word.count - level >= 4, beginsName(p, end + 1), !qualifies(p, end + 1, limit) {
            return ResponsibilityKey(kind: kind, word: word, end: end + 1, mark: .colon, level: level)
        }
        // 主管部门 and 指导单位 are keys with their colon only.
        if isBracketKey(p, word) { return nil }
        return ResponsibilityKey(kind: kind, word: word, end: end, mark: .none, level: level)
    }

    /// `责住单位：`, `完成时线：`: a key of which one character was read as another that looks like it; not a word of its own (责任机制：).
    private func misread(_ p: Passage, _ start: Int, _ limit: Int) -> (Key, Int)? {
        guard start + 5 <= limit, keyHeads.contains(p.scalars[start]), let end = (start + 4...start + 6).first(where: { $0 < limit && Self.colons.contains(p.scalars[$0]) }) else { return nil }
        let printed = start..<end
        return keysByLength[printed.count]?.first { key in
            var wrong: Int?
            for (i, scalar) in zip(printed, key.word) where p.scalars[i] != scalar {
                if wrong != nil { return false }
                wrong = i
            }
            guard let wrong else { return false }
            return lookAlikes[key.word[wrong - start]]?.contains(p.scalars[wrong]) ?? false
        }.map { ($0.kind, end) }
    }

    /// 【 [ ［ 〔 〖
    static func isKeyBracket(_ scalar: UInt32) -> Bool {
        switch scalar {
        case 0x3010, 0x5B, 0xFF3B, 0x3014, 0x3016: true
        default: false
        }
    }

    private static let closingKeyBrackets: ScalarSet = "】]］〕〗）)"

    /// `（责任单位）市商务局` on a line of its own; behind a name such a bracket says its role.
    private func isRoundAtLine(_ p: Passage, _ start: Int) -> Bool {
        (p.scalars[start] == 0xFF08 || p.scalars[start] == 0x28) && start > 0 && p.scalars[start - 1] == 0x0A
    }

    /// `【责任单位】市商务局`: the bracket stands for the colon.
    private func marked(_ p: Passage, _ open: Int, _ limit: Int) -> ResponsibilityKey? {
        guard let (kind, end) = word(in: p, at: open + 1, limit: limit), end < limit, Self.closingKeyBrackets.contains(p.scalars[end]) else { return nil }
        return ResponsibilityKey(kind: kind, word: open + 1..<end, end: colon(p, behind: end + 1, limit) ?? end + 1, mark: .colon)
    }

    /// Whether a key counts in lists only, with its colon: （市级）主管部门.
    func isBracketKey(_ p: Passage, _ word: Range<Int>) -> Bool {
        let level = keyLevels.match(p.scalars, at: word.lowerBound, limit: word.upperBound)?.length ?? 0
        return bracketKeys.match(p.scalars, at: word.lowerBound + level, limit: word.upperBound)?.length == word.count - level
    }

    private func word(in p: Passage, at start: Int, limit: Int) -> (Key, Int)? {
        guard start < limit, keyHeads.contains(p.scalars[start]) else { return nil }
        let direct = match(p.scalars, at: start, limit: limit)
        guard Self.breakable.contains(p.scalars[start]), let blank = firstBlank(p, from: start + (direct?.length ?? 1), limit: limit) else {
            return direct.map { ($0.value, start + $0.length) }
        }
        // What stands on both sides of the blank, put together.
        guard blank <= start + Self.longest else { return direct.map { ($0.value, start + $0.length) } }
        var joined: [UInt32] = [], places: [Int] = [], i = start
        while i < limit, joined.count < Self.longest {
            let c = p.scalars[i]
            if c != 0x20, c != 0x0A {
                joined.append(c)
                places.append(i)
            }
            i += 1
        }
        guard let found = keys.match(joined, at: 0), found.length > (direct?.length ?? 0) else { return direct.map { ($0.value, start + $0.length) } }
        // Two lines that happen to make a word (…落实责任⏎单位…) have no colon behind it.
        let end = places[found.length - 1] + 1
        guard colon(p, behind: end, limit) != nil else { return direct.map { ($0.value, start + $0.length) } }
        return (found.value, end)
    }

    /// The blank within the next characters of a word.
    private func firstBlank(_ p: Passage, from: Int, limit: Int) -> Int? {
        var i = from
        while i < limit, i < from + 6 {
            let c = p.scalars[i]
            if c == 0x20 || c == 0x0A { return i }
            if !c.isIdeograph { return nil }
            i += 1
        }
        return nil
    }

    /// Behind the colon of a key, or behind what stands for it.
    private func colon(_ p: Passage, _ kind: Key, _ word: Range<Int>, _ limit: Int) -> Int? {
        colon(p, behind: word.upperBound, limit) ?? mark(p, kind, word, limit)
    }

    /// `责任单位——县住建局`, `责任单位=县住建局`: such a mark is a colon where the key opens its piece and a name or a day follows, not in 责任单位→整改单位→验收单位.
    private func mark(_ p: Passage, _ kind: Key, _ word: Range<Int>, _ limit: Int) -> Int? {
        guard word.lowerBound == 0 || Self.openings.contains(p.scalars[word.lowerBound - 1]) else { return nil }
        let i = (word.upperBound..<limit).first { p.scalars[$0] != 0x20 } ?? limit
        guard i + 1 < limit else { return nil }
        var end = i + 1
        if Self.dashes.contains(p.scalars[i]), Self.dashes.contains(p.scalars[i + 1]) { end += 1 } else if !Self.equals.contains(p.scalars[i]) { return nil }
        while end < limit, p.scalars[end] == 0x20 { end += 1 }
        guard end < limit else { return nil }
        return (kind.givesUnits ? beginsName(p, end) : SentenceWords.dateHeads.contains(p.scalars[end])) ? end : nil
    }

    private func beginsName(_ p: Passage, _ at: Int) -> Bool { ResponsibilityVocabulary.levels.contains(p.scalars[at]) || p.scalars[at] == 0x5404 } // 各

    /// Whether up to the next mark something is said of a thing by the name: 是省级媒体|的|，给予奖励.
    private func qualifies(_ p: Passage, _ from: Int, _ limit: Int) -> Bool {
        let far = min(limit, from + 60), end = p.first(of: SentenceReader.marks, in: from..<far) ?? far
        return (from..<end).contains { p.scalars[$0] == 0x7684 } // 的
    }

    private func colon(_ p: Passage, behind end: Int, _ limit: Int) -> Int? {
        var i = end
        while i < limit, p.scalars[i] == 0x20 || p.scalars[i] == 0x0A && i == end && i + 1 < limit && Self.colons.contains(p.scalars[i + 1]) { i += 1 }
        if i < limit, Self.colons.contains(p.scalars[i]) { return i + 1 }
        // `责任单位（部门）：`
        guard i < limit, Brackets.isOpen(p.scalars[i]) else { return nil }
        let near = i..<min(limit, i + 10)
        guard let close = near.first(where: { Brackets.isClose(p.scalars[$0]) }), close + 1 < limit, Self.colons.contains(p.scalars[close + 1]) else { return nil }
        return close + 2
    }

    /// What sets a key off from what it holds: a colon, what stands for it, 为 and 是, a bracket around the key.
    static let marks: ScalarSet = "：:︰﹕∶=＝→—―－─为是】]］〕〗）)"
    /// Colons, and dashes and signs that stand for one.
    static let colonsAndLike: ScalarSet = "：:︰﹕∶=＝→—―－─"
    private static let colons: ScalarSet = "：:︰﹕∶"
    private static let equals: ScalarSet = "=＝→"
    /// What a piece opens behind: the line's start, a mark, a bracket.
    private static let openings: ScalarSet = "\n 。；;，,、（(〔[［【"
    private static let dashes: ScalarSet = "—―－─"
    private static let breakable = ScalarSet(brokenHeads.unicodeScalars.map(\.value))
    private static let longest = 10
}
