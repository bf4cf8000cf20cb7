import FanganText

/// How often an amount is due, as ``Target/per`` has it, in the words of a plan.
public enum TargetPeriod: String, Sendable, CaseIterable {
    case year, halfYear = "half-year", quarter, month, fortnight, week, term

    /// 每月.
    public var words: String {
        switch self {
        case .year: "每年"
        case .halfYear: "每半年"
        case .quarter: "每季度"
        case .month: "每月"
        case .fortnight: "每两周"
        case .week: "每周"
        case .term: "每学期"
        }
    }

    /// What an amount holds that says its period itself.
    private var sign: StaticString {
        switch self {
        case .year, .halfYear: "年"
        case .quarter: "季"
        case .month: "月"
        case .fortnight, .week: "周"
        case .term: "学期"
        }
    }

    /// An amount with its period: 每月1次. As it is printed where it says so itself: 5家/年, 年均3%.
    public static func said(_ quote: String, per code: String?) -> String {
        guard let period = code.flatMap(Self.init), !quote.holdsBytes(period.sign) else { return quote }
        return period.words + quote
    }
}
