import FanganText

/// Takes names apart that were run together without a separator.
struct NameSplitter: Sendable {
    let reader: NameReader

    /// Scalar ranges of the names in a printed mention, without the layout around them.
    func split(_ printed: String) -> [Range<Int>] {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(printed.utf8.count)
        var last = 0, first: Int?
        for (index, scalar) in printed.unicodeScalars.enumerated() where !Name.isLayout(scalar.value) {
            Passage.append(TraditionalCharacters.simplified(scalar.value), to: &bytes)
            first = first ?? index
            last = index + 1
        }
        guard let first else { return [] }
        let name = Name(bytes: bytes)
        let cuts = self.cuts(name)
        guard !cuts.isEmpty else { return [first..<last] }
        let starts = Self.starts(printed)
        var ranges: [Range<Int>] = []
        var start = first
        for cut in cuts {
            // The scalar before the cut ends the name; layout between the names belongs to none.
            var before = cut - 1
            while before > 0, starts[before] == nil { before -= 1 }
            ranges.append(start..<(starts[before] ?? start) + 1)
            start = starts[cut] ?? last
        }
        ranges.append(start..<last)
        return ranges
    }

    /// Whether a name that was read in this way is one: what ``isOne(_:)`` asks was found true on the way.
    static func isOne(_ way: ReadingWay) -> Bool {
        switch way {
        case .group, .listed, .composed, .branch, .zone, .office: true
        default: false
        }
    }

    /// Whether a name holds all characters of the printed one but layout.
    static func isWhole(_ name: Name, _ printed: String) -> Bool {
        var count = 0
        for scalar in printed.unicodeScalars where !Name.isLayout(scalar.value) { count += UTF8.width(scalar) }
        return count == name.bytes.count
    }

    /// For each byte at which a character of the name without layout begins, the scalar's place in the printed one.
    private static func starts(_ printed: String) -> [Int: Int] {
        var starts: [Int: Int] = [:], bytes = 0
        for (index, scalar) in printed.unicodeScalars.enumerated() where !Name.isLayout(scalar.value) {
            starts[bytes] = index
            bytes += UTF8.width(scalar)
        }
        return starts
    }

    /// Byte offsets at which a name begins behind another; none where the whole is one name.
    private func cuts(_ name: Name) -> [Int] {
        guard (18...240).contains(name.bytes.count), reader.mayBeginPlace(name, 0) || beginsService(name, 0) else { return [] }
        // 平凉市不动产登记中心国家税务总局平凉市税务局 reads as a part of the first one, until its second name is looked for.
        return isOne(name) && !holdsService(name) ? [] : found(name)
    }

    // MARK: - Services of the state

    /// A full name such as 国家税务总局; 财政部 and other short ones are in many words.
    private func beginsService(_ name: Name, _ i: Int) -> Bool {
        reader.tables.words.nationalWords.longestPrefix(name.bytes, i..<name.bytes.count).map { $0.end - i >= Self.fullName } ?? false
    }

    private func holdsService(_ name: Name) -> Bool { (0..<name.bytes.count).contains { name.isBoundary($0) && beginsService(name, $0) } }

    /// 国家金融监督管理总局, 国家税务总局平凉市税务局
    private func isService(_ name: Name, _ range: Range<Int>) -> Bool {
        guard beginsService(name, range.lowerBound) else { return false }
        return reader.tables.words.nationalWords.value(name.bytes, range) != nil || reader.branch(Name(bytes: Array(name.bytes[range]))) != nil
    }

    private static let fullName = 15

    // MARK: - Names

    /// The fewest names that cover the whole.
    private func found(_ name: Name) -> [Int] {
        let n = name.bytes.count
        var pieces = [Int](repeating: Int.max, count: n + 1), previous = [Int](repeating: -1, count: n + 1)
        pieces[0] = 0
        for i in 0..<n where pieces[i] < Int.max && name.isBoundary(i) && (reader.mayBeginPlace(name, i) || beginsService(name, i)) {
            for j in stride(from: i + 6, through: min(n, i + 60), by: 1) where name.isBoundary(j) && pieces[i] + 1 < pieces[j] {
                guard reader.isComplete(name, i..<j) || isService(name, i..<j) else { continue }
                pieces[j] = pieces[i] + 1
                previous[j] = i
            }
        }
        guard pieces[n] < Int.max, pieces[n] > 1 else { return [] }
        var cuts: [Int] = []
        var at = previous[n]
        while at > 0 {
            cuts.append(at)
            at = previous[at]
        }
        return cuts.reversed()
    }

    /// Whether the whole reads as one name, so that it must not be cut.
    private func isOne(_ name: Name) -> Bool {
        if reader.group(name) != nil || reader.tables.words.adhocWords.longestSuffix(name.bytes, name.all) != nil { return true }
        if let parsed = reader.parse(name, name.all), parsed.core.rank >= .composed { return true }
        if reader.branch(name) != nil || reader.zoneBody(name) != nil { return true }
        if let prefix = reader.scopes.regionPrefix(name, name.all), prefix.end == name.bytes.count { return true }
        return !reader.scopes.townships(name, name.all).isEmpty || isPlacedTownship(name)
    }

    /// 绩溪县|华阳镇人民政府: a township behind its county.
    private func isPlacedTownship(_ name: Name) -> Bool {
        guard let prefix = reader.scopes.regionPrefix(name, name.all), !prefix.isStem else { return false }
        let body = reader.government(name).body
        return prefix.end < body.upperBound && !reader.scopes.townships(name, prefix.end..<body.upperBound).isEmpty
    }
}
