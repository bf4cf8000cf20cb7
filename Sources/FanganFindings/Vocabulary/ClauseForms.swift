import FanganText

/// Forms of a sentence that names who does something.
struct ClauseForms: OptionSet, Sendable {
    let rawValue: UInt16

    static let all = ClauseForms(rawValue: .max)

    // Told by the first character.

    /// `除城关镇外的…`
    static let exception = ClauseForms(rawValue: 1)
    /// Names that are set off at the head of an item.
    static let head = ClauseForms(rawValue: 1 << 1)
    /// `新增县应急局…`, `会议责成…`, `调整为…`
    static let added = ClauseForms(rawValue: 1 << 2), ordered = ClauseForms(rawValue: 1 << 3), renewed = ClauseForms(rawValue: 1 << 4)
    /// `在省政府统一领导下`, `以县水务局为主`
    static let led = ClauseForms(rawValue: 1 << 5)
    /// `各级住建部门…`
    static let field = ClauseForms(rawValue: 1 << 6)
    /// `6月底前，…`
    static let day = ClauseForms(rawValue: 1 << 7)
    /// `各乡镇…`, `省直有关部门…`, `试点地区…`; told by 各 near the head too.
    static let classes = ClauseForms(rawValue: 1 << 8)
    /// `乡镇人民政府…`
    static let governments = ClauseForms(rawValue: 1 << 9)
    /// `会同…`
    static let joint = ClauseForms(rawValue: 1 << 10)

    // Told by what stands farther on.

    /// A name in front of what it does.
    static let subject = ClauseForms(rawValue: 1 << 11)
    /// 是 or 为 before the clause ends.
    static let being = ClauseForms(rawValue: 1 << 12)
    /// The end of a place's name in front of what it is told.
    static let place = ClauseForms(rawValue: 1 << 13)
    /// 设 of 设在.
    static let seat = ClauseForms(rawValue: 1 << 14)
}

extension ClauseForms {
    /// The characters with which they begin: one look tells which of them may. At most clauses (`加强…`, `推进…`) none may.
    static var heads: [(ScalarSet, ClauseForms)] {
        [
            (ScalarSet(firstOf: .exceptOpen), .exception),
            (ScalarSet(firstOf: .levelStart), .head), (ResponsibilityVocabulary.levels, .head), (SentenceReader.squares, .head),
            (ScalarSet(firstOf: .addingVerb), .added), (ScalarSet(firstOf: .orderVerb, .leadIn), .ordered), (ScalarSet(firstOf: .changeVerb), .renewed), ("在以", .led),
            (ScalarSet(firstOf: .fieldStart, .ownFieldStart), .field), (SentenceReader.levelWords, .field), ("各", [.field, .classes]),
            (SentenceWords.dateHeads, .day), (SentenceReader.untils, .day), (ScalarSet(firstOf: .yearEnd), .day),
            (ScalarSet(firstOf: .trial, .classLevel, .regionNoun, .governmentLevel), .classes), (ScalarSet(firstOf: .ownGovernment), .governments),
            (ScalarSet(firstOf: .jointLead, .jointVerb), .joint),
        ]
    }
}
