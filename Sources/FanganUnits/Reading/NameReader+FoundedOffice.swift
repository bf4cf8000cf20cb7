/// Offices of the bodies that a document founds: 领导小组办公室 where it founds 市爱国卫生工作领导小组.
extension NameReader {
    /// 领导小组办公室, 办公室: the office of the one body of that kind which the document founds; nil where there is none, or several.
    ///
    /// - Parameter form: the last word of the name.
    func foundedOffice(_ form: String) -> UnitReading? {
        let kind = Self.withoutWork(form)
        // 成立领导小组，下设办公室: that may be the one whose 办公室 alone is.
        if kind == Self.office, let plain = jurisdiction.bodies.first(where: isPlain) { return jurisdiction.bodies.count == 1 && !isOfficeless(plain) ? way(Name(plain + kind)).reading : nil }
        var found: UnitReading?
        for body in jurisdiction.bodies {
            guard let own = foundedForm(body), kind != Self.office || !isOfficeless(body) else { continue }
            // 办公室 alone is that of whichever body there is.
            let rest = kind == Self.office ? kind : kind.hasPrefix(own) ? String(kind.dropFirst(own.count)) : nil
            guard let rest, let reading = foundedOffice(of: Name(body + rest)) else { continue }
            // 平凉市河道整治工作领导小组 and 市河道整治工作领导小组 are one.
            if let found, found.name != reading.name { return nil }
            found = reading
        }
        return found
    }

    /// 领导小组: a body without a name of its own.
    private func isPlain(_ body: String) -> Bool { tables.relations(.body).contains { body.utf8.elementsEqual($0) } }

    /// 专家工作组
    private func isOfficeless(_ body: String) -> Bool { tables.relations(.officeless).contains { body.utf8.suffix($0.count).elementsEqual($0) } }

    private func foundedOffice(of name: Name) -> UnitReading? {
        let suffix = tables.words.adhocWords.longestSuffix(name.bytes, name.all)
        // A longer last word may leave no subject: that would be asked for again.
        guard let suffix, officeScope(name).1 < suffix.start else { return nil }
        let full = tables.words.adhoc[suffix.value]
        // What a bureau founds without naming a place is its own.
        if jurisdiction.bureau != nil, officeScope(name).1 == 0 { return bureauOffice(name, (bureauEnd(name) ?? 0)..<suffix.start, full) }
        return office(name, suffix.start, full)
    }

    /// 办公室 alone; in a bureau's plan it may be the bureau's own.
    func foundedOfficeAlone(_ name: Name) -> UnitReading? {
        !jurisdiction.hasOwnOffice && name.string(name.all) == Self.office ? foundedOffice(Self.office) : nil
    }

    /// 领导小组 of 市爱国卫生工作领导小组; nil where the name has no subject of its own.
    private func foundedForm(_ body: String) -> String? {
        let name = Name(body)
        guard let suffix = tables.words.adhocWords.longestSuffix(name.bytes, name.all), !isGeneric(name, 0..<suffix.start) else { return nil }
        // 市级领导小组
        let start = officeScope(name).1
        guard start < suffix.start, name.string(start..<suffix.start) != "级" else { return nil }
        return Self.withoutWork(tables.words.adhoc[suffix.value])
    }

    private static func withoutWork(_ form: String) -> String { form.hasPrefix("工作") ? String(form.dropFirst(2)) : form }
    private static let office = "办公室"
}
