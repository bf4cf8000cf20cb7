/// The numbers that a browser prints in front of the items of ordered lists.
struct HTMLListNumbers {
    private struct List {
        var isOrdered: Bool
        var style: NumberFormat
        var next: Int
    }

    private var lists: [List] = []

    mutating func begin(isOrdered: Bool, start: Int?, type: String?, style: String?) {
        lists.append(List(isOrdered: isOrdered && Self.isNumbered(style), style: Self.format(type, style), next: start ?? 1))
    }

    mutating func end() { lists.removeLast(lists.isEmpty ? 0 : 1) }

    /// The label of the item that begins, nil in a list without numbers.
    mutating func label(value: Int?) -> String? {
        guard let k = lists.indices.last, lists[k].isOrdered else { return nil }
        let number = value ?? lists[k].next
        lists[k].next = number &+ 1
        let mark = lists[k].style == .chineseCountingThousand ? "、" : ". "
        return lists[k].style.text(number) + mark
    }

    private static func isNumbered(_ style: String?) -> Bool {
        guard let style else { return true }
        return !["list-style:none", "list-style-type:none", "list-style:disc", "list-style-type:disc"].contains { style.contains($0) }
    }

    /// - Parameter style: lower case, without blanks.
    private static func format(_ type: String?, _ style: String?) -> NumberFormat {
        if let style, style.contains("cjk-ideographic") || style.contains("chinese-informal") { return .chineseCountingThousand }
        switch type {
        case "a": return .lowerLetter
        case "A": return .upperLetter
        case "i": return .lowerRoman
        case "I": return .upperRoman
        default: return .decimal
        }
    }
}
