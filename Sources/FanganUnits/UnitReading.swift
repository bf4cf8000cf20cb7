import FanganText

/// Whose organ a printed name is.
public struct UnitReading: Sendable, Hashable {
    public enum Kind: String, Sendable, Hashable {
        /// A body of its own: 局, 委员会, a branch, an internal division.
        case organ
        /// A class of units: 各县（市、区）人民政府, 有关部门.
        case group
        /// A county, township, street or village named as the responsible body.
        case place
        /// An ad-hoc body: 领导小组, 专班, 创建办.
        case office
    }

    /// Another official name that the printed one may stand for.
    public struct Candidate: Sendable, Hashable {
        public let name: String
        /// Identifiers of fields, `+` between two.
        public let function: String?
        public init(name: String, function: String?) {
            self.name = name
            self.function = function
        }
    }

    /// Full official name, as far as the data goes.
    public var name: String
    /// Identifiers of the fields of government, `+` between two; nil for groups, places and what is unknown.
    public var function: String?
    /// The same in Chinese: 教育+体育.
    public var functionName: String?
    /// GB/T 2260 code of the region whose organ it is or whose area it serves; a township by its name; nil if unknown.
    public var region: String?
    public var level: AdministrativeLevel?
    public var kind: Kind
    /// Kind of body, as in the table of fields; nil where unknown.
    public var body: String?
    public var candidates: [Candidate]
    public var diagnostics: [Diagnostic]

    /// The same for the same organ, whatever it was called: region and name.
    public var key: String { identifier("") }

    /// The same behind a prefix, put together at once.
    public func identifier(_ prefix: String) -> String { String(joining: prefix, region ?? "-", ":", name) }
}
