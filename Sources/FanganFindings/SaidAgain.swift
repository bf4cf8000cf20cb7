import FanganOutline
import FanganText

/// `（责任单位：同上；完成时限：同上）`: the units and the days of the item before.
struct SaidAgain {
    let vocabulary: OutlineVocabulary
    private var units: [Responsibility] = []
    private var due: [DueFinding] = []

    init(vocabulary: OutlineVocabulary) { self.vocabulary = vocabulary }

    /// Puts what is meant in the place of 同上, and keeps what the item says for the next one.
    mutating func resolve(_ found: inout ItemFindings) {
        if let at = found.responsible.firstIndex(where: { $0.basis == .bracket && vocabulary.isDitto($0.mention) }) {
            let known = found.responsible.filter { !vocabulary.isDitto($0.mention) }
            found.responsible.replaceSubrange(at...at, with: units.filter { unit in !known.contains { $0.mention == unit.mention } })
            found.responsible.removeAll { vocabulary.isDitto($0.mention) }
        }
        if found.responsible.allSatisfy({ $0.basis == .bracket }) {
            if !found.responsible.isEmpty { units = found.responsible }
        } else {
            let named = found.responsible.filter { $0.basis == .bracket }
            if !named.isEmpty { units = named }
        }
        if found.isDueAsBefore, found.due.isEmpty { found.due = due }
        if !found.due.isEmpty { due = found.due }
    }
}
