/// The numbers that a browser prints in front of the items of ordered lists.
struct HTMLListNumbers {
    /// How a list's numbers look: `3. `, `（三）`.
    private struct Look {
        var format = NumberFormat.decimal
        var open = ""
        var close = ". "
    }

    private struct List {
        /// nil for a list without numbers.
        var look: Look?
        var next: Int
    }

    private var lists: [List] = []

    /// - Parameters:
    ///   - style: lower case, without blanks.
    ///   - names: the list's `class`: editors have styles of their own, drawn as pictures.
    mutating func begin(isOrdered: Bool, start: Int?, type: String?, style: String?, names: String?) {
        lists.append(List(look: isOrdered ? Self.look(type, style, names) : nil, next: start ?? 1))
    }

    mutating func end() { lists.removeLast(lists.isEmpty ? 0 : 1) }

    /// The label of the item that begins, nil in a list without numbers.
    mutating func label(value: Int?) -> String? {
        guard let k = lists.indices.last, let look = lists[k].look else { return nil }
        let number = value ?? lists[k].next
        lists[k].next = number &+ 1
        return look.open + look.format.text(number) + look.close
    }

    /// Class names of UEditor, the editor of most content systems: 一、 一） （一） and 1. 1） （1）.
    private static let editorLooks: [String: Look] = [
        "custom_cn": Look(format: .chineseCountingThousand, close: "、"), "custom_cn1": Look(format: .chineseCountingThousand, close: "）"),
        "custom_cn2": Look(format: .chineseCountingThousand, open: "（", close: "）"),
        "custom_num": Look(), "custom_num1": Look(close: "）"), "custom_num2": Look(open: "（", close: "）"),
    ]

    private static func look(_ type: String?, _ style: String?, _ names: String?) -> Look? {
        for name in names?.split(separator: " ") ?? [] {
            if name == "custom_dash" || name == "custom_dot" { return nil }
            if let look = editorLooks[String(name)] { return look }
        }
        if let style {
            for word in ["none", "disc", "circle", "square"] where style.contains("list-style:\(word)") || style.contains("list-style-type:\(word)") { return nil }
            for (word, format) in styles where style.contains(word) {
                return format == .chineseCountingThousand ? Look(format: format, close: "、") : Look(format: format)
            }
        }
        switch type {
        case "a": return Look(format: .lowerLetter)
        case "A": return Look(format: .upperLetter)
        case "i": return Look(format: .lowerRoman)
        case "I": return Look(format: .upperRoman)
        default: return Look()
        }
    }

    /// Values of `list-style-type` other than digits.
    private static let styles: [(String, NumberFormat)] = [
        ("cjk-ideographic", .chineseCountingThousand), ("chinese-informal", .chineseCountingThousand), ("cjk-decimal", .ideographDigital),
        ("lower-alpha", .lowerLetter), ("lower-latin", .lowerLetter), ("upper-alpha", .upperLetter), ("upper-latin", .upperLetter),
        ("lower-roman", .lowerRoman), ("upper-roman", .upperRoman),
    ]
}
