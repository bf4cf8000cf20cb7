import FanganText
import Testing
@testable import FanganGraph

@Suite struct ByteSearchTests {
    @Test(arguments: ["办公室", "a", "aa", "aba", "设", ""])
    func findsWhatLookingEverywhereFinds(_ word: String) {
        let needle = Array(word.utf8)
        for text in ["办公室办公室设在办公室", "aaaa", "ababababa", "办公", "", "室办公室", "abaaba办公设"] {
            let bytes = Array(text.utf8)
            let expected = bytes.indices.filter { at in !needle.isEmpty && bytes[at...].starts(with: needle) }
            #expect(ByteSearch.places(of: needle, in: bytes) == expected, "\(word) in \(text)")
        }
    }

    @Test func findsAnyOfSeveralWordsTheFirstThatFits() {
        let words = ["负责承担", "办公室", "承担", "专班"], needles = words.map { Array($0.utf8) }
        for text in ["专班", "由市水务局负责承担办公室工作", "a办é公室𠮷专班b承", "", "承", "办公", "专专班承担承担"] {
            let bytes = Array(text.utf8)
            let expected = bytes.indices.compactMap { at in needles.firstIndex { bytes[at...].starts(with: $0) }.map { [at, $0] } }
            #expect(ByteSearch.places(ofAny: needles, in: bytes, Passage(text)).map { [$0.place, $0.word] } == expected, "\(text)")
        }
    }

    @Test(arguments: [
        ("关于印发工作方案（试行）的通知", "关于印发工作方案的通知"), ("工作方案(征求意见稿)", "工作方案"), ("公共服务实施方案", "公共服务实施方案"),
        ("修修订订方案", "方案"), ("（送审稿）", ""), ("试点方案", "试点方案"), ("草案", "草案"),
    ])
    func aTitleIsFreedOfMarksOfVersions(_ title: String, _ plain: String) {
        #expect(DocumentIdentity.plain(title) == plain)
    }
}
