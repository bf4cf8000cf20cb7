import FanganText

/// Gives each step of an item what the item's findings say inside it.
struct StepReader {
    let passage: Passage
    /// In order, none inside another.
    let steps: [StepRecogniser.Step]

    func read(_ item: ItemFindings) -> [StepFinding] {
        var found = steps.map { step in
            StepFinding(label: passage.string(step.label), ordinal: step.ordinal, text: step.label.upperBound..<step.range.upperBound, span: passage.span(step.range))
        }
        share(item.responsible + item.repeated.responsible, among: &found, in: \.responsible) { $0.mention + $0.role.rawValue }
        share(item.due + item.repeated.due, among: &found, in: \.due) { $0.day.iso }
        share(item.recurrences, among: &found, in: \.recurrences)
        share(item.scores, among: &found, in: \.scores)
        share(item.targets, among: &found, in: \.targets)
        return found
    }

    /// Puts each finding into the step that it lies in, in the order of the text; of equal values the first.
    private func share<Finding: Locatable>(_ findings: [Finding], among steps: inout [StepFinding], in list: WritableKeyPath<StepFinding, [Finding]>,
                                           once value: ((Finding) -> String)? = nil) {
        guard !findings.isEmpty else { return }
        var seen: Set<String> = []
        for finding in findings.sorted(by: { $0.span < $1.span }) {
            guard let step = place(of: finding.span, in: steps) else { continue }
            if let value, !seen.insert("\(step) \(value(finding))").inserted { continue }
            steps[step][keyPath: list].append(finding)
        }
    }

    /// The last step that begins at or in front of a span, if it holds all of it.
    private func place(of span: Span, in steps: [StepFinding]) -> Int? {
        var low = 0, high = steps.count
        while low < high {
            let middle = (low + high) / 2
            if steps[middle].span.start <= span.start { low = middle + 1 } else { high = middle }
        }
        return low > 0 && steps[low - 1].span.contains(span) ? low - 1 : nil
    }
}

/// A finding with its place.
private protocol Locatable { var span: Span { get } }
extension Responsibility: Locatable {}
extension DueFinding: Locatable {}
extension RecurrenceFinding: Locatable {}
extension ScoreFinding: Locatable {}
extension TargetFinding: Locatable {}
