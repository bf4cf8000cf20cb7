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

    // Read in the extensions: the pieces, names and roles of a list are each a subject of their own.
    let passage: Passage
    let vocabulary: ResponsibilityVocabulary
    let shape: NameShape
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
        if vocabulary.notes.begins(passage.scalars, at: range.lowerBound, limit: range.upperBound) { return note(range) }
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

    /// Keeps words that are no name: 排在第一位的为牵头部门, 按职责分工.
    mutating func note(_ range: Range<Int>) { attributes.append(Attribute(key: nil, value: range, isDue: false)) }

    /// What a key beside the units holds may have separators of its own: `适用范围：全省、各市`.
    private mutating func attach(_ range: Range<Int>, to key: ResponsibilityKey) {
        let isDue = key.kind == .due
        if let last = attributes.last, last.key == key.word { attributes[attributes.count - 1].value = last.value.lowerBound..<range.upperBound }
        else { attributes.append(Attribute(key: key.word, value: range, isDue: isDue)) }
    }

    mutating func add(_ range: Range<Int>) {
        guard !range.isEmpty else { return }
        // `责任单位按职责分工负责` names nobody.
        if let (kind, length) = vocabulary.keys.match(passage.scalars, at: range.lowerBound, limit: range.upperBound), length == range.count, case .units = kind { return }
        if isPhrase(range) { loose.append(range) } else { pending.append(range) }
    }

    func digitValue(_ i: UInt32) -> Bool { i >= 0x30 && i <= 0x39 || i >= 0xFF10 && i <= 0xFF19 }

    /// Gives the names met since the last word a role.
    private mutating func flush(_ role: ResponsibilityRole?) {
        let given: ResponsibilityRole
        if let role { given = role } else if case .units(let keyed) = key?.kind { given = keyed } else { given = fallback }
        for range in pending { entries.append(Entry(range: range, role: given)) }
        pending.removeAll(keepingCapacity: true)
    }

    /// Where a piece may be parted: ``atKeys(_:)``.
    private static let partMarks: ScalarSet = "：:(（〔[［【﹝﹙〈＜‹<"
}
