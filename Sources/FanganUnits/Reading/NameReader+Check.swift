/// Whether a text is a name at all, without a document around it.
extension NameReader {
    func isName(_ name: Name) -> Bool {
        guard (4...180).contains(name.bytes.count), !hasSentenceMarks(name) else { return false }
        if tables.words.nationalWords.value(name.bytes, name.all) != nil { return true }
        if group(name) != nil { return name.bytes.count <= 90 }
        if let parsed = parse(name, name.all) {
            if parsed.core.rank >= .composed { return true }
            if parsed.isExplicit, name.bytes.count <= 60 { return true }
        }
        if tables.words.adhocWords.longestSuffix(name.bytes, name.all) != nil { return name.bytes.count <= 120 }
        return branch(name) != nil || place(name) != nil || zoneBody(name) != nil
    }

    private func hasSentenceMarks(_ name: Name) -> Bool {
        let marks: [StaticString] = ["。", "；", "！", "？", "，", "：", "《", "%"]
        return marks.contains { name.first($0, in: name.all) != nil }
    }

    /// Whether a part of a text is a complete name with its place printed, as a splitter needs it.
    func isComplete(_ name: Name, _ range: Range<Int>) -> Bool {
        if let parsed = parse(name, range), parsed.core.rank >= .composed, parsed.isExplicit { return true }
        if !scopes.townships(name, range).isEmpty, scopes.home != nil { return true }
        if let prefix = scopes.regionPrefix(name, range), prefix.end == range.upperBound, !prefix.isStem, let home = scopes.home {
            return prefix.indices.contains { tables.regions.lineage($0).contains(home) }
        }
        return false
    }
}
