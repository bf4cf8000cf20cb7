import FanganText

/// Finds the titles in front of the items: that of a notice and that of the plan which it sends.
struct HeaderTitles {
    let document: SourceDocument
    let reader: HeaderReader
    let lines: [Line]
    /// Lines in front of the first item, in reading order, and what each is.
    let front: [Int]
    let kinds: [HeaderReader.LineKind]

    private(set) var plan: [Int] = []
    private(set) var notice: [Int] = []
    /// The words of each, all its lines together; few lines are asked whether they say them again.
    private lazy var keys = [plan, notice].filter { !$0.isEmpty }.map { Passage(Self.key(joined($0).text)) }

    init(document: SourceDocument, reader: HeaderReader, lines: [Line], front: [Int], kinds: [HeaderReader.LineKind]) {
        self.document = document
        self.reader = reader
        self.lines = lines
        self.front = front
        self.kinds = kinds
        plan = planTitle()
        notice = noticeTitle(before: plan.first ?? front.last.map { $0 + 1 } ?? 0)
        if plan.isEmpty { plan = namedTitle() }
    }

    /// What the plan is called.
    var title: Quoted? { ownTitle ?? nameOfFile ?? sentPlan ?? onlyAnnex }

    /// The same words, whatever marks stand between them.
    static func key(_ text: String) -> String {
        var kept: [UInt8] = []
        kept.reserveCapacity(text.utf8.count)
        for scalar in text.unicodeScalars where isOfKey(scalar) { Passage.append(scalar.value, to: &kept) }
        return String(decoding: kept, as: UTF8.self)
    }

    /// Letters and numbers.
    private static func isOfKey(_ scalar: Unicode.Scalar) -> Bool {
        if scalar.value.isIdeograph { return true }
        if scalar.isASCII { return scalar.value &- 0x30 <= 9 || scalar.value | 0x20 &- 0x61 <= 25 }
        return scalar.properties.isAlphabetic || scalar.properties.numericType != nil
    }

    /// Whether a line is of one of the titles once more: the page's head, or the notice's title over the plan, perhaps without a place or in
    /// lines of other lengths. A notice's title that lost its first letter holds the plan's.
    mutating func isRepeated(_ line: Line) -> Bool {
        let text = line.passage.trimmed()
        guard text.count >= 6, text.count <= 120, text.first(of: Self.stops, in: text.indices) == nil else { return false }
        let key = Passage(Self.key(text.squashed())), isNotice = reader.endsAsNotice(text)
        func holds(_ whole: Passage, _ part: Passage) -> Bool { part.count >= 5 && whole.first(Word(part.string(part.indices)), in: whole.indices) != nil }
        return keys.contains { holds($0, key) || isNotice && holds(key, $0) }
    }

    private static let stops: ScalarSet = "。；;：:"

    // MARK: - The plan's

    /// The last run of title-like lines before the preamble, behind the notice's date or text.
    private func planTitle() -> [Int] {
        var run: [Int] = []
        for n in start..<max(start, front.count) {
            // The mark of an annex stands between: behind it the plan has its own title.
            if let last = run.last, front[n] > last + 1, kinds[n...].prefix(2).contains(.title), ends(front[n]) { run = [] }
            switch kinds[n] {
            case .title: run.append(front[n])
            case .organ where !run.isEmpty || n + 1 < front.count && kinds[n + 1] == .title: run.append(front[n])
            case .closing: continue
            default:
                // `…行动方案（2024—` ⏎ `2026年）`
                if let last = run.last, closes(lines[front[n]].passage, behind: lines[last].passage) { run.append(front[n]) }
                if !run.isEmpty { return plausible(run) }
            }
        }
        return plausible(run)
    }

    /// Where a plan's title may stand: behind the notice.
    private var start: Int { kinds.lastIndex { [.date, .notice, .addressees, .number, .annexList].contains($0) }.map { $0 + 1 } ?? 0 }

    /// Whether a short line ends in the bracket that the line above leaves open.
    private func closes(_ line: Passage, behind title: Passage) -> Bool {
        guard line.count <= 12, let last = line.trimmed().last, Self.closing.contains(last), line.first(of: Self.opening, in: line.indices) == nil else { return false }
        guard let open = title.scalars.lastIndex(where: { Self.opening.contains($0) }) else { return false }
        return title.first(of: Self.closing, in: open..<title.count) == nil
    }

    static let opening: ScalarSet = "(（"
    static let closing: ScalarSet = ")）"

    /// At most five lines, ending with the last one that ends as a plan does.
    private func plausible(_ whole: [Int]) -> [Int] {
        let run = behindNotice(whole)
        guard let last = run.lastIndex(where: ends) else {
            // Without a plan's last word only a short single line may be the title.
            guard run.count == 1, lines[run[0]].passage.count <= 40, run[0] < 3 else { return [] }
            // `工作任务` behind a number is no plan's title but that of its first section, `（2017—2020年）` only its end.
            let text = lines[run[0]].passage.trimmed()
            if text.isBracketed || start > 0 && front.indices.prefix(start).contains(where: { kinds[$0] == .title && reader.endsAsPlan(lines[front[$0]].passage.trimmed()) }) { return [] }
            return start > 0 && reader.vocabulary.titles.sectionTitles.match(text.scalars, at: 0).map { $0.length == text.count } ?? false ? [] : run
        }
        // `（2023—2025年）`, `（征求意见稿）` on a line of its own belongs to the title.
        var end = last
        if last + 1 < run.count, isStageOfPlan(lines[run[last + 1]].passage.trimmed()) || closes(lines[run[last + 1]].passage, behind: lines[run[last]].passage) { end = last + 1 }
        // What stands between a title and the same once more is the page's.
        let title = lines[run[last]].passage.squashed()
        if title.unicodeScalars.count >= 6, let first = run[..<last].firstIndex(where: { lines[$0].passage.squashed() == title }) {
            return withoutPage(Array((run[...first] + run[(last + 1)..<(end + 1)]).suffix(5)))
        }
        return withoutPage(Array(deduplicated(Array(run[...end])).suffix(5)))
    }

    /// `推进城乡融合发展` ⏎ `2023年重点任务`: lines that together are what the notice calls the plan, whatever word they end in.
    private func namedTitle() -> [Int] {
        var names = Set<String>()
        for n in 0..<min(start, front.count) where lines[front[n]].passage.count <= 600 {
            let p = lines[front[n]].passage
            var from = 0
            while let open = p.first("《", in: from..<p.count), let close = p.first("》", in: open..<p.count) {
                names.insert(Self.key(p.part(open + 1..<close).squashed()))
                from = close + 1
            }
        }
        if !notice.isEmpty, let sent = inner(joined(notice)) { names.insert(Self.key(sent.text)) }
        guard !names.isEmpty else { return [] }
        for n in start..<max(start, front.count) {
            var key = ""
            for m in n..<min(n + 4, front.count) where lines[front[m]].passage.count <= 60 {
                key += Self.key(lines[front[m]].passage.squashed())
                if key.unicodeScalars.count >= 6, names.contains(key) { return Array(front[n...m]) }
            }
        }
        return []
    }

    // MARK: - The notice's

    private func noticeTitle(before limit: Int) -> [Int] {
        let candidates = front.indices.filter { front[$0] < limit && (kinds[$0] == .title || kinds[$0] == .organ) }
        guard var last = candidates.firstIndex(where: { ends(front[$0]) }) else { return [] }
        while let next = continuation(candidates, last) { last = next }
        // The file's name in front of it.
        if last + 1 < candidates.count, candidates[last + 1] == candidates[last] + 1, saysTheSame(front[candidates[last]], front[candidates[last + 1]]) { last += 1 }
        let end = front[candidates[last]]
        return withoutPage(deduplicated(candidates[...last].map { front[$0] }.filter { end - $0 < 6 }))
    }

    /// `…关于印发示例市行动计划` ⏎ `（2023—2025年）的通知`, `…关于全面推行公示制度` ⏎ `法制审核制度的指导意见`: a title that says what it is about is not over
    /// before it says what it is (…的通知).
    private func continuation(_ candidates: [Int], _ last: Int) -> Int? {
        guard isUnfinished(candidates[...last].suffix(5).map { lines[front[$0]].passage.squashed() }.joined(), before: last + 1 < candidates.count ? front[candidates[last + 1]] : nil) else { return nil }
        for next in last + 1..<max(last + 1, min(last + 4, candidates.count)) {
            guard candidates[next] == candidates[next - 1] + 1 else { return nil }
            if ends(front[candidates[next]]) { return next }
        }
        return nil
    }

    private func isUnfinished(_ title: String, before next: Int?) -> Bool {
        let text = Passage(title)
        guard let about = text.first("关于", in: text.indices), !reader.endsAsNotice(text) else { return false }
        if let next, lines[next].passage.trimmed().has("的", at: 0) { return true }
        // 的若干政策措施, 的三年行动计划
        return text.first("的", in: max(about, text.count - 12)..<text.count) == nil
    }

    func ends(_ line: Int) -> Bool {
        // 通　知
        let text = withoutSubtitle(withoutMarks(behindNumber(lines[line].passage.trimmed()))).without(Passage.isBlank)
        return reader.endsAsPlan(text) || reader.endsAsNotice(text)
    }

    /// A title that is printed twice counts once: as it stands last where its marks differ, for the first is the page's head or the file's name
    /// (`…改革创新_加快…`).
    func deduplicated(_ run: [Int]) -> [Int] {
        guard run.count > 1 else { return run }
        var seen = StringTable(reserving: run.count), result: [(line: Int, words: String)] = []
        for i in run {
            let words = lines[i].passage.squashed()
            if seen.enter(words).isNew { result.append((i, words)) }
        }
        guard result.count > 1 else { return result.map(\.line) }
        // `示例县交通_实施方案` over `示例县交通 实施方案`: the name of a file, which has other signs for blanks.
        let keys = result.map { Self.key($0.words) }
        return result.indices.filter { n in keys[n].unicodeScalars.count < 6 || !keys[(n + 1)...].contains(keys[n]) }.map { result[$0].line }
    }

    private func saysTheSame(_ a: Int, _ b: Int) -> Bool { Self.key(lines[a].passage.squashed()) == Self.key(lines[b].passage.squashed()) }

    // MARK: - Words of a title

    private var ownTitle: Quoted? {
        if !plan.isEmpty {
            let title = joined(plan)
            // `…行动方案(2023 版`: the notice has it whole.
            if isOpen(title.text), !notice.isEmpty, let whole = inner(joined(notice)) { return whole }
            if let plan = planOfList(title) { return plan }
            return inner(title) ?? title
        }
        guard !notice.isEmpty else { return nil }
        let title = joined(notice), own = inner(title) ?? title
        // `印发自治区…方案的通知`, where the text has 《某自治区…方案》.
        if let sent = sentPlan, sent.text.utf8.count > own.text.utf8.count, sent.text.hasSuffix(own.text) { return sent }
        return own
    }

    /// `关于印发《某县工作方案》的通知` over nothing but the `任务分解表` that goes with it.
    private func planOfList(_ title: Quoted) -> Quoted? {
        guard !notice.isEmpty, endsAsList(title), let plan = inner(joined(notice)), !endsAsList(plan), plan.span.end + Self.longestEnd >= joined(notice).span.end,
              reader.endsAsPlan(Passage(plan.text)) else { return nil }
        return plan
    }

    /// Bytes of `》的通知`.
    private static let longestEnd = 12

    private func endsAsList(_ title: Quoted) -> Bool {
        let text = Passage(title.text)
        return reader.vocabulary.titles.listTitles.contains(text, before: text.count)
    }

    /// `青田县2025年防汛工作方案（定稿）.docx` over a text without a title.
    private var nameOfFile: Quoted? {
        guard let first = front.first, let name = reader.fileEnding(of: lines[first].passage.trimmed()), reader.endsAsPlan(name) || reader.endsAsNotice(name) else { return nil }
        let title = Quoted(text: name.tidied(), span: name.span(name.indices))
        return inner(title) ?? title
    }

    private func isOpen(_ title: String) -> Bool {
        title.unicodeScalars.reduce(0) { $0 + ($1 == "(" || $1 == "（" ? 1 : $1 == ")" || $1 == "）" ? -1 : 0) } > 0
    }

    /// `…实施意见（2023年6月3日）`, `…的通知（示府办〔2023〕5号）`, `…分工方案（共117项）`: the day and the number behind a title are no part of it.
    private func bare(_ p: Passage) -> Passage {
        var end = p.trimmed()
        while let close = end.scalars.last, Self.closing.contains(close), let open = end.opening(ofLast: Self.opening, Self.closing), open > 0 {
            let inside = end.part(open..<end.count).unbracketed()
            guard HeaderReader.date(inside, at: 0) != nil || reader.documentNumber(inside) != nil || isCount(inside) else { break }
            end = end.part(0..<open).trimmed()
        }
        return end
    }

    /// Lines put together, without a compiler's number in front (`8. 示例市人民政府关于…`), a 发文字号 in front or behind, and a day behind.
    func joined(_ lines: [Int]) -> Quoted {
        var run = lines[...]
        // `（2023年3月1日市政府第5次常务会议通过）` on a line of its own.
        while run.count > 1, let last = run.last, let text = Optional(self.lines[last].passage.trimmed()), text.isBracketed, bare(Passage("。" + text.squashed())).count == 1 { run = run.dropLast() }
        return joined(Array(run), self.lines)
    }

    private func joined(_ run: [Int], _ lines: [Line]) -> Quoted {
        var first = lines[run[0]].passage
        if let label = lines[run[0]].label, label.length < first.count { first = first.part(label.length..<first.count) }
        first = first.trimmed()
        if let banner = reader.vocabulary.titles.titleBanners.match(first.scalars, at: 0), banner.length < first.count { first = first.part(banner.length..<first.count).trimmed() }
        first = behindNumber(first)
        let last = withoutSubtitle(withoutMarks(bare(run.count > 1 ? lines[run[run.count - 1]].passage : first)))
        guard run.count > 1 else { return Quoted(text: last.tidied(), span: last.span(last.indices)) }
        let middle = run.dropFirst().dropLast().map { lines[$0].passage }
        return Quoted(text: ([first] + middle + [last]).map { $0.tidied() }.joined(), span: Span(first.span(first.indices).start, last.span(last.indices).end))
    }

    /// `石政发〔2020〕3号-北京市…关于印发…`: a number in front of the title, where it ends and where the title begins.
    static func numberPrefix(_ p: Passage, _ reader: HeaderReader) -> (number: Int, end: Int)? {
        guard p.count > 24, let number = reader.number(in: p, before: 32, beginningAt: { $0 == 0 }) else { return nil }
        var end = number.upperBound
        while end < p.count, Passage.isBlank(p.scalars[end]) || dashes.contains(p.scalars[end]) { end += 1 }
        return (number.upperBound, end)
    }

    private static let dashes: ScalarSet = "-－—–:："
}
