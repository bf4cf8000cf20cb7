/// Writes comma-separated values after RFC 4180, as spreadsheet programs open them without asking.
struct CSVWriter {
    private(set) var bytes: [UInt8] = []

    /// UTF-8 byte order mark: without it Excel reads the file in the system's code page.
    static let mark: [UInt8] = [0xEF, 0xBB, 0xBF]

    mutating func record(_ cells: [String]) {
        for (place, cell) in cells.enumerated() {
            if place > 0 { bytes.append(UInt8(ascii: ",")) }
            append(cell)
        }
        bytes.append(0x0D)
        bytes.append(0x0A)
    }

    /// Quotes where a separator of any locale, a quote or a line end is inside.
    private mutating func append(_ cell: String) {
        var cell = cell
        if Self.couldBeFormula(cell) { cell = "'" + cell }
        cell.withUTF8 { utf8 in
            let isPlain = !utf8.contains { $0 == 0x22 || $0 == 0x2C || $0 == 0x3B || $0 == 0x09 || $0 == 0x0A || $0 == 0x0D }
            guard !isPlain else { return bytes.append(contentsOf: utf8) }
            bytes.append(0x22)
            for byte in utf8 {
                if byte == 0x22 { bytes.append(0x22) }
                bytes.append(byte)
            }
            bytes.append(0x22)
        }
    }

    /// Spreadsheet programs run what begins with `=`, `+`, `-` or `@`, some also after white space or in full-width form;
    /// a leading apostrophe makes it text.
    private static func couldBeFormula(_ cell: String) -> Bool {
        var isFirst = true
        for scalar in cell.unicodeScalars {
            switch scalar {
            case "=", "+", "-", "@", "\u{FF1D}", "\u{FF0B}", "\u{FF0D}", "\u{FF20}": return true
            case "\t", "\r", "\n": if isFirst { return true }
            case " ", "\u{3000}", "\u{A0}", "\u{FEFF}", "\0": break
            default: return false
            }
            isFirst = false
        }
        return false
    }
}
