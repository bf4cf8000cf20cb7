import FanganText

extension Passage {
    var last: UInt32? { scalars.last { $0 != 0x20 && $0 != 0x0A } }

    /// Without blanks at both ends.
    func trimmed() -> Passage {
        var a = 0, b = count
        while a < b, Self.isBlank(scalars[a]) { a += 1 }
        while b > a, Self.isBlank(scalars[b - 1]) { b -= 1 }
        return a == 0 && b == count ? self : part(a..<b)
    }

    /// `（皖政办秘〔2021〕82号）` without its outer brackets.
    func unbracketed() -> Passage { isBracketed && count > 2 ? part(1..<(count - 1)).trimmed() : self }

    var isBracketed: Bool {
        guard let first = scalars.first, let last = scalars.last else { return false }
        return (first == 0xFF08 || first == 0x28) && (last == 0xFF09 || last == 0x29)
    }

    func droppingTail(_ word: Word) -> Passage { has(word, before: count) ? part(0..<(count - word.count)) : self }

    /// `…实施方案（征求意见稿）` → `…实施方案`
    func droppingTrailingBracket() -> Passage {
        guard let close = scalars.last, close == 0xFF09 || close == 0x29 || close == 0x3015,
              let open = scalars.lastIndex(where: { close == 0x3015 ? $0 == 0x3014 : $0 == 0xFF08 || $0 == 0x28 }), open > 0 else { return self }
        return part(0..<open).trimmed()
    }

    /// `…工作方案（2015—2017年）（试行）` → `…工作方案`
    func droppingTrailingBrackets() -> Passage {
        var core = self
        while true {
            let next = core.droppingTrailingBracket()
            if next.count == core.count { return core }
            core = next
        }
    }

    @inline(__always)
    static func isBlank(_ scalar: UInt32) -> Bool { scalar == 0x20 || scalar == 0x09 || scalar == 0x0A || scalar == 0x3000 }

    /// The text without blanks but those between two Latin words, as titles are shown: `智慧城市（Smart City）方案`.
    func tidied() -> String {
        var kept: [UInt32] = []
        for (i, c) in scalars.enumerated() {
            if !Self.isBlank(c) { kept.append(c); continue }
            guard let before = kept.last, before > 0x20, before < 0x80, let after = scalars[i...].first(where: { !Self.isBlank($0) }), after < 0x80 else { continue }
            kept.append(0x20)
        }
        return Self.string(kept)
    }

    /// The text without some characters; without a way back where it holds one.
    func without(_ isLeftOut: (UInt32) -> Bool) -> Passage {
        scalars.contains(where: isLeftOut) ? Passage(Self.string(scalars.filter { !isLeftOut($0) })) : self
    }

    /// The text without any blanks, as names are shown.
    func squashed() -> String {
        scalars.contains(where: Self.isBlank) ? Self.string(scalars.filter { !Self.isBlank($0) }) : string(indices)
    }
}
