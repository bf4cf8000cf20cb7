/// What a section of a plan is for. A part inherits it from its outermost section.
public enum SectionRole: String, Sendable, Hashable {
    case guiding, goals, principles, duties, phases, safeguards, assessment, other

    /// Whether a leaf in such a section imposes work.
    public var imposesWork: Bool {
        switch self {
        case .duties, .phases, .safeguards, .assessment: true
        case .guiding, .goals, .principles, .other: false
        }
    }
}
