/// Writes JSON text into one growing byte buffer, without intermediate strings or trees.
///
/// It knows how a value is spelled, not which value comes next: commas, brackets and keys are the caller's
/// (as fixed strings), because every format here has a fixed shape.
struct JSONWriter: ~Copyable {
    private var buffer: ByteBuffer

    init(reserving capacity: Int = 0) {
        buffer = ByteBuffer(reserving: capacity)
    }

    private init(_ buffer: consuming ByteBuffer) { self.buffer = buffer }

    /// What was written.
    var bytes: [UInt8] { buffer.bytes }

    /// What `body` writes, without a copy where no more is needed than was reserved.
    @inline(__always)
    static func bytes(reserving capacity: Int, _ body: (inout JSONWriter) -> Void) -> [UInt8] {
        ByteBuffer.bytes(reserving: capacity) { buffer in
            var writer = JSONWriter(buffer)
            body(&writer)
            buffer = writer.buffer
        }
    }

    /// What `body` writes, or, where the same was written before, that once more.
    ///
    /// - Parameter former: where it stands.
    /// - Returns: where it stands now.
    @inline(__always)
    mutating func written(like former: Range<Int>?, _ body: (inout JSONWriter) -> Void) -> Range<Int> {
        let start = buffer.count
        if let former { buffer.appendAgain(former) } else { body(&self) }
        return start..<buffer.count
    }

    /// Appends fixed text as it is: punctuation and keys.
    @inline(__always)
    mutating func raw(_ text: StaticString) {
        buffer.append(text.utf8Start, count: text.utf8CodeUnitCount)
    }

    /// Appends what was written before.
    mutating func raw(_ written: [UInt8]) {
        written.withUnsafeBufferPointer { buffer.append($0) }
    }

    /// Appends a string with quotes; only what RFC 8259 demands is escaped, so Chinese stays readable.
    mutating func string(_ value: String) {
        if value.utf8.withContiguousStorageIfAvailable({ appendQuoted($0) }) == nil { appendQuotedCopy(value) }
    }

    /// Nearly all strings stand in JSON as they are.
    private mutating func appendQuoted(_ utf8: UnsafeBufferPointer<UInt8>) {
        if buffer.appendQuoted(utf8) { return }
        buffer.append(UInt8(ascii: "\""))
        appendEscaped(utf8)
        buffer.append(UInt8(ascii: "\""))
    }

    /// A string whose bytes do not lie in one piece comes only from Objective-C.
    private mutating func appendQuotedCopy(_ value: String) {
        Array(value.utf8).withUnsafeBufferPointer { appendQuoted($0) }
    }

    private mutating func appendEscaped(_ utf8: UnsafeBufferPointer<UInt8>) {
        var clean = 0
        while clean < utf8.count {
            let stop = ByteScan.endOfPlainText(utf8, from: clean)
            buffer.append(UnsafeBufferPointer(rebasing: utf8[clean..<stop]))
            if stop < utf8.count { escape(utf8[stop]) }
            clean = stop + 1
        }
    }

    private mutating func escape(_ byte: UInt8) {
        switch byte {
        case 0x22: raw("\\\"")
        case 0x5C: raw("\\\\")
        case 0x08: raw("\\b")
        case 0x09: raw("\\t")
        case 0x0A: raw("\\n")
        case 0x0C: raw("\\f")
        case 0x0D: raw("\\r")
        default:
            let digit = byte & 0xF
            raw("\\u00")
            buffer.append(UInt8(ascii: "0") + byte >> 4)
            buffer.append(digit < 10 ? UInt8(ascii: "0") + digit : UInt8(ascii: "a") + digit - 10)
        }
    }

    /// Appends a string, or `null`.
    mutating func string(_ value: String?) {
        if let value { string(value) } else { raw("null") }
    }

    mutating func integer(_ value: Int) {
        if value >= 0, value < ByteBuffer.decimals { return buffer.append(decimal: UInt32(truncatingIfNeeded: value)) }
        if value < 0 { buffer.append(UInt8(ascii: "-")) }
        var divisor: UInt = 1
        while value.magnitude / divisor >= 10 { divisor *= 10 }
        while divisor > 0 {
            buffer.append(UInt8(ascii: "0") + UInt8(truncatingIfNeeded: value.magnitude / divisor % 10))
            divisor /= 10
        }
    }

    mutating func integer(_ value: Int?) {
        if let value { integer(value) } else { raw("null") }
    }

    /// Appends a number in its shortest form: `2` and not `2.0`, `0.25` as it is.
    /// JSON has no infinity and no NaN; they become `null`.
    mutating func number(_ value: Double) {
        guard value.isFinite else { return raw("null") }
        // Beyond 2^53 a Double no longer tells neighbouring integers apart, but its digits are still those of one.
        if value == value.rounded(.towardZero), value.magnitude < 1e15 {
            integer(Int(value))
        } else {
            for byte in value.description.utf8 { buffer.append(byte) }
        }
    }

    mutating func number(_ value: Double?) {
        if let value { number(value) } else { raw("null") }
    }

    /// Appends a list of strings on one line: `["一、", "（二）"]`.
    mutating func strings(_ values: [String]) {
        list(values) { writer, value in writer.string(value) }
    }

    /// Appends `[a, b]`; `element` writes one value.
    @inline(__always)
    mutating func list<Value>(_ values: [Value], element: (inout JSONWriter, Value) -> Void) {
        raw("[")
        var isFirst = true
        for value in values {
            if isFirst { isFirst = false } else { raw(", ") }
            element(&self, value)
        }
        raw("]")
    }
}
