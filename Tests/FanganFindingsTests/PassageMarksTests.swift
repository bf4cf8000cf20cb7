import FanganText
import Testing

@testable import FanganFindings

@Suite struct PassageMarksTests {
    private let passage = Passage("一是2024年底前完成《方案》（市教育局牵头）。\n二要…")

    @Test func placesOfAKindComeInOrder() {
        let marks = PassageMarks(passage)
        #expect(Array(marks.places(.bracket)).map { passage.string($0..<$0 + 1) } == ["（", "）", "\n"])
        #expect(Array(marks.places(.stop)).map { passage.scalars[$0] } == [0x3002, 0x0A])
        #expect(Array(marks.places(.step)).first == 0)
        #expect(marks.kinds.contains([.assigning, .pulling]))
    }

    @Test func aRangeHoldsWhatStandsInIt() {
        let marks = PassageMarks(passage)
        for from in passage.indices {
            for to in from...passage.count { #expect(marks.hints(from..<to) == ValueHints.of(passage, from..<to)) }
        }
    }

    /// The lists of the longer passage before are no part of the next one.
    @Test func oneValueServesPassageAfterPassage() {
        var marks = PassageMarks(passage)
        marks.readLandmarks(passage)
        let next = Passage("市教育局")
        marks.read(next)
        marks.readLandmarks(next)
        #expect(Array(marks.places(.bracket)).isEmpty)
        #expect(marks.landmarks.events.map(\.at) == [0] && marks.landmarks.pieces == [0] && !marks.landmarks.hasLoneClose)
        #expect(marks.hints(0..<4) == ValueHints.of(next, 0..<4))
    }

    @Test func sentencesThatBeginElsewhereTakeTheirPlaceAmongTheEvents() {
        let text = Passage("甲，乙。丙，丁。")
        var marks = PassageMarks(text)
        marks.readLandmarks(text)
        #expect(marks.landmarks.events.map(\.at) == [0, 2, 4, 6, 8])
        #expect(marks.landmarks.events(withSentencesAt: [2, 5, 9]).map(\.at) == [0, 2, 2, 4, 5, 6, 8, 9])
        #expect(marks.landmarks.events(withSentencesAt: [2]).map(\.kind.rawValue) == [0, 0, 1, 0, 1, 0])
    }

    @Test func aWalkStopsAtTheKindsThatItAsksFor() {
        let table = CharacterTable(kinds: [("。", .stop), ("，", .subjectMark)], forms: [], names: []), scalars = Passage("甲，乙。丙").scalars
        #expect(table.next(scalars, in: 0..<5, of: .stop) == 3)
        #expect(table.next(scalars, in: 0..<5, of: [.stop, .subjectMark]) == 1)
        #expect(table.next(scalars, in: 4..<5, of: [.stop, .subjectMark]) == 5)
    }
}
