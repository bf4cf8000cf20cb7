/// The shape of an English message with places for what it says of the document: `“{1}” may also be {2}.`, and the same in Chinese.
struct MessagePattern: Sendable {
    /// What stands in front of, between and behind the places.
    private let literals: [[UInt8]]
    private let numbers: [Int]
    private let wording: (literals: [[UInt8]], numbers: [Int])

    init(_ message: String, _ wording: String) {
        (literals, numbers) = Self.parts(message)
        self.wording = Self.parts(wording)
    }

    /// The Chinese of a message; nil where it is of another shape.
    func wording(of message: String) -> String? {
        let bytes = Array(message.utf8)
        guard bytes.starts(with: literals[0]) else { return nil }
        var at = literals[0].count, values: [Int: ArraySlice<UInt8>] = [:]
        for (number, literal) in zip(numbers, literals.dropFirst()) {
            let isLast = number == numbers.last && literal == literals.last
            guard let end = isLast ? Self.last(literal, in: bytes, from: at) : Self.first(literal, in: bytes, from: at) else { return nil }
            values[number] = bytes[at..<end]
            at = end + literal.count
        }
        // A full stop or none.
        guard at == bytes.count || at + 1 == bytes.count && bytes[at] == UInt8(ascii: ".") else { return nil }
        var result = wording.literals[0]
        for (number, literal) in zip(wording.numbers, wording.literals.dropFirst()) { result += (values[number] ?? []) + literal }
        return String(decoding: result, as: UTF8.self).replacing(", ", with: "、")
    }

    private static func first(_ literal: [UInt8], in bytes: [UInt8], from start: Int) -> Int? {
        guard !literal.isEmpty, start + literal.count <= bytes.count else { return nil }
        return (start...bytes.count - literal.count).first { bytes[$0..<$0 + literal.count].elementsEqual(literal) }
    }

    /// What ends the message.
    private static func last(_ literal: [UInt8], in bytes: [UInt8], from start: Int) -> Int? {
        for end in [bytes.count, bytes.last == UInt8(ascii: ".") ? bytes.count - 1 : bytes.count] where end - literal.count >= start {
            if bytes[(end - literal.count)..<end].elementsEqual(literal), !(literal.isEmpty && end == bytes.count && bytes.last == UInt8(ascii: ".")) { return end - literal.count }
        }
        return nil
    }

    /// `a{1}b{2}` → a, b and nothing; 1 and 2.
    private static func parts(_ text: String) -> ([[UInt8]], [Int]) {
        var literals: [[UInt8]] = [[]], numbers: [Int] = []
        let bytes = Array(text.utf8)
        var at = 0
        while at < bytes.count {
            if bytes[at] == UInt8(ascii: "{"), at + 2 < bytes.count, bytes[at + 2] == UInt8(ascii: "}"), (0x31...0x39).contains(bytes[at + 1]) {
                numbers.append(Int(bytes[at + 1] - 0x30))
                literals.append([])
                at += 3
            } else {
                literals[literals.count - 1].append(bytes[at])
                at += 1
            }
        }
        return (literals, numbers)
    }
}
