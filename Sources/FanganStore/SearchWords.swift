/// Words as the search index keeps them. Chinese has no spaces: every two neighbouring characters make a word, and the last one of
/// a run one by itself, so that 园, 公园 and 口袋公园 are all found. Letters and digits stay whole.
///
/// Words are made here and not by a tokenizer of FTS5's so that any program that opens the store can search it: the index asks
/// for the built-in tokenizer `ascii`, to which a word ends at a space.
enum SearchWords {
    /// The words of some texts, spaces between.
    static func words(of texts: [String]) -> [UInt8] {
        var maker = WordMaker(reserving: texts.reduce(0) { $0 + $1.utf8.count } * 3)
        for text in texts { maker.add(text) }
        return maker.words
    }

    /// An FTS5 expression that holds wherever the text can stand; nil for a text without words.
    static func expression(for text: String) -> String? {
        let parts = words(of: [text]).split(separator: 0x20).map { String(decoding: $0, as: UTF8.self) }
        var terms: [String] = []
        for (place, part) in parts.enumerated() {
            let count = part.unicodeScalars.count, isPlain = part.utf8.allSatisfy { $0 < 0x80 }
            // The last character of a run stands in the pair before it already.
            if !isPlain, count == 1, place > 0, parts[place - 1].unicodeScalars.count == 2, parts[place - 1].unicodeScalars.last == part.unicodeScalars.first { continue }
            terms.append(isPlain || count == 1 ? "\"\(part)\" *" : "\"\(part)\"")
        }
        return terms.isEmpty ? nil : terms.joined(separator: " AND ")
    }

    /// Text in which words are compared: small letters, half width, without spaces and line ends.
    static func folded(_ text: String) -> [UInt8] {
        var result: [UInt8] = []
        result.reserveCapacity(text.utf8.count)
        for scalar in text.unicodeScalars {
            let value = half(scalar.value)
            if value == 0x20 || value == 0x0A || value == 0x3000 { continue }
            if value < 0x80 { result.append(small(UInt8(value))) } else { result.append(contentsOf: UTF8.encode(scalar)!) }
        }
        return result
    }

    /// Whether the folded text holds the folded words.
    static func holds(_ text: [UInt8], _ words: [UInt8]) -> Bool {
        guard let first = words.first, text.count >= words.count else { return words.isEmpty }
        return text.withUnsafeBufferPointer { text in
            words.withUnsafeBufferPointer { words in
                (0...(text.count - words.count)).contains { at in text[at] == first && (1..<words.count).allSatisfy { text[at + $0] == words[$0] } }
            }
        }
    }

    fileprivate static func half(_ value: UInt32) -> UInt32 { (0xFF01...0xFF5E).contains(value) ? value - 0xFEE0 : value }
    fileprivate static func small(_ byte: UInt8) -> UInt8 { (0x41...0x5A).contains(byte) ? byte | 0x20 : byte }
}

/// Cuts text into words.
private struct WordMaker {
    private enum Kind { case gap, plain, pair }

    private(set) var words: [UInt8] = []
    /// The character before, in a run without gaps.
    private var last: [UInt8] = []
    private var kind = Kind.gap

    init(reserving bytes: Int) { words.reserveCapacity(bytes) }

    mutating func add(_ text: String) {
        var text = text
        text.withUTF8 { bytes in
            var at = 0
            while at < bytes.count {
                let length = Self.length(bytes[at])
                take(bytes, at, min(length, bytes.count - at))
                at += length
            }
        }
        end()
    }

    private static func length(_ lead: UInt8) -> Int { lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4 }

    private mutating func take(_ bytes: UnsafeBufferPointer<UInt8>, _ at: Int, _ length: Int) {
        let lead = bytes[at]
        if lead < 0x80 { return plain(lead) }
        // U+4000 to U+9FFF: nearly all Chinese.
        if lead >= 0xE4 && lead <= 0xE9 { return pair(bytes, at, length) }
        let value = (1..<length).reduce(UInt32(lead) & (0x7F >> UInt32(length))) { $0 << 6 | UInt32(bytes[at + $1] & 0x3F) }
        let half = SearchWords.half(value)
        if half < 0x80 { plain(UInt8(half)) } else if Self.isWord(value) { pair(bytes, at, length) } else { end() }
    }

    private static func isWord(_ value: UInt32) -> Bool {
        if value == 0x3007 || (0x3400...0x4DBF).contains(value) || (0xF900...0xFAFF).contains(value) || (0x20000...0x3FFFF).contains(value) { return true }
        return Unicode.Scalar(value)?.properties.isAlphabetic ?? false
    }

    private mutating func plain(_ byte: UInt8) {
        let byte = SearchWords.small(byte)
        guard (0x61...0x7A).contains(byte) || (0x30...0x39).contains(byte) else { return end() }
        if kind != .plain { end() }
        kind = .plain
        words.append(byte)
    }

    private mutating func pair(_ bytes: UnsafeBufferPointer<UInt8>, _ at: Int, _ length: Int) {
        let character = bytes[at..<at + length]
        if kind == .pair {
            words.append(contentsOf: last)
            words.append(contentsOf: character)
            words.append(0x20)
        } else { end() }
        kind = .pair
        last.removeAll(keepingCapacity: true)
        last.append(contentsOf: character)
    }

    private mutating func end() {
        if kind == .pair { words.append(contentsOf: last) }
        if kind != .gap { words.append(0x20) }
        kind = .gap
    }
}
