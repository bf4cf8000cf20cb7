import FanganText

/// Which forms may stand at a place, told before any is tried: by its first character and by the few marks of the passage behind it.
extension SentenceReader {
    /// What the marks of a passage tell of one clause after the other.
    struct ClauseView {
        private var ends: PassageMarks.Places
        /// The first place at which a subject of the clause could end.
        private var end: Int?
        fileprivate var outlook: PassageMarks.Outlook

        init(_ marks: PassageMarks) {
            ends = marks.places([.acting, .bracket, .subjectMark])
            end = ends.next()
            outlook = marks.outlook
        }

        /// Whether behind a place a subject can end before its clause does: at a verb or a time behind the end of a name, at a bracket. Most clauses hold none.
        mutating func subjectEnds(behind at: Int, _ p: Passage, _ reader: SentenceReader) -> Bool {
            while let place = end, place < at + SentenceReader.shortest || !SentenceReader.isMark(p.scalars[place]) && !reader.mayAct(p, place) { end = ends.next() }
            guard let end else { return false }
            return !SentenceReader.isStop(p.scalars[end]) || reader.isSetOff(p, end)
        }
    }

    /// Whether at a place behind the end of a name something stands that tells what the named one does: one of the verbs, a time, a bracket with its role.
    private func mayAct(_ p: Passage, _ at: Int) -> Bool {
        if vocabulary.sentences.actingWords.begins(p.scalars, at: at) { return true }
        let c = p.scalars[at]
        // 县财政局|报省财政厅审核; 市质量监督站|受市住建局委托; 县住建局|分两批验收; 县水利局|在6月底前完成
        return Brackets.isOpen(c) || c == 0x62A5 || c == Self.receiving || c == Self.dividing || Self.timeWords.contains(c) || mayBeginTime(p, at, p.count) // 报
    }

    /// The forms that may stand at a place.
    func forms(_ p: Passage, _ at: Int, _ view: inout ClauseView) -> ClauseForms {
        var forms = vocabulary.characters.forms(of: p.scalars[at])
        if view.subjectEnds(behind: at, p, self) { forms.insert(.subject) }
        // What a mark in front of them rules out.
        var open: ClauseForms = [.being, .place, .seat]
        view.outlook.look(in: at..<min(p.count, at + Self.farthestBeing)) { place, kinds in
            let distance = place - at
            if kinds.contains(.subjectMark) {
                if distance >= 5 { return false }
                if distance >= 3 { open.remove(.place) }
                if distance >= 2 { open.remove(.being) }
                return true
            }
            if kinds.contains(.each), distance <= 5 { forms.insert(.classes) }
            if kinds.contains(.being), distance >= 2 { forms.formUnion(open.intersection(.being)) }
            if kinds.contains(.placing), distance >= 3 { forms.formUnion(open.intersection(.place)) }
            if kinds.contains(.seat), distance >= 5 { forms.formUnion(open.intersection(.seat)) }
            return true
        }
        return forms
    }
}
