import FanganText

/// The 发文字号 in a line that holds more.
extension HeaderReader {
    /// `发文字号：示府办字〔2023〕15号 发布日期：2023年03月05日`, `…的通知（示府办字〔2023〕15号）`, `（示府办字〔2023〕15号 2023年3月1日）`: set off at both sides, and not
    /// behind the title of another document.
    func numberInside(_ line: Passage) -> Range<Int>? {
        guard line.count <= 200 else { return nil }
        var from = 0
        while let mark = line.first("号", in: from..<line.count) {
            from = mark + 1
            guard from == line.count || Self.behindNumber.contains(line.scalars[from]),
                  let open = line.scalars[..<mark].lastIndex(where: { Self.numberOpen.contains($0) }), mark - open <= 12 else { continue }
            var start = open
            while start > 0, open - start < 16, line.scalars[start - 1] > 0x20, Self.isNumberLetter(line.scalars[start - 1]) { start -= 1 }
            guard open - start >= 2, start == 0 || Self.beforeNumber.contains(line.scalars[start - 1]), start < 2 || line.scalars[start - 2] != 0x300B,
                  documentNumber(line.part(start..<from))?.count == from - start else { continue }
            return start..<from
        }
        return nil
    }

    private static let numberOpen: ScalarSet = "〔[［﹝(（【"
    private static let beforeNumber: ScalarSet = " 　\t(（【】：:|"
    private static let behindNumber: ScalarSet = " 　\t)）】|"
}
