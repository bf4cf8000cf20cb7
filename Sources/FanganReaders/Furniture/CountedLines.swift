import FanganText

/// Lines that come back on every page and are alike but for one number that counts up: `3/10`, `示例市人民政府公报 2023年第3期 第12版`,
/// `http://….html 3/5 2023/4/12`. They are furniture whatever their words, where they stand a page apart and go through sentences.
struct CountedLines {
    private let bytes: UnsafeBufferPointer<UInt8>
    private let lines: [TextLine]
    private let roles: [LineRole]
    /// Indices of lines that are not blank.
    private let shown: [Int]

    /// Longest such line in bytes, and the least text between two of them.
    private static let longest = 200, page = 450

    init(_ bytes: UnsafeBufferPointer<UInt8>, _ lines: [TextLine], _ roles: [LineRole], shown: [Int]) {
        self.bytes = bytes
        self.lines = lines
        self.roles = roles
        self.shown = shown
    }

    private struct Member {
        /// Place in ``shown``.
        var place: Int
        var numbers: [Int]
    }

    /// The lines, as indices.
    func found() -> [Int] {
        var groups: [[UInt8]: [Member]] = [:]
        for k in alike {
            guard let (form, numbers) = form(of: lines[shown[k]]) else { continue }
            groups[form, default: []].append(Member(place: k, numbers: numbers))
        }
        var found: [Int] = []
        for (form, members) in groups where members.count >= 2 {
            let isOfPages = counts(members) || addresses(form) && members.allSatisfy { $0.numbers == members[0].numbers }
            if isOfPages, arePages(members, hasWords: form.contains { $0 >= 0x80 }) { found += members.map { shown[$0.place] } }
        }
        return found
    }

    /// Places of lines that may be like another one: most lines are like none but for numbers. Nearly all are told by the sum of their bytes alone.
    private var alike: [Int] {
        var sums: [Keyed] = []
        for k in shown.indices where roles[shown[k]] == .text && lines[shown[k]].range.count <= Self.longest {
            if let sum = sum(of: lines[shown[k]].range) { sums.append(Keyed(key: sum, place: k)) }
        }
        // Sums that are the same have the same last bits: no others are sorted.
        var times = [UInt8](repeating: 0, count: 4096)
        func slot(_ sum: UInt64) -> Int { Int(truncatingIfNeeded: sum & 4095) }
        for sum in sums where times[slot(sum.key)] < 2 { times[slot(sum.key)] += 1 }
        return repeated(repeated(sums.filter { times[slot($0.key)] > 1 }).map { Keyed(key: checksum(of: lines[shown[$0]].range), place: $0) }).sorted()
    }

    private struct Keyed {
        var key: UInt64
        /// Place in ``shown``.
        var place: Int
    }

    /// The places whose key comes more than once.
    private func repeated(_ keyed: [Keyed]) -> [Int] {
        let keys = keyed.sorted { $0.key < $1.key }
        var places: [Int] = []
        for n in keys.indices where n > 0 && keys[n - 1].key == keys[n].key || n + 1 < keys.count && keys[n + 1].key == keys[n].key { places.append(keys[n].place) }
        return places
    }

    /// The sum of the bytes that are no blanks and no digits; nil where there is no digit.
    private func sum(of range: Range<Int>) -> UInt64? {
        let raw = UnsafeRawBufferPointer(bytes)
        var sum: UInt64 = 0, hasDigit = false, i = range.lowerBound
        while i < range.upperBound {
            // Eight bytes of Chinese hold neither blanks nor digits.
            if i &+ 8 <= range.upperBound, case let word = raw.loadUnaligned(fromByteOffset: i, as: UInt64.self), word & 0x8080_8080_8080_8080 == 0x8080_8080_8080_8080 {
                let pairs = word & 0x00FF_00FF_00FF_00FF &+ (word >> 8) & 0x00FF_00FF_00FF_00FF
                sum &+= (pairs &* 0x0001_0001_0001_0001) >> 48
                i &+= 8
                continue
            }
            let byte = bytes[i]
            if isDigit(byte) { hasDigit = true } else if byte > 0x20 { sum &+= UInt64(byte) }
            i &+= 1
        }
        return hasDigit ? sum : nil
    }

    /// Of the same bytes in their order.
    private func checksum(of range: Range<Int>) -> UInt64 {
        var key: UInt64 = 0
        for byte in bytes[range] where byte > 0x20 && !isDigit(byte) { key = (key ^ UInt64(byte)) &* 0x100000001B3 }
        return key
    }

    /// The line with 0 for each of its numbers; nil for most lines, which have none or are too long, and for those that a label begins.
    private func form(of line: TextLine) -> (form: [UInt8], numbers: [Int])? {
        let range = line.range
        guard !line.hasTab, line.innerTabs == 0, NumberLabelScanner(bytes, limit: line.end).label(at: line.textStart) == nil, !KeyLine.begins(bytes, range) else { return nil }
        var form: [UInt8] = [], numbers: [Int] = [], i = range.lowerBound
        while i < range.upperBound {
            guard isDigit(bytes[i]) else {
                if bytes[i] > 0x20 { form.append(bytes[i]) }
                i += 1
                continue
            }
            guard let number = Numerals.decimal(bytes, i, range.upperBound) else { return nil }
            form.append(0)
            numbers.append(number.value)
            i = number.end
        }
        // A number alone is told by other signs.
        guard form.count > 1, numbers.count <= 12, !isDay(form) else { return nil }
        return (form, numbers)
    }

    /// `2023年3月底前`, as the cells of a column say it one below the other.
    private func isDay(_ form: [UInt8]) -> Bool {
        form.count <= 24 && String(decoding: form, as: UTF8.self).unicodeScalars.allSatisfy { "\0年月日底前末初内至到—-~～.．/第季度".unicodeScalars.contains($0) } && form.contains { $0 >= 0x80 }
    }

    private func isDigit(_ byte: UInt8) -> Bool { byte >= 0x30 && byte <= 0x39 }

    /// One number goes up by one from each line to the next, the others stay.
    private func counts(_ members: [Member]) -> Bool {
        let first = members[0].numbers
        guard let at = first.indices.first(where: { members[1].numbers[$0] != first[$0] }) else { return false }
        return members.enumerated().allSatisfy { n, member in
            first.indices.allSatisfy { member.numbers[$0] == first[$0] + ($0 == at ? n : 0) }
        }
    }

    /// `http://…`: the address that a browser prints on each page.
    private func addresses(_ form: [UInt8]) -> Bool {
        form.indices.dropLast(2).contains { form[$0] == 0x3A && form[$0 + 1] == 0x2F && form[$0 + 2] == 0x2F }
    }

    /// A page of text lies between each two, and they go through sentences: three with words through two at least, so that no list of
    /// `第1组`, `第2组` is taken for pages.
    private func arePages(_ members: [Member], hasWords: Bool) -> Bool {
        let isApart = zip(members, members.dropFirst()).allSatisfy { lines[shown[$1.place]].textStart - lines[shown[$0.place]].end >= Self.page }
        guard isApart else { return false }
        let cuts = members.count { goesThroughSentence($0.place) }
        return hasWords ? members.count >= 3 && cuts >= 2 && cuts * 2 >= members.count : cuts >= 1 || members.count >= 3
    }

    /// The line before breaks off, and the one behind begins nothing.
    private func goesThroughSentence(_ place: Int) -> Bool {
        guard place > 0, place + 1 < shown.count else { return false }
        let before = lines[shown[place - 1]], after = lines[shown[place + 1]]
        guard before.width >= 20 else { return false }
        let last = UTF8Scan.scalar(bytes, before: before.end, floor: before.textStart).value
        if Punctuation.endsSentence(last) || Punctuation.closes(last) { return false }
        return NumberLabelScanner(bytes, limit: after.end).label(at: after.textStart) == nil
    }
}
