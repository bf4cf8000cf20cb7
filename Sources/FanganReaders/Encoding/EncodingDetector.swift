import CICU
import FanganText

/// Finds the character encoding of a text and converts it to UTF-8.
///
/// In order: byte order mark, strict UTF-8, UTF-16 by the shape of its units, lines in UTF-8 among lines in GB18030, UTF-8 with few
/// damaged bytes, then whichever of GB18030 and Big5 reads as Chinese.
enum EncodingDetector {
    /// A text is damaged, but still read, up to this share of invalid sequences among its characters.
    private static let tolerated = 0.05

    /// Share of frequent characters from which a text counts as Chinese; Korean and Western texts in their own
    /// encodings stay below 0.3, lists of rare names above 0.5.
    private static let chineseShare = 0.4

    static func decode(_ bytes: [UInt8]) throws(ReadFailure) -> DecodedText {
        if let kind = MagicNumber.kind(of: bytes) { throw .binary(kind: kind) }
        if let name = markedEncoding(bytes) {
            let text = name == "UTF-8" ? UTF8Repair.repaired(bytes) : try convert(bytes, name)
            return try accept(text, isMarked: true)
        }
        let check = UTF8Check(bytes)
        if check.invalid == 0, !looksBinary(bytes) { return DecodedText(bytes: bytes, encoding: "UTF-8") }
        if let name = UTF16Shape.encoding(of: bytes) { return try accept(convert(bytes, name)) }
        if looksBinary(bytes) { throw .binary(kind: "unknown") }
        if check.multibyte > 0, let mixed = MixedEncoding.decode(bytes), let text = try? accept(mixed) { return text }
        if check.isDamagedUTF8 { return try accept(UTF8Repair.repaired(bytes)) }
        return try chinese(bytes)
    }

    private static func markedEncoding(_ bytes: [UInt8]) -> String? {
        if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { return "UTF-8" }
        if bytes.starts(with: [0xFF, 0xFE]) { return "UTF-16LE" }
        if bytes.starts(with: [0xFE, 0xFF]) { return "UTF-16BE" }
        return nil
    }

    /// More than one byte in 200 is NUL, or one in 20 another control character.
    private static func looksBinary(_ bytes: [UInt8]) -> Bool {
        var zeros = 0, controls = 0
        bytes.withUnsafeBytes { raw in
            /// Has a bit set if one of the eight bytes is below 0x20.
            func below(_ at: Int) -> UInt64 {
                let word = raw.loadUnaligned(fromByteOffset: at, as: UInt64.self)
                return (word &- 0x2020_2020_2020_2020) & ~word & 0x8080_8080_8080_8080
            }
            var at = 0
            while at < raw.count {
                // 32 bytes at a time, else eight, as long as none is below 0x20.
                while at &+ 32 <= raw.count, (below(at) | below(at &+ 8)) | (below(at &+ 16) | below(at &+ 24)) == 0 { at &+= 32 }
                if at >= raw.count { break }
                // Of eight bytes those that may be, of the last ones each.
                var flags = at + 8 <= raw.count ? UInt64(littleEndian: below(at)) : 0x8080_8080_8080_8080 >> UInt64(8 * (at + 8 - raw.count))
                while flags != 0 {
                    let byte = raw[at + flags.trailingZeroBitCount / 8]
                    if byte == 0 { zeros += 1 }
                    else if byte < 0x20, byte < 0x09 || byte > 0x0D { controls += 1 }
                    flags &= flags - 1
                }
                at += 8
            }
        }
        return zeros * 200 > bytes.count || (zeros + controls) * 20 > bytes.count
    }

    private static func accept(_ text: DecodedText, isMarked: Bool = false) throws(ReadFailure) -> DecodedText {
        if looksBinary(text.bytes) { throw .binary(kind: "unknown") }
        guard text.invalid > 2 else { return text }
        let characters = text.bytes.lazy.filter { $0 & 0xC0 != 0x80 }.count
        if Double(text.invalid) > 2 + Double(characters) * tolerated { throw .unknownEncoding }
        return text
    }

    /// GB18030 (and with it GBK and GB2312) or Big5: both read nearly any bytes, but only the right one
    /// gives the characters that Chinese texts are made of.
    private static func chinese(_ bytes: [UInt8]) throws(ReadFailure) -> DecodedText {
        let sample = Array(bytes.prefix(1 << 18))
        var best: (name: String, score: Double)?
        for name in ["GB18030", "Big5"] {
            let text = try convert(sample, name)
            let score = FrequentCharacters.share(in: text.bytes) - 4 * Double(text.invalid) / Double(sample.count)
            if score > best?.score ?? chineseShare { best = (name, score) }
        }
        guard let best else { throw .unknownEncoding }
        return try accept(convert(bytes, best.name))
    }

    static func convert(_ bytes: [UInt8], _ name: String) throws(ReadFailure) -> DecodedText {
        var result = cicu_result()
        var problem: Int32 = 0
        defer { cicu_free(&result) }
        let room = cicu_room(Int64(bytes.count))
        let text = [UInt8](unsafeUninitializedCapacity: Int(room)) { buffer, count in
            bytes.withUnsafeBufferPointer { source in
                problem = cicu_to_utf8(name, source.baseAddress, Int64(source.count), buffer.baseAddress, room, &result)
            }
            count = problem == 0 ? Int(result.written) : 0
        }
        guard problem == 0 else { throw .conversion("the converter for \(name) failed with code \(problem)") }
        let runs = UnsafeBufferPointer(start: result.runs, count: Int(result.run_count))
        let map = EncodingMap(runs: runs.map {
            EncodingMap.Run(decoded: Int($0.decoded), file: Int($0.source), decodedWidth: Int($0.decoded_width), fileWidth: Int($0.source_width))
        })
        return DecodedText(bytes: text, encoding: name, invalid: Int(result.invalid), firstInvalid: Int(result.first_invalid), map: map)
    }
}
