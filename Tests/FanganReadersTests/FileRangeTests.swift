import FanganText
import Foundation
import Testing
@testable import FanganReaders

/// The way from the canonical text back to the bytes of the file, in every encoding.
@Suite struct FileRangeTests {
    /// Hard line ends, CR LF, blanks of all widths, furniture inside a paragraph, a character outside the basic plane.
    private static let text = """
        平凉市绿化工作实施方案\r
        　　一、总体要求\r
        为了提高城市绿化水平，按照市委、市政府的工作部署，结合我市实际，制定本方案，请各县（市、\r
        区）人民政府和市直有关部门认真贯彻执行。\r
        — 1 —\r
        二、主要任务\r
        \t1.补植行道树 12 处。\u{A0}（责任单位：市住建局、市林草局）
        2.修缮𠮷祥街。2023年6月底前完成。ABC项目照此办理。

        """

    @Test(.enabled(if: Iconv.isThere, "needs iconv(1)"), arguments: ["UTF-8", "UTF-8 with mark", "GB18030", "UTF-16LE", "UTF-16BE", "UTF-16LE without mark"])
    func everyCharacterLeadsToItsBytes(_ encoding: String) throws {
        let file = try #require(Self.encoded(Self.text, encoding))
        let (document, _) = try DocumentReader().read(bytes: file, uri: "plan.txt")
        #expect(document.text[document.text.wholeSpan].contains("𠮷祥街"))
        try check(document, file, encoding)
    }

    @Test(.enabled(if: Iconv.isThere, "needs iconv(1)")) func big5() throws {
        let text = "花蓮縣綠化工作實施方案\r\n一、總體要求\r\n為了提高綠化水準，依照縣政府的工作安排，結合本縣實際情況，制定本方案，請各鄉鎮公所認真執行。\r\n二、主要任務\r\n1.補植行道樹12處。（責任單位：縣建設處、縣農業處）\r\n"
        let file = try #require(Iconv.encode(text, "BIG5"))
        let bytes = try #require(Iconv.characters(text, "BIG5"))
        let (document, _) = try DocumentReader().read(bytes: file, uri: "plan.txt")
        #expect(document.source.encoding == "Big5")
        for (scalar, span) in Self.scalars(document) where scalar.value > 0x20 {
            let range = document.edits.fileRange(of: span)
            #expect(Array(file[range]) == bytes[scalar], "\(scalar) at \(range)")
        }
    }

    /// A few bytes that mean nothing stand for one U+FFFD each; all others keep their place.
    @Test func damagedUTF8() throws {
        var file = Array(Self.text.utf8)
        let first = try #require(file.firstIndex(of: 0xE4))
        file.replaceSubrange(first..<first, with: [0xFF])
        let later = try #require(file.lastIndex(of: 0xE5))
        file.replaceSubrange(later..<later, with: [0xE5, 0xB9])
        let (document, _) = try DocumentReader().read(bytes: file, uri: "plan.txt")
        var damaged: [Range<Int>] = []
        for (scalar, span) in Self.scalars(document) where scalar.value > 0x20 {
            let range = document.edits.fileRange(of: span)
            if scalar == "\u{FFFD}" { damaged.append(range) } else { #expect(Array(file[range]) == Array(String(scalar).utf8), "\(scalar) at \(range)") }
        }
        #expect(damaged.map { Array(file[$0]) } == [[0xFF], [0xE5, 0xB9]])
    }

    @Test(.enabled(if: Iconv.isThere, "needs iconv(1)")) func aStretchReachesFromItsFirstToItsLastByte() throws {
        let file = try #require(Self.encoded("一、任务\n1.补植树木。（责任单位：市住建局）\n", "GB18030"))
        let (document, _) = try DocumentReader().read(bytes: file, uri: "plan.txt")
        let text = document.text[document.text.wholeSpan]
        let at = try #require(text.range(of: "市住建局"))
        let start = text.utf8.distance(from: text.startIndex, to: at.lowerBound)
        let range = document.edits.fileRange(of: Span(start, start + 12))
        #expect(Array(file[range]) == Self.encoded("市住建局", "GB18030"))
        #expect(document.edits.fileRange(of: Span(start, start)).isEmpty)
    }

    // MARK: Help

    private func check(_ document: SourceDocument, _ file: [UInt8], _ encoding: String) throws {
        let isGB = encoding == "GB18030"
        let bytes = isGB ? try #require(Iconv.characters(Self.text, "GB18030")) : [:]
        var last = 0
        for (scalar, span) in Self.scalars(document) where scalar.value > 0x20 {
            let range = document.edits.fileRange(of: span)
            let name = encoding.replacingOccurrences(of: " with mark", with: "").replacingOccurrences(of: " without mark", with: "")
            let expected = isGB ? bytes[scalar] : Self.encoded(String(scalar), name, isMarked: false)
            #expect(range.upperBound <= file.count && Array(file[range]) == expected, "\(encoding): \(scalar) at \(range)")
            last = max(last, range.upperBound)
        }
        #expect(last > file.count / 2)
    }

    private static func scalars(_ document: SourceDocument) -> [(Unicode.Scalar, Span)] {
        var at = 0
        return document.text[document.text.wholeSpan].unicodeScalars.map { scalar in
            defer { at += UTF8.width(scalar) }
            return (scalar, Span(at, at + UTF8.width(scalar)))
        }
    }

    private static func encoded(_ text: String, _ name: String, isMarked: Bool = true) -> [UInt8]? {
        func data(_ encoding: String.Encoding) -> [UInt8]? { text.data(using: encoding).map { Array($0) } }
        switch name {
        case "UTF-8": return Array(text.utf8)
        case "UTF-8 with mark": return [0xEF, 0xBB, 0xBF] + Array(text.utf8)
        case "GB18030": return Iconv.encode(text, "GB18030")
        case "UTF-16LE": return (isMarked ? [0xFF, 0xFE] : []) + (data(.utf16LittleEndian) ?? [])
        case "UTF-16BE": return (isMarked ? [0xFE, 0xFF] : []) + (data(.utf16BigEndian) ?? [])
        case "UTF-16LE without mark": return data(.utf16LittleEndian)
        default: return nil
        }
    }
}

/// The system's own converter: what fangan's is compared with.
private enum Iconv {
    static var isThere: Bool { FileManager.default.isExecutableFile(atPath: "/usr/bin/iconv") }

    static func encode(_ text: String, _ encoding: String) -> [UInt8]? {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/iconv")
        process.arguments = ["-f", "UTF-8", "-t", encoding]
        let input = Pipe(), output = Pipe()
        process.standardInput = input
        process.standardOutput = output
        guard (try? process.run()) != nil else { return nil }
        // Small texts: both fit into a pipe's buffer.
        try? input.fileHandleForWriting.write(contentsOf: Data(text.utf8))
        try? input.fileHandleForWriting.close()
        let bytes = Array(output.fileHandleForReading.readDataToEndOfFile())
        process.waitUntilExit()
        return process.terminationStatus == 0 ? bytes : nil
    }

    /// The bytes of each character of a text: one character a line; the byte of a line feed is in no other character.
    static func characters(_ text: String, _ encoding: String) -> [Unicode.Scalar: [UInt8]]? {
        let scalars = Set(text.unicodeScalars).filter { $0.value > 0x20 }.sorted { $0.value < $1.value }
        guard let bytes = encode(scalars.map { String($0) + "\n" }.joined(), encoding) else { return nil }
        let lines = bytes.split(separator: 0x0A).map { Array($0) }
        return lines.count == scalars.count ? Dictionary(uniqueKeysWithValues: zip(scalars, lines)) : nil
    }
}
