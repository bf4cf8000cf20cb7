import FanganText

/// Short names of a bureau's divisions that the document prints in full elsewhere: 人教处 is 人事教育处, 计财处 计划财务处, where its characters stand in order
/// in exactly one longer name. Two divisions that one list names side by side are two.
public struct DivisionNames: Sendable, Hashable {
    private var full: [String: String] = [:]

    /// More divisions than any bureau has.
    private static let most = 200
    /// 人教处 has three characters, of which the last is the form.
    private static let least = 3

    /// - Parameter lists: the names that each item of the document has.
    init(_ lists: [[String]], forms: Vocabulary) {
        var mentions = StringTable(reserving: 64), names: [Int: [Unicode.Scalar]] = [:], beside: [Int: Set<Int>] = [:]
        for list in lists {
            var divisions: [Int] = []
            for mention in list {
                let entered = mentions.enter(mention)
                if entered.isNew, let scalars = Self.division(mention, forms) { names[entered.number] = scalars }
                if names[entered.number] != nil { divisions.append(entered.number) }
            }
            if divisions.count > 1 {
                for name in divisions { beside[name, default: []].formUnion(divisions) }
            }
            guard names.count <= Self.most else { return }
        }
        guard names.count > 1 else { return }
        for (short, scalars) in names {
            let fits = names.filter { Self.stands(scalars, in: $0.value) }
            // 信用监督管理处 and 市场监管厅信用监督管理处 are one.
            guard let long = fits.min(by: { $0.value.count < $1.value.count }), fits.allSatisfy({ $0.value.suffix(long.value.count).elementsEqual(long.value) }) else { continue }
            if !(beside[short]?.contains(long.key) ?? false) { full[mentions.strings[short]] = mentions.strings[long.key] }
        }
    }

    public init() {}

    /// The full name of a division that is printed in short.
    func whole(of name: String) -> String? { full.isEmpty ? nil : full[name] }

    /// The characters of 处, 科, 股 behind a name of its own: not 办公室, which is in every longer name.
    private static func division(_ printed: String, _ words: Vocabulary) -> [Unicode.Scalar]? {
        let name = Name(printed)
        guard name.bytes.count >= least * 3, name.bytes.count <= 60, let form = words.formWords.longestSuffix(name.bytes, name.all),
            form.start > 0, words.forms[form.value].isNamedDivision else { return nil }
        return Array(printed.unicodeScalars)
    }

    /// Whether all characters stand in a longer name in the same order, the last at its end, and not all together: 综合处 is no 综合监管处.
    private static func stands(_ short: [Unicode.Scalar], in long: [Unicode.Scalar]) -> Bool {
        guard short.count < long.count, short.last == long.last else { return false }
        var i = 0
        for scalar in long where i < short.count && short[i] == scalar { i += 1 }
        guard i == short.count else { return false }
        let words = short.dropLast()
        return !(0...long.count - words.count).contains { long[$0..<$0 + words.count].elementsEqual(words) }
    }
}
