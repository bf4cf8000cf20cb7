import FanganGraph

/// Which organ a version means, by the name it gives it.
///
/// Two versions may call one organ by different names: 市卫健委 and 市卫生健康委 (the graph has one full name for both), 市财政局 and
/// 绵阳市财政局 (only one says in which city), 市文旅局 and 市文化广电和旅游局 (an abbreviation leaves characters out). A field of government
/// alone does not make two organs one: 县人社局 and 县就业局 have the same.
struct OrganName {
    /// Full name without blanks and punctuation.
    let name: String
    private let scalars: [UInt32]
    private let function: String?
    private let level: String?
    private let kind: String

    init(_ unit: UnitNode, mention: String?) {
        // An ad-hoc body's full name is made of the plan's title, which is not the body's own.
        scalars = Normalised.scalars(unit.kind == "office" ? mention ?? unit.name : unit.name)
        name = String(String.UnicodeScalarView(scalars.compactMap(Unicode.Scalar.init)))
        function = unit.function
        level = unit.level
        kind = unit.kind
    }

    func isSame(_ other: OrganName) -> Bool {
        if name == other.name { return kind == other.kind }
        guard kind == "organ", other.kind == "organ", function != nil, function == other.function, level == other.level else { return false }
        // The last word tells 局 from 中心; what stands before it may be abbreviated.
        guard scalars.last == other.scalars.last else { return false }
        // 县税务局稽查局 is a part of 县税务局.
        if scalars.starts(with: other.scalars) || other.scalars.starts(with: scalars) { return false }
        return scalars.count < other.scalars.count ? Self.isAbbreviation(scalars, of: other.scalars) : Self.isAbbreviation(other.scalars, of: scalars)
    }

    /// Whether the characters of the one stand in the other in their order.
    private static func isAbbreviation(_ short: [UInt32], of long: [UInt32]) -> Bool {
        var rest = short[...]
        for scalar in long where scalar == rest.first { rest.removeFirst() }
        return rest.isEmpty
    }
}
