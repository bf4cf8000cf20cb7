@testable import FanganReaders
import FanganText
import Testing

@Suite struct SimplificationTests {
    private let traditional = "一、主要任務。各單位要加強組織領導，確保責任落實。（責任單位：縣農業農村局）各鄉鎮人民政府要認真組織實施。"
    private let simplified = "一、主要任务。各单位要加强组织领导，确保责任落实。（责任单位：县农业农村局）各乡镇人民政府要认真组织实施。"

    private func document(_ text: String) -> SourceDocument {
        SourceDocument(source: SourceInfo(uri: "t", mediaType: "text/plain", encoding: "UTF-8", sha256: ""), text: CanonicalText(text), blocks: [])
    }

    @Test func everyPlaceStaysWhereItIs() throws {
        let mapped = try #require(Simplification.simplified(document(traditional), .auto))
        #expect(String(decoding: mapped.bytes, as: UTF8.self) == simplified)
        #expect(mapped.count == traditional.utf8.count)
    }

    @Test func onlyTraditionalTextIsMapped() {
        #expect(Simplification.simplified(document(simplified), .auto) == nil)
        #expect(Simplification.simplified(document(traditional), .never) == nil)
        // A name or a quotation makes no traditional text.
        #expect(Simplification.simplified(document(String(repeating: simplified, count: 3) + "（於右任題）"), .auto) == nil)
        #expect(Simplification.simplified(document(""), .always) == nil)
    }
}
