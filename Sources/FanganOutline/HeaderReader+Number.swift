import FanganText

/// The 发文字号 in a line that holds more.
extension HeaderReader {
    /// The first number in a line that begins and ends where one may.
    /// - Parameters:
    ///   - limit: behind the last place where its 号 may stand.
    ///   - ends: whether it may end in front of a place.
    ///   - begins: whether it may begin at a place; asked from the bracket of its year to the left.
    func number(in line: Passage, before limit: Int, endingAt ends: (Int) -> Bool = { _ in true }, beginningAt begins: (Int) -> Bool) -> Range<Int>? {
        var from = 0
        while let mark = line.first("号", in: from..<max(from, min(line.count, limit))) {
            from = mark + 1
            guard ends(from), let open = line.scalars[..<mark].lastIndex(where: { Self.numberOpen.contains($0) }), open >= 2, mark - open <= 12 else { continue }
            for start in stride(from: open - 2, through: max(0, open - Self.longestLetters), by: -1) where begins(start) && documentNumber(line.part(start..<from))?.count == from - start {
                return start..<from
            }
        }
        return nil
    }

    /// `发文字号：示府办字〔2023〕15号 发布日期：2023年03月05日`, `…的通知（示府办字〔2023〕15号）`, `（示府办字〔2023〕15号 2023年3月1日）`: set off at both sides, and not
    /// behind the title of another document.
    func numberInside(_ line: Passage) -> Range<Int>? {
        guard line.count <= 200 else { return nil }
        return number(in: line, before: line.count, endingAt: { $0 == line.count || Self.behindNumber.contains(line.scalars[$0]) }, beginningAt: { start in
            start == 0 || Self.beforeNumber.contains(line.scalars[start - 1]) && (start < 2 || line.scalars[start - 2] != 0x300B)
        })
    }

    private static let numberOpen: ScalarSet = "〔[［﹝(（【"
    private static let beforeNumber: ScalarSet = " 　\t(（【】：:|"
    private static let behindNumber: ScalarSet = " 　\t)）】|"
    /// Letters in front of the year.
    private static let longestLetters = 16
}
