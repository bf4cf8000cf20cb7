/// The cells of one sheet that hold something, and which of them are merged.
struct SheetCells: Sendable {
    enum Content: Sendable {
        /// The number of a shared text.
        case shared(Int)
        /// A stretch of ``SheetCells/bytes``: what stands in the cell itself.
        case own(Range<Int>)
        /// A stretch of ``SheetCells/bytes``: a number, to be shown as the style says.
        case number(Range<Int>, style: Int)
    }

    struct Cell: Sendable {
        /// From 0.
        var row: Int
        var column: Int
        var content: Content
        /// Where its content begins in the part.
        var source: Int
    }

    struct Merge: Sendable, Hashable {
        var rows: ClosedRange<Int>
        var columns: ClosedRange<Int>
    }

    fileprivate(set) var cells: [Cell] = []
    fileprivate(set) var merges: [Merge] = []
    fileprivate(set) var bytes: [UInt8] = []
    fileprivate(set) var hiddenRows = 0
    fileprivate(set) var outcome = MarkupOutcome()

    /// More cells than this are not read; the reading stops there.
    static let most = 1_000_000
    static let mostMerges = 100_000
    static let rows = 1_048_576, columns = 16_384

    init(_ part: [UInt8]) {
        let listener = SheetListener()
        let outcome = MarkupParser.readXML(part, namespaces: SheetName.namespaces, listener)
        self = listener.sheet
        self.outcome = outcome
        // Rows and cells stand in order in every file that a program wrote; nothing else may rely on it.
        if !zip(cells, cells.dropFirst()).allSatisfy({ ($0.row, $0.column) < ($1.row, $1.column) }) {
            cells.sort { ($0.row, $0.column) < ($1.row, $1.column) }
        }
    }

    fileprivate init() {}

    /// `BC12` as row and column from 0.
    static func place(_ reference: some Sequence<UInt8>) -> (row: Int, column: Int)? {
        var column = 0, row = 0
        for c in reference {
            switch c {
            case 0x41...0x5A where row == 0: column = min(column * 26 + Int(c - 0x40), columns + 1)
            case 0x61...0x7A where row == 0: column = min(column * 26 + Int(c - 0x60), columns + 1)
            case 0x30...0x39: row = min(row * 10 + Int(c - 0x30), rows + 1)
            case 0x24: continue
            default: return nil
            }
        }
        return (1...rows).contains(row) && (1...columns).contains(column) ? (row - 1, column - 1) : nil
    }
}

private final class SheetListener: MarkupListener {
    var sheet = SheetCells()
    private var row = -1, column = -1
    private var style = 0
    private var type: [UInt8] = []
    private var source: Int?
    private var start = 0
    private var isText = false
    private var phonetic = 0

    func start(_ name: SheetName, _ attributes: MarkupAttributes<SheetName>, at: Int) -> Bool {
        switch name {
        case .row:
            row = attributes.integer(.place).map { $0 - 1 } ?? row + 1
            column = -1
            if attributes.isOn(.hidden) { sheet.hiddenRows += 1 }
        case .cell:
            if let reference = attributes.value(.place), let place = SheetCells.place(reference) { (row, column) = place } else { column += 1 }
            style = attributes.integer(.style) ?? 0
            type = attributes.value(.type).map(Array.init) ?? []
            source = nil
            start = sheet.bytes.count
        case .value: isText = true
        case .text: isText = phonetic == 0
        case .phonetic: phonetic += 1
        case .mergedCell: if let reference = attributes.value(.reference) { merge(reference) }
        default: break
        }
        return true
    }

    private func merge(_ reference: UnsafeBufferPointer<UInt8>) {
        let ends = reference.split(separator: 0x3A)
        guard ends.count == 2, sheet.merges.count < SheetCells.mostMerges, let a = SheetCells.place(ends[0]), let b = SheetCells.place(ends[1]) else { return }
        sheet.merges.append(SheetCells.Merge(rows: min(a.row, b.row)...max(a.row, b.row), columns: min(a.column, b.column)...max(a.column, b.column)))
    }

    func end(_ name: SheetName, at: Int) -> Bool {
        switch name {
        case .value, .text: isText = false
        case .phonetic: phonetic -= 1
        case .cell:
            if let source, let content = content() {
                guard sheet.cells.count < SheetCells.most else { return false }
                sheet.cells.append(SheetCells.Cell(row: max(row, 0), column: max(column, 0), content: content, source: source))
            }
        default: break
        }
        return true
    }

    private func content() -> SheetCells.Content? {
        let range = start..<sheet.bytes.count
        guard !range.isEmpty else { return nil }
        switch String(decoding: type, as: UTF8.self) {
        case "s":
            // The number stays in `bytes`; nothing points to it.
            return Int(String(decoding: sheet.bytes[range], as: UTF8.self)).map { .shared($0) }
        case "", "n": return .number(range, style: style)
        case "b":
            sheet.bytes.replaceSubrange(range, with: sheet.bytes[range] == [0x31] ? Array("TRUE".utf8) : Array("FALSE".utf8))
            return .own(start..<sheet.bytes.count)
        default: return .own(range)
        }
    }

    func text(_ text: UnsafeBufferPointer<UInt8>, at: Int, isLiteral: Bool) -> Bool {
        guard isText else { return true }
        if source == nil { source = at }
        sheet.bytes.append(contentsOf: text)
        return true
    }
}
