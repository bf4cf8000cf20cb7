import FanganOutline
import FanganText

/// The pieces of a list between its separators: which marks part names and which stand inside one (`各市、县〔区〕人民政府`).
extension UnitList {
    /// Pieces between separators outside brackets. `各市、县〔区〕人民政府` stays whole.
    ///
    /// - Parameters:
    ///   - whole: stretches that no separator parts.
    ///   - shape: to join names that a line end broke.
    static func atoms(_ p: Passage, _ range: Range<Int>, keeping whole: [Range<Int>] = [], shape: NameShape? = nil) -> [Range<Int>] {
        var atoms: [Range<Int>] = []
        atoms.reserveCapacity(4)
        forEachAtom(p, range, keeping: whole, shape: shape) { atom in
            atoms.append(atom)
            return true
        }
        return atoms
    }

    /// The same one by one, until one is answered with false.
    static func forEachAtom(_ p: Passage, _ range: Range<Int>, keeping whole: [Range<Int>], shape: NameShape?, _ take: (Range<Int>) -> Bool) {
        var depth = 0, from = range.lowerBound, kept = 0
        // Asked at the first bracket.
        var loneOpen: Int??
        func isLone(_ i: Int) -> Bool {
            let lone = loneOpen ?? Brackets.neverClosed(in: p, range)
            loneOpen = .some(lone)
            return i == lone
        }
        func close(_ end: Int) -> Bool {
            let piece = trimmed(p, from..<end)
            from = end + 1
            return piece.isEmpty || take(piece)
        }
        let marks = atomMarks
        var next = range.lowerBound
        while let i = p.first(of: marks, in: next..<range.upperBound) {
            next = i + 1
            let c = p.scalars[i]
            // Brackets and “…” hold separators of their own: `“双随机、一公开”监管工作联席会议`
            if Brackets.isOpen(c) || c == 0x201C { if !isLone(i) { depth += 1 } }
            else if Brackets.isClose(c) || c == 0x201D { depth = max(0, depth - 1) }
            else if depth == 0, separators.contains(c) || c == 0x0A || isSplittingSpace(p, i, range) || isSplittingSlash(p, i, range) {
                if c == 0x3001, joinsTrade(p, from..<i, next: i + 1, range.upperBound) { continue }
                if c == 0x3001 || c == 0xFF0C || c == 0x2C, joinsNext(p, from..<i, next: i + 1, range.upperBound) || joinsSeat(p, from..<i, next: i + 1, range.upperBound) { continue }
                while kept < whole.count, whole[kept].upperBound <= i { kept += 1 }
                if kept < whole.count, whole[kept].contains(i) { continue }
                if c == 0x0A, let shape, breaksName(p, from..<i, next: i + 1, range.upperBound, shape) { continue }
                if !close(i) { return }
            }
        }
        _ = close(range.upperBound)
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
    func brokenKeys(_ range: Range<Int>) -> [Range<Int>] {
        guard passage.first(of: Self.keyBlanks, in: range) != nil else { return [] }
        return range.compactMap { i in
            guard let key = vocabulary.keyed.key(in: passage, at: i, limit: range.upperBound), key.mark == .colon,
                  key.word.contains(where: { passage.scalars[$0] == 0x0A || passage.scalars[$0] == 0x20 }) else { return nil }
            return key.word
        }
    }

    /// `市财政局/市公安局`, `市财政局+市公安局`
    private static func isSplittingSlash(_ p: Passage, _ i: Int, _ range: Range<Int>) -> Bool {
        guard slashes.contains(p.scalars[i]), i > range.lowerBound, i + 1 < range.upperBound else { return false }
        return p.scalars[i - 1] >= 0x4E00 && p.scalars[i + 1] >= 0x4E00
    }

    /// `各市、县（区）人民政府`: 各 with nothing but level words, followed by another level word.
    private static func joinsNext(_ p: Passage, _ piece: Range<Int>, next: Int, _ end: Int) -> Bool {
        let words = ResponsibilityVocabulary.standard, colon = piece.last { p.scalars[$0] == 0xFF1A || p.scalars[$0] == 0x3A }
        let range = trimmed(p, (colon.map { $0 + 1 } ?? piece.lowerBound)..<piece.upperBound)
        // `市、县（区）人民政府`: a level alone is no name.
        let level = range.count == 2 && p.scalars[range.lowerBound] == 0x7531 ? range.dropFirst() : range // 由
        if level.count == 1, levelHeads.contains(p.scalars[level.lowerBound]), next + 1 < end, levelHeads.contains(p.scalars[next]) { return !ownStarts.contains(p.scalars[next + 1]) }
        // 市直各委、办、局
        if range.count >= 2, words.bodies.classParts.contains(p.scalars[range.upperBound - 1]), next < end, words.bodies.classParts.contains(p.scalars[next]), p.scalars[range.upperBound - 2] == 0x5404 || range.count >= 4 && p.scalars[range.upperBound - 2] == 0x3001,
           next + 1 >= end || p.scalars[next + 1] < 0x4E00 || p.scalars[next + 1] >= 0xFF00 || words.lists.postStarts.begins(p.scalars, at: next + 1) || words.lists.scopeStarts.begins(p.scalars, at: next + 1) { return true }
        // `各有关部门及各市、县级政府`: what counts is the last 各.
        guard let first = range.last(where: { p.scalars[$0] == 0x5404 }), range.upperBound - first >= 2, range.upperBound - first <= 16 else { return false }
        for i in (first + 1)..<range.upperBound where !levelScalars.contains(p.scalars[i]) && !Brackets.isOpen(p.scalars[i]) && !Brackets.isClose(p.scalars[i])
            && p.scalars[i] != 0x3001 && p.scalars[i] != 0xFF0C && p.scalars[i] != 0x2C { return false }
        return next < end && levelScalars.contains(p.scalars[next]) && goesOn(p, range, next, end)
    }

    /// `中央、省驻示例市有关单位`: bodies of several levels that sit at one place.
    private static func joinsSeat(_ p: Passage, _ piece: Range<Int>, next: Int, _ end: Int) -> Bool {
        let words = ResponsibilityVocabulary.standard.lists
        guard next + 2 < end, words.seatedLevels.contains(p, before: piece.upperBound, from: piece.lowerBound), levelHeads.contains(p.scalars[next]) else { return false }
        return (next + 1...next + 2).contains { words.seated.begins(p.scalars, at: $0, limit: end) }
    }

    /// Whether a level behind a class of regions goes on with it (`各市、县〔区〕人民政府`), or begins another name:
    /// `各乡镇、县直各单位`, `各县（市、区）、市财政局`, `各乡镇（街道）、市场开办单位`, `各县（市）、州级各部门`, `各县（市）、州财政局`.
    private static func goesOn(_ p: Passage, _ piece: Range<Int>, _ next: Int, _ end: Int) -> Bool {
        if next + 1 < end, ownStarts.contains(p.scalars[next + 1]) { return false }
        if ResponsibilityVocabulary.standard.lists.ownClassStarts.begins(p.scalars, at: next + 1, limit: end) { return false }
        // A prefecture does not come behind its counties.
        if prefectures.contains(p.scalars[next]), piece.contains(where: { counties.contains(p.scalars[$0]) }), next + 1 < end, p.scalars[next + 1] >= 0x4E00, !levelScalars.contains(p.scalars[next + 1]), !isOfRegions(p, next + 1, end) { return false }
        let said = (piece.lowerBound + 1..<piece.upperBound).filter { heights[p.scalars[$0]] != nil }
        guard let height = heights[p.scalars[next]], let last = said.compactMap({ heights[p.scalars[$0]] }).max() else { return true }
        if height < last { return false }
        // 各县区、区财政局: a level that was said does not come again; in 各市、县（市、区） it does.
        let follows = next + 1 < end && p.scalars[next + 1] >= 0x4E00 && !levelScalars.contains(p.scalars[next + 1])
        return !(said.count > 1 && height == last && height == 2 && follows && (p.scalars[next] == 0x5E02 || said.contains { p.scalars[$0] == p.scalars[next] }) && !isOfRegions(p, next + 1, end))
    }

    /// `各县（市、区）、市人民政府`: what each of the regions has, whichever it is.
    private static func isOfRegions(_ p: Passage, _ at: Int, _ end: Int) -> Bool {
        ResponsibilityVocabulary.standard.lists.regionBodies.contains { p.has($0, at: at) && at + $0.count >= end }
    }

    private static let prefectures: ScalarSet = "州盟"
    private static let counties: ScalarSet = "县旗"
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

    private static let slashes: ScalarSet = "/／+＋"

    static func isSeparator(_ scalar: UInt32) -> Bool { separators.contains(scalar) }

    static func trimmed(_ p: Passage, _ range: Range<Int>) -> Range<Int> {
        var a = range.lowerBound, b = range.upperBound
        let edges = edges
        // ——县住建局
        while a < b, edges.contains(p.scalars[a]) || p.scalars[a] == 0x2014 { a += 1 }
        while b > a, edges.contains(p.scalars[b - 1]) { b -= 1 }
        return a..<b
    }

    /// `市文旅局责任单位：市体育局`: a key with its colon inside an atom begins a new one.
    func atKeys(_ atom: Range<Int>) -> [Range<Int>] {
        var cuts: [Int] = [], from = atom.lowerBound
        let lone = Brackets.neverClosed(in: passage, atom)
        var depth = 0
        for colon in atom where Self.keyMarks.contains(passage.scalars[colon]) {
            // 市住建局（责任领导：张三）: the key is of the bracket.
            if Brackets.isOpen(passage.scalars[colon]) { if colon != lone { depth += 1 }; continue }
            if Brackets.isClose(passage.scalars[colon]) { depth = max(0, depth - 1); continue }
            guard depth == 0 else { continue }
            let key = (from..<colon).first { i in
                vocabulary.keyed.match(passage.scalars, at: i, limit: colon).map { i + $0.length == colon } ?? false
            }
            // 进度|要求： is one word.
            if let key, key > atom.lowerBound, !Self.isWord(passage, atom.lowerBound..<key) || endsName(atom.lowerBound..<key) { cuts.append(key) }
            from = colon + 1
        }
        cuts += behindRoles(atom)
        if cuts.isEmpty { return [atom] }
        let bounds = [atom.lowerBound] + cuts.sorted() + [atom.upperBound]
        return zip(bounds, bounds.dropFirst()).map { $0..<$1 }
    }

    /// Nothing but characters of words.
    private static func isWord(_ p: Passage, _ range: Range<Int>) -> Bool { range.allSatisfy { p.scalars[$0].isIdeograph } }

    /// 市文旅局|责任单位：, 市商务局牵头|责任单位：, 本部分|牵头单位：
    private func endsName(_ range: Range<Int>) -> Bool {
        vocabulary.keyed.keyOpenings.match(passage.scalars, at: range.lowerBound, limit: range.upperBound)?.length == range.count || shape.isName(passage, range) || vocabulary.lists.post.match(passage, before: range.upperBound, from: range.lowerBound) != nil
    }

    /// `市民政局（牵头）和市财政局`, `市民政局（牵头）会同有关部门`: a bracket with a role ends a name.
    private func behindRoles(_ atom: Range<Int>) -> [Int] {
        atom.filter { i in
            guard Brackets.isOpen(passage.scalars[i]), i > atom.lowerBound + 1,
                  let close = (i + 1..<min(i + 10, atom.upperBound)).first(where: { Brackets.isClose(passage.scalars[$0]) }) else { return false }
            return role(i + 1..<close) != nil && close + 1 < atom.upperBound
        }.compactMap { i in (i..<atom.upperBound).first { Brackets.isClose(passage.scalars[$0]) }.map { $0 + 1 } }
    }

    private static let keyMarks: ScalarSet = "：:(（〔[［【﹝﹙〈＜‹<)）〕]］】﹞﹚〉＞›>"
    private static let separators: ScalarSet = "、，,；;·•。｡|｜\t"
    /// Without one of these a range holds one name.
    static let partings: ScalarSet = "、，,；;·•。｡|｜\t\n /／+＋及和与或"
    /// Whatever ``atoms(_:_:keeping:shape:)`` has to look at: separators, blanks, slashes, brackets and quotation marks.
    private static let atomMarks: ScalarSet = "、，,；;·•。｡|｜\t\n /／+＋(（〔[［【﹝﹙〈＜‹<)）〕]］】﹞﹚〉＞›>“”"
    private static let keyBlanks: ScalarSet = "\n "
    static let edges: ScalarSet = " \t\n、，,；;。．.：:　·"
    private static let levelHeads: ScalarSet = "省市州区县旗盟乡镇"
    private static let levelScalars: ScalarSet = "省市州区县旗盟乡镇地自治特设直属街道村"
}
