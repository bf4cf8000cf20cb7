import FanganText

/// Where one file holds more than a plan: a notice with numbered demands of its own in front of it, a second plan under the same notice,
/// or a further document with its own number and addressees, as collections print one behind the other.
struct FurtherPlans {
    let lines: [Line]
    let header: HeaderReader
    /// First lines of further documents.
    var documents: [Int] { found.map(\.start) }
    private var found: [(start: Int, number: Int)] = []

    init(lines: [Line], header: HeaderReader) {
        self.lines = lines
        self.header = header
        found = findDocuments()
    }

    /// The parts of a stretch, behind whose numbered items a new title stands over numbers that begin anew, or a document begins.
    func parts(_ range: Range<Int>) -> [Division] {
        var result: [Division] = [], from = range.lowerBound, items = false, i = range.lowerBound
        var isDocument = false, next = found.firstIndex { $0.start >= range.lowerBound } ?? found.count
        /// What goes up to a line: the first of all is the notice if it is signed there.
        func close(_ end: Int, isSigned: Bool) {
            let isFurther = isDocument || result.contains { $0.kind != .notice }
            result.append(Division(kind: isFurther ? .plan : isSigned && result.isEmpty ? .notice : .main, lines: from..<end, isDocument: isDocument))
        }
        while i < range.upperBound {
            while next < found.count, found[next].start < i { next += 1 }
            if next < found.count, found[next].start == i {
                if i > from { close(i, isSigned: false) }
                (from, items, isDocument) = (i, false, true)
                i = min(found[next].number + 1, range.upperBound)
                continue
            }
            if lines[i].label != nil { items = items || !isNumberedTitle(i, from); i += 1; continue }
            guard items, let title = secondTitle(i, range.upperBound, behind: from..<i) else { i += 1; continue }
            let notice = noticeStart(from..<i), isNotice = notice == nil && !holdsPlan(from..<i) && isSigned(from..<i)
            close(notice ?? i, isSigned: isNotice)
            (from, items, isDocument) = (notice ?? i, false, notice != nil || !isNotice && (addressesOver(title + 1, range.upperBound) || isSignedTwice(from..<i)))
            i = title + 1
        }
        close(range.upperBound, isSigned: false)
        return result
    }

    /// A day in front of the numbers and another one behind them, over the title that follows: that of a notice for it.
    private func isSignedTwice(_ part: Range<Int>) -> Bool { isSigned(part) && part.prefix { lines[$0].label == nil }.contains { lines[$0].kind(header) == .date } }

    private func isSigned(_ part: Range<Int>) -> Bool { part.suffix(8).reversed().prefix { lines[$0].label == nil }.contains { lines[$0].kind(header) == .date } }

    /// `现将《…》印发给你们。` ⏎ `2023年5月1日` ⏎ `示例市便民措施` ⏎ `一、…`: the numbers are those of the plan that was sent, not demands of the notice.
    private func holdsPlan(_ part: Range<Int>) -> Bool {
        let front = part.prefix { lines[$0].label == nil }
        guard let sent = front.last(where: { [.notice, .date].contains(lines[$0].kind(header)) }) else { return false }
        return front.contains { $0 > sent && lines[$0].kind(header) == .title && header.endsAsPlan(lines[$0].passage.trimmed()) }
    }

    /// Where the notice of the next plan begins behind the last number of the one before it: `关于印发《…》的通知` ⏎ `各区人民政府：` ⏎ `现将《…》印发给你们。`
    private func noticeStart(_ part: Range<Int>) -> Int? {
        // `14.` alone over a notice's title is a collection's number and no plan.
        guard let last = part.last(where: { i in lines[i].label.map { $0.length < lines[i].passage.count } ?? false }), part.upperBound - last <= Self.longestNotice,
              let body = (last + 1..<part.upperBound).last(where: { lines[$0].kind(header) == .notice }) else { return nil }
        let title = (last + 1..<body).first { i in lines[i].kind(header) == .title && lines[i].passage.first("关于", in: lines[i].passage.indices) != nil }
        return title ?? (last + 1..<body).first { lines[$0].kind(header) == .addressees }
    }

    /// `关于印发《…》的通知` ⏎ `各区人民政府：` ⏎ `现将《…》印发给你们。` ⏎ `一、…`: the title is that of a notice. A plan with a day of its own right
    /// under its title is a document too.
    private func addressesOver(_ from: Int, _ end: Int) -> Bool {
        (from..<max(from, min(from + 8, end))).prefix { lines[$0].label == nil }.contains { [.notice, .addressees, .date].contains(lines[$0].kind(header)) }
    }

    /// Lines of one.
    private static let longestNotice = 24

    /// `9. 示例市人民政府办公室关于印发示例市工作要点的通知`: a collection's number is none of an item.
    private func isNumberedTitle(_ i: Int, _ start: Int) -> Bool {
        let text = lines[i].passage
        return i - start < 6 && text.count <= 120 && text.first("关于", in: text.indices) != nil && text.first("。", in: text.indices) == nil
    }

    /// The last line of a plan's title that begins at a line and stands over a preamble or a first number, as far out as those of the plan before it:
    /// `（一）修订预案` ⏎ `防汛应急预案` ⏎ `1.…` names what is to be written.
    private func secondTitle(_ line: Int, _ end: Int, behind plan: Range<Int>) -> Int? {
        guard lines[line].block.cell == nil, lines[line].passage.count <= 60 else { return nil }
        for last in line..<min(line + 3, end) {
            let text = lines[last].passage.trimmed()
            guard lines[last].label == nil, case let kind = header.kind(of: text), kind == .title || kind == .organ else { return nil }
            guard header.endsAsPlan(text), text.first("。", in: text.indices) == nil else { continue }
            guard last + 1 < end, let next = (last + 1..<min(last + 8, end)).first(where: { lines[$0].label != nil }), let label = lines[next].label?.label,
                  label.ordinal == 1, label.form <= .arabic, plan.allSatisfy({ lines[$0].label.map { $0.label.form >= label.form } ?? true }) else { return nil }
            let between = (last + 1..<next).map { lines[$0].kind(header) }
            return between.isEmpty || between.contains(.preamble) || between.contains(.date) ? last : nil
        }
        return nil
    }

    // MARK: - Documents

    /// `24.某区人民政府办公室关于印发《…》的通知` ⏎ `某府办〔2023〕16号` ⏎ `各街道办事处：` behind numbered items. A notice that passes another one on
    /// holds it and is no document beside it.
    private func findDocuments() -> [(start: Int, number: Int)] {
        var found: [(start: Int, number: Int)] = [], labels = 0, counted = 0
        for i in lines.indices where isNumber(i) {
            guard let start = title(over: i), addresses(behind: i), beginsAnew(behind: i) else { continue }
            for line in counted..<max(counted, start) { if let label = lines[line].label?.label { labels += label.form <= .chineseBracketed ? Self.fewest : 1 } }
            counted = max(counted, start)
            if labels >= Self.fewest { found.append((start, i)) } else if passesOn(start..<i) { return [] }
        }
        return found
    }

    /// Most lines are told by their length or their end.
    private func isNumber(_ i: Int) -> Bool {
        guard lines[i].passage.count <= 36, lines[i].label == nil, lines[i].block.cell == nil, let last = lines[i].passage.last, Self.numberEnds.contains(last) else { return false }
        return lines[i].kind(header) == .number && !header.isIssueNumber(lines[i].passage.trimmed().unbracketed())
    }

    /// The first line of a notice's title over its number.
    private func title(over number: Int) -> Int? {
        var start: Int?
        for i in (max(0, number - Self.longestTitle)..<number).reversed() {
            let text = lines[i].passage
            guard lines[i].block.cell == nil, text.count <= 120, text.first("。", in: text.indices) == nil, lines[i].label == nil || lines[i].label?.label.form == .arabic else { break }
            if text.first("印发", in: text.indices) != nil || text.first("关于", in: text.indices) != nil { start = i }
            // A collection's number stands in front.
            if start == i, lines[i].label != nil { break }
        }
        guard let start, start > 0, lines[start].label == nil, lines[start - 1].label?.label.form == .arabic, lines[start - 1].passage.count <= 6 else { return start }
        return start - 1
    }

    private func addresses(behind number: Int) -> Bool {
        lines[number + 1..<min(lines.count, number + 6)].contains { [.addressees, .notice].contains($0.kind(header)) }
    }

    /// The next number is a first one: a document that is only quoted stands between two numbers of the plan.
    private func beginsAnew(behind number: Int) -> Bool {
        lines[(number + 1)...].first { $0.label != nil }.map { $0.label?.label.ordinal == 1 } ?? false
    }

    private func passesOn(_ title: Range<Int>) -> Bool {
        title.contains { i in header.vocabulary.head.passingOn.contains { lines[i].passage.first($0, in: lines[i].passage.indices) != nil } }
    }

    /// 号 and closing brackets
    private static let numberEnds: ScalarSet = "号)）"
    /// Numbers that make items, lines of a title.
    private static let fewest = 3, longestTitle = 5
}
