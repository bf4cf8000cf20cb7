/// How a cell shows its number: one section of a number format (ISO/IEC 29500-1, 18.8.31), taken apart.
struct CellFormat: Sendable, Hashable {
    enum Part: Sendable, Hashable {
        case literal(String)
        /// `y`, `m`, `d`, `h`, `s`, `a` (day of the week in Chinese) with their number.
        case time(Character, Int)
        /// `m` behind hours or in front of seconds.
        case minutes(Int)
        /// `AM/PM`, `上午/下午`: the words for both halves of the day.
        case halfDay(String, String)
        /// All digits of the number, the point among them.
        case number
        /// The text of a cell.
        case text
        /// The number as it is without a format.
        case general
    }

    private(set) var parts: [Part] = []
    private(set) var isDate = false
    /// `0.00%`: how often a hundred is multiplied in.
    private(set) var percents = 0
    /// Digits in front of the point that are shown at least, and behind it at least and at most.
    private(set) var whole = 0, decimals = 0, decimalsAtMost = 0
    private(set) var hasThousands = false
    /// A comma behind the last digit: shown in thousands.
    private(set) var thousandsCut = 0
    /// `0.00E+00`, `# ?/?`: shown as without a format.
    private var isOther = false
    /// `[DBNum1]`: digits in Chinese.
    private(set) var isChinese = false
    /// The section is for negative numbers, or for others alone: it says itself what sign there is.
    private(set) var hasOwnSign = false

    /// The section of a format for a number.
    /// - Parameter sign: below, at or above zero.
    static func section(_ code: String, sign: Int) -> CellFormat {
        let sections = split(code)
        let place = sign < 0 && sections.count > 1 ? 1 : sign == 0 && sections.count > 2 ? 2 : 0
        var format = CellFormat(sections[place])
        format.hasOwnSign = place == 1
        return format
    }

    /// At semicolons that are not quoted.
    private static func split(_ code: String) -> [[Character]] {
        var sections: [[Character]] = [[]], isQuoted = false, isEscaped = false
        for c in code.prefix(512) {
            if isEscaped { isEscaped = false } else if c == "\\" && !isQuoted { isEscaped = true } else if c == "\"" { isQuoted.toggle() } else if c == ";" && !isQuoted {
                sections.append([])
                continue
            }
            sections[sections.count - 1].append(c)
        }
        return sections
    }

    private init(_ code: [Character]) {
        var i = 0, isBehindPoint = false, lastTime: Character?
        while i < code.count {
            let c = code[i]
            switch c {
            case "\"":
                var word = ""
                i += 1
                while i < code.count, code[i] != "\"" { word.append(code[i]); i += 1 }
                add(word)
            case "\\": i += 1; if i < code.count { add(String(code[i])) }
            case "_": i += 1; add(" ")
            case "*": i += 1
            case "[": i = bracket(code, i)
            case "0", "#", "?":
                digit(c, isBehindPoint)
            case ".":
                if parts.contains(.number) || code[(i + 1)...].first.map({ "0#?".contains($0) }) ?? false {
                    isBehindPoint = true
                    if !parts.contains(.number) { parts.append(.number) }
                } else { add(".") }
            case "," where parts.contains(.number):
                if code[(i + 1)...].contains(where: { "0#?".contains($0) }) { hasThousands = true } else { thousandsCut += 1 }
            case "%": percents += 1; add("%")
            case "@": parts.append(.text)
            case "E" where i + 1 < code.count && "+-".contains(code[i + 1]): isOther = true
            case "/" where parts.contains(.number): isOther = true
            case "G" where String(code[i...].prefix(7)).lowercased() == "general": parts.append(.general); i += 6
            case "y", "Y", "e", "m", "M", "d", "D", "h", "H", "s", "S", "a", "A":
                if let words = halfDay(code, &i) { parts.append(words) } else {
                    let letter: Character = c == "e" ? "y" : Character(c.lowercased())
                    var count = 1
                    while i + 1 < code.count, code[i + 1] == c { count += 1; i += 1 }
                    addTime(letter, c == "e" ? 4 : count, &lastTime)
                }
            case "上" where String(code[i...].prefix(5)) == "上午/下午":
                parts.append(.halfDay("上午", "下午"))
                isDate = true
                i += 4
            default: add(String(c))
            }
            i += 1
        }
    }

    private mutating func add(_ literal: String) { parts.append(.literal(literal)) }

    private mutating func digit(_ c: Character, _ isBehindPoint: Bool) {
        if !parts.contains(.number) { parts.append(.number) }
        if isBehindPoint { decimalsAtMost += 1; if c == "0" { decimals = decimalsAtMost } } else if c == "0" { whole += 1 }
    }

    private mutating func addTime(_ letter: Character, _ count: Int, _ last: inout Character?) {
        isDate = true
        if letter == "m", last == "h" { parts.append(.minutes(count)) } else {
            if letter == "s", let k = parts.lastIndex(where: { if case .time = $0 { true } else { false } }), case .time("m", let size) = parts[k] { parts[k] = .minutes(size) }
            parts.append(.time(letter, count))
        }
        last = letter
    }

    private func halfDay(_ code: [Character], _ i: inout Int) -> Part? {
        for (word, part) in [("am/pm", Part.halfDay("AM", "PM")), ("a/p", .halfDay("A", "P"))] where String(code[i...].prefix(word.count)).lowercased() == word {
            i += word.count - 1
            return part
        }
        return nil
    }

    /// `[$-804]`, `[$￥-804]`, `[Red]`, `[DBNum1]`, `[>100]`, `[h]`; the place of its end.
    private mutating func bracket(_ code: [Character], _ start: Int) -> Int {
        let end = code[start...].firstIndex(of: "]") ?? code.count - 1
        let inner = String(code[(start + 1)..<max(end, start + 1)])
        if inner.hasPrefix("$") { add(String(inner.dropFirst().prefix { $0 != "-" })) }
        if inner.lowercased() == "dbnum1" { isChinese = true }
        if ["h", "hh", "m", "mm", "s", "ss"].contains(inner.lowercased()) { isOther = true }
        return end
    }

    /// A number as it is shown; nil where the format is for texts or says nothing of numbers.
    func shown(_ number: DecimalNumber, is1904: Bool) -> String {
        if isOther { return number.general }
        if isDate {
            guard let date = CellDate(number.double, is1904: is1904) else { return number.general }
            return date.shown(parts, isChinese: isChinese)
        }
        var text = "", isSigned = false
        for part in parts {
            switch part {
            case let .literal(word): text += word
            case .number: text += digits(number); isSigned = true
            case .general, .text: text += (number.isNegative && hasOwnSign ? String(number.general.dropFirst()) : number.general)
            default: break
            }
        }
        if isSigned, number.isNegative, !hasOwnSign { text = "-" + text }
        return text.trimmedOfBlanks
    }

    private func digits(_ given: DecimalNumber) -> String {
        var number = given
        number.scale(tens: 2 * percents - 3 * thousandsCut)
        number.round(decimals: decimalsAtMost)
        var front = number.whole
        if whole == 0, front == "0", decimalsAtMost > 0 { front = "" }
        front = String(repeating: "0", count: max(0, min(whole, 64) - front.count)) + front
        if hasThousands {
            front = String(front.enumerated().flatMap { k, c in k > 0 && (front.count - k) % 3 == 0 ? [",", c] : [c] })
        }
        let count = max(decimals, min(number.decimals, decimalsAtMost))
        return count > 0 ? front + "." + number.fraction(count) : front
    }
}

extension CellDate {
    fileprivate func shown(_ parts: [CellFormat.Part], isChinese: Bool) -> String {
        var text = ""
        let hasHalves = parts.contains { if case .halfDay = $0 { true } else { false } }
        func number(_ n: Int, _ count: Int) -> String {
            if isChinese { return NumberFormat.chineseCounting.text(n) }
            return n < 10 && count > 1 ? "0\(n)" : "\(n)"
        }
        for part in parts {
            switch part {
            case let .literal(word): text += word
            case let .time("y", count):
                let digits = count <= 2 ? String(String(year).suffix(2)) : String(year)
                text += isChinese ? String(digits.map { Array("〇一二三四五六七八九")[$0.wholeNumberValue ?? 0] }) : digits
            case let .time("m", count): text += count >= 3 ? Self.months[month - 1] : number(month, count)
            case let .time("d", count): text += count >= 3 ? Self.days[weekday] : number(day, count)
            case let .time("a", count): text += (count >= 4 ? "星期" : "") + String(Array("日一二三四五六")[weekday])
            case let .time("h", count): text += number(hasHalves ? (hour + 11) % 12 + 1 : hour, count)
            case let .time("s", count): text += number(second, count)
            case let .minutes(count): text += number(minute, count)
            case let .halfDay(morning, afternoon): text += hour < 12 ? morning : afternoon
            default: break
            }
        }
        return text.trimmedOfBlanks
    }

    private static let months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
    private static let days = ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"]
}

extension String {
    fileprivate var trimmedOfBlanks: String {
        String(drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
    }
}
