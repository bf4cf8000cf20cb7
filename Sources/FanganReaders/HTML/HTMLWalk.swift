#if canImport(Darwin)
import Darwin
#elseif canImport(Musl)
import Musl
#else
import Glibc
#endif
import FanganText

/// Goes through the elements of a page and writes its paragraphs down.
struct HTMLWalk: MarkupListener {
    typealias Name = HTMLName

    /// An element that is open.
    private struct Open {
        var name: HTMLName
        /// Its place among the boxes, tables or cells, -1 if it has none.
        var box = -1
        var isLink = false
        var isChrome = false
        /// Line ends count, by the element or its style.
        var isPre = false
        /// Its text is not read.
        var isSilent = false
        /// Holds the label of a list item that was pasted from Word.
        var isLabel = false
    }

    private(set) var page = HTMLPage()
    private var open: [Open] = []
    private var boxes: [Int] = [0]
    private var cells: [Int] = []
    private var tables: [(index: Int, grid: HTMLTableGrid)] = []
    private var lists = HTMLListNumbers()
    /// Depth of elements of each kind that are open.
    private var silent = 0, links = 0, chrome = 0, pre = 0
    private var heading: Int?
    /// Blanks of the source that are not written yet: where they begin, and whether a line end is among them.
    private var blank: (at: Int, hasLineEnd: Bool)?
    private var linkBytes = 0, textBytes = 0
    /// The label that is being read of an item pasted from Word.
    private var pasted: [(text: [UInt8], at: Int, isLiteral: Bool)]?
    /// A list item's number, written in front of its first text.
    private var label: String?

    init() { page.boxes.append(HTMLPage.Box(parent: -1, paragraphs: 0..<0, hint: nil)) }

    // MARK: MarkupListener

    mutating func start(_ name: HTMLName, _ attributes: MarkupAttributes<HTMLName>, at: Int) -> Bool {
        if name.isBlock || name == .br { endParagraph(at) }
        if name == .br || name == .img || name == .hr || name == .unknown && attributes.items.isEmpty {
            open.append(Open(name: name))
            return true
        }
        let style = Self.tellingStyle(attributes)
        var entry = Open(name: name)
        entry.isLink = name == .a && attributes.value(.href) != nil
        let isHidden = attributes.value(.hidden) != nil || style.map { $0.contains("display:none") || $0.contains("visibility:hidden") } ?? false
        entry.isChrome = name.isChrome || isHidden || attributes.string(.role) == "navigation"
        // Inside a paragraph what is not shown has no place of its own.
        entry.isSilent = name.isSilent || isHidden && !name.isBlock || style?.contains("line-through") ?? false
        if entry.isSilent { silent += 1 }
        if entry.isLink { links += 1 }
        if entry.isChrome { chrome += 1 }
        entry.isPre = name == .pre || name.isBlock && style?.contains("white-space:pre") ?? false
        entry.isLabel = label == nil && pasted == nil && style?.contains("mso-list:ignore") ?? false
        if entry.isPre { pre += 1 }
        if entry.isLabel { pasted = [] }
        if let level = name.headingLevel { heading = level }
        beginStructure(name, attributes, style, &entry)
        open.append(entry)
        return true
    }

    /// An element's style, in lower case and without blanks, where it says of what this reader asks for: `display`, `list-style`,
    /// `mso-list`, `text-decoration`, `visibility`, `white-space`. Pages from editors have one on every element, and nearly all speak of fonts.
    private static func tellingStyle(_ attributes: MarkupAttributes<HTMLName>) -> String? {
        guard let value = attributes.value(.style) else { return nil }
        guard let base = value.baseAddress else { return nil }
        // Each property begins the style or stands behind a semicolon.
        var i = 0
        while i + 6 < value.count {
            while i + 6 < value.count, value[i] <= 0x20 { i += 1 }
            if isTelling(value, i) { return String(decoding: value, as: UTF8.self).lowercased().filter { $0 != " " } }
            guard let found = memchr(base + i, 0x3B, value.count - i) else { return nil }
            i = UnsafeRawPointer(found) - UnsafeRawPointer(base) + 1
        }
        return nil
    }

    @inline(__always)
    private static func isTelling(_ value: UnsafeBufferPointer<UInt8>, _ i: Int) -> Bool {
        switch value[i] | 0x20 {
        case 0x64: value[i + 1] | 0x20 == 0x69 && value[i + 2] | 0x20 == 0x73 // dis
        case 0x6C: value[i + 1] | 0x20 == 0x69 && value[i + 2] | 0x20 == 0x73 // lis
        case 0x74: value[i + 1] | 0x20 == 0x65 && value[i + 5] | 0x20 == 0x64 // text-d
        case 0x76: value[i + 1] | 0x20 == 0x69 && value[i + 2] | 0x20 == 0x73 // vis
        case 0x77: value[i + 1] | 0x20 == 0x68 && value[i + 2] | 0x20 == 0x69 // whi
        case 0x6D: value[i + 1] | 0x20 == 0x73 && value[i + 4] | 0x20 == 0x6C // mso-l
        default: false
        }
    }

    mutating func end(_ name: HTMLName, at: Int) -> Bool {
        if name.isBlock { endParagraph(at) }
        if name == .title, let last = page.marks.indices.last { page.marks[last].isPageTitle = true }
        guard let entry = open.popLast() else { return true }
        if entry.isSilent { silent -= 1 }
        if entry.isLink { links -= 1 }
        if entry.isChrome { chrome -= 1 }
        if entry.isPre { pre -= 1 }
        if entry.isLabel { endPasted() }
        if entry.name.headingLevel != nil { heading = nil }
        endStructure(entry)
        return true
    }

    mutating func text(_ text: UnsafeBufferPointer<UInt8>, at: Int, isLiteral: Bool) -> Bool {
        guard silent == 0 else { return true }
        if pasted != nil {
            pasted?.append((Array(text), at, isLiteral))
            return true
        }
        return read(text, at, isLiteral)
    }

    private mutating func read(_ text: UnsafeBufferPointer<UInt8>, _ at: Int, _ isLiteral: Bool) -> Bool {
        var i = 0
        while i < text.count {
            let start = i
            if Self.isBlank(text[i]) {
                while i < text.count, Self.isBlank(text[i]) { i += 1 }
                takeBlanks(text, start..<i, at: isLiteral ? at + start : at)
            } else {
                while i < text.count, !Self.isBlank(text[i]) { i += 1 }
                write(UnsafeBufferPointer(rebasing: text[start..<i]), at: isLiteral ? at + start : at)
            }
        }
        return true
    }

    /// What was read, the last paragraph ended.
    mutating func finished(at: Int) -> HTMLPage {
        endParagraph(at)
        for box in boxes { close(box) }
        while let table = tables.popLast() { endTable(table.index, table.grid) }
        return page
    }

    // MARK: Lists that were pasted from Word

    /// Word writes a list item's label out, with spaces behind it and in a span of its own: `一、&nbsp;&nbsp;`. The spaces are layout,
    /// and a single letter (of a font of signs) or sign is a bullet.
    private mutating func endPasted() {
        let pieces = pasted ?? []
        pasted = nil
        let scalars = pieces.flatMap { String(decoding: $0.text, as: UTF8.self).unicodeScalars }.filter { !Self.isLayout($0) }
        if scalars.isEmpty || scalars.count == 1 && Self.isBullet(scalars[0].value) { return }
        for piece in pieces {
            let isBlank = String(decoding: piece.text, as: UTF8.self).unicodeScalars.allSatisfy(Self.isLayout)
            // As a line end of the source: a space only where there is no Chinese on both sides.
            if isBlank { blank = (blank?.at ?? piece.at, true) } else { piece.text.withUnsafeBufferPointer { _ = read($0, piece.at, piece.isLiteral) } }
        }
        blank = (blank?.at ?? pieces.last?.at ?? 0, true)
    }

    private static func isLayout(_ scalar: Unicode.Scalar) -> Bool { scalar.value <= 0x20 || scalar.value == 0xA0 || scalar.value == 0x3000 }

    private static func isBullet(_ scalar: UInt32) -> Bool {
        switch scalar {
        case 0x30...0x39: false
        case 0...0xFF, 0x2010...0x2027, 0x25A0...0x2775, 0x30FB, 0xE000...0xF8FF: true
        default: false
        }
    }

    // MARK: Text

    private static func isBlank(_ c: UInt8) -> Bool { c == 0x20 || c >= 0x09 && c <= 0x0D }

    private mutating func takeBlanks(_ text: UnsafeBufferPointer<UInt8>, _ range: Range<Int>, at: Int) {
        let hasLineEnd = range.contains { text[$0] == 0x0A || text[$0] == 0x0D }
        if pre > 0, hasLineEnd { return endParagraph(at) }
        blank = (blank?.at ?? at, blank?.hasLineEnd ?? false || hasLineEnd)
    }

    private mutating func write(_ text: UnsafeBufferPointer<UInt8>, at: Int) {
        if let label, page.manuscript.isAtStart {
            page.manuscript.addGenerated(label, source: at)
            self.label = nil
        }
        if let blank, needsSpace(blank.hasLineEnd, before: UTF8Scan.scalar(text, at: 0).value) {
            page.manuscript.addBlank(source: blank.at)
        }
        blank = nil
        page.manuscript.add(text, source: at)
        textBytes += text.count
        if links > 0 { linkBytes += text.count }
    }

    /// Blanks of the source become one space; a line end between two Chinese characters is only the source's own.
    private func needsSpace(_ hasLineEnd: Bool, before next: UInt32) -> Bool {
        let last = page.manuscript.last
        if last == 0 { return false }
        return !(hasLineEnd && Punctuation.isEastAsian(last) && Punctuation.isEastAsian(next))
    }

    private mutating func endParagraph(_ at: Int) {
        if pasted != nil { endPasted() }
        blank = nil
        let mark = HTMLPage.Mark(
            box: boxes[boxes.count - 1], cell: cells.last ?? -1, bytes: textBytes, linkBytes: linkBytes, isChrome: chrome > 0, headingLevel: heading)
        if page.manuscript.end(Manuscript.Paragraph(), source: at) { page.marks.append(mark) }
        textBytes = 0
        linkBytes = 0
    }

    // MARK: Boxes, tables and lists

    private mutating func beginStructure(_ name: HTMLName, _ attributes: MarkupAttributes<HTMLName>, _ style: String?, _ entry: inout Open) {
        if name.isBox {
            entry.box = page.boxes.count
            let names = [attributes.string(.class), attributes.string(.id)].compactMap { $0 }
            let hints = names.compactMap { WebVocabulary.shared.hint($0) }
            page.boxes.append(HTMLPage.Box(
                parent: boxes[boxes.count - 1], paragraphs: page.marks.count..<page.marks.count, hint: hints.contains(.main) ? .main : hints.first))
            boxes.append(entry.box)
        }
        switch name {
        case .table: beginTable()
        case .tr: if !tables.isEmpty { tables[tables.count - 1].grid.beginRow() }
        case .td, .th: beginCell(attributes)
        case .ol, .ul:
            lists.begin(isOrdered: name == .ol, start: attributes.integer(.start), type: attributes.string(.type), style: style, names: attributes.string(.class))
        case .li: label = lists.label(value: attributes.integer(.value))
        default: break
        }
    }

    private mutating func endStructure(_ entry: Open) {
        switch entry.name {
        case .table: if let table = tables.popLast() { endTable(table.index, table.grid) }
        case .td, .th: endCell()
        case .ol, .ul: lists.end()
        case .li: label = nil
        default: break
        }
        guard entry.box >= 0 else { return }
        close(entry.box)
        boxes.removeLast()
    }

    private mutating func close(_ box: Int) {
        page.boxes[box].paragraphs = page.boxes[box].paragraphs.lowerBound..<page.marks.count
    }

    private mutating func beginTable() {
        tables.append((page.grid.tables.count, HTMLTableGrid()))
        page.grid.tables.append(GridTables.Table(cell: cells.last ?? -1, paragraphs: page.marks.count..<page.marks.count))
        // Text of a table that stands in none of its cells is of the cell around it.
        cells.append(cells.last ?? -1)
    }

    private mutating func endTable(_ index: Int, _ grid: HTMLTableGrid) {
        page.grid.tables[index].paragraphs = page.grid.tables[index].paragraphs.lowerBound..<page.marks.count
        page.grid.tables[index].rows = grid.row + 1
        if !cells.isEmpty { cells.removeLast() }
    }

    private mutating func beginCell(_ attributes: MarkupAttributes<HTMLName>) {
        guard !tables.isEmpty else { return cells.append(-1) }
        let rowSpan = attributes.integer(.rowspan) ?? 1, columnSpan = attributes.integer(.colspan) ?? 1
        let last = tables.count - 1
        let place = tables[last].grid.place(rowSpan: rowSpan, columnSpan: columnSpan)
        cells.append(page.grid.cells.count)
        page.grid.cells.append(GridTables.Cell(
            table: tables[last].index, row: place.row, column: place.column, rowSpan: place.rowSpan, columnSpan: place.columnSpan,
            paragraphs: page.marks.count..<page.marks.count))
    }

    private mutating func endCell() {
        guard let cell = cells.popLast(), cell >= 0 else { return }
        page.grid.cells[cell].paragraphs = page.grid.cells[cell].paragraphs.lowerBound..<page.marks.count
    }
}
