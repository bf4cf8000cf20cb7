import FanganOutline
import FanganText

/// What the words of one item say: when, how many points, how much, which documents.
extension FindingsReader {
    /// What the items' words hold beside who is to act.
    func readValues(_ items: [OutlineItem], _ words: WordsOfItems, into findings: inout [ItemFindings]) {
        // For the stretches as the recognisers read them, one after the other.
        var room = PassageRoom()
        for i in items.indices {
            let phaseEnd = words.items[i].phaseEnd, context = words.items[i].context
            for stretch in words.stretches[words.items[i].stretches] { readValues(items, i, stretch, context, phaseEnd, words.items[i].phaseRanges, &room, into: &findings[i]) }
            // `时间：1月21日—1月30日` in a phase is its own range.
            for attribute in words.items[i].reading.attributes where attribute.value.lowerBound >= phaseEnd { read(attribute, items[i].passage, context, into: &findings[i]) }
        }
    }

    /// - Parameter i: of the item; it is read in its place, for a copy counts a dozen references.
    private func readValues(_ items: [OutlineItem], _ i: Int, _ stretch: WordsOfItems.Stretch, _ context: DateContext, _ phaseEnd: Int, _ phaseRanges: [Range<Int>], _ room: inout PassageRoom, into found: inout ItemFindings) {
        let p = items[i].passage, range = stretch.range
        let text = CompactText(p, range, in: &room)
        func compact(_ part: Range<Int>) -> CompactText { part == range ? text : CompactText(p, part, in: &room) }
        if stretch.mayHoldScore { take(scores.scan(text), p, heading: items[i].heading, into: &found) }
        if stretch.hints.mayHoldCitation { found.citations += cited(p, text) }
        // A phase's own dates are no deadline of its work.
        let body = range.clamped(to: min(phaseEnd == 0 ? 0 : max(items[i].textStart, phaseEnd), p.count)..<p.count)
        var mentions = stretch.hints.contains(.date) && !body.isEmpty ? dates.scan(compact(body), context: context) : []
        if !phaseRanges.isEmpty { mentions.removeAll { mention in phaseRanges.contains { $0.overlaps(mention.range) } } }
        var required: [TargetMention] = []
        if stretch.hints.mayHoldTarget {
            let isGoal = items[i].role == .goals, asking = asking(items, i)
            if let heading = asking.heading, heading.overlaps(range) { required = targets.scan(compact(heading.clamped(to: range)), isGoal: isGoal) }
            if asking.text.overlaps(range) {
                let asked = targets.scan(compact(asking.text.clamped(to: range)), isGoal: isGoal)
                if required.isEmpty { required = asked } else { required += asked }
            }
        }
        for target in required where !ResultYears.tells(target, of: mentions, p) { found.targets.append(TargetFinding(target, p)) }
        if !mentions.isEmpty { take(ResultYears.resolve(mentions, targets: required, p), p, into: &found) }
    }

    /// A deadline beside the units, else a condition; so is a deadline that names no time (`完成时限：另行通知`).
    func read(_ attribute: UnitList.Attribute, _ p: Passage, _ context: DateContext, into found: inout ItemFindings) {
        if attribute.isDue {
            let mentions = dates.scan(p, in: attribute.value, context: deadline(context))
            take(mentions, p, isKeyed: true, into: &found)
            if !mentions.isEmpty { return }
            if OutlineVocabulary.standard.isDitto(Passage.string(p.scalars[attribute.value].filter { $0 > 0x20 })) {
                found.isDueAsBefore = true
                return
            }
            // 完成时限：三个月内, 另行通知
            if attribute.value.count <= Self.longestTime, attribute.key != nil || isTerm(p, attribute.value) { found.openDates.append(OpenDateFinding(why: .day, span: p.span(attribute.value))) }
        }
        let key = attribute.key.map { range in Passage.string(p.scalars[range].filter { $0 > 0x20 }) }
        found.conditions.append(ConditionFinding(key: key, span: p.span(attribute.value)))
    }

    /// 三个月内, 当月25日前
    private func isTerm(_ p: Passage, _ range: Range<Int>) -> Bool {
        p.has("内", before: range.upperBound) || p.has("前", before: range.upperBound) ? range.contains { digitValue(p.scalars[$0]) != nil || hanValue(p.scalars[$0]) != nil } : false
    }

    /// The parts of an item that may ask for an amount. A heading asks too: `1.改造公路30公里。责任单位：…`.
    private func asking(_ items: [OutlineItem], _ i: Int) -> (heading: Range<Int>?, text: Range<Int>) {
        let count = items[i].passage.count, start = min(items[i].textStart, count)
        if items[i].row != nil, items[i].sharedHeading == nil, items[i].heading != nil { return (nil, 0..<count) }
        return (items[i].heading == nil || items[i].sharedHeading != nil ? nil : 0..<start, start..<count)
    }

    /// What the text says again, and what a title counts in words (发布三张清单), is not asked for in the title.
    func dropNames(_ items: [OutlineItem], _ i: Int, from targets: inout [TargetFinding]) {
        guard !targets.isEmpty, let heading = items[i].heading, items[i].row == nil, let first = targets.first, case let passage = items[i].passage, case let title = passage.span(heading), first.span.start < title.end else { return }
        let inText = targets.filter { $0.span.start >= title.end }
        targets.removeAll { target in
            guard target.span.start < title.end else { return false }
            let hasFigure = heading.contains { i in passage.scalars[i] >= 0x30 && passage.scalars[i] <= 0x39 && target.span.contains(passage.span(i..<i + 1)) }
            return !hasFigure || inText.contains { $0.min == target.min && $0.max == target.max && $0.unit == target.unit }
        }
    }

    /// A plain count in the heading over other items names them (实施五项工程, 推进20个项目); a bound or a share (新建20个以上) is asked for.
    func dropNames(_ items: [OutlineItem], _ findings: inout [ItemFindings]) {
        for i in items.indices where !items[i].children.isEmpty && !findings[i].targets.isEmpty {
            guard let heading = items[i].heading, items[i].row == nil, case let end = items[i].passage.span(heading).end else { continue }
            findings[i].targets.removeAll { $0.span.start < end && $0.min == $0.max && $0.unit != "%" }
        }
    }

    /// - Parameter heading: of the item; the sum in a bracket there is what the item itself gives: `组织领导（满分30分）`.
    func take(_ mentions: [ScoreMention], _ p: Passage, heading: Range<Int>? = nil, into found: inout ItemFindings) {
        for mention in mentions {
            let span = p.span(mention.range)
            switch mention.kind {
            case .total where mention.isPart && heading.map({ mention.range.upperBound <= $0.upperBound + 1 }) ?? false:
                found.scores.append(ScoreFinding(points: mention.points, span: span, isPart: true))
            case .award, .deduction: found.scores.append(ScoreFinding(points: mention.points, span: span, isPart: mention.isPart))
            case .cap, .total, .untilZero: found.scoreLimits.append(ScoreLimitFinding(kind: mention.kind, points: mention.points, span: span))
            }
        }
    }

    /// - Parameter isKeyed: they stand behind 完成时限, and are the words for their day wherever else it is named.
    func take(_ mentions: [DateMention], _ p: Passage, isKeyed: Bool = false, into found: inout ItemFindings) {
        var lastDue: Range<Int>?
        for mention in mentions {
            let span = p.span(mention.range)
            switch mention.kind {
            case .due:
                guard let day = mention.end else {
                    found.openDates.append(OpenDateFinding(why: mention.open ?? .year, span: span))
                    // The words are kept where the day is known to the people there, or counted in working days.
                    if mention.open == .day { found.periods.append(PeriodFinding(mention, span)) }
                    continue
                }
                lastDue = mention.range
                let due = DueFinding(day: day, span: span, yearBasis: mention.yearBasis, detail: mention.detail, start: mention.start)
                if let same = found.due.firstIndex(where: { $0.day == day }) {
                    // One last day for the item; that the words stand here once more is kept beside it, and for its steps.
                    let other = isKeyed || mention.isKeyed ? found.due[same] : due
                    if isKeyed || mention.isKeyed { found.due[same] = due }
                    found.periods.append(PeriodFinding(other))
                    found.repeated.due.append(other)
                    continue
                }
                found.due.append(due)
            case .recurring:
                if let rule = mention.rule { found.recurrences.append(RecurrenceFinding(rule: rule, span: span)) }
            case .openEnd, .interval, .term, .past, .condition, .grant, .reference, .mention:
                // 5月底取得阶段性成效并持续推进: what is due then is not over.
                if mention.kind == .openEnd, let due = lastDue, mention.range.lowerBound - due.upperBound <= Self.ongoingReach {
                    found.due[found.due.count - 1].isOngoing = true
                }
                if mention.open == .impossible { found.openDates.append(OpenDateFinding(why: .impossible, span: span)) }
                found.periods.append(PeriodFinding(mention, span))
            }
        }
    }

    /// How far behind a date 并持续推进 may stand to go on from it.
    private static let ongoingReach = 30

    func cited(_ p: Passage, _ text: CompactText? = nil) -> [CitationFinding] {
        citations.scan(p, text ?? CompactText(p, p.indices)).map {
            CitationFinding(title: $0.title, number: $0.number, span: p.span($0.range), kind: $0.kind, shortNames: $0.shortNames, damage: $0.damage, isReplaced: $0.isReplaced)
        }
    }
}
