import FanganText

/// What a document is to the plan that names it.
public enum CitationKind: String, Sendable, Hashable {
    /// 根据, 按照: the plan rests on it.
    case basis
    /// 贯彻, 落实, 执行: the plan carries it out.
    case implements
    /// 附件: it is attached.
    case annex
    /// Named for any other reason.
    case cited
}

/// Another document that a text names by its title in 《》, its 发文字号, or both.
public struct CitationMention: Sendable, Hashable {
    /// What is wrong with it as printed.
    public enum Damage: Sendable, Hashable {
        /// A bracket, a digit or 号 of the number is lost or misread.
        case number
        /// The 《 of the title never closes.
        case title
    }

    /// Without the marks, spaces removed.
    public var title: String?
    /// As printed, spaces removed: `川办发〔2021〕11号`.
    public var number: String?
    /// In the passage, without the marks.
    public var titleRange: Range<Int>?
    public var numberRange: Range<Int>?
    /// From the opening 《 to the end of the number's bracket.
    public var range: Range<Int>
    public var kind = CitationKind.cited
    /// Names that the text gives it for what follows: （以下简称《意见》）.
    public var shortNames: [String] = []
    public var damage: Damage?
    /// Its sentence speaks of what it did.
    public var isReplaced = false

    public init(title: String?, number: String?, titleRange: Range<Int>?, numberRange: Range<Int>?, range: Range<Int>) {
        self.title = title
        self.number = number
        self.titleRange = titleRange
        self.numberRange = numberRange
        self.range = range
    }
}
