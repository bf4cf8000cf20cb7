import CReaderData
import FanganText

/// The ideographs that radicals (U+2E80…U+2FD5) and compatibility characters (U+F900…U+FAD9) stand for. The text layer of PDF files printed
/// with common fonts has them in their place, and so has what is copied from such files: `⼀、重点任务`, `6⽉底前`, `⼈⺠政府`.
enum IdeographVariants {
    /// `Sources/FanganReaders/Resources/ideograph-variants.tsv`
    private static let forms: [UInt32: UInt32] = {
        var forms: [UInt32: UInt32] = [:]
        for row in ReaderVocabulary.rows(of: ideograph_variants()) {
            guard let from = UInt32(row.list, radix: 16), let to = UInt32(row.word.prefix { $0 != "\t" }, radix: 16) else { continue }
            forms[from] = to
        }
        return forms
    }()

    /// Appends the ideograph of the character of three bytes at an offset, or the character itself where it has none.
    static func append(_ source: UnsafeBufferPointer<UInt8>, _ at: Int, to bytes: inout [UInt8]) {
        let scalar = UInt32(source[at] & 0x0F) << 12 | UInt32(source[at + 1] & 0x3F) << 6 | UInt32(source[at + 2] & 0x3F)
        Passage.append(forms[scalar] ?? scalar, to: &bytes)
    }
}
