import FanganText

/// Labels that only their neighbours make certain.
///
/// All but years and bullets are looked for at the lines alone that begin with what such a number may begin with; they are found once.
extension Line {
    /// Whether a line without a label begins with a sign, a digit, a numeral, 第, or a word that stands in front of numbers (任务一).
    var mayBeNumbered: Bool {
        guard label == nil, block.cell == nil, let first = passage.scalars.first else { return false }
        return LabelLexer.mayBegin(first) || OutlineVocabulary.standard.items.numberedWords.begins(passage.scalars, at: 0)
    }

    /// `●重点工作` ⏎ `▲打造线路。…` ⏎ `▲培育主体。…`: signs that begin several lines; the one that comes first holds the others.
    /// Under a number they only set off parts of its text.
    static func readBullets(_ lines: inout [Line]) {
        let signs = OutlineVocabulary.standard.items.bullets
        var places: [(sign: UInt32, lines: [Int])] = []
        for i in lines.indices where lines[i].label == nil && lines[i].block.cell == nil {
            guard let sign = lines[i].passage.scalars.first, signs.contains(sign) else { continue }
            if let known = places.firstIndex(where: { $0.sign == sign }) { places[known].lines.append(i) } else { places.append((sign, [i])) }
        }
        let lists = places.filter { $0.lines.count > 1 }
        guard let first = lists.first?.lines.first, !lines[..<first].contains(where: { $0.label != nil }) else { return }
        for (place, found) in lists.enumerated() {
            for i in found.lines { lines[i].label = LabelLexer(lines[i].passage).bullet(place == 0 ? .bullet : .innerBullet) }
        }
    }

    /// `1.建设电网。` ⏎ `2.5G基站建设。`: what looks like an amount is the next number of the list.
    static func readNumbersBeforeDigits(_ lines: inout [Line], at unsure: [Int]) {
        guard unsure.contains(where: { LabelLexer(lines[$0].passage).numberBeforeDigits() != nil }) else { return }
        var last = 0
        for i in lines.indices where lines[i].block.cell == nil {
            if let label = lines[i].label?.label {
                if label.form == .arabic { last = label.ordinal ?? last }
                continue
            }
            guard last > 0, i > 0, lines[i].passage.count >= 6, let found = LabelLexer(lines[i].passage).numberBeforeDigits(), found.label.ordinal == last + 1,
                  lines[i - 1].passage.last.map({ sentenceEnds.contains($0) }) ?? false || lines[i - 1].isWhole(beforeNumber: last + 1, next: i + 1 < lines.count ? lines[i + 1] : nil) else { continue }
            lines[i].label = found
            last += 1
        }
    }

    /// Whether a line without an end mark ends a paragraph all the same: `责任单位：县水利局`, or `1.推行集成改革` ⏎ `2.5G基站建设` with 3. behind it.
    private func isWhole(beforeNumber number: Int, next: Line?) -> Bool {
        if OutlineVocabulary.standard.titles.assignmentKeys.match(passage.scalars, at: 0) != nil { return true }
        guard label?.label.form == .arabic, label?.label.ordinal == number - 1 else { return false }
        if LabelLexer(passage).numberBeforeDigits() != nil { return true }
        let following = next.flatMap { $0.label ?? LabelLexer($0.passage).numberBeforeDigits() }?.label
        return following?.form == .arabic && following?.ordinal == number + 1
    }

    /// `1负责各学校…` ⏎ `2负责各企业…` ⏎ `3负责…`: a list all of whose numbers have lost their marks. The words behind numbers that count (1楼, 2楼) are the same.
    static func readBareNumbers(_ lines: inout [Line], at unsure: [Int]) {
        guard unsure.contains(where: { LabelLexer(lines[$0].passage).bareNumber() != nil }) else { return }
        var run: [(line: Int, label: (label: Label, length: Int))] = []
        func close() {
            let behind = run.compactMap { lines[$0.line].passage.scalars[$0.label.length] }
            if run.count >= 3, behind.contains(where: { $0 != behind[0] }) { for found in run { lines[found.line].label = found.label } }
            run = []
        }
        for i in lines.indices where lines[i].block.cell == nil {
            // They may run on over sections.
            if let label = lines[i].label?.label { if label.form == .arabic { close() }; continue }
            guard let found = LabelLexer(lines[i].passage).bareNumber(), let number = found.label.ordinal, found.length < lines[i].passage.count else { continue }
            if number == 1 { close() }
            if number == run.count + 1 { run.append((i, found)) }
        }
        close()
    }

    /// `（1899）…` ⏎ `（1900）…`: what looks like a year is the next number of a long list.
    static func readNumbersLikeYears(_ lines: inout [Line]) {
        var last = 0
        for i in lines.indices {
            if let label = lines[i].label?.label {
                if label.form == .arabicBracketed { last = label.ordinal ?? last }
                continue
            }
            guard last + 1 >= LabelLexer.years, let found = LabelLexer(lines[i].passage).numberLikeYear(), found.label.form == .arabicBracketed, found.label.ordinal == last + 1 else { continue }
            lines[i].label = found
            last += 1
        }
    }

    /// `—、主要任务` in front of `二、`, `（十—）` behind （十）: the next number of its form tells, or the one before.
    static func readDashedNumbers(_ lines: inout [Line], at unsure: [Int]) {
        guard unsure.contains(where: { lines[$0].label == nil && LabelLexer(lines[$0].passage).dashedNumber() != nil }) else { return }
        var next: [LabelForm: Int] = [:], found: [(line: Int, label: (label: Label, length: Int), isCertain: Bool)] = []
        for i in lines.indices.reversed() where lines[i].block.cell == nil {
            if let label = lines[i].label?.label { next[label.form] = label.ordinal; continue }
            guard let label = LabelLexer(lines[i].passage).dashedNumber(), let n = label.label.ordinal else { continue }
            found.append((i, label, next[label.label.form] == n + 1))
            if next[label.label.form] == n + 1 { next[label.label.form] = n }
        }
        var last: [LabelForm: Int] = [:], seen = 0
        for candidate in found.reversed() {
            while seen < candidate.line {
                if let label = lines[seen].label?.label { last[label.form] = label.ordinal }
                seen += 1
            }
            let label = candidate.label.label
            if candidate.isCertain || label.ordinal.map({ $0 > 1 && last[label.form] == $0 - 1 }) ?? false { lines[candidate.line].label = candidate.label }
        }
    }

    /// `1  总则` counts where 2 follows later or its own 1.1 comes next; so does `一　指导思想` before `二　…`, `任务一：` before `任务二：`.
    /// - Parameter isHolding: only where one of them has its own 1.1 right behind it: `1总则` ⏎ `1.1编制目的`.
    static func readNumbersOfSequences(_ lines: inout [Line], at unsure: [Int], isHolding: Bool = false, _ read: (LabelLexer) -> (label: Label, length: Int)?) {
        let found = unsure.compactMap { i -> (line: Int, label: (label: Label, length: Int))? in
            guard lines[i].label == nil, let label = read(LabelLexer(lines[i].passage)) else { return nil }
            return (i, label)
        }
        if found.isEmpty { return }
        // For each form and number the first and the last line that has it.
        var places: [[Int]: (first: Int, last: Int)] = [:]
        func key(_ label: Label, _ step: Int) -> [Int] { [label.form.rawValue, (label.ordinal ?? 0) + step] }
        for candidate in found {
            let key = key(candidate.label.label, 0)
            places[key] = (places[key]?.first ?? candidate.line, candidate.line)
        }
        func holds(_ candidate: (line: Int, label: (label: Label, length: Int))) -> Bool {
            let label = candidate.label.label, next = candidate.line + 1 < lines.count ? lines[candidate.line + 1].label?.label : nil
            return label.form == .decimal && next?.form == .decimal && next?.parts.first == label.ordinal && (next?.parts.count ?? 0) > 1
        }
        if isHolding, !found.contains(where: holds) { return }
        for candidate in found {
            let label = candidate.label.label
            let ahead = (places[key(label, 1)]?.last ?? -1) > candidate.line
            let behind = (places[key(label, -1)]?.first ?? .max) < candidate.line
            if label.ordinal == 1 ? ahead || holds(candidate) : behind { lines[candidate.line].label = candidate.label }
        }
    }

    /// `01` ⏎ `总体目标` … `02` ⏎ `主要任务`: numbers of sections over their titles, as pages are set out; they count up from the first one.
    static func readPaddedNumbers(_ lines: inout [Line], at unsure: [Int]) {
        let found = unsure.filter { i in
            guard lines[i].passage.count == 2, lines[i].label == nil, i + 1 < lines.count, lines[i + 1].label == nil, lines[i + 1].block.cell == nil else { return false }
            let title = lines[i + 1].passage
            return title.count >= 2 && title.count <= 24 && title.first(of: clauseMarks, in: title.indices) == nil
        }
        var labels: [(line: Int, label: (label: Label, length: Int))] = []
        for i in found { if let label = LabelLexer(lines[i].passage).paddedNumber(), label.label.ordinal == labels.count + 1 { labels.append((i, label)) } }
        guard labels.count > 1 else { return }
        for (i, label) in labels { lines[i].label = label }
    }

    private static let clauseMarks: ScalarSet = "。；，：;:,"
}
