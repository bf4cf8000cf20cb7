import FanganExport
import Foundation
import Testing
@testable import Fangan

/// A small generator of pseudo-random numbers that gives the same sequence on every machine (SplitMix64).
struct SeededGenerator: RandomNumberGenerator {
    private var state: UInt64
    init(seed: UInt64) { state = seed }
    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var z = state
        z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
        return z ^ (z >> 31)
    }
}

/// Whatever the bytes: no trap, a valid graph or a clear failure, every quote at its span, every character somewhere.
@Suite struct PropertyTests {
    private func check(_ bytes: [UInt8], _ checked: CheckedPipeline, _ what: String) {
        do {
            let plan = try checked.pipeline.run(bytes: bytes, uri: "x.txt", name: "x")
            let problems = checked.problems(plan)
            #expect(problems == [], "\(what)")
        } catch {
            #expect(!error.message.isEmpty && !error.code.isEmpty, "\(what)")
        }
    }

    @Test func randomBytes() throws {
        let checked = try CheckedPipeline()
        for seed in 0..<200 {
            var random = SeededGenerator(seed: UInt64(seed))
            let bytes = (0..<Int.random(in: 0...600, using: &random)).map { _ in UInt8.random(in: 0...255, using: &random) }
            check(bytes, checked, "seed \(seed)")
        }
    }

    @Test func mixturesOfTheFormsOfPlans() throws {
        let checked = try CheckedPipeline()
        let pieces = ["一、", "（一）", "1.", "1", "()", "（1）", "①", "附件1：", "附件", "\n", "\n\n", "\t", " ", "　", "（责任单位：", "牵头单位：", "市财政局、", "）", "(", "〔", "2023年6月底前", "。", "；",
                      "以下任务均需各县落实", "序号\n\t单位\n\t责任内容\n", "\t1\n\t县教育局\n\t1.排查。\n", "不少于2次", "（得3分）", "《方案》（国发〔2023〕1号）", "每年9月", "关于印发《", "》的通知", "为贯彻落实", "2023年5月1日",
                      "测评内容\n责任单位\n完成时限\n", "第一阶段（2023年1月至3月）：", "由市公安局负责", "要加强", "专栏1 ", "A.", "1.1 ", "第一条 ", "|a|b|\n|-|-|\n", "# ", "— 3 —\n", "一12一", "100%", "３．", "\u{FEFF}", "\u{200B}", "𠮷",
                      "99999999999999999999", "2023年12月至2022年3月", "2月31日", "2023年2月31日\n", "附件99999999999999999999", "得99999999999999999999分", "一百二十三万", "1.6月底前完成"]
        for seed in 0..<400 {
            var random = SeededGenerator(seed: UInt64(10_000 + seed))
            let text = (0..<Int.random(in: 1...120, using: &random)).map { _ in pieces.randomElement(using: &random) ?? "" }.joined()
            check(Array(text.utf8), checked, "seed \(seed): \(text.prefix(80))")
        }
    }

    /// The words that the recognisers look for, in any order between names and marks: a new word is in it as soon as it is in its table.
    @Test(arguments: ["FanganUnits/Resources/relations.tsv", "FanganUnits/Resources/adhoc.tsv", "FanganFindings/Resources/responsibility-words.tsv", "FanganFindings/Resources/target-cues.tsv", "FanganFindings/Resources/date-cues.tsv"])
    func mixturesOfTheVocabulary(_ table: String) throws {
        let checked = try CheckedPipeline(), file = Repository.root.appendingPathComponent("Sources/" + table)
        let words = try String(contentsOf: file, encoding: .utf8).split(separator: "\n").filter { !$0.hasPrefix("#") }.map { String($0.prefix { $0 != "\t" }) }.dropFirst()
        #expect(words.count > 20)
        let others = ["市财政局", "县水利局、", "市河道整治", "各乡镇", "、", "，", "。", "；", "（", "）", "的", "和", "3个", "6月底前", "河道", "\n二、", "办公室", "由", "要"]
        for seed in 0..<250 {
            var random = SeededGenerator(seed: UInt64(20_000 + seed))
            let text = "平凉市河道整治工作方案\n一、重点任务\n" + (0..<Int.random(in: 2...60, using: &random)).map { _ in (Bool.random(using: &random) ? words.randomElement(using: &random) : others.randomElement(using: &random)) ?? "" }.joined()
            check(Array(text.utf8), checked, "\(table), seed \(seed): \(text)")
        }
    }

    @Test func damagedRealPlans() throws {
        let checked = try CheckedPipeline()
        for (number, file) in Repository.texts(Repository.root.appendingPathComponent("corpus")).enumerated() {
            let original = [UInt8](try Data(contentsOf: file))
            for round in 0..<6 {
                var random = SeededGenerator(seed: UInt64(number * 100 + round))
                var bytes = original
                switch round % 3 {
                case 0: bytes.removeLast(Int.random(in: 0..<bytes.count, using: &random))
                case 1: for _ in 0..<20 { bytes[Int.random(in: 0..<bytes.count, using: &random)] = UInt8.random(in: 0...255, using: &random) }
                default:
                    let from = Int.random(in: 0..<bytes.count, using: &random)
                    bytes.removeSubrange(from..<min(bytes.count, from + Int.random(in: 0...400, using: &random)))
                }
                check(bytes, checked, "\(file.lastPathComponent), round \(round)")
            }
        }
    }

    @Test func theSameBytesGiveTheSameGraph() throws {
        let first = try CheckedPipeline(), second = try CheckedPipeline()
        for file in Repository.texts(Repository.root.appendingPathComponent("corpus")) {
            #expect(try GraphJSON.encode(first.plan(file).graph) == GraphJSON.encode(second.plan(file).graph))
        }
    }
}
