import FanganText

/// The words behind a name that say what it has to do: 牵头, 按职责分工负责, （配合单位）.
extension UnitList {
    /// Takes the words behind a name off it: 按职责分工负责, 等配合. Returns the role that they give, and whether it is
    /// this name's own (`市财政局（牵头）`).
    mutating func stripped(_ range: Range<Int>) -> (Range<Int>, ResponsibilityRole?, isOwn: Bool) {
        var end = range.upperBound, start = range.lowerBound
        var role: ResponsibilityRole?
        var isOwn = false
        var changed = true
        while end > start, Self.edges.contains(passage.scalars[end - 1]) { end -= 1 }
        trimMarks(&start, &end)
        while changed, end > start {
            changed = false
            if let (found, length) = roleWord(start..<end) {
                // 牵头 outranks a 负责 behind it.
                if role == nil || found == .lead { role = found }
                end -= length
                changed = true
            } else if let (_, length) = vocabulary.lists.scopes.match(passage, before: end, from: start), end - start > length || role != nil {
                end -= length
                changed = true
            } else if role != nil, let (_, length) = vocabulary.lists.modals.match(passage, before: end, from: start) {
                end -= length
                changed = true
            } else if let open = trailingBracket(start..<end) {
                let inner = (open + 1)..<(end - 1)
                if isKeyed(inner) || isAssignment(inner) { nestedKey = inner } else if isDeadline(inner) {
                    note(inner, isDue: true)
                } else if let own = self.role(inner) {
                    role = own
                    // 县教育局、县卫健局（共同牵头）
                    isOwn = !vocabulary.lists.jointPosts.begins(passage.scalars, at: inner.lowerBound, limit: inner.upperBound)
                } else if isShare(inner) || excepts(inner) || inner.contains(where: { vocabulary.rules.notes.begins(passage.scalars, at: $0, limit: inner.upperBound) }) {
                    note(inner)
                } else { break }
                end = open
                changed = true
            }
            while end > start, Self.edges.contains(passage.scalars[end - 1]) { end -= 1 }
            trimMarks(&start, &end)
        }
        if let (_, length) = vocabulary.lists.scopeStarts.match(passage.scalars, at: start, limit: end), !isSpecialStart(start), end - start > length + 1 {
            start += length
        }
        return (start..<end, role, isOwn)
    }

    /// The longest word behind a name that gives it a role. Those that only brackets have (`市住建局统筹，各区政府实施`) stand behind a name of an organ or of a class.
    private func roleWord(_ range: Range<Int>) -> (ResponsibilityRole, Int)? {
        let plain = vocabulary.lists.post.match(passage, before: range.upperBound, from: range.lowerBound).flatMap { isPartOfName($0.length, of: range) ? nil : $0 }
        guard let (role, length) = vocabulary.lists.listPost.match(passage, before: range.upperBound, from: range.lowerBound + 2), length > plain?.length ?? 0,
              isDoer(range.lowerBound..<range.upperBound - length) else { return plain.map { ($0.value, $0.length) } }
        return (role, length)
    }

    /// 县政|协办, 市科|协办: in front of the word no name is left, so that it is the end of one.
    private func isPartOfName(_ length: Int, of range: Range<Int>) -> Bool {
        range.count - length == 2 && length == 2 && ResponsibilityVocabulary.levels.contains(passage.scalars[range.lowerBound]) && vocabulary.bodies.organEnds.contains(passage, before: range.upperBound, from: range.lowerBound + 1)
    }

    /// 市住建局, 各区; not the 部门 of 部门审核, the 社会 of 社会组织 nor 根据市住建局….
    func isDoer(_ name: Range<Int>) -> Bool {
        guard !name.isEmpty, shape.isName(passage, name), !Self.adverbStarts.contains(passage.scalars[name.lowerBound]) else { return false }
        if ResponsibilityRecogniser.classStarts.contains(passage.scalars[name.lowerBound]) { return true }
        func ends(_ ends: Endings<Bool>) -> Bool { ends.contains(passage, before: name.upperBound, from: name.lowerBound + 1) }
        return name.count >= 3 && (ends(vocabulary.bodies.organEnds) || ends(vocabulary.brackets.bareEnds) || ends(vocabulary.bodies.bodyEnds) || passage.has("政府", before: name.upperBound) || passage.has("部门", before: name.upperBound) || passage.has("单位", before: name.upperBound))
    }

    private static let adverbStarts: ScalarSet = "根按在经据依以把将对"

    /// ★市商务局, 市商务局*: the mark is no part of the name.
    private mutating func trimMarks(_ start: inout Int, _ end: inout Int) {
        var isMarked = false
        while end > start + 1, Self.leadMarks.contains(passage.scalars[end - 1]) { (end, isMarked) = (end - 1, true) }
        while end > start + 1, Self.leadMarks.contains(passage.scalars[start]) { (start, isMarked) = (start + 1, true) }
        if isMarked { starred.insert(start) }
    }

    private static let leadMarks: ScalarSet = "★☆▲△●◆■*＊#＃※"

    /// 责任领导：张三
    private func isKeyed(_ inner: Range<Int>) -> Bool { vocabulary.keyed.key(in: passage, at: inner.lowerBound, limit: inner.upperBound)?.mark == .colon }

    /// `县住建局（县财政局、县审计局配合）`: who else has to do with it.
    private func isAssignment(_ inner: Range<Int>) -> Bool {
        guard inner.count > 4, let length = vocabulary.lists.post.match(passage, before: inner.upperBound, from: inner.lowerBound + 2)?.length, role(inner) == nil, !isShare(inner) else { return false }
        return Self.atoms(passage, inner.lowerBound..<inner.upperBound - length).allSatisfy { isDoer($0) }
    }

    /// `县卫健局（按职责分工）`: how it shares the work, no part of its name.
    private func isShare(_ inner: Range<Int>) -> Bool { vocabulary.lists.scopes.match(passage, before: inner.upperBound, from: inner.lowerBound).map { $0.length == inner.count } ?? false }

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
    func role(_ inner: Range<Int>) -> ResponsibilityRole? {
        // 市住建局（主）、市财政局（协）
        if let (role, length) = vocabulary.lists.ownRoles.match(passage.scalars, at: inner.lowerBound, limit: inner.upperBound), length == inner.count { return role }
        if let (kind, length) = vocabulary.keyed.match(passage.scalars, at: inner.lowerBound, limit: inner.upperBound), length == inner.count, case .units(let role) = kind { return role }
        if let (role, length) = vocabulary.lists.postStarts.match(passage.scalars, at: inner.lowerBound, limit: inner.upperBound), length == inner.count { return role }
        // 市住建局（主责）
        if let (role, length) = vocabulary.lists.leadStarts.match(passage.scalars, at: inner.lowerBound, limit: inner.upperBound), length == inner.count { return role }
        return nil
    }

    /// 和平区…, 及 … begin names too: a scope word in front is taken off only if it cannot begin one.
    private func isSpecialStart(_ at: Int) -> Bool { vocabulary.lists.scopeNames.begins(passage.scalars, at: at) }
}
