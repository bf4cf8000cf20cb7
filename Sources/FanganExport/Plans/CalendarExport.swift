import FanganGraph

/// iCalendar (RFC 5545): a to-do for each deadline and each time that comes again.
///
/// Nothing depends on the clock: a to-do's stamp is the day on which its plan was issued.
public struct CalendarExport: PlanExport {
    private let files: ExportFiles
    private var isBegun = false
    private var documents: Set<String> = []

    public init(_ files: ExportFiles) { self.files = files }

    public mutating func add(_ plan: ExportedPlan) throws {
        try begin()
        guard documents.insert(plan.graph.document.id).inserted else { return }
        var lines = CalendarLines()
        TaskRow.forEach(of: plan.graph, document: plan.name, index: GraphIndex(plan.graph)) { row in
            let task = CalendarTask(row: row, facts: plan.graph.document)
            for (number, due) in row.due.enumerated() { task.add(due, number + 1, &lines) }
            for (number, recurrence) in row.recurrence.enumerated() { task.add(recurrence, number + 1, &lines) }
        }
        try files.write(lines.text)
    }

    public mutating func finish() throws {
        try begin()
        try files.write("END:VCALENDAR\r\n")
    }

    private mutating func begin() throws {
        if isBegun { return }
        isBegun = true
        try files.write("BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//fangan//task graph 1//ZH\r\nCALSCALE:GREGORIAN\r\n")
    }
}

/// The to-dos of one task.
private struct CalendarTask {
    let row: TaskRow
    let facts: DocumentFacts

    /// A to-do that ends on a day.
    func add(_ due: Due, _ number: Int, _ lines: inout CalendarLines) {
        begin("due\(number)", &lines)
        // What ends on the day it begins has no beginning of its own: RFC 5545 wants it to be earlier.
        if let start = due.start, start < due.date { lines.add("DTSTART;VALUE=DATE", Self.digits(start)) }
        lines.add("DUE;VALUE=DATE", Self.digits(due.date))
        end(due.quote, due.span, &lines)
    }

    /// A to-do that comes again. Its first day is the first one that its rule names after the plan was issued; where the plan names no
    /// day of issue, or the rule is none that a day can be told from, the plan's words stand alone.
    func add(_ recurrence: Recurrence, _ number: Int, _ lines: inout CalendarLines) {
        begin("recurrence\(number)", &lines)
        if let issued = facts.issued.flatMap(CalendarDay.init), let first = RecurrenceRule(recurrence.rule)?.first(from: issued) {
            lines.add("DTSTART;VALUE=DATE", Self.digits(first.text))
            lines.add("RRULE", recurrence.rule)
        }
        end(recurrence.quote, recurrence.span, &lines)
    }

    private func begin(_ part: String, _ lines: inout CalendarLines) {
        lines.add("BEGIN", "VTODO")
        lines.add("UID", CalendarLines.escaped("\(facts.id)/\(row.task)/\(part)@fangan"))
        lines.add("DTSTAMP", (facts.issued.map(Self.digits) ?? "19700101") + "T000000Z")
    }

    private func end(_ quote: String, _ span: ScalarSpan, _ lines: inout CalendarLines) {
        lines.add("SUMMARY", CalendarLines.escaped(row.shortTitle))
        let origin = "出处：" + [row.title ?? row.document, row.number].compactMap(\.self).joined(separator: "　") + "　" + row.path.joined()
        lines.add("DESCRIPTION", CalendarLines.escaped(([row.text, "时限：" + quote, origin] + who).filter { !$0.isEmpty }.joined(separator: "\n")))
        let units = row.lead + row.responsible + row.support
        if !units.isEmpty { lines.add("CATEGORIES", units.map(CalendarLines.escaped).joined(separator: ",")) }
        lines.add("X-FANGAN-PLACE", CalendarLines.escaped("\(row.textURI)#char=\(span.start),\(span.end)"))
        lines.add("X-FANGAN-QUOTE", CalendarLines.escaped(quote))
        lines.add("STATUS", "NEEDS-ACTION")
        lines.add("END", "VTODO")
    }

    private var who: [String] {
        [("牵头单位", row.lead), ("责任单位", row.responsible), ("配合单位", row.support)].filter { !$0.1.isEmpty }.map { $0.0 + "：" + $0.1.joined(separator: "、") }
    }

    /// `20230930`
    private static func digits(_ date: String) -> String { date.filter { $0 != "-" } }
}

extension TaskRow {
    /// The heading; else the first words, else the number.
    var shortTitle: String { heading ?? (text.isEmpty ? path.joined() : String(String.UnicodeScalarView(text.unicodeScalars.prefix(60)))) }
}

/// Content lines: no longer than 75 octets, never cut inside a character.
struct CalendarLines {
    private(set) var text = ""

    mutating func add(_ name: String, _ value: String) {
        var room = 75
        for scalar in (name + ":" + value).unicodeScalars {
            let size = UTF8.width(scalar)
            if size > room {
                text += "\r\n "
                room = 74
            }
            text.unicodeScalars.append(scalar)
            room -= size
        }
        text += "\r\n"
    }

    /// Text as a value: a comma, a semicolon or a line end in it never ends the value. Control characters, which no value can have, are left out.
    static func escaped(_ text: String) -> String {
        var result = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\\", ",", ";": result.append("\\"); result.append(scalar)
            // Some readers end a line at these too.
            case "\n", "\u{85}", "\u{2028}", "\u{2029}": result.append("\\"); result.append("n")
            case "\t": result.append(scalar)
            default: if scalar.value >= 0x20 && !(0x7F..<0xA0).contains(scalar.value) { result.append(scalar) }
            }
        }
        return String(result)
    }
}
