@testable import FanganExport

/// Every small damage that can be done to a JSON value: a key lost or added, a value of another kind or spelling.
struct JSONMutations {
    struct Mutation {
        /// What was done, for messages.
        let note: String
        let value: JSONValue
    }

    private(set) var all: [Mutation] = []

    init(of value: JSONValue) {
        var found: [Mutation] = []
        Self.visit(value, at: "") { found.append(Mutation(note: $0, value: $1)) }
        all = found
    }

    /// `report` gets the whole value with one place changed.
    private static func visit(_ value: JSONValue, at path: String, report: (String, JSONValue) -> Void) {
        for replacement in replacements(of: value) { report("\(path): \(text(replacement))", replacement) }
        switch value {
        case .object(let members):
            report("\(path): key added", .object(members + [.init(key: "surplus", value: .null)]))
            for (place, member) in members.enumerated() {
                var rest = members
                rest.remove(at: place)
                report("\(path)/\(member.key): removed", .object(rest))
                visit(member.value, at: "\(path)/\(member.key)") { note, changed in
                    var copy = members
                    copy[place] = .init(key: member.key, value: changed)
                    report(note, .object(copy))
                }
            }
        case .array(let values):
            report("\(path): emptied", .array([]))
            report("\(path): lengthened", .array(values + [.number(7)]))
            for place in representatives(of: values) {
                visit(values[place], at: "\(path)/\(place)") { note, changed in
                    var copy = values
                    copy[place] = changed
                    report(note, .array(copy))
                }
            }
        default: break
        }
    }

    /// Of each type of node and edge the one with most in it stands for all; of other lists the first and the last.
    private static func representatives(of values: [JSONValue]) -> [Int] {
        var longest: [String: Int] = [:]
        for place in values.indices {
            guard let type = values[place]["type"] else { return values.count > 1 ? [0, values.count - 1] : Array(values.indices) }
            let known = longest[text(type)]
            if known == nil || text(values[place]).utf8.count > text(values[known ?? 0]).utf8.count { longest[text(type)] = place }
        }
        return longest.values.sorted()
    }

    private static func replacements(of value: JSONValue) -> [JSONValue] {
        switch value {
        case .string(let text): [.null, .number(1), .string(""), .string(text + " "), .string("Ω" + text), .string(text.uppercased())]
        case .number(let number): [.null, .string("1"), .number(-number - 1), .number(number + 0.5), .boolean(true)]
        case .null: [.string(""), .string("x"), .string("2023-01-01"), .number(0), .array([])]
        case .boolean(let value): [.boolean(!value), .null, .number(0)]
        case .array: [.null, .object([]), .string("x")]
        case .object: [.null, .array([]), .object([])]
        }
    }

    static func text(_ value: JSONValue) -> String {
        var writer = JSONWriter()
        write(value, to: &writer)
        return String(decoding: writer.bytes, as: UTF8.self)
    }

    private static func write(_ value: JSONValue, to writer: inout JSONWriter) {
        switch value {
        case .null: writer.raw("null")
        case .boolean(let value): writer.raw(value ? "true" : "false")
        case .number(let number): writer.number(number)
        case .string(let text): writer.string(text)
        case .array(let values): writer.list(values) { write($1, to: &$0) }
        case .object(let members):
            writer.raw("{")
            for (place, member) in members.enumerated() {
                if place > 0 { writer.raw(", ") }
                writer.string(member.key)
                writer.raw(": ")
                write(member.value, to: &writer)
            }
            writer.raw("}")
        }
    }
}
