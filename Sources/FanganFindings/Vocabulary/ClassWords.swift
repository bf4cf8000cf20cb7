import FanganText

/// Classes of organs and regions: 各区县人民政府, 省直有关部门.
final class ClassWords: Sendable {
    /// Classes of organs in a sentence: how they begin behind 省直, how they end, and those that are whole names.
    let classStarts = words(.classStart)
    let classEnds = words(.classEnd)
    let wholeClasses = words(.wholeClass)
    /// 省, and 直 behind it.
    let classLevels = ScalarSet(firstOf: .classLevel)
    let classTies = ScalarSet(firstOf: .classTie)
    /// Beside levels in a class of regions: 开发区.
    let zones = words(.zone)
    /// What governments are called, and what is their own: 辖区.
    let governmentEnds = words(.governmentEnd)
    let ownAreas = words(.ownArea)
    /// What stands in front of 政府 or in its place: 党委, 党委和.
    let partyEnds = words(.partyEnd)
    /// Governments of a class without 各: 乡镇人民政府.
    let ownGovernments = words(.ownGovernment)
    /// Levels in front of 政府 (县级以上, 市县两级), what it is called there, and what stands beside it: 及其有关部门.
    let governmentLevels = Lexicon(.governmentLevel)
    let governmentNames = Lexicon(.governmentName)
    let departmentsBeside = Lexicon(.departmentsBeside)
    /// Regions of a class without 各: 设区市.
    let regionNouns = Lexicon(.regionNoun)
    /// Classes that are addressed and do not execute: 企业.
    let addressees = words(.addresseeEnd)
    /// What a class with 各 ends in though no name does: 各省份.
    let classBodies = words(.classBody)
    /// Beginnings of classes of things: 各类.
    let thingStarts = words(.thingStart)
    /// 试点, and what stands behind it: 地区.
    let trials = words(.trial)
    let trialBodies = words(.trialBody)
    /// Between 各级 and 部门, what stands behind the name of a field (行政主管), and what names one only in longer words (审批).
    let plainFields = words(.plainField)
    let bareFields = words(.bareField)
    /// Instead of 部门 behind a field: 各级公安|机关.
    let fieldOrganEnds = Endings(.fieldOrganEnd)
    /// How many bodies such a class has: those of one level, or of many levels and places.
    enum Extent { case one, many }
    /// The beginning of such a class: 各级, 各地; 省级.
    let fieldStarts = Lexicon<Extent>([.fieldStart: .many, .ownFieldStart: .one])
    /// How regions take on a work (要严格|履行|属地责任): the verb, what stands in front of it, what they take on, and what they are (责任主体).
    let bearingVerbs = Lexicon(.bearingVerb)
    let bearingManners = Lexicon(.bearingManner)
    let burdens = words(.burden)
    let bearers = words(.bearer)
}
