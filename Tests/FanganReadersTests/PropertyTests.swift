@testable import FanganReaders
import FanganText
import Foundation
import Testing

@Suite struct PropertyTests {
    /// Pieces that the readers look at closely, to be put together at random.
    private static let pieces = [
        "一、总体要求", "（一）", "1.", "2．", "（1）", "①", "第三条", "附件2", "为深入贯彻落实，", "责任单位：市教育局", "（市财政局负责）", "。", "，", "：", "；",
        "\n", "\n\n", "\r\n", "\t", " ", "　", "\u{200B}", "\u{FEFF}", "# Page 12:", "— 3 —", "第3页 共9页", "打一12一造", "//", "---", "**粗体**", "[文](http://a.b/c)", "|甲|乙|",
        "|---|---|", "- 项", "> 引", "<br>", "`", "\\*", "![", "](", "【法宝引证码】", "时间：2023", "来源：网", "• 分享:", "2023年6月23日", "各县（市、区）：", "区委", "办公室", "“", "”", "《", "》",
        "ab", "12", "𠀀", "\u{1}", "é", "字体: [ ]", "扫一扫", "为", "关于印发", "的通知", "序号\t单位\t任务", "\t1\n\t区财\n\n政局\n\t完成任务。",
    ]

    private func check(_ bytes: [UInt8], _ uri: String) -> String? {
        guard let (document, _) = try? DocumentReader().read(bytes: bytes, uri: uri) else { return nil }
        guard let decoded = try? EncodingDetector.decode(bytes) else { return "read, but not decoded" }
        return flaw(document, decoded: decoded.bytes)
    }

    @Test(arguments: ["a.txt", "a.md"]) func textsPutTogetherAtRandom(uri: String) {
        var random = SeededGenerator(state: 7)
        for round in 0..<1500 {
            let count = Int.random(in: 1...120, using: &random)
            var text = (0..<count).map { _ in Self.pieces.randomElement(using: &random) ?? "" }.joined()
            if round % 5 == 0 { text = cut(text, 16 + round % 20) }
            if round % 7 == 0 { text = String(repeating: text.replacing("\n", with: " "), count: 20) }
            let flaw = check(Array(text.utf8), uri)
            #expect(flaw == nil, "round \(round): \(text.prefix(300))")
            if flaw != nil { return }
        }
    }

    @Test func anyBytes() {
        var random = SeededGenerator(state: 11)
        for round in 0..<1500 {
            let count = Int.random(in: 0...400, using: &random)
            let bytes = (0..<count).map { _ in UInt8.random(in: (round % 2 == 0 ? 0 : 0x20)...255, using: &random) }
            #expect(check(bytes, "a") == nil, "round \(round)")
        }
    }

    @Test func damagedTexts() {
        var random = SeededGenerator(state: 13)
        let samples = [Array(EncodedSamples.simplified.utf8), EncodedSamples.simplifiedGB18030, EncodedSamples.traditionalBig5]
        for round in 0..<1500 {
            var bytes = samples[round % 3]
            for _ in 0...(round % 9) { bytes[Int.random(in: bytes.indices, using: &random)] = UInt8.random(in: 0...255, using: &random) }
            bytes = Array(bytes.prefix(Int.random(in: 1...bytes.count, using: &random)))
            #expect(check(bytes, "a") == nil, "round \(round)")
        }
    }

    @Test func sharedDocuments() throws {
        let files = SharedDocuments.texts()
        if files.isEmpty {
            print("skipped: no documents at \(SharedDocuments.folder.path)")
            return
        }
        for file in files {
            let bytes = Array(try Data(contentsOf: file))
            let (document, _) = try DocumentReader().read(bytes: bytes, uri: file.lastPathComponent)
            let decoded = try EncodingDetector.decode(bytes).bytes
            let flaw = file.pathExtension == "html" ? htmlFlaw(document, decoded) : flaw(document, decoded: decoded)
            #expect(flaw == nil, "\(file.lastPathComponent)")
            #expect(!document.blocks.isEmpty)
        }
    }

    @Test func sharedDocumentsDamaged() throws {
        var random = SeededGenerator(state: 17)
        for file in SharedDocuments.texts() where file.pathExtension != "html" {
            var bytes = Array(try Data(contentsOf: file)).prefix(30_000)
            for _ in 0..<200 {
                let i = Int.random(in: bytes.indices, using: &random)
                switch Int.random(in: 0..<4, using: &random) {
                case 0: bytes[i] = UInt8.random(in: 0...255, using: &random)
                case 1: bytes[i] = 0x0A
                case 2: bytes[i] = 0x09
                default: bytes.removeSubrange(i..<min(i + 40, bytes.endIndex))
                }
            }
            #expect(check(Array(bytes), file.lastPathComponent) == nil, "\(file.lastPathComponent)")
        }
    }
}
