import CXML

/// The element and attribute names of one format that a reader knows; all others are ``unknown``.
protocol MarkupName: RawRepresentable<String>, CaseIterable, Sendable, Hashable {
    static var unknown: Self { get }
}

/// Names by the numbers under which the parser reports them; valid while it reads.
struct MarkupNames<Name: MarkupName> {
    let all: UnsafeBufferPointer<Name>

    @inline(__always)
    subscript(number: Int32) -> Name { number < 0 ? .unknown : all[Int(number)] }
}

/// The attributes of one element; valid while its start is reported.
struct MarkupAttributes<Name: MarkupName> {
    let names: MarkupNames<Name>
    let items: UnsafeBufferPointer<cxml_attribute>

    func value(_ name: Name) -> UnsafeBufferPointer<UInt8>? {
        for item in items where names[item.name] == name { return UnsafeBufferPointer(start: item.value, count: Int(item.count)) }
        return nil
    }

    func string(_ name: Name) -> String? { value(name).map { String(decoding: $0, as: UTF8.self) } }

    /// A decimal number, perhaps with a minus and blanks in front; digits behind the ninth are not read.
    func integer(_ name: Name) -> Int? {
        guard let value = value(name) else { return nil }
        var i = 0, number = 0, digits = 0
        while i < value.count, value[i] == 0x20 { i += 1 }
        let isNegative = i < value.count && value[i] == 0x2D
        if isNegative { i += 1 }
        while i < value.count, value[i] >= 0x30, value[i] <= 0x39, digits < 9 {
            number = number * 10 + Int(value[i] - 0x30)
            digits += 1
            i += 1
        }
        return digits == 0 ? nil : isNegative ? -number : number
    }
}
