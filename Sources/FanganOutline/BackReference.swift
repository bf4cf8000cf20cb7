import FanganText

/// A paragraph behind the last of several items that speaks of them by number: `上述第2、3项补贴，只能叠加享受两项。`
///
/// It is about the list and not of its last item; what follows without a number belongs with it.
enum BackReference {
    /// Whether a paragraph names by number items of the list of `count` that it stands behind.
    static func begins(_ text: Passage, behind count: Int, _ vocabulary: OutlineVocabulary) -> Bool {
        guard count > 1, let word = vocabulary.items.backReferences.first(where: { text.has($0, at: 0) }) else { return false }
        var i = word.count
        guard i < text.count, text.scalars[i] == 0x7B2C else { return false } // 第
        // Room for `第（一）、（二）、第3`, not for a sentence.
        let end = min(text.count, i + 16)
        var hasNumber = false
        while i < end, isOfNumbers(text.scalars[i]) {
            hasNumber = hasNumber || Self.isNumber(text.scalars[i])
            i += 1
        }
        return hasNumber && vocabulary.items.backCounted.contains { text.has($0, at: i) }
    }

    private static func isNumber(_ scalar: UInt32) -> Bool { digitValue(scalar) != nil || ChineseNumeral.isNumeral(scalar) }
    private static func isOfNumbers(_ scalar: UInt32) -> Bool { isNumber(scalar) || marks.contains(scalar) }
    private static let marks: ScalarSet = "第（）()、，,和与至—-~～ "
}
