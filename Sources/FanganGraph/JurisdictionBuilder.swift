import FanganFindings
import FanganOutline
import FanganText
import FanganUnits

/// Gathers what a document says about whose plan it is.
struct JurisdictionBuilder {
    let catalogue: UnitCatalogue

    func jurisdiction(_ document: SourceDocument, _ outline: Outline, _ findings: Findings, _ mentions: Mentions) -> Jurisdiction {
        var evidence = JurisdictionEvidence()
        evidence.issuers = outline.header.issuers.map(\.text)
        evidence.title = outline.header.title?.text
        evidence.noticeTitle = outline.header.noticeTitle?.text
        evidence.number = outline.header.number?.text
        evidence.preamble = ([outline.header.noticeTitle?.text].compactMap { $0 } + outline.header.preamble.map { document.text[$0] }).joined(separator: "\n")
        evidence.addressees = outline.header.addressees.map(\.text)
        evidence.mentions = mentions.names.strings
        evidence.isoDate = outline.header.issued?.text ?? Self.year(outline.header.number?.text)
        evidence.basedOnNumbers = findings.preamble.compactMap(\.number)
        evidence.knownNames = memberNames(document, outline)
        var jurisdiction = catalogue.jurisdiction(of: evidence) { document.text[document.text.wholeSpan] }
        if jurisdiction.bureau != nil { catalogue.noteDivisions(mentions.lists, in: &jurisdiction) }
        // 营商办: only short forms ask for the full names.
        if let region = jurisdiction.region, evidence.mentions.contains(where: { $0.endsWithBytes(of: "办") }) {
            jurisdiction.offices = OfficeNames(bytes: document.text.bytes, characters: document.characters).names(in: region)
        }
        jurisdiction.bodies = FoundedBodies(bytes: document.text.bytes, characters: document.characters, words: catalogue.relationWords).names()
        // （责任单位：办公室）, unlike 由办公室负责日常工作: a bureau's or a township's own.
        jurisdiction.hasOwnOffice = findings.items.contains { $0.responsible.contains { $0.mention == "办公室" && $0.basis != .text } }
        return jurisdiction
    }

    /// 2022 of `洗府发〔2022〕145号`, where the date is missing.
    private static func year(_ number: String?) -> String? {
        guard let number else { return nil }
        let scalars = Array(number.unicodeScalars)
        for i in scalars.indices.dropLast(5) where ["〔", "[", "［", "（", "("].contains(scalars[i]) {
            let digits = scalars[i + 1...i + 4]
            guard digits.allSatisfy({ ("0"..."9").contains($0) }), ["〕", "]", "］", "）", ")"].contains(scalars[i + 5]) else { continue }
            return String(String.UnicodeScalarView(digits))
        }
        return nil
    }

    /// Fuller names in lists of members: `区文体广电和旅游局局长` → `区文体广电和旅游局`.
    private func memberNames(_ document: SourceDocument, _ outline: Outline) -> [String] {
        var names: [String] = []
        for part in outline.parts where part.kind == .paragraph || part.kind == .annexTitle {
            let passage = document.passage(part.span)
            var start = 0
            for i in 0...passage.count where i == passage.count || Self.separators.contains(passage.scalars[i]) {
                if let end = Self.nameEnd(passage.scalars[start..<i]) { names.append(passage.string(start..<end)) }
                start = i + 1
            }
        }
        return names
    }

    /// Where the post begins behind a unit's name; nil where no post or no unit is there.
    private static func nameEnd(_ word: Slice<Scalars>) -> Int? {
        guard word.count < 30, let last = word.last, lastOfPosts.contains(last),
              let post = posts.first(where: { word.count >= $0.count && word.suffix($0.count).elementsEqual($0) }),
              word.count > post.count + 2 else { return nil }
        return word.endIndex - post.count
    }

    private static let separators: ScalarSet = " \u{3000}\t、"

    /// Posts behind a unit's name in such lists, with as much of them as is no part of the name.
    private static let posts: [[UInt32]] = ["党组书记", "副局长", "副主任", "副部长", "副书记", "理事长", "副理事长", "局长", "主任", "部长", "书记", "主席", "院长", "校长", "行长", "队长", "会长"].map { $0.unicodeScalars.map(\.value) }
    private static let lastOfPosts = ScalarSet(posts.compactMap(\.last))
}
