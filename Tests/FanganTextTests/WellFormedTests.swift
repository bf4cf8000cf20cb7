import FanganText
import Testing

@Suite struct WellFormedTests {
    @Test(arguments: ["", "a", "市财政局", "责任单位：市财政局、市发展和改革委员会", "𠮷a局"])
    func bytesThatAreKnownToBeUTF8AreTakenAsTheyAre(_ text: String) {
        #expect(Array(text.utf8).withUnsafeBufferPointer { String(wellFormed: $0) } == text)
    }

    @Test func stringsAreJoined() {
        #expect(String(joining: "unit:", "341000", ":", "黄山市财政局") == "unit:341000:黄山市财政局")
        #expect(String(joining: "", "", "") == "")
        #expect(String(joining: "中共", "黄山市", "委") == "中共黄山市委")
    }

    @Test func beginningsAndEndsAreComparedAsBytes() {
        #expect("黄山市".endsWithBytes(of: "市") && "黄山市".endsWithBytes(of: "") && "黄山市".beginsWithBytes(of: "黄山"))
        #expect(!"市".endsWithBytes(of: "黄山市") && !"黄山市".beginsWithBytes(of: "山") && !"黄山市".endsWithBytes(of: "县"))
    }

    /// A span that cuts a character gives what can be read, and no damaged string.
    @Test func aCutCharacterIsReplaced() {
        let text = CanonicalText("市财政局")
        #expect(text[Span(0, 6)] == "市财")
        #expect(text[Span(6, 100)] == "政局")
        #expect(text[Span(1, 6)].unicodeScalars.contains("\u{FFFD}") && text[Span(0, 5)].unicodeScalars.contains("\u{FFFD}"))
    }
}
