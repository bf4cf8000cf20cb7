import FanganText

/// How names of organs and other bodies begin and end.
final class BodyWords: Sendable {
    /// What names of organs end in: 局, 委员会.
    let organEnds = Endings(.organEnd)
    /// Endings that make a name without its level plain as one.
    let selfNamed = Endings(.selfNamedEnd)
    /// Endings of bodies that act by themselves.
    let executing = Endings(.executingEnd)
    /// How a class begins or what it is, no named organ: 各, 有关.
    let classWords = words(.classWord)
    /// Words that a name of the state begins with: 国家, 国务院.
    let levelStarts = Lexicon(.levelStart)
    /// Whole names that say no level: 公安部, 审计署.
    let stateOrgans = Lexicon(.stateOrgan)
    /// What an office ends in that sits in another body: 办公室.
    let officeEnds = words(.officeEnd)
    /// Bodies that lead without being an organ: 领导小组.
    let boards = words(.board)
    /// Beginnings of names that begin like a verb: 经开区, 应急局.
    let nameStarts = Lexicon(.nameStart)
    /// What an organ of a field of government is called: 商务局.
    let organForms = ScalarSet(firstOf: .organForm)
    /// Of what a class of all organs is put together: 各委、办、局.
    let classParts = ScalarSet(firstOf: .classPart)
    /// What the offices of a class of bodies are called: 办公厅（室）.
    let classOffices = Endings(.classOffice)
    /// What a government's office is called.
    let governmentOffices = words(.governmentOffice)
    /// Firms that answer for something by name: 供电公司; and how such begin that say no level: 国网.
    let firmEnds = Endings(.firmEnd)
    let firmStarts = Lexicon(.firmStart)
    /// Branches of bodies of the state, each of which is one: 示例海关, 人行示例中支.
    let branchEnds = Endings(.branchEnd)
    /// What ends like an office's name and is none: 一次办.
    let noOffices = words(.noOffice)
    /// Divisions of a bureau (科), and what only ends so: 学科.
    let divisionEnds = Endings(.divisionEnd)
    let noDivisions = words(.noDivision)
    /// How the names of joint offices begin; alone, 联合 is a verb.
    let jointOffices = Lexicon(.jointOffice)
    /// What names of bodies beside the organs of the state end in: 公司, 银行, 中队; and of townships.
    let bodyEnds = Endings(.bodyEnd)
    let townshipEnds = Endings(.townshipEnd)
    /// Endings of bodies that bear a number: 第12|中学.
    let numberedEnds = Endings(.numberedEnd)
    /// What ends like a township's name and is none: 乡镇, 小城镇.
    let plainTownships = words(.noTownship)
    /// Endings of organs that are there in any case (局), and of those that a plan may found (指挥部).
    let standingEnds = Endings(.standingEnd)
    let adHocEnds = Endings(.adHocEnd)
    /// First characters of what goes on with a name: 县财政局|局长.
    let goingOn = ScalarSet(firstOf: .goingOn)
    /// What the name of an organ or of a class of them ends in.
    let nameEnds = ScalarSet(lastOf: .organEnd, .stateOrgan, .classEnd, .townshipEnd, .governmentEnd, .firmEnd, .divisionEnd, .branchEnd, .everybodyEnd)
}
