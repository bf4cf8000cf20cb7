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
    /// Keys with a character misread.
    private(set) var misread: [Range<Int>] = []
    /// A key with units or a word behind them was there; without it the text is no assignment.
    private(set) var isMarked = false
    /// False for one that was given up.
    private(set) var isWhole = true

    // Read in the extensions: the pieces, names and roles of a list are each a subject of their own.
    let passage: Passage
    let vocabulary: ResponsibilityVocabulary
    let shape: NameShape
    private(set) var pending: [Range<Int>] = []
    /// What a bracket with a key holds that was taken off a name.
    var nestedKey: Range<Int>?
    /// Pieces that are no names: `6月底完成`, `持续推进`.
    private(set) var loose: [Range<Int>] = []
    private(set) var key: ResponsibilityKey?
    /// How many names were pending at the last ， or ；: no farther back reaches a word behind a list (`A、B，C配合`), …
    private var clause = 0
    /// … unless the names in front have been told apart before: `A牵头，B、C，D配合`.
    private var hasVerb = false
    /// Whether the names up to the next ， or ； are not meant either: 不含县财政局、县审计局.
    private var isExcepting = false
    /// Where names begin that bear a mark: ★市商务局.
    var starred: Set<Int> = []
    private let fallback: ResponsibilityRole

    /// - Parameter isUseless: asked behind each clause whether what was read so far tells that the rest does not matter.
    init(_ passage: Passage, _ range: Range<Int>, fallback: ResponsibilityRole = .responsible, vocabulary: ResponsibilityVocabulary, shape: NameShape, giveUp isUseless: (UnitList) -> Bool = { _ in false }) {
        let settled = Self.settled(passage, range, vocabulary, shape)
        self.passage = settled?.passage ?? passage
        self.vocabulary = vocabulary
        self.shape = shape
        self.fallback = fallback
        if settled == nil { read(range, isUseless) } else { read(self.passage.indices) { _ in false } }
        entries = Self.unique(entries, self.passage)
        if let settled { putBack(settled, end: range.upperBound) }
    }

    private mutating func read(_ range: Range<Int>, _ isUseless: (UnitList) -> Bool) {
        var last = range.lowerBound
        Self.forEachAtom(passage, range, keeping: brokenKeys(range), shape: shape) { atom in
            read(atom, behind: last, of: range, isUseless)
            last = atom.upperBound
            return isWhole
        }
        if !isWhole { return }
        flush(nil)
        for piece in loose { attributes.append(Attribute(key: nil, value: piece, isDue: true)) }
        letStarredLead()
        letNamedPlaceLead()
    }

    private mutating func read(_ atom: Range<Int>, behind last: Int, of range: Range<Int>, _ isUseless: (UnitList) -> Bool) {
        let opensClause = last == range.lowerBound || (last..<atom.lowerBound).contains { Self.clauseMarks.contains(passage.scalars[$0]) }
        if opensClause {
            (clause, isExcepting) = (pending.count, false)
            if last > range.lowerBound, isUseless(self) {
                isWhole = false
                return
            }
        }
        if isExcepting { return goOnWithNote(atom) }
        isExcepting = opensClause && exceptsName(atom)
        if isPlainName(atom) { return pending.append(atom) }
        // Most pieces hold neither a colon nor a bracket, at which they could be parted.
        if passage.first(of: Self.partMarks, in: atom) != nil { for piece in atKeys(atom) { take(piece) } } else { take(atom) }
    }

    /// `县住建局、县财政局（列首位的为牵头单位）`: a remark in the list says which of it lead.
    private mutating func letNamedPlaceLead() {
        guard !entries.contains(where: { $0.role == .lead }), let remark = attributes.first(where: { $0.key == nil && !$0.isDue && vocabulary.rules.leadPlace(passage, $0.value) != nil })?.value, let place = vocabulary.rules.leadPlace(passage, remark)?.place else { return }
        entries.sort { $0.range.lowerBound < $1.range.lowerBound }
        var last = 0
        if let mark = place.mark {
            guard let before = entries.indices.dropFirst().first(where: { k in (entries[k - 1].range.upperBound..<max(entries[k - 1].range.upperBound, entries[k].range.lowerBound)).contains { mark.contains(passage.scalars[$0]) } }) else { return }
            last = before - 1
        }
        for i in entries.indices.prefix(last + 1) { entries[i].role = .lead }
        guard vocabulary.rules.othersSupport(passage, remark.lowerBound..<(attributes.map(\.value.upperBound).max() ?? remark.upperBound)) else { return }
        for i in entries.indices.dropFirst(last + 1) where entries[i].role == .responsible { entries[i].role = .support }
    }

    /// What was read without the blanks that part nothing, at its places in the passage.
    private mutating func putBack(_ settled: Settled, end: Int) {
        func original(_ range: Range<Int>) -> Range<Int> { settled.original(range, end: end) }
        for i in entries.indices { entries[i].range = original(entries[i].range) }
        for i in standing.indices { standing[i].range = original(standing[i].range) }
        misread = misread.map(original)
        for i in attributes.indices {
            attributes[i].value = original(attributes[i].value)
            attributes[i].key = attributes[i].key.map(original)
        }
    }

    /// `★市商务局、市财政局`: those that bear a mark lead, beside others that do not.
    private mutating func letStarredLead() {
        guard !starred.isEmpty, entries.contains(where: { !starred.contains($0.range.lowerBound) }) else { return }
        for i in entries.indices where starred.contains(entries[i].range.lowerBound) && entries[i].role == .responsible { entries[i].role = .lead }
    }

    // MARK: - One atom

    /// 市财政局, as most pieces are, where a name is looked for: no word stands around it, and it is one name.
    private func isPlainName(_ piece: Range<Int>) -> Bool {
        guard key?.givesUnits ?? true, let doubts = vocabulary.characters.doubts(passage, piece), shape.isName(passage, piece) else { return false }
        return !(doubts.contains(.change) && Self.change(passage, piece, vocabulary) != nil) && !(doubts.contains(.key) && vocabulary.keyed.match(passage.scalars, at: piece.lowerBound, limit: piece.upperBound) != nil)
    }

    private mutating func take(_ atom: Range<Int>) {
        var range = behindNumber(atom)
        // 县人社局，（配合单位：县总工会、团县委），12月底前
        if range.count > 4, Brackets.isOpen(passage.scalars[range.lowerBound]), Brackets.isClose(passage.scalars[range.upperBound - 1]), let inner = vocabulary.keyed.key(in: passage, at: range.lowerBound + 1, limit: range.upperBound - 1), inner.givesUnits, inner.mark == .colon {
            return take(nested: range.lowerBound + 1..<range.upperBound - 1)
        }
        if isJoint(range) { range = (range.lowerBound + 1)..<range.upperBound }
        if let found = personKey(range) ?? vocabulary.keyed.key(in: passage, at: range.lowerBound, limit: range.upperBound) ?? (topic(range) == nil ? unknownKey(range) : nil),
           found.standsAlone ? found.mark == .colon || namesFollow(found.end..<range.upperBound) || tellsChange(found.end..<range.upperBound) : isShortKey(found, range) {
            flush(nil)
            (key, hasVerb) = (found, false)
            if found.givesUnits { isMarked = true }
            if found.isMisread { misread.append(found.word) }
            range = behindNumber(Self.trimmed(passage, found.end..<range.upperBound))
        }
        if let topic = topic(range) {
            note(topic.word)
            range = topic.end..<range.upperBound
        }
        if isPlainName(range) { return pending.append(range) }
        guard !range.isEmpty, vocabulary.lists.emptyCells.match(passage.scalars, at: range.lowerBound, limit: range.upperBound)?.length != range.count else { return }
        // `排在第一位的为牵头部门`: a remark, whatever words it ends with.
        if vocabulary.rules.notes.begins(passage.scalars, at: range.lowerBound, limit: range.upperBound) { return note(range) }
        if excepts(range) { return except(range) }
        if isPerson(range) || isOfNumbers(range) { return note(range) }
        let (printed, said, isOwn) = stripped(behindException(range))
        guard !(said != nil && isNoLonger(printed)), let named = agent(printed) else { return except(range) }
        var name = withoutPost(renewed(withoutPerson(named))), role = said
        if let key, !key.givesUnits {
            // `完成时限：2023年底；市财政局牵头`: a name with its word ends what the key holds.
            // （时限：3月底前；县住建局）
            guard role != nil || key.kind == .due, isOrgan(name) else { return isDeadline(range) ? loose.append(range) : attach(range, to: key) }
            self.key = nil
        }
        if let deed = deed(name) {
            (name, role) = (deed.name, role ?? deed.role)
            note(deed.rest, isDue: deed.isDue)
        }
        if isOwn, let role {
            isMarked = true
            entries.append(Entry(range: name, role: role))
            return
        }
        if let inner = nestedKey {
            nestedKey = nil
            take(nested: inner)
        }
        let before = pending.count
        addNames(name)
        guard let role else { return }
        isMarked = true
        if passage.first("均为责任", in: name.upperBound..<range.upperBound) != nil { standing += pending[before...].map { Entry(range: $0, role: role) } }
        if !hasVerb, clause > 0, clause < pending.count {
            let behind = Array(pending[clause...])
            pending.removeSubrange(clause...)
            flush(nil)
            pending = behind
        }
        hasVerb = true
        flush(role)
    }

    /// `市住建局（责任领导：张三）`: what the key in the bracket holds stands beside the name.
    private mutating func take(nested inner: Range<Int>) {
        let list = UnitList(passage, inner, fallback: fallback, vocabulary: vocabulary, shape: shape)
        entries += list.entries
        attributes += list.attributes
    }

    /// Words about units that are not meant; behind 、 the names in front of them are not meant either: `县财政局、县审计局不再参与`.
    private mutating func except(_ range: Range<Int>) {
        var all = range
        if clause < pending.count, clause > 0 || !entries.isEmpty {
            if pending[clause].lowerBound < range.lowerBound { all = pending[clause].lowerBound..<range.upperBound }
            pending.removeSubrange(clause...)
        }
        note(all)
    }

    /// `此项工作由市商务局牵头`: the organ. Nil for what is said of other items (`第1—2项由市商务局牵头`, `以上任务由…`) and of who was responsible (`原由县住建局负责`).
    private func agent(_ name: Range<Int>) -> Range<Int>? {
        guard let by = name.last(where: { passage.scalars[$0] == 0x7531 && ($0 == name.lowerBound || !Self.byWords.contains(passage.scalars[$0 - 1])) }) else { return name } // 由
        let right = by + 1..<name.upperBound, left = name.lowerBound..<by
        guard right.count >= 2, by == name.lowerBound || shape.isName(passage, right) else { return name }
        let isOther = vocabulary.changes.formers.contains(passage, before: by, from: name.lowerBound) || left.contains { digitValue(passage.scalars[$0]) || passage.scalars[$0] == 0x7B2C } || vocabulary.rules.ruleScopes.begins(passage.scalars, at: left.lowerBound, limit: by) // 第
        return isOther ? nil : right
    }

    /// 自由, 理由
    private static let byWords: ScalarSet = "自理缘事"
    private static let clauseMarks: ScalarSet = "，,；;"

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

    func isOrgan(_ range: Range<Int>) -> Bool {
        range.count >= 3 && range.count <= 20 && ResponsibilityVocabulary.levels.contains(passage.scalars[range.lowerBound]) && shape.isName(passage, range)
    }

    /// Keeps words that are no name: 排在第一位的为牵头部门, 按职责分工.
    mutating func note(_ range: Range<Int>, isDue: Bool = false) { attributes.append(Attribute(key: nil, value: range, isDue: isDue)) }

    private mutating func goOnWithNote(_ range: Range<Int>) {
        guard let last = attributes.last, last.key == nil, last.value.upperBound <= range.lowerBound else { return note(range) }
        attributes[attributes.count - 1].value = last.value.lowerBound..<range.upperBound
    }

    /// What a key beside the units holds may have separators of its own: `适用范围：全省、各市`.
    private mutating func attach(_ range: Range<Int>, to key: ResponsibilityKey) {
        let isDue = key.kind == .due
        if let last = attributes.last, last.key == key.word { attributes[attributes.count - 1].value = last.value.lowerBound..<range.upperBound }
        else { attributes.append(Attribute(key: key.word, value: range, isDue: isDue)) }
    }

    mutating func add(_ range: Range<Int>) {
        guard !range.isEmpty else { return }
        // A mark alone is nobody.
        guard range.contains(where: { passage.scalars[$0].isIdeograph || passage.scalars[$0] < 0x80 && passage.scalars[$0] >= 0x30 }) else { return note(range) }
        // `责任单位按职责分工负责` names nobody.
        if let (kind, length) = vocabulary.keyed.match(passage.scalars, at: range.lowerBound, limit: range.upperBound), length == range.count, case .units = kind, !vocabulary.keyed.isBracketKey(passage, range) { return }
        // `市水利局协调、指导`: the second word is of the name in front.
        if vocabulary.lists.listPost.match(passage, before: range.upperBound, from: range.lowerBound)?.length == range.count { return }
        // `本部分牵头单位：A`
        if vocabulary.keyed.keyOpenings.match(passage.scalars, at: range.lowerBound, limit: range.upperBound)?.length == range.count { return }
        if isPhrase(range) { loose.append(range) } else { pending.append(range) }
    }

    /// `第2至3条均需各县区人民政府负责`: who does other items; not 第三人民医院均需落实.
    private func isOfNumbers(_ range: Range<Int>) -> Bool {
        guard range.count > 6, passage.scalars[range.lowerBound] == 0x7B2C, // 第
              let end = range.dropFirst().first(where: { !digitValue(passage.scalars[$0]) && !ResponsibilityRecogniser.numerals.contains(passage.scalars[$0]) && !Self.numberTies.contains(passage.scalars[$0]) }),
              end > range.lowerBound + 1, Self.numbered.contains(passage.scalars[end]), !passage.has("项目", at: end) else { return false }
        return vocabulary.rules.ruleVerbs.contains { passage.first($0, in: range.prefix(16)) != nil }
    }

    /// Between numbers of items, and what is counted.
    private static let numberTies: ScalarSet = "第至到和及与、—－-~～"
    private static let numbered: ScalarSet = "项条款点类"

    func digitValue(_ i: UInt32) -> Bool { i >= 0x30 && i <= 0x39 || i >= 0xFF10 && i <= 0xFF19 }

    /// Gives the names met since the last word a role.
    private mutating func flush(_ role: ResponsibilityRole?) {
        let given: ResponsibilityRole
        if let role { given = role } else if case .units(let keyed) = key?.kind { given = keyed } else { given = fallback }
        if entries.isEmpty { entries.reserveCapacity(pending.count) }
        for range in pending { entries.append(Entry(range: range, role: given)) }
        pending.removeAll(keepingCapacity: true)
        clause = 0
    }

    /// Where a piece may be parted: ``atKeys(_:)``.
    private static let partMarks: ScalarSet = "：:(（〔[［【﹝﹙〈＜‹<"
}
