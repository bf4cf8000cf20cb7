import FanganText

/// Strict validation of UTF-8 (Unicode 15, table 3-7): no overlong forms, no surrogates, nothing past U+10FFFF.
struct UTF8Check: Sendable {
    /// Sequences that are no UTF-8.
    private(set) var invalid = 0
    /// Valid sequences of two and more bytes.
    private(set) var multibyte = 0

    init(_ bytes: [UInt8]) { self = bytes.withUnsafeBufferPointer { UTF8Check($0) } }

    init(_ source: UnsafeBufferPointer<UInt8>) {
        let raw = UnsafeRawBufferPointer(source)
        var i = 0
        while i < source.count {
            if source[i] < 0x80 { i += 1; continue }
            // Chinese, two characters at once, but for the leading bytes that rule out some of what follows.
            while i &+ 8 <= source.count, source[i] != 0xE0, source[i] != 0xED, source[i &+ 3] != 0xE0, source[i &+ 3] != 0xED,
                  UInt64(littleEndian: raw.loadUnaligned(fromByteOffset: i, as: UInt64.self)) & 0xC0C0_F0C0_C0F0 == 0x8080_E080_80E0 {
                multibyte &+= 2
                i &+= 6
            }
            if source[i] < 0x80 { i += 1; continue }
            let length = Self.length(source, at: i)
            if length > 0 { multibyte += 1 } else { invalid += 1 }
            i += max(length, 1)
        }
    }

    /// Chinese in another encoding breaks the rules of UTF-8 at nearly every character, damaged UTF-8 seldom.
    var isDamagedUTF8: Bool { invalid <= 2 + multibyte / 20 && multibyte > invalid }

    /// Bytes of the character that begins here, 0 if none does.
    @inline(__always)
    static func length(_ b: UnsafeBufferPointer<UInt8>, at i: Int) -> Int {
        let a = b[i]
        if a < 0x80 { return 1 }
        func tail(_ k: Int) -> Bool { i + k < b.count && b[i + k] & 0xC0 == 0x80 }
        switch a {
        case 0xC2...0xDF:
            return tail(1) ? 2 : 0
        case 0xE0...0xEF:
            guard tail(1), tail(2) else { return 0 }
            if a == 0xE0 && b[i + 1] < 0xA0 || a == 0xED && b[i + 1] > 0x9F { return 0 }
            return 3
        case 0xF0...0xF4:
            guard tail(1), tail(2), tail(3) else { return 0 }
            if a == 0xF0 && b[i + 1] < 0x90 || a == 0xF4 && b[i + 1] > 0x8F { return 0 }
            return 4
        default:
            return 0
        }
    }
}

/// Replaces what is no UTF-8 by U+FFFD.
enum UTF8Repair {
    static func repaired(_ bytes: [UInt8]) -> DecodedText {
        var text = DecodedText(bytes: [], encoding: "UTF-8")
        var runs = RepairRuns()
        text.bytes.reserveCapacity(bytes.count)
        bytes.withUnsafeBufferPointer { source in
            var i = 0
            while i < source.count {
                let length = UTF8Check.length(source, at: i)
                if length > 0 {
                    if text.invalid > 0 { runs.add(decoded: text.bytes.count, file: i, isDamage: false) }
                    for k in i..<(i + length) { text.bytes.append(source[k]) }
                    i += length
                    continue
                }
                if text.invalid == 0, i > 0 { runs.add(decoded: 0, file: 0, isDamage: false) }
                let start = i
                if text.invalid == 0 { text.firstInvalid = i }
                text.invalid += 1
                text.bytes += [0xEF, 0xBF, 0xBD]
                i += 1
                // The rest of a cut sequence is the same damage.
                while i < source.count, source[i] & 0xC0 == 0x80 { i += 1 }
                runs.add(decoded: text.bytes.count - 3, file: start, isDamage: true, width: i - start)
            }
        }
        text.map = EncodingMap(runs: runs.runs)
        return text
    }
}

/// Runs of bytes that are what they were, and of U+FFFD where damage was.
private struct RepairRuns {
    private(set) var runs: [EncodingMap.Run] = []
    private var isDamage = true

    mutating func add(decoded: Int, file: Int, isDamage: Bool, width: Int = 1) {
        if !runs.isEmpty, !isDamage, !self.isDamage { return }
        self.isDamage = isDamage
        runs.append(EncodingMap.Run(decoded: decoded, file: file, decodedWidth: isDamage ? 3 : 1, fileWidth: width))
    }
}
