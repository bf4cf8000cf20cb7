import FanganText

/// Years and quarters that become deadlines by what is required for them: `2023年，全市发放创业担保贷款6亿元` is due at the
/// end of 2023. A level to be held through the year (`2023年…占比不低于20%`) is none.
enum ResultYears {
    /// The dates, those that await a result made due where a target follows in their sentence. Both lists in the order of the text.
    static func resolve(_ mentions: [DateMention], targets: [TargetMention], _ p: Passage) -> [DateMention] {
        guard !targets.isEmpty, mentions.contains(where: \.awaitsResult) else { return mentions }
        var at = 0
        return mentions.map { mention in
            guard mention.awaitsResult, mention.end != nil else { return mention }
            while at < targets.count, targets[at].range.lowerBound < mention.range.upperBound { at += 1 }
            guard at < targets.count, isResult(targets[at], of: mention, p) else { return mention }
            var due = mention
            due.kind = .due
            due.start = nil
            return due
        }
    }

    private static func isResult(_ target: TargetMention, of mention: DateMention, _ p: Passage) -> Bool {
        let between = mention.range.upperBound..<target.range.lowerBound
        guard between.count <= reach, target.per == nil, !between.contains(where: { ends.contains(p.scalars[$0]) }) else { return false }
        // 确保2020年余额不低于… holds a level, 2020年贷款增长不低于15% reaches one.
        let isLevel = target.unit == "%" && p.has("不", at: target.range.lowerBound) && !changes.contains { p.has($0, before: target.range.lowerBound) }
        return !isLevel
    }

    /// Whether an amount tells what was reached: `2023年造林2万亩` in a plan of 2024.
    static func tells(_ target: TargetMention, of mentions: [DateMention], _ p: Passage) -> Bool {
        guard let year = mentions.last(where: { $0.range.upperBound <= target.range.lowerBound }), year.kind == .past, p.has("年", before: year.range.upperBound) else { return false }
        let opens = year.range.lowerBound == 0 || p.scalars[year.range.lowerBound - 1] < 0x4E00
        return opens && !(year.range.upperBound..<target.range.lowerBound).contains { p.scalars[$0] == 0xFF0C || p.scalars[$0] == 0x2C || ends.contains(p.scalars[$0]) }
    }

    private static let changes: [Word] = ["增长", "增速", "提高", "提升", "下降", "降低", "减少", "压减"]

    /// How far behind its year a result may stand.
    private static let reach = 40
    private static let ends: ScalarSet = "。；;！\n"
}
