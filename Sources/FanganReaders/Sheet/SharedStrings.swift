/// The texts of a spreadsheet that cells name by number: each text that occurs is in the file once.
struct SharedStrings: Sendable {
    /// A stretch of ``bytes`` that came from one place.
    struct Piece: Sendable {
        var range: Range<Int>
        /// Where it begins in the part.
        var source: Int
    }

    fileprivate(set) var bytes: [UInt8] = []
    fileprivate(set) var pieces: [Piece] = []
    /// For each text the end of its pieces.
    fileprivate(set) var ends: [Int] = []

    init(_ part: [UInt8]) {
        guard !part.isEmpty else { return }
        let listener = SharedStringListener()
        _ = MarkupParser.readXML(part, namespaces: SheetName.namespaces, listener)
        self = listener.strings
    }

    fileprivate init() {}

    /// The pieces of a text; none where there is no such text.
    func text(_ number: Int) -> ArraySlice<Piece> {
        guard ends.indices.contains(number) else { return [] }
        return pieces[(number > 0 ? ends[number - 1] : 0)..<ends[number]]
    }
}

private final class SharedStringListener: MarkupListener {
    var strings = SharedStrings()
    private var isText = false
    /// Readings of rare characters stand beside the text; they are not shown.
    private var phonetic = 0

    func start(_ name: SheetName, _ attributes: MarkupAttributes<SheetName>, at: Int) -> Bool {
        if name == .phonetic { phonetic += 1 }
        if name == .text { isText = phonetic == 0 }
        return true
    }

    func end(_ name: SheetName, at: Int) -> Bool {
        switch name {
        case .phonetic: phonetic -= 1
        case .text: isText = false
        case .sharedItem: strings.ends.append(strings.pieces.count)
        default: break
        }
        return true
    }

    func text(_ text: UnsafeBufferPointer<UInt8>, at: Int, isLiteral: Bool) -> Bool {
        guard isText else { return true }
        let start = strings.bytes.count
        strings.bytes.append(contentsOf: text)
        strings.pieces.append(SharedStrings.Piece(range: start..<strings.bytes.count, source: at))
        return true
    }
}
