import FanganText

/// Which column each piece of a row belongs to, where the marks between the cells are lost: pieces keep their order,
/// and each stands where it fits what the column holds (a name under 责任单位, a day under 完成时限).
///
/// The table of costs is pieces × columns; columns have different titles, so their number is bounded by the vocabulary.
struct ColumnAlignment {
    let reader: TableReader
    let columns: [TableReader.Column]

    /// For each piece the index of its column.
    func columns(for pieces: [Line]) -> [Int] {
        guard !columns.isEmpty else { return [] }
        let isFirstOfTwo = columns.indices.map { i in columns[i].role == .content && columns[(i + 1)...].contains { $0.role == .content } }
        let shapes = columns.map(shape)
        let hasWords = shapes.contains(.word), hasUnits = columns.contains { $0.role.namesUnits }
        let kinds = pieces.map { line -> Kind in
            let kind = kind(line)
            if kind == .phrase, shapes.contains(.figure), Self.isMeasured(line.passage.trimmed()) { return .figure }
            return hasWords && (kind == .phrase || kind == .names && !hasUnits) && line.passage.trimmed().count <= 4 ? .word : kind
        }
        let isCut = pieces.map(isCut)
        // Before a column of further units, who leads is mostly one.
        let isList = pieces.map { $0.passage.scalars.contains(0x3001) }
        let leads = Set(columns.indices.filter { i in columns[i].role == .lead && columns[(i + 1)...].contains { $0.role.namesUnits } })
        // best[c]: least cost of the pieces so far, the last one in column c; from[p][c]: the column of the piece before.
        let never = 1 << 40
        var best = [Int](repeating: never, count: columns.count), from: [[Int]] = []
        for (p, kind) in kinds.enumerated() {
            var next = best, back = [Int](repeating: 0, count: columns.count)
            // The cheapest way to come from a column in front, the columns between passed over.
            var ahead = (cost: p == 0 ? 0 : never, column: 0)
            for c in columns.indices {
                let stay = p == 0 ? never : best[c] + stayCost(kind, columns[c].role, isCut[p - 1]) + (shapes[c] == nil ? 0 : 6) + (leads.contains(c) ? 1 : 0)
                let way = ahead.cost <= stay ? ahead : (cost: stay, column: c)
                (next[c], back[c]) = (way.cost + cost(kind, columns[c].role, isFirstOfTwo[c], shapes[c]) + (isList[p] && leads.contains(c) ? 1 : 0), way.column)
                ahead.cost += skipCost(columns[c].role)
                let leave = best[c] + (p > 0 && isCut[p - 1] && columns[c].role.goesOnOverLines ? 4 : 0)
                if p > 0, leave < ahead.cost { ahead = (leave, c) }
            }
            best = next
            from.append(back)
        }
        var result = [Int](repeating: 0, count: pieces.count)
        // What is skipped at the end counts too.
        var tail = 0, end = 0, least = Int.max
        for c in columns.indices.reversed() {
            if best[c] + tail < least { (least, end) = (best[c] + tail, c) }
            tail += skipCost(columns[c].role)
        }
        // As many pieces as columns: one for each, unless that is plainly worse.
        if pieces.count == columns.count {
            let each = isTold(kinds, shapes) ? 0 : columns.indices.reduce(0) { $0 + cost(kinds[$1], columns[$1].role, isFirstOfTwo[$1], shapes[$1]) }
            if each <= least + Self.evenness { return Array(columns.indices) }
        }
        for p in pieces.indices.reversed() {
            result[p] = end
            end = from[p][end]
        }
        return result
    }

    /// Units, days, points, years, sums and places each under their title: the others stand right too.
    private func isTold(_ kinds: [Kind], _ shapes: [Shape?]) -> Bool {
        var told = 0
        for i in columns.indices {
            let fits: Bool
            switch columns[i].role {
            case .lead, .responsible, .support, .owner: fits = kinds[i] == .names
            case .due: fits = kinds[i] == .day
            case .score: fits = kinds[i] == .points
            default:
                guard let shape = shapes[i] else { continue }
                fits = cost(kinds[i], shape) <= 1
            }
            guard fits else { return false }
            told += 1
        }
        return told >= 2
    }

    /// How much worse one piece for each column may look.
    private static let evenness = 2

    // MARK: - Costs

    /// `word` is a phrase of at most four characters where a column stands for such (建设性质: 新建), else a phrase as well.
    private enum Kind { case label, names, day, points, sentence, phrase, method, years, figure, word }

    /// What a column of no role of its own holds by its title: 项目起止, 总投资（万元）, 建设地点, 建设性质.
    private enum Shape { case years, figure, place, word }

    private func shape(_ column: TableReader.Column) -> Shape? {
        guard [.unknown, .note, .measure].contains(column.role) else { return nil }
        let title = Passage(column.title), bare = title.droppingTrailingBrackets(), vocabulary = reader.walk.vocabulary
        if vocabulary.yearTitles.contains(bare, before: bare.count) { return .years }
        if vocabulary.wordTitles.contains(bare, before: bare.count) { return .word }
        if vocabulary.placeTitles.contains(bare, before: bare.count) { return .place }
        return vocabulary.figureTitles.contains(bare, before: bare.count) || vocabulary.figureTitles.contains(title.unbracketed(), before: title.unbracketed().count) ? .figure : nil
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
        return text.scalars.count { $0 >= 0x4E00 && $0 < 0xA000 } <= 3
    }

    private static let joints: ScalarSet = "-－—–~～至年"

    private func kind(_ line: Line) -> Kind {
        let text = line.passage.trimmed()
        if line.label != nil { return .label }
        if TableReader.isScore(text) { return .points }
        if Self.isFigure(text) { return .figure }
        if Self.isYears(text) { return .years }
        if TableReader.isDue(text) { return .day }
        if reader.isMethod(text), text.count <= 16 { return .method }
        let list = text.scalars.firstIndex(of: 0x3001).map { reader.endsAsName(text.part(0..<$0)) } ?? false
        let stops = text.scalars.contains { $0 == 0x3002 || $0 == 0xFF1B }
        let commas = text.scalars.contains { $0 == 0xFF0C }
        if !stops, list || reader.endsAsName(text) || reader.isNamePart(text), !commas || text.scalars.contains(0x3001) { return .names }
        // What is explained may have a long name without being a sentence.
        return stops || commas || text.count > (columns.contains { $0.role == .explanation } ? 48 : 24) ? .sentence : .phrase
    }

    private func cost(_ kind: Kind, _ role: ColumnRole, _ isFirstOfTwo: Bool, _ shape: Shape?) -> Int {
        if let shape { return cost(kind, shape) }
        return switch role {
        case .lead, .responsible, .support, .owner:
            switch kind { case .names: 0; case .phrase, .word: 3; case .method: 5; case .sentence: 8; case .label, .day, .points, .years, .figure: 10 }
        case .due:
            switch kind { case .day: 0; case .years: 1; case .phrase, .word: 3; default: 9 }
        case .score, .ordinal:
            kind == .points ? 0 : kind == .figure ? 1 : 10
        case .content:
            switch kind { case .label: 0; case .sentence: isFirstOfTwo ? 3 : 0; case .phrase: isFirstOfTwo ? 0 : 1; case .word: isFirstOfTwo ? 1 : 5; case .names: isFirstOfTwo ? 2 : 4; case .day, .points, .years, .figure: 8; case .method: 2 }
        case .explanation:
            switch kind { case .sentence: 0; case .phrase, .word, .label: 1; case .method: 2; case .names: 4; case .day, .points, .years, .figure: 8 }
        case .group:
            switch kind { case .phrase, .word: 0; case .names: 2; case .label: 1; case .sentence: 4; case .method: 2; case .day, .points, .years, .figure: 8 }
        case .method:
            kind == .method ? 0 : kind == .phrase || kind == .word ? 2 : 4
        case .target:
            kind == .names ? 4 : 2
        case .note, .person, .unknown, .period, .measure:
            kind == .sentence || kind == .label ? 4 : 3
        }
    }

    private func cost(_ kind: Kind, _ shape: Shape) -> Int {
        switch shape {
        case .years: kind == .years ? 0 : kind == .points || kind == .day ? 1 : 7
        case .figure: kind == .figure || kind == .points ? 0 : 7
        case .place: kind == .names || kind == .phrase || kind == .word ? 1 : 7
        // 整改状态: 持续整改 begins as an open time does.
        case .word: kind == .word ? 0 : kind == .day || kind == .method ? 1 : kind == .phrase || kind == .names ? 3 : 7
        }
    }

    /// A further line in the same cell: free where the line before is plainly cut off.
    private func stayCost(_ kind: Kind, _ role: ColumnRole, _ isCut: Bool) -> Int {
        if isCut { return 0 }
        if role.namesUnits { return kind == .names ? 2 : 1 }
        // A short word behind an explanation is mostly the next cell.
        if role == .explanation, kind == .phrase { return 2 }
        return (role == .content || role == .explanation) && kind != .phrase && kind != .word ? 0 : 1
    }

    /// A line that ends inside a list, a sentence or a name: `市公安局、市税务局、市人力资源` ⏎ `社会保障局`.
    private func isCut(_ line: Line) -> Bool {
        guard let last = line.passage.last else { return false }
        if last == 0x3001 || last == 0xFF0C { return true }
        guard let mark = line.passage.scalars.lastIndex(of: 0x3001) else { return false }
        let text = line.passage.part((mark + 1)..<line.passage.count).trimmed()
        return last >= 0x4E00 && last < 0xA000 && !reader.endsAsName(text) && !reader.isNamePart(text)
    }

    private func skipCost(_ role: ColumnRole) -> Int {
        switch role {
        case .note, .person, .unknown, .period, .measure: 0
        case .due, .target, .method, .group: 1
        case .support, .score: 2
        default: 3
        }
    }
}

extension ColumnRole {
    /// Cells that are wrapped where they are cut; others hold one short entry.
    fileprivate var goesOnOverLines: Bool { self == .content || self == .explanation || namesUnits }
}
