import FanganText

/// How names of organs and places begin and end, and what is none.
final class NameWords: Sendable {
    let nameEnds = Endings(.nameEnd)
    let nameParts = Endings(.namePart)
    let nameTails = Set<String>(.nameTail)
    /// What no name begins with: 人民政府.
    let secondWords = Lexicon(.secondWord)
    /// First words of organs' short names: 区教体局.
    let levels = words(.level)
    /// Last words of a body that has organs of its own: 区委 ⏎ 办公室.
    let hosts = Endings(.host)
    let methodEnds = Endings(.methodEnd)
    /// What a number in front of it counts: 次, 个; few, since names of organs begin with many others (人社局).
    let measures = Lexicon(.measure)
    /// The same where words stand right behind the number: 4季度.
    let counted = Lexicon(.counted)
    /// What a deadline without a date begins with: 长期, 逐年.
    let timeStarts = Lexicon(.timeStart)
    /// Bodies whose branches bear their name in front: 人行, 国家税务总局.
    let branchHeads = Lexicon(.branchHead)
    /// What names end in behind a level, and whether they are organs' or classes' (县植物园) or not (县级主体); the longest tells.
    let organEnds = Endings(.nameEnd, .namePart, .issuerEnd, .siteOrgan, except: .noOrganEnd)
    /// What names of townships end in, and what ends so and names none.
    let townEnds = Endings(.townEnd, except: .noTownEnd)
    /// Words that begin with the character of a level and name none: 县域, 市场.
    let placeWords = Lexicon(.placeWord)
}
