import FanganGraph

/// Says what of a pair of items changed.
struct PairComparison {
    let old: PlanVersion
    let new: PlanVersion
    /// Changes of width, blanks and punctuation count too.
    let isStrict: Bool
    private let oldValues: [ItemValues]
    private let newValues: [ItemValues]
    private let oldText: OwnText
    private let newText: OwnText
    private let oldWords: OwnWords
    private let newWords: OwnWords
    private let reforms: Successions

    init(_ old: PlanVersion, _ new: PlanVersion, isStrict: Bool) {
        self.old = old
        self.new = new
        self.isStrict = isStrict
        oldValues = ItemValues.all(old.graph)
        newValues = ItemValues.all(new.graph)
        oldText = OwnText(old.text)
        newText = OwnText(new.text)
        oldWords = OwnWords(old.graph, oldText)
        newWords = OwnWords(new.graph, newText)
        reforms = Successions(old.graph, new.graph)
    }

    /// All but `moved`, which is no matter of the two alone.
    func changes(_ i: Int, _ j: Int) -> (fields: [FieldChange], details: [ChangeDetail], successions: [OrganSuccession]) {
        let a = old.graph.items[i], b = new.graph.items[j]
        var details: [ChangeDetail] = []
        if Normalised.scalars(a.label) != Normalised.scalars(b.label) {
            details.append(ChangeDetail(field: .renumbered, removed: [a.label], added: [b.label]))
        }
        // The same words say the same, but for a day whose year the rest of the plan gives, and for who stands in a head above them.
        if !isStrict, oldWords.words(i) == newWords.words(j) {
            let heads = (old: oldValues[i].responsible.filter(\.standsOutside), new: newValues[j].responsible.filter(\.standsOutside))
            // The same names, however they are divided: one broken over two lines of a cell.
            let isSameHead = Self.sameWords(([heads.old.map(\.quote).joined()], [heads.new.map(\.quote).joined()]))
            let who: (change: ValueChange?, successions: [OrganSuccession]) = isSameHead ? (nil, []) : responsible(oldValues[i], newValues[j], isOutside: true)
            let due = valueChange(.due, oldValues[i].due, newValues[j].due).flatMap { Self.sameWords($0.quotes) ? $0.detail : nil }
            details += [who.change?.detail, due].compactMap(\.self)
            return (details.map(\.field), details, who.successions)
        }
        let who = responsible(oldValues[i], newValues[j])
        let values = [
            who.change,
            valueChange(.due, oldValues[i].due, newValues[j].due),
            valueChange(.score, oldValues[i].scores, newValues[j].scores),
            valueChange(.target, oldValues[i].targets, newValues[j].targets),
            valueChange(.condition, oldValues[i].conditions, newValues[j].conditions),
        ].compactMap(\.self)
        // Where a title ends may hang on the sisters' titles: the same words are no change, however they are divided.
        var quotes = values.map(\.quotes)
        if !who.successions.isEmpty { quotes.append((who.successions.map(\.old), who.successions.map(\.new))) }
        if values.contains(where: { $0.detail.field == .due }) { quotes.append((oldValues[i].deadlines, newValues[j].deadlines)) }
        if wordsDiffer((a.heading ?? "") + a.text, (b.heading ?? "") + b.text, quotes) {
            if wordsDiffer(a.heading ?? "", b.heading ?? "", quotes) { details.append(words(.heading, i, j)) }
            if wordsDiffer(a.text, b.text, quotes) { details.append(words(.text, i, j)) }
        }
        details += values.map(\.detail)
        return (details.map(\.field), details, who.successions)
    }

    // MARK: Values

    private typealias ValueChange = (detail: ChangeDetail, quotes: (old: [String], new: [String]))

    /// An organ in whose place its successor stands has not changed.
    ///
    /// - Parameter isOutside: only those in no item's words.
    private func responsible(_ old: ItemValues, _ new: ItemValues, isOutside: Bool = false) -> (change: ValueChange?, successions: [OrganSuccession]) {
        let a = Self.unsettled(old.responsible, new).filter { !isOutside || $0.standsOutside }
        let b = Self.unsettled(new.responsible, old).filter { !isOutside || $0.standsOutside }
        // Before fields of government are compared: 工商局 and 市场监管局 have one.
        var (gone, come) = (Self.minus(a, b, by: \.assignment), Self.minus(b, a, by: \.assignment))
        guard !gone.isEmpty || !come.isEmpty else { return (nil, []) }
        let others = Set(come.map(\.assignment)), kept = b.filter { !others.contains($0.assignment) }
        let successions = reforms.take(&gone, &come, kept: kept)
        (gone, come) = Self.difference(gone, come)
        return (Self.valueChange(.responsible, gone, come), successions)
    }

    /// Without those that one version says in a head and the other there, in the item or above it.
    private static func unsettled(_ values: [ItemValues.Value], _ other: ItemValues) -> [ItemValues.Value] {
        values.filter { value in
            !(other.responsible + other.above).contains { (value.standsOutside || $0.standsOutside) && value.isSameAssignment($0) }
        }
    }

    private func valueChange(_ field: FieldChange, _ a: [ItemValues.Value], _ b: [ItemValues.Value]) -> ValueChange? {
        let (gone, come) = Self.difference(a, b)
        return Self.valueChange(field, gone, come)
    }

    private static func valueChange(_ field: FieldChange, _ gone: [ItemValues.Value], _ come: [ItemValues.Value]) -> ValueChange? {
        guard !gone.isEmpty || !come.isEmpty else { return nil }
        return (ChangeDetail(field: field, removed: gone.map(\.shown), added: come.map(\.shown)), (gone.map(\.quote), come.map(\.quote)))
    }

    private static func difference(_ a: [ItemValues.Value], _ b: [ItemValues.Value]) -> (gone: [ItemValues.Value], come: [ItemValues.Value]) {
        // First what is there in the same words, then what only means the same.
        let ownWords = minus(a, b, by: \.keyAndQuote), otherWords = minus(b, a, by: \.keyAndQuote)
        let gone = minus(ownWords, otherWords, by: \.key), come = minus(otherWords, ownWords, by: \.key)
        return withoutSameAssignments(gone, come)
    }

    /// Without pairs that name one organ in one role, each taken once.
    private static func withoutSameAssignments(_ a: [ItemValues.Value], _ b: [ItemValues.Value]) -> (gone: [ItemValues.Value], come: [ItemValues.Value]) {
        var come = b
        let gone = a.filter { value in
            guard let place = come.firstIndex(where: value.isSameAssignment) else { return true }
            come.remove(at: place)
            return false
        }
        return (gone, come)
    }

    private static func sameWords(_ quotes: (old: [String], new: [String])) -> Bool {
        quotes.old.map { Normalised.scalars($0) } == quotes.new.map { Normalised.scalars($0) }
    }

    /// Values of one list that the other lacks, each as often as it lacks it.
    private static func minus(_ a: [ItemValues.Value], _ b: [ItemValues.Value], by key: (ItemValues.Value) -> String) -> [ItemValues.Value] {
        var counts: [String: Int] = [:]
        for value in b { counts[key(value), default: 0] += 1 }
        return a.filter { value in
            guard let count = counts[key(value)], count > 0 else { return true }
            counts[key(value)] = count - 1
            return false
        }
    }

    // MARK: Words

    private func differs(_ a: String, _ b: String) -> Bool {
        isStrict ? a != b : Normalised.scalars(a) != Normalised.scalars(b)
    }

    /// Whether other words changed than those of values that changed: a date that moved is no change of wording.
    private func wordsDiffer(_ a: String, _ b: String, _ quotes: [(old: [String], new: [String])]) -> Bool {
        guard differs(a, b) else { return false }
        guard !quotes.isEmpty else { return true }
        return differs(Self.without(quotes.flatMap(\.old), a), Self.without(quotes.flatMap(\.new), b))
    }

    private static func without(_ quotes: [String], _ text: String) -> String {
        var scalars = Array(text.unicodeScalars)
        for quote in quotes {
            let words = Array(quote.unicodeScalars)
            guard !words.isEmpty, words.count <= scalars.count else { continue }
            if let at = (0...scalars.count - words.count).first(where: { scalars[$0..<$0 + words.count].elementsEqual(words) }) {
                scalars.removeSubrange(at..<at + words.count)
            }
        }
        var view = String.UnicodeScalarView()
        view.append(contentsOf: scalars)
        return String(view)
    }

    private func words(_ field: FieldChange, _ i: Int, _ j: Int) -> ChangeDetail {
        let a = old.graph.items[i], b = new.graph.items[j]
        let texts = field == .heading ? (a.heading ?? "", b.heading ?? "") : (a.text, b.text)
        let (oldPlaces, newPlaces) = (places(field, a, oldText), places(field, b, newText))
        let (oldScalars, newScalars) = (Array(texts.0.unicodeScalars), Array(texts.1.unicodeScalars))
        let edits = WordDiff.pieces(texts.0, texts.1).map { piece in
            let scalars = piece.kind == .insert ? newScalars[piece.new] : oldScalars[piece.old]
            var view = String.UnicodeScalarView()
            view.append(contentsOf: scalars)
            return Edit(kind: piece.kind, text: String(view), old: piece.kind == .insert ? nil : Self.span(piece.old, oldPlaces),
                        new: piece.kind == .delete ? nil : Self.span(piece.new, newPlaces))
        }
        return ChangeDetail(field: field, edits: edits)
    }

    /// Where the characters of a heading or text stand in the canonical text.
    private func places(_ field: FieldChange, _ item: ItemNode, _ text: OwnText) -> [Int] {
        guard let heading = text.places(of: item.heading ?? "", from: item.span.start + item.label.unicodeScalars.count, to: item.span.end) else { return [] }
        if field == .heading { return heading.offsets }
        return text.places(of: item.text, from: heading.end, to: item.span.end)?.offsets ?? []
    }

    private static func span(_ range: Range<Int>, _ places: [Int]) -> ScalarSpan? {
        guard !range.isEmpty, range.upperBound <= places.count else { return nil }
        return ScalarSpan(places[range.lowerBound], places[range.upperBound - 1] + 1)
    }
}
