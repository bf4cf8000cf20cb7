import Crypto
import FanganText

/// Identifiers of a document: of its bytes, and of the plan across its versions.
public enum DocumentIdentity {
    /// The first 16 hexadecimal digits of the SHA-256 of the canonical text.
    static func id(_ text: CanonicalText) -> String { digest(text.bytes) }

    /// Issuer and title without what tells versions apart (征求意见稿, 修订, 试行 …); for a document without a
    /// title its bytes.
    static func work(issuers: [String], title: String?, text: CanonicalText) -> String {
        guard let title else { return "work:" + id(text) }
        return "work:" + digest(Array((issuers.sorted().joined(separator: "|") + "|" + plain(title)).utf8))
    }

    /// A title without brackets, spaces and marks of versions.
    public static func plain(_ title: String) -> String {
        guard holdsMark(title) else { return title }
        var bytes = Array(title.utf8)
        for mark in versionMarks {
            var from = 0
            while bytes.count > mark.count, let at = first(mark, in: bytes, from: from) {
                bytes.removeSubrange(at..<(at + mark.count))
                // What is left may join to the mark again.
                from = max(0, at - mark.count)
            }
        }
        for bracket in brackets where bytes.contains(bracket[0]) {
            while let at = first(bracket, in: bytes, from: 0) { bytes.removeSubrange(at..<(at + bracket.count)) }
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    /// What is the same in all ways to write one 发文字号: letters, year and serial (国发〔2022〕15号, 国发[2022]第15号 and the
    /// damaged 国发〔202215 are `国发|2022|15`); what has no year is only freed of spaces and brackets.
    public static func number(_ printed: String) -> String {
        var letters: [UInt8] = [], digits: [UInt8] = []
        letters.reserveCapacity(printed.utf8.count + 2)
        for scalar in printed.unicodeScalars {
            if let digit = digit(scalar.value, isInNumber: !digits.isEmpty) { digits.append(digit); continue }
            if !isSign(scalar) && (digits.isEmpty || !saysNothing(scalar)) { Passage.append(scalar.value, to: &letters) }
        }
        guard digits.count > 4 else { return String(decoding: letters + digits, as: UTF8.self) }
        let bar = UInt8(ascii: "|")
        return String(decoding: letters + [bar] + digits[..<4] + [bar] + digits[4...].drop { $0 == 0x30 }, as: UTF8.self)
    }

    /// The ASCII digit that a character is or is misread for; X and × stand for themselves.
    private static func digit(_ scalar: UInt32, isInNumber: Bool) -> UInt8? {
        switch scalar {
        case 0x30...0x39: return UInt8(scalar)
        case 0xFF10...0xFF19: return UInt8(scalar - 0xFF10 + 0x30)
        default: break
        }
        guard isInNumber else { return nil }
        switch scalar {
        case 0x4F, 0x6F, 0x3007, 0x25CB: return 0x30
        case 0x6C, 0x49, 0x7C: return 0x31
        case 0x58, 0x78, 0xD7, 0x2A: return 0x58
        default: return nil
        }
    }

    /// Brackets of all kinds and spaces.
    private static func isSign(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case "（", "）", "(", ")", "[", "]", "［", "］", "【", "】", "〔", "〕", "﹝", "﹞", "〈", "〉", "<", ">", "{", "}", "｛", "｝", "「", "」", "『", "』", "〖", "〗", " ", "\u{3000}", "\u{A0}": true
        default: false
        }
    }

    /// 号, 第 and 年 behind the year.
    private static func saysNothing(_ scalar: Unicode.Scalar) -> Bool { scalar == "号" || scalar == "第" || scalar == "年" }

    private static func first(_ word: [UInt8], in bytes: [UInt8], from: Int) -> Int? {
        guard from + word.count <= bytes.count else { return nil }
        for at in from...(bytes.count - word.count) where bytes[at] == word[0] {
            var i = 1
            while i < word.count, bytes[at + i] == word[i] { i += 1 }
            if i == word.count { return at }
        }
        return nil
    }

    /// Whether a bracket or a mark of versions stands anywhere; most titles have none of them.
    private static func holdsMark(_ title: String) -> Bool {
        let begins = Self.begins
        // A string whose bytes do not lie in one piece comes only from Objective-C.
        return title.utf8.withContiguousStorageIfAvailable { bytes in
            var at = 0
            for scalar in title.unicodeScalars {
                if begins.contains(scalar.value), marks.contains(where: { isAt(at, $0, bytes) }) { return true }
                at += UTF8.width(scalar)
            }
            return false
        } ?? true
    }

    private static func isAt(_ at: Int, _ word: [UInt8], _ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        guard at + word.count <= bytes.count else { return false }
        for k in word.indices where bytes[at + k] != word[k] { return false }
        return true
    }

    private static let marks = brackets + versionMarks
    private static let begins = ScalarSet(marks.compactMap { String(decoding: $0, as: UTF8.self).unicodeScalars.first?.value })

    private static let brackets = "（）()[]【】〔〕 ".unicodeScalars.map { Array(String($0).utf8) }

    /// Longer ones first, so that nothing of them is left.
    private static let versionMarks: [[UInt8]] = ["公开征求意见稿", "征求意见稿", "送审稿", "修订稿", "修订版", "修订", "修改稿", "草案", "试行", "暂行", "讨论稿", "初稿", "审议稿", "代拟稿"].map { Array($0.utf8) }

    private static func digest(_ bytes: [UInt8]) -> String {
        func hex(_ half: UInt8) -> UInt8 { half + (half < 10 ? UInt8(ascii: "0") : UInt8(ascii: "a") - 10) }
        var text: [UInt8] = []
        text.reserveCapacity(16)
        for byte in SHA256.hash(data: bytes).prefix(8) {
            text.append(hex(byte >> 4))
            text.append(hex(byte & 15))
        }
        return String(decoding: text, as: UTF8.self)
    }
}
