import FanganText
import Testing
@testable import FanganFindings

@Suite struct FindingWordListTests {
    /// Both ways of looking against a look at every word.
    @Test func findsTheLongestWordAtEveryPlace() {
        let words = ["以上", "以上的", "上", "不少于", "少于", "达到", "到", "的", "一", "一一", "𠮷"]
        let list = WordList(words)
        for text in ["不少于一一以上的", "达到以上", "上上的一", "𠮷以", "", "无"] {
            let passage = Passage(text)
            let compact = CompactText(passage, passage.indices)
            let scalars = compact.scalars
            for i in -1...scalars.count + 1 {
                let starting = words.filter { word in i >= 0 && i <= scalars.count && scalars[i...].starts(with: word.unicodeScalars.map(\.value)) }
                let ending = words.filter { word in i >= 0 && i <= scalars.count && scalars[..<i].reversed().starts(with: word.unicodeScalars.reversed().map(\.value)) }
                #expect(list.match(compact, at: i) == starting.map(\.unicodeScalars.count).max(), "\(text) at \(i)")
                #expect(list.match(compact, before: i) == ending.map(\.unicodeScalars.count).max(), "\(text) before \(i)")
            }
        }
    }
}
