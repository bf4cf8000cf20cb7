/// The paragraph styles of a Word file, as far as they number paragraphs or make headings of them.
struct WordStyles: Sendable {
    struct Style: Sendable {
        var name = ""
        var basedOn: String?
        var numberID: Int?
        var level: Int?
        var outlineLevel: Int?
        var isHidden: Bool?
    }

    private(set) var styles: [String: Style] = [:]
    /// The style of paragraphs that name none.
    private(set) var defaultStyle: String?

    /// Longer chains of styles are circles.
    private static let longestChain = 32

    init(_ bytes: [UInt8]?) {
        guard let bytes else { return }
        let listener = WordStyleListener()
        _ = MarkupParser.readXML(bytes, namespaces: WordName.namespaces, listener)
        styles = listener.styles
        defaultStyle = listener.defaultStyle
    }

    /// The first answer along a style's chain of ancestors.
    func first<Value>(_ style: String?, _ value: (String, Style) -> Value?) -> Value? {
        var next = style ?? defaultStyle
        for _ in 0..<Self.longestChain {
            guard let id = next, let style = styles[id] else { return nil }
            if let found = value(id, style) { return found }
            next = style.basedOn
        }
        return nil
    }

    func name(_ style: String?) -> String { (style ?? defaultStyle).flatMap { styles[$0]?.name } ?? "" }

    /// 1 for the outermost heading, nil for text.
    func headingLevel(_ style: String?) -> Int? {
        first(style) { _, style -> Int? in
            if let level = style.outlineLevel { return level }
            guard style.name.hasPrefix("heading ") else { return nil }
            return Int(style.name.dropFirst(8)).map { $0 - 1 }
        }.flatMap { (0...8).contains($0) ? $0 + 1 : nil }
    }

    /// A line of the table of contents: `toc 1`.
    func isContents(_ style: String?) -> Bool { name(style).hasPrefix("toc ") }
}

private final class WordStyleListener: MarkupListener {
    private(set) var styles: [String: WordStyles.Style] = [:]
    private(set) var defaultStyle: String?
    private var id: String?
    private var style = WordStyles.Style()
    /// Inside a table style's conditional formatting or the like nothing counts for the style itself.
    private var changes = 0

    func start(_ name: WordName, _ attributes: MarkupAttributes<WordName>, at: Int) -> Bool {
        if name == .paragraphChange || name == .runChange { changes += 1 }
        if name == .style {
            id = attributes.string(.styleID)
            style = WordStyles.Style()
            let isParagraph = attributes.string(.type).map { $0 == "paragraph" } ?? true
            if isParagraph, let value = attributes.string(.isDefault), value == "1" || value == "true" || value == "on" { defaultStyle = id }
        }
        guard id != nil, changes == 0 else { return true }
        switch name {
        case .name: style.name = (attributes.string(.value) ?? "").lowercased()
        case .basedOn: style.basedOn = attributes.string(.value)
        case .numberID: style.numberID = attributes.integer(.value)
        case .level: style.level = attributes.integer(.value)
        case .outlineLevel: style.outlineLevel = attributes.integer(.value)
        case .hidden: style.isHidden = attributes.isOn
        default: break
        }
        return true
    }

    func end(_ name: WordName, at: Int) -> Bool {
        if name == .paragraphChange || name == .runChange { changes -= 1 }
        if name == .style, let id {
            styles[id] = style
            self.id = nil
        }
        return true
    }

    func text(_ text: UnsafeBufferPointer<UInt8>, at: Int, isLiteral: Bool) -> Bool { true }
}
