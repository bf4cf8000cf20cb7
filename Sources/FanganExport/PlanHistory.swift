import FanganGraph

/// The versions of one plan: documents with the same `work`, in the order in which they were issued.
public struct PlanHistory: Sendable {
    public var work: String
    /// Oldest first; those without a date stand first (drafts mostly bear none), by number and name. Each text stands here once.
    public var versions: [StoredDocument]
    /// Documents of the same text as one of ``versions``, by the name of that one: the same plan, kept twice.
    public var copies: [String: [String]] = [:]

    /// All plans of a store, those with the most versions first.
    public static func all(_ documents: [StoredDocument]) -> [PlanHistory] {
        var places: [String: Int] = [:], histories: [PlanHistory] = []
        for document in documents {
            if let place = places[document.facts.work] { histories[place].versions.append(document); continue }
            places[document.facts.work] = histories.count
            histories.append(PlanHistory(work: document.facts.work, versions: [document]))
        }
        for place in histories.indices {
            histories[place].versions.sort { a, b in
                let (x, y) = (a.facts.issued ?? "", b.facts.issued ?? "")
                return x == y ? (a.facts.number ?? "", a.name) < (b.facts.number ?? "", b.name) : x < y
            }
            histories[place].setCopiesApart()
        }
        return histories.enumerated().sorted { ($0.element.versions.count, $1.offset) > ($1.element.versions.count, $0.offset) }.map(\.element)
    }

    /// A document's identifier stands for the bytes of its text.
    private mutating func setCopiesApart() {
        var first: [String: String] = [:], kept: [StoredDocument] = []
        for version in versions {
            if let name = first[version.facts.id] { copies[name, default: []].append(version.name); continue }
            first[version.facts.id] = version.name
            kept.append(version)
        }
        versions = kept
    }

    /// Whether the plan is meant by words of its title, by its identifier, or by that, the name or the number of one of its versions.
    public func isMeant(by words: String) -> Bool {
        work == words || versions.contains { version in
            version.name == words || copies[version.name]?.contains(words) == true || version.facts.id == words || version.facts.number == words || version.facts.title?.contains(words) == true
        }
    }
}
