/// Classes of characters that decide where a sentence, a line or a word may end.
enum Punctuation {
    /// Ends a sentence or a clause that stands by itself: 。！？；： and their half-width forms.
    static func endsSentence(_ c: UInt32) -> Bool {
        switch c {
        case 0x3002, 0xFF01, 0xFF1F, 0xFF1B, 0xFF1A, 0x21, 0x3F, 0x3B, 0x3A, 0xFF0E, 0xFF61: true
        default: false
        }
    }

    static func isColon(_ c: UInt32) -> Bool { c == 0xFF1A || c == 0x3A }

    /// ， 、 and their half-width forms: the sentence goes on.
    static func isComma(_ c: UInt32) -> Bool { c == 0xFF0C || c == 0x3001 || c == 0x2C }

    static func opens(_ c: UInt32) -> Bool {
        switch c {
        case 0x28, 0xFF08, 0x5B, 0x3010, 0x3014, 0x300A, 0x3008, 0x201C, 0x2018, 0x300C, 0x300E, 0xFF3B, 0x7B: true
        default: false
        }
    }

    static func closes(_ c: UInt32) -> Bool {
        switch c {
        case 0x29, 0xFF09, 0x5D, 0x3011, 0x3015, 0x300B, 0x3009, 0x201D, 0x2019, 0x300D, 0x300F, 0xFF3D, 0x7D: true
        default: false
        }
    }

    /// Closes a bracket; a sentence may end there, as it does not behind a quotation or a title.
    static func closesBracket(_ c: UInt32) -> Bool {
        switch c {
        case 0x29, 0xFF09, 0x5D, 0x3011, 0x3015, 0xFF3D, 0x7D: true
        default: false
        }
    }

    /// Never stands at the beginning of a paragraph.
    static func cannotBegin(_ c: UInt32) -> Bool {
        isComma(c) || closes(c) || c != 0x5B && endsSentence(c) || c == 0x25 || c == 0xFF05
    }

    /// A Chinese character.
    static func isHan(_ c: UInt32) -> Bool {
        c.isIdeograph || c == 0x3007 || c >= 0x3400 && c <= 0x4DBF || c >= 0xF900 && c <= 0xFAFF || c >= 0x20000
    }

    /// A letter or digit of the Latin alphabet; two of them need a space where a line end stood between them.
    static func isLatin(_ c: UInt32) -> Bool {
        c >= 0x30 && c <= 0x39 || c >= 0x41 && c <= 0x5A || c >= 0x61 && c <= 0x7A || c >= 0xC0 && c < 0x250
    }

    /// Chinese characters and the marks between them.
    static func isEastAsian(_ c: UInt32) -> Bool {
        isHan(c) || c >= 0x2E80 && c < 0x3400 || c >= 0xFF00 && c <= 0xFFEF || c >= 0x2010 && c <= 0x2027
    }
}
