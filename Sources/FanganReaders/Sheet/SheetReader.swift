import FanganText

/// Reads spreadsheets (.xlsx): each sheet as lines and tables, numbers as they are shown.
struct SheetReader: FormatReader {
    static let mediaType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"

    func accepts(_ input: ReaderInput) -> Bool { MagicNumber.kind(of: input.bytes) == MagicNumber.sheet }

    func read(_ input: ReaderInput) throws(ReadFailure) -> (SourceDocument, [Diagnostic]) {
        let package = try SheetPackage(input.bytes, limits: ZipContainer.Limits(unpacked: input.limits.maxUnpackedBytes))
        var page = SheetPage(package, mostText: input.limits.maxUnpackedBytes / 4)
        var damaged: [String] = []
        for sheet in package.sheets where !page.add(sheet) { damaged.append(sheet.name) }
        guard page.marks.contains(where: { $0.cell >= 0 || $0.furniture == nil }) else {
            if damaged.isEmpty, package.missing.isEmpty { throw .empty }
            throw .damaged(format: SheetPackage.format, reason: "its sheets are damaged or cut off")
        }
        let source = SourceInfo(uri: input.uri, mediaType: Self.mediaType, encoding: "UTF-8", sha256: input.sha256 ?? HexDigest.sha256(input.bytes))
        let clean = ManuscriptAssembler.clean(page.manuscript)
        let positions = page.grid.positions(of: page.marks.map(\.cell), .outerCounts)
        var draft = ManuscriptAssembler.draft(clean, zip(page.marks, positions).map { mark, position in
            Manuscript.Paragraph(cell: position, furniture: mark.furniture)
        })
        draft.facts = page.names.filter { $0 < clean.lines.count }.map { DocumentFact(kind: .sheet, span: clean.text.lines[clean.lines[$0]].span) }
        var document = DraftAssembler.finish(draft, source: source)
        document.tellsMergedCells = true
        return (document, diagnostics(package, page, damaged))
    }

    private func diagnostics(_ package: SheetPackage, _ page: SheetPage, _ damaged: [String]) -> [Diagnostic] {
        var found: [Diagnostic] = []
        if !damaged.isEmpty || !package.missing.isEmpty {
            found.append(Diagnostic("sheet.incomplete", .warning,
                "These sheets could not be read to their end: \(names(damaged + package.missing)). Open the file, save it anew and read that."))
        }
        if !package.hidden.isEmpty { found.append(Diagnostic("sheet.hidden", .note, "Hidden sheets were left out: \(names(package.hidden)).")) }
        if page.hiddenRows > 0 { found.append(Diagnostic("sheet.hidden-rows", .note, "\(page.hiddenRows) hidden row(s) were read as well.")) }
        return found
    }

    private func names(_ names: [String]) -> String { names.prefix(8).map { "“\($0.prefix(40))”" }.joined(separator: ", ") + (names.count > 8 ? " …" : "") }
}

/// The sheets of a file, written down one behind the other.
private struct SheetPage {
    struct Mark {
        /// In ``grid``, -1 outside of tables.
        var cell: Int
        var furniture: Furniture.Kind?
    }

    private(set) var manuscript = Manuscript()
    private(set) var marks: [Mark] = []
    private(set) var grid = GridTables()
    private(set) var hiddenRows = 0
    /// The marks that are names of sheets, of those that hold something.
    private(set) var names: [Int] = []
    private let strings: SharedStrings
    private let styles: CellStyles
    private let is1904: Bool
    /// A text that many cells name may be much longer in all than the file is.
    private let mostText: Int
    /// Where the sheet begins in the source, which is the shared texts and then the sheets.
    private var base: Int

    init(_ package: SheetPackage, mostText: Int) {
        strings = SharedStrings(package.sharedStrings)
        styles = CellStyles(package.styles)
        is1904 = package.is1904
        self.mostText = mostText
        base = package.sharedStrings.count
    }

    /// Whether it was read to its end.
    mutating func add(_ sheet: SheetPackage.Sheet) -> Bool {
        let cells = SheetCells(sheet.bytes), layout = SheetLayout(cells)
        defer { base += sheet.bytes.count }
        hiddenRows += cells.hiddenRows
        if !cells.cells.isEmpty { addName(sheet.name) }
        for stretch in layout.stretches {
            if stretch.isTable { addTable(stretch, layout, cells) } else {
                for placed in layout.placed[stretch.cells] { write(cells.cells[placed.cell], cells, in: -1) }
            }
            if manuscript.bytes.count > mostText { return false }
        }
        return cells.outcome.ending == .done
    }

    /// The tab's name is seen, but it is no part of the sheet's text.
    private mutating func addName(_ name: String) {
        manuscript.addGenerated(name, source: base)
        guard manuscript.end(Manuscript.Paragraph(), source: base) else { return }
        names.append(marks.count)
        marks.append(Mark(cell: -1, furniture: .runningHead))
    }

    private mutating func addTable(_ stretch: SheetLayout.Stretch, _ layout: SheetLayout, _ cells: SheetCells) {
        let table = grid.tables.count, first = marks.count
        grid.tables.append(GridTables.Table(cell: -1, paragraphs: first..<first, rows: stretch.rows))
        for placed in layout.placed[stretch.cells] {
            let start = marks.count, number = grid.cells.count
            grid.cells.append(GridTables.Cell(
                table: table, row: placed.row - stretch.row, column: placed.column, rowSpan: placed.rowSpan, columnSpan: placed.columnSpan,
                paragraphs: start..<start))
            write(cells.cells[placed.cell], cells, in: number)
            grid.cells[number].paragraphs = start..<marks.count
            if manuscript.bytes.count > mostText { break }
        }
        grid.tables[table].paragraphs = first..<marks.count
    }

    /// Lines inside a cell are paragraphs of it.
    private mutating func write(_ cell: SheetCells.Cell, _ sheet: SheetCells, in number: Int) {
        switch cell.content {
        case let .shared(text):
            strings.bytes.withUnsafeBufferPointer { bytes in
                for piece in strings.text(text) { addLines(UnsafeBufferPointer(rebasing: bytes[piece.range]), piece.source, number) }
            }
        case let .own(range):
            sheet.bytes.withUnsafeBufferPointer { addLines(UnsafeBufferPointer(rebasing: $0[range]), base + cell.source, number) }
        case let .number(range, style):
            let raw = String(decoding: sheet.bytes[range], as: UTF8.self)
            let shown = shown(raw, style)
            if shown == raw { sheet.bytes.withUnsafeBufferPointer { manuscript.add(UnsafeBufferPointer(rebasing: $0[range]), source: base + cell.source) } } else {
                manuscript.addGenerated(shown, source: base + cell.source)
            }
        }
        close(number, base + cell.source)
    }

    private func shown(_ raw: String, _ style: Int) -> String {
        guard let number = DecimalNumber(raw.utf8) else { return raw }
        let code = styles.code(style)
        if code.isEmpty || code == "@" { return number.general }
        return CellFormat.section(code, sign: number.isZero ? 0 : number.isNegative ? -1 : 1).shown(number, is1904: is1904)
    }

    private mutating func addLines(_ text: UnsafeBufferPointer<UInt8>, _ source: Int, _ number: Int) {
        var start = 0
        for i in text.indices where text[i] == 0x0A || text[i] == 0x0D {
            manuscript.add(UnsafeBufferPointer(rebasing: text[start..<i]), source: source + start)
            close(number, source + i)
            start = i + 1
        }
        manuscript.add(UnsafeBufferPointer(rebasing: text[start...]), source: source + start)
    }

    private mutating func close(_ number: Int, _ source: Int) {
        if manuscript.end(Manuscript.Paragraph(), source: source) { marks.append(Mark(cell: number)) }
    }
}
