/// Whether a text is a name at all, without a document around it.
extension NameReader {
    func isName(_ name: Name) -> Bool {
        guard (4...180).contains(name.bytes.count), !hasSentenceMarks(name) else { return false }
        if tables.words.nationalWords.value(name.bytes, name.all) != nil { return true }
        if group(name) != nil { return name.bytes.count <= 90 }
        if let parsed = parse(name, name.all) {
            if parsed.core.rank >= .composed { return true }
            if parsed.isExplicit, name.bytes.count <= 60 { return true }
            if hasUnitForm(name) { return true }
        }
        if tables.words.adhocWords.longestSuffix(name.bytes, name.all) != nil { return name.bytes.count <= 120 }
        return branch(name) != nil || place(name) != nil || zoneBody(name) != nil
    }

    /// 登记指导处, 食品经营科: an unknown core with a form that prose rarely ends in.
    private func hasUnitForm(_ name: Name) -> Bool {
        guard name.bytes.count <= 45, let form = tables.words.formWords.longestSuffix(name.bytes, name.all) else { return false }
        if tables.words.proseWords.longestSuffix(name.bytes, name.all) != nil { return false }
        return tables.words.forms[form.value].isPlain && (form.start >= 6 || name.bytes.count - form.start >= 9)
    }

    private func hasSentenceMarks(_ name: Name) -> Bool {
        let marks: [StaticString] = ["。", "；", "！", "？", "，", "：", "《", "%"]
        return marks.contains { name.first($0, in: name.all) != nil }
    }

    /// Whether a place may be printed at an index, as ``isComplete(_:_:)`` needs it there; a quick look that never misses one.
    func mayBeginPlace(_ name: Name, _ index: Int) -> Bool {
        if tables.regions.divisions.mayBegin(name.bytes, at: index) || tables.regions.townships.mayBegin(name.bytes, at: index) { return true }
        if tables.words.levelWords.longestPrefix(name.bytes, index..<name.bytes.count) != nil { return true }
        let others: [StaticString] = ["中共", "中国共产党", "团"]
        if others.contains(where: { name.has($0, at: index) }) { return true }
        guard let zone = jurisdiction.zone else { return false }
        return zonePrefix(name, index..<name.bytes.count, zone) != nil
    }

    /// Whether an organ's name may end where a range does: with an organ, a form, a bracket or a committee. Without that nothing is parsed.
    private func mayEndOrgan(_ name: Name, _ range: Range<Int>) -> Bool {
        guard let last = name.last(range), ("\u{4E00}"..."\u{9FFF}").contains(last) else { return true }
        return tables.words.formWords.longestSuffix(name.bytes, range) != nil || tables.words.organWords.longestSuffix(name.bytes, range) != nil
            || name.first("委", in: max(range.lowerBound, range.upperBound - 9)..<min(range.upperBound + 3, name.bytes.count)) != nil
    }

    /// Whether a part of a text is a complete name with its place printed, as a splitter needs it.
    func isComplete(_ name: Name, _ range: Range<Int>) -> Bool {
        if mayEndOrgan(name, range), let parsed = parse(name, range), parsed.core.rank >= .composed, parsed.isExplicit { return true }
        if !scopes.townships(name, range).isEmpty, scopes.home != nil { return true }
        if let prefix = scopes.regionPrefix(name, range), prefix.end == range.upperBound, !prefix.isStem, let home = scopes.home {
            return prefix.indices.contains { tables.regions.isInside($0, home) }
        }
        return false
    }
}
