import FanganText

/// Damaged names: 市财攻局, 市卫建委, 市发展1改革委.
extension NameReader {
    /// Bytes of the longest name that is repaired.
    private static let longestDamaged = 75

    /// The reading that one changed or one dropped character gives, if exactly one organ comes out of all such changes.
    ///
    /// - Parameter known: fields that the undamaged part of the name tells; a changed character keeps them.
    func repaired(_ name: Name, known: [Int]) -> UnitReading? {
        guard (9...Self.longestDamaged).contains(name.bytes.count) else { return nil }
        var found: UnitReading?
        var start = 0
        while start < name.bytes.count {
            var end = start + 1
            while !name.isBoundary(end) { end += 1 }
            for other in others(name, start..<end) {
                let fields = other.isEmpty ? [] : known
                let changed = Name(bytes: Array(name.bytes[..<start]) + other + Array(name.bytes[end...]))
                guard let reading = sureReading(changed, fields) else { continue }
                if let other = found, other.key != reading.key { return nil }
                found = reading
            }
            start = end
        }
        guard var reading = found else { return nil }
        reading.diagnostics.append(Diagnostic("unit.repaired", .warning, "“\(name.string(name.all))” was read as a damaged form of “\(reading.name)”"))
        return reading
    }

    /// What may have stood in a character's place: what it is misread for, or nothing where it is no part of a name.
    private func others(_ name: Name, _ character: Range<Int>) -> [[UInt8]] {
        let isStray = character.count < 3 || name.has("一", at: character.lowerBound) || name.has("丨", at: character.lowerBound)
        return isStray ? [[]] : tables.confusables.meanings(of: name.bytes[character])
    }

    /// A reading in which every word is known.
    private func sureReading(_ name: Name, _ fields: [Int]) -> UnitReading? {
        if let reading = national(name) { return reading }
        guard let parsed = parse(name, name.all), parsed.core.rank >= .composed, !parsed.core.fields.isEmpty,
            fields.allSatisfy(parsed.core.fields.contains) else { return nil }
        return reading(parsed)
    }
}
