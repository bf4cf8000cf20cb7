import FanganOutline
import FanganText

/// Blanks and line ends inside a list: `市发展 改革局、市财政局` is two names, `市商务局 市财政局` too, `按职责分 工负责` one word. A blank parts
/// only what is whole on both of its sides; a line end that was taken out between two whole names is put back.
extension UnitList {
    /// A list without the blanks that part nothing.
    struct Settled {
        var passage = Passage()
        /// For each of its characters the place of the original one.
        var places: [Int] = []

        /// What a range of it is in the original passage.
        func original(_ range: Range<Int>, end: Int) -> Range<Int> {
            guard range.lowerBound < places.count else { return end..<end }
            let first = places[range.lowerBound]
            return range.isEmpty ? first..<first : first..<max(first, places[min(range.upperBound, places.count) - 1] + 1)
        }
    }

    /// Nil where nothing has to be changed, as in nearly all lists.
    static func settled(_ p: Passage, _ range: Range<Int>, _ vocabulary: ResponsibilityVocabulary, _ shape: NameShape) -> Settled? {
        guard p.first(of: blanks, in: range) != nil || p.hasSeam(in: range) else { return nil }
        let judge = BlankJudge(p: p, isMarked: range.contains { p.scalars[$0] == 0x3001 }, end: range.upperBound, vocabulary: vocabulary, shape: shape)
        var settled = Settled(), from = range.lowerBound, i = range.lowerBound
        func keep(_ stretch: Range<Int>) {
            settled.passage.append(p, stretch)
            settled.places += stretch
        }
        while i < range.upperBound {
            if isLineEndTaken(p, i, range) {
                keep(from..<i)
                from = i
                if judge.partsNames(settled.passage, i) {
                    settled.passage.appendBreak(at: p.offset(at: i))
                    settled.places.append(i)
                }
            }
            guard isBlank(p.scalars[i]) else { i += 1; continue }
            let next = (i..<range.upperBound).first { !isBlank(p.scalars[$0]) } ?? range.upperBound
            keep(from..<i)
            let lineEnd = (i..<next).first { p.scalars[$0] == 0x0A }
            if judge.parts(settled.passage, next, atLineEnd: lineEnd != nil) { keep((lineEnd ?? i)..<(lineEnd ?? i) + 1) }
            (from, i) = (next, next)
        }
        keep(from..<range.upperBound)
        return settled.places.elementsEqual(range) ? nil : settled
    }

    private static func isBlank(_ scalar: UInt32) -> Bool { scalar == 0x20 || scalar == 0x0A || scalar == 0x3000 || scalar == 0xA0 }
    private static let blanks: ScalarSet = [0x20, 0x0A, 0x3000, 0xA0]

    /// Where a line of wrapped text went on: the characters do not follow each other in the document.
    private static func isLineEndTaken(_ p: Passage, _ i: Int, _ range: Range<Int>) -> Bool {
        i > range.lowerBound && p.hasSeam(in: i - 1..<i + 1)
    }
}

/// Tells whether a blank parts two pieces of a list.
private struct BlankJudge {
    let p: Passage
    /// Whether the list has marks between its names, so that it needs no blanks for that.
    let isMarked: Bool
    let end: Int
    let vocabulary: ResponsibilityVocabulary
    let shape: NameShape

    /// - Parameters:
    ///   - before: what stands in front of the blank, settled.
    ///   - next: where the text goes on.
    func parts(_ before: Passage, _ next: Int, atLineEnd: Bool) -> Bool {
        let left = piece(endOf: before), right = piece(from: next)
        guard !left.isEmpty, next < end, !right.isEmpty || Brackets.isOpen(p.scalars[next]) else { return false }
        // 省农业农村厅 （省乡村振兴局）, 各县 （市、区）; a bracket with a key is one of its own.
        if Brackets.isOpen(p.scalars[next]) { return hasKey(next) || !isWhole(before, left) && !isRegions(before, left) }
        if before.scalars[left.upperBound - 1] < 0x4E00 && !Brackets.isClose(before.scalars[left.upperBound - 1]) || p.scalars[next] < 0x4E00 { return true }
        if vocabulary.keyed.key(in: p, at: next, limit: end)?.mark == .colon || isSaid(before, left) { return true }
        if isWhole(before, left) || isRegions(before, left) {
            // 各县（市、区） 人民政府
            if isRegions(before, left), isRegionBody(right) || right.allSatisfy({ Self.regions.contains(p.scalars[$0]) }) { return false }
            // 省政府办 公厅, 各有关部 门; not 市住建局 张三.
            return atLineEnd || !joins(before, left, right)
        }
        if atLineEnd, completes(before, left, right) { return false }
        if atLineEnd, !joins(before, left, right) { return true }
        // 市委 市政府
        if left.count == 2, before.scalars[left.upperBound - 1] == 0x59D4, saysLevel(p, right) { return true } // 委
        // 移动 联通 电信公司: without a level in front and without 、 nothing tells a name that is broken from a list.
        if !isMarked, left.count >= 2, right.count >= 2, !saysLevel(before, left), vocabulary.lists.post.match(p, before: right.upperBound, from: right.lowerBound) == nil { return true }
        // 市直有关部门 省驻示例市有关单位
        if left.count >= 4, right.count >= 4, isClass(before, left), isClass(p, right) { return startsAnew(right) || p.has("中央", at: right.lowerBound) }
        return left.count >= 3 && isWhole(p, right) && startsAnew(right)
    }

    private func isClass(_ q: Passage, _ range: Range<Int>) -> Bool { vocabulary.lists.classEnds.contains(q, before: range.upperBound, from: range.lowerBound) && shape.isName(q, range) }

    /// Whether a line end between two whole names was taken for one inside a name: `市公安局⏎市城管局`, `市住建局⏎（市人防办）⏎市财政局`.
    func partsNames(_ before: Passage, _ next: Int) -> Bool {
        let left = piece(endOf: before), right = piece(from: next)
        return left.count >= 3 && isWhole(before, left) && isWhole(p, right) && startsAnew(right)
    }

    /// The piece that ends a passage.
    private func piece(endOf before: Passage) -> Range<Int> {
        var start = before.count, depth = 0
        while start > 0, before.count - start < Self.longest {
            let c = before.scalars[start - 1]
            if Brackets.isClose(c) { depth += 1 } else if Brackets.isOpen(c) {
                if depth == 0 { break }
                depth -= 1
            } else if depth == 0, isMark(c) { break }
            start -= 1
        }
        return start..<before.count
    }

    private func piece(from start: Int) -> Range<Int> {
        var i = start, depth = 0
        while i < min(end, start + Self.longest) {
            let c = p.scalars[i]
            if Brackets.isOpen(c) { depth += 1 } else if Brackets.isClose(c) {
                if depth == 0 { break }
                depth -= 1
            } else if depth == 0, isMark(c) { break }
            i += 1
        }
        return start..<i
    }

    private func isMark(_ c: UInt32) -> Bool { c <= 0x20 || c == 0x3000 || c == 0xA0 || c == 0xFF1A || c == 0x3A || UnitList.isSeparator(c) }

    private func hasKey(_ open: Int) -> Bool {
        let close = (open + 1..<max(open + 1, min(end, open + Self.longest))).first { Brackets.isClose(p.scalars[$0]) } ?? min(end, open + Self.longest)
        return (open + 1..<max(open + 1, close)).contains { p.scalars[$0] == 0xFF1A || p.scalars[$0] == 0x3A }
    }

    /// `市商务局牵头 市财政局配合`, `长期 市财政局`
    private func isSaid(_ before: Passage, _ left: Range<Int>) -> Bool {
        vocabulary.lists.post.match(before, before: left.upperBound, from: left.lowerBound).map { $0.length > 1 } ?? false || TimePhrase.isWord(before, left)
    }

    /// A name of an organ or of a body by its ending, or a class of them.
    private func isWhole(_ q: Passage, _ range: Range<Int>) -> Bool {
        guard range.count >= 3, let last = range.last else { return false }
        if Brackets.isClose(q.scalars[last]) {
            guard let open = range.first(where: { Brackets.isOpen(q.scalars[$0]) }) else { return false }
            return isWhole(q, range.lowerBound..<open)
        }
        // What stands behind the name is not looked at: 市财政局按职责分工负责.
        let words = vocabulary.lists.post.match(q, before: range.upperBound, from: range.lowerBound)?.length ?? 0
        let name = range.lowerBound..<range.upperBound - words
        guard name.count >= 3 else { return false }
        if vocabulary.bodies.organEnds.contains(q, before: name.upperBound, from: name.lowerBound + 1) || vocabulary.brackets.bareEnds.contains(q, before: name.upperBound, from: name.lowerBound + 1) { return true }
        return shape.isName(q, name) && (ResponsibilityRecogniser.classStarts.contains(q.scalars[name.lowerBound]) || vocabulary.lists.scopes.match(q, before: name.upperBound, from: name.lowerBound) != nil)
    }

    /// 各县（市、区）
    private func isRegions(_ q: Passage, _ range: Range<Int>) -> Bool {
        // 有关部门及各县 (市): what counts is the last 各.
        guard let each = range.last(where: { q.scalars[$0] == 0x5404 }), each + 1 < range.upperBound else { return false } // 各
        return (each + 1..<range.upperBound).allSatisfy { Self.regions.contains(q.scalars[$0]) || Brackets.isOpen(q.scalars[$0]) || Brackets.isClose(q.scalars[$0]) }
    }

    private func saysLevel(_ q: Passage, _ range: Range<Int>) -> Bool { range.first.map { q.scalars[$0] == 0x5404 || Self.levels.contains(q.scalars[$0]) } ?? false }

    private func isRegionBody(_ range: Range<Int>) -> Bool { vocabulary.lists.regionBodies.contains { p.has($0, at: range.lowerBound) } }

    /// 市财政局, 各区; not 市场监管局 nor the 区管委会 of 高新|区管委会.
    private func startsAnew(_ range: Range<Int>) -> Bool {
        guard let first = range.first else { return false }
        if p.scalars[first] == 0x5404 { return true }
        return Self.levels.contains(p.scalars[first]) && !p.has("市场", at: first) && !isRegionBody(first + 1..<range.upperBound)
    }

    /// Whether both pieces together are a name and the second is none: 市发展改革⏎局.
    private func joins(_ before: Passage, _ left: Range<Int>, _ right: Range<Int>) -> Bool {
        guard left.count + right.count <= Self.longest, !right.isEmpty else { return false }
        var joined = before.part(left)
        joined.append(p, right)
        return isWhole(joined, joined.indices) && !isWhole(p, right)
    }

    /// 示范区市场⏎监管局: the first piece says its area and ends as no name does, the second is one without an area.
    private func completes(_ before: Passage, _ left: Range<Int>, _ right: Range<Int>) -> Bool {
        guard (3...10).contains(left.count), (2...6).contains(right.count), let last = left.last, !Self.regions.contains(before.scalars[last]), isWhole(p, right), !startsAnew(right) else { return false }
        return left.dropLast().prefix(6).contains { Self.levels.contains(before.scalars[$0]) }
    }

    private static let regions: ScalarSet = "省市州区县旗盟乡镇街道、，"
    private static let levels: ScalarSet = "省市区县州旗"
    private static let longest = 60
}
