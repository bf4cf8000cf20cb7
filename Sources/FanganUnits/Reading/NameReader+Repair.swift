import FanganText

/// Damaged names: 市财攻局, 市卫建委, 市发展1改革委, 市卫生康委.
extension NameReader {
    /// Bytes of the longest name that is repaired.
    private static let longestDamaged = 75

    /// The reading that one changed, one dropped or one lost character gives, if exactly one organ comes out of all such changes.
    ///
    /// - Parameter known: fields that the undamaged part of the name tells; a changed or lost character keeps them.
    func repaired(_ name: Name, known: [Int]) -> UnitReading? {
        guard (9...Self.longestDamaged).contains(name.bytes.count) else { return nil }
        var found: UnitReading?, isOpen = false
        func offer(_ changed: Name, _ fields: [Int]) {
            guard !isOpen, let reading = sureReading(changed, fields) else { return }
            if let other = found, other.key != reading.key { isOpen = true }
            found = reading
        }
        forEachChange(name, known, offer)
        forEachLoss(name) { offer($0, known) }
        guard !isOpen, var reading = found else { return nil }
        reading.diagnostics.append(Diagnostic("unit.repaired", .warning, "“\(name.string(name.all))” was read as a damaged form of “\(reading.name)”"))
        return reading
    }

    // MARK: Changed and stray characters

    private func forEachChange(_ name: Name, _ known: [Int], _ body: (_ changed: Name, _ fields: [Int]) -> Void) {
        var start = 0
        while start < name.bytes.count {
            var end = start + 1
            while !name.isBoundary(end) { end += 1 }
            for other in others(name, start..<end) {
                body(Name(bytes: Array(name.bytes[..<start]) + other + Array(name.bytes[end...])), other.isEmpty ? [] : known)
            }
            start = end
        }
    }

    /// What may have stood in a character's place: what it is misread for, or nothing where it is no part of a name.
    private func others(_ name: Name, _ character: Range<Int>) -> [[UInt8]] {
        let isStray = character.count < 3 || name.has("一", at: character.lowerBound) || name.has("丨", at: character.lowerBound)
        return isStray ? [[]] : tables.confusables.meanings(of: name.bytes[character])
    }

    // MARK: Lost characters

    /// Three characters of the core must be left: 市公局 may be too many things to ask.
    private static let leastLeft = 9

    /// The names that a lost character may have left this of: 卫生康|委 of 卫生健康, 市监管|局 behind 市|.
    private func forEachLoss(_ name: Name, _ body: (_ changed: Name) -> Void) {
        for start in coreStarts(name) {
            let core = start..<name.bytes.count
            guard core.count >= Self.leastLeft else { continue }
            let place = Array(name.bytes[..<start])
            tables.words.organWords.forEachWithLost(name.bytes, core) { body(Name(bytes: place + $0)) }
            tables.words.formWords.forEachSuffix(name.bytes, core) { form, _ in
                guard form - start >= Self.leastLeft else { return true }
                let ending = Array(name.bytes[form...])
                tables.words.stemWords.forEachWithLost(name.bytes, start..<form) { body(Name(bytes: place + $0 + ending)) }
                return true
            }
        }
    }

    /// Where the core may begin: at once, behind a level word, behind a region's name.
    private func coreStarts(_ name: Name) -> [Int] {
        var starts = [0]
        tables.words.levelWords.forEachPrefix(name.bytes, name.all) { end, _ in if !starts.contains(end) { starts.append(end) } }
        if let prefix = scopes.regionPrefix(name, name.all), !prefix.isStem, !starts.contains(prefix.end) { starts.append(prefix.end) }
        return starts
    }

    /// A reading in which every word is known.
    private func sureReading(_ name: Name, _ fields: [Int]) -> UnitReading? {
        if let reading = national(name) { return reading }
        guard let parsed = parse(name, name.all), parsed.core.rank >= .composed, !parsed.core.fields.isEmpty,
            fields.allSatisfy(parsed.core.fields.contains) else { return nil }
        return reading(parsed)
    }
}
