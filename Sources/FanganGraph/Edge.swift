/// What two nodes, or the document and a node, are to each other.
public struct Edge: Sendable, Hashable {
    /// `contains`: item to child; `responsible`: item to unit; `during`: item to phase; `precedes`: phase to phase; `cites`: item to reference; `based_on`: document to
    /// reference; `member_of`: unit to group; `succeeds`: unit to the one whose work it took over; `hosted_by`: office to the organ it sits in.
    public enum Kind: String, Sendable {
        case contains, responsible, during, precedes, cites
        case basedOn = "based_on"
        case memberOf = "member_of"
        case succeeds
        case hostedBy = "hosted_by"
    }
    public var kind: Kind
    /// Identifier of a node, or of the document.
    public var from: String
    public var to: String
    /// For `responsible`: `lead`, `responsible`, `support`.
    public var role: String?
    /// For `responsible`: `bracket`, `table`, `inherited`, `default`, `text`; for `member_of` where the list stands.
    public var basis: String?
    /// The quoted name, exactly as the text has it at `span`.
    public var mention: String?
    public var span: ScalarSpan?
    /// For `succeeds`: since when, and by which reform.
    public var succession: Succession?

    /// Since when an organ stands in another one's place.
    public struct Succession: Sendable, Hashable {
        /// `yyyy-mm-dd`
        public var date: String
        /// 2018年党和国家机构改革
        public var reform: String
        public init(date: String, reform: String) {
            self.date = date
            self.reform = reform
        }
    }
}

extension Edge {
    public init(_ kind: Kind, from: String, to: String, role: String? = nil, basis: String? = nil, mention: String? = nil, span: ScalarSpan? = nil) {
        self.init(kind: kind, from: from, to: to, role: role, basis: basis, mention: mention, span: span, succession: nil)
    }
}
