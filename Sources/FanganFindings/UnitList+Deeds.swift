import FanganText

/// Names with what each has to do or by when, in one piece of a list: `县住建局负责摸底，县财政局做好资金保障`, `县住建局2025年6月底前完成`.
extension UnitList {
    struct Deed {
        var name: Range<Int>
        /// What stands behind the name and its word.
        var rest: Range<Int>
        var role: ResponsibilityRole?
        var isDue: Bool
    }

    /// The organ or class that a piece begins with, and what it is told; nil for a name.
    func deed(_ piece: Range<Int>) -> Deed? {
        guard piece.count > 4, !shape.isName(passage, piece) else { return nil }
        for end in piece.lowerBound + 2..<min(piece.upperBound - 1, piece.lowerBound + Self.longestDoer) {
            let c = passage.scalars[end]
            guard !Self.isSeparator(c), isDoer(piece.lowerBound..<end) else { continue }
            let start = c == 0x20 ? end + 1 : end, rest = start..<piece.upperBound
            if isDeadline(rest), TimePhrase.closes(passage, rest) { return Deed(name: piece.lowerBound..<end, rest: rest, role: nil, isDue: true) }
            guard start == end else { continue }
            if let (role, length) = vocabulary.lists.postStarts.match(passage.scalars, at: end, limit: piece.upperBound) {
                guard !vocabulary.sentences.postNouns.begins(passage.scalars, at: end + length, limit: piece.upperBound), end + length < piece.upperBound else { continue }
                return Deed(name: piece.lowerBound..<end, rest: end + length..<piece.upperBound, role: role, isDue: false)
            }
            guard isOrganName(piece.lowerBound..<end), let length = verb(end, piece.upperBound), end + length < piece.upperBound else { continue }
            return Deed(name: piece.lowerBound..<end, rest: end..<piece.upperBound, role: nil, isDue: false)
        }
        return nil
    }

    /// 6月底前, 2025年6月底前完成, 长期: nothing but a time and the word behind it.
    func isDeadline(_ range: Range<Int>) -> Bool {
        guard !range.isEmpty, !shape.isName(passage, range) else { return false }
        return TimePhrase.isWord(passage, range) || TimePhrase.isDate(passage, range)
    }

    /// 做好, 拨付, 要: what only begins a name has one character (应急).
    private func verb(_ at: Int, _ limit: Int) -> Int? {
        guard let length = vocabulary.sentences.subjectVerbs.match(passage.scalars, at: at, limit: limit)?.length ?? vocabulary.sentences.workVerbs.match(passage.scalars, at: at, limit: limit)?.length else { return nil }
        return length > 1 || vocabulary.sentences.clauseVerbs.match(passage.scalars, at: at, limit: limit)?.value == true && SentenceReader.orders.contains(passage.scalars[at]) ? length : nil
    }

    /// An organ that says its level, and so no words of a sentence.
    private func isOrganName(_ name: Range<Int>) -> Bool {
        ResponsibilityVocabulary.levels.contains(passage.scalars[name.lowerBound]) && vocabulary.bodies.organEnds.contains(passage, before: name.upperBound, from: name.lowerBound + 1)
    }

    private static let longestDoer = 24
}
