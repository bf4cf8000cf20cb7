import FanganText

/// Another document that a text names by its title in 《》, its 发文字号, or both.
public struct CitationMention: Sendable, Hashable {
    /// Without the marks, spaces removed.
    public var title: String?
    /// As printed, spaces removed: `川办发〔2021〕11号`.
    public var number: String?
    /// In the passage, without the marks.
    public var titleRange: Range<Int>?
    public var numberRange: Range<Int>?
    /// From the opening 《 to the end of the number's bracket.
    public var range: Range<Int>

    public init(title: String?, number: String?, titleRange: Range<Int>?, numberRange: Range<Int>?, range: Range<Int>) {
        self.title = title
        self.number = number
        self.titleRange = titleRange
        self.numberRange = numberRange
        self.range = range
    }
}

/// Finds citations: `《title》（number）`, and numbers alone: `川办发〔2021〕11号` with 〔〕, [], （）, 【】, lost
/// brackets (`曲水府发〔202321`) and placeholders (`区委办发〔2024〕X号`). GB/T 9704: 发文机关代字, year in 〔〕, 序号.
/// A 《title》 counts where it ends like a document or a number follows: 《民族团结进步》专栏 is none.
public struct CitationRecogniser: Sendable {
    public init() {}

    public func scan(_ passage: Passage, in range: Range<Int>) -> [CitationMention] {
        let text = CompactText(passage, range)
        var found: [CitationMention] = []
        var i = 0
        /// Nothing before it may belong to a number.
        var floor = 0
        while true {
            i = Self.triggers.next(text, from: i)
            guard i < text.count else { break }
            let scalar = text[i]
            if scalar == 0x300A, let end = text.titleEnd(at: i) {
                let numbers = bracketedNumbers(passage, text, at: end)
                if let mention = titled(passage, text, i..<end, numbers.first) { found.append(mention) }
                for number in numbers.dropFirst() { found.append(number) }
                i = numbers.last.map { _ in bracketEnd(text, at: end) } ?? end
                floor = i
                continue
            }
            if scalar == 0x5B || scalar == 0x28, let number = DocumentNumber.read(text, bracket: i, floor: floor) {
                found.append(mention(passage, text, number.range))
                i = number.range.upperBound
                floor = i
                continue
            }
            i += 1
        }
        return found
    }

    private static let triggers = TriggerSet("《[(")

    private func titled(_ passage: Passage, _ text: CompactText, _ range: Range<Int>, _ number: CitationMention?) -> CitationMention? {
        let title = (range.lowerBound + 1)..<(range.upperBound - 1)
        guard number != nil || isDocument(text, title) else { return nil }
        let place = text.place(title)
        let whole = text.place(range)
        let end = number.map { max($0.range.upperBound, whole.upperBound) } ?? whole.upperBound
        return CitationMention(
            title: squashed(passage, place), number: number?.number, titleRange: place, numberRange: number?.numberRange,
            range: whole.lowerBound..<end)
    }

    /// Ends like a document, its own bracket （试行）, （2021—2023年） aside, or begins with 关于 or the state's name.
    private func isDocument(_ text: CompactText, _ title: Range<Int>) -> Bool {
        if text.has("关于", at: title.lowerBound) || text.has("中华人民共和国", at: title.lowerBound) { return true }
        var end = title.upperBound
        while end > title.lowerBound, text[end - 1] == 0x29 {
            var open = end - 1
            while open > title.lowerBound, text[open] != 0x28 { open -= 1 }
            guard open > title.lowerBound else { break }
            end = open
        }
        guard let length = ValueVocabulary.documents[.kind].match(text, before: end) else { return false }
        return end - length >= title.lowerBound
    }

    /// Numbers in the bracket behind a title: （川办发〔2021〕11号）, several with 、 between them.
    private func bracketedNumbers(_ passage: Passage, _ text: CompactText, at open: Int) -> [CitationMention] {
        guard text[open] == 0x28 || text[open] == 0x5B else { return [] }
        let end = bracketEnd(text, at: open)
        var found: [CitationMention] = []
        var i = open + 1
        var floor = open + 1
        while i < end {
            if text[i] == 0x5B || text[i] == 0x28, let number = DocumentNumber.read(text, bracket: i, floor: floor) {
                found.append(mention(passage, text, number.range))
                i = number.range.upperBound
                floor = i
            } else { i += 1 }
        }
        if found.isEmpty, let word = ["第", "令"].compactMap({ text.first($0, in: open..<end) }).min(),
           end - open <= 24, text[end - 2] == 0x53F7, word < end - 2 {
            // （国务院令第722号）
            found.append(mention(passage, text, (open + 1)..<(end - 1)))
        }
        if let last = found.indices.last { found[last].range = found[last].range.lowerBound..<text.place(open..<end).upperBound }
        return found
    }

    /// Index after the bracket that opens at an index, inner brackets counted; the end of the line of thought if it never closes.
    private func bracketEnd(_ text: CompactText, at open: Int) -> Int {
        guard text[open] == 0x28 || text[open] == 0x5B else { return open }
        var depth = 0
        var i = open
        let limit = min(text.count, open + 80)
        while i < limit {
            if text[i] == 0x28 || text[i] == 0x5B { depth += 1 }
            if text[i] == 0x29 || text[i] == 0x5D {
                depth -= 1
                if depth == 0 { return i + 1 }
            }
            if text[i] == 0x3002 { return i }
            i += 1
        }
        return open + 1
    }

    private func mention(_ passage: Passage, _ text: CompactText, _ range: Range<Int>) -> CitationMention {
        let place = text.place(range)
        return CitationMention(
            title: nil, number: squashed(passage, place), titleRange: nil, numberRange: place, range: place)
    }

    private func squashed(_ passage: Passage, _ range: Range<Int>) -> String {
        var view = String.UnicodeScalarView()
        for i in range {
            let value = passage.scalars[i]
            if value <= 0x20 || value == 0x3000 || value == 0xA0 { continue }
            if let scalar = Unicode.Scalar(value) { view.append(scalar) }
        }
        return String(view)
    }
}
