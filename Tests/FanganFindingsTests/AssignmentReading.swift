import FanganText
@testable import FanganFindings

/// `市财政局:lead` for each unit that one item's text names, and the text without what assigns work.
func read(_ text: String) -> (units: [String], text: String, deadlines: [String], diagnostics: [String], conditions: [String], rules: [String]) {
    let p = Passage(text)
    let reading = ResponsibilityRecogniser(names: knownNames).read(p)
    func words(_ range: Range<Int>) -> String { p.string(range).filter { !$0.isWhitespace } }
    var rest = ""
    var from = 0
    for cut in reading.cuts {
        rest += p.string(from..<cut.lowerBound)
        from = cut.upperBound
    }
    rest += p.string(from..<p.count)
    return (reading.units.map { "\($0.mention):\($0.role.rawValue)" + ($0.basis == .text ? ":text" : "") }, rest,
            reading.deadlines.map { p.string($0) }, reading.diagnostics.map(\.code),
            reading.attributes.filter { !$0.isDue }.map { ($0.key.map(words) ?? "-") + "=" + words($0.value) },
            reading.rules.map { "\($0.reach) " + $0.units.map(\.mention).joined(separator: "|") })
}
