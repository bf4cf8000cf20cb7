@testable import FanganText
import Testing

@Suite struct PassageTests {
    private let text = CanonicalText("精心打— 1 —造é𠀀示范点")

    /// Else each of many pieces would copy all before it.
    @Test func appendedPiecesStayInOneStore() {
        var passage = Passage(), stores: [ObjectIdentifier] = []
        for _ in 0..<1000 {
            passage.append(text, Span(0, 9))
            passage.appendBreak(at: 9)
            if let store = passage.scalars.store.map(ObjectIdentifier.init), store != stores.last { stores.append(store) }
        }
        #expect(passage.count == 4000)
        // Each has twice the room of the one before.
        #expect(stores.count < 15)
    }

    /// A room is used again for what nobody holds any longer, and only for that.
    @Test func aRoomNeverTakesWhatIsHeld() {
        var room = PassageRoom()
        func passage(_ scalar: UInt32, _ count: Int = 40) -> Passage {
            Passage(capacity: count, in: &room) { target, places in
                for i in 0..<count { (target[i], places[i]) = (scalar, Int32(i)) }
                return count
            }
        }
        func holds(_ passage: Passage, _ scalar: UInt32) -> Bool { passage.count == 40 && passage.indices.allSatisfy { passage.scalars[$0] == scalar } }
        var a: Passage? = passage(0x7532), b: Passage? = passage(0x4E59)
        let c = passage(0x4E19)
        #expect(a.map { holds($0, 0x7532) } == true && b.map { holds($0, 0x4E59) } == true && holds(c, 0x4E19))
        (a, b) = (nil, nil)
        let d = passage(0x4E01), e = passage(0x620A)
        #expect(holds(c, 0x4E19) && holds(d, 0x4E01) && holds(e, 0x620A))
        let view = d.part(10..<30)
        for i in 0..<8 { _ = passage(0x5DF1 + UInt32(i), 30 + i) }
        #expect(holds(c, 0x4E19) && holds(d, 0x4E01) && holds(e, 0x620A) && view.indices.allSatisfy { view.scalars[$0] == 0x4E01 })
        // What was let go is taken again.
        var stores: Set<ObjectIdentifier> = []
        for _ in 0..<10 { if let store = passage(0x5E9A).scalars.store { stores.insert(ObjectIdentifier(store)) } }
        #expect(stores.count == 1)
    }

    @Test func piecesReadAsOneAndLeadBack() {
        var passage = Passage()
        passage.append(text, Span(0, 9))
        passage.append(text, Span(18, text.count))
        #expect(passage.string(passage.indices) == "精心打造é𠀀示范点")
        #expect(text[passage.span(2..<4)] == "打— 1 —造")
        #expect(text[passage.span(4..<6)] == "é𠀀")
        #expect(passage.span(3..<3) == Span(18, 18))
        #expect(passage.span(9..<9) == Span(text.count, text.count))
    }

    @Test func wordsAreFoundWhereTheyStand() {
        let passage = Passage("责任单位：市教育局、市公安局")
        #expect(passage.has("单位", at: 2) && !passage.has("单位", at: 3) && !passage.has("单位", at: -1))
        #expect(passage.has("单位", before: 4) && !passage.has("单位", before: 1))
        #expect(passage.first("市", in: 6..<passage.count) == 10)
        #expect(passage.first("县", in: passage.indices) == nil)
        #expect(passage.part(5..<9).string(0..<4) == "市教育局")
    }

    /// Longer than what is decoded at once, with characters of one to four bytes at every place of a pair.
    @Test func everyCharacterOfALongTextKeepsItsPlace() {
        for start in 0..<6 {
            let string = String(repeating: "a", count: start) + String(repeating: "市教育局é1，𠀀（责任）", count: 40)
            let text = CanonicalText(string), scalars = Array(string.unicodeScalars)
            var passage = Passage()
            passage.append(text, text.wholeSpan)
            #expect(Array(passage.scalars) == scalars.map(\.value))
            var offset = 0
            for (i, scalar) in scalars.enumerated() {
                #expect(passage.offset(at: i) == offset)
                offset += String(scalar).utf8.count
            }
        }
    }

    private func document(_ text: String, furniture: [Furniture] = []) -> SourceDocument {
        SourceDocument(source: SourceInfo(uri: "t", mediaType: "text/plain", encoding: "UTF-8", sha256: ""), text: CanonicalText(text), blocks: [], furniture: furniture)
    }

    /// What stands together in the document, and what does not: the next paragraph, a paragraph further on.
    @Test func passagesOfOneDocumentGrowWithoutTouchingEachOther() {
        let document = document("一、任务\n落实1责任\n𠀀第三行")
        let line = document.passage(Span(0, 12))
        var item = line, cell = line
        item.appendBreak(at: 12)
        document.append(Span(13, 26), to: &item)
        #expect(item.string(item.indices) == "一、任务\n落实1责任")
        #expect(document.text[item.span(5..<10)] == "落实1责任" && item.span(3..<5) == Span(9, 12))
        cell.appendBreak(at: 27)
        document.append(Span(27, 40), to: &cell)
        #expect(cell.string(cell.indices) == "一、任务\n𠀀第三行")
        #expect(document.text[cell.span(5..<9)] == "𠀀第三行")
        var other = cell
        cell.append(line, 0..<1)
        other.append(line, 2..<4)
        #expect(cell.string(9..<10) == "一" && other.string(9..<11) == "任务" && cell.count == 10 && line.count == 4)
        #expect(cell.part(5..<10).span(4..<5) == Span(0, 3))
    }

    @Test func furnitureIsLeftOutWhereverItStands() {
        let mark = Furniture(span: Span(6, 11), kind: .pageMark)
        let document = document("精心— 1打造— 1", furniture: [mark, Furniture(span: Span(17, 22), kind: .pageMark)])
        let whole = document.passage(document.text.wholeSpan)
        #expect(whole.string(whole.indices) == "精心打造")
        #expect(whole.span(1..<3) == Span(3, 14))
        #expect(document.passage(Span(6, 11)).isEmpty && document.passage(Span(17, 22)).isEmpty)
        #expect(document.passage(Span(11, 17)).offset(at: 1) == 14)
        #expect(document.opening(bytes: 5).count == 1 && document.opening(bytes: 6).count == 2 && document.opening(bytes: 99).count == 10)
    }

    @Test func oneOfSomeCharactersIsFoundInItsRange() {
        let passage = Passage("一、总则。二、任务；")
        let ends: ScalarSet = "。；"
        #expect(passage.first(of: ends, in: passage.indices) == 4)
        #expect(passage.first(of: ends, in: 5..<9) == nil)
        #expect(passage.first(of: ends, in: 5..<100) == 9)
        #expect(passage.first(of: "任。", in: 5..<100) == 7)
    }
}

@Suite struct ScalarSetTests {
    @Test func membersComeInTheirOrder() {
        let set: ScalarSet = "市a，𠀀"
        var members: [UInt32] = []
        set.forEach { members.append($0) }
        #expect(members == [0x61, 0x5E02, 0xFF0C])
    }

    /// One, two and three characters of a page, pages beside each other, the plane's first and last: and nothing else.
    @Test func aSetHoldsItsMembersAndNoOthers() {
        let members: Set<UInt32> = [0, 0x30, 0x3F, 0x40, 0xFF, 0x100, 0x4E00, 0x4E40, 0x4EFF, 0x4F00, 0x9FFF, 0xFFFF]
        let set = ScalarSet(members.sorted() + [0x10000, 0x1_4E00])
        #expect((0..<0x2_0000).filter { set.contains(UInt32($0)) } == members.sorted().map(Int.init))
        let all = ScalarSet(0..<0x10000)
        #expect((0..<0x10000).allSatisfy { all.contains($0) } && !all.contains(0x10000))
        #expect(!ScalarSet([UInt32]()).contains(0))
    }

    @Test func ideographsAreCountedAmongOtherCharacters() {
        let found = ScalarSet("縣市").count(amongIdeographsOf: Passage("省a市，é縣县1𠀀"))
        #expect(found.all == 4 && found.members == 2)
    }
}

@Suite struct LexiconTests {
    /// The filter of first characters grows with them.
    @Test(arguments: [1, 9, 100, 3_000, 20_000]) func everyOneOfManyWordsIsFound(count: Int) {
        let heads = (0..<count).map { UInt32(0x4E00 + $0) } + [0x61, 0x2_0000]
        let lexicon = Lexicon(heads.enumerated().map { number, head in (String(String.UnicodeScalarView([head, 0x5E02].compactMap(Unicode.Scalar.init))), number) })
        for (number, head) in heads.enumerated() { #expect(lexicon.match([head, 0x5E02], at: 0)?.value == number) }
        #expect(lexicon.match([0x4DFF, 0x5E02], at: 0) == nil && lexicon.match([heads[0], 0x5E03], at: 0) == nil)
    }

    @Test func theLongestWordWins() {
        let lexicon = Lexicon([("市", 1), ("市教育局", 2), ("市教", 3), ("𠀀", 4)])
        let passage = Passage("市教育局市教市𠀀")
        #expect(lexicon.match(passage.scalars, at: 0)?.value == 2)
        #expect(lexicon.match(passage.scalars, at: 0, limit: 3)?.length == 2)
        #expect(lexicon.match(passage.scalars, at: 4)?.value == 3)
        #expect(lexicon.match(passage.scalars, at: 7)?.value == 4)
        #expect(lexicon.match(passage.scalars, at: 1) == nil)
        #expect(lexicon.value(of: "市教") == 3 && lexicon.value(of: "市教育") == nil)
    }

    @Test func aWordInsertedAgainTakesTheNewValue() {
        var lexicon = Lexicon([("局", "a")])
        lexicon.insert("局", "b")
        lexicon.insert("", "c")
        #expect(lexicon.value(of: "局") == "b")
        #expect(lexicon.value(of: "") == nil)
    }
}
