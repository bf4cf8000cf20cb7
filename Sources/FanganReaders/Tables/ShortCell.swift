/// Joins a name that a narrow column broke over several lines: `区人力` / `资源社会保障` / `局`;
/// leaves alone a list of names, one per line: `仁和镇` / `前进镇` / `太平乡`.
struct ShortCell {
    let bytes: UnsafeBufferPointer<UInt8>

    /// Longest line, in columns, that a narrow column gives.
    private static let widest = 24

    /// For each line but the first, whether it continues the one before; nil if the cell is no cell of names.
    func joins(_ lines: [TextLine]) -> [Bool]? {
        guard lines.count > 1, lines.allSatisfy(isName) else { return nil }
        let vocabulary = ReaderVocabulary.shared
        let levels = lines.map { vocabulary.levels.length(in: bytes, at: $0.textStart, limit: $0.end) != nil }
        // 区委 / 办公室, 区乡村 / 振兴局: what could be a name is one with a level in front and others without.
        let isHosted = levels[0] && !levels.dropFirst().contains(true) && lines.count <= 4
            && vocabulary.hosts.ends(in: bytes, at: lines[0].end, floor: lines[0].textStart)
        return lines.indices.dropFirst().map { $0 == 1 && isHosted || !isComplete(lines[$0 - 1]) }
    }

    private func isName(_ line: TextLine) -> Bool {
        guard line.width <= Self.widest else { return false }
        var i = line.textStart
        while i < line.end {
            let (scalar, width) = UTF8Scan.scalar(bytes, at: i)
            guard Punctuation.isHan(scalar) else { return false }
            i += width
        }
        return true
    }

    /// One character is never a whole name, whatever it is.
    private func isComplete(_ line: TextLine) -> Bool {
        line.width > 2 && ReaderVocabulary.shared.unitEnds.ends(in: bytes, at: line.end, floor: line.textStart)
    }
}
