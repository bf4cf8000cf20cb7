import FanganGraph
import FanganText

/// Documents that the plan rests on or carries out and names without 发文字号: 引用公文应当先引标题，后引发文字号. Laws and
/// standards have none.
struct ReferenceWithoutNumberCheck: LintCheck {
    func findings(in plan: LintPlan) -> [LintFinding] {
        plan.graph.references.compactMap { reference in
            guard reference.number == nil, let title = reference.title, reference.kind == "basis" || reference.kind == "implements", bearsNumber(title) else { return nil }
            return LintFinding("reference.no-number", .note, at: reference.span, message: "引用文件没有写发文字号", advice: "在标题后用括号注明发文字号")
        }
    }

    private func bearsNumber(_ title: String) -> Bool {
        let plain = DocumentIdentity.plain(title)
        return LintVocabulary.numbered.contains { plain.hasSuffix($0) }
    }
}
