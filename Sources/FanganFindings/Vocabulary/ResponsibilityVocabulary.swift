import FanganText

/// In what capacity a unit stands beside a duty.
public enum ResponsibilityRole: String, Sendable, Hashable {
    case lead, responsible, support
}

/// The words that assign work, by subject; read from `Resources/responsibility-words.tsv`.
///
/// It and its parts are classes, for they are large immutable tables that every recogniser holds: a copy would retain each list of words.
final class ResponsibilityVocabulary: Sendable {
    let keyed = KeyWords()
    let rules = RuleWords()
    let lists = ListWords()
    let brackets = BracketWords()
    let bodies = BodyWords()
    let classes = ClassWords()
    let headings = HeadingWords()
    let changes = ChangeWords()
    let sentences = SentenceWords()
    let deeds = DeedWords()
    /// What characters are to the readers of a passage.
    let characters: CharacterTable

    static let standard = ResponsibilityVocabulary()

    /// The last characters of levels: 市, 乡.
    static let levels: ScalarSet = "省市区县州旗盟乡镇"

    private init() { characters = CharacterTable(kinds: PassageMarks.characters(rules, sentences, bodies), forms: ClauseForms.heads, names: NameSigns.characters) }
}
