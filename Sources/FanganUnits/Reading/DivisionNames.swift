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
        var names: [String: [Unicode.Scalar]] = [:], beside: [String: Set<String>] = [:]
        for list in lists {
            let divisions = list.filter { names[$0] != nil || Self.isDivision($0, forms) }
            for name in divisions {
                names[name] = Array(name.unicodeScalars)
                if divisions.count > 1 { beside[name, default: []].formUnion(divisions) }
            }
            guard names.count <= Self.most else { return }
        }
        guard names.count > 1 else { return }
        let all = names.map { (key: $0.key, value: $0.value) }
        for (short, scalars) in all {
            let fits = all.filter { Self.stands(scalars, in: $0.value) }
            // 信用监督管理处 and 市场监管厅信用监督管理处 are one.
            guard let long = fits.min(by: { $0.value.count < $1.value.count }), fits.allSatisfy({ $0.value.suffix(long.value.count).elementsEqual(long.value) }) else { continue }
            if !(beside[short]?.contains(long.key) ?? false) { full[short] = long.key }
        }
    }

    public init() {}

    /// The full name of a division that is printed in short.
    func whole(of name: String) -> String? { full.isEmpty ? nil : full[name] }

    /// 处, 科, 股 behind a name of its own: not 办公室, which is in every longer name.
    private static func isDivision(_ name: String, _ words: Vocabulary) -> Bool {
        let name = Name(name)
        guard name.bytes.count >= least * 3, name.bytes.count <= 60, let form = words.formWords.longestSuffix(name.bytes, name.all) else { return false }
        return form.start > 0 && words.forms[form.value].isNamedDivision
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
