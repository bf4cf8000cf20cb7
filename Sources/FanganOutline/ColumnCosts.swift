import FanganText

/// How badly a line of a flattened table fits a column: a name under 责任单位 costs nothing, a day there much.
struct ColumnCosts {
    let reader: TableReader
    let columns: [TableReader.Column]
    let shapes: [Shape?]
    /// By column: a title of what is to be done in front of more exact content.
    private let isFirstOfTwo: [Bool]
    /// Before a column of further units, who leads is mostly one.
    let leads: Set<Int>
    private let hasWords: Bool, hasUnits: Bool

    init(reader: TableReader, columns: [TableReader.Column]) {
        self.reader = reader
        self.columns = columns
        // 考核内容 分值 评分标准: behind the points stands no more exact content.
        isFirstOfTwo = columns.indices.map { i in columns[i].role == .content && columns[(i + 1)...].prefix { $0.role != .score }.contains { $0.role == .content } }
        shapes = columns.map { Self.shape($0, reader.walk.vocabulary) }
        leads = Set(columns.indices.filter { i in columns[i].role == .lead && columns[(i + 1)...].contains { $0.role.namesUnits } })
        hasWords = shapes.contains(.word) || columns.contains { $0.role == .person }
        hasUnits = columns.contains { $0.role.namesUnits }
    }

    func kinds(_ pieces: [Line]) -> [Kind] {
        pieces.map { line in
            let kind = kind(line)
            if kind == .phrase, shapes.contains(.figure), Self.isMeasured(line.passage.trimmed()) { return .figure }
            return hasWords && (kind == .phrase || (kind == .names || kind == .nameLike) && !hasUnits) && line.passage.trimmed().count <= 4 ? .word : kind
        }
    }

    /// - Parameter isList: several names.
    func cost(_ kind: Kind, _ column: Int, isList: Bool) -> Int {
        cost(kind, columns[column].role, isFirstOfTwo[column], shapes[column]) + (isList && leads.contains(column) ? 1 : 0)
    }

    /// A further line in the same cell.
    func stay(_ kind: Kind, _ column: Int, _ cut: BrokenCells.Cut) -> Int {
        if cut == .sure { return 0 }
        return stayCost(kind, columns[column].role, cut == .likely) + (shapes[column] == nil ? 0 : 6) + (leads.contains(column) ? 1 : 0)
    }

    /// To end a cell behind a line that goes on.
    func leave(_ column: Int, _ cut: BrokenCells.Cut) -> Int {
        switch cut {
        case .sure: 8
        case .likely: columns[column].role.goesOnOverLines ? 4 : 0
        case .none: 0
        }
    }

    /// Whether a column is one of texts, whose sentences end where they end, and not of titles.
    func isText(_ column: Int) -> Bool { columns[column].role == .explanation || columns[column].role == .content && !isFirstOfTwo[column] }

    /// To leave a column empty.
    func skip(_ column: Int) -> Int { skipCost(columns[column].role) }

    /// The same in front of a row's first cell, where what holds several rows is merged.
    func skipInFront(_ column: Int) -> Int { isFirstOfTwo[column] ? 1 : skipCost(columns[column].role) }

    /// `word` is a phrase of at most four characters where a column stands for such (建设性质: 新建), else a phrase as well; `nameLike` ends as names do but
    /// does not begin so (卫生厕所).
    enum Kind { case label, names, nameLike, day, points, sentence, phrase, method, years, figure, word }

    /// What a column of no role of its own holds by its title: 项目起止, 总投资（万元）, 建设地点, 建设性质.
    enum Shape { case years, figure, place, word }

    private static func shape(_ column: TableReader.Column, _ vocabulary: OutlineVocabulary) -> Shape? {
        guard [.unknown, .note, .measure].contains(column.role) else { return nil }
        let title = Passage(column.title), bare = title.droppingTrailingBrackets()
        if vocabulary.tables.yearTitles.contains(bare, before: bare.count) { return .years }
        if vocabulary.tables.wordTitles.contains(bare, before: bare.count) { return .word }
        if vocabulary.tables.placeTitles.contains(bare, before: bare.count) { return .place }
        return vocabulary.tables.figureTitles.contains(bare, before: bare.count) || vocabulary.tables.figureTitles.contains(title.unbracketed(), before: title.unbracketed().count) ? .figure : nil
    }

    /// `2021-2025`, `2021—2023年`
    private static func isYears(_ text: Passage) -> Bool {
        guard text.count >= 9, text.count <= 12, text.scalars.prefix(4).allSatisfy({ digitValue($0) != nil }) else { return false }
        let digits = text.scalars.count { digitValue($0) != nil }
        return digits == 8 && text.scalars.allSatisfy { digitValue($0) != nil || joints.contains($0) }
    }

    /// `240`, `1304531`, `5.5`
    static func isFigure(_ text: Passage) -> Bool {
        text.count <= 14 && !text.isEmpty && text.scalars.allSatisfy { digitValue($0) != nil || $0 == 0x2E || $0 == 0x2C }
    }

    /// `0.5万元`, `12公里`
    private static func isMeasured(_ text: Passage) -> Bool {
        guard text.count <= 14, let first = text.scalars.first, digitValue(first) != nil else { return false }
        return text.scalars.count { $0.isIdeograph } <= 3
    }

    private static let joints: ScalarSet = "-－—–~～至年"

    private func kind(_ line: Line) -> Kind {
        let text = line.passage.trimmed()
        if line.label != nil { return .label }
        if TableReader.isScore(text) { return .points }
        if Self.isFigure(text) { return .figure }
        if Self.isYears(text) { return .years }
        let stops = text.scalars.contains { $0 == 0x3002 || $0 == 0xFF1B }
        let commas = text.scalars.contains { $0 == 0xFF0C }
        // 每季度开展一次督查，通报问题 is what is to be done.
        if TableReader.isDue(text), !(commas || stops) || !text.has("每", at: 0) { return .day }
        if reader.isMethod(text), text.count <= 16 { return .method }
        if !stops, isList(text) || reader.endsAsName(text) || reader.isNamePart(text), !commas || text.scalars.contains(0x3001) { return beginsAsName(text) ? .names : .nameLike }
        // What is explained may have a long name without being a sentence.
        return stops || commas || text.count > (columns.contains { $0.role == .explanation } ? 48 : 24) ? .sentence : .phrase
    }

    /// 县财政局, 各乡镇, 有关部门
    private func beginsAsName(_ text: Passage) -> Bool {
        guard let first = text.scalars.first else { return false }
        return Self.nameStarts.contains(first) || reader.walk.vocabulary.names.levels.contains { text.has($0, at: 0) }
    }

    private static let nameStarts: ScalarSet = "各有相本国中"

    /// Most of the words in front of the last 、 end as names.
    private func isList(_ text: Passage) -> Bool {
        var from = 0, names = 0, words = 0
        while let mark = text.first("、", in: from..<text.count) {
            words += 1
            if reader.endsAsName(text.part(from..<mark)) { names += 1 }
            from = mark + 1
        }
        return names * 2 > words
    }

    private func cost(_ kind: Kind, _ role: ColumnRole, _ isFirstOfTwo: Bool, _ shape: Shape?) -> Int {
        if let shape { return cost(kind, shape) }
        return switch role {
        case .lead, .responsible, .support, .owner:
            switch kind { case .names: 0; case .nameLike: 1; case .phrase, .word: 3; case .method: 5; case .sentence: 8; case .label, .day, .points, .years, .figure: 10 }
        case .due:
            switch kind { case .day: 0; case .years: 1; case .phrase, .word: 3; default: 9 }
        case .score, .ordinal:
            kind == .points ? 0 : kind == .figure ? 1 : 10
        case .content:
            switch kind { case .label: 0; case .sentence: isFirstOfTwo ? 3 : 0; case .phrase: isFirstOfTwo ? 0 : 1; case .word: isFirstOfTwo ? 1 : 5; case .names: isFirstOfTwo ? 2 : 4; case .nameLike: isFirstOfTwo ? 1 : 2; case .day, .points, .years, .figure: 8; case .method: 2 }
        case .explanation:
            switch kind { case .sentence: 0; case .phrase, .word, .label: 1; case .method, .nameLike: 2; case .names: 4; case .day, .points, .years, .figure: 8 }
        case .group:
            switch kind { case .phrase, .word: 0; case .names, .nameLike: 2; case .label: 1; case .sentence: 4; case .method: 2; case .day, .points, .years, .figure: 8 }
        case .method:
            kind == .method ? 0 : kind == .phrase || kind == .word ? 2 : 4
        case .target:
            kind == .names ? 4 : 2
        case .person:
            kind == .word ? 0 : kind == .sentence || kind == .label ? 4 : 3
        case .period:
            switch kind { case .phrase, .word, .figure, .points: 1; default: 2 }
        case .note, .unknown, .measure:
            kind == .sentence || kind == .label ? 4 : 3
        }
    }

    func cost(_ kind: Kind, _ shape: Shape) -> Int {
        switch shape {
        case .years: kind == .years ? 0 : kind == .points || kind == .day ? 1 : 7
        case .figure: kind == .figure || kind == .points ? 0 : 7
        case .place: kind == .names || kind == .nameLike || kind == .phrase || kind == .word ? 1 : 7
        // 整改状态: 持续整改 begins as an open time does.
        case .word: kind == .word ? 0 : kind == .day || kind == .method ? 1 : kind == .phrase || kind == .names || kind == .nameLike ? 3 : 7
        }
    }

    /// A further line in the same cell: free where the line before is plainly cut off.
    private func stayCost(_ kind: Kind, _ role: ColumnRole, _ isCut: Bool) -> Int {
        if isCut { return 0 }
        if role.namesUnits { return kind == .names || kind == .nameLike ? 2 : 1 }
        // A short word behind an explanation is mostly the next cell.
        if role == .explanation, kind == .phrase { return 2 }
        return (role == .content || role == .explanation) && kind != .phrase && kind != .word ? 0 : 1
    }

    private func skipCost(_ role: ColumnRole) -> Int {
        switch role {
        case .note, .person, .unknown, .measure: 0
        case .due, .period, .target, .method, .group: 1
        case .support, .score: 2
        default: 3
        }
    }
}

extension ColumnRole {
    /// Cells that are wrapped where they are cut; others hold one short entry.
    fileprivate var goesOnOverLines: Bool { self == .content || self == .explanation || namesUnits }
}
