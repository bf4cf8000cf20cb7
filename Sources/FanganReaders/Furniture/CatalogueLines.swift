import FanganText

/// The table of facts that a web page has over a document, copied into a plain text: `索引号：…` ⏎ `发文字号：示府办〔2022〕5号　发布日期：2022-03-05`, or keys and
/// values on lines in turn.
struct CatalogueLines {
    /// Lines of the table, and what it says.
    private(set) var lines: [Int] = []
    private(set) var facts: [DocumentFact] = []

    /// Lines at the beginning of a text among which a table is looked for.
    private static let reach = 40

    init(_ bytes: UnsafeBufferPointer<UInt8>, _ all: [TextLine]) {
        let shown = Array(all.indices.lazy.filter { !all[$0].isBlank }.prefix(Self.reach))
        var cluster: [WebFacts.Hit] = [], members: [Int] = [], k = 0, isInTurn = false
        while k < shown.count {
            let line = all[shown[k]]
            // A collection's number may stand over it.
            if line.hasTab || line.innerTabs > 2 || k > 2 && NumberLabelScanner(bytes, limit: line.end).label(at: line.textStart) != nil { break }
            let hits = Self.hits(shown[k], line, bytes)
            if hits.isEmpty {
                take(&cluster, &members, bytes)
            } else {
                cluster += hits
                members.append(shown[k])
                // A key alone has its value on the next line, which begins with no key; behind it the next key comes, and not the plan.
                if let last = hits.last, last.value.isEmpty, k + 1 < shown.count,
                   isInTurn || k + 2 < shown.count && !Self.hits(shown[k + 2], all[shown[k + 2]], bytes).isEmpty, Self.hits(shown[k + 1], all[shown[k + 1]], bytes).isEmpty, all[shown[k + 1]].range.count <= 240,
                   NumberLabelScanner(bytes, limit: all[shown[k + 1]].end).label(at: all[shown[k + 1]].textStart) == nil {
                    cluster[cluster.count - 1].value = all[shown[k + 1]].span
                    members.append(shown[k + 1])
                    isInTurn = true
                    k += 1
                }
            }
            k += 1
        }
        take(&cluster, &members, bytes)
    }

    /// The keys of a line that begins with one.
    private static func hits(_ i: Int, _ line: TextLine, _ b: UnsafeBufferPointer<UInt8>) -> [WebFacts.Hit] {
        guard line.range.count <= 600 else { return [] }
        var line = line
        line.textStart = LineForm.behindBullet(b, line.range)
        guard WebVocabulary.shared.mayBeginKey(b, line.textStart, line.end) else { return [] }
        let isKeyed = WebFacts.key(b, line.textStart, line.end, true) != nil
        let hits = WebFacts.hits(i, line, b, isCopied: true)
        return isKeyed || hits.first?.value.isEmpty ?? false ? hits : []
    }

    /// Two keys and one that no plan has, or a number alone.
    private mutating func take(_ cluster: inout [WebFacts.Hit], _ members: inout [Int], _ b: UnsafeBufferPointer<UInt8>) {
        defer { (cluster, members) = ([], []) }
        let numbers = cluster.count { $0.key == .fact(.number) && Self.holdsYear(b, $0.value) }
        guard numbers > 0 || cluster.count >= 2 && cluster.contains(where: { $0.isTelling && $0.key != .fact(.number) && !$0.value.isEmpty }) else { return }
        lines += members
        for hit in cluster { if case let .fact(kind) = hit.key, !hit.value.isEmpty { facts.append(DocumentFact(kind: kind, span: hit.value)) } }
    }

    /// 〔2022〕
    private static func holdsYear(_ b: UnsafeBufferPointer<UInt8>, _ value: Span) -> Bool {
        var i = value.start
        while i < value.end {
            let (scalar, width) = UTF8Scan.scalar(b, at: i)
            i += width
            if Punctuation.opens(scalar), let year = Numerals.decimal(b, i, value.end), year.digits == 4 { return true }
        }
        return false
    }
}
