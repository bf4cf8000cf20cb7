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
        evidence.number = outline.header.number?.text
        evidence.preamble = ([outline.header.noticeTitle?.text].compactMap { $0 } + outline.header.preamble.map { document.text[$0] }).joined(separator: "\n")
        evidence.addressees = outline.header.addressees.map(\.text)
        evidence.mentions = frequentMentions(findings)
        evidence.isoDate = outline.header.issued?.text
        evidence.basedOnNumbers = findings.preamble.compactMap(\.number)
        evidence.knownNames = memberNames(document, outline)
        return catalogue.jurisdiction(of: evidence)
    }

    /// Fuller names in lists of members: `区文体广电和旅游局局长` → `区文体广电和旅游局`.
    private func memberNames(_ document: SourceDocument, _ outline: Outline) -> [String] {
        var names: [String] = []
        for part in outline.parts where part.kind == .paragraph || part.kind == .annexTitle {
            let words = document.passage(part.span).string(document.passage(part.span).indices).split { $0 == " " || $0 == "\u{3000}" || $0 == "\t" || $0 == "、" }
            for word in words {
                guard let post = Self.posts.first(where: { word.hasSuffix($0) }), word.count > post.count + 2, word.count < 30 else { continue }
                names.append(String(word.dropLast(post.count)))
            }
        }
        return names
    }

    /// Posts behind a unit's name in such lists, with as much of them as is no part of the name.
    private static let posts = ["党组书记", "副局长", "副主任", "副部长", "副书记", "理事长", "副理事长", "局长", "主任", "部长", "书记", "主席", "院长", "校长", "行长", "队长", "会长"]

    private func frequentMentions(_ findings: Findings) -> [String] {
        var counts: [String: Int] = [:], order: [String] = []
        for unit in findings.items.lazy.flatMap(\.responsible) {
            if counts[unit.mention] == nil { order.append(unit.mention) }
            counts[unit.mention, default: 0] += 1
        }
        return order
    }
}
