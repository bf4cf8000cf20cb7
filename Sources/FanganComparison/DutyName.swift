/// How a user names a task: by its identifier (`2.1`), by its labels as printed or as they are said (`二、（一）3.`, `二（一）3`,
/// `表/1/5`, `2.1` of an emergency plan), or by the last of them where only one task has these.
public struct DutyName: Sendable {
    private let printed: String
    private let plain: String

    /// - Parameter name: as it was given; blanks do not count.
    public init(_ name: String) {
        printed = String(name.unicodeScalars.filter { !$0.properties.isWhitespace })
        plain = Self.plain(printed)
    }

    /// The tasks that it names: one, several that bear the same labels, or none.
    ///
    /// What says most exactly counts: identifier, labels as printed, labels without their marks, the last labels.
    public func duties(in duties: [Duty]) -> [Duty] {
        let ways: [(Duty) -> Bool] = [
            { $0.item == printed }, { $0.path.joined() == printed || $0.path.joined(separator: "/") == printed },
            { isSame(as: $0.path[...]) }, { Self.plain($0.path.last ?? "") == plain && printed.contains(where: \.isNumber) && printed.contains(".") },
            { $0.item.hasSuffix("." + printed) || isEnd(of: $0.path) },
        ]
        for way in ways {
            let found = duties.filter(way)
            if !found.isEmpty { return found }
        }
        return []
    }

    private func isSame(as path: ArraySlice<String>) -> Bool { !plain.isEmpty && plain == Self.plain(path.joined(separator: "/")) }

    private func isEnd(of path: [String]) -> Bool { path.indices.contains { isSame(as: path[$0...]) } }

    /// Labels without the marks around their numbers, which are left out or written in another width: `（一）`, `1．`; a point parts two numbers.
    private static func plain(_ labels: String) -> String {
        var result = String.UnicodeScalarView(), isBehindMark = false
        for scalar in labels.unicodeScalars {
            if marks.contains(scalar) { isBehindMark = true; continue }
            let plain = 0xFF10...0xFF19 ~= scalar.value ? Unicode.Scalar(scalar.value - 0xFF10 + 0x30)! : scalar
            // 2.13 is not 21.3: what parts two numbers stays.
            if isBehindMark, isDigit(plain), let last = result.last, isDigit(last) { result.append(".") }
            result.append(plain)
            isBehindMark = false
        }
        return String(result)
    }

    private static func isDigit(_ scalar: Unicode.Scalar) -> Bool { 0x30...0x39 ~= scalar.value }

    private static let marks: Set<Unicode.Scalar> = Set("/、.．，,（）()〔〕[]［］【】：: 　".unicodeScalars)
}
