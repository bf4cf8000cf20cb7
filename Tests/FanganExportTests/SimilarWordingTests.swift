import FanganGraph
import FanganText
import Testing

@testable import FanganExport

/// An office issues many plans: `fangan like` names them by what tells them apart.
@Suite struct SimilarWordingTests {
    @Test func aPlanIsNamedByTitleAndNumber() {
        let source = SourceInfo(uri: "/data/plans/a.txt", mediaType: "text/plain", encoding: "UTF-8", sha256: String(repeating: "0", count: 64))
        var facts = DocumentFacts(id: "d", work: "w", source: source, textURI: "text/a.txt", scalars: 1)
        #expect(SimilarWording.head(facts) == "a.txt")
        facts.title = "清河市城市公园建设工作方案"
        facts.issued = "2023-03-05"
        #expect(SimilarWording.head(facts) == "清河市城市公园建设工作方案　2023-03-05")
        facts.number = "清政办发〔2023〕8号"
        #expect(SimilarWording.head(facts) == "清河市城市公园建设工作方案　清政办发〔2023〕8号")
    }
}
