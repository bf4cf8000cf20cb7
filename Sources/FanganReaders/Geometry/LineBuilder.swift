import FanganText

/// Makes lines of characters by where they stand.
struct LineBuilder {
    let page: Int

    /// - Parameter glyphs: of one column or cell, in any order.
    /// - Returns: from top to bottom.
    func lines(_ glyphs: [Glyph]) -> [VisualLine] {
        rows(glyphs).compactMap(line)
    }

    /// Characters of about the same height; raised and lowered ones stay with their line.
    func rows(_ glyphs: [Glyph]) -> [[Glyph]] {
        let sorted = glyphs.sorted { ($0.baseline, $0.left) < ($1.baseline, $1.left) }
        var rows: [[Glyph]] = []
        var height = 0.0, size = 0.0
        for glyph in sorted {
            if !rows.isEmpty, glyph.baseline - height < 0.5 * max(size, glyph.size) {
                rows[rows.count - 1].append(glyph)
                if glyph.size > size { (height, size) = (glyph.baseline, glyph.size) }
            } else {
                rows.append([glyph])
                (height, size) = (glyph.baseline, glyph.size)
            }
        }
        return rows
    }

    private func line(_ row: [Glyph]) -> VisualLine? {
        let glyphs = printed(row.sorted { $0.left < $1.left })
        guard let first = glyphs.first, let last = glyphs.last else { return nil }
        var box = first.box
        for glyph in glyphs { box = box.union(glyph.box) }
        let size = commonSize(glyphs)
        var made = VisualLine(
            text: text(glyphs), page: page, box: PageBox(left: first.left, top: box.top, right: last.right, bottom: box.bottom),
            baseline: first.baseline, size: size, firstUnit: firstUnit(glyphs), isTemplate: glyphs.allSatisfy(\.isTemplate))
        if glyphs.count > 1, clings(last.scalar) { made.hang = last.right - last.left }
        return made
    }

    /// Without blanks at the ends, and without the second of two equal characters on one place: bold print of poor means.
    private func printed(_ sorted: [Glyph]) -> [Glyph] {
        var kept: [Glyph] = []
        for glyph in sorted {
            if kept.isEmpty, glyph.isBlank { continue }
            let isTwice = kept.suffix(2).contains {
                $0.scalar == glyph.scalar && glyph.left - $0.left < 0.2 * glyph.size && abs(glyph.baseline - $0.baseline) < 0.2 * glyph.size
            }
            if !isTwice || glyph.isBlank { kept.append(glyph) }
        }
        while let last = kept.last, last.isBlank { kept.removeLast() }
        return kept
    }

    private func commonSize(_ glyphs: [Glyph]) -> Double {
        let sizes = glyphs.map(\.size).sorted()
        return sizes[sizes.count / 2]
    }

    // MARK: Text

    /// Blanks that are drawn count by the gap that they leave, like gaps without any.
    private func text(_ glyphs: [Glyph]) -> [UInt8] {
        var bytes: [UInt8] = []
        var before: Glyph?
        var blanks = 0
        for glyph in glyphs {
            if glyph.isBlank { blanks += 1; continue }
            if let before { append(spaces(before, glyph, blanks), to: &bytes) }
            if let scalar = Unicode.Scalar(glyph.scalar) { bytes += Array(String(Character(scalar)).utf8) }
            before = glyph
            blanks = 0
        }
        return bytes
    }

    private func append(_ spaces: Int, to bytes: inout [UInt8]) {
        for _ in 0..<spaces { bytes.append(0x20) }
    }

    private func spaces(_ a: Glyph, _ b: Glyph, _ blanks: Int) -> Int {
        let size = max(a.size, b.size)
        let gap = b.left - a.right
        if gap > 1.6 * size { return min(Int(gap / size + 0.5), 60) }
        if blanks > 0 { return 1 }
        let isLatin = Punctuation.isLatin(a.scalar) && Punctuation.isLatin(b.scalar)
        return gap > (isLatin ? 0.18 : 0.75) * size ? 1 : 0
    }

    private func firstUnit(_ glyphs: [Glyph]) -> Double {
        var i = 0
        while i + 1 < glyphs.count, Punctuation.opens(glyphs[i].scalar) { i += 1 }
        if isWord(glyphs[i].scalar) {
            while i + 1 < glyphs.count, isWord(glyphs[i + 1].scalar), glyphs[i + 1].left - glyphs[i].right < 0.15 * glyphs[i].size { i += 1 }
        }
        while i + 1 < glyphs.count, clings(glyphs[i + 1].scalar) { i += 1 }
        return glyphs[0...i].reduce(0) { $0 + $1.right - $1.left }
    }

    private func isWord(_ c: UInt32) -> Bool { Punctuation.isLatin(c) || c == 0x2E || c == 0x25 || c == 0x2D }

    /// Never begins a line.
    private func clings(_ c: UInt32) -> Bool { Punctuation.isComma(c) || Punctuation.closes(c) || Punctuation.endsSentence(c) || c == 0x25 || c == 0xFF05 }
}
