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
    /// Units that are said to be so for all that follows: `各市州人民政府均为责任单位，以下不再列出`.
    private(set) var standing: [Entry] = []
    /// A key with units or a word behind them was there; without it the text is no assignment.
    private(set) var isMarked = false

    private let passage: Passage
    private let vocabulary: ResponsibilityVocabulary
    private let shape: NameShape
    private var pending: [Range<Int>] = []
    /// Pieces that are no names: `6月底完成`, `持续推进`.
    private var loose: [Range<Int>] = []
    private var key: ResponsibilityKey?
    private let fallback: ResponsibilityRole

    init(_ passage: Passage, _ range: Range<Int>, fallback: ResponsibilityRole = .responsible, vocabulary: ResponsibilityVocabulary, shape: NameShape) {
        self.passage = passage
        self.vocabulary = vocabulary
        self.shape = shape
        self.fallback = fallback
        for atom in Self.atoms(passage, range, keeping: brokenKeys(range), shape: shape) {
            // Most pieces hold neither a colon nor a bracket, at which they could be parted.
            if atom.contains(where: { Self.partMarks.contains(passage.scalars[$0]) }) { for piece in atKeys(atom) { take(piece) } } else { take(atom) }
        }
        flush(nil)
        for piece in loose { attributes.append(Attribute(key: nil, value: piece, isDue: true)) }
        entries = Self.unique(entries, passage)
    }

    // MARK: - Atoms

    /// Pieces between separators outside brackets. `各市、县〔区〕人民政府` stays whole.
    ///
    /// - Parameters:
    ///   - whole: stretches that no separator parts.
    ///   - shape: to join names that a line end broke.
    static func atoms(_ p: Passage, _ range: Range<Int>, keeping whole: [Range<Int>] = [], shape: NameShape? = nil) -> [Range<Int>] {
        var atoms: [Range<Int>] = [], depth = 0, from = range.lowerBound, kept = 0
        let loneOpen = Brackets.neverClosed(in: p, range)
        func close(_ end: Int) {
            let piece = trimmed(p, from..<end)
            if !piece.isEmpty { atoms.append(piece) }
            from = end + 1
        }
        let marks = atomMarks
        for i in range where marks.contains(p.scalars[i]) {
            let c = p.scalars[i]
            // Brackets and “…” hold separators of their own: `“双随机、一公开”监管工作联席会议`
            if Brackets.isOpen(c) || c == 0x201C { if i != loneOpen { depth += 1 } }
            else if Brackets.isClose(c) || c == 0x201D { depth = max(0, depth - 1) }
            else if depth == 0, separators.contains(c) || c == 0x0A || isSplittingSpace(p, i, range) || isSplittingSlash(p, i, range) {
                if c == 0x3001, joinsTrade(p, from..<i, next: i + 1, range.upperBound) { continue }
                if c == 0x3001 || c == 0xFF0C || c == 0x2C, joinsNext(p, from..<i, next: i + 1, range.upperBound) { continue }
                while kept < whole.count, whole[kept].upperBound <= i { kept += 1 }
                if kept < whole.count, whole[kept].contains(i) { continue }
                if c == 0x0A, let shape, breaksName(p, from..<i, next: i + 1, range.upperBound, shape) { continue }
                close(i)
            }
        }
        close(range.upperBound)
        return atoms
    }

    /// `市\n发展改革委`, `市委\n办公室`: what stands before the line end is no name, together with what follows it is.
    static func breaksName(_ p: Passage, _ piece: Range<Int>, next: Int, _ end: Int, _ shape: NameShape) -> Bool {
        let colon = piece.last { p.scalars[$0] == 0xFF1A || p.scalars[$0] == 0x3A }
        let left = trimmed(p, (colon.map { $0 + 1 } ?? piece.lowerBound)..<piece.upperBound)
        guard !left.isEmpty, left.count <= 12, next < end, p.scalars[next] >= 0x4E00 else { return false }
        let stop = (next..<min(end, next + 20)).first { separators.contains(p.scalars[$0]) || p.scalars[$0] == 0x0A || p.scalars[$0] == 0x20 || Brackets.isClose(p.scalars[$0]) } ?? min(end, next + 20)
        guard shape.isName(p, left.lowerBound..<stop) else { return false }
        if !shape.isName(p, left) { return true }
        // 市委 and 市政府 are names, but of another one's beginning where no level follows.
        return left.count == 2 && p.scalars[left.upperBound - 1] == 0x59D4 && !ResponsibilityVocabulary.levels.contains(p.scalars[next]) && p.scalars[next] != 0x5404
    }

    /// Keys with a line end or a space in them.
    private func brokenKeys(_ range: Range<Int>) -> [Range<Int>] {
        guard range.contains(where: { passage.scalars[$0] == 0x0A || passage.scalars[$0] == 0x20 }) else { return [] }
        return range.compactMap { i in
            guard let key = vocabulary.key(in: passage, at: i, limit: range.upperBound), key.mark == .colon,
                  key.word.contains(where: { passage.scalars[$0] == 0x0A || passage.scalars[$0] == 0x20 }) else { return nil }
            return key.word
        }
    }

    /// `市财政局/市公安局`
    private static func isSplittingSlash(_ p: Passage, _ i: Int, _ range: Range<Int>) -> Bool {
        guard p.scalars[i] == 0x2F || p.scalars[i] == 0xFF0F, i > range.lowerBound, i + 1 < range.upperBound else { return false }
        return p.scalars[i - 1] >= 0x4E00 && p.scalars[i + 1] >= 0x4E00
    }

    /// `各市、县（区）人民政府`: 各 with nothing but level words, followed by another level word.
    private static func joinsNext(_ p: Passage, _ piece: Range<Int>, next: Int, _ end: Int) -> Bool {
        let colon = piece.last { p.scalars[$0] == 0xFF1A || p.scalars[$0] == 0x3A }
        let range = trimmed(p, (colon.map { $0 + 1 } ?? piece.lowerBound)..<piece.upperBound)
        // `各有关部门及各市、县级政府`: what counts is the last 各.
        guard let first = range.last(where: { p.scalars[$0] == 0x5404 }), range.upperBound - first >= 2, range.upperBound - first <= 16 else { return false }
        for i in (first + 1)..<range.upperBound where !levelScalars.contains(p.scalars[i]) && !Brackets.isOpen(p.scalars[i]) && !Brackets.isClose(p.scalars[i])
            && p.scalars[i] != 0x3001 && p.scalars[i] != 0xFF0C && p.scalars[i] != 0x2C { return false }
        return next < end && levelScalars.contains(p.scalars[next]) && goesOn(p, range, next, end)
    }

    /// Whether a level behind a class of regions goes on with it (`各市、县〔区〕人民政府`), or begins another name:
    /// `各乡镇、县直各单位`, `各县（市、区）、市财政局`, `各乡镇（街道）、市场开办单位`.
    private static func goesOn(_ p: Passage, _ piece: Range<Int>, _ next: Int, _ end: Int) -> Bool {
        if next + 1 < end, ownStarts.contains(p.scalars[next + 1]) { return false }
        let said = (piece.lowerBound + 1..<piece.upperBound).filter { heights[p.scalars[$0]] != nil }
        guard let height = heights[p.scalars[next]], let last = said.compactMap({ heights[p.scalars[$0]] }).max() else { return true }
        if height < last { return false }
        // 各县区、区财政局: a level that was said does not come again; in 各市、县（市、区） it does.
        let follows = next + 1 < end && p.scalars[next + 1] >= 0x4E00 && !levelScalars.contains(p.scalars[next + 1])
        return !(said.count > 1 && height == last && height == 2 && follows && (p.scalars[next] == 0x5E02 || said.contains { p.scalars[$0] == p.scalars[next] }) && !isOfRegions(p, next + 1, end))
    }

    /// `各县（市、区）、市人民政府`: what each of the regions has, whichever it is.
    private static func isOfRegions(_ p: Passage, _ at: Int, _ end: Int) -> Bool {
        let bodies: [Word] = ["人民政府", "政府", "党委", "委"]
        return bodies.contains { p.has($0, at: at) && at + $0.count >= end }
    }

    /// What makes a name of its own behind a level: 市直, 市属, 市场, 区内.
    private static let ownStarts: ScalarSet = "直属场内"
    /// Levels from the top: a list of regions goes down.
    private static let heights: [UInt32: Int] = {
        let levels: [(String, Int)] = [("省", 1), ("市州盟县区旗", 2), ("乡镇街", 3), ("村", 4)]
        return Dictionary(uniqueKeysWithValues: levels.flatMap { word, height in word.unicodeScalars.map { ($0.value, height) } })
    }()

    /// A space between two names; not one inside `2023 年`.
    private static func isSplittingSpace(_ p: Passage, _ i: Int, _ range: Range<Int>) -> Bool {
        guard p.scalars[i] == 0x20 || p.scalars[i] == 0x09, i > range.lowerBound, i + 1 < range.upperBound else { return false }
        let next = p.scalars[i + 1]
        return p.scalars[i - 1] >= 0x4E00 && (next >= 0x4E00 || next >= 0x30 && next <= 0x39 && i + 2 < range.upperBound && p.scalars[i + 2] == 0x2E)
    }

    static func isSeparator(_ scalar: UInt32) -> Bool { separators.contains(scalar) }

    static func trimmed(_ p: Passage, _ range: Range<Int>) -> Range<Int> {
        var a = range.lowerBound, b = range.upperBound
        let edges = edges
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
        cuts += behindRoles(atom)
        let bounds = [atom.lowerBound] + cuts.sorted() + [atom.upperBound]
        return zip(bounds, bounds.dropFirst()).map { $0..<$1 }
    }

    /// `市民政局（牵头）和市财政局`, `市民政局（牵头）会同有关部门`: a bracket with a role ends a name.
    private func behindRoles(_ atom: Range<Int>) -> [Int] {
        atom.filter { i in
            guard Brackets.isOpen(passage.scalars[i]), i > atom.lowerBound + 1,
                  let close = (i + 1..<min(i + 10, atom.upperBound)).first(where: { Brackets.isClose(passage.scalars[$0]) }) else { return false }
            return role(i + 1..<close) != nil && close + 1 < atom.upperBound
        }.compactMap { i in (i..<atom.upperBound).first { Brackets.isClose(passage.scalars[$0]) }.map { $0 + 1 } }
    }

    // MARK: - One atom

    private mutating func take(_ atom: Range<Int>) {
        var range = behindNumber(atom)
        if isJoint(range) { range = (range.lowerBound + 1)..<range.upperBound }
        if let found = vocabulary.key(in: passage, at: range.lowerBound, limit: range.upperBound), found.standsAlone, found.mark == .colon || namesFollow(found.end..<range.upperBound) {
            flush(nil)
            key = found
            if found.givesUnits { isMarked = true }
            range = behindNumber(Self.trimmed(passage, found.end..<range.upperBound))
        }
        guard !range.isEmpty, !vocabulary.emptyCells.contains(where: { $0.count == range.count && passage.has($0, at: range.lowerBound) }) else { return }
        // `排在第一位的为牵头部门`: a remark, whatever words it ends with.
        if vocabulary.notes.begins(passage.scalars, at: range.lowerBound, limit: range.upperBound) {
            return attributes.append(Attribute(key: nil, value: range, isDue: false))
        }
        let (name, role, isOwn) = stripped(range)
        if let key, !key.givesUnits {
            // `完成时限：2023年底；市财政局牵头`: a name with its word ends what the key holds.
            guard role != nil, isOrgan(name) else { return attach(range, to: key) }
            self.key = nil
        }
        if isOwn, let role {
            isMarked = true
            entries.append(Entry(range: name, role: role))
            return
        }
        let before = pending.count
        addNames(name)
        guard let role else { return }
        isMarked = true
        if passage.first("均为责任", in: name.upperBound..<range.upperBound) != nil { standing += pending[before...].map { Entry(range: $0, role: role) } }
        flush(role)
    }

    /// `市发展改革局牵头，会市财政局落实`: 会 for 会同 in front of a level; not 会县….
    private func isJoint(_ range: Range<Int>) -> Bool {
        range.count >= 5 && passage.scalars[range.lowerBound] == 0x4F1A && ResponsibilityVocabulary.levels.contains(passage.scalars[range.lowerBound + 1]) // 会
    }

    /// `1.市财政局`
    private func behindNumber(_ range: Range<Int>) -> Range<Int> {
        var i = range.lowerBound
        while i < range.upperBound, digitValue(passage.scalars[i]) { i += 1 }
        guard i > range.lowerBound, i - range.lowerBound <= 2, i + 1 < range.upperBound, passage.scalars[i] == 0x2E || passage.scalars[i] == 0xFF0E, passage.scalars[i + 1] >= 0x4E00 else { return range }
        return (i + 1)..<range.upperBound
    }

    /// Behind a key without colon, so that `责任单位按职责分工负责` stays a class.
    private func namesFollow(_ range: Range<Int>) -> Bool {
        range.isEmpty || !vocabulary.scopeStarts.begins(passage.scalars, at: range.lowerBound, limit: range.upperBound) && !vocabulary.postStarts.begins(passage.scalars, at: range.lowerBound, limit: range.upperBound)
    }

    private func isOrgan(_ range: Range<Int>) -> Bool {
        range.count >= 3 && range.count <= 20 && ResponsibilityVocabulary.levels.contains(passage.scalars[range.lowerBound]) && shape.isName(passage, range)
    }

    /// What a key beside the units holds may have separators of its own: `适用范围：全省、各市`.
    private mutating func attach(_ range: Range<Int>, to key: ResponsibilityKey) {
        let isDue = key.kind == .due
        if let last = attributes.last, last.key == key.word { attributes[attributes.count - 1].value = last.value.lowerBound..<range.upperBound }
        else { attributes.append(Attribute(key: key.word, value: range, isDue: isDue)) }
    }

    /// Takes the words behind a name off it: 按职责分工负责, 等配合. Returns the role that they give, and whether it is
    /// this name's own (`市财政局（牵头）`).
    private mutating func stripped(_ range: Range<Int>) -> (Range<Int>, ResponsibilityRole?, isOwn: Bool) {
        var end = range.upperBound, start = range.lowerBound
        var role: ResponsibilityRole?
        var isOwn = false
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
            } else if role != nil, let (_, length) = vocabulary.modals.match(passage, before: end, from: start) {
                end -= length
                changed = true
            } else if let open = trailingBracket(start..<end) {
                let inner = (open + 1)..<(end - 1)
                if let own = self.role(inner) {
                    role = own
                    isOwn = true
                } else if isShare(inner) || inner.contains(where: { vocabulary.notes.begins(passage.scalars, at: $0, limit: inner.upperBound) }) {
                    attributes.append(Attribute(key: nil, value: inner, isDue: false))
                } else { break }
                end = open
                changed = true
            }
            while end > start, Self.edges.contains(passage.scalars[end - 1]) { end -= 1 }
        }
        if let (_, length) = vocabulary.scopeStarts.match(passage.scalars, at: start, limit: end), !isSpecialStart(start), end - start > length + 1 {
            start += length
        }
        return (start..<end, role, isOwn)
    }

    /// `县卫健局（按职责分工）`: how it shares the work, no part of its name.
    private func isShare(_ inner: Range<Int>) -> Bool { vocabulary.scopes.match(passage, before: inner.upperBound, from: inner.lowerBound).map { $0.length == inner.count } ?? false }

    /// Where the bracket that ends a piece opens.
    private func trailingBracket(_ range: Range<Int>) -> Int? {
        guard range.count > 3, Brackets.isClose(passage.scalars[range.upperBound - 1]) else { return nil }
        var depth = 0
        for i in range.reversed() {
            if Brackets.isClose(passage.scalars[i]) { depth += 1 }
            else if Brackets.isOpen(passage.scalars[i]) {
                depth -= 1
                if depth == 0 { return i > range.lowerBound + 1 ? i : nil }
            }
        }
        return nil
    }

    /// 牵头, 牵头单位, 配合 … as the whole of a bracket behind a name.
    private func role(_ inner: Range<Int>) -> ResponsibilityRole? {
        if let (kind, length) = vocabulary.keys.match(passage.scalars, at: inner.lowerBound, limit: inner.upperBound), length == inner.count, case .units(let role) = kind { return role }
        if let (role, length) = vocabulary.postStarts.match(passage.scalars, at: inner.lowerBound, limit: inner.upperBound), length == inner.count { return role }
        return nil
    }

    /// 和平区…, 及 … begin names too: a scope word in front is taken off only if it cannot begin one.
    private func isSpecialStart(_ at: Int) -> Bool { passage.scalars[at] == 0x548C && passage.has("和平", at: at) || passage.has("和田", at: at) || passage.has("和县", at: at) }

    /// `新闻宣传处等相关处室` holds two; `省财政厅等部门` one; `省小企业局等相关部门和各市人民政府` three.
    private mutating func addNames(_ range: Range<Int>) {
        guard !range.isEmpty else { return }
        if let etc = range.first(where: { passage.scalars[$0] == 0x7B49 && $0 > range.lowerBound + 1 && !passage.has("等级", at: $0) && !passage.has("等教", at: $0) }) {
            let tail = Self.trimmed(passage, (etc + 1)..<range.upperBound)
            // 供水、供电等企业
            if tail.count <= 8, vocabulary.tradeBodies.contains(where: { passage.has($0, before: tail.upperBound) }), passage.first("、", in: range) != nil, vocabulary.tradeEnds.contains(passage, before: etc, from: range.lowerBound) { return add(range) }
            let pieces = joinedNames(tail)
            if !tail.isEmpty, pieces.allSatisfy({ shape.isName(passage, $0) || isBareClass($0) }) {
                joinedNames(Self.trimmed(passage, range.lowerBound..<etc)).forEach { add($0) }
                pieces.filter { !isBareClass($0) }.forEach { add($0) }
                return
            }
        }
        if range.contains(where: { Self.conjunctions.contains(passage.scalars[$0]) || vocabulary.listHeads.contains(passage.scalars[$0]) }) { joinedNames(range).forEach { add($0) } } else { add(range) }
    }

    /// 部门, 11个部门
    private func isBareClass(_ range: Range<Int>) -> Bool {
        guard range.count <= 8 else { return false }
        let word = range.drop { digitValue(passage.scalars[$0]) || passage.scalars[$0] == 0x4E2A || passage.scalars[$0] == 0x5BB6 } // 个 家
        return vocabulary.bareClasses.contains(passage.string(word.startIndex..<range.upperBound))
    }

    /// `市直相关部门及各地`, `市商务局会同市税务局`: two names, the second of a class or with its level.
    private func joinedNames(_ range: Range<Int>) -> [Range<Int>] {
        var names: [Range<Int>] = [], from = range.lowerBound, depth = 0, i = range.lowerBound
        while i < range.upperBound {
            let c = passage.scalars[i]
            if Brackets.isOpen(c) { depth += 1 } else if Brackets.isClose(c) { depth -= 1 }
            if depth == 0, i > from + 1, let length = conjunction(i, range.upperBound) {
                let left = from..<(c == 0x53CA && passage.scalars[i - 1] == 0x4EE5 ? i - 1 : i), right = (i + length)..<range.upperBound
                if shape.isName(passage, left) || isBareClass(left), shape.isName(passage, right) {
                    names.append(left)
                    from = right.lowerBound
                }
            }
            i += 1
        }
        names.append(from..<range.upperBound)
        return names
    }

    /// Length of a word between two names at an index; what follows it must look like a second one.
    private func conjunction(_ i: Int, _ end: Int) -> Int? {
        if Self.conjunctions.contains(passage.scalars[i]) {
            if i + 2 < end, Self.secondStarts.contains(passage.scalars[i + 1]) { return 1 }
            // `县人民政府和巴中经开区`: the second says its place; 党委和人民政府 is one body.
            let second = (i + 1)..<end
            return second.count >= 4 && passage.has("政府", before: i) && second.contains { ResponsibilityVocabulary.levels.contains(passage.scalars[$0]) } ? 1 : nil
        }
        guard i + 3 < end else { return nil }
        // `财政部会同有关部门`, `人民银行会同…`; not 会同县.
        if let (_, length) = vocabulary.listJoints.match(passage.scalars, at: i, limit: end) {
            return vocabulary.organEnds.contains(passage, before: i) || passage.scalars[i - 1] == 0x90E8 || passage.scalars[i - 1] == 0x884C ? length : nil // 部行
        }
        // 各区政府组织|各相关部门
        if vocabulary.listOrders.begins(passage.scalars, at: i, limit: end) { return 2 }
        return nil
    }

    private mutating func add(_ range: Range<Int>) {
        guard !range.isEmpty else { return }
        // `责任单位按职责分工负责` names nobody.
        if let (kind, length) = vocabulary.keys.match(passage.scalars, at: range.lowerBound, limit: range.upperBound), length == range.count, case .units = kind { return }
        if isPhrase(range) { loose.append(range) } else { pending.append(range) }
    }

    /// `6月底完成`, `持续推进`, `5月底取得阶段性成效并持续推进`: a piece that cannot be a name.
    private func isPhrase(_ range: Range<Int>) -> Bool {
        if shape.isName(passage, range) { return false }
        if range.count > 40 { return true }
        return range.contains { digitValue(passage.scalars[$0]) } || Self.phraseEnds.contains(passage, before: range.upperBound, from: range.lowerBound)
            || Self.phraseStarts.begins(passage.scalars, at: range.lowerBound, limit: range.upperBound)
    }

    private func digitValue(_ i: UInt32) -> Bool { i >= 0x30 && i <= 0x39 || i >= 0xFF10 && i <= 0xFF19 }

    // MARK: - Roles

    /// Gives the names met since the last word a role.
    private mutating func flush(_ role: ResponsibilityRole?) {
        let given: ResponsibilityRole
        if let role { given = role } else if case .units(let keyed) = key?.kind { given = keyed } else { given = fallback }
        for range in pending { entries.append(Entry(range: range, role: given)) }
        pending.removeAll(keepingCapacity: true)
    }

    /// A name as it stands in the text; its characters are folded to one number before they are hashed.
    private struct PrintedName: Hashable {
        let scalars: Slice<Scalars>
        static func == (a: PrintedName, b: PrintedName) -> Bool { a.scalars.elementsEqual(b.scalars) }
        func hash(into hasher: inout Hasher) {
            hasher.combine(scalars.reduce(0) { ($0 ^ UInt64($1)) &* 0x9E37_79B9_7F4A_7C15 })
        }
    }

    /// A unit named twice in one role counts once.
    private static func unique(_ entries: [Entry], _ p: Passage) -> [Entry] {
        guard entries.count > 1 else { return entries }
        // A short list, as nearly all are, is compared name by name, and most have each name once.
        if entries.count <= 24, !repeats(entries, p) {
            let isSorted = entries.indices.dropFirst().allSatisfy { entries[$0 - 1].range.lowerBound < entries[$0].range.lowerBound }
            return isSorted ? entries : entries.sorted { $0.range.lowerBound < $1.range.lowerBound }
        }
        var seen: Set<PrintedName> = []
        var result: [Entry] = []
        for role in [ResponsibilityRole.lead, .responsible, .support] {
            seen.removeAll(keepingCapacity: true)
            for entry in entries where entry.role == role && seen.insert(PrintedName(scalars: p.scalars[entry.range])).inserted { result.append(entry) }
        }
        return result.sorted { $0.range.lowerBound < $1.range.lowerBound }
    }

    private static func repeats(_ entries: [Entry], _ p: Passage) -> Bool {
        p.scalars.withUnsafeBufferPointer { scalars in
            for i in entries.indices.dropFirst() {
                let a = entries[i]
                for k in 0..<i where entries[k].range.count == a.range.count && entries[k].role == a.role {
                    let from = entries[k].range.lowerBound, to = a.range.lowerBound
                    var n = 0
                    while n < a.range.count, scalars[from + n] == scalars[to + n] { n += 1 }
                    if n == a.range.count { return true }
                }
            }
            return false
        }
    }

    /// Where a piece may be parted: ``atKeys(_:)``.
    private static let partMarks: ScalarSet = "：:(（〔[［【﹝﹙〈＜‹<"
    /// 及 和 与
    private static let conjunctions: ScalarSet = "及和与"
    /// 各地, 有关部门, 省财政厅: how the second of two names can begin.
    private static let secondStarts: ScalarSet = "各有相省市区县州旗乡镇"
    private static let phraseEnds = Endings(["推进", "完成", "坚持", "前", "底", "优化", "开展", "实施"])
    /// `每年底前完成当年任务`: when it is done, not who does it.
    private static let phraseStarts = Lexicon(["每年", "每季", "每月", "每周", "每半年", "每学期", "全年", "年内", "年底", "当年", "长期", "常年", "持续", "立即", "逐年", "适时"].map { ($0, true) })
    /// Whether nothing but words of time stands there: 长期, 持续.
    static func isTime(_ p: Passage, _ range: Range<Int>) -> Bool {
        phraseStarts.match(p.scalars, at: range.lowerBound, limit: range.upperBound).map { $0.length == range.count } ?? false
    }

    private static let separators: ScalarSet = "、，,；;·•。｡|｜\t"
    /// Whatever ``atoms(_:_:keeping:shape:)`` has to look at: separators, blanks, slashes, brackets and quotation marks.
    private static let atomMarks: ScalarSet = "、，,；;·•。｡|｜\t\n /／(（〔[［【﹝﹙〈＜‹<)）〕]］】﹞﹚〉＞›>“”"
    private static let edges: ScalarSet = " \t\n、，,；;。．.：:　·"
    private static let levelScalars: ScalarSet = "省市州区县旗盟乡镇地自治特设直属街道村"
}
