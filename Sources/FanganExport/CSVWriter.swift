/// Writes comma-separated values after RFC 4180, as spreadsheet programs open them without asking.
struct CSVWriter: ~Copyable {
    private var buffer: ByteBuffer
    private var isAtStart = true

    /// UTF-8 byte order mark: without it Excel reads the file in the system's code page.
    static let mark: [UInt8] = [0xEF, 0xBB, 0xBF]

    init(reserving capacity: Int = 0) {
        buffer = ByteBuffer(reserving: capacity)
    }

    private init(_ buffer: consuming ByteBuffer) { self.buffer = buffer }

    /// What was written.
    var bytes: [UInt8] { buffer.bytes }

    /// What `body` writes, without a copy where no more is needed than was reserved.
    @inline(__always)
    static func bytes(reserving capacity: Int, _ body: (inout CSVWriter) -> Void) -> [UInt8] {
        ByteBuffer.bytes(reserving: capacity) { buffer in
            var writer = CSVWriter(buffer)
            body(&writer)
            buffer = writer.buffer
        }
    }

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
    ///
    /// - Parameter separator: can stand in a cell that is not quoted, and begins no formula.
    mutating func cell(_ values: [String], separator: StaticString) {
        guard let first = values.first else { return cell("") }
        if values.count == 1 { return cell(first) }
        separate()
        let start = buffer.count
        for place in values.indices {
            if place > 0 { buffer.append(separator.utf8Start, count: separator.utf8CodeUnitCount) }
            // Nearly all are: only where one is not, all are written anew.
            guard appendPlain(values[place], beginsCell: place == 0) else {
                buffer.removeAll(behind: start)
                return appendQuoted(values, separator)
            }
        }
    }

    /// What `text` says of several values in one cell; of one, as most are, without a list of its own.
    mutating func cell<Value>(_ values: [Value], separator: StaticString, _ text: (Value) -> String) {
        switch values.count {
        case 0: cell("")
        case 1: cell(text(values[0]))
        default: cell(values.map(text), separator: separator)
        }
    }

    private mutating func appendQuoted(_ values: [String], _ separator: StaticString) {
        let isQuoted = values.contains { Self.withBytes(of: $0, Self.needsQuotes) }
        if isQuoted { buffer.append(0x22) }
        if Self.withBytes(of: values[0], Self.couldBeFormula) { buffer.append(0x27) }
        for place in values.indices {
            if place > 0 { buffer.append(separator.utf8Start, count: separator.utf8CodeUnitCount) }
            Self.withBytes(of: values[place]) { append($0, isQuoted) }
        }
        if isQuoted { buffer.append(0x22) }
    }

    mutating func emptyCells(_ count: Int) {
        for _ in 0..<count { separate() }
    }

    @inline(__always)
    private mutating func separate() {
        if isAtStart { isAtStart = false } else { buffer.append(UInt8(ascii: ",")) }
    }

    /// One cell, quoted where a separator of any locale, a quote or a line end is inside.
    mutating func cell(_ text: String) {
        separate()
        if !appendPlain(text, beginsCell: true) { appendQuoted(text) }
    }

    @inline(never)
    private mutating func appendQuoted(_ text: String) { appendQuoted([text], "") }

    /// Appends what can stand in a cell as it is.
    private mutating func appendPlain(_ text: String, beginsCell: Bool) -> Bool {
        // Not `??`, and the copy in a function of its own: the string would be counted once more.
        if let isPlain = text.utf8.withContiguousStorageIfAvailable({ appendPlain($0, beginsCell: beginsCell) }) { return isPlain }
        return appendPlainCopy(text, beginsCell: beginsCell)
    }

    @inline(never)
    private mutating func appendPlainCopy(_ text: String, beginsCell: Bool) -> Bool {
        Array(text.utf8).withUnsafeBufferPointer { appendPlain($0, beginsCell: beginsCell) }
    }

    private mutating func appendPlain(_ utf8: UnsafeBufferPointer<UInt8>, beginsCell: Bool) -> Bool {
        if Self.needsQuotes(utf8) || (beginsCell && Self.couldBeFormula(utf8)) { return false }
        buffer.append(utf8)
        return true
    }

    /// A number, which needs no quotes; negative ones do not come up.
    mutating func cell(_ value: Int) {
        guard value >= 0, value < ByteBuffer.decimals else { return cell(String(value)) }
        separate()
        buffer.append(decimal: UInt32(truncatingIfNeeded: value))
    }

    /// A string whose bytes do not lie in one piece comes only from Objective-C.
    @inline(__always)
    private static func withBytes<R>(of text: String, _ body: (UnsafeBufferPointer<UInt8>) -> R) -> R {
        text.utf8.withContiguousStorageIfAvailable(body) ?? Array(text.utf8).withUnsafeBufferPointer(body)
    }

    /// The bytes of a value; in a quoted cell its own quotes are doubled.
    private mutating func append(_ utf8: UnsafeBufferPointer<UInt8>, _ isQuoted: Bool) {
        guard isQuoted else { return buffer.append(utf8) }
        guard utf8.contains(0x22) else { return buffer.append(utf8) }
        for byte in utf8 {
            if byte == 0x22 { buffer.append(0x22) }
            buffer.append(byte)
        }
    }

    /// Whether a separator of any locale, a quote or a line end is inside; eight bytes are looked at together.
    private static func needsQuotes(_ utf8: UnsafeBufferPointer<UInt8>) -> Bool {
        guard utf8.count >= 8 else { return utf8.contains(where: isMark) }
        let raw = UnsafeRawBufferPointer(utf8)
        var at = 0
        while at < utf8.count {
            // Of the last eight some may be looked at twice.
            let word = raw.loadUnaligned(fromByteOffset: min(at, utf8.count &- 8), as: UInt64.self)
            // Chinese characters have the high bit in all of their bytes.
            if word & highBits != highBits, holdsMark(word) { return true }
            at &+= 8
        }
        return false
    }

    private static let ones: UInt64 = 0x0101_0101_0101_0101, highBits: UInt64 = 0x8080_8080_8080_8080

    private static func isMark(_ byte: UInt8) -> Bool {
        switch byte {
        case 0x22, 0x2C, 0x3B, 0x09, 0x0A, 0x0D: true
        default: false
        }
    }

    @inline(__always)
    private static func holdsMark(_ word: UInt64) -> Bool {
        // Letters and digits lie over 0x2F.
        guard (word &- 0x30 &* ones) & ~word & highBits != 0 || holds(0x3B, word) else { return false }
        return holds(0x2C, word) || holds(0x3B, word) || holds(0x22, word) || holds(0x09, word) || holds(0x0A, word) || holds(0x0D, word)
    }

    /// Whether one of eight bytes is a certain one: taken from 1, only zero borrows from its high bit.
    @inline(__always)
    private static func holds(_ byte: UInt64, _ word: UInt64) -> Bool {
        let difference = word ^ byte &* ones
        return (difference &- ones) & ~difference & highBits != 0
    }

    /// Spreadsheet programs run what begins with `=`, `+`, `-` or `@`, some also after white space or in full-width form;
    /// a leading apostrophe makes it text.
    private static func couldBeFormula(_ utf8: UnsafeBufferPointer<UInt8>) -> Bool {
        func follows(_ at: Int, _ second: UInt8, _ third: UInt8) -> Bool { at + 2 < utf8.count && utf8[at + 1] == second && utf8[at + 2] == third }
        var at = 0
        while at < utf8.count {
            switch utf8[at] {
            case UInt8(ascii: "="), UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "@"): return true
            case 0x09, 0x0A, 0x0D:
                if at == 0 { return true }
                at += 1
            case 0x20, 0x00: at += 1
            // No-break space, ideographic space, byte order mark.
            case 0xC2 where at + 1 < utf8.count && utf8[at + 1] == 0xA0: at += 2
            case 0xE3 where follows(at, 0x80, 0x80): at += 3
            case 0xEF where follows(at, 0xBB, 0xBF): at += 3
            // ＝ ＋ － ＠
            case 0xEF: return follows(at, 0xBC, 0x9D) || follows(at, 0xBC, 0x8B) || follows(at, 0xBC, 0x8D) || follows(at, 0xBC, 0xA0)
            default: return false
            }
        }
        return false
    }
}
