import FanganText

/// What stands in front of a colon and says who or by when: 牵头单位, 完成时限.
final class KeyWords: Sendable {
    /// What a key in front of a colon holds.
    enum Key: Sendable, Hashable {
        case units(ResponsibilityRole), due, other

        var givesUnits: Bool {
            if case .units = self { return true }
            return false
        }
    }

    /// Alone, and behind a level those that give units: 责任单位, 市级责任单位.
    let keys = Lexicon<Key>(spelled: KeyWords.spelled.map { ($0.word, $0.kind) })
    /// 市级, in front of a key.
    let keyLevels = Lexicon(.keyLevel)
    /// Keys that only go on with a list that another one began: 牵头单位：…；成员单位：….
    let memberKeys = Lexicon(.keyMember)
    /// Keys that begin the item's text on a line of their own: 工作目标：….
    let textKeys = Lexicon(.keyText)
    /// First characters of them, and of those that may be broken.
    let keyHeads = KeyWords.heads
    /// Keys that count in lists only, with their colon: 主管部门, 指导单位.
    let bracketKeys = Lexicon(.colonKeyLead, .colonKeyResponsible, .colonKeySupport)
    /// What stands in front of a key and is no unit: 本部分|牵头单位.
    let keyOpenings = Lexicon(.keyOpening)
    /// What a key ends in that says who else has to do with a work: 验收|单位.
    let holderEnds = Endings(.holderEnd)
    /// For a character of a key those that it may be misread as: 任, 住.
    let lookAlikes = Dictionary(words(.lookAlike).map { ($0.scalars[0], Array($0.scalars.dropFirst())) }) { $0 + $1 }
    /// Keys of days behind which a text may stand as well: 进度安排.
    let proseKeys = Lexicon(.proseKey)
    /// Keys by how many characters they have, for those of which one was misread.
    let keysByLength = Dictionary(grouping: KeyWords.spelled.filter { $0.word.count >= 4 && $0.kind != .other }) { $0.word.count }

    static let heads = ScalarSet(spelled.compactMap { $0.word.first } + brokenHeads.unicodeScalars.map(\.value))
    /// Second characters of the keys, and whether there is a key without one.
    private let seconds = ScalarSet(KeyWords.spelled.compactMap { $0.word.dropFirst().first })
    private let hasShort = KeyWords.spelled.contains { $0.word.count < 2 }

    /// The longest key at an index. Levels begin keys as well as names (市级责任单位, 市财政局): the second character tells most of them apart.
    func match(_ scalars: Scalars, at index: Int, limit: Int) -> (value: Key, length: Int)? {
        guard hasShort || index + 1 < min(limit, scalars.count) && seconds.contains(scalars[index + 1]) else { return nil }
        return keys.match(scalars, at: index, limit: limit)
    }

    /// First characters of keys that may be broken.
    static let brokenHeads = "责牵主配完落负协承实参考贵"

    private static let kinds: KeyValuePairs<ResponsibilityCue, Key> = [
        .keyLead: .units(.lead), .keyResponsible: .units(.responsible), .keySupport: .units(.support), .keyMember: .units(.responsible), .keyDue: .due, .keyOther: .other, .keyText: .other,
        .colonKeyLead: .units(.lead), .colonKeyResponsible: .units(.responsible), .colonKeySupport: .units(.support),
    ]

    /// All keys as code points, those of units behind each level too: 市级责任单位.
    private static let spelled: [(word: [UInt32], kind: Key)] = {
        func scalars(_ cue: ResponsibilityCue) -> [[UInt32]] { ResponsibilityCue.table[cue].map { $0.unicodeScalars.map(\.value) } }
        let levels = scalars(.keyLevel)
        return kinds.flatMap { cue, key in
            scalars(cue).flatMap { word in [(word, key)] + (cue == .keyMember || !key.givesUnits ? [] : levels.map { ($0 + word, key) }) }
        }
    }()
}
