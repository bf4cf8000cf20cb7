/// What a document says of its origin, all as printed; whatever is missing stays empty.
public struct JurisdictionEvidence: Sendable, Hashable {
    /// 发文机关: 平凉市人民政府办公室.
    public var issuers: [String]
    public var title: String?
    /// Title of the notice that sends the plan, which names the place where nothing else does.
    public var noticeTitle: String?
    /// 发文字号.
    public var number: String?
    /// Text between title and first item.
    public var preamble: String
    public var addressees: [String]
    public var signatures: [String]
    /// Names of units in the text, the frequent ones first: 中国人民银行昭通市分行.
    public var mentions: [String]
    public var basedOnNumbers: [String]
    /// Fuller names for ``Jurisdiction/knownNames``.
    public var knownNames: [String]
    public var isoDate: String?

    public init(
        issuers: [String] = [], title: String? = nil, noticeTitle: String? = nil, number: String? = nil, preamble: String = "", addressees: [String] = [],
        signatures: [String] = [], mentions: [String] = [], basedOnNumbers: [String] = [], knownNames: [String] = [], isoDate: String? = nil
    ) {
        self.issuers = issuers
        self.title = title
        self.noticeTitle = noticeTitle
        self.number = number
        self.preamble = preamble
        self.addressees = addressees
        self.signatures = signatures
        self.mentions = mentions
        self.basedOnNumbers = basedOnNumbers
        self.knownNames = knownNames
        self.isoDate = isoDate
    }
}
