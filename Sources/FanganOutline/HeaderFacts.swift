import FanganText

/// Puts a ``DocumentHeader`` together from the paragraphs in front of the items and the signature behind them.
struct HeaderFacts {
    let document: SourceDocument
    let reader: HeaderReader
    let lines: [Line]
    var header = DocumentHeader()
    private(set) var parts: [OutlinePart] = []
    /// Who issued the document by the bracket under its title; a signature says it better.
    private(set) var promulgators: [Quoted] = []
    /// Who issued it by the head of its first page.
    private(set) var letterheads: [Quoted] = []
    /// `（2026年3月10日）` on a line of its own under the title: when a meeting was, in a document that has no other day.
    private(set) var captionDay: Line?

    /// - Parameters:
    ///   - front: lines in front of the first item, in reading order.
    ///   - annexLists: lines that belong to a list of annexes.
    mutating func read(front: [Int], annexLists: Set<Int>) {
        let kinds = front.map { annexLists.contains($0) ? .annexList : lines[$0].kind(reader) }
        var titles = HeaderTitles(document: document, reader: reader, lines: lines, front: front, kinds: kinds)
        let titleLines = titles.plan, noticeLines = titles.notice
        if header.number == nil, let first = noticeLines.first, let length = HeaderTitles.numberPrefix(lines[first].passage, reader) {
            header.number = number(lines[first].passage.part(0..<length.number))
        }
        let numberLine = numberInside(front, kinds)
        var preamble: [Span] = []
        for (n, i) in front.enumerated() {
            let span = lines[i].block.span
            noteYear(lines[i].passage.trimmed())
            switch kinds[n] {
            case .number:
                // 〔2025〕18号 says more than 第18期 beside it.
                if header.number.map({ reader.isIssueNumber(Passage($0.text)) }) ?? true { header.number = number(reader.withoutSigner(lines[i].passage.trimmed()).unbracketed()) }
                parts.append(OutlinePart(kind: .number, span: span))
            case .letterhead:
                letterhead(n, front, kinds)
                parts.append(OutlinePart(kind: .signature, span: span))
            case .promulgation:
                readPromulgation(lines[i].passage.trimmed())
                parts.append(OutlinePart(kind: .number, span: span))
            case .addressees:
                if header.addressees.isEmpty { header.addressees = split(i) }
                parts.append(OutlinePart(kind: .addressees, span: span))
            case .annexList: parts.append(OutlinePart(kind: .annexList, span: span))
            case .closing: parts.append(OutlinePart(kind: .closing, span: span))
            case _ where titleLines.contains(i): parts.append(OutlinePart(kind: .title, span: span))
            case _ where noticeLines.contains(i): parts.append(OutlinePart(kind: .noticeTitle, span: span))
            case _ where n == numberLine: parts.append(OutlinePart(kind: .number, span: span))
            // The page's head once more.
            case .title where titles.isRepeated(lines[i]), .other where lines[i].passage.count <= 120 && titles.isRepeated(lines[i]): parts.append(OutlinePart(kind: .noticeTitle, span: span))
            case .title where n + 1 < kinds.count && kinds[n + 1] == .addressees && endsOpen(i), .other where n + 1 < kinds.count && kinds[n + 1] == .addressees && endsOpen(i):
                parts.append(OutlinePart(kind: .addressees, span: span))
            case .date, .organ: parts.append(OutlinePart(kind: .signature, span: span))
            case .notice:
                preamble.append(span)
                parts.append(OutlinePart(kind: .notice, span: span))
            default:
                preamble.append(span)
                parts.append(OutlinePart(kind: kinds[n] == .preamble ? .preamble : .paragraph, span: span))
            }
        }
        header.preamble = preamble
        if !noticeLines.isEmpty { header.noticeTitle = titles.joined(noticeLines) } else if !titleLines.isEmpty, case let title = titles.joined(titleLines), titles.inner(title) != nil { header.noticeTitle = title }
        header.title = titles.title
        captionDay = titleLines.dropFirst().map { lines[$0] }.last { line in
            let text = line.passage.trimmed()
            return text.isBracketed && HeaderReader.date(text.unbracketed(), at: 0)?.end == text.unbracketed().count
        }
        signature(front, kinds)
        if header.issuers.isEmpty { header.issuers = promulgators }
        if header.issuers.isEmpty, let named = [noticeLines, titleLines].first(where: { !$0.isEmpty }) { issuersInFront(of: document.passage(titles.joined(named).span)) }
        // A title may leave out the place: 市人民政府办公室关于….
        let isShort = header.issuers.allSatisfy { issuer in letterheads.contains { $0.text.hasSuffix(issuer.text) } }
        if !letterheads.isEmpty, isShort { header.issuers = letterheads }
    }

    /// A number that stands with other words on a line in front of the addressees is the document's own: `发文字号：示府办〔2023〕5号　发布日期：2023-03-05`,
    /// `…的通知（示府办〔2023〕5号）`. Returns the place of a line that says little else.
    private mutating func numberInside(_ front: [Int], _ kinds: [HeaderReader.LineKind]) -> Int? {
        guard header.number == nil, !kinds.contains(.number), !kinds.contains(.promulgation) else { return nil }
        for (n, i) in front.prefix(12).enumerated() {
            if [.addressees, .notice, .preamble].contains(kinds[n]) { return nil }
            let line = lines[i].passage
            guard let found = reader.numberInside(line) else { continue }
            header.number = number(line.part(found))
            // `（示府办〔2023〕5号 2023年3月1日）`: a signature says it better.
            let behind = line.part(found.upperBound..<line.count).trimmed()
            if let day = HeaderReader.date(behind, at: 0) { setIssued(day, behind.span(0..<day.end)) }
            return kinds[n] == .title || found.count * 4 < line.count ? nil : n
        }
        return nil
    }

    /// `示例市发展和改革委员会` ⏎ `示例市财政局文件`: several organs share the last one's word.
    private mutating func letterhead(_ n: Int, _ front: [Int], _ kinds: [HeaderReader.LineKind]) {
        guard let organ = reader.letterhead(lines[front[n]].passage.trimmed()) else { return }
        let before = kinds[..<n].reversed().prefix { $0 == .organ }.count
        if before == n { letterheads = (0..<n).map { quoted(lines[front[$0]].passage.trimmed()) } }
        letterheads.append(quoted(organ))
    }

    private mutating func readPromulgation(_ text: Passage) {
        guard let found = reader.promulgation(text) else { return }
        if header.number == nil { header.number = number(found.number) }
        if let day = HeaderReader.anyDate(found.day) { setIssued(day, found.day.span(found.day.indices)) }
        if let organ = found.organ { promulgators = [quoted(organ)] }
    }

    /// A signature and date behind the last item.
    mutating func read(tail: [Int]) {
        let kinds = tail.map { lines[$0].kind(reader) }
        if header.issued == nil { signature(tail, kinds) }
        if header.issuers.isEmpty { colophon(tail) }
        if header.issued == nil, let text = captionDay?.passage.trimmed().unbracketed(), let day = HeaderReader.date(text, at: 0) { setIssued(day, text.span(text.indices)) }
    }

    // MARK: - Signature

    private mutating func signature(_ front: [Int], _ kinds: [HeaderReader.LineKind]) {
        guard let n = kinds.lastIndex(of: .date) else { return }
        let text = lines[front[n]].passage.trimmed()
        guard let day = HeaderReader.anyDate(text) else { return }
        setIssued(day, text.span(0..<day.end))
        var k = n - 1
        var names: [Quoted] = []
        while k >= 0, kinds[k] == .organ || names.isEmpty && isBetweenNameAndDay(front[k]), n - k <= 20 {
            if kinds[k] == .organ { names = split(front[k]) + names }
            k -= 1
        }
        // A name broken over two lines: `市推进政府职能转变和“放管服”改革` ⏎ `协调领导小组办公室`
        if k >= 0, let first = names.first, kinds[k] == .title, lines[front[k]].passage.count <= 30, names.count == 1,
           let printed = lines[front[k]].passage.last, printed >= 0x4E00 || printed == 0x201D, !reader.endsAsPlan(lines[front[k]].passage.trimmed()) {
            names = [Quoted(text: lines[front[k]].passage.squashed() + first.text, span: Span(lines[front[k]].block.span.start, first.span.end))]
        }
        if !names.isEmpty { header.issuers = names }
    }

    /// `（此件公开发布）`, or what is left of blanks.
    private func isBetweenNameAndDay(_ i: Int) -> Bool {
        let text = lines[i].passage.trimmed()
        return text.isBracketed && reader.isClosing(text) || text.scalars.allSatisfy { $0 == 0x3F }
    }

    /// `示例省人民政府办公厅      2019年3月15日印发`: who had it printed; the day is that of printing and stays out.
    private mutating func colophon(_ lines: [Int]) {
        for i in lines {
            let text = self.lines[i].passage.trimmed()
            guard text.has("印发", before: text.count), let start = text.indices.first(where: { HeaderReader.date(text, at: $0)?.end == text.count - 2 }) else { continue }
            let name = text.part(0..<start).trimmed()
            header.printedYear = HeaderReader.date(text, at: start)?.year
            if reader.kind(of: name) == .organ { header.issuers = [quoted(name)] }
        }
    }

    /// `交办日期：2024年2月1日`, `（2024年2月1日）` under a title: of which year a form is that has no other date. When it was printed
    /// or changed (`更新时间：2025年1月3日`) says nothing of that.
    private mutating func noteYear(_ line: Passage) {
        guard header.printedYear == nil, line.count <= 600 else { return }
        let text = line.isBracketed ? line.unbracketed().trimmed() : line
        if line.isBracketed { header.printedYear = HeaderReader.date(text, at: 0)?.year }
        if header.printedYear == nil, let day = HeaderReader.date(text, at: 0), tellsMeeting(text, behind: day.end) { header.printedYear = day.year }
        guard header.printedYear == nil, reader.isFact(text) else { return }
        // `填报单位：县政府办　　填报日期：2024-02-01`: several keys on a line.
        var from = 0
        for colon in text.indices where text.scalars[colon] == 0xFF1A || text.scalars[colon] == 0x3A {
            let start = text.scalars[from..<colon].lastIndex(where: Passage.isBlank).map { $0 + 1 } ?? from
            from = colon + 1
            guard start < colon, reader.vocabulary.head.yearKeys.contains(text.string(start..<colon)) else { continue }
            let value = text.part(from..<text.count).trimmed()
            guard let day = HeaderReader.date(value, at: 0) ?? HeaderReader.plainDate(value) else { continue }
            header.printedYear = day.year
            return
        }
    }

    /// `2025年3月5日，县长王某主持召开专题会议，…`: the first sentence of minutes.
    private func tellsMeeting(_ text: Passage, behind day: Int) -> Bool {
        let end = text.first("。", in: day..<text.count) ?? text.count
        return reader.vocabulary.head.meetingVerbs.contains { text.first($0, in: day..<end) != nil }
    }

    /// `本溪高新区党政综合办公室印发《…`, `江西省人民政府印发关于…`, `XX市人民政府` ⏎ `关于印发…`
    mutating func issuersInFront(of p: Passage) {
        let stops = ["关于", "印发", "转发", "批转"].compactMap { p.first(Word($0), in: p.indices) }
        // 贯彻国务院关于…的实施方案 is not the State Council's.
        guard let stop = stops.min(), stop >= 3, reader.vocabulary.head.carryingOut.first(p.scalars, in: 0..<stop) == nil else { return }
        var names: [Quoted] = []
        var from = 0
        for i in 0...stop where i == stop || Passage.isBlank(p.scalars[i]) {
            let range = from..<i
            from = i + 1
            guard range.count >= 3 else { continue }
            let name = p.part(range).trimmed()
            if reader.kind(of: name) == .organ { names.append(Quoted(text: name.squashed(), span: p.span(range))) }
        }
        header.issuers = names
    }

    mutating func setIssued(_ day: (year: Int, month: Int, day: Int, end: Int), _ span: Span) {
        header.issuedDay = (day.year, day.month, day.day)
        header.issued = Quoted(text: Self.iso(day.year, day.month, day.day), span: span)
    }

    static func iso(_ year: Int, _ month: Int, _ day: Int) -> String {
        func two(_ n: Int) -> String { n < 10 ? "0\(n)" : "\(n)" }
        return "\(year)-\(two(month))-\(two(day))"
    }

    // MARK: - Quotes

    /// With the brackets that numbers have: ﹝ and ﹞ are 〔 and 〕 in another size.
    func number(_ p: Passage) -> Quoted {
        let printed = quoted(p)
        guard p.scalars.contains(where: { $0 == 0xFE5D || $0 == 0xFE5E }) else { return printed }
        return Quoted(text: printed.text.replacing("﹝", with: "〔").replacing("﹞", with: "〕"), span: printed.span)
    }

    private func quoted(_ p: Passage) -> Quoted { Quoted(text: p.squashed(), span: p.span(p.indices)) }

    /// `…领导小组成员单位，` ⏎ `各县(市、区)…：`: the addressees go on in the next line.
    private func endsOpen(_ i: Int) -> Bool { lines[i].passage.last == 0xFF0C || lines[i].passage.last == 0x3001 }

    /// What may stand behind the last name.
    private static let nameTails: [Word] = ["（代章）", "(代章)", "：", ":", "；", ";"]

    /// `市委宣传部、市医保局`: each a whole name; 各委、办、局 are one.
    private func organs(_ p: Passage) -> [Quoted]? {
        guard p.scalars.contains(0x3001), !p.scalars.contains(0x5404), UnitNames(reader.vocabulary).isList(p, p.indices), p.first(of: Self.inner, in: p.indices) == nil else { return nil } // 、 各
        return p.scalars.split(separator: 0x3001).map { piece in quoted(p.part(piece.startIndex..<piece.endIndex).trimmed()) }
    }

    /// `各县（市、区）人民政府、市直各单位`: classes of units, each with what says which of them it means; 各委、办、局 are one.
    private func classes(_ p: Passage) -> [Quoted]? {
        var cuts: [Int] = [], depth = 0
        for i in p.indices {
            if Self.inner.contains(p.scalars[i]) { depth += [0xFF08, 0x28, 0x3014].contains(p.scalars[i]) ? 1 : -1 }
            if p.scalars[i] == 0x3001, depth <= 0 { cuts.append(i) }
        }
        guard !cuts.isEmpty, p.scalars.contains(0x5404) else { return nil } // 各
        var pieces: [Passage] = [], from = 0
        for end in cuts + [p.count] {
            let next = end == p.count ? p.part(end..<end) : p.part(end + 1..<(cuts.first { $0 > end } ?? p.count))
            if end == p.count || namesClass(next) && (namesClass(p.part(from..<end)) || reader.isOrgan(p.part(from..<end))) {
                pieces.append(p.part(from..<end).trimmed())
                from = end + 1
            }
        }
        return pieces.count > 1 ? pieces.map(quoted) : nil
    }

    /// 市直各单位, 各县（市）人民政府, 有关企业; not 办 or 区人民政府, which share the 各 in front of them.
    private func namesClass(_ p: Passage) -> Bool {
        p.count >= 2 && (p.scalars.contains(0x5404) || p.has("有关", at: 0) || p.has("相关", at: 0))
    }

    private static let inner: ScalarSet = "（）()〔〕"

    /// Names in one line, set apart by spaces or by 、 ， outside brackets; without a closing mark or 代章.
    private func split(_ i: Int) -> [Quoted] { split(lines[i].passage) }

    func split(_ p: Passage) -> [Quoted] {
        var result: [Quoted] = [], depth = 0, from = 0
        func take(_ range: Range<Int>) {
            var part = p.part(range).trimmed()
            for tail in Self.nameTails { part = part.droppingTail(tail) }
            if let names = organs(part) ?? classes(part) { return result += names }
            if !part.isEmpty { result.append(Quoted(text: part.squashed(), span: part.span(part.indices))) }
        }
        for k in p.indices {
            let c = p.scalars[k]
            if c == 0x28 || c == 0xFF08 || c == 0x3014 { depth += 1 }
            if c == 0x29 || c == 0xFF09 || c == 0x3015 { depth -= 1 }
            let list = c == 0xFF0C || c == 0x2C || c == 0xFF1B || c == 0x3B || (c == 0x20 && k > from && reader.kind(of: p.part(from..<k)) == .organ)
            if depth <= 0, list { take(from..<k); from = k + 1 }
        }
        take(from..<p.count)
        return result
    }
}
