import FanganGraph

extension TaskRow {
    /// A task of a store with its document, and no values yet.
    public init(_ task: StoredTask, role: String, textURI: String) {
        let place = task.place, mentions = task.units.compactMap(\.mention), basis = task.units.compactMap(\.basis)
        func units(_ roles: [String?]) -> [String] { task.units.filter { roles.contains($0.role) }.map(\.unitWithMembers).unrepeated }
        self.init(
            document: place.document, title: place.title, number: place.number, issued: place.issued, region: place.region, task: place.item ?? "",
            path: place.path, role: role, heading: place.heading, text: place.text ?? "", lead: units(["lead"]), responsible: units(["responsible", nil]),
            support: units(["support"]), mentions: mentions.unrepeated, basis: basis.unrepeated, due: [], recurrence: [], phases: [], scores: [], targets: [],
            context: [], span: place.span ?? ScalarSpan(0, 0), textURI: textURI, openPoints: [])
    }
}

extension StoredTask.Assignment {
    /// 吉安市各县（市、区）人民政府（含吉安市青原区人民政府）: the class with those of its members that were asked for.
    public var unitWithMembers: String { members.isEmpty ? unit : unit + "（含" + members.joined(separator: "、") + "）" }
}

extension [String] {
    /// Each once, in the order in which they came first.
    fileprivate var unrepeated: [String] {
        var seen: Set<String> = []
        return filter { seen.insert($0).inserted }
    }
}
