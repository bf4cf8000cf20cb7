/// What the cleaner does with a character.
enum CharacterClass {
    /// Copied as it is.
    case plain
    /// Becomes a space, or stays a tab; left out at line ends.
    case blank
    /// Left out.
    case nothing
    /// Becomes LF.
    case lineEnd
    /// A radical or a compatibility character, three bytes, in place of an ideograph: ⼈ for 人.
    case variant

    /// Class of the character at an offset, and its width in bytes unless it is plain.
    @inline(__always)
    static func at(_ b: UnsafeBufferPointer<UInt8>, _ i: Int) -> (CharacterClass, Int) {
        let a = b[i]
        switch a {
        case 0x09, 0x20: return (.blank, 1)
        case 0x0D: return (.lineEnd, i + 1 < b.count && b[i + 1] == 0x0A ? 2 : 1)
        case 0x0A...0x0C: return (.lineEnd, 1)
        case 0x00..<0x20, 0x7F: return (.nothing, 1)
        case 0xC2: return twoBytes(b, i)
        case 0xE2, 0xE3, 0xEF: return threeBytes(b, i)
        default: return (.plain, 1)
        }
    }

    /// Where the characters end that are copied as they are, the one at `start` among them; counts them.
    @inline(__always)
    static func endOfPlain(_ b: UnsafeBufferPointer<UInt8>, from start: Int, _ tally: inout ScalarTally) -> Int {
        var i = start, scalars = 0, narrow = 0
        defer { tally.add(scalars, wide: scalars &- narrow) }
        while i < b.count {
            let a = b[i]
            // Two ideographs at once: leading bytes from E4 to E9.
            if i &+ 4 <= b.count, a &- 0xE4 <= 5, b[i &+ 3] &- 0xE4 <= 5 {
                i &+= 6
                scalars &+= 2
                continue
            } else if a >= 0xE4, a != 0xEF {
                // Chinese characters; the text is valid, so the whole of each is there.
                i += a < 0xF0 ? 3 : 4
            } else if a > 0x20, a < 0x7F {
                i += 1
                narrow &+= 1
            } else if i &+ 2 < b.count, a == 0xE3 && (b[i &+ 1] != 0x80 || b[i &+ 2] != 0x80) || a == 0xEF && b[i &+ 1] != 0xBB && b[i &+ 1] &- 0xA4 > 7 {
                // 、 。 《 and ， （ ：, but no U+3000, no U+FEFF and nothing that stands for an ideograph.
                i &+= 3
            } else {
                guard case .plain = at(b, i).0 else { break }
                i += a < 0x80 ? 1 : a < 0xE0 ? 2 : 3
                narrow &+= a < 0xE0 ? 1 : 0
            }
            scalars &+= 1
        }
        return min(i, b.count)
    }

    private static func twoBytes(_ b: UnsafeBufferPointer<UInt8>, _ i: Int) -> (CharacterClass, Int) {
        guard i + 1 < b.count else { return (.plain, 1) }
        switch b[i + 1] {
        case 0xA0: return (.blank, 2)
        case 0xAD: return (.nothing, 2)
        case 0x85: return (.lineEnd, 2)
        default: return (.plain, 1)
        }
    }

    private static func threeBytes(_ b: UnsafeBufferPointer<UInt8>, _ i: Int) -> (CharacterClass, Int) {
        guard i + 2 < b.count else { return (.plain, 1) }
        switch (b[i], b[i + 1], b[i + 2]) {
        case (0xE3, 0x80, 0x80), (0xE2, 0x80, 0x80...0x8A), (0xE2, 0x80, 0xAF): return (.blank, 3)
        case (0xE2, 0x80, 0x8B...0x8D), (0xEF, 0xBB, 0xBF): return (.nothing, 3)
        case (0xE2, 0x80, 0xA8...0xA9): return (.lineEnd, 3)
        case (0xE2, 0xBA...0xBF, _), (0xEF, 0xA4...0xAB, _): return (.variant, 3)
        default: return (.plain, 1)
        }
    }
}
