@testable import FanganUnits
import Testing

/// The walks over a table of words against looking at every word; and names that need not be taken apart.
@Suite struct WordWalkTests {
    private static let words = ["局", "公安局", "安局", "市公安局", "公安", "区", "市", "市区", "a", "ab", "委员会", "会"]
    private static let texts = ["市公安局", "公安局", "局", "某市公安局", "市区", "ab", "xab", "委员会", "员会", "公", "", "市公安局区", "𠮷局", "a局"]

    private let table: WordTable = {
        var table = WordTable()
        for (number, word) in words.enumerated() { table.insert(Array(word.utf8), number) }
        // So many that the tables grow.
        for number in 0..<200 { table.insert(Array("名\(number)".utf8), 1000 + number) }
        return table
    }()

    @Test func prefixesAreThoseThatTheTextBeginsWith() {
        for text in Self.texts {
            let bytes = Array(text.utf8)
            var found: [Int] = []
            table.forEachPrefix(bytes, 0..<bytes.count) { end, value in
                #expect(Array(bytes[..<end]) == Array(Self.words[value].utf8))
                found.append(value)
            }
            let expected = Self.words.indices.filter { bytes.starts(with: Self.words[$0].utf8) }.sorted { Self.words[$0].utf8.count < Self.words[$1].utf8.count }
            #expect(found == expected, "\(text)")
            #expect(table.longestPrefix(bytes, 0..<bytes.count)?.value == expected.last, "\(text)")
        }
    }

    /// From word to word, as the walks meet them.
    @Test func wordsAreFoundOneBehindTheOther() {
        for text in Self.texts {
            let bytes = Array(text.utf8), all = 0..<bytes.count
            var prefixes: [[Int]] = [], suffixes: [[Int]] = [], last = 0
            while let hit = table.prefix(bytes, all, behind: last) {
                prefixes.append([hit.end, hit.value])
                last = hit.end
            }
            last = -1
            while let hit = table.suffix(bytes, all, behind: last) {
                suffixes.append([hit.start, hit.value])
                last = hit.start
            }
            var walked: [[Int]] = []
            table.forEachPrefix(bytes, all) { walked.append([$0, $1]) }
            #expect(prefixes == walked, "\(text)")
            walked = []
            table.forEachSuffix(bytes, all) { start, value in
                walked.append([start, value])
                return true
            }
            #expect(suffixes == walked, "\(text)")
        }
    }

    @Test func suffixesAreThoseThatTheTextEndsWithTheLongestFirst() {
        for text in Self.texts {
            let bytes = Array(text.utf8)
            var found: [Int] = []
            table.forEachSuffix(bytes, 0..<bytes.count) { start, value in
                #expect(Array(bytes[start...]) == Array(Self.words[value].utf8))
                found.append(value)
                return true
            }
            let expected = Self.words.indices.filter { bytes.suffix(Self.words[$0].utf8.count).elementsEqual(Self.words[$0].utf8) && bytes.count >= Self.words[$0].utf8.count }
                .sorted { Self.words[$0].utf8.count > Self.words[$1].utf8.count }
            #expect(found == expected, "\(text)")
            #expect(table.longestSuffix(bytes, 0..<bytes.count)?.value == expected.first, "\(text)")
        }
    }

    @Test func aSuffixStopsWhereItIsTold() {
        let bytes = Array("市公安局".utf8)
        var found: [Int] = []
        table.forEachSuffix(bytes, 0..<bytes.count) { _, value in
            found.append(value)
            return found.count < 2
        }
        #expect(found == [Self.words.firstIndex(of: "市公安局"), Self.words.firstIndex(of: "公安局")])
    }

    /// 市 in front of the range is no part of it.
    @Test func aWordThatReachesOutOfTheRangeIsNone() {
        let bytes = Array("市公安局".utf8)
        #expect(table.longestSuffix(bytes, 3..<bytes.count)?.value == Self.words.firstIndex(of: "公安局"))
        #expect(table.longestPrefix(bytes, 3..<9)?.value == Self.words.firstIndex(of: "公安"))
    }

    @Test(arguments: ["市财政局", "福田镇大河中路街道", "区财政局区教体局", "区委\n办公室", "市公安局仁和区分局", "各县(市、区)人民政府", "攀枝花市仁和区福田镇人民政府",
                      "区財政局區教體局", "责任单位：区财政局区教体局", "领导小组办公室", "高新区管委会", "", "区财政局等", "市财政局市教育局（牵头）"])
    func whatNeedNotBeTakenApartIsOneName(_ name: String) throws {
        let catalogue = try UnitCatalogue.load()
        let reader = catalogue.reader(in: Jurisdiction(region: catalogue.region(code: "510411")))
        let whole = reader.readWhole(name)
        #expect(whole.reading == reader.read(name))
        if whole.isOne { #expect(reader.split(name).count == 1) }
    }

    @Test func mostNamesNeedNotBeTakenApart() throws {
        let catalogue = try UnitCatalogue.load()
        let reader = catalogue.reader(in: Jurisdiction(region: catalogue.region(code: "510411")))
        #expect(["市财政局", "区发改局", "各县(市、区)人民政府"].allSatisfy { reader.readWhole($0).isOne })
        #expect(!reader.readWhole("区财政局区教体局").isOne)
    }
}
