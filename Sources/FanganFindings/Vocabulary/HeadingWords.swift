import FanganText

/// What a heading says of whose its duties are.
final class HeadingWords: Sendable {
    /// How the text goes on behind a heading that is a body's name: 负责, 设在.
    let bodyWorks = Lexicon(.bodyWork)
    /// What a heading begins with that tells a work, though it ends like a body: 建设|平台.
    let foundingWords = Lexicon(.foundingWord)
    /// Titles under which the headings are who does it: 任务分工.
    let divisionTitles = Endings(.divisionTitle)
    /// What a heading that is no name begins with: 建好市级医院.
    let headingVerbs = Lexicon(.headingVerb)
    /// Behind a name in a heading, where its duties follow: 及其职责.
    let ownerTails = Endings(.ownerTail)
}
