/// How high in the hierarchy a region, or the organ of it, stands.
public enum AdministrativeLevel: String, Sendable, Hashable, Comparable {
    case national, province, prefecture, county, township, village

    private var rank: Int {
        switch self {
        case .national: 0
        case .province: 1
        case .prefecture: 2
        case .county: 3
        case .township: 4
        case .village: 5
        }
    }

    /// The higher level comes first.
    public static func < (a: AdministrativeLevel, b: AdministrativeLevel) -> Bool { a.rank < b.rank }
}

/// An administrative division of GB/T 2260, as of 2023-06-30.
public struct Region: Sendable, Hashable {
    /// Six digits, `510411`; the whole country is `000000`.
    public let code: String
    /// 仁和区
    public let name: String
    /// With all that it belongs to: 四川省攀枝花市仁和区.
    public let fullName: String
    /// As it stands in front of its organs' names: 攀枝花市仁和区, 平凉市, 江西省, 石柱土家族自治县.
    public let officialPrefix: String
    /// Without the word of its kind and the names of peoples: 仁和, 石柱.
    public let stem: String
    public let level: AdministrativeLevel
    /// Code of the region it belongs to.
    public let parent: String?

    static let nation = Region(code: "000000", name: "全国", fullName: "中华人民共和国", officialPrefix: "", stem: "", level: .national, parent: nil)
}
