/// Breaks text into lines as Chinese typesetting does: no closing mark begins a line, no opening one ends it, numbers and
/// words stay whole.
struct LineBreaking {
    let size: Double
    /// Closing marks may hang over the right edge.
    var hangsMarks = false
    /// Space between characters is stretched until lines are full.
    var isJustified = true

    static func width(_ scalar: Unicode.Scalar, _ size: Double) -> Double { scalar.value < 0x100 ? size / 2 : size }
    static func width(_ text: some Sequence<Unicode.Scalar>, _ size: Double) -> Double { text.reduce(0) { $0 + width($1, size) } }

    private static let closing = Set("，。、；：？！）》」』】〕”’％%,.;:?!)]}".unicodeScalars)
    private static let opening = Set("（《「『【〔“‘([{".unicodeScalars)

    /// Lines with the offset of each character from the left edge.
    /// - Parameter indent: of the first line, in points.
    func lines(_ text: String, width: Double, indent: Double = 0) -> [(scalars: [Unicode.Scalar], lefts: [Double])] {
        var lines: [[[Unicode.Scalar]]] = [[]]
        var used = indent
        for atom in Self.atoms(Array(text.unicodeScalars), limit: max(width / size, 4)) {
            var wide = Self.width(atom, size)
            if hangsMarks, atom.count > 1, let last = atom.last, Self.closing.contains(last) { wide -= Self.width(last, size) }
            if used + wide > width + 0.01, !(lines[lines.count - 1].isEmpty) {
                lines.append([])
                used = 0
            }
            if lines.count > 1, lines[lines.count - 1].isEmpty, atom == [" "] { continue }
            lines[lines.count - 1].append(atom)
            used += Self.width(atom, size)
        }
        return lines.enumerated().map { number, atoms in
            placed(atoms, from: number == 0 ? indent : 0, width, isLast: number == lines.count - 1)
        }
    }

    private func placed(_ atoms: [[Unicode.Scalar]], from start: Double, _ width: Double, isLast: Bool) -> (scalars: [Unicode.Scalar], lefts: [Double]) {
        var atoms = atoms
        while atoms.last == [" "] { atoms.removeLast() }
        let gap = isJustified && !isLast && atoms.count > 1 ? max(0, width - start - Self.width(atoms.joined(), size)) / Double(atoms.count - 1) : 0
        var at = start, scalars: [Unicode.Scalar] = [], lefts: [Double] = []
        for atom in atoms {
            for scalar in atom {
                scalars.append(scalar)
                lefts.append(at)
                at += Self.width(scalar, size)
            }
            at += gap
        }
        return (scalars, lefts)
    }

    /// What is not broken; a word that is longer than a line is.
    private static func atoms(_ text: [Unicode.Scalar], limit: Double) -> [[Unicode.Scalar]] {
        var atoms: [[Unicode.Scalar]] = []
        var isOpen = false
        for (i, scalar) in text.enumerated() {
            let isWord = isWord(scalar) && i > 0 && isWord(text[i - 1]) && Double(atoms[atoms.count - 1].count) < limit
            let isDash = i > 0 && text[i - 1] == scalar && (scalar == "—" || scalar == "…")
            let clings = closing.contains(scalar) && i > 0 && text[i - 1] != " " && Double(atoms[atoms.count - 1].count) < limit - 2
            if isOpen || isWord || isDash || clings { atoms[atoms.count - 1].append(scalar) } else { atoms.append([scalar]) }
            isOpen = opening.contains(scalar)
        }
        return atoms
    }

    private static func isWord(_ scalar: Unicode.Scalar) -> Bool { scalar.properties.isASCIIHexDigit || scalar.isASCII && scalar.properties.isAlphabetic || scalar == "." }
}
