/// Writes JSON text into one growing byte buffer, without intermediate strings or trees.
///
/// It knows how a value is spelled, not which value comes next: commas, brackets and keys are the caller's
/// (as fixed strings), because every format here has a fixed shape.
struct JSONWriter {
    private(set) var bytes: [UInt8] = []

    init(reserving capacity: Int = 0) {
        bytes.reserveCapacity(capacity)
    }

    /// Appends fixed text as it is: punctuation and keys.
    @inline(__always)
    mutating func raw(_ text: StaticString) {
        bytes.append(contentsOf: UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
    }

    mutating func raw(_ other: [UInt8]) {
        bytes.append(contentsOf: other)
    }

    /// Appends a string with quotes; only what RFC 8259 demands is escaped, so Chinese stays readable.
    mutating func string(_ value: String) {
        bytes.append(UInt8(ascii: "\""))
        var value = value
        value.withUTF8 { appendEscaped($0) }
        bytes.append(UInt8(ascii: "\""))
    }

    private mutating func appendEscaped(_ utf8: UnsafeBufferPointer<UInt8>) {
        var clean = 0
        for offset in utf8.indices {
            let byte = utf8[offset]
            if byte >= 0x20, byte != 0x22, byte != 0x5C { continue }
            bytes.append(contentsOf: UnsafeBufferPointer(rebasing: utf8[clean..<offset]))
            escape(byte)
            clean = offset + 1
        }
        bytes.append(contentsOf: UnsafeBufferPointer(rebasing: utf8[clean...]))
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
            bytes.append(UInt8(ascii: "0") + byte >> 4)
            bytes.append(digit < 10 ? UInt8(ascii: "0") + digit : UInt8(ascii: "a") + digit - 10)
        }
    }

    /// Appends a string, or `null`.
    mutating func string(_ value: String?) {
        if let value { string(value) } else { raw("null") }
    }

    mutating func integer(_ value: Int) {
        if value < 0 { bytes.append(UInt8(ascii: "-")) }
        var rest = value.magnitude
        let start = bytes.count
        repeat {
            bytes.append(UInt8(ascii: "0") + UInt8(truncatingIfNeeded: rest % 10))
            rest /= 10
        } while rest > 0
        bytes[start...].reverse()
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
            bytes.append(contentsOf: value.description.utf8)
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
    mutating func list<Values: Collection>(_ values: Values, element: (inout JSONWriter, Values.Element) -> Void) {
        raw("[")
        var isFirst = true
        for value in values {
            if isFirst { isFirst = false } else { raw(", ") }
            element(&self, value)
        }
        raw("]")
    }
}
