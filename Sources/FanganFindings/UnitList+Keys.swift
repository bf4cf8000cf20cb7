import FanganOutline
import FanganText

/// Keys in a list: which word in front of a colon, or without one, says what the piece behind it is.
extension UnitList {
    /// `市领导：张三`, `牵头县级领导：李四`: whoever leads is a person.
    func personKey(_ range: Range<Int>) -> ResponsibilityKey? {
        unknownKey(range).flatMap { passage.has("领导", before: $0.word.upperBound) ? $0 : nil }
    }

    /// `验收单位：县审计局`: whatever a word in front of a colon is called that is no name, it holds something else than those who are responsible.
    func unknownKey(_ range: Range<Int>) -> ResponsibilityKey? {
        guard let colon = passage.first(of: Self.keyColons, in: range.prefix(Self.longestUnknownKey)), colon > range.lowerBound + 1 else { return nil }
        let word = range.lowerBound..<colon
        guard namesKind(word) || !shape.isName(passage, word) && !vocabulary.bodies.townshipEnds.contains(passage, before: colon, from: word.lowerBound + 1), !word.contains(where: { passage.scalars[$0] < 0x4E00 || Brackets.isOpen(passage.scalars[$0]) }) else { return nil }
        return ResponsibilityKey(kind: .other, word: word, end: colon + 1, mark: .colon)
    }

    /// 验收单位, 包联领导; not 县直单位, 各部门.
    private func namesKind(_ word: Range<Int>) -> Bool {
        vocabulary.keyed.holderEnds.contains(passage, before: word.upperBound, from: word.lowerBound) && !ResponsibilityVocabulary.levels.contains(passage.scalars[word.lowerBound]) && !ResponsibilityRecogniser.classStarts.contains(passage.scalars[word.lowerBound])
    }

    /// `责任单位：摸底：县住建局；整治：县城管局`: behind a key of units a word that names no kind of holder says for what the unit answers.
    func topic(_ range: Range<Int>) -> ResponsibilityKey? {
        guard key?.givesUnits ?? false, let topic = unknownKey(range), !namesKind(topic.word), topic.end < range.upperBound, isOrgan(topic.end..<range.upperBound) || isDoer(topic.end..<range.upperBound) else { return nil }
        return topic
    }

    private static let keyColons: ScalarSet = "：:"
    private static let longestUnknownKey = 9

    /// `牵头市商务局，配合市财政局`: a short key without a colon, in front of one organ.
    func isShortKey(_ key: ResponsibilityKey, _ range: Range<Int>) -> Bool {
        guard key.mark == .none, key.word.count == 2, case .units(let role) = key.kind, role != .responsible else { return false }
        return isOrgan(key.end..<range.upperBound)
    }

    /// Behind a key without colon, so that `责任单位按职责分工负责` stays a class.
    func namesFollow(_ range: Range<Int>) -> Bool {
        range.isEmpty || !vocabulary.lists.scopeStarts.begins(passage.scalars, at: range.lowerBound, limit: range.upperBound) && !vocabulary.lists.postStarts.begins(passage.scalars, at: range.lowerBound, limit: range.upperBound)
    }
}
