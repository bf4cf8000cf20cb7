import FanganText

/// Days as signatures, titles and tables of facts write them.
extension HeaderReader {
    /// `6月底前`, `2024年12月31日前`: a last day is named.
    static func namesDeadline(_ text: Passage) -> Bool {
        text.indices.contains { i in
            i > 1 && text.scalars[i] == 0x524D && [0x5E95, 0x6708, 0x65E5, 0x5E74].contains(text.scalars[i - 1]) // 前 behind 底 月 日 年
        }
    }

    /// `2022年9月13日`, `2023 年2 月28 日`, `二〇二一年七月二十八日`.
    static func date(_ text: Passage, at start: Int) -> (year: Int, month: Int, day: Int, end: Int)? {
        var i = start
        func number(_ unit: UInt32) -> Int? {
            while i < text.count, text.scalars[i] == 0x20 { i += 1 }
            let from = i
            var value = 0
            if unit == 0x6708, i + 1 < text.count, text.scalars[i] == 0x5143, text.scalars[i + 1] == unit { i += 2; return 1 } // 元月
            if unit == 0x5E74, let year = chineseYear(text, at: i) { i += 5; return year }
            while i < text.count, i - from < 5, let d = digitValue(text.scalars[i]) { value = value * 10 + d; i += 1 }
            if i == from {
                while i < text.count, ChineseNumeral.isNumeral(text.scalars[i]) { i += 1 }
                guard let n = ChineseNumeral.value(text.scalars[from..<i]) else { return nil }
                value = n
            }
            while i < text.count, text.scalars[i] == 0x20 { i += 1 }
            // 曰 is what scanners make of 日.
            guard i < text.count, text.scalars[i] == unit || unit == 0x65E5 && text.scalars[i] == 0x66F0 else { return nil }
            i += 1
            return value
        }
        guard let year = number(0x5E74), year > 1948, year < 2200, let month = number(0x6708), (1...12).contains(month),
              let day = number(0x65E5), day >= 1, day <= Self.days(of: month, in: year) else { return nil }
        return (year, month, day, i)
    }

    /// 二〇二三年, also with another round sign or letter for the zero: 二O二三年, 二0二三年.
    private static func chineseYear(_ text: Passage, at start: Int) -> Int? {
        guard start + 4 < text.count, text.scalars[start + 4] == 0x5E74, ChineseNumeral.digit(text.scalars[start]) != nil else { return nil } // 年
        var value = 0
        for scalar in text.scalars[start..<start + 4] {
            guard let digit = ChineseNumeral.digit(scalar) ?? (zeros.contains(scalar) ? 0 : nil) else { return nil }
            value = value * 10 + digit
        }
        return value
    }

    private static let zeros: ScalarSet = "0０OoＯｏ◯О"

    /// A date in words, or in figures alone: 2023年3月1日, 2023-03-01.
    static func anyDate(_ text: Passage) -> (year: Int, month: Int, day: Int, end: Int)? { date(text, at: 0) ?? plainDate(text) }

    /// `2019-01-22`, `2019/1/22`, `2019.01.22`, as tables of facts and some signatures write it.
    static func plainDate(_ text: Passage) -> (year: Int, month: Int, day: Int, end: Int)? {
        var parts: [Int] = [], i = 0
        while parts.count < 3 {
            let from = i
            var value = 0
            while i < text.count, i - from < 4, let d = digitValue(text.scalars[i]) { value = value * 10 + d; i += 1 }
            guard i > from else { return nil }
            parts.append(value)
            if parts.count < 3 {
                guard i < text.count, [0x2D, 0x2F, 0x2E].contains(text.scalars[i]) else { return nil }
                i += 1
            }
        }
        guard parts[0] > 1948, parts[0] < 2200, (1...12).contains(parts[1]), parts[2] >= 1, parts[2] <= days(of: parts[1], in: parts[0]) else { return nil }
        return (parts[0], parts[1], parts[2], i)
    }

    private static func days(of month: Int, in year: Int) -> Int {
        switch month {
        case 4, 6, 9, 11: 30
        case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
        default: 31
        }
    }
}
