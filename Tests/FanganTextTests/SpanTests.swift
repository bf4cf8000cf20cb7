import FanganText
import Testing

@Suite struct SpanTests {
    @Test func orderIsThatOfReadingLongerFirst() {
        #expect([Span(4, 6), Span(0, 2), Span(0, 8), Span(4, 9)].sorted() == [Span(0, 8), Span(0, 2), Span(4, 9), Span(4, 6)])
    }

    @Test func containsAndOverlaps() {
        #expect(Span(2, 5).contains(2) && !Span(2, 5).contains(5))
        #expect(Span(2, 5).contains(Span(2, 5)) && !Span(2, 5).contains(Span(2, 6)))
        #expect(Span(2, 5).overlaps(Span(4, 9)) && !Span(2, 5).overlaps(Span(5, 9)))
        #expect(Span(3, 3).isEmpty && Span(3, 7).count == 4)
    }

    @Test func canonicalTextGivesTheCharactersAtASpan() {
        let text = CanonicalText("一、总则\n")
        #expect(text[Span(6, 12)] == "总则")
        #expect(text[text.wholeSpan] == "一、总则\n")
        #expect(text[Span(9, 900)] == "则\n")
        #expect(text[Span(-4, 3)] == "一")
    }
}
