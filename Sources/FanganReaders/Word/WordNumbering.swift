/// The list definitions of a Word file (numbering.xml).
struct WordNumbering: Sendable {
    struct Level: Sendable {
        var start = 1
        var format = NumberFormat.decimal
        /// `第%1章`; the digits stand for the numbers of the levels.
        var text = ""
        /// After which level (counted from 1) the count begins anew: nil any above, 0 none.
        var restart: Int?
        /// All numbers in digits, whatever their levels' formats are.
        var isLegal = false
        var hasSpace = true
        /// The style whose paragraphs are of this level.
        var style: String?
    }

    struct Abstract: Sendable {
        var levels: [Int: Level] = [:]
        /// The numbering style that holds the levels instead.
        var styleLink: String?
        /// The numbering style that this one defines.
        var definesStyle: String?
    }

    struct Number: Sendable {
        var abstract = -1
        var starts: [Int: Int] = [:]
        var levels: [Int: Level] = [:]
    }

    private(set) var abstracts: [Int: Abstract] = [:]
    private(set) var numbers: [Int: Number] = [:]

    init(_ bytes: [UInt8]?) {
        guard let bytes else { return }
        let listener = WordNumberingListener()
        _ = MarkupParser.readXML(bytes, namespaces: WordName.namespaces, listener)
        abstracts = listener.abstracts
        numbers = listener.numbers
        followStyleLinks()
    }

    /// A list that only names a numbering style has the levels of the list that defines it.
    private mutating func followStyleLinks() {
        var byStyle: [String: Int] = [:]
        for (id, abstract) in abstracts.sorted(by: { $0.key > $1.key }) { if let style = abstract.definesStyle { byStyle[style] = id } }
        for (id, abstract) in abstracts where abstract.levels.isEmpty {
            guard let style = abstract.styleLink, let target = byStyle[style], target != id, let levels = abstracts[target]?.levels else { continue }
            abstracts[id]?.levels = levels
        }
    }

    func level(_ level: Int, of number: Int) -> Level? {
        guard let number = numbers[number] else { return nil }
        return number.levels[level] ?? abstracts[number.abstract]?.levels[level]
    }

    /// The level that belongs to a style, in the list that the style names.
    func level(ofStyle style: String, in number: Int) -> Int? {
        guard let number = numbers[number] else { return nil }
        let levels = (abstracts[number.abstract]?.levels ?? [:]).merging(number.levels) { $1 }
        return levels.filter { $0.value.style == style }.map(\.key).min()
    }
}

private final class WordNumberingListener: MarkupListener {
    private(set) var abstracts: [Int: WordNumbering.Abstract] = [:]
    private(set) var numbers: [Int: WordNumbering.Number] = [:]
    private var abstract: Int?
    private var number: Int?
    private var override: Int?
    private var place: Int?
    private var level = WordNumbering.Level()
    /// Word writes a format of its own as a choice, with a common one to fall back to.
    private var fallback = 0
    /// Inside the paragraph and run properties of a level.
    private var properties = 0

    /// Levels that a list can have.
    private static let levels = 0...8

    func start(_ name: WordName, _ attributes: MarkupAttributes<WordName>, at: Int) -> Bool {
        switch name {
        case .fallback: fallback += 1
        case .paragraphProperties, .runProperties: properties += 1
        case .abstractNumber:
            abstract = attributes.integer(.abstractNumberID)
            if let abstract { abstracts[abstract] = WordNumbering.Abstract() }
        case .number:
            number = attributes.integer(.numberID)
            if let number { numbers[number] = WordNumbering.Number() }
        case .abstractNumberID: if let number { numbers[number]?.abstract = attributes.integer(.value) ?? -1 }
        case .override: override = attributes.integer(.level).flatMap { Self.levels.contains($0) ? $0 : nil }
        case .startOverride: if let number, let override { numbers[number]?.starts[override] = attributes.integer(.value) ?? 0 }
        case .levelDefinition:
            place = attributes.integer(.level).flatMap { Self.levels.contains($0) ? $0 : nil }
            level = WordNumbering.Level()
        case .numberStyleLink: if let abstract { abstracts[abstract]?.styleLink = attributes.string(.value) }
        case .styleLink: if let abstract { abstracts[abstract]?.definesStyle = attributes.string(.value) }
        default: if place != nil, properties == 0 { read(name, attributes) }
        }
        return true
    }

    private func read(_ name: WordName, _ attributes: MarkupAttributes<WordName>) {
        switch name {
        case .start: level.start = attributes.integer(.value) ?? 0
        case .format:
            let format = attributes.string(.value) ?? "decimal"
            // A format of the user's own is spelled out in a choice; the one to fall back to is what is known.
            if format != "custom" { level.format = NumberFormat(word: format) }
        case .levelText: level.text = attributes.string(.value) ?? ""
        case .levelRestart: level.restart = attributes.integer(.value)
        case .isLegal: level.isLegal = attributes.isOn
        case .suffix: level.hasSpace = attributes.string(.value) != "nothing"
        case .paragraphStyle: level.style = attributes.string(.value)
        default: break
        }
    }

    func end(_ name: WordName, at: Int) -> Bool {
        switch name {
        case .fallback: fallback -= 1
        case .paragraphProperties, .runProperties: properties -= 1
        case .abstractNumber: abstract = nil
        case .number: number = nil
        case .override: override = nil
        case .levelDefinition:
            if let place {
                if let number { numbers[number]?.levels[place] = level } else if let abstract { abstracts[abstract]?.levels[place] = level }
            }
            place = nil
        default: break
        }
        return true
    }

    func text(_ text: UnsafeBufferPointer<UInt8>, at: Int, isLiteral: Bool) -> Bool { true }
}
