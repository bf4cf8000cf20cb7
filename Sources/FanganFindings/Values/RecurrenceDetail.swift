import FanganText

/// What stands behind a period: 2月底前 of 每年2月底前, 28日前 of 每月28日前.
extension RecurrenceReader {
    func detail(of period: Period, at i: Int) -> (String?, Int) {
        switch period {
        case .year: return yearDetail(at: i)
        case .month: return monthDetail(at: i)
        case .quarter: return quarterDetail(at: i)
        case .week:
            let names: [(StaticString, String)] = [
                ("一", "MO"), ("二", "TU"), ("三", "WE"), ("四", "TH"), ("五", "FR"), ("六", "SA"), ("日", "SU"), ("天", "SU"),
            ]
            // 每周一至周五
            if text.isOne(of: "一二三四五六", at: i), text[i + 1] == 0x81F3 || text[i + 1] == 0x2D,
               let first = names.firstIndex(where: { text.has($0.0, at: i) }) {
                let second = text[i + 2] == 0x5468 ? i + 3 : i + 2
                if let last = names.firstIndex(where: { text.has($0.0, at: second) }), last > first {
                    return ("FREQ=WEEKLY;BYDAY=" + names[first...min(last, 6)].map(\.1).joined(separator: ","), before(second + 1))
                }
            }
            return weekDays(names, at: i)
        case .day:  // 每日18时前, 每天上午9:00前, 每日8时、20时
            var end = before(i)
            while end > i, text.isOne(of: "、和", at: end), before(end + 1) > end + 1 { end = before(end + 1) }
            return (nil, end)
        default: return (nil, i)
        }
    }

    /// 每周一、周五
    private func weekDays(_ names: [(StaticString, String)], at start: Int) -> (String?, Int) {
        var days: [String] = [], i = start, end = start
        while days.count < 7, let (_, name) = names.first(where: { text.has($0.0, at: i) }), !text.isOne(of: "次期场篇个家名", at: i + 1) {
            days.append(name)
            end = i + 1
            guard text.isOne(of: "、和", at: end), text[end + 1] == 0x5468 else { break } // 周
            i = end + 2
        }
        return days.isEmpty ? (nil, start) : ("FREQ=WEEKLY;BYDAY=" + days.joined(separator: ","), before(end))
    }

    private func yearDetail(at start: Int) -> (String?, Int) {
        let i = text[start] == 0x7684 ? start + 1 : start  // 每年的9月
        if let (list, isFinal, end) = monthList(at: i) {
            var rule = "FREQ=YEARLY;BYMONTH=" + list.map(String.init).joined(separator: ",")
            // 每年3月、6月、9月、12月的25日前
            let of = text[end] == 0x7684 ? end + 1 : end
            if let day = DateExpression.smallNumber(text, at: of, 1...31), text[day.end] == 0x65E5 { return (rule + ";BYMONTHDAY=\(day.value)", before(day.end + 1)) }
            if isFinal { rule += ";BYMONTHDAY=-1" }
            return (rule, before(end))
        }
        if let (list, day, end) = dayList(at: i) { return ("FREQ=YEARLY;BYMONTH=" + list.map(String.init).joined(separator: ",") + ";BYMONTHDAY=\(day)", before(end)) }
        if let bare = DateInterval.readBare(text, at: i), !bare.last.hasYear { return (months(bare), bare.range.upperBound) }
        // 每年底前, 每年末: the 年 of 每年 is that of 年底.
        if text[i] == 0x5E95 || text[i] == 0x672B { return ("FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=-1", before(i + 1)) }
        guard let date = DateExpression.read(text, at: i), !date.hasYear else { return (nil, start) }
        if let interval = DateInterval.read(text, from: date) { return (months(interval), interval.range.upperBound) }
        guard let rule = rule(date) else { return (nil, start) }
        return (rule, before(date.range.upperBound))
    }

    private func months(_ interval: DateInterval) -> String {
        guard let list = monthRange(interval) else { return "FREQ=YEARLY" }
        return "FREQ=YEARLY;BYMONTH=" + list.map(String.init).joined(separator: ",")
    }

    private func monthRange(_ interval: DateInterval) -> [Int]? {
        guard let first = interval.first.months.first, let last = interval.last.months.last else { return nil }
        return first <= last ? Array(first...last) : Array(first...12) + Array(1...last)
    }

    /// 每年3月、9月; 每年3-6月和9-12月; 每年6月底、12月底前: several months or ranges of months, in the order of the year.
    /// `isFinal`: the last one says 底 or 末, which holds for all.
    private func monthList(at start: Int) -> ([Int], isFinal: Bool, end: Int)? {
        var list: Set<Int> = [], i = start, count = 0, isFinal = false
        while count < 12 {
            let part: (months: [Int], end: Int)
            isFinal = false
            if let bare = DateInterval.readBare(text, at: i), !bare.last.hasYear { part = (monthRange(bare) ?? [], bare.range.upperBound) }
            else if let date = DateExpression.read(text, at: i), case .month = date.part, !date.hasYear {
                part = (date.months, date.range.upperBound)
                isFinal = date.position == .final
            }
            // 每年3月、9月25日前: the day of each; it is read behind the list.
            else if count > 0, let date = DateExpression.read(text, at: i), case .day(let month, _) = date.part, !date.hasYear, let end = text.first("月", in: date.range) {
                list.insert(month)
                return (list.sorted(), false, end + 1)
            }
            else { return nil }
            guard !part.months.isEmpty else { return nil }
            list.formUnion(part.months)
            count += 1
            i = part.end
            guard text.isOne(of: "、和及", at: i), text[i + 1].isDigit || Numerals.chineseDigit(text[i + 1]) != nil || Numerals.power(text[i + 1]) == 10,
                  DateInterval.readBare(text, at: i + 1) != nil || DateExpression.read(text, at: i + 1) != nil else { break }
            i += 1
        }
        return count > 1 ? (list.sorted(), isFinal, i) : nil
    }

    /// 每年1月10日、7月10日前: one day of several months.
    private func dayList(at start: Int) -> ([Int], day: Int, end: Int)? {
        var list: [Int] = [], common: Int?, i = start
        while list.count < 12, let date = DateExpression.read(text, at: i), !date.hasYear, case .day(_, let day) = date.part, common ?? day == day, let month = date.months.first {
            list.append(month)
            common = day
            i = date.range.upperBound
            guard text.isOne(of: "、和及", at: i) else { break }
            i += 1
        }
        guard let day = common, list.count > 1 else { return nil }
        return (list.sorted(), day, text.isOne(of: "、和及", at: i - 1) ? i - 1 : i)
    }

    /// 每月结束后5日内, 每季度后10日内: the day up to which it is done in what follows.
    private func daysAfter(at i: Int) -> (day: Int, end: Int)? {
        guard let length = Self.periodOver.match(text, at: i), let days = DateExpression.smallNumber(text, at: i + length, 1...28), text.isOne(of: "日天", at: days.end),
              let word = Self.withins.match(text, at: days.end + 1) else { return nil }
        return (days.value, days.end + 1 + word)
    }

    private static let periodOver = ValueVocabulary.dates[.periodOver]
    private static let withins = ValueVocabulary.dates[.within]

    func monthDetail(at i: Int) -> (String?, Int) {
        if let after = daysAfter(at: i) { return ("FREQ=MONTHLY;BYMONTHDAY=\(after.day)", after.end) }
        // 每月5日、20日前
        var days: [Int] = [], end = i
        while days.count < 6, let day = DateExpression.smallNumber(text, at: end, 1...31), text[day.end] == 0x65E5 || text[day.end] == 0x53F7 {
            days.append(day.value)
            end = day.end + 1
            guard text.isOne(of: "、和及", at: end), text[end + 1].isDigit else { break }
            end += 1
        }
        if !days.isEmpty {
            let last = text.isOne(of: "、和及", at: end - 1) ? end - 1 : end
            return ("FREQ=MONTHLY;BYMONTHDAY=" + days.map(String.init).joined(separator: ","), before(last))
        }
        if text[i] == 0x5E95 || text[i] == 0x672B { return ("FREQ=MONTHLY;BYMONTHDAY=-1", before(i + 1)) }
        if text.has("上旬", at: i) { return ("FREQ=MONTHLY;BYMONTHDAY=10", before(i + 2)) }
        if text.has("中旬", at: i) { return ("FREQ=MONTHLY;BYMONTHDAY=20", before(i + 2)) }
        if text.has("下旬", at: i) { return ("FREQ=MONTHLY;BYMONTHDAY=-1", before(i + 2)) }
        return (nil, i)
    }

    /// 每季度末, 每季度首月10日前, 每季度最后一个月.
    private func quarterDetail(at i: Int) -> (String?, Int) {
        if let after = daysAfter(at: i) { return ("FREQ=YEARLY;BYMONTH=1,4,7,10;BYMONTHDAY=\(after.day)", after.end) }
        if let word = text.any(["首月", "第一个月", "首个月"], at: i) {
            let end = i + word.count
            guard let day = DateExpression.smallNumber(text, at: end, 1...31), text[day.end] == 0x65E5 else {
                return ("FREQ=YEARLY;BYMONTH=1,4,7,10", before(end))
            }
            return ("FREQ=YEARLY;BYMONTH=1,4,7,10;BYMONTHDAY=\(day.value)", before(day.end + 1))
        }
        if let word = text.any(["末月", "最后一个月", "第三个月"], at: i) {
            let end = i + word.count
            guard let day = DateExpression.smallNumber(text, at: end, 1...31), text[day.end] == 0x65E5 else {
                return ("FREQ=YEARLY;BYMONTH=3,6,9,12", before(end))
            }
            return ("FREQ=YEARLY;BYMONTH=3,6,9,12;BYMONTHDAY=\(day.value)", before(day.end + 1))
        }
        if text[i] == 0x672B, let day = DateExpression.smallNumber(text, at: text[i + 1] == 0x6708 ? i + 2 : i + 1, 1...31), text[day.end] == 0x65E5 { // 末 月 日
            return ("FREQ=YEARLY;BYMONTH=3,6,9,12;BYMONTHDAY=\(day.value)", before(day.end + 1))
        }
        if text[i] == 0x672B || text[i] == 0x5E95 {
            return ("FREQ=YEARLY;BYMONTH=3,6,9,12;BYMONTHDAY=-1", before(i + 1))
        }
        return (nil, i)
    }

    /// Index after 前 or 之前, an hour in front of it let through: 每周一上午10时前.
    func before(_ day: Int) -> Int {
        let i = DateExpression.clockEnd(text, day)
        if text.has("之前", at: i) || text.has("以前", at: i) { return i + 2 }
        return text[i] == 0x524D ? i + 1 : i
    }
}
