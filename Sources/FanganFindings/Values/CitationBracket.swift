/// The brackets behind a title: `（国办发〔2021〕11号）`, `（国务院令第722号）`, `（以下简称《意见》）`, both in one or one after the other.
struct CitationBracket {
    private(set) var numbers: [DocumentNumber] = []
    /// Names inside their marks.
    private(set) var shortNames: [Range<Int>] = []
    /// Behind the last bracket that was read; where it began if there is none.
    private(set) var end: Int
    var isRead: Bool { !numbers.isEmpty || !shortNames.isEmpty }

    init(_ text: CompactText, at start: Int) {
        end = start
        while text[end] == 0x28 || text[end] == 0x5B {
            let close = Self.end(text, at: end)
            var read = Self.numbers(text, end..<close)
            if read.isEmpty, let other = Self.decree(text, end..<close) ?? DocumentNumber.read(text, runTogether: end..<close) { read = [other] }
            let names = Self.shortNames(text, end..<close)
            guard !read.isEmpty && numbers.isEmpty || !names.isEmpty else { break }
            numbers += read
            shortNames += names
            end = close
        }
    }

    /// （川办发〔2021〕11号）, several with 、 between them.
    private static func numbers(_ text: CompactText, _ bracket: Range<Int>) -> [DocumentNumber] {
        var found: [DocumentNumber] = []
        var i = bracket.lowerBound + 1
        var floor = i
        while i < bracket.upperBound {
            if DocumentNumber.isOpen(text[i]), let number = DocumentNumber.read(text, bracket: i, floor: floor) {
                found.append(number)
                i = number.range.upperBound
                floor = i
            } else { i += 1 }
        }
        return found
    }

    /// （国务院令第722号）
    private static func decree(_ text: CompactText, _ bracket: Range<Int>) -> DocumentNumber? {
        guard bracket.count <= 24, bracket.count >= 3, text[bracket.upperBound - 2] == 0x53F7,
              let word = bracket.first(where: { text[$0] == 0x7B2C || text[$0] == 0x4EE4 }), word < bracket.upperBound - 2 else { return nil }
        return DocumentNumber(range: (bracket.lowerBound + 1)..<(bracket.upperBound - 1))
    }

    private static let aliases = ValueVocabulary.documents[.alias]

    /// 以下简称《意见》, 简称“十四五规划”, 以下统称《意见》《办法》.
    private static func shortNames(_ text: CompactText, _ bracket: Range<Int>) -> [Range<Int>] {
        guard let word = aliases.first(text, in: bracket) else { return [] }
        var names: [Range<Int>] = []
        var i = word.upperBound
        while i < bracket.upperBound - 1 {
            let isMark = text.isOne(of: "《“\"「:、,和及", at: i)
            guard !isMark else { i += 1; continue }
            let end = (i..<bracket.upperBound).first { text.isOne(of: "》”\"」、，,。;)]", at: $0) } ?? bracket.upperBound - 1
            guard end > i, end - i <= 30 else { break }
            names.append(i..<end)
            i = end + 1
            // Only another name in marks goes on: 《意见》《办法》.
            while i < bracket.upperBound, text.isOne(of: "》”\"」、和及", at: i) { i += 1 }
            guard text.isOne(of: "《“「", at: i) else { break }
        }
        return names
    }

    /// Index after the bracket that opens at an index, inner brackets counted; one on if it does not close in its sentence.
    private static func end(_ text: CompactText, at open: Int) -> Int {
        var depth = 0
        var i = open
        let limit = min(text.count, open + 120)
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
}
