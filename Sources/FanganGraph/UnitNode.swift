/// An organ, a class of organs, a place or an office, whatever spellings of it the plan has.
public struct UnitNode: Sendable, Hashable {
    /// Another reading of the name.
    public struct Candidate: Sendable, Hashable {
        public var name: String
        public var function: String?
        public init(name: String, function: String?) {
            self.name = name
            self.function = function
        }
    }
    /// `unit:` and a stable key of the resolved name.
    public var id: String
    /// Full official name, as far as it is known.
    public var name: String
    /// Identifier of the field of government, `+` between two; nil for groups and places.
    public var function: String?
    /// The same in Chinese: 财政.
    public var functionName: String?
    /// GB/T 2260 code, or a township's name.
    public var region: String?
    /// `national`, `province`, `prefecture`, `county`, `township`, `village`.
    public var level: String?
    /// `organ`, `group`, `place`, `office`.
    public var kind: String
    /// What else the name may mean; empty where it is certain.
    public var candidates: [Candidate] = []
}

extension UnitNode {
    public init(id: String, name: String, function: String?, functionName: String?, region: String?, level: String?, kind: String) {
        self.init(id: id, name: name, function: function, functionName: functionName, region: region, level: level, kind: kind, candidates: [])
    }
}
