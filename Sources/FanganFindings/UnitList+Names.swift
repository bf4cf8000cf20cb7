import FanganText

/// Several names in one piece (`市直相关部门及各地`, `新闻宣传处等相关处室`), and pieces that are none.
extension UnitList {
    /// `新闻宣传处等相关处室` holds two; `省财政厅等部门` one; `省小企业局等相关部门和各市人民政府` three.
    mutating func addNames(_ range: Range<Int>) {
        guard !range.isEmpty else { return }
        if let etc = range.first(where: { passage.scalars[$0] == 0x7B49 && $0 > range.lowerBound + 1 && !vocabulary.lists.noEtceteras.begins(passage.scalars, at: $0) }) {
            let tail = Self.trimmed(passage, (etc + 1)..<range.upperBound)
            // 供水、供电等企业
            if tail.count <= 8, vocabulary.lists.tradeBodies.contains(where: { passage.has($0, before: tail.upperBound) }), passage.first("、", in: range) != nil, vocabulary.lists.tradeEnds.contains(passage, before: etc, from: range.lowerBound) { return add(range) }
            let pieces = joinedNames(tail)
            if !tail.isEmpty, pieces.allSatisfy({ shape.isName(passage, $0) || isBareClass($0) || isOwned($0) }) {
                joinedNames(Self.trimmed(passage, range.lowerBound..<etc)).forEach { add($0) }
                pieces.filter { !isBareClass($0) }.forEach { add($0) }
                return
            }
        }
        if range.contains(where: { Self.conjunctions.contains(passage.scalars[$0]) || vocabulary.lists.listHeads.contains(passage.scalars[$0]) }) { joinedNames(range).forEach { add($0) } } else { add(range) }
    }

    /// 部门, 11个部门
    func isBareClass(_ range: Range<Int>) -> Bool {
        guard range.count <= 8 else { return false }
        let word = range.drop { digitValue(passage.scalars[$0]) || passage.scalars[$0] == 0x4E2A || passage.scalars[$0] == 0x5BB6 } // 个 家
        return vocabulary.lists.bareClasses.contains(passage.string(word.startIndex..<range.upperBound))
    }

    /// `市直相关部门及各地`, `市商务局会同市税务局`: two names, the second of a class or with its level.
    private func joinedNames(_ range: Range<Int>) -> [Range<Int>] {
        var names: [Range<Int>] = [], from = range.lowerBound, depth = 0, i = range.lowerBound
        while i < range.upperBound {
            let c = passage.scalars[i]
            if Brackets.isOpen(c) { depth += 1 } else if Brackets.isClose(c) { depth -= 1 }
            if depth == 0, i > from + 1, let length = conjunction(i, from, range.upperBound) {
                let left = from..<(c == 0x53CA && passage.scalars[i - 1] == 0x4EE5 ? i - 1 : i), right = (i + length)..<range.upperBound
                if shape.isName(passage, left) || isBareClass(left) || isBody(left), shape.isName(passage, right) || isOwned(right) || isBody(right) {
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
    private func conjunction(_ i: Int, _ start: Int, _ end: Int) -> Int? {
        if let length = Self.conjunctionLength(passage, i) {
            if i + length + 1 < end, Self.secondStarts.contains(passage.scalars[i + length]) { return length }
            // `县人民政府和巴中经开区`: the second says its place; 党委和人民政府 is one body.
            let second = min(i + length, end)..<end
            // 各区政府和顺德新城管委会, 各区住建局和自然资源分局; 各县发展改革和统计局 is one.
            if isPair(start..<i, i, second) { return length }
            return second.count >= 4 && passage.has("政府", before: i) && second.contains { ResponsibilityVocabulary.levels.contains(passage.scalars[$0]) } ? length : nil
        }
        guard i + 3 < end else { return nil }
        // `财政部会同有关部门`, `人民银行会同…`; not 会同县.
        if let (_, length) = vocabulary.lists.listJoints.match(passage.scalars, at: i, limit: end) {
            return vocabulary.bodies.organEnds.contains(passage, before: i) || passage.scalars[i - 1] == 0x90E8 || passage.scalars[i - 1] == 0x884C ? length : nil // 部行
        }
        // 各区政府组织|各相关部门
        if vocabulary.lists.listOrders.begins(passage.scalars, at: i, limit: end) { return 2 }
        return nil
    }

    /// 市属国企, 州属医院: bodies of a level, whatever they are called.
    private func isOwned(_ range: Range<Int>) -> Bool {
        (4...12).contains(range.count) && ResponsibilityVocabulary.levels.contains(passage.scalars[range.lowerBound]) && passage.scalars[range.lowerBound + 1] == 0x5C5E // 属
    }

    func isOwnBody(_ range: Range<Int>) -> Bool {
        func ends(_ ends: Endings<Bool>) -> Bool { ends.contains(passage, before: range.upperBound, from: range.lowerBound + 2) }
        return ends(vocabulary.bodies.organEnds) || ends(vocabulary.brackets.bareEnds) || passage.has("政府", before: range.upperBound)
    }

    /// `6月底完成`, `持续推进`, `5月底取得阶段性成效并持续推进`: a piece that cannot be a name.
    func isPhrase(_ range: Range<Int>) -> Bool {
        if shape.isName(passage, range) { return false }
        if range.count > 40 { return true }
        return range.contains { digitValue(passage.scalars[$0]) } && !isNumberedBody(range) || vocabulary.lists.phraseEnds.contains(passage, before: range.upperBound, from: range.lowerBound)
            || vocabulary.lists.phraseStarts.begins(passage.scalars, at: range.lowerBound, limit: range.upperBound)
    }

    /// 绩溪县第12中学
    private func isNumberedBody(_ range: Range<Int>) -> Bool {
        guard let first = range.first(where: { passage.scalars[$0] == 0x7B2C }), vocabulary.bodies.numberedEnds.contains(passage, before: range.upperBound, from: first) else { return false } // 第
        return range.allSatisfy { digitValue(passage.scalars[$0]) ? $0 > first : passage.scalars[$0] >= 0x4E00 }
    }

    /// 及 和 与 或
    static let conjunctions: ScalarSet = "及和与或"

    /// 和, 或, 或者
    static func conjunctionLength(_ p: Passage, _ i: Int) -> Int? {
        conjunctions.contains(p.scalars[i]) ? p.has("或者", at: i) ? 2 : 1 : nil
    }

    /// 各地, 有关部门, 省财政厅: how the second of two names can begin.
    private static let secondStarts: ScalarSet = "各有相省市区县州旗乡镇"
}
