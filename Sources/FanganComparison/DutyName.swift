/// How a user names a task: by its identifier (`2.1`), by its labels as printed or as they are said (`二、（一）3.`, `二（一）3`,
/// `表/1/5`, `2.1` of an emergency plan), or by the last of them where only one task has these.
public struct DutyName: Sendable {
    private let printed: String
    private let parts: [String]
    private let whole: String

    /// - Parameter name: as it was given; blanks do not count.
    public init(_ name: String) {
        printed = String(name.unicodeScalars.filter { !$0.properties.isWhitespace })
        parts = printed.split(separator: "/").map { Self.plain(String($0)) }
        whole = parts.joined()
    }

    /// The tasks that it names: one, several that bear the same labels, or none.
    ///
    /// What says most exactly counts: identifier, labels as printed, labels without their marks, the last labels.
    public func duties(in duties: [Duty]) -> [Duty] {
        let ways: [(Duty) -> Bool] = [
            { $0.item == printed }, { $0.path.joined() == printed || $0.path.joined(separator: "/") == printed },
            { isSame(as: $0.path.map(Self.plain)) }, { Self.plain($0.path.last ?? "") == whole && printed.contains(where: \.isNumber) && printed.contains(".") },
            { $0.item.hasSuffix("." + printed) || isEnd(of: $0.path.map(Self.plain)) },
        ]
        for way in ways {
            let found = duties.filter(way)
            if !found.isEmpty { return found }
        }
        return []
    }

    /// `表/1/5` part by part; `二（一）3` as a whole.
    private func isSame(as path: [String]) -> Bool { !whole.isEmpty && (parts.count > 1 ? parts == path : whole == path.joined()) }

    private func isEnd(of path: [String]) -> Bool {
        guard !whole.isEmpty else { return false }
        return path.indices.contains { isSame(as: Array(path[$0...])) }
    }

    /// A label without the marks around its number, which are left out or written in another width: `（一）`, `1．`.
    private static func plain(_ label: String) -> String {
        var result = String.UnicodeScalarView()
        for scalar in label.unicodeScalars {
            switch scalar.value {
            case 0xFF10...0xFF19: result.append(Unicode.Scalar(scalar.value - 0xFF10 + 0x30)!)
            case _ where marks.contains(scalar): break
            default: result.append(scalar)
            }
        }
        return String(result)
    }

    private static let marks: Set<Unicode.Scalar> = Set("、.．，,（）()〔〕[]［］【】：: 　".unicodeScalars)
}
