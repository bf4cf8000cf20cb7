import CICU
import FanganText

/// When a text in traditional characters is read as the simplified one.
public enum HansMapping: String, Sendable, Hashable, CaseIterable {
    /// Where the text is evidently in traditional characters.
    case auto
    case always
    case never
}

/// Maps traditional characters to the simplified ones that the stages know.
///
/// Only characters whose simplified form takes as many bytes are mapped, so that every place in the one text is the same
/// place in the other.
public enum Simplification {
    /// Bytes from the beginning of a text that are looked at.
    private static let sample = 3 * 4096
    /// Share of frequent traditional characters among the Chinese ones; texts in simplified characters stay below 0.01,
    /// also where they quote a name or two, and traditional ones lie above 0.1.
    private static let traditionalShare = 0.04

    /// A document's text in simplified characters; nil where it has no others, or is not to be mapped.
    public static func simplified(_ document: SourceDocument, _ mapping: HansMapping) -> CanonicalText? {
        guard mapping == .always || mapping == .auto && isTraditional(document) else { return nil }
        return document.text.bytes.withUnsafeBufferPointer { bytes in
            var forms: [UInt32: UInt32] = [:]
            forEachHan(bytes) { scalar, _ in forms[scalar] = scalar }
            map(&forms)
            guard !forms.isEmpty else { return nil }
            var mapped = Array(bytes)
            forEachHan(bytes) { scalar, at in
                guard let form = forms[scalar] else { return }
                var spelled: [UInt8] = []
                Passage.append(form, to: &spelled)
                for k in spelled.indices { mapped[at + k] = spelled[k] }
            }
            return CanonicalText(mapped)
        }
    }

    private static func isTraditional(_ document: SourceDocument) -> Bool {
        let (all, traditional) = ReaderVocabulary.shared.traditional.count(amongIdeographsOf: document.opening(bytes: sample))
        return all >= 20 && Double(traditional) > Double(all) * traditionalShare
    }

    /// Keeps the characters that have a simplified form of three bytes, each with it.
    private static func map(_ forms: inout [UInt32: UInt32]) {
        let before = forms.keys.sorted()
        var after = before
        let problem = after.withUnsafeMutableBufferPointer { cicu_simplify($0.baseAddress, Int64($0.count)) }
        forms = [:]
        guard problem == 0 else { return }
        for (from, to) in zip(before, after) where from != to && to >= 0x800 && to < 0x10000 { forms[from] = to }
    }

    /// Ideographs of the basic plane, which have three bytes.
    @inline(__always)
    private static func forEachHan(_ bytes: UnsafeBufferPointer<UInt8>, _ body: (UInt32, Int) -> Void) {
        var i = 0
        while i + 2 < bytes.count {
            guard bytes[i] >= 0xE3, bytes[i] <= 0xE9 else { i += 1; continue }
            let scalar = UInt32(bytes[i] & 0x0F) << 12 | UInt32(bytes[i + 1] & 0x3F) << 6 | UInt32(bytes[i + 2] & 0x3F)
            if (0x3400...0x9FFF).contains(scalar) { body(scalar, i) }
            i += 3
        }
    }
}
