import FanganText

/// What later rules need to know of a division.
struct DivisionFacts {
    var kind: Division.Kind
    /// `附件2`, only where the file has more than one part with items; of a further sheet its title, else its name.
    var label: String?
    var ordinal: Int?
    var title: Passage
    /// The name of a sheet whose title another one has as well.
    var sheet: String?
    /// Set for a table of measured indicators.
    var hasScoreColumn = false
    /// A notice whose numbers are said to be demands: 现提出如下要求.
    var hasDemands = false
}
