import CFindingData
import FanganText

/// Classes of `responsibility-words.tsv`; the file says what each means.
enum ResponsibilityCue: String, WordClass {
    case keyLead = "key-lead", keyResponsible = "key-responsible", keySupport = "key-support", keyMember = "key-member", keyLevel = "key-level"
    case keyOpening = "key-opening", colonKeyLead = "colon-key-lead", colonKeyResponsible = "colon-key-responsible"
    case colonKeySupport = "colon-key-support", keyDue = "key-due", keyOther = "key-other", holderEnd = "holder-end", keyText = "key-text"
    case lookAlike = "look-alike", proseKey = "prose-key", postLead = "post-lead", postResponsible = "post-responsible"
    case postSupport = "post-support", postNoun = "post-noun", listLead = "list-lead", listResponsible = "list-responsible"
    case listSupport = "list-support", ownLead = "own-lead", ownSupport = "own-support", scope, scopeName = "scope-name", noEtcetera = "no-etcetera"
    case modal, note, henceforth, exception, emptyCell = "empty-cell", bareClass = "bare-class", noUnit = "no-unit", phraseStart = "phrase-start"
    case phraseEnd = "phrase-end", surname, personTitle = "person-title", ruleForward = "rule-forward", ruleBackward = "rule-backward"
    case ruleEverywhere = "rule-everywhere", ruleAll = "rule-all", ruleLink = "rule-link", ruleFirstLeads = "rule-first-leads"
    case ruleCommaLeads = "rule-comma-leads", ruleSemicolonLeads = "rule-semicolon-leads", otherUnits = "other-units", subjectVerb = "subject-verb"
    case clauseVerb = "clause-verb", clauseNoun = "clause-noun", agentVerb = "agent-verb", changeVerb = "change-verb", former
    case noLonger = "no-longer", handedNoun = "handed-noun", ownWork = "own-work", supportVerb = "support-verb", joinedSupport = "joined-support"
    case headingVerb = "heading-verb", foundingWord = "founding-word", reportVerb = "report-verb", classVerb = "class-verb", workVerb = "work-verb"
    case workAdverb = "work-adverb", workManner = "work-manner", workNoun = "work-noun", otherPredicate = "other-predicate"
    case addingVerb = "adding-verb", replacingVerb = "replacing-verb", contactWord = "contact-word", buildingVerb = "building-verb"
    case modelNoun = "model-noun", modelVerb = "model-verb", placeVerb = "place-verb", carryVerb = "carry-verb", duty, command, approval
    case orderVerb = "order-verb", leadIn = "lead-in", jointVerb = "joint-verb", jointNoun = "joint-noun", jointLead = "joint-lead"
    case listJoint = "list-joint", listOrder = "list-order", organEnd = "organ-end", executingEnd = "executing-end", selfNamedEnd = "self-named-end"
    case standingEnd = "standing-end", adHocEnd = "ad-hoc-end", bareEnd = "bare-end", bodyEnd = "body-end", numberedEnd = "numbered-end"
    case firmEnd = "firm-end", firmStart = "firm-start", divisionEnd = "division-end", noDivision = "no-division", townshipEnd = "township-end"
    case noTownship = "no-township", stateOrgan = "state-organ", levelStart = "level-start", nameStart = "name-start", officeEnd = "office-end"
    case noOffice = "no-office", jointOffice = "joint-office", board, governmentEnd = "government-end", governmentOffice = "government-office"
    case partyEnd = "party-end", regionBody = "region-body", ownGovernment = "own-government", classWord = "class-word", classStart = "class-start"
    case classEnd = "class-end", classBody = "class-body", classLevel = "class-level", zone, classTie = "class-tie", wholeClass = "whole-class"
    case everybodyEnd = "everybody-end", governmentLevel = "government-level", governmentName = "government-name"
    case departmentsBeside = "departments-beside", regionNoun = "region-noun", organForm = "organ-form", classPart = "class-part"
    case classOffice = "class-office", exceptOpen = "except-open", exceptClose = "except-close", beforeFormer = "before-former"
    case objectMark = "object-mark", jointPost = "joint-post", branchEnd = "branch-end", ownClassStart = "own-class-start", seatedLevel = "seated-level", seated
    case atOnce = "at-once", personPost = "person-post", ownFieldStart = "own-field-start", addresseeEnd = "addressee-end"
    case thingStart = "thing-start", trial, trialBody = "trial-body", trade, tradeBody = "trade-body", tradeStart = "trade-start"
    case fieldStart = "field-start", plainField = "plain-field", bareField = "bare-field", ownArea = "own-area", bearingVerb = "bearing-verb"
    case bearingManner = "bearing-manner", burden, bearer, answering, leadership, seatVerb = "seat-verb", officeWork = "office-work"
    case leadingWork = "leading-work", foundingVerb = "founding-verb", memberVerb = "member-verb", membership, composingVerb = "composing-verb"
    case postMark = "post-mark", telling, handIn = "hand-in", regularReport = "regular-report", granting, handingVerb = "handing-verb"
    case describedEnd = "described-end", objectEnd = "object-end", finding, findingBound = "finding-bound", stateEnd = "state-end"
    case yearEnd = "year-end", divisionTitle = "division-title", ownerTail = "owner-tail", bodyWork = "body-work", remarkStart = "remark-start"
    case remarkName = "remark-name", explainedEnd = "explained-end", explainedKey = "explained-key", outcomeStart = "outcome-start"
    case hostedEnd = "hosted-end", facilityEnd = "facility-end", receiverEnd = "receiver-end", sendingVerb = "sending-verb"

    static let table = WordTable<ResponsibilityCue>(ValueVocabulary.rows(of: finding_responsibility_words()).map { (word: $0.0, name: $0.1) })
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
