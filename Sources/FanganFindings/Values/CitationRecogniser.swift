import FanganText

/// Finds citations: `《title》（number）`, `number《title》`, and numbers alone: `川办发〔2021〕11号` with 〔〕, [], （）, 【】, damaged
/// ones (`曲水府发〔202321`) and placeholders (`区委办发〔2024〕X号`). GB/T 9704: 发文机关代字, year in 〔〕, 序号.
/// A 《title》 counts where it ends like a document or a number follows: 《民族团结进步》专栏 is none.
public struct CitationRecogniser: Sendable {
    public init() {}

    public func scan(_ passage: Passage, in range: Range<Int>) -> [CitationMention] {
        scan(passage, CompactText(passage, range))
    }

    /// - Parameter text: the stretch of the passage to look at.
    func scan(_ passage: Passage, _ text: CompactText) -> [CitationMention] {
        var scan = CitationScan(passage, text)
        return scan.run()
    }
}

/// One walk over a stretch of text. Places are those of the ``CompactText`` until a mention is made.
private struct CitationScan {
    /// A citation as it stands in the compact text.
    struct Found {
        var title: Range<Int>?
        var number: Range<Int>?
        var whole: Range<Int>
        var shortNames: [Range<Int>] = []
        var damage: CitationMention.Damage?

        mutating func take(_ number: DocumentNumber) {
            self.number = number.range
            damage = number.isDamaged ? .number : damage
        }
    }

    let passage: Passage
    let text: CompactText
    private var found: [Found] = []
    /// Nothing before it may belong to a number.
    private var floor = 0

    init(_ passage: Passage, _ text: CompactText) {
        self.passage = passage
        self.text = text
    }

    private static let links = ValueVocabulary.documents[.link]
    private static let pendings = ValueVocabulary.documents[.pending]
    private static let documents = ValueVocabulary.documents[.kind]
    private static let pasts = ValueVocabulary.documents[.past]

    private static let triggers = TriggerSet("《[(])﹝﹞〈<{｛")

    mutating func run() -> [CitationMention] {
        var i = 0
        while true {
            i = Self.triggers.next(text, from: i)
            guard i < text.count else { break }
            i = read(at: i)
        }
        if found.isEmpty { return [] }
        var kinds = CitationKinds(text)
        return found.map { mention($0, kinds.kind(of: $0.whole)) }
    }

    /// Reads what a trigger begins; returns where to go on.
    private mutating func read(at i: Int) -> Int {
        if text[i] == 0x300A {
            if let end = text.titleEnd(at: i) { return readTitle(i..<end) }
            return readOpenTitle(at: i) ?? i + 1
        }
        let number = DocumentNumber.isOpen(text[i]) ? DocumentNumber.read(text, bracket: i, floor: floor) : DocumentNumber.read(text, loneClose: i, floor: floor)
        guard let number else { return i + 1 }
        found.append(Found(number: number.range, whole: number.range, damage: number.isDamaged ? .number : nil))
        floor = number.range.upperBound
        return floor
    }

    // MARK: - Titles

    private mutating func readTitle(_ whole: Range<Int>) -> Int {
        let title = (whole.lowerBound + 1)..<(whole.upperBound - 1)
        let bracket = bracket(behind: whole.upperBound)
        floor = bracket.isRead ? bracket.end : whole.upperBound
        var one = Found(title: title, whole: whole, shortNames: bracket.shortNames)
        if bracket.isRead { one.whole = whole.lowerBound..<bracket.end }
        let run = titlesInFront(of: whole, atMost: bracket.numbers.count)
        if bracket.numbers.count > 1, run.count == bracket.numbers.count - 1 {
            // 《甲》《乙》（1号、2号）: as many numbers as titles belong one to one.
            for (place, number) in zip(run, bracket.numbers) { found[place].take(number) }
            one.take(bracket.numbers[run.count])
            found.append(one)
            return floor
        }
        if let number = bracket.numbers.first {
            one.take(number)
            if bracket.numbers.count > 1 { one.whole = whole.lowerBound..<number.range.upperBound }
        } else if !isDocument(title) {
            return floor
        } else if let number = numberInFront(of: whole) {
            found.removeLast()
            one.number = number.number
            one.damage = number.damage
            one.whole = number.whole.lowerBound..<one.whole.upperBound
        }
        found.append(one)
        for (place, number) in bracket.numbers.enumerated().dropFirst() {
            var other = Found(whole: number.range.lowerBound..<(place == bracket.numbers.count - 1 ? bracket.end : number.range.upperBound))
            other.take(number)
            found.append(other)
        }
        return floor
    }

    /// `《…若干措施》的通知（示府发〔2023〕9号）`, `《…意见》精神（…号）`: words that say what the document is may stand in front of its number.
    private func bracket(behind title: Int) -> CitationBracket {
        let direct = CitationBracket(text, at: title)
        guard !direct.isRead, let length = Self.links.match(text, at: title) else { return direct }
        let far = CitationBracket(text, at: title + length)
        return far.numbers.count == 1 ? far : direct
    }

    /// `《…办法》（另行制定）`: no document yet.
    private func isPending(behind end: Int) -> Bool {
        text[end] == 0x28 && Self.pendings.match(text, at: end + 1) != nil
    }

    /// Titles without a number that stand side by side in front of another: 《甲》、《乙》.
    private func titlesInFront(of title: Range<Int>, atMost limit: Int) -> Range<Int> {
        var first = found.count
        var start = title.lowerBound
        while first > 0, found.count - first < limit {
            let one = found[first - 1]
            guard one.title != nil, one.number == nil, start - one.whole.upperBound <= 2,
                  (one.whole.upperBound..<start).allSatisfy({ text.isOne(of: "、和及与，,", at: $0) }) else { break }
            first -= 1
            start = one.whole.lowerBound
        }
        return first..<found.count
    }

    /// `国发〔2020〕1号《关于…的意见》`, `…号文件《…》`: the number just before the title.
    private func numberInFront(of title: Range<Int>) -> Found? {
        guard let last = found.last, last.title == nil, last.number != nil else { return nil }
        var i = last.whole.upperBound
        if text.has("文件", at: i) { i += 2 } else if text.has("文", at: i) { i += 1 }
        return i == title.lowerBound ? last : nil
    }

    /// `《关于…的通知（国发〔2020〕3号）`: the mark never closes, but a number follows what reads as a document.
    private mutating func readOpenTitle(at open: Int) -> Int? {
        let limit = min(text.count, open + 120)
        guard let bracket = (open + 1..<max(limit, open + 1)).first(where: { text[$0] == 0x28 || text[$0] == 0x300B || text[$0].endsSentence || text[$0] == 0x300A }),
              text[bracket] == 0x28 else { return nil }
        let title = (open + 1)..<bracket
        let numbers = CitationBracket(text, at: bracket)
        guard title.count >= 4, let number = numbers.numbers.first, numbers.numbers.count == 1, isDocument(title) else { return nil }
        found.append(Found(title: title, number: number.range, whole: open..<numbers.end, shortNames: numbers.shortNames, damage: .title))
        floor = numbers.end
        return floor
    }

    /// Ends like a document, its own bracket （试行）, （2021—2023年） aside, or begins with 关于 or the state's name.
    private func isDocument(_ title: Range<Int>) -> Bool {
        if text.has("关于", at: title.lowerBound) || text.has("中华人民共和国", at: title.lowerBound) { return true }
        var end = title.upperBound
        while end > title.lowerBound, text[end - 1] == 0x29 {
            var open = end - 1
            while open > title.lowerBound, text[open] != 0x28 { open -= 1 }
            guard open > title.lowerBound else { break }
            end = open
        }
        guard let length = Self.documents.match(text, before: end) else { return false }
        return end - length >= title.lowerBound
    }

    // MARK: - Mentions

    private func mention(_ found: Found, _ kind: CitationKind) -> CitationMention {
        let title = found.title.map(text.place), number = found.number.map(text.place)
        var mention = CitationMention(
            title: title.map(squashed), number: number.map(squashed), titleRange: title, numberRange: number, range: text.place(found.whole))
        mention.kind = isPending(behind: found.whole.upperBound) ? .cited : kind
        mention.shortNames = found.shortNames.map { squashed(text.place($0)) }
        mention.damage = found.damage
        mention.isReplaced = isReplaced(behind: found.whole.upperBound)
        return mention
    }

    /// `《…若干措施（试行）》（…〔2022〕22号）…发挥了积极作用`, `…同时废止`: its sentence speaks of what it did.
    private func isReplaced(behind end: Int) -> Bool {
        var i = end
        while i < min(text.count, end + Self.reachOfPast), text[i] != 0x3002, !text.startsLine(i) || i == end {
            if Self.pasts.match(text, at: i) != nil { return true }
            i += 1
        }
        return false
    }

    /// Scalars behind a document in which its sentence may speak of it.
    private static let reachOfPast = 80

    private func squashed(_ range: Range<Int>) -> String {
        func isBlank(_ scalar: UInt32) -> Bool { scalar <= 0x20 || scalar == 0x3000 || scalar == 0xA0 }
        guard range.contains(where: { isBlank(passage.scalars[$0]) }) else { return passage.string(range) }
        return Passage.string(passage.scalars[range].filter { !isBlank($0) })
    }
}
