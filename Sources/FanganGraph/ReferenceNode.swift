/// Another document that the plan names.
public struct ReferenceNode: Sendable, Hashable {
    /// `ref:1` … in order of first mention.
    public var id: String
    /// Without 《》.
    public var title: String?
    /// 发文字号, as printed.
    public var number: String?
    /// `basis`, `implements`, `annex`, `cited`: what the document is to the plan.
    public var kind: String
    /// Of the first mention.
    public var span: ScalarSpan
    public init(id: String, title: String?, number: String?, kind: String = "cited", span: ScalarSpan) {
        self.id = id
        self.title = title
        self.number = number
        self.kind = kind
        self.span = span
    }
}
