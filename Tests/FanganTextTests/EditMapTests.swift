import FanganText
import Testing

@Suite struct EditMapTests {
    @Test func offsetsInsideAndBetweenRuns() {
        var map = EditMap()
        map.append(canonical: 0, source: 3)
        map.append(canonical: 4, source: 7) // goes on: no new run
        map.append(canonical: 6, source: 20)
        #expect(map.runs.count == 2)
        #expect([0, 3, 5, 6, 8].map(map.sourceOffset) == [3, 6, 8, 20, 22])
    }

    @Test func aLaterRunAtTheSamePlaceReplacesTheEarlier() {
        var map = EditMap()
        map.append(canonical: 0, source: 0)
        map.append(canonical: 5, source: 9)
        map.append(canonical: 5, source: 12)
        #expect(map.sourceOffset(of: 5) == 12)
        #expect(map.sourceOffset(of: 4) == 4)
    }

    @Test func anEmptyMapChangesNothing() { #expect(EditMap().sourceOffset(of: 7) == 7) }
}
