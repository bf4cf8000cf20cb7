import FanganText

/// The words by which the parts of a plan are told, by subject; read from the tables in `Resources/`.
///
/// It and its parts are classes, for they are large immutable tables that every rule holds: a copy would retain each list of words.
public final class OutlineVocabulary: Sendable {
    let titles = TitleWords()
    let head = HeadWords()
    let tail = TailWords()
    let items = ItemWords()
    let names = NameWords()
    let tables = TableWords()

    public static let standard = OutlineVocabulary()

    private init() {}

    /// Whether words mean what was said above in the same place: 同上.
    public func isDitto(_ words: String) -> Bool { tables.isDitto(words) }

    /// Whether all that a cell says is that there is nothing: 无.
    public func isEmptyCell(_ words: String) -> Bool { tables.emptyCells.contains(words) }

    /// Whether a key is one of persons: 责任领导, 联络员.
    public func namesPerson(_ key: String) -> Bool { tables.role(ofColumn: Passage(key)) == .person }
}
