import FanganGraph

/// How `fangan like` names the plan of a duty.
enum SimilarWording {
    /// Title and number, with the date where there is no number: an office has issued many plans. The file's name where there is no title.
    static func head(_ facts: DocumentFacts) -> String {
        let file = facts.source.uri.split(separator: "/").last.map(String.init) ?? facts.source.uri
        return [facts.title ?? file, facts.number ?? facts.issued].compactMap(\.self).joined(separator: "　")
    }
}
