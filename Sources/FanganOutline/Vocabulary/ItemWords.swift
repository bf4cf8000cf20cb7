import FanganText

/// How items begin, and what they say of others.
final class ItemWords: Sendable {
    /// Numbers whose bytes are out of step, behind `?。`: ㄒ唬.
    let shiftedNumbers = Lexicon(.shiftedNumber)
    /// What the first part of an item's text begins with: 一是.
    let partStarts = words(.partStart)
    let backReferences = words(.backReference)
    let backCounted = words(.backCounted)
    /// What stands behind 第一 as a division of the plan: 部分, 阶段.
    let numberedDivisions = Lexicon<LabelForm>([.numberedPart: .book, .numberedStage: .stage])
    /// Signs that begin the lines of a list without numbers: ●.
    let bullets = ScalarSet(firstOf: .bullet)
    /// What stands in front of a number as one: 任务一.
    let numberedWords = Lexicon(.numberedWord)
    /// Beginnings of paragraphs about the whole plan: 其他, 上述.
    let planStarts = words(.planStart)
    let planMentions = words(.planMention)
    /// Words that assign work.
    let assignmentWords = words(.assignmentWord)
    /// What stands over the notes under a table.
    let noteMarks = Set<String>(.noteMark)
    /// Signs that begin the parts of an item, beside those of lists without numbers: —.
    let listSigns = ScalarSet(firstOf: .listSign)
    /// What stands behind the names in a line of names: 职责.
    let headTails = Endings(.headTail)
    /// What begins a duty behind the name of whose it is: 负责.
    let dutyVerbs = Lexicon(.dutyVerb)
    /// Classes of units that stand over their duties: 乡镇责任.
    let headClasses = Lexicon(.headClass)
    /// What announces a list: 下列, 之一.
    let announcing = words(.announcing)
    /// What a list holds that gives no orders, behind its announcement (材料) and in front of it (行为).
    let announcedNouns = Lexicon(.announced)
    let announcedEnds = Endings(.announcedEnd)
    /// What has or hands in what is announced: 具备.
    let havingEnds = Endings(.having)
}
