/// Characters of a text that carry its words: layout, width and punctuation are left out.
package enum Normalised {
    /// The code points that count, folded to half width; with `positions` of those in the text if they are wanted.
    package static func scalars(_ text: some Sequence<Unicode.Scalar>) -> [UInt32] {
        let all = text.map { fold($0.value) }
        var kept: [UInt32] = []
        kept.reserveCapacity(all.count)
        for (i, scalar) in all.enumerated() {
            if !isPunctuation(scalar) { kept.append(scalar); continue }
            // 1.5 is not 15, 1-2 not 12: a mark between digits is of the number.
            if "-.~".unicodeScalars.contains(where: { $0.value == scalar }), i > 0, i + 1 < all.count, isDigit(all[i - 1]), isDigit(all[i + 1]) { kept.append(scalar) }
        }
        return kept
    }

    package static func scalars(_ text: String) -> [UInt32] { scalars(text.unicodeScalars) }

    /// Full-width ASCII as half-width, the various dashes and blanks as one.
    package static func fold(_ scalar: UInt32) -> UInt32 {
        switch scalar {
        case 0xFF01...0xFF5E: scalar - 0xFEE0
        case 0x2010...0x2015, 0x2212: 0x2D
        case 0x3000, 0xA0, 0x09, 0x0A, 0x0D: 0x20
        default: scalar
        }
    }

    /// Marks that a change of which is none: not %, ≥, × and other signs with a meaning.
    package static func isPunctuation(_ scalar: UInt32) -> Bool {
        switch scalar {
        case 0x20, 0x21, 0x22, 0x27, 0x28, 0x29, 0x2C, 0x2D, 0x2E, 0x3A, 0x3B, 0x3F, 0x5B, 0x5D, 0x5F, 0x7E: true
        case 0xB7, 0x2018...0x201F, 0x2026, 0x2022, 0x3001...0x3002, 0x3008...0x3011, 0x3014...0x301B, 0xFF5F...0xFF65: true
        default: false
        }
    }

    package static func isDigit(_ scalar: UInt32) -> Bool { (0x30...0x39).contains(scalar) }
}
