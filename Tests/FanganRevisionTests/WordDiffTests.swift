import Testing
@testable import FanganRevision

@Suite struct WordDiffTests {
    /// `[-gone-]{+come+}` in one line.
    private func marked(_ old: String, _ new: String) -> String {
        let a = Array(old.unicodeScalars), b = Array(new.unicodeScalars)
        return WordDiff.pieces(old, new).map { piece in
            let text = String(String.UnicodeScalarView(piece.kind == .insert ? b[piece.new] : a[piece.old]))
            return piece.kind == .equal ? text : piece.kind == .delete ? "[-\(text)-]" : "{+\(text)+}"
        }.joined()
    }

    @Test func wordsAndNumbersStayWhole() {
        #expect(marked("建成12处公园", "建成15处公园") == "建成[-12-]{+15+}处公园")
        #expect(marked("增长3.5%左右", "增长3.8%左右") == "增长[-3.5%-]{+3.8%+}左右")
        #expect(marked("到2023年底", "到2024年底") == "到[-2023-]{+2024+}年底")
    }

    @Test func scatteredCharactersAreOneChange() {
        #expect(marked("由市住建局牵头办理", "由市城管局牵头办理") == "由市[-住建-]{+城管+}局牵头办理")
        #expect(marked("报市政府同意后执行。", "按程序办理。") == "[-报市政府同意后执行-]{+按程序办理+}。")
    }

    @Test func anAddedSentenceEndsWithItsMark() {
        #expect(marked("办理手续。", "办理手续。违法的依法处理。") == "办理手续。{+违法的依法处理。+}")
        #expect(marked("办理手续。违法的依法处理。", "办理手续。") == "办理手续。[-违法的依法处理。-]")
    }

    @Test func emptyTexts() {
        #expect(marked("", "").isEmpty)
        #expect(marked("", "新增") == "{+新增+}")
        #expect(marked("删去", "") == "[-删去-]")
    }

    /// Whatever two texts are, leaving out gives the old one and putting in the new one.
    @Test func piecesRebuildBothTexts() {
        var random = SplitMix(seed: 7)
        for _ in 0..<400 {
            let old = String((0..<random.below(30)).map { _ in "甲乙丙1，。".randomElement(using: &random)! })
            let new = String((0..<random.below(30)).map { _ in "甲乙丙1，。".randomElement(using: &random)! })
            let a = Array(old.unicodeScalars), b = Array(new.unicodeScalars)
            let pieces = WordDiff.pieces(old, new)
            #expect(pieces.filter { $0.kind != .insert }.flatMap { a[$0.old] } == a)
            #expect(pieces.filter { $0.kind != .delete }.flatMap { b[$0.new] } == b)
        }
    }
}

@Suite struct AssignmentTests {
    /// The greatest sum by trying all.
    private func best(_ gains: [[Double]], _ row: Int = 0, _ used: Set<Int> = []) -> Double {
        guard row < gains.count else { return 0 }
        var most = best(gains, row + 1, used)
        for (column, gain) in gains[row].enumerated() where gain > 0 && !used.contains(column) {
            most = max(most, gain + best(gains, row + 1, used.union([column])))
        }
        return most
    }

    @Test func asGoodAsTryingAll() {
        var random = SplitMix(seed: 11)
        for _ in 0..<300 {
            let rows = 1 + random.below(5), columns = 1 + random.below(5)
            let gains = (0..<rows).map { _ in (0..<columns).map { _ in random.below(3) == 0 ? 0 : Double(random.below(100)) / 100 } }
            let options = gains.map { row in row.enumerated().filter { $0.element > 0 }.map { Assignment.Option(column: $0.offset, gain: $0.element) } }
            let pairs = Assignment.best(options, columns: columns)
            let used = pairs.compactMap(\.self)
            #expect(Set(used).count == used.count)
            var sum = 0.0
            for (row, column) in pairs.enumerated() { if let column { sum += gains[row][column] } }
            #expect(abs(sum - best(gains)) < 1e-9, "\(gains)")
        }
    }
}

/// The same numbers for the same seed, everywhere.
struct SplitMix: RandomNumberGenerator {
    private var state: UInt64
    init(seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var z = state
        z = (z ^ z >> 30) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ z >> 27) &* 0x94D0_49BB_1331_11EB
        return z ^ z >> 31
    }

    mutating func below(_ n: Int) -> Int { Int(next() % UInt64(n)) }
}
