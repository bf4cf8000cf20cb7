import FanganText

/// The table of facts that a site puts over a document: 索引号, 发文字号, 成文日期 …, as a table, a list or lines.
struct WebFacts {
    struct Hit {
        var paragraph: Int
        var key: WebVocabulary.Key
        /// A key that no other table has.
        var isTelling: Bool
        /// The value on the same line; empty where it stands in the next paragraph.
        var value: Span
    }

    /// Keys that stand so close together are of one table.
    private static let widestGap = 3

    private(set) var facts: [DocumentFact] = []
    /// Paragraphs of the table.
    private(set) var paragraphs: Set<Int> = []

    private let page: HTMLPage

    init(_ page: HTMLPage, _ lines: [TextLine], _ bytes: UnsafeBufferPointer<UInt8>) {
        self.page = page
        var cluster: [Hit] = []
        for p in lines.indices {
            // `发文字号 示政〔2016〕2号` as an entry of a list.
            let isCopied = Self.keyInFrontOfBlank(bytes, lines[p].textStart, lines[p].end) != nil
            let hits = Self.hits(p, lines[p], bytes, isCopied: isCopied)
            if !hits.isEmpty, let last = cluster.last, p - last.paragraph > Self.widestGap || isApart(last, p, lines, bytes) { take(&cluster, lines) }
            cluster += hits
        }
        take(&cluster, lines)
    }

    /// Whether between a key and the next one something stands that is of no table of facts: the document's title, with a line of
    /// 来源, 发布时间 under it. What stands in the same place as the paragraph in front of it, or has a key that is not known, is of it.
    private func isApart(_ last: Hit, _ next: Int, _ lines: [TextLine], _ b: UnsafeBufferPointer<UInt8>) -> Bool {
        var p = last.paragraph + 1
        if last.value.isEmpty, p < next, mayAnswer(p, to: last.paragraph) { p += 1 }
        while p < next {
            let (mark, before) = (page.marks[p], page.marks[p - 1])
            if mark.headingLevel != nil { return true }
            let isBeside = mark.cell == before.cell && mark.box == before.box
            let isOfTable = last.value.isEmpty && mark.cell >= 0 && before.cell >= 0 && page.grid.cells[mark.cell].table == page.grid.cells[before.cell].table
            if !isBeside, !isOfTable, Self.word(b, lines[p].textStart, lines[p].end) == nil { return true }
            p += 1
        }
        return false
    }

    /// Three keys at least, and a telling one among them.
    private mutating func take(_ cluster: inout [Hit], _ lines: [TextLine]) {
        defer { cluster = [] }
        guard cluster.count >= 3, cluster.contains(where: \.isTelling) else { return }
        let keys = Set(cluster.map(\.paragraph))
        for hit in cluster {
            paragraphs.insert(hit.paragraph)
            var value = hit.value
            let next = hit.paragraph + 1
            if value.isEmpty, next < lines.count, !keys.contains(next), mayAnswer(next, to: hit.paragraph) {
                paragraphs.insert(next)
                value = lines[next].span
            }
            if case let .fact(kind) = hit.key, !value.isEmpty { facts.append(DocumentFact(kind: kind, span: value)) }
        }
        // A value of several paragraphs, as a long title has.
        if let first = keys.min(), let last = keys.max() { paragraphs.formUnion(first...last) }
    }

    /// A key in a table has its value in the same row; an empty cell leaves it without one.
    private func mayAnswer(_ value: Int, to key: Int) -> Bool {
        let from = page.marks[key].cell, to = page.marks[value].cell
        guard from >= 0, to >= 0 else { return from == to }
        return page.grid.cells[from].table == page.grid.cells[to].table && page.grid.cells[from].row == page.grid.cells[to].row
    }

    /// The keys of a line: at its start or behind a blank, a colon behind them; or the whole line.
    /// - Parameter isCopied: the line is a row of the table copied as text, whose keys may have nothing but a blank or a bar behind them.
    static func hits(_ paragraph: Int, _ line: TextLine, _ b: UnsafeBufferPointer<UInt8>, isCopied: Bool = false) -> [Hit] {
        guard line.range.count <= 600 else { return [] }
        var hits: [Hit] = [], i = line.textStart, isStart = true
        func isGap(_ at: Int) -> Bool { b[at] <= 0x20 || isCopied && b[at] == 0x7C }
        while i < line.end {
            if isStart, WebVocabulary.shared.mayBeginKey(b, i, line.end), let (key, isTelling, end) = key(b, i, line.end, isCopied) {
                if let last = hits.indices.last { hits[last].value.end = trimmed(b, hits[last].value.start, i, isCopied) }
                var start = end
                while start < line.end, isGap(start) { start += 1 }
                hits.append(Hit(paragraph: paragraph, key: key, isTelling: isTelling, value: Span(start, trimmed(b, start, line.end, isCopied))))
                i = end
            } else {
                i += 1
                while i < line.end, !isGap(i - 1) { i += 1 }
            }
            isStart = i < line.end && isGap(i - 1)
        }
        if hits.isEmpty, WebVocabulary.shared.mayBeginKey(b, line.textStart, line.end), let key = WebVocabulary.shared.key(squashed(b, line.range)) {
            hits.append(Hit(paragraph: paragraph, key: key, isTelling: isTelling(squashed(b, line.range), key), value: Span(line.end, line.end)))
        }
        return hits
    }

    /// A known key at a place, and where it ends.
    static func key(_ b: UnsafeBufferPointer<UInt8>, _ start: Int, _ limit: Int, _ isCopied: Bool) -> (key: WebVocabulary.Key, isTelling: Bool, end: Int)? {
        if let (word, end) = word(b, start, limit), let key = WebVocabulary.shared.key(word) { return (key, isTelling(word, key), end) }
        return isCopied ? keyInFrontOfBlank(b, start, limit) : nil
    }

    /// `发文字号 示政〔2016〕2号`, `索 引 号 | 0001/2023`: the longest key with a blank, a bar or nothing behind it.
    private static func keyInFrontOfBlank(_ b: UnsafeBufferPointer<UInt8>, _ start: Int, _ limit: Int) -> (key: WebVocabulary.Key, isTelling: Bool, end: Int)? {
        guard WebVocabulary.shared.mayBeginKey(b, start, limit) else { return nil }
        var i = start, letters: [UInt8] = [], found: (WebVocabulary.Key, Bool, Int)?
        while i <= limit, letters.count <= 36 {
            let (scalar, width) = i < limit ? UTF8Scan.scalar(b, at: i) : (0x7C, 1)
            if scalar == 0x20 || scalar == 0x09 || scalar == 0x7C {
                let word = String(decoding: letters, as: UTF8.self)
                if let key = WebVocabulary.shared.key(word) { found = (key, isTelling(word, key), i) }
                if scalar == 0x7C { break }
            } else {
                guard Punctuation.isHan(scalar) else { break }
                letters += b[i..<i + width]
            }
            i += width
        }
        return found
    }

    private static func isTelling(_ word: String, _ key: WebVocabulary.Key) -> Bool {
        switch key {
        case .fact(.number), .fact(.issued), .fact(.issuer): true
        case .fact(.title), .fact(.sheet): false
        case .other: word.hasSuffix("索引号") || word == "索取号" || word == "信息分类" || word == "主题分类"
        }
    }

    /// What stands in front of a colon, at most twelve characters, without the blanks in it: `标　　题：`.
    static func word(_ b: UnsafeBufferPointer<UInt8>, _ start: Int, _ limit: Int) -> (String, end: Int)? {
        var i = start, count = 0
        while i < limit, count < 12 {
            let (scalar, width) = UTF8Scan.scalar(b, at: i)
            i += width
            if Punctuation.isColon(scalar) { return (squashed(b, start..<(i - width)), i) }
            // 【发文字号】 without a colon.
            if scalar == 0x3011, UTF8Scan.scalar(b, at: start).value == 0x3010, i == limit || !Punctuation.isColon(UTF8Scan.scalar(b, at: i).value) { return (squashed(b, start..<i), i) }
            if scalar == 0x5B || scalar == 0x3010 || scalar == 0x5D || scalar == 0x3011 { continue }
            guard Punctuation.isHan(scalar) || scalar == 0x20 || scalar == 0x09 else { return nil }
            if scalar > 0x20 { count += 1 }
        }
        return nil
    }

    /// Without blanks and the brackets that some sites put around a key.
    private static func squashed(_ b: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> String {
        guard range.count <= 90 else { return "" }
        var kept: [UInt8] = [], i = range.lowerBound
        while i < range.upperBound {
            let (scalar, width) = UTF8Scan.scalar(b, at: i)
            switch scalar {
            case 0x20, 0x09, 0x5B, 0x5D, 0x3010, 0x3011: break
            default: kept += b[i..<min(i + width, range.upperBound)]
            }
            i += width
        }
        return String(decoding: kept, as: UTF8.self)
    }

    private static func trimmed(_ b: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int, _ isCopied: Bool) -> Int {
        var end = end
        while end > start, b[end - 1] <= 0x20 || isCopied && b[end - 1] == 0x7C { end -= 1 }
        return end
    }
}
