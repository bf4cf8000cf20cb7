/// Colours of a terminal; plain text where they are off.
struct TerminalStyle {
    enum Look: String {
        case bold = "1"
        case faint = "2"
        case accent = "36"
        case alert = "33"
        /// What a new version has.
        case insert = "32"
        /// What it no longer has.
        case delete = "9;31"
    }

    let isColored: Bool

    func apply(_ look: Look, _ text: String) -> String {
        isColored && !text.isEmpty ? "\u{1B}[\(look.rawValue)m\(text)\u{1B}[0m" : text
    }
}
