import COutlineData
import FanganText

/// Titles and cells of tables.
final class TableWords: Sendable {
    let columns = Dictionary(TableWords.titled.filter { !$0.0.hasPrefix("*") }, uniquingKeysWith: { a, _ in a })
    /// The same by their characters, so that no string is made of a line to look it up.
    let columnTitles = Lexicon(TableWords.titled.reversed().filter { !$0.0.hasPrefix("*") })
    /// The characters with which titles of columns end, and closing brackets: most lines are told by their last one.
    let columnEnds = ScalarSet(TableWords.titled.compactMap { $0.0.unicodeScalars.last?.value } + [0xFF09, 0x29, 0x3015]) // ） ) 〕
    /// The characters with which titles of the column of numbers begin.
    let ordinalHeads = ScalarSet(TableWords.titled.filter { $0.1 == .ordinal }.compactMap { $0.0.unicodeScalars.first?.value })
    /// Titles of at least four characters, which keep their meaning with a word in front, and the ends of titles (职责).
    let columnTails = Endings(TableWords.titled.filter { $0.0.count >= 4 && !$0.0.hasPrefix("*") } + TableWords.titled.filter { $0.0.hasPrefix("*") }.map { (String($0.0.dropFirst()), $0.1) })
    /// What a row of sums begins with.
    let totals = Set<String>(.total)
    /// First characters of them.
    let totalHeads = ScalarSet(firstOf: .total)
    /// What titles of columns end in that hold stretches of years, sums and numbers, places, words of a few characters: 起止, 投资, 地点, 性质.
    let yearTitles = Endings(.yearsTitle)
    let figureTitles = Endings(.figureTitle)
    let placeTitles = Endings(.placeTitle)
    let wordTitles = Endings(.wordTitle)
    /// Titles over units, or over what figures are counted in.
    let doubtfulUnits = Set<String>(.doubtfulUnits)
    /// Titles over duties, or over whose they are.
    let doubtfulDuties = Set<String>(.doubtfulDuties)
    /// What a figure begins with that says how much and not what: 不低于90%, 约12公里, 前三名.
    let comparing = ScalarSet(firstOf: .comparing)
    /// What a row begins with that goes on with the one above: 同步完成….
    let joinWords = Lexicon(.join)
    /// What a cell says that means the one above: 同上.
    let dittos = Set<String>(.ditto)
    /// First characters of them.
    let dittoHeads = ScalarSet(firstOf: .ditto)
    /// Bytes of the longest of them.
    private let longestDitto = OutlineCue.table[.ditto].map(\.utf8.count).max() ?? 0
    /// What a cell says that holds nothing: 无.
    let emptyCells = Set<String>(.emptyCell)
    /// Stretches of a year that columns stand for: 一季度, 上半年.
    let periods = Lexicon(.period)
    /// What stands behind them in a title: 目标, 进度.
    let periodTails = Lexicon(.periodTail)
    /// What the cells of a column 单位 say where it is over measures: 个, 公里.
    let measureUnits = Set<String>(.unitOfMeasure)
    /// First characters of them.
    let measureHeads = ScalarSet(firstOf: .unitOfMeasure)
    /// Columns of groups whose cells are titles of the rows beside them: 项目.
    let titlingColumns = Set<String>(.titlingColumn)
    /// What begins the title of a column that tells what was: 原责任单位, 实际完成时间.
    let formerColumns = Lexicon(.formerColumn)
    /// What begins the title of a column of first days beside one of deadlines: 开工, 启动时间.
    let startColumns = Lexicon(.startColumn)
    /// What stands over the next part of a table: 续表.
    let continuations = Set<String>(.continuation)

    /// Titles of columns with what they hold; those with `*` are ends of titles.
    private static let titled = TabTable(outline_table_columns()).rows.compactMap { row in ColumnRole(rawValue: row[1]).map { (row[0], $0) } }

    func isDitto(_ words: String) -> Bool { words.utf8.count <= longestDitto && dittos.contains(words) }
}
