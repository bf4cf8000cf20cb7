import FanganOutline
import FanganText

/// Reads a list of units with their roles: what stands in a responsibility bracket, behind `责任单位：`, in a table's cell.
///
/// `牵头单位：A、B；责任单位：C` · `A牵头，B、C按职责分工负责` · `A、B，各市、县〔区〕人民政府配合` ·
/// `登记指导处负责，完成时限：2023年底前` · `6月底完成，牵头考核单位：A`.
struct UnitList {
    struct Entry: Hashable {
        var range: Range<Int>
        var role: ResponsibilityRole
    }

    /// What a key beside the units holds: 完成时限, 适用范围 …
    struct Attribute: Hashable {
        var key: Range<Int>?
        var value: Range<Int>
        var isDue: Bool
    }

    private(set) var entries: [Entry] = []
    private(set) var attributes: [Attribute] = []
    /// A key with units or a word behind them was there; without it the text is no assignment.
    private(set) var isMarked = false

    private let passage: Passage
    private let vocabulary: ResponsibilityVocabulary
    private let shape: NameShape
    private var pending: [Range<Int>] = []
    /// Pieces that are no names: `6月底完成`, `持续推进`.
    private var loose: [Range<Int>] = []
    private var key: ResponsibilityVocabulary.Key?
    private let fallback: ResponsibilityRole

    init(_ passage: Passage, _ range: Range<Int>, fallback: ResponsibilityRole = .responsible, vocabulary: ResponsibilityVocabulary, shape: NameShape) {
        self.passage = passage
        self.vocabulary = vocabulary
        self.shape = shape
        self.fallback = fallback
        for atom in Self.atoms(passage, range) { for piece in atKeys(atom) { take(piece) } }
        flush(nil)
        for piece in loose { attributes.append(Attribute(key: nil, value: piece, isDue: true)) }
        entries = Self.unique(entries, passage)
    }

    // MARK: - Atoms

    /// Pieces between separators outside brackets. `各市、县〔区〕人民政府` stays whole.
    static func atoms(_ p: Passage, _ range: Range<Int>) -> [Range<Int>] {
        var atoms: [Range<Int>] = [], depth = 0, from = range.lowerBound
        func close(_ end: Int) {
            let piece = trimmed(p, from..<end)
            if !piece.isEmpty { atoms.append(piece) }
            from = end + 1
        }
        for i in range {
            let c = p.scalars[i]
            // Brackets and “…” hold separators of their own: `“双随机、一公开”监管工作联席会议`
            if Brackets.isOpen(c) || c == 0x201C { depth += 1 }
            else if Brackets.isClose(c) || c == 0x201D { depth = max(0, depth - 1) }
            else if depth == 0, separators.contains(c) || c == 0x0A || isSplittingSpace(p, i, range) {
                if c == 0x3001 || c == 0xFF0C || c == 0x2C, joinsNext(p, from..<i, next: i + 1, range.upperBound) { continue }
                close(i)
            }
        }
        close(range.upperBound)
        return atoms
    }

    /// `各市、县（区）人民政府`: 各 with nothing but level words, followed by another level word.
    private static func joinsNext(_ p: Passage, _ piece: Range<Int>, next: Int, _ end: Int) -> Bool {
        let colon = piece.last { p.scalars[$0] == 0xFF1A || p.scalars[$0] == 0x3A }
        let range = trimmed(p, (colon.map { $0 + 1 } ?? piece.lowerBound)..<piece.upperBound)
        guard let first = range.first, p.scalars[first] == 0x5404, range.count >= 2, range.count <= 16 else { return false } // 各
        for i in range.dropFirst() where !levelScalars.contains(p.scalars[i]) && !Brackets.isOpen(p.scalars[i]) && !Brackets.isClose(p.scalars[i])
            && p.scalars[i] != 0x3001 && p.scalars[i] != 0xFF0C && p.scalars[i] != 0x2C { return false }
        return next < end && levelScalars.contains(p.scalars[next])
    }

    /// A space between two names; not one inside `2023 年`.
    private static func isSplittingSpace(_ p: Passage, _ i: Int, _ range: Range<Int>) -> Bool {
        guard p.scalars[i] == 0x20 || p.scalars[i] == 0x09, i > range.lowerBound, i + 1 < range.upperBound else { return false }
        return p.scalars[i - 1] >= 0x4E00 && p.scalars[i + 1] >= 0x4E00
    }

    static func trimmed(_ p: Passage, _ range: Range<Int>) -> Range<Int> {
        var a = range.lowerBound, b = range.upperBound
        while a < b, edges.contains(p.scalars[a]) { a += 1 }
        while b > a, edges.contains(p.scalars[b - 1]) { b -= 1 }
        return a..<b
    }

    /// `市文旅局责任单位：市体育局`: a key with its colon inside an atom begins a new one.
    private func atKeys(_ atom: Range<Int>) -> [Range<Int>] {
        var cuts: [Int] = [], from = atom.lowerBound
        for colon in atom where passage.scalars[colon] == 0xFF1A || passage.scalars[colon] == 0x3A {
            let key = (from..<colon).first { i in
                vocabulary.keys.match(passage.scalars, at: i, limit: colon).map { i + $0.length == colon } ?? false
            }
            if let key, key > atom.lowerBound { cuts.append(key) }
            from = colon + 1
        }
        let bounds = [atom.lowerBound] + cuts + [atom.upperBound]
        return zip(bounds, bounds.dropFirst()).map { $0..<$1 }
    }

    // MARK: - One atom

    private mutating func take(_ atom: Range<Int>) {
        var range = atom
        if let (found, end) = leadingKey(range) {
            flush(nil)
            key = found
            range = Self.trimmed(passage, end..<range.upperBound)
            if case .units = found { isMarked = true }
            if range.isEmpty { return }
        }
        if case .due = key { attributes.append(Attribute(key: nil, value: range, isDue: true)); return }
        if case .other = key { attributes.append(Attribute(key: nil, value: range, isDue: false)); return }
        let (name, role) = stripped(range)
        addNames(name)
        if let role {
            isMarked = true
            flush(role)
        }
    }

    /// `牵头单位：` at the start of an atom; also without its colon where a name follows.
    private func leadingKey(_ range: Range<Int>) -> (ResponsibilityVocabulary.Key, Int)? {
        guard let (key, length) = vocabulary.keys.match(passage.scalars, at: range.lowerBound, limit: range.upperBound) else { return nil }
        var i = range.lowerBound + length
        while i < range.upperBound, passage.scalars[i] == 0x20 { i += 1 }
        if i < range.upperBound, passage.scalars[i] == 0xFF1A || passage.scalars[i] == 0x3A { return (key, i + 1) }
        // 责任单位市委宣传部: the colon is lost. Short keys (牵头, 配合) need it.
        return length >= 4 && i <= range.upperBound ? (key, i) : nil
    }

    /// Takes the words behind a name off it: 按职责分工负责, 等配合. Returns the role that they give.
    private func stripped(_ range: Range<Int>) -> (Range<Int>, ResponsibilityRole?) {
        var end = range.upperBound, start = range.lowerBound
        var role: ResponsibilityRole?
        var changed = true
        while changed, end > start {
            changed = false
            if let (found, length) = vocabulary.post.match(passage, before: end, from: start) {
                // 牵头 outranks a 负责 behind it.
                if role == nil || found == .lead { role = found }
                end -= length
                changed = true
            } else if let (_, length) = vocabulary.scopes.match(passage, before: end, from: start), end - start > length || role != nil {
                end -= length
                changed = true
            }
            while end > start, Self.edges.contains(passage.scalars[end - 1]) { end -= 1 }
        }
        if let (_, length) = vocabulary.scopeStarts.match(passage.scalars, at: start, limit: end), !isSpecialStart(start), end - start > length + 1 {
            start += length
        }
        return (start..<end, role)
    }

    /// 和平区…, 及 … begin names too: a scope word in front is taken off only if it cannot begin one.
    private func isSpecialStart(_ at: Int) -> Bool { passage.scalars[at] == 0x548C && passage.has("和平", at: at) || passage.has("和田", at: at) || passage.has("和县", at: at) }

    /// `新闻宣传处等相关处室` holds two; `省财政厅等部门` one.
    private mutating func addNames(_ range: Range<Int>) {
        guard !range.isEmpty else { return }
        if let etc = range.first(where: { passage.scalars[$0] == 0x7B49 && $0 > range.lowerBound + 1 }), !passage.has("等级", at: etc), !passage.has("等教", at: etc), etc > range.lowerBound {
            let tail = Self.trimmed(passage, (etc + 1)..<range.upperBound)
            if shape.isName(passage, tail) || vocabulary.bareClasses.contains(passage.string(tail)) {
                add(Self.trimmed(passage, range.lowerBound..<etc))
                if !vocabulary.bareClasses.contains(passage.string(tail)) { add(tail) }
                return
            }
        }
        if let both = joinedNames(range) { both.forEach { add($0) } } else { add(range) }
    }

    /// `市直相关部门及各地`: two names, the second of a class or with its level.
    private func joinedNames(_ range: Range<Int>) -> [Range<Int>]? {
        for i in range where i > range.lowerBound + 1 && i + 2 < range.upperBound && Self.conjunctions.contains(passage.scalars[i]) {
            let left = range.lowerBound..<(passage.scalars[i - 1] == 0x4EE5 ? i - 1 : i), right = (i + 1)..<range.upperBound
            guard Self.secondStarts.contains(passage.scalars[right.lowerBound]), shape.isName(passage, left), shape.isName(passage, right), right.count >= 2 else { continue }
            return [left, right]
        }
        return nil
    }

    private mutating func add(_ range: Range<Int>) {
        guard !range.isEmpty, !vocabulary.notes.begins(passage.scalars, at: range.lowerBound, limit: range.upperBound) else { return }
        if isPhrase(range) { loose.append(range) } else { pending.append(range) }
    }

    /// `6月底完成`, `持续推进`, `5月底取得阶段性成效并持续推进`: a piece that cannot be a name.
    private func isPhrase(_ range: Range<Int>) -> Bool {
        if shape.isName(passage, range) { return false }
        if range.count > 40 { return true }
        return range.contains { digitValue(passage.scalars[$0]) } || Self.phraseEnds.contains(passage, before: range.upperBound, from: range.lowerBound)
    }

    private func digitValue(_ i: UInt32) -> Bool { i >= 0x30 && i <= 0x39 || i >= 0xFF10 && i <= 0xFF19 }

    // MARK: - Roles

    /// Gives the names met since the last word a role.
    private mutating func flush(_ role: ResponsibilityRole?) {
        let given: ResponsibilityRole
        if let role { given = role } else if case .units(let keyed) = key { given = keyed } else { given = fallback }
        entries += pending.map { Entry(range: $0, role: given) }
        pending.removeAll(keepingCapacity: true)
    }

    /// A unit named twice in one role counts once.
    private static func unique(_ entries: [Entry], _ p: Passage) -> [Entry] {
        guard entries.count > 1 else { return entries }
        var seen: Set<ArraySlice<UInt32>> = []
        var result: [Entry] = []
        for role in [ResponsibilityRole.lead, .responsible, .support] {
            seen.removeAll(keepingCapacity: true)
            for entry in entries where entry.role == role && seen.insert(p.scalars[entry.range]).inserted { result.append(entry) }
        }
        return result.sorted { $0.range.lowerBound < $1.range.lowerBound }
    }

    /// 及 和 与
    private static let conjunctions: ScalarSet = "及和与"
    /// 各地, 有关部门, 省财政厅: how the second of two names can begin.
    private static let secondStarts: ScalarSet = "各有相省市区县州旗"
    private static let phraseEnds = Endings(["推进", "完成", "坚持", "前", "底", "优化", "开展", "实施"])
    private static let separators: ScalarSet = "、，,；;·。｡\t"
    private static let edges: ScalarSet = " \t\n、，,；;。．.：:　·"
    private static let levelScalars: ScalarSet = "省市州区县旗盟乡镇地自治特设直属街道村"
}
