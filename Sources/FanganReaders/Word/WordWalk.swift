import FanganText

/// Goes through the parts of a Word file and writes the paragraphs down as they are printed.
struct WordWalk: MarkupListener {
    typealias Name = WordName

    private(set) var page = WordPage()
    private let styles: WordStyles
    private let numbering: WordNumbering
    private let changes: TrackedChanges
    private var counter: WordCounter
    /// Where the part begins in the source, which is all parts one behind the other.
    private var base = 0
    private var furniture: Furniture.Kind?

    /// Text of the paragraphs that are open or carried on.
    private var text: [UInt8] = []
    /// The paragraphs that are open: more than one where a text box stands in a paragraph.
    private var frames: [WordParagraph] = []
    /// Text of paragraphs whose end mark is deleted; it belongs to the next one.
    private var carried: [WordParagraph.Piece] = []
    private var tables: [WordTable] = []
    /// The innermost cell; a text box outside of all of them begins anew with -1.
    private var cells: [Int] = [-1]

    /// How deep the reading is inside elements whose content does not count.
    private var skipped = 0
    /// Whether a choice of the innermost alternatives was taken.
    private var choices: [Bool] = []
    private var inserted: [WordChangeMark] = []
    private var deleted: [WordChangeMark] = []
    private var paragraphProperties = 0, runProperties = 0, rowProperties = 0, cellProperties = 0
    private var isText = false, isHiddenRun = false
    private var lastStyle: (name: String?, facts: StyleFacts)?

    init(styles: WordStyles, numbering: WordNumbering, changes: TrackedChanges) {
        self.styles = styles
        self.numbering = numbering
        self.changes = changes
        counter = WordCounter(numbering)
    }

    /// Reads one part. Notes, heads and feet are furniture.
    mutating func read(_ part: [UInt8], as furniture: Furniture.Kind?) -> MarkupOutcome {
        self.furniture = furniture
        let outcome = MarkupParser.readXML(part, namespaces: WordName.namespaces, &self)
        finishPart()
        base += part.count
        return outcome
    }

    /// What is still open where a part is cut off.
    private mutating func finishPart() {
        while !frames.isEmpty { endParagraph(at: base) }
        if !carried.isEmpty {
            write(WordParagraph(), pieces: carried, label: nil, at: base)
            carried = []
        }
        text = []
        while !tables.isEmpty { endTable() }
        cells = [-1]
        skipped = 0
        (choices, inserted, deleted) = ([], [], [])
        (paragraphProperties, runProperties, rowProperties, cellProperties) = (0, 0, 0, 0)
        isText = false
    }

    // MARK: MarkupListener

    mutating func start(_ name: WordName, _ attributes: MarkupAttributes<WordName>, at: Int) -> Bool {
        if skipped > 0 || isPassedOver(name, attributes) {
            skipped += 1
            return true
        }
        switch name {
        case .alternateContent: choices.append(false)
        case .choice: if let last = choices.indices.last { choices[last] = true }
        case .paragraph:
            placeCell()
            frames.append(WordParagraph(cell: cells[cells.count - 1]))
        case .paragraphProperties: paragraphProperties += 1
        case .runProperties: runProperties += 1
        case .run: isHiddenRun = false
        case .text, .mathText, .deletedText: isText = true
        case .tab, .positionalTab: if paragraphProperties == 0 { add(.blank(0x09), at) }
        case .break_, .carriageReturn: if attributes.string(.type).map({ $0 == "textWrapping" }) ?? true { add(.lineEnd, at) }
        case .noBreakHyphen: add(.generated("-"), at, hasText: true)
        case .textBox: cells.append(cells[cells.count - 1])
        case .inserted, .movedTo, .deleted, .movedFrom: beginChange(name, attributes)
        case .table: beginTable()
        case .row: if !tables.isEmpty { tables[tables.count - 1].beginRow() }
        case .rowProperties: rowProperties += 1
        case .cell: if !tables.isEmpty { tables[tables.count - 1].beginCell() }
        case .cellProperties: cellProperties += 1
        default: readProperty(name, attributes)
        }
        return true
    }

    mutating func end(_ name: WordName, at: Int) -> Bool {
        if skipped > 0 {
            skipped -= 1
            return true
        }
        switch name {
        case .alternateContent: if !choices.isEmpty { choices.removeLast() }
        case .paragraph: endParagraph(at: base + at)
        case .paragraphProperties: paragraphProperties -= 1
        case .runProperties: runProperties -= 1
        case .run: isHiddenRun = false
        case .text, .mathText, .deletedText: isText = false
        case .textBox: if cells.count > 1 { cells.removeLast() }
        case .inserted, .movedTo: if isRunLevel { endChange(inserted.popLast(), isInsertion: true) }
        case .deleted, .movedFrom: if isRunLevel { endChange(deleted.popLast(), isInsertion: false) }
        case .table: endTable()
        case .rowProperties: rowProperties -= 1
        case .cell: endCell()
        case .cellProperties:
            cellProperties -= 1
            placeCell()
        default: break
        }
        return true
    }

    mutating func text(_ text: UnsafeBufferPointer<UInt8>, at: Int, isLiteral: Bool) -> Bool {
        guard isText, skipped == 0 else { return true }
        note(text)
        guard isShown else { return true }
        if isHiddenRun {
            page.hidden += ScalarTally(text, 0..<text.count).scalars
            return true
        }
        guard !frames.isEmpty else { return true }
        self.text.append(contentsOf: text)
        add(.text(self.text.count - text.count..<self.text.count), at, hasText: text.contains { $0 > 0x20 })
        return true
    }

    /// What is never printed, or stands in the file twice.
    private func isPassedOver(_ name: WordName, _ attributes: MarkupAttributes<WordName>) -> Bool {
        switch name {
        case .fallback: choices.last ?? false
        case .choice: choices.last ?? false
        case .paragraphChange, .runChange, .tableChange, .cellChange, .rowChange, .sectionChange, .numberingChange: true
        case .instruction, .deletedInstruction, .phonetic: true
        case .footnote, .endnote: attributes.string(.type).map { $0 != "normal" } ?? false
        default: false
        }
    }

    private mutating func readProperty(_ name: WordName, _ attributes: MarkupAttributes<WordName>) {
        if cellProperties > 0, let last = tables.indices.last {
            if name == .gridSpan { tables[last].columnSpan = attributes.integer(.value) ?? 1 }
            if name == .verticalMerge { tables[last].merge = attributes.string(.value) == "restart" ? .begins : .goesOn }
        } else if rowProperties > 0, let last = tables.indices.last {
            if name == .gridBefore { tables[last].skipColumns(attributes.integer(.value) ?? 0) }
        } else if paragraphProperties > 0, let last = frames.indices.last {
            switch name {
            case .paragraphStyle: frames[last].style = attributes.string(.value)
            case .numberID: frames[last].numberID = attributes.integer(.value)
            case .level: frames[last].level = attributes.integer(.value)
            case .outlineLevel: frames[last].outlineLevel = attributes.integer(.value)
            default: break
            }
        } else if runProperties > 0, name == .hidden {
            isHiddenRun = attributes.isOn
        } else if runProperties > 0, name == .struck || name == .doubleStruck, attributes.isOn {
            isHiddenRun = true
        }
    }

    // MARK: Paragraphs

    private mutating func add(_ content: WordParagraph.Content, _ at: Int, hasText: Bool = false) {
        guard let last = frames.indices.last, isShown, !isHiddenRun else { return }
        frames[last].pieces.append(WordParagraph.Piece(content: content, source: base + at, hasText: hasText))
    }

    private mutating func endParagraph(at: Int) {
        guard var paragraph = frames.popLast() else { return }
        if !carried.isEmpty {
            paragraph.pieces = carried + paragraph.pieces
            carried = []
        }
        defer { if frames.isEmpty, carried.isEmpty { text.removeAll(keepingCapacity: true) } }
        if paragraph.isMarkGone(changes), furniture == nil {
            carried = paragraph.pieces
            return
        }
        let label = number(paragraph)
        write(paragraph, pieces: paragraph.pieces, label: label, at: at)
        for inner in paragraph.boxes { write(inner.paragraph, pieces: inner.paragraph.pieces, label: inner.label, at: at) }
    }

    /// The number that Word prints in front of a paragraph, its own or its style's.
    private mutating func number(_ paragraph: WordParagraph) -> String? {
        var number = paragraph.numberID, level = paragraph.level
        if number == nil {
            let found = facts(of: paragraph.style)
            number = found.number
            if level == nil { level = found.level }
        }
        guard let number, number > 0, (0...8).contains(level ?? 0) else { return nil }
        return counter.label(number: number, level: level ?? 0)
    }

    /// What a style says of its paragraphs.
    private struct StyleFacts {
        var number: Int?
        var level: Int?
        var headingLevel: Int?
        var isContents: Bool
    }

    /// Most paragraphs have the style of the one in front of them.
    private mutating func facts(of style: String?) -> StyleFacts {
        if let last = lastStyle, last.name == style { return last.facts }
        let found: (id: String, number: Int, level: Int?)? = styles.first(style) { id, style in style.numberID.map { (id, $0, style.level) } }
        let level = found.flatMap { found in
            numbering.level(ofStyle: style ?? found.id, in: found.number) ?? numbering.level(ofStyle: found.id, in: found.number) ?? found.level
        }
        let facts = StyleFacts(number: found?.number, level: level, headingLevel: styles.headingLevel(style), isContents: styles.isContents(style))
        lastStyle = (style, facts)
        return facts
    }

    /// Writes a paragraph down, or in a text box keeps it until the paragraph around it ends.
    private mutating func write(_ paragraph: WordParagraph, pieces: [WordParagraph.Piece], label: String?, at: Int) {
        if let outer = frames.indices.last {
            var paragraph = paragraph
            paragraph.pieces = pieces
            frames[outer].boxes.append(WordParagraph.Inner(paragraph: paragraph, label: label))
            frames[outer].boxes += paragraph.boxes
            return
        }
        var label = pieces.contains(where: \.hasText) || isAlone(paragraph) ? label : nil
        let mark = WordPage.Mark(
            cell: paragraph.cell, headingLevel: headingLevel(paragraph), furniture: furniture ?? (facts(of: paragraph.style).isContents ? .runningHead : nil))
        func close(_ source: Int) {
            if page.manuscript.end(Manuscript.Paragraph(), source: source) { page.marks.append(mark) }
        }
        for piece in pieces {
            if let text = label, piece.hasText {
                page.manuscript.addGenerated(text, source: piece.source)
                page.labels += 1
                label = nil
            }
            switch piece.content {
            case let .text(range): text.withUnsafeBufferPointer { page.manuscript.add(UnsafeBufferPointer(rebasing: $0[range]), source: piece.source) }
            case let .generated(text): page.manuscript.addGenerated(text, source: piece.source)
            case let .blank(byte): page.manuscript.addBlank(byte, source: piece.source)
            case .lineEnd: close(piece.source)
            }
        }
        if isAlone(paragraph), let text = label {
            page.manuscript.addGenerated(text, source: at)
            page.labels += 1
        }
        close(at)
    }

    /// The first paragraph of a cell: under 序号 it holds the number that Word prints and nothing else. Where a merged cell goes on, nothing is printed.
    private func isAlone(_ paragraph: WordParagraph) -> Bool {
        paragraph.cell >= 0 && isShown && page.grid.cells[paragraph.cell].rowSpan == 1 && page.grid.cells[paragraph.cell].paragraphs.lowerBound == page.marks.count
    }

    private mutating func headingLevel(_ paragraph: WordParagraph) -> Int? {
        if let level = paragraph.outlineLevel { return (0...8).contains(level) ? level + 1 : nil }
        return facts(of: paragraph.style).headingLevel
    }

    // MARK: Tracked changes

    /// Whether text is of the version that is read.
    private var isShown: Bool { (changes == .reject ? inserted.isEmpty : deleted.isEmpty) && !tables.contains(where: \.isRowGone) }

    private mutating func beginChange(_ name: WordName, _ attributes: MarkupAttributes<WordName>) {
        let isInsertion = name == .inserted || name == .movedTo
        if rowProperties > 0 {
            if let last = tables.indices.last, isInsertion == (changes == .reject) { tables[last].isRowGone = true }
            return
        }
        if paragraphProperties > 0 {
            // In the properties of the paragraph's mark: the mark itself was set or deleted.
            if runProperties > 0, let last = frames.indices.last {
                if isInsertion { frames[last].isMarkInserted = true } else { frames[last].isMarkDeleted = true }
            }
            return
        }
        guard runProperties == 0 else { return }
        let mark = WordChangeMark(author: attributes.string(.author) ?? "", date: attributes.string(.date) ?? "")
        if isInsertion { inserted.append(mark) } else { deleted.append(mark) }
    }

    /// Not inside the properties of anything.
    private var isRunLevel: Bool { paragraphProperties == 0 && rowProperties == 0 && runProperties == 0 }

    private mutating func note(_ text: UnsafeBufferPointer<UInt8>) {
        if let last = inserted.indices.last { inserted[last].add(text) }
        if let last = deleted.indices.last { deleted[last].add(text) }
    }

    private mutating func endChange(_ mark: WordChangeMark?, isInsertion: Bool) {
        guard let mark, !mark.bytes.isEmpty else { return }
        page.changes.append(WordPage.Change(
            isInsertion: isInsertion, author: mark.author, date: mark.date, text: String(decoding: mark.bytes, as: UTF8.self), paragraph: page.marks.count))
    }

    // MARK: Tables

    private mutating func beginTable() {
        placeCell()
        tables.append(WordTable(index: page.grid.tables.count))
        page.grid.tables.append(GridTables.Table(cell: cells[cells.count - 1], paragraphs: page.marks.count..<page.marks.count))
    }

    /// A cell's place is known once its properties are read, or its first paragraph begins without any.
    private mutating func placeCell() {
        guard let last = tables.indices.last, let place = tables[last].place(&page.grid, paragraphs: page.marks.count) else { return }
        cells.append(place)
    }

    private mutating func endCell() {
        guard !tables.isEmpty else { return }
        placeCell()
        guard cells.count > 1, let cell = cells.popLast(), cell >= 0 else { return }
        // The lower part of a merged cell is mostly empty.
        let isWhole = page.grid.cells[cell].rowSpan == 1
        if isWhole || page.marks.last?.cell == cell {
            page.grid.cells[cell].paragraphs = page.grid.cells[cell].paragraphs.lowerBound..<page.marks.count
        }
    }

    private mutating func endTable() {
        guard let table = tables.popLast() else { return }
        page.grid.tables[table.index].paragraphs = page.grid.tables[table.index].paragraphs.lowerBound..<page.marks.count
        page.grid.tables[table.index].rows = table.row + 1
    }
}
