import FanganText

/// A file put together from pieces in two encodings: lines in UTF-8 behind lines in GB18030. Read as either one alone, half of it is lost.
///
/// A line ends with the same byte in both, and Chinese in one of them is no Chinese in the other, so that each line tells its own: of one in
/// GB18030 nearly no character is UTF-8 by chance, of one in UTF-8 nearly all are, though a byte is damaged.
enum MixedEncoding {
    /// Lines that follow one another in one encoding.
    private struct Stretch {
        var isUTF8: Bool
        var range: Range<Int>
        /// From 1.
        var line: Int
    }

    /// Fewer characters than these outside of ASCII prove no encoding: two bytes of GB18030 may by chance be UTF-8 (联通).
    private static let fewest = 12
    /// Share of frequent characters in each of the two parts.
    private static let share = 0.6

    /// Nil for a text that is in one encoding.
    static func decode(_ bytes: [UInt8]) -> DecodedText? {
        let stretches = stretches(of: bytes)
        guard stretches.contains(where: \.isUTF8), stretches.contains(where: { !$0.isUTF8 }) else { return nil }
        let plain = stretches.filter(\.isUTF8).flatMap { bytes[$0.range] }
        guard UTF8Check(plain).multibyte >= fewest, FrequentCharacters.share(in: plain) >= share else { return nil }
        var text = DecodedText(bytes: [], encoding: "UTF-8"), other: [UInt8] = [], runs: [EncodingMap.Run] = []
        for stretch in stretches {
            let start = text.bytes.count, from = stretch.range.lowerBound, own = Array(bytes[stretch.range])
            guard let part = stretch.isUTF8 ? UTF8Repair.repaired(own) : try? EncodingDetector.convert(own, "GB18030") else { return nil }
            if part.map.runs.isEmpty {
                runs.append(EncodingMap.Run(decoded: start, file: from, decodedWidth: 1, fileWidth: 1))
            } else {
                runs += part.map.runs.map { EncodingMap.Run(decoded: start + $0.decoded, file: from + $0.file, decodedWidth: $0.decodedWidth, fileWidth: $0.fileWidth) }
            }
            if text.invalid == 0, part.invalid > 0 { text.firstInvalid = from + part.firstInvalid }
            text.invalid += part.invalid
            text.bytes += part.bytes
            if !stretch.isUTF8 { other += part.bytes }
        }
        guard UTF8Check(other).multibyte >= fewest, FrequentCharacters.share(in: other) >= share else { return nil }
        if other.count > plain.count { text.encoding = "GB18030" }
        text.map = EncodingMap(runs: runs)
        text.changes = stretches.dropFirst().map(\.line)
        return text
    }

    /// Lines without any character outside of ASCII are of the stretch in front of them.
    private static func stretches(of bytes: [UInt8]) -> [Stretch] { bytes.withUnsafeBufferPointer(stretches) }

    private static func stretches(_ bytes: UnsafeBufferPointer<UInt8>) -> [Stretch] {
        var found: [Stretch] = [], start = 0, line = 1
        while start < bytes.count {
            var end = bytes[start...].firstIndex { $0 == 0x0A || $0 == 0x0D }.map { $0 + 1 } ?? bytes.count
            if bytes[end - 1] == 0x0D, end < bytes.count, bytes[end] == 0x0A { end += 1 }
            let check = UTF8Check(UnsafeBufferPointer(rebasing: bytes[start..<end]))
            let isUTF8 = check.multibyte > 4 * check.invalid
            if check.invalid > 0 || check.multibyte > 0, found.last.map({ $0.isUTF8 != isUTF8 }) ?? true {
                found.append(Stretch(isUTF8: isUTF8, range: (found.isEmpty ? 0 : start)..<end, line: line))
            } else if !found.isEmpty {
                found[found.count - 1].range = found[found.count - 1].range.lowerBound..<end
            }
            start = end
            line += 1
        }
        return found
    }
}
