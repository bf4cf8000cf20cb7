import FanganFindings
import FanganOutline
import FanganText

/// The parts of enumerations inside items, as nodes under them.
struct Steps {
    let place: (Span) -> ScalarSpan
    let document: SourceDocument

    func add(_ findings: Findings, _ outline: Outline, _ registry: inout UnitRegistry, to graph: inout TaskGraph) {
        for i in outline.items.indices {
            for (number, step) in findings.items[i].steps.enumerated() {
                let id = "\(outline.items[i].id).s\(number + 1)"
                graph.steps.append(node(id, step, outline.items[i].passage, findings.items[i].cuts))
                graph.edges.append(Edge(.contains, from: outline.items[i].id, to: id))
                for unit in step.responsible {
                    registry.forEachName(unit.mention, at: unit.span, in: document.text) { _, node, mention, span in
                        graph.edges.append(Edge(.responsible, from: id, to: node, role: unit.role.rawValue, basis: unit.basis.rawValue,
                                                mention: document.text.quote(span, like: mention), span: place(span)))
                    }
                }
            }
        }
    }

    private func node(_ id: String, _ step: StepFinding, _ passage: Passage, _ cuts: [Range<Int>]) -> StepNode {
        let part = passage.part(step.text)
        // The cuts inside the step, counted from its start.
        let inside = cuts.filter { $0.overlaps(step.text) }.map { cut in
            let kept = cut.clamped(to: step.text)
            return (kept.lowerBound - step.text.lowerBound)..<(kept.upperBound - step.text.lowerBound)
        }
        var node = StepNode(id: id, label: step.label, ordinal: step.ordinal, text: ItemText.text(part, from: 0, cuts: inside), span: place(step.span))
        let values = ValueNodes(document: document, place: place)
        node.due = step.due.map(values.due)
        node.scores = step.scores.map(values.score)
        node.targets = step.targets.map(values.target)
        node.recurrence = step.recurrences.map(values.recurrence)
        return node
    }
}
