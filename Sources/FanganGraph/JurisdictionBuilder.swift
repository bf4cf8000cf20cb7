import FanganFindings
import FanganOutline
import FanganText
import FanganUnits

/// Gathers what a document says about whose plan it is.
struct JurisdictionBuilder {
    let catalogue: UnitCatalogue

    func jurisdiction(_ document: SourceDocument, _ outline: Outline, _ findings: Findings) -> Jurisdiction {
        var evidence = JurisdictionEvidence()
        evidence.issuers = outline.header.issuers.map(\.text)
        evidence.title = outline.header.title?.text
        evidence.noticeTitle = outline.header.noticeTitle?.text
        evidence.number = outline.header.number?.text
        evidence.preamble = outline.header.preamble.map { document.text[$0] }.joined(separator: "\n")
        evidence.addressees = outline.header.addressees.map(\.text)
        evidence.mentions = frequentMentions(findings)
        evidence.isoDate = outline.header.issued?.text
        evidence.text = outline.parts.filter { $0.kind == .paragraph || $0.kind == .annexTitle }.map { document.text[$0.span] }.joined(separator: "\n")
        return catalogue.jurisdiction(of: evidence)
    }

    private func frequentMentions(_ findings: Findings) -> [String] {
        var counts: [String: Int] = [:], order: [String] = []
        for unit in findings.items.lazy.flatMap(\.responsible) {
            if counts[unit.mention] == nil { order.append(unit.mention) }
            counts[unit.mention, default: 0] += 1
        }
        return order
    }
}
