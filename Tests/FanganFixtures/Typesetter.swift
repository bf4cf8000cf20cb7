import FanganText

/// Sets a document on A4 pages as offices print their papers (GB/T 9704): lines of 28 characters of 16 points, 22 lines on a
/// page, first lines two characters in, titles in the middle, `— 3 —` at the foot, tables with rules that go over pages.
public struct Typesetter {
    public struct Style: Sendable {
        public var isJustified = true
        /// Closing marks hang over the right edge instead of taking a character down with them.
        public var hangsMarks = false
        public var runningHead: String?
        /// The first row of a table stands again on each page that it goes on.
        public var repeatsTableHead = true
        /// Rows are broken over pages rather than moved to the next.
        public var breaksRows = true
        /// Rules are drawn around cells.
        public var drawsRules = true
        /// Units and deadlines that several rows share stand in one cell.
        public var mergesCells = false
        public init() {}
    }

    static let left = 74.0, width = 448.0, top = 104.9, bottom = 104.9 + 22 * 29.0
    static let size = 16.0, pitch = 29.0

    let style: Style
    private(set) var pages: [PrintedPage] = [PrintedPage()]
    /// The upper edge of what comes next.
    var y = Typesetter.top

    /// The pages of a document.
    public static func pages(_ document: SourceDocument, style: Style = Style()) -> [PrintedPage] {
        var setter = Typesetter(style: style)
        let pieces = SetPiece.all(of: document)
        for (index, piece) in pieces.enumerated() {
            switch piece {
            case let .paragraph(text): setter.set(text, SetPiece.manner(of: index, in: pieces))
            case let .table(table): setter.set(style.mergesCells ? table.merged() : table)
            }
        }
        return setter.finished()
    }

    private init(style: Style) { self.style = style }

    mutating func turnPage() {
        pages.append(PrintedPage())
        y = Self.top
    }

    mutating func add(_ line: PrintedPage.Line) { pages[pages.count - 1].lines.append(line) }
    mutating func add(_ rule: PrintedPage.Rule) { pages[pages.count - 1].rules.append(rule) }

    private mutating func set(_ text: String, _ manner: SetPiece.Manner) {
        let size = manner == .title ? 22.0 : Self.size, pitch = manner == .title ? 35.0 : Self.pitch
        let breaking = LineBreaking(size: size, hangsMarks: style.hangsMarks, isJustified: style.isJustified && manner == .body)
        let edge = manner == .right ? Self.width - 4 * size : Self.width
        for line in breaking.lines(text, width: edge, indent: manner == .body ? 2 * size : 0) {
            if y + pitch > Self.bottom + 1 { turnPage() }
            let free = edge - (line.lefts.last.map { $0 + LineBreaking.width(line.scalars[line.scalars.count - 1], size) } ?? 0)
            let shift = Self.left + (manner == .title ? free / 2 : manner == .right ? free : 0)
            add(PrintedPage.Line(scalars: line.scalars, lefts: line.lefts.map { $0 + shift }, baseline: y + size + 3, size: size))
            y += pitch
        }
    }

    /// With page numbers, on odd pages at the right, on even ones at the left, and running heads.
    private func finished() -> [PrintedPage] {
        var pages = pages
        for index in pages.indices {
            let mark = "— \(index + 1) —", wide = LineBreaking.width(mark.unicodeScalars, 14)
            let at = index % 2 == 0 ? Self.left + Self.width - 14 - wide : Self.left + 14
            pages[index].lines.append(line(mark, at, 770, 14))
            guard let head = style.runningHead else { continue }
            var above = line(head, Self.left, 72, 10.5)
            above.isHead = true
            pages[index].lines.append(above)
            pages[index].rules.append(PrintedPage.Rule(from: (Self.left, 78), to: (Self.left + Self.width, 78), isHead: true))
        }
        return pages
    }

    private func line(_ text: String, _ left: Double, _ baseline: Double, _ size: Double) -> PrintedPage.Line {
        let set = LineBreaking(size: size).lines(text, width: 1000)[0]
        return PrintedPage.Line(scalars: set.scalars, lefts: set.lefts.map { $0 + left }, baseline: baseline, size: size)
    }
}

/// What a typesetter gets: paragraphs, and tables with their merged cells.
enum SetPiece {
    case paragraph(String), table(SetTable)

    enum Manner { case title, flush, body, right }

    static func all(of document: SourceDocument) -> [SetPiece] {
        var pieces: [SetPiece] = []
        for block in document.blocks {
            let text = document.passage(block.span).string
            guard let cell = block.cell else {
                pieces.append(.paragraph(text))
                continue
            }
            if case var .table(table) = pieces.last, table.number == cell.table {
                table.add(text, cell)
                pieces[pieces.count - 1] = .table(table)
            } else {
                var table = SetTable(number: cell.table)
                table.add(text, cell)
                pieces.append(.table(table))
            }
        }
        return pieces
    }

    private var text: String? {
        if case let .paragraph(text) = self { return text }
        return nil
    }

    /// How a paragraph is set: titles in the middle, names of addressees at the left edge, signature and date at the right.
    static func manner(of index: Int, in pieces: [SetPiece]) -> Manner {
        guard let text = pieces[index].text else { return .body }
        if isDate(text) || index + 1 < pieces.count && text.count <= 20 && pieces[index + 1].text.map(isDate) == true && !endsSentence(text) { return index < 4 ? .title : .right }
        if pieces[...index].allSatisfy({ $0.text.map { $0.count <= 44 && !endsSentence($0) && !isLabelled($0) } ?? false }) { return .title }
        return text.hasSuffix("：") && !isLabelled(text) && index < 8 ? .flush : .body
    }

    private static func isDate(_ text: String) -> Bool {
        text.count >= 8 && text.count <= 16 && text.contains("年") && text.contains("月") && text.hasSuffix("日")
    }
    private static func endsSentence(_ text: String) -> Bool { text.last.map { "。：；，.:;".contains($0) } ?? false }
    private static func isLabelled(_ text: String) -> Bool {
        ["一、", "（一）", "(一)", "1.", "1、", "第一"].contains { text.hasPrefix($0) }
    }
}
