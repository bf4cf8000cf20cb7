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

    /// What `body` writes, or, where the same was written before, that once more.
    ///
    /// - Parameter former: where it stands.
    /// - Returns: where it stands now.
    @inline(__always)
    mutating func written(like former: Range<Int>?, _ body: (inout CSVWriter) -> Void) -> Range<Int> {
        let start = buffer.count
        if let former { buffer.appendAgain(former) } else { body(&self) }
        return start..<buffer.count
    }

    mutating func record(_ cells: [String]) {
        for text in cells { cell(text) }
        endRecord()
    }

    /// Cells that were written before, at the start of a record.
    mutating func cells(_ written: [UInt8]) {
        written.withUnsafeBufferPointer { buffer.append($0) }
        isAtStart = false
    }

    mutating func endRecord() {
        buffer.append(0x0D)
        buffer.append(0x0A)
        isAtStart = true
    }

    /// Several values in one cell.
    mutating func cell(_ values: [String], separator: StaticString) {
        guard let first = values.first else { return cell("") }
        if values.count == 1 { return cell(first) }
        separate()
        let isQuoted = values.contains { Self.needsQuotes($0) } || Self.needsQuotes(UnsafeBufferPointer(start: separator.utf8Start, count: separator.utf8CodeUnitCount))
        if isQuoted { buffer.append(0x22) }
        // No separator begins with what a formula does.
        if Self.couldBeFormula(first) { buffer.append(0x27) }
        for place in values.indices {
            if place > 0 { buffer.append(separator.utf8Start, count: separator.utf8CodeUnitCount) }
            append(values[place], isQuoted)
        }
        if isQuoted { buffer.append(0x22) }
    }

    @inline(__always)
    private mutating func separate() {
        if isAtStart { isAtStart = false } else { buffer.append(UInt8(ascii: ",")) }
    }

    /// One cell, quoted where a separator of any locale, a quote or a line end is inside.
    mutating func cell(_ text: String) {
        separate()
        if text.isEmpty { return }
        let isQuoted = Self.needsQuotes(text)
        if isQuoted { buffer.append(0x22) }
        if Self.couldBeFormula(text) { buffer.append(0x27) }
        append(text, isQuoted)
        if isQuoted { buffer.append(0x22) }
    }

    /// A number, which needs no quotes; negative ones do not come up.
    mutating func cell(_ value: Int) {
        guard value >= 0 else { return cell(String(value)) }
        separate()
        var divisor = 1
        while value / divisor >= 10 { divisor *= 10 }
        while divisor > 0 {
            buffer.append(UInt8(ascii: "0") + UInt8(truncatingIfNeeded: value / divisor % 10))
            divisor /= 10
        }
    }

    /// The bytes of a value; in a quoted cell its own quotes are doubled.
    private mutating func append(_ text: String, _ isQuoted: Bool) {
        // A string whose bytes do not lie in one piece comes only from Objective-C.
        if text.utf8.withContiguousStorageIfAvailable({ append($0, isQuoted) }) == nil { Array(text.utf8).withUnsafeBufferPointer { append($0, isQuoted) } }
    }

    private mutating func append(_ utf8: UnsafeBufferPointer<UInt8>, _ isQuoted: Bool) {
        guard isQuoted else { return buffer.append(utf8) }
        guard utf8.contains(0x22) else { return buffer.append(utf8) }
        for byte in utf8 {
            if byte == 0x22 { buffer.append(0x22) }
            buffer.append(byte)
        }
    }

    private static func needsQuotes(_ text: String) -> Bool {
        text.utf8.withContiguousStorageIfAvailable { needsQuotes($0) } ?? Array(text.utf8).withUnsafeBufferPointer { needsQuotes($0) }
    }

    /// Eight bytes at a time, as long as none is below 0x3C: those that count are.
    private static func needsQuotes(_ utf8: UnsafeBufferPointer<UInt8>) -> Bool {
        let raw = UnsafeRawBufferPointer(utf8)
        var at = 0
        while at < utf8.count {
            if utf8.count >= 8 {
                // Of the last eight some may be looked at twice.
                let word = raw.loadUnaligned(fromByteOffset: min(at, utf8.count - 8), as: UInt64.self)
                // Chinese characters have the high bit in all of their bytes.
                if word & 0x8080_8080_8080_8080 == 0x8080_8080_8080_8080 || (word &- 0x3C3C_3C3C_3C3C_3C3C) & ~word & 0x8080_8080_8080_8080 == 0 { at += 8; continue }
            }
            switch raw[at] {
            case 0x22, 0x2C, 0x3B, 0x09, 0x0A, 0x0D: return true
            default: at += 1
            }
        }
        return false
    }

    /// Spreadsheet programs run what begins with `=`, `+`, `-` or `@`, some also after white space or in full-width form;
    /// a leading apostrophe makes it text.
    private static func couldBeFormula(_ cell: String) -> Bool {
        // Letters and nearly all Chinese characters begin with other bytes than what is looked for.
        guard let first = cell.utf8.first, first <= 0x40 || first == 0xC2 || first == 0xE3 || first == 0xEF else { return false }
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
