/// A quantified requirement: `不少于2次`, `90%以上`, `7个省级`.
public struct TargetMention: Sendable, Hashable {
    /// Least and greatest amount that fulfils it; equal for a plain amount. 万 and 亿 are multiplied in.
    public var min: Double?
    public var max: Double?
    /// The measure word as printed (`次`, `个工作日`, `人次`), `%` for shares, `元` for money.
    public var unit: String
    /// `year`, `half-year`, `quarter`, `month`, `fortnight`, `week`, `day`, `term`, or nil.
    public var per: String?
    /// In the passage: bound, number and measure word, the verb where it stands between them (`至少安排1次`).
    public var range: Range<Int>
    /// Whom of several the amount is for (`其他县`, `每个乡镇`), in the passage.
    public var scope: Range<Int>?
    /// 左右, 约: meant roughly.
    public var isAbout = false

    public init(min: Double?, max: Double?, unit: String, per: String?, range: Range<Int>) {
        self.min = min
        self.max = max
        self.unit = unit
        self.per = per
        self.range = range
    }
}
