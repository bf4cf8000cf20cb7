import FanganText

/// What the titles of sections say.
extension TitleWords {
    /// The role that a section's heading names: `主要任务`, `加强组织领导`, `工作目标和任务`.
    func role(ofHeading heading: Passage) -> SectionRole? {
        let trimmed = heading.without { $0 == 0x20 || $0 == 0x0A }
        guard trimmed.count <= 32 else { return nil }
        for start in trimmed.indices {
            guard let (role, length) = sectionTitles.match(trimmed.scalars, at: start) else { continue }
            let before = trimmed.string(0..<start)
            guard start == 0 || titleVerbs.contains(before) else {
                // `发展形势与总体要求`: what a title joins at its end says what the section is for.
                if start + length == trimmed.count, length > 2, "与和及、".unicodeScalars.contains(where: { $0.value == trimmed.scalars[start - 1] }), [.guiding, .goals, .principles, .phases].contains(role) { return role }
                continue
            }
            let rest = (start + length)..<trimmed.count
            if rest.isEmpty || length > 2 && (Self.joins.contains(trimmed.scalars[rest.lowerBound]) || titleEnds.contains(trimmed.string(rest))) { return role }
        }
        guard let tail = titleTails.match(heading, before: heading.count) else { return nil }
        // 防汛工作现状和面临的形势
        return trimmed.count <= 7 || tail.length > 3 && trimmed.count <= 16 ? tail.value : nil
    }

    /// 和 与 及 、 ， , ( （ ： : 。
    private static let joins: ScalarSet = "和与及、，,(（：:。；;"
}
