import FanganText

/// Which units of a list lead by a rule of the document.
enum LeadPlace: Sendable {
    /// `列第一位的责任单位为牵头单位`
    case first
    /// `逗号前为牵头单位`
    case beforeComma
    /// `分号前为牵头单位`
    case beforeSemicolon

    /// The marks behind the units that lead; nil where it is the first unit alone.
    var mark: ScalarSet? {
        switch self {
        case .first: nil
        case .beforeComma: "，,"
        case .beforeSemicolon: "；;"
        }
    }
}

extension RuleWords {
    /// `列第一位的为牵头单位，其他为配合单位`
    func othersSupport(_ p: Passage, _ range: Range<Int>) -> Bool {
        otherUnits.contains { word in
            guard let at = p.first(word, in: range), let support = p.first("为配合", in: at..<min(range.upperBound, at + 14)) else { return false }
            return !(at..<support).contains { ResponsibilityRecogniser.clauseStarts.contains(p.scalars[$0]) || ResponsibilityRecogniser.sentenceEnds.contains(p.scalars[$0]) }
        }
    }

    /// `列第一位的责任单位为牵头单位`, `逗号前为牵头单位`: which units lead, and where it is said.
    func leadPlace(_ p: Passage, _ range: Range<Int>) -> (place: LeadPlace, at: Int)? {
        var from = range.lowerBound
        while let at = leadPlaces.first(p.scalars, in: from..<range.upperBound) {
            // 为牵头单位 says it; `逗号前的材料由牵头科室审核` does not.
            if let lead = p.first("牵头", in: at..<min(range.upperBound, at + 24)), p.has("为", before: lead) || p.has("是", before: lead) { return leadPlaces.match(p.scalars, at: at, limit: range.upperBound).map { ($0.value, at) } }
            from = at + 1
        }
        return nil
    }
}
