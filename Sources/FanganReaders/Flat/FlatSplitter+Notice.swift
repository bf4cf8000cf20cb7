import FanganText

/// The notice in front of a plan: its signature and day, the title behind them, whom it is sent to.
extension FlatSplitter {
    /// A name of an organ between the end of a sentence and the date, and no sentence that goes on behind it.
    func isSignature(_ c: FlatCandidate, _ end: Int) -> Bool {
        guard nameStart(before: c.start) != nil else { return false }
        return !goesOn(behindDay: end)
    }

    /// 前 起 至 and marks behind a day: the sentence goes on.
    func goesOn(behindDay end: Int) -> Bool {
        guard let at = (end..<range.upperBound).first(where: { !isBlank($0) }) else { return false }
        let next = UTF8Scan.scalar(bytes, at: at).value
        if Punctuation.isComma(next) || Punctuation.endsSentence(next) || Punctuation.closes(next) { return true }
        return [0x524D, 0x8D77, 0x81F3, 0x6B62, 0x5185, 0x4EE5, 0x5370, 0x53D1, 0x4E4B].contains(next) // 前起至止内以印发之
    }

    private func nameStart(before date: Int) -> Int? {
        var name = date
        while name > range.lowerBound, bytes[name - 1] == 0x20 { name -= 1 }
        guard ReaderVocabulary.shared.unitEnds.ends(in: bytes, at: name, floor: range.lowerBound) else { return nil }
        while name > range.lowerBound, date - name <= 120 {
            let (scalar, width) = UTF8Scan.scalar(bytes, before: name, floor: range.lowerBound)
            // `附件：任务分工表示例市人民政府`: behind the name of an annex.
            if ReaderVocabulary.shared.titleEnds.ends(in: bytes, at: name, floor: range.lowerBound), isListed(name) { return name }
            if Punctuation.endsSentence(scalar) { return Punctuation.isColon(scalar) && !endsPageMark(name) ? nil : name }
            if Punctuation.closesBracket(scalar), isBehindSentence(bracketEndingAt: name) { return isLast(day: date) ? name : nil }
            guard Punctuation.isHan(scalar) || scalar == 0x20 else { return nil }
            name -= width
        }
        return nil
    }

    /// `…的合力。（责任单位：各区县人民政府）示例市人民政府2019年1月22日`, but not `示例县（市）人民政府2019年1月22日`
    private func isBehindSentence(bracketEndingAt end: Int) -> Bool {
        var at = end, depth = 0
        while at > range.lowerBound, end - at <= Self.longestBracket {
            let (scalar, width) = UTF8Scan.scalar(bytes, before: at, floor: range.lowerBound)
            at -= width
            if Punctuation.closes(scalar) { depth += 1 } else if Punctuation.opens(scalar) { depth -= 1 }
            guard depth == 0 else { continue }
            // （二）
            if NumberLabelScanner(bytes, limit: end).label(at: at) != nil { return false }
            return Punctuation.endsSentence(UTF8Scan.scalar(bytes, before: at, floor: range.lowerBound).value)
        }
        return false
    }

    /// Whether a day is all that stands there: nothing, a blank or an annex behind it, and not `…2019年1月22日公布的目录`.
    private func isLast(day: Int) -> Bool {
        guard let end = DateLine.end(bytes, at: day, limit: range.upperBound) else { return false }
        return isBlank(end) || annexEnd(at: end) != nil
    }

    /// Bytes of a bracket with who is responsible.
    private static let longestBracket = 900

    /// `…执行。 # Page 12: 示例市人民政府 2023年6月1日`
    private func endsPageMark(_ end: Int) -> Bool {
        guard let hash = bytes[max(range.lowerBound, end - 20)..<end].lastIndex(of: 0x23) else { return false }
        return InnerPageMarks.worded(bytes, hash, range)?.end == end
    }

    /// Splits `广安市人民政府办公室2022年6月21日关于…实施意见为进一步…` into its four paragraphs.
    mutating func splitSignature(_ date: Int, _ end: Int) {
        if let name = nameStart(before: date) { begin(name, nil) }
        begin(date, nil)
        begin(end, nil)
        var at = end
        // `2014年11月13日附件任务分工表序号…`
        if let annex = annexEnd(at: at) {
            listing = nil
            at = annex
            begin(at, nil)
            return
        }
        if at < range.upperBound, Punctuation.opens(UTF8Scan.scalar(bytes, at: at).value),
           let close = first(in: at..<min(at + 90, range.upperBound), where: { _, c in c == 0xFF09 || c == 0x29 || c == 0x3015 }) {
            at = close
            begin(at, nil)
        }
        if let title = titleEnd(from: at) {
            at = title
            let label = NumberLabelScanner(bytes, limit: range.upperBound).label(at: at)
            begin(at, label?.kind == .han && label?.value == 1 ? label : nil)
        }
        splitOpening(from: at)
    }

    /// Behind 附件 or 附件1 right behind the date.
    private func annexEnd(at start: Int) -> Int? {
        guard "附件".utf8.enumerated().allSatisfy({ start + $0.offset < range.upperBound && bytes[start + $0.offset] == $0.element }) else { return nil }
        let end = start + 6
        return Numerals.decimal(bytes, end, range.upperBound)?.end ?? end
    }

    /// The end of a title that running text follows: `…的实施意见` before `为进一步…`.
    private func titleEnd(from start: Int) -> Int? {
        let vocabulary = ReaderVocabulary.shared
        let limit = min(start + 300, range.upperBound)
        var i = start
        while i < limit {
            let (scalar, width) = UTF8Scan.scalar(bytes, at: i)
            if Punctuation.endsSentence(scalar) { return nil }
            i += width
            guard i < range.upperBound, vocabulary.titleEnds.ends(in: bytes, at: i, floor: start) else { continue }
            if vocabulary.openers.length(in: bytes, at: i, limit: range.upperBound) != nil { return i }
            if let label = NumberLabelScanner(bytes, limit: range.upperBound).label(at: i), label.value == 1, label.kind == .han { return i }
        }
        return nil
    }

    /// `…依法处理。本意见自2022年7月23日起施行，有效期5年。`: what the plan says of itself behind its last item is a paragraph, if no item's words follow.
    mutating func splitLastRule() {
        guard let item = lastLabelled else { return }
        var i = item
        while i < range.upperBound {
            let (scalar, width) = UTF8Scan.scalar(bytes, at: i)
            i += width
            // `三、施行时间。本意见自…起施行。` is the item's own.
            guard i - item > Self.longestHeading, i < range.upperBound, UTF8Scan.scalar(bytes, at: i).value == 0x672C, // 本
                  scalar == 0x3002 || Punctuation.closesBracket(scalar) && isBehindSentence(bracketEndingAt: i), let end = ruleEnd(i), isOver(end) else { continue } // 。
            if !starts.contains(i) { starts = (starts + [i]).sorted() }
            return
        }
    }

    /// Behind a sentence that says from when the plan holds or who explains it.
    private func ruleEnd(_ start: Int) -> Int? {
        let vocabulary = ReaderVocabulary.shared, limit = min(start + Self.longestRule, range.upperBound)
        guard let end = first(in: start..<limit, where: { _, c in c == 0x3002 }), // 。
              (start..<end).contains(where: { vocabulary.rules.length(in: bytes, at: $0, limit: end) != nil }) else { return nil }
        return (start..<min(start + Self.longestName, end)).contains { vocabulary.titleEnds.ends(in: bytes, at: $0, floor: start) } ? end : nil
    }

    /// Whether no words of an item stand behind a place: neither who is responsible nor much else.
    private func isOver(_ end: Int) -> Bool {
        range.upperBound - end <= Self.longestTail && !(end..<range.upperBound).contains { ReaderVocabulary.shared.keys.length(in: bytes, at: $0, limit: range.upperBound) != nil }
    }

    /// Bytes of an item's label and heading, of such a sentence, of what the plan calls itself in it (`本实施方案`), and of what may stand behind it.
    private static let longestHeading = 60, longestRule = 210, longestName = 24, longestTail = 1200

    /// `各县（市、区）人民政府，…有关单位：` before the text: the addressees end with the first colon.
    mutating func splitOpening(from start: Int) {
        guard start < range.upperBound, UTF8Scan.scalar(bytes, at: start).value == 0x5404 else { return } // 各
        let window = start..<min(start + 750, range.upperBound)
        guard let end = first(in: window, where: { _, c in Punctuation.endsSentence(c) }) else { return }
        if Punctuation.isColon(UTF8Scan.scalar(bytes, before: end).value) { begin(end, nil) }
    }

    /// The offset behind the first character that fulfils a condition.
    private func first(in window: Range<Int>, where condition: (Int, UInt32) -> Bool) -> Int? {
        var i = window.lowerBound
        while i < window.upperBound {
            let (scalar, width) = UTF8Scan.scalar(bytes, at: i)
            i += width
            if condition(i, scalar) { return i }
        }
        return nil
    }
}
