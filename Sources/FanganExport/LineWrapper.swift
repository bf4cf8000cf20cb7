/// Breaks text into lines of a terminal as Chinese is set: between any two characters, but words and numbers in one
/// piece, no closing mark (，。）》) at the start of a line and no opening one (（《) at its end.
struct LineWrapper {
    /// Columns of a line.
    let width: Int

    /// The lines; the first is narrower by `firstIndent` columns, which something else has taken, the others by `indent`.
    /// Line breaks inside the text become spaces.
    func lines(_ text: String, firstIndent: Int = 0, indent: Int = 0) -> [String] {
        var lines: [String] = []
        var line = ""
        var room = max(width - firstIndent, 4)
        for piece in Self.pieces(of: text) {
            var rest = piece
            let needed = DisplayWidth.of(rest)
            if needed > room, !line.isEmpty {
                lines.append(line)
                line = ""
                room = max(width - indent, 4)
                if rest == " " { continue }
            }
            // A word longer than a line is cut.
            while DisplayWidth.of(rest) > room {
                let head = Self.prefix(of: rest, columns: room)
                lines.append(line + head)
                rest.unicodeScalars.removeFirst(head.unicodeScalars.count)
                line = ""
                room = max(width - indent, 4)
            }
            line += rest
            room -= DisplayWidth.of(rest)
        }
        if !line.isEmpty || lines.isEmpty { lines.append(line) }
        return lines
    }

    /// As much of the text as fits, with `…` where something was left out.
    static func cut(_ text: String, columns: Int) -> String {
        if DisplayWidth.of(text) <= columns { return text }
        return prefix(of: text, columns: max(columns - 2, 2)) + "…"
    }

    private static func prefix(of text: String, columns: Int) -> String {
        var head = String.UnicodeScalarView()
        var taken = 0
        for scalar in text.unicodeScalars {
            taken += DisplayWidth.of(scalar)
            if taken > columns && !head.isEmpty { break }
            head.append(scalar)
        }
        return String(head)
    }

    /// The smallest pieces that stay together on a line.
    private static func pieces(of text: String) -> [String] {
        var pieces: [String] = []
        var piece = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            let scalar = printable(scalar)
            if let last = piece.last, !staysTogether(last, scalar) {
                pieces.append(String(piece))
                piece = String.UnicodeScalarView()
            }
            piece.append(scalar)
        }
        if !piece.isEmpty { pieces.append(String(piece)) }
        return pieces
    }

    /// Keeps what a document holds from steering the terminal: line breaks and tabs become spaces, other controls
    /// and marks that turn the direction of writing become U+FFFD.
    private static func printable(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
        switch scalar.value {
        case 0x09, 0x0A: " "
        case 0...0x1F, 0x7F...0x9F, 0x202A...0x202E, 0x2066...0x2069: "\u{FFFD}"
        default: scalar
        }
    }

    private static func staysTogether(_ a: Unicode.Scalar, _ b: Unicode.Scalar) -> Bool {
        if closing.contains(b) || opening.contains(a) || DisplayWidth.of(b) == 0 { return true }
        return isWord(a) && isWord(b)
    }

    private static func isWord(_ scalar: Unicode.Scalar) -> Bool {
        scalar.isASCII && scalar != " "
    }

    private static let closing = Set("，。、；：！？）》〉」』】〕］”’…％%),.;:!?]}".unicodeScalars)
    private static let opening = Set("（《〈「『【〔［“‘([{".unicodeScalars)
}
