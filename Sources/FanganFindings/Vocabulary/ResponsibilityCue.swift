import CFindingData
import FanganText

/// Classes of `responsibility-words.tsv`; the file says what each means.
enum ResponsibilityCue: String, WordClass {
    case keyLead = "key-lead", keyResponsible = "key-responsible", keySupport = "key-support", keyMember = "key-member", keyLevel = "key-level"
    case keyOpening = "key-opening", colonKeyLead = "colon-key-lead", colonKeyResponsible = "colon-key-responsible", colonKeySupport = "colon-key-support"
    case keyDue = "key-due", keyOther = "key-other", holderEnd = "holder-end", keyText = "key-text", lookAlike = "look-alike", proseKey = "prose-key"
    case postLead = "post-lead", postResponsible = "post-responsible", postSupport = "post-support", postNoun = "post-noun", listLead = "list-lead"
    case listResponsible = "list-responsible", listSupport = "list-support", ownLead = "own-lead", ownSupport = "own-support", scope, scopeName = "scope-name"
    case noEtcetera = "no-etcetera", modal, note, henceforth, exception, emptyCell = "empty-cell", bareClass = "bare-class", noUnit = "no-unit"
    case phraseStart = "phrase-start", phraseEnd = "phrase-end", surname, personTitle = "person-title", ruleForward = "rule-forward"
    case ruleBackward = "rule-backward", ruleEverywhere = "rule-everywhere", ruleAll = "rule-all", ruleLink = "rule-link", ruleFirstLeads = "rule-first-leads"
    case ruleCommaLeads = "rule-comma-leads", ruleSemicolonLeads = "rule-semicolon-leads", otherUnits = "other-units", subjectVerb = "subject-verb"
    case clauseVerb = "clause-verb", clauseNoun = "clause-noun", agentVerb = "agent-verb", changeVerb = "change-verb", former, noLonger = "no-longer"
    case handedNoun = "handed-noun", ownWork = "own-work", supportVerb = "support-verb", joinedSupport = "joined-support", headingVerb = "heading-verb"
    case foundingWord = "founding-word", reportVerb = "report-verb", classVerb = "class-verb", workVerb = "work-verb", workAdverb = "work-adverb", plainVerb = "plain-verb", plainNoun = "plain-noun", manner, occasion, occasionEnd = "occasion-end"
    case workManner = "work-manner", workNoun = "work-noun", otherPredicate = "other-predicate", addingVerb = "adding-verb", replacingVerb = "replacing-verb"
    case contactWord = "contact-word", buildingVerb = "building-verb", modelNoun = "model-noun", modelVerb = "model-verb", placeVerb = "place-verb"
    case carryVerb = "carry-verb", duty, command, approval, orderVerb = "order-verb", leadIn = "lead-in", jointVerb = "joint-verb", jointNoun = "joint-noun"
    case jointLead = "joint-lead", listJoint = "list-joint", listOrder = "list-order", organEnd = "organ-end", executingEnd = "executing-end"
    case selfNamedEnd = "self-named-end", standingEnd = "standing-end", adHocEnd = "ad-hoc-end", bareEnd = "bare-end", bodyEnd = "body-end"
    case numberedEnd = "numbered-end", firmEnd = "firm-end", firmStart = "firm-start", divisionEnd = "division-end", noDivision = "no-division"
    case townshipEnd = "township-end", noTownship = "no-township", stateOrgan = "state-organ", levelStart = "level-start", nameStart = "name-start"
    case officeEnd = "office-end", noOffice = "no-office", jointOffice = "joint-office", board, governmentEnd = "government-end"
    case governmentOffice = "government-office", partyEnd = "party-end", regionBody = "region-body", ownGovernment = "own-government"
    case classWord = "class-word", classStart = "class-start", classEnd = "class-end", classBody = "class-body", classLevel = "class-level", zone
    case classTie = "class-tie", wholeClass = "whole-class", everybodyEnd = "everybody-end", governmentLevel = "government-level"
    case governmentName = "government-name", departmentsBeside = "departments-beside", regionNoun = "region-noun", classOffice = "class-office"
    case addresseeEnd = "addressee-end", thingStart = "thing-start", trial, trialBody = "trial-body", trade, tradeBody = "trade-body"
    case tradeStart = "trade-start", fieldStart = "field-start", ownFieldStart = "own-field-start", plainField = "plain-field", bareField = "bare-field"
    case ownArea = "own-area", bearingVerb = "bearing-verb", bearingManner = "bearing-manner", burden, bearer, answering, leadership, seatVerb = "seat-verb", foundingBelow = "founding-below"
    case officeWork = "office-work", leadingWork = "leading-work", foundingVerb = "founding-verb", memberVerb = "member-verb", membership
    case composingVerb = "composing-verb", postMark = "post-mark", telling, handIn = "hand-in", regularReport = "regular-report", granting
    case handingVerb = "handing-verb", describedEnd = "described-end", objectEnd = "object-end", finding, findingBound = "finding-bound"
    case stateEnd = "state-end", yearEnd = "year-end", divisionTitle = "division-title", ownerTail = "owner-tail", bodyWork = "body-work"
    case remarkStart = "remark-start", remarkName = "remark-name", explainedEnd = "explained-end", explainedKey = "explained-key"
    case outcomeStart = "outcome-start", hostedEnd = "hosted-end", facilityEnd = "facility-end", receiverEnd = "receiver-end", sendingVerb = "sending-verb"
    case goingOn = "going-on", ownClassStart = "own-class-start", seatedLevel = "seated-level", seated, personPost = "person-post", atOnce = "at-once", act, portion, jointManner = "joint-manner", assistance, fieldOrganEnd = "field-organ-end"
    case organForm = "organ-form", classPart = "class-part", jointPost = "joint-post", exceptOpen = "except-open", exceptClose = "except-close"
    case beforeFormer = "before-former", objectMark = "object-mark", branchEnd = "branch-end", unreal
    case groupEnd = "group-end", step

    static let table = WordClasses<ResponsibilityCue>(ValueVocabulary.rows(of: finding_responsibility_words()).map { (word: $0.0, name: $0.1) })
}

/// The words of a class, the longest first.
func words(_ cue: ResponsibilityCue) -> [Word] { ResponsibilityCue.table[cue].map { Word($0) }.sorted { $0.count > $1.count } }

extension Lexicon {
    /// The words of some classes with what each class stands for.
    init(_ values: KeyValuePairs<ResponsibilityCue, Value>) { self.init(ResponsibilityCue.table.pairs(values)) }
}

extension Endings {
    init(_ values: KeyValuePairs<ResponsibilityCue, Value>) { self.init(ResponsibilityCue.table.pairs(values)) }
}

extension Lexicon<Bool> {
    /// The words of some classes.
    init(_ cues: ResponsibilityCue...) { self.init(ResponsibilityCue.table[cues].map { ($0, true) }) }

    /// False for words that only begin like those of the class.
    init(_ cue: ResponsibilityCue, except others: ResponsibilityCue) { self.init([others: false, cue: true]) }
}

extension Endings<Bool> {
    init(_ cues: ResponsibilityCue...) { self.init(ResponsibilityCue.table[cues]) }
}

extension Set<String> {
    init(_ cue: ResponsibilityCue) { self.init(ResponsibilityCue.table[cue]) }
}

extension ScalarSet {
    init(firstOf cues: ResponsibilityCue...) { self.init(ResponsibilityCue.table[cues].compactMap { $0.unicodeScalars.first?.value }) }

    init(lastOf cues: ResponsibilityCue...) { self.init(ResponsibilityCue.table[cues].compactMap { $0.unicodeScalars.last?.value }) }
}
