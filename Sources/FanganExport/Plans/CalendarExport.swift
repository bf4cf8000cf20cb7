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
            for (number, due) in row.due.enumerated() { Self.add(row, plan.graph.document, "due\(number + 1)", due: due, recurrence: nil, &lines) }
            for (number, recurrence) in row.recurrence.enumerated() { Self.add(row, plan.graph.document, "recurrence\(number + 1)", due: nil, recurrence: recurrence, &lines) }
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

    private static func add(_ row: TaskRow, _ facts: DocumentFacts, _ part: String, due: Due?, recurrence: Recurrence?, _ lines: inout CalendarLines) {
        let start = due?.start ?? facts.issued
        // A rule needs a day to begin with; where the plan names none, its words stand in the description alone.
        let rule = recurrence.flatMap { start == nil ? nil : $0.rule }
        lines.add("BEGIN", "VTODO")
        lines.add("UID", escaped("\(facts.id)/\(row.task)/\(part)@fangan"))
        lines.add("DTSTAMP", (facts.issued.map(digits) ?? "19700101") + "T000000Z")
        if let due {
            if let start = due.start, start < due.date { lines.add("DTSTART;VALUE=DATE", digits(start)) }
            lines.add("DUE;VALUE=DATE", digits(due.date))
        }
        if let rule, let start {
            lines.add("DTSTART;VALUE=DATE", digits(start))
            lines.add("RRULE", rule.filter { $0.isASCII && !$0.isNewline })
        }
        let quote = due?.quote ?? recurrence?.quote ?? ""
        lines.add("SUMMARY", escaped(row.heading ?? (row.text.isEmpty ? row.path.joined() : String(row.text.unicodeScalars.prefix(60).map(Character.init)))))
        lines.add("DESCRIPTION", escaped([row.text, "时限：" + quote, "出处：" + [row.title ?? row.document, row.number].compactMap(\.self).joined(separator: "　") + "　" + row.path.joined(), who(row)].filter { !$0.isEmpty }.joined(separator: "\n")))
        let units = row.lead + row.responsible + row.support
        if !units.isEmpty { lines.add("CATEGORIES", units.map(escaped).joined(separator: ",")) }
        let span = due?.span ?? recurrence?.span ?? row.span
        lines.add("X-FANGAN-PLACE", escaped("\(row.textURI)#char=\(span.start),\(span.end)"))
        lines.add("X-FANGAN-QUOTE", escaped(quote))
        lines.add("STATUS", "NEEDS-ACTION")
        lines.add("END", "VTODO")
    }

    private static func who(_ row: TaskRow) -> String {
        [("牵头单位", row.lead), ("责任单位", row.responsible), ("配合单位", row.support)].filter { !$0.1.isEmpty }.map { $0.0 + "：" + $0.1.joined(separator: "、") }.joined(separator: "\n")
    }

    /// `20230930`
    private static func digits(_ date: String) -> String { date.filter { $0 != "-" } }

    /// Text as a value: a comma, a semicolon or a line end in it never ends the value.
    static func escaped(_ text: String) -> String {
        var result = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\\", ",", ";": result.append("\\"); result.append(scalar)
            case "\n": result.append("\\"); result.append("n")
            case "\t": result.append(scalar)
            default: if scalar.value >= 0x20 && scalar.value != 0x7F { result.append(scalar) }
            }
        }
        return String(result)
    }
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
}
