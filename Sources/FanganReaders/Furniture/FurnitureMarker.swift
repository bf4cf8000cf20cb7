import FanganText

/// Finds the lines that are on the page but not of the document, by their own form.
struct FurnitureMarker {
    private let bytes: UnsafeBufferPointer<UInt8>
    private let lines: [TextLine]
    private(set) var roles: [LineRole]
    /// Lines that are not blank.
    private let shown: [Int]

    init(_ bytes: UnsafeBufferPointer<UInt8>, _ lines: [TextLine]) {
        self.bytes = bytes
        self.lines = lines
        roles = lines.map { $0.isBlank ? .blank : .text }
        shown = lines.indices.filter { !lines[$0].isBlank }
    }

    static func roles(_ bytes: UnsafeBufferPointer<UInt8>, _ lines: [TextLine]) -> [LineRole] {
        var marker = FurnitureMarker(bytes, lines)
        marker.markByForm()
        marker.markCompany()
        marker.markTail()
        return marker.roles
    }

    private mutating func markByForm() {
        for i in lines.indices where roles[i] == .text {
            if let kind = LineForm.furniture(bytes, lines[i].range) { roles[i] = .furniture(kind) }
        }
    }

    /// Weak chrome words count next to other chrome: `时间：2023-07-26` beside `来源：市民宗委`.
    private mutating func markCompany() {
        let weak = shown.map { roles[$0] == .text && LineForm.isWeakChrome(bytes, lines[$0].range) }
        for (k, i) in shown.enumerated() where weak[k] {
            let hasCompany = [k - 1, k + 1].contains { other in
                shown.indices.contains(other) && (weak[other] || roles[shown[other]] == .furniture(.webChrome))
            }
            if hasCompany { roles[i] = .furniture(.webChrome) }
        }
    }

    /// Lines behind the last ones of a text among which a page's list of links may begin, and the longest such line in bytes.
    private static let tailLines = 24, longestLink = 240

    /// `相关稿件` ⏎ `【图解】一图读懂《…》`: behind a heading of the page up to the end stand titles of other pages, not sentences.
    private mutating func markTail() {
        for k in shown.indices.suffix(Self.tailLines).reversed() {
            let range = lines[shown[k]].range
            if WebVocabulary.shared.links.length(in: bytes, at: range.lowerBound, limit: range.upperBound) == range.count {
                for i in shown[k...] { roles[i] = .furniture(.webChrome) }
                return
            }
            guard isLink(range) else { return }
        }
    }

    /// Short, not the end of a sentence, and neither numbered nor with who is responsible.
    private func isLink(_ range: Range<Int>) -> Bool {
        guard range.count <= Self.longestLink, !Punctuation.endsSentence(UTF8Scan.scalar(bytes, before: range.upperBound, floor: range.lowerBound).value) else { return false }
        guard !(0x30...0x39).contains(bytes[range.lowerBound]) else { return false }
        return !range.contains { ReaderVocabulary.shared.keys.length(in: bytes, at: $0, limit: range.upperBound) != nil }
    }
}
