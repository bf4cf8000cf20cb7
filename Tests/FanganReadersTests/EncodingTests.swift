@testable import FanganReaders
import FanganText
import Testing

@Suite struct EncodingTests {
    let reader = DocumentReader()

    private func utf16(_ text: String, big: Bool, mark: Bool) -> [UInt8] {
        ((mark ? [0xFEFF] : []) + Array(text.utf16)).flatMap { unit in
            let pair = [UInt8(unit & 0xFF), UInt8(unit >> 8)]
            return big ? pair.reversed() : pair
        }
    }

    @Test func sameTextFromEveryEncoding() throws {
        let text = EncodedSamples.simplified
        let files: [(String, [UInt8])] = [
            ("UTF-8", Array(text.utf8)),
            ("UTF-8", [0xEF, 0xBB, 0xBF] + Array(text.utf8)),
            ("UTF-16LE", utf16(text, big: false, mark: true)),
            ("UTF-16BE", utf16(text, big: true, mark: true)),
            ("UTF-16LE", utf16(text, big: false, mark: false)),
            ("UTF-16BE", utf16(text, big: true, mark: false)),
            ("GB18030", EncodedSamples.simplifiedGB18030),
            ("UTF-8", Array(text.replacing("\n", with: "\r\n").utf8)),
            ("UTF-8", Array(text.replacing("\n", with: "\r").utf8)),
            ("UTF-8", Array(text.replacing("\n", with: "\u{2028}").utf8)),
        ]
        let expected = try read(text)
        for (encoding, bytes) in files {
            let (document, diagnostics) = try reader.read(bytes: bytes, uri: "plan.txt")
            #expect(document.source.encoding == encoding)
            #expect(document.text == expected.text)
            #expect(document.blocks == expected.blocks)
            #expect(diagnostics.isEmpty)
        }
    }

    @Test func traditionalTextInBig5AndGB18030() throws {
        let big5 = try reader.read(bytes: EncodedSamples.traditionalBig5, uri: "a").0
        #expect(big5.source.encoding == "Big5")
        #expect(big5.text == CanonicalText(EncodedSamples.traditional.replacing("〇", with: "○")))
        let gb = try reader.read(bytes: EncodedSamples.traditionalGB18030, uri: "a").0
        #expect(gb.source.encoding == "GB18030")
        #expect(gb.text == CanonicalText(EncodedSamples.traditional))
    }

    @Test func asciiIsUTF8() throws {
        let document = try read("1. First item\n2. Second item\n")
        #expect(document.source.encoding == "UTF-8")
        #expect(document.source.mediaType == "text/plain")
        #expect(document.source.sha256.count == 64)
    }

    @Test func digestIsThatOfTheBytes() throws {
        #expect(try read("abc").source.sha256 == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")
    }

    @Test func fewInvalidBytesAreReplacedAndReported() throws {
        var bytes = Array(EncodedSamples.simplified.utf8)
        bytes[3] = 0xFF
        let (document, diagnostics) = try reader.read(bytes: bytes, uri: "a")
        #expect(document.source.encoding == "UTF-8")
        #expect(document.text[document.text.wholeSpan].hasPrefix("关\u{FFFD}印发"))
        #expect(diagnostics.map(\.code) == ["text.invalid-bytes"])
        #expect(diagnostics.first?.message.contains("byte 3 ") == true)
    }

    /// A plan put together from two files: what a line is in, it is read in, and places lead back to the file.
    @Test(arguments: [true, false]) func linesInTwoEncodings(_ isUTF8First: Bool) throws {
        let utf8 = Array(EncodedSamples.simplified.utf8), other = EncodedSamples.simplifiedGB18030
        let end: [UInt8] = [0x0A]
        let file = isUTF8First ? utf8 + end + other : other + end + utf8
        let (document, diagnostics) = try reader.read(bytes: file, uri: "a")
        #expect(document.text[document.text.wholeSpan].filter { !$0.isWhitespace } == (EncodedSamples.simplified + EncodedSamples.simplified).filter { !$0.isWhitespace })
        #expect(diagnostics.map(\.code) == ["text.mixed-encodings"])
        let line = (isUTF8First ? utf8 : other).count(where: { $0 == 0x0A }) + 2
        #expect(diagnostics.first?.message.contains("line \(line).") == true)
        // Every character leads back to where it stands in the file, in its own encoding.
        var place = 0, at = 0
        let starts = document.text.bytes.indices.filter { document.text.bytes[$0] & 0xC0 != 0x80 }
        let half = (isUTF8First ? utf8 : other).count
        for start in starts {
            let offset = document.edits.encoding.fileOffset(of: document.edits.sourceOffset(of: start))
            guard document.text.bytes[start] >= 0xE0 else { continue }
            // The next character of the file outside of ASCII; in GB18030 it takes two bytes.
            while file[place] < 0x80 { place += 1 }
            #expect(offset == place)
            place += (place < half) == isUTF8First ? 3 : 2
            at += 1
        }
        #expect(at == 2 * EncodedSamples.simplified.unicodeScalars.count { $0.value >= 0x800 })
    }

    /// Each part may be damaged as any text may be, and lines may end as on old Macintosh computers.
    @Test func damagedLinesInTwoEncodings() throws {
        let utf8 = Array(EncodedSamples.simplified.utf8), other = EncodedSamples.simplifiedGB18030
        func text(_ file: [UInt8]) throws -> (String, [String]) {
            let (document, diagnostics) = try reader.read(bytes: file, uri: "a")
            return (document.text[document.text.wholeSpan], diagnostics.map(\.code))
        }
        var damaged = utf8 + [0x0A] + other
        damaged[3] = 0xFF
        let first = try text(damaged)
        #expect(first.0.hasPrefix("关\u{FFFD}印发") && first.1 == ["text.invalid-bytes", "text.mixed-encodings"])
        #expect(first.0.count { $0 == "\u{FFFD}" } == 1)
        damaged[3] = utf8[3]
        damaged[utf8.count + 1] = 0xFF
        let second = try text(damaged)
        #expect(second.0.hasPrefix("关于印发") && second.1 == ["text.invalid-bytes", "text.mixed-encodings"])
        let lines = (utf8 + [0x0A] + other).map { $0 == 0x0A ? 0x0D : $0 }
        #expect(try text(lines) == text(utf8 + [0x0A] + other))
    }

    @Test func fewInvalidBytesInGB18030() throws {
        var bytes = EncodedSamples.simplifiedGB18030
        bytes[0] = 0xFF
        let (document, diagnostics) = try reader.read(bytes: bytes, uri: "a")
        #expect(document.source.encoding == "GB18030")
        #expect(diagnostics.map(\.code) == ["text.invalid-bytes"])
    }

    @Test func bytesOfNoKnownEncoding() {
        let latin: [UInt8] = Array("Pr".utf8) + [0xE9] + Array("fecture d".utf8) + [0xE9] + Array("l".utf8) + [0xE9] + Array("gu".utf8) + [0xE9] + Array("e".utf8)
        #expect(throws: ReadFailure.unknownEncoding) { try reader.read(bytes: latin, uri: "a") }
        let korean = EncodedSamples.bytes("c7d1b1b9beee20c5d8bdbac6aec0d4b4cfb4d92e20c0ccb0cdc0ba20b9aeb0b3c0d4b4cfb4d92ec7d1b1b9beee20c5d8bdbac6aec0d4b4cfb4d92e")
        #expect(throws: ReadFailure.unknownEncoding) { try reader.read(bytes: korean, uri: "a") }
    }
}
