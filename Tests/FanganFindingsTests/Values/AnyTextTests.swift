import FanganText
import Testing

@testable import FanganFindings

/// Whatever the text, nothing traps and every range lies in the part that was scanned.
@Suite("Any text") struct AnyTextTests {
    /// Characters that the recognisers look at, in any order.
    private static let alphabet = Array("0123456789年月日底末前内至—-每季度半上下第一二三十百千万亿%分扣得《》〈〉（）〔〕[]“”\"。；，、：号个次家以不少于的达到完成 \n持续推进印发之日起公布阶段期五X．".unicodeScalars)

    @Test(arguments: 1...60)
    func staysInside(seed: UInt64) {
        var state = seed &* 0x9E37_79B9_7F4A_7C15
        var view = String.UnicodeScalarView()
        for _ in 0..<1500 {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            view.append(Self.alphabet[Int(state >> 33) % Self.alphabet.count])
        }
        let passage = Passage(String(view))
        let part = 200..<1300
        let context = DateContext(year: 2023, issued: Day(2023, 3, 1), planPeriod: (2021, 2025))
        let ranges =
            DateRecogniser().scan(passage, in: part, context: context).map(\.range)
            + ScoreRecogniser().scan(passage, in: part).map(\.range) + TargetRecogniser().scan(passage, in: part).map(\.range)
            + CitationRecogniser().scan(passage, in: part).map(\.range)
        for range in ranges {
            #expect(!range.isEmpty)
            #expect(range.lowerBound >= part.lowerBound && range.upperBound <= part.upperBound)
        }
        _ = PhaseRecogniser().read(passage.part(part), context: context)
        for i in stride(from: 0, to: passage.count, by: 7) { _ = Numerals.read(passage, at: i) }
    }

    @Test(arguments: ["", " ", "年", "《", "（", "每", "分", "2023", "2023年", "〔2023", "“", "百分之"])
    func shortTexts(words: String) {
        let passage = Passage(words)
        _ = DateRecogniser().scan(passage, in: passage.indices, context: DateContext())
        _ = ScoreRecogniser().scan(passage, in: passage.indices)
        _ = TargetRecogniser().scan(passage, in: passage.indices)
        _ = CitationRecogniser().scan(passage, in: passage.indices)
        _ = PhaseRecogniser().read(passage, context: DateContext())
    }
}
