/// Writes comma-separated values after RFC 4180, as spreadsheet programs open them without asking.
struct CSVWriter: ~Copyable {
    private var buffer: ByteBuffer
    private var isAtStart = true

    /// UTF-8 byte order mark: without it Excel reads the file in the system's code page.
    static let mark: [UInt8] = [0xEF, 0xBB, 0xBF]

    init(reserving capacity: Int = 0) {
        buffer = ByteBuffer(reserving: capacity)
    }

    /// What was written.
    var bytes: [UInt8] { buffer.bytes }

    mutating func record(_ cells: [String]) {
        for text in cells { cell(text) }
        endRecord()
    }

    mutating func endRecord() {
        buffer.append(0x0D)
        buffer.append(0x0A)
        isAtStart = true
    }

    /// Several values in one cell.
    mutating func cell(_ values: [String], separator: String) {
        cell(values.count == 1 ? values[0] : values.joined(separator: separator))
    }

    /// One cell, quoted where a separator of any locale, a quote or a line end is inside.
    mutating func cell(_ text: String) {
        if isAtStart { isAtStart = false } else { buffer.append(UInt8(ascii: ",")) }
        var text = Self.couldBeFormula(text) ? "'" + text : text
        text.withUTF8 { utf8 in
            let isPlain = !utf8.contains { $0 == 0x22 || $0 == 0x2C || $0 == 0x3B || $0 == 0x09 || $0 == 0x0A || $0 == 0x0D }
            guard !isPlain else { return buffer.append(utf8) }
            buffer.append(0x22)
            for byte in utf8 {
                if byte == 0x22 { buffer.append(0x22) }
                buffer.append(byte)
            }
            buffer.append(0x22)
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
