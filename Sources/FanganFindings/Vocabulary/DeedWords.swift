import FanganText

/// What classes, offices and bodies that lead do by a day or always.
final class DeedWords: Sendable {
    /// Between a class and its date: 要.
    let duties = words(.duty)
    /// Between an office and the body in which it sits: 设在.
    let seatVerbs = words(.seatVerb)
    /// Between a body and the one that it founds below itself: 下设.
    let foundingsBelow = Lexicon(.foundingBelow)
    /// What a class does by its day: 提出, 对照.
    let classVerbs = Lexicon(.classVerb, .reportVerb)
    /// The end of the year, without its number: 年底前.
    let yearEnds = Lexicon(.yearEnd)
    /// What a body has been founded for, behind its comma: …，负责具体工作.
    let officeWorks = words(.officeWork)
    /// The same of a body that leads: …，领导改革工作.
    let leadingWorks = words(.leadingWork)
    /// Persons and their posts: 由…任主任, 由…同志兼任.
    let postMarks = words(.postMark)
    /// Around a day, what tells what has been reached: 截至2020年底前，累计完成….
    let tellings = words(.telling)
    /// Behind a day, what a class has to hand in by it.
    let handIns = words(.handIn)
    /// What a class does each week or month that makes it responsible: 上报.
    let regularReports = words(.regularReport)
    /// In front of what is to be done without delay: 应当|立即|调查.
    let atOnce = Lexicon(.atOnce)
    /// What a body can be seen to have done: 制定, 公布.
    let acts = Lexicon(.act)
    /// Behind a class and a day, what is granted to it: 各县区6月底前开工的项目给予奖励.
    let grantings = words(.granting)
    /// Behind 在 and a name, under whom others do the work: 统一领导下.
    let leaderships = Lexicon(.leadership)
    /// How a body answers for something: 负总责.
    let answering = words(.answering)
}
