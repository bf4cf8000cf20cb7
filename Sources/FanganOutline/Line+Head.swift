import FanganText

/// The head of a document that lost its line ends: title, number, addressees, text and day run into one another.
extension Line {
    /// Lines in which a head may stand.
    private static let headLines = 8
    /// Characters of a title and a number.
    private static let shortest = 16

    static func splitHead(_ lines: inout [Line], in document: SourceDocument) {
        let reader = HeaderReader(vocabulary: .standard)
        var i = 0, seen = 0
        while i < lines.count, seen < headLines, lines[i].label == nil || i == 0 && lines[0].isNumberedTitle {
            seen += 1
            let cuts = lines[i].block.cell == nil && lines[i].passage.count > shortest ? lines[i].headCuts(reader, isInTitle: i > 0 && lines[i - 1].beginsTitle(reader)) : []
            guard !cuts.isEmpty else { i += 1; continue }
            var pieces = lines[i].pieces(cuts, in: document)
            if let last = pieces.popLast() { pieces += last.split(in: document, InnerLabels.LastNumbers()) ?? last.splitTitle(in: document) ?? [last] }
            lines.replaceSubrange(i...i, with: pieces)
            i += pieces.count
        }
    }

    /// `3. 示例市人民政府关于印发…`: the number that a collection gives to a document.
    private var isNumberedTitle: Bool { label?.label.form == .arabic && passage.first("关于", in: 0..<min(40, passage.count)) != nil }

    /// `示例市人民政府关于印发…` with the rest of the title on the next line.
    private func beginsTitle(_ reader: HeaderReader) -> Bool {
        passage.count <= 60 && (passage.first("关于", in: passage.indices) != nil || passage.first("印发", in: passage.indices) != nil)
            && passage.first("。", in: passage.indices) == nil && !reader.endsAsNotice(passage)
    }

    /// - Parameter isInTitle: the line above begins a title that goes on here.
    private func headCuts(_ reader: HeaderReader, isInTitle: Bool) -> [Int] {
        var cuts: [Int] = [], at = 0
        if let number = runInNumber(reader, isInTitle) {
            cuts = [number.lowerBound, number.upperBound]
            at = number.upperBound
        } else if let end = runInTitle(reader) {
            cuts = [end]
            at = end
        }
        if let end = addresseesEnd(from: at, reader), at > 0 || beginsNotice(end) { cuts.append(end) }
        if let day = runInDay(from: at, reader) { cuts += [day.lowerBound, day.upperBound] }
        return cuts.filter { $0 > 0 && $0 < passage.count }
    }

    /// `…的通知示府办〔2023〕3号各区人民政府：`, `示府办〔2023〕3号各区人民政府：`: at the line's start or behind a title.
    private func runInNumber(_ reader: HeaderReader, _ isInTitle: Bool) -> Range<Int>? {
        let found = reader.number(in: passage, before: 200, endingAt: { $0 == passage.count || !Self.goesOnBehindNumber.contains(passage.scalars[$0]) }, beginningAt: { $0 == 0 || endsTitle($0, reader, isInTitle) })
        return found?.count == passage.count ? nil : found
    }

    /// A title ends in front of a place: `…关于印发…的通知`, `…的通知（2023年5月18日）`, `示例县改造方案`.
    private func endsTitle(_ end: Int, _ reader: HeaderReader, _ isInTitle: Bool) -> Bool {
        let before = passage.part(0..<end)
        if end >= Self.shortestTitle, label == nil, before.first(of: Self.titleMarks, in: before.indices) == nil, reader.endsAsPlan(before) { return true }
        guard let about = isInTitle ? 0 : before.first("关于", in: before.indices) ?? before.first("印发", in: before.indices), before.first("。", in: about..<end) == nil else { return false }
        let core = before.droppingTrailingBrackets()
        return reader.vocabulary.titles.noticeWords.contains(core, before: core.count) || reader.endsAsPlan(core)
    }

    /// `…的通知各区人民政府，市直各单位：现将…`: where a title without a number ends.
    private func runInTitle(_ reader: HeaderReader) -> Int? {
        guard let about = passage.first("关于", in: 0..<min(40, passage.count)) else { return nil }
        for i in about..<min(about + 90, passage.count - 1) {
            if Self.sentenceStops.contains(passage.scalars[i]) { return nil }
            if passage.has("的通知", before: i + 1), passage.scalars[i + 1] == 0x5404, addresseesEnd(from: i + 1, reader) != nil { return i + 1 } // 各
        }
        return nil
    }

    /// Behind the colon of addressees that begin at a place, where text follows.
    private func addresseesEnd(from start: Int, _ reader: HeaderReader) -> Int? {
        guard let colon = passage.first(of: Self.headColons, in: start..<min(start + 300, passage.count)), colon + 8 < passage.count,
              passage.first("。", in: start..<colon) == nil, reader.kind(of: passage.part(start..<colon + 1)) == .addressees else { return nil }
        return colon + 1
    }

    /// 现将, 经市政府同意, 为: as a notice begins behind its addressees.
    private func beginsNotice(_ at: Int) -> Bool {
        var i = at
        while i < passage.count, Passage.isBlank(passage.scalars[i]) { i += 1 }
        return passage.scalars[0] == 0x5404 && i < passage.count && Self.noticeStarts.contains(passage.scalars[i]) // 各
    }

    private static let shortestTitle = 6
    private static let titleMarks: ScalarSet = "。；：:《"
    private static let noticeStarts: ScalarSet = "现经为根按《"

    /// `…现将《…》印发给你们，请认真贯彻执行。2023年3月1日示例市若干措施为…`: the day under a notice that has lost its organ.
    private func runInDay(from start: Int, _ reader: HeaderReader) -> Range<Int>? {
        guard reader.vocabulary.head.noticeBodies.first(passage.scalars, in: start..<passage.count) != nil || passage.first("印发", in: start..<passage.count) != nil else { return nil }
        for i in max(1, start)..<max(1, passage.count) where passage.scalars[i - 1] == 0x3002 && (digitValue(passage.scalars[i]) != nil || passage.scalars[i] == 0x4E8C) {
            if let day = HeaderReader.date(passage, at: i), day.end < passage.count, passage.scalars[day.end] >= 0x4E00 { return i..<day.end }
        }
        return nil
    }

    /// What stands behind the number of another document.
    private static let goesOnBehindNumber: ScalarSet = "》）)〕】文精的、，,。；;要和及与-－—–"
    private static let sentenceStops: ScalarSet = "。；;！：:"
    private static let headColons: ScalarSet = "：:"
}
