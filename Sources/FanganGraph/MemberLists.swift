#if canImport(Darwin)
import Darwin
#elseif canImport(Musl)
import Musl
#else
import Glibc
#endif
import FanganText
import FanganUnits

/// The document's own lists of the members of a body, in two forms: 成员单位：市发改委、市财政局 …, and a list of
/// persons with their posts (成员：张三  区发改局局长), one to a line.
struct MemberLists {
    let bytes: [UInt8]
    private let words: RelationWords
    // Asked for in every line.
    private let memberWords: [[UInt8]], postWords: [[UInt8]]

    init(bytes: [UInt8], words: RelationWords) {
        self.bytes = bytes
        self.words = words
        memberWords = words(.member)
        postWords = words(.post)
    }

    /// Spans of the names of units in each list, as printed; not all need be units.
    var lists: [[Span]] { sentences.map(names) + posts }

    // MARK: 成员单位：

    /// Behind 成员单位： or 成员单位包括, to the end of the sentence.
    private var sentences: [Span] {
        var lists: [Span] = []
        for word in words(.members) {
            for at in ByteSearch.places(of: word, in: bytes) where at >= lists.last?.end ?? 0 {
                let start = at + word.count
                guard let mark = words(.list).first(where: { ByteSearch.begins(bytes, start, $0) }) else { continue }
                var end = start + mark.count
                while end < bytes.count, bytes[end] != 0x0A, !ByteSearch.begins(bytes, end, Self.fullStop) { end += 1 }
                lists.append(Span(start + mark.count, end))
            }
        }
        return lists
    }

    private static let fullStop = Array("。".utf8)
    private static let comma = ["、", "，", "；"].map { Array($0.utf8) }
    private static let colons = ["：", ":"].map { Array($0.utf8) }
    private static let wideSpace = Array("\u{3000}".utf8)

    private func names(_ list: Span) -> [Span] {
        var names: [Span] = []
        var start = list.start, i = list.start
        while i <= list.end {
            let mark = i == list.end ? [] : Self.comma.first { ByteSearch.begins(bytes, i, $0) }
            if let mark {
                if i - start >= 6, i - start <= 90 { names.append(Span(start, i)) }
                i += max(mark.count, 1)
                start = i
            } else {
                i += 1
            }
        }
        return names
    }

    // MARK: Persons with their posts

    /// The organs of the posts in the lines from 成员： on, as long as each line ends in a post.
    private var posts: [[Span]] {
        var lists: [[Span]] = []
        var start = 0
        while start < bytes.count {
            let end = lineEnd(start)
            guard let names = membersLine(start, end) else {
                start = end + 1
                continue
            }
            var list = organs(names, end), next = end + 1
            while next < bytes.count {
                let stop = lineEnd(next)
                guard stop > next else { break }
                guard let post = post(next, stop) else { break }
                list += organs(post, stop)
                next = stop + 1
            }
            lists.append(list)
            start = max(next, end + 1)
        }
        return lists
    }

    private func lineEnd(_ start: Int) -> Int {
        bytes.withUnsafeBytes { bytes in
            guard start < bytes.count, let base = bytes.baseAddress, let found = memchr(base + start, 0x0A, bytes.count - start) else { return max(start, bytes.count) }
            return UnsafeRawPointer(found) - base
        }
    }

    /// Where the post begins in a line that begins with 成员： (also 成　员：) and ends in a post; nil in others.
    private func membersLine(_ start: Int, _ end: Int) -> Int? {
        for word in memberWords {
            var at = skipSpace(start, end), k = 0
            while k < word.count, at < end, bytes[at] == word[k] {
                at += 1
                k += 1
                if k % 3 == 0 { at = skipSpace(at, end) }
            }
            if k == word.count, let colon = Self.colons.first(where: { ByteSearch.begins(bytes, at, $0) }), at < end { return post(at + colon.count, end) }
        }
        return nil
    }

    /// Where the post begins in `XX    区审计局局长`: behind the last gap; nil where the line does not end in a post or is a sentence.
    private func post(_ start: Int, _ end: Int) -> Int? {
        guard end - start <= 180, organEnd(start, end) != nil else { return nil }
        var at = skipSpace(start, end), begin = at, sawGap = false
        while at < end {
            let next = skipSpace(at, end)
            if next > at, next < end {
                begin = next
                sawGap = true
            }
            at = max(next, at + 1)
        }
        return sawGap ? begin : nil
    }

    /// 市政府副秘书长、市发展改革委主任: the organ in front of each post.
    private func organs(_ start: Int, _ end: Int) -> [Span] {
        var found: [Span] = []
        var from = start, i = start
        while i <= end {
            let mark = i == end ? [] : Self.comma.first { ByteSearch.begins(bytes, i, $0) }
            guard let mark else {
                i += 1
                continue
            }
            if let stop = organEnd(from, i), stop - from >= 6 { found.append(Span(from, stop)) }
            i += max(mark.count, 1)
            from = i
        }
        return found
    }

    /// Where the organ ends in front of a post's words; nil where no post ends the range.
    private func organEnd(_ start: Int, _ end: Int) -> Int? {
        var stop = end
        while stop > start, bytes[stop - 1] <= 0x20 { stop -= 1 }
        let word = postWords.first { stop - $0.count >= start && ByteSearch.begins(bytes, stop - $0.count, $0) }
        return word.map { stop - $0.count }
    }

    private func skipSpace(_ start: Int, _ end: Int) -> Int {
        var at = start
        while at < end {
            if bytes[at] == 0x20 || bytes[at] == 0x09 { at += 1 } else if ByteSearch.begins(bytes, at, Self.wideSpace) { at += 3 } else { break }
        }
        return at
    }
}

/// Words in bytes of text.
enum ByteSearch {
    static func begins(_ bytes: [UInt8], _ index: Int, _ word: [UInt8]) -> Bool {
        guard index >= 0, index + word.count <= bytes.count else { return false }
        for k in word.indices where bytes[index + k] != word[k] { return false }
        return true
    }

    /// Where any of several words begins, from left to right, in one walk; the first word that fits counts.
    ///
    /// - Parameters:
    ///   - words: begin with a Chinese character, or one of three bytes like it.
    ///   - characters: those of the bytes.
    static func places(ofAny words: [[UInt8]], in bytes: [UInt8], _ characters: Passage) -> [(place: Int, word: Int)] {
        var places: [(place: Int, word: Int)] = []
        // By the last twelve bits of a character, whether a word begins with such a one.
        var firsts = [Bool](repeating: false, count: 4096)
        for word in words where word.count >= 3 { firsts[Int(word[1] & 0x3F) << 6 | Int(word[2] & 0x3F)] = true }
        characters.scalars.withUnsafeBufferPointer { scalars in
            firsts.withUnsafeBufferPointer { firsts in
                bytes.withUnsafeBufferPointer { bytes in
                    for i in 0..<scalars.count where firsts[Int(scalars[i] & 0xFFF)] {
                        let at = characters.offset(at: i)
                        for number in words.indices where at + words[number].count <= bytes.count && isWord(words[number], bytes, at) {
                            places.append((at, number))
                            break
                        }
                    }
                }
            }
        }
        return places
    }

    /// Where a word begins last in a range.
    static func last(_ word: [UInt8], in bytes: [UInt8], _ range: Range<Int>) -> Int? {
        guard let head = word.first else { return nil }
        return bytes.withUnsafeBufferPointer { bytes in
            var at = min(range.upperBound, bytes.count) - word.count
            let first = max(range.lowerBound, 0)
            while at >= first {
                if bytes[at] == head, isWord(word, bytes, at) { return at }
                at -= 1
            }
            return nil
        }
    }

    /// Where a word begins, from left to right.
    static func places(of word: [UInt8], in bytes: [UInt8]) -> [Int] {
        guard word.count <= 255, let last = word.last else { return [] }
        var places: [Int] = []
        // How far the word may move on where a byte stands under its last one (Horspool): most bytes of a text are passed over.
        withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 256) { steps in
            steps.initialize(repeating: UInt8(word.count))
            for k in 0..<(word.count - 1) { steps[Int(word[k])] = UInt8(word.count - 1 - k) }
            bytes.withUnsafeBufferPointer { text in
                var end = word.count - 1
                while end < text.count {
                    if text[end] == last, isWord(word, text, end + 1 - word.count) { places.append(end + 1 - word.count) }
                    end += Int(steps[Int(text[end])])
                }
            }
        }
        return places
    }

    private static func isWord(_ word: [UInt8], _ text: UnsafeBufferPointer<UInt8>, _ start: Int) -> Bool {
        for k in word.indices where text[start + k] != word[k] { return false }
        return true
    }
}
