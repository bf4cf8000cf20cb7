/// Short forms that stand for a fuller name of the same document: 文广局 for 文体广电和旅游局.
extension NameReader {
    /// The reading that a fuller name gives, if exactly one fits.
    func known(_ name: Name, _ parsed: Parsed) -> Parsed? {
        guard !jurisdiction.knownNames.isEmpty else { return nil }
        let short = Array(name.bytes[parsed.coreStart...])
        var fit: [UInt8]?
        for printed in jurisdiction.knownNames {
            let long = Name(printed)
            let body = Array(long.bytes[bodyStart(long)...])
            if body == short { return nil }
            guard body.count > short.count, Self.abbreviates(short, body) else { continue }
            if let other = fit, other != body { return nil }
            fit = body
        }
        guard let fit, let core = cores.read(Name(bytes: fit), 0..<fit.count, in: parsed.scope), core.rank >= .composed else { return nil }
        guard core.rank == .listed || parsed.core.fields.isEmpty || !Set(core.fields).isDisjoint(with: parsed.core.fields) else { return nil }
        var full = parsed
        full.core = core
        // The document's own wording, where the tables only compose it.
        if core.rank == .composed { full.core.name = parsed.scope.prefix + String(decoding: fit, as: UTF8.self) }
        return full
    }

    /// Where the organ begins in a fuller name: behind 区, 平凉市.
    private func bodyStart(_ name: Name) -> Int {
        if let prefix = scopes.regionPrefix(name, name.all), !prefix.isStem, prefix.end < name.bytes.count { return prefix.end }
        return parse(name, name.all)?.coreStart ?? 0
    }

    /// Same first and last character, and all others in the same order.
    private static func abbreviates(_ short: [UInt8], _ long: [UInt8]) -> Bool {
        let a = Array(String(decoding: short, as: UTF8.self).unicodeScalars), b = Array(String(decoding: long, as: UTF8.self).unicodeScalars)
        guard a.count >= 2, a.first == b.first, a.last == b.last else { return false }
        var i = 0
        for scalar in b where i < a.count && a[i] == scalar { i += 1 }
        return i == a.count
    }
}
