import CXlsx

#if canImport(Darwin)
import Darwin
#elseif canImport(Musl)
import Musl
#else
import Glibc
#endif

/// Tables for Excel and WPS: text is wrapped, the titles of columns stay in view, and no text is ever a formula.
public struct Workbook: Sendable {
    /// One table.
    public struct Sheet: Sendable {
        /// At most 31 characters count, and none of `[]:*?/\`; others are replaced.
        public var name: String
        /// Titles with the widths of their columns in characters of the default font (a Chinese one takes two).
        public var columns: [(title: String, width: Double)]
        public var rows: [Row] = []

        public init(name: String, columns: [(title: String, width: Double)]) {
            self.name = name
            self.columns = columns
        }
    }

    /// A row; fewer cells than columns leave the last ones empty.
    public struct Row: Sendable {
        public var cells: [Cell]
        /// It stands over the rows that follow, as a heading.
        public var isSection: Bool
        public init(_ cells: [Cell], isSection: Bool = false) {
            self.cells = cells
            self.isSection = isSection
        }
    }

    public enum Cell: Sendable, Hashable {
        case empty
        case text(String)
        case number(Double)
        /// Text in parts of different looks.
        case parts([Part])
    }

    /// A stretch of text in a cell.
    public struct Part: Sendable, Hashable {
        public enum Look: Sendable, Hashable { case plain, bold, deleted, inserted }
        public var text: String
        public var look: Look
        public init(_ text: String, _ look: Look = .plain) {
            self.text = text
            self.look = look
        }
    }

    public var sheets: [Sheet]

    /// - Parameter sheets: at least one; two with one name get different ones.
    public init(sheets: [Sheet]) { self.sheets = sheets }

    /// Writes the file: it appears whole or not at all. The same tables give the same bytes.
    public func write(to path: String) throws(FileFailure) {
        let cut = path.utf8.lastIndex(of: UInt8(ascii: "/")).map { path.utf8.index(after: $0) } ?? path.startIndex
        let temporary = path[..<cut] + AtomicFile.prefix + String(getpid()) + "-" + path[cut...] + AtomicFile.suffix
        // The library tells no reasons; what the system says of the place does.
        let descriptor = open(temporary, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o666)
        guard descriptor >= 0 else { throw FileFailure.writing(path, errno) }
        close(descriptor)
        defer { unlink(temporary) }
        guard let book = cxlsx_new(temporary) else { throw FileFailure.writing(path, ENOMEM) }
        var names: Set<String> = []
        let isComplete = sheets.allSatisfy { Self.fill(book, $0, &names) }
        let problem = cxlsx_close(book)
        guard isComplete, problem == 0 else { throw FileFailure.writing(path, problem == 1 ? EIO : EINVAL) }
        if rename(temporary, path) != 0 { throw FileFailure.writing(path, errno) }
    }

    private static func fill(_ book: OpaquePointer, _ sheet: Sheet, _ names: inout Set<String>) -> Bool {
        guard cxlsx_sheet(book, name(sheet.name, &names)) != 0 else { return false }
        for (column, title) in sheet.columns.enumerated() {
            cxlsx_column(book, Int32(column), title.width)
            cxlsx_text(book, 0, Int32(column), CellText.clean(title.title), Int32(CXLSX_HEADER))
        }
        for (place, row) in sheet.rows.enumerated() {
            let look = row.isSection ? Int32(CXLSX_SECTION) : 0
            for column in sheet.columns.indices { write(column < row.cells.count ? row.cells[column] : .empty, book, Int32(place + 1), Int32(column), look) }
        }
        cxlsx_header(book, Int32(sheet.rows.count + 1), Int32(sheet.columns.count))
        return true
    }

    private static func write(_ cell: Cell, _ book: OpaquePointer, _ row: Int32, _ column: Int32, _ look: Int32) {
        switch cell {
        case .empty: cxlsx_text(book, row, column, "", look)
        case .text(let text): cxlsx_text(book, row, column, CellText.clean(text), look)
        case .number(let number): cxlsx_number(book, row, column, number, look)
        case .parts(let parts):
            let clean = CellText.clean(parts)
            guard clean.count > 1 else { return cxlsx_text(book, row, column, clean.first?.text ?? "", look | (clean.first.map { self.look($0.look) } ?? 0)) }
            let texts = clean.map { strdup($0.text) }
            defer { for text in texts { free(text) } }
            cxlsx_parts(book, row, column, texts.map { UnsafePointer($0) }, clean.map { self.look($0.look) }, Int32(clean.count), look)
        }
    }

    private static func look(_ look: Part.Look) -> Int32 {
        switch look {
        case .plain: 0
        case .bold: Int32(CXLSX_BOLD)
        case .deleted: Int32(CXLSX_DELETED)
        case .inserted: Int32(CXLSX_INSERTED)
        }
    }

    /// A name that a sheet can have and no other has.
    private static func name(_ wanted: String, _ taken: inout Set<String>) -> String {
        let allowed = CellText.clean(wanted).unicodeScalars.map { "[]:*?/\\\n\t".unicodeScalars.contains($0) ? "_" : $0 }
        var base = String(String.UnicodeScalarView(allowed)).trimmingQuotes()
        if base.isEmpty { base = "Sheet" }
        var number = 1, name = base.fitting(31)
        while !taken.insert(name.lowercased()).inserted {
            number += 1
            let tail = " (\(number))"
            name = base.fitting(31 - tail.utf16.count) + tail
        }
        return name
    }
}

/// Text as a cell can hold it.
private enum CellText {
    /// UTF-16 units that a cell holds.
    private static let most = 32_000

    /// Without characters that XML cannot have; cut where it is longer than a cell.
    static func clean(_ text: String) -> String {
        let isClean = text.unicodeScalars.allSatisfy(isAllowed)
        let clean = isClean ? text : String(String.UnicodeScalarView(text.unicodeScalars.map { isAllowed($0) ? $0 : "\u{FFFD}" }))
        return clean.utf16.count <= most ? clean : clean.fitting(most - 1) + "…"
    }

    /// Parts without empty ones, together no longer than a cell.
    static func clean(_ parts: [Workbook.Part]) -> [Workbook.Part] {
        var result: [Workbook.Part] = [], room = most
        for part in parts where !part.text.isEmpty && room > 0 {
            var text = clean(part.text)
            if text.utf16.count > room { text = text.fitting(room - 1) + "…" }
            room -= text.utf16.count
            result.append(Workbook.Part(text, part.look))
        }
        return result
    }

    private static func isAllowed(_ scalar: Unicode.Scalar) -> Bool {
        scalar.value >= 0x20 && scalar.value != 0x7F && scalar.value != 0xFFFE && scalar.value != 0xFFFF || scalar == "\n" || scalar == "\t"
    }
}

extension String {
    /// As many whole characters as so many UTF-16 units hold.
    fileprivate func fitting(_ units: Int) -> String {
        guard utf16.count > units else { return self }
        var room = units, view = String.UnicodeScalarView()
        for scalar in unicodeScalars {
            room -= UTF16.width(scalar)
            if room < 0 { break }
            view.append(scalar)
        }
        return String(view)
    }

    /// A sheet's name neither begins nor ends with a quote.
    fileprivate func trimmingQuotes() -> String {
        var rest = self[...]
        while rest.first == "'" || rest.first == " " { rest.removeFirst() }
        while rest.last == "'" || rest.last == " " { rest.removeLast() }
        return String(rest)
    }
}
