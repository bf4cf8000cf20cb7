/// The fuller names of a document without the place in front of them, prepared once for all its names.
struct KnownNames: Sendable {
    fileprivate struct Body: Sendable {
        let bytes: [UInt8]
        let scalars: [Unicode.Scalar]
    }
    fileprivate var bodies: [Body] = []

    init() {}

    var isEmpty: Bool { bodies.isEmpty }

    init(_ reader: NameReader) {
        for printed in reader.jurisdiction.knownNames {
            let name = Name(printed)
            let start = reader.bodyStart(name), bytes = Array(name.bytes[start...])
            if bodies.contains(where: { $0.bytes == bytes }) { continue }
            bodies.append(Body(bytes: bytes, scalars: name.scalars(start..<name.bytes.count)))
        }
    }
}

/// Short forms that stand for a fuller name of the same document: 文广局 for 文体广电和旅游局.
extension NameReader {
    /// The reading that a fuller name gives, if exactly one fits.
    func known(_ name: Name, _ parsed: Parsed) -> Parsed? {
        guard !names.bodies.isEmpty else { return nil }
        let short = name.bytes[parsed.coreStart...]
        let scalars = name.scalars(parsed.coreStart..<name.bytes.count)
        var fit: [UInt8]?
        for body in names.bodies {
            if body.bytes.count <= short.count {
                if body.bytes.elementsEqual(short) { return nil }
                continue
            }
            guard Self.abbreviates(scalars, body.scalars) else { continue }
            if fit != nil { return nil }
            fit = body.bytes
        }
        guard let fit, var core = cores.read(Name(bytes: fit), 0..<fit.count, in: parsed.scope), core.rank >= .composed else { return nil }
        guard core.rank == .listed || parsed.core.fields.isEmpty || core.fields.contains(where: parsed.core.fields.contains) else { return nil }
        // The document's own wording, where the tables only compose it.
        if core.rank == .composed { core.name = parsed.scope.prefix + String(decoding: fit, as: UTF8.self) }
        let full = Parsed(scope: parsed.scope, core: core, isExplicit: parsed.isExplicit, coreStart: parsed.coreStart)
        (full.isStem, full.elsewhere) = (parsed.isStem, parsed.elsewhere)
        return full
    }

    /// Where the organ begins in a fuller name: behind 区, 平凉市.
    fileprivate func bodyStart(_ name: Name) -> Int {
        if let prefix = scopes.regionPrefix(name, name.all), !prefix.isStem, prefix.end < name.bytes.count { return prefix.end }
        return parse(name, name.all)?.coreStart ?? 0
    }

    /// Same first and last character, and all others in the same order.
    private static func abbreviates(_ short: [Unicode.Scalar], _ long: [Unicode.Scalar]) -> Bool {
        guard short.count >= 2, short.first == long.first, short.last == long.last else { return false }
        var i = 0
        for scalar in long where i < short.count && short[i] == scalar { i += 1 }
        return i == short.count
    }
}
