import FanganText

/// A number with its measure word and the bound around it, before it is known whether anybody requires it.
struct Amount {
    enum Bound { case none, least, most, about }

    var low: Double
    var high: Double
    /// The measure word.
    var unit: Range<Int>
    var measure: MeasureClass
    var isChinese: Bool
    /// From the first digit to the end of the measure word.
    var core: Range<Int>
    /// With bound, and verb between bound and number.
    var range: Range<Int>
    var bound = Bound.none
    /// 余 or 多 stands between number and measure word.
    var isMore = false
    /// 只设一个: one and no more.
    var isExact = false
    /// The bound stands directly at the number, in front or behind.
    var limits: (min: Double?, max: Double?) {
        switch bound {
        case .none, .about: (low, high)
        case .least: (low, nil)
        case .most: (isExact ? low : nil, high)
        }
    }

    /// The measure word as targets name it.
    func unitName(_ text: CompactText) -> String {
        switch measure {
        case .percent where unit.count <= 1: text.has("‰", at: unit.lowerBound) ? "‰" : "%"
        case .money: text.has("美元", at: unit.lowerBound) || text[core.lowerBound - 1] == 0x24 ? "美元" : text.has("欧元", at: unit.lowerBound) ? "欧元" : "元"
        default: text.string(unit)
        }
    }

    func isUnit(_ word: StaticString, _ text: CompactText) -> Bool { unit.count == word.count && text.has(word, at: unit.lowerBound) }

    /// The amount whose number begins at an index.
    static func read(_ text: CompactText, at start: Int) -> Amount? {
        if let width = bandwidthWord(text, at: start) ?? powerOfMoney(text, at: start) { return width }
        guard let number = brokenNumber(text, at: start) ?? Numerals.read(text, at: start) else { return nil }
        var low = number.value, high = number.value
        var end = number.end
        if let second = rangeEnd(text, number, at: start) {
            high = second.value
            end = second.end
        }
        if number.isPercent {
            return Amount(low: low, high: high, unit: end..<end, measure: .percent, isChinese: number.isChinese, core: start..<end, range: start..<end)
        }
        // 建设240余座: a little more than that, required only as the object of its verb; 开发区30余家, 十多个 seldom are.
        if text.isOne(of: "余多几来", at: end) {
            return number.isChinese || !text.isOne(of: "余多", at: end) || !TargetJudge.isObject(text, start) || text.first("的", in: end..<text.clauseEnd(end)) != nil ? nil : roughly(text, number, at: start)
        }
        if let doubling = doublings(text, number, at: start) { return doubling }
        if let years = yearsWithin(text, number, at: start) { return years }
        guard let (measure, length) = ValueVocabulary.measures.match(text, at: end), measure != .none else {
            return inList(text, number, at: start) ?? bare(text, number, at: start) ?? index(text, number, at: start)
        }
        if measure == .digits, number.isChinese { return nil }  // 一起, 一批
        let unit = end..<(end + length)
        end += length
        return Amount(low: low, high: high, unit: unit, measure: measure == .digits ? .count : measure, isChinese: number.isChinese, core: start..<end, range: start..<end)
    }

    /// The greater number of 1—2场, 5到8个, 10%-15%, 80%至90%; 由80%至90% tells what was.
    private static func rangeEnd(_ text: CompactText, _ number: Numerals.Reading, at start: Int) -> Numerals.Reading? {
        let isShare = !number.isPercent && text[number.end] == 0x25
        let mark = isShare ? number.end + 1 : number.end
        guard text[mark] == 0x2D || !number.isChinese && text.isOne(of: "至到", at: mark) && !text.isOne(of: "由从", at: start - 1), text[mark + 1].isDigit,
              let second = Numerals.read(text, at: mark + 1), !second.isPercent, second.value > number.value else { return nil }
        return isShare && text[second.end] != 0x25 ? nil : second
    }

    /// 不低于9 5%, 1 00个: a number broken where two lines were joined. Elsewhere a space parts the numbers of two cells; behind a
    /// bound a number without a measure word has no meaning, and none begins with 0.
    private static func brokenNumber(_ text: CompactText, at start: Int) -> Numerals.Reading? {
        guard text[start].isDigit, isBrokenByZero(text, start) || least.match(text, before: start) != nil || most.match(text, before: start) != nil else { return nil }
        var i = start
        var value = 0.0
        while text[i].isDigit, i - start <= 9 { value = value * 10 + Double(text[i].digit); i += 1 }
        guard text[i] == 0x20, text[i + 1].isDigit, !text.startsLine(i + 1), let rest = Numerals.read(text, at: i + 1), i - start <= 9 else { return nil }
        i += 1
        while text[i].isDigit { value = value * 10 + Double(text[i].digit); i += 1 }
        return rest.end == i ? Numerals.Reading(value: value, end: i, isChinese: false, isPercent: false) : nil
    }

    private static func isBrokenByZero(_ text: CompactText, _ start: Int) -> Bool {
        guard let space = (start + 1..<start + 6).first(where: { !text[$0].isDigit }), text[start] != 0x30 else { return false }
        return text[space] == 0x20 && text[space + 1] == 0x30 && text[space + 2] != 0x2E
    }

    /// 翻一番, 翻两番: the count of doublings.
    private static func doublings(_ text: CompactText, _ number: Numerals.Reading, at start: Int) -> Amount? {
        guard text[start - 1] == 0x7FFB, text[number.end] == 0x756A else { return nil }
        return Amount(low: number.value, high: number.value, unit: number.end..<(number.end + 1), measure: .doubling, isChinese: number.isChinese,
                      core: start..<(number.end + 1), range: (start - 1)..<(number.end + 1))
    }

    /// 确保1年内完成合同用量: elsewhere 年 measures nothing that is required.
    private static func yearsWithin(_ text: CompactText, _ number: Numerals.Reading, at start: Int) -> Amount? {
        guard number.value <= 20, text.has("年内", at: number.end), text.any(["确保", "力争", "争取"], before: start) != nil,
              text.any(["完成", "建成", "实现", "达到", "全面", "基本"], at: number.end + 2) != nil else { return nil }
        return Amount(low: number.value, high: number.value, unit: number.end..<(number.end + 1), measure: .span, isChinese: number.isChinese,
                      core: start..<(number.end + 1), range: start..<(number.end + 1))
    }

    /// 240余座
    private static func roughly(_ text: CompactText, _ number: Numerals.Reading, at start: Int) -> Amount? {
        guard let (measure, length) = ValueVocabulary.measures.match(text, at: number.end + 1), measure == .count || measure == .article else { return nil }
        let unit = number.end + 1..<number.end + 1 + length
        var amount = Amount(low: number.value, high: number.value, unit: unit, measure: measure, isChinese: false, core: start..<unit.upperBound, range: start..<unit.upperBound)
        amount.isMore = true
        return amount
    }

    /// 分别压缩至2.5、5个工作日以内: a number of a list has the measure word of the last one.
    private static func inList(_ text: CompactText, _ number: Numerals.Reading, at start: Int) -> Amount? {
        // 建设5、8、10个服务点; 第1、2项 are numbers.
        guard !number.isChinese, text[number.end] == 0x3001 else { return nil } // 、
        var i = number.end, count = 0
        while text.isOne(of: "、和", at: i), count < 8, let next = Numerals.read(text, at: i + 1), !next.isChinese, !next.isPercent {
            i = next.end
            count += 1
        }
        guard count > 0, let (measure, length) = ValueVocabulary.measures.match(text, at: i), measure != .none, measure != .digits else { return nil }
        guard isDistributed(text, start) || goesOnVerb(text, listStart(text, start)) else { return nil }
        return Amount(low: number.value, high: number.value, unit: i..<(i + length), measure: measure, isChinese: false, core: start..<number.end, range: start..<number.end)
    }

    private static func goesOnVerb(_ text: CompactText, _ start: Int) -> Bool { (TargetJudge.requires.match(text, before: start) ?? 0) > 1 || TargetJudge.reaches.match(text, before: start) != nil }

    /// Where the list of numbers begins that goes on to an index.
    private static func listStart(_ text: CompactText, _ start: Int) -> Int {
        var i = start
        while i > 0, start - i < 40, text[i - 1].isDigit || text[i - 1] == 0x3001 || text[i - 1] == 0x2E { i -= 1 }
        return i
    }

    /// 分别 in front of the list, a verb or a bound between.
    private static func isDistributed(_ text: CompactText, _ start: Int) -> Bool {
        var i = start - 1
        while i > 0, start - i < 30, !text[i].endsClause || text[i] == 0x3001 {
            if text.has("分别", before: i) { return true }
            i -= 1
        }
        return false
    }

    /// 电能利用效率降到1.3以下, PUE不高于1.25, 利用系数达到0.57: figures that have no measure word, behind what they measure.
    private static func index(_ text: CompactText, _ number: Numerals.Reading, at start: Int) -> Amount? {
        if let ratio = ratio(text, number, at: start) { return ratio }
        guard !number.isChinese, text[number.end] == 0 || text[number.end].endsClause || boundBehind(text, number.end) || text.any(aboutAfter, at: number.end) != nil else { return nil }
        let verb = [least, most, TargetJudge.reaches].map { $0.match(text, before: start) ?? 0 }.max() ?? 0
        guard verb > 0, indexes.match(text, before: start - verb) != nil else { return nil }
        return Amount(low: number.value, high: number.value, unit: number.end..<number.end, measure: .number, isChinese: false, core: start..<number.end, range: start..<number.end)
    }

    private static let indexes = ValueVocabulary.targets[.index]

    private static func boundBehind(_ text: CompactText, _ end: Int) -> Bool { text.any(leastAfter, at: end) != nil || text.any(mostAfter, at: end) != nil }

    /// 生师比不高于18:1: two figures behind the word for what is compared, as one number.
    private static func ratio(_ text: CompactText, _ number: Numerals.Reading, at start: Int) -> Amount? {
        guard !number.isChinese, text[number.end] == 0x3A, let second = Numerals.read(text, at: number.end + 1), !second.isChinese, !second.isPercent, second.value > 0,
              text[second.end] == 0 || text[second.end].endsClause || boundBehind(text, second.end) else { return nil }
        let verb = [least, most, TargetJudge.reaches].map { $0.match(text, before: start) ?? 0 }.max() ?? 0
        guard verb > 0, text.isOne(of: "比例", at: start - verb - 1) else { return nil }
        let value = (number.value / second.value * 10_000).rounded() / 10_000
        return Amount(low: value, high: value, unit: second.end..<second.end, measure: .number, isChinese: false, core: start..<second.end, range: start..<second.end)
    }

    /// 用户数突破3000万, 注册总量达到5亿: a great number behind 突破 at the end of its clause has no measure word.
    private static func bare(_ text: CompactText, _ number: Numerals.Reading, at start: Int) -> Amount? {
        guard !number.isChinese, number.value >= 10_000, Numerals.power(text[number.end - 1]) != nil else { return nil }
        guard text[number.end] == 0 || text[number.end].endsClause, text.any(["突破", "达到", "超过", "超"], before: start) != nil else { return nil }
        return Amount(low: number.value, high: number.value, unit: number.end..<number.end, measure: .number, isChinese: false,
                      core: start..<number.end, range: start..<number.end)
    }

    /// 万兆, 千兆, 百兆: a power alone in front of 兆.
    private static func bandwidthWord(_ text: CompactText, at i: Int) -> Amount? {
        guard let power = Numerals.power(text[i]), power >= 100, text[i + 1] == 0x5146, !text[i - 1].isDigit else { return nil }
        return Amount(low: power, high: power, unit: (i + 1)..<(i + 2), measure: .bandwidth, isChinese: true, core: i..<(i + 2), range: i..<(i + 2))
    }

    /// 超万亿元, 突破千亿元: a power alone behind a bound.
    private static func powerOfMoney(_ text: CompactText, at i: Int) -> Amount? {
        guard let power = Numerals.power(text[i]), power >= 100, power <= 10_000, text[i + 1] == 0x4EBF, text[i + 2] == 0x5143,
              least.match(text, before: i) != nil else { return nil }
        let value = power * 100_000_000
        return Amount(low: value, high: value, unit: (i + 2)..<(i + 3), measure: .money, isChinese: false, core: i..<(i + 3), range: i..<(i + 3))
    }
}

extension CompactText {
    func string(_ range: Range<Int>) -> String {
        var view = String.UnicodeScalarView()
        for i in range { if let scalar = Unicode.Scalar(self[i]) { view.append(scalar) } }
        return String(view)
    }
}
