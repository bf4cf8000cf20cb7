import FanganGraph
import FanganRevision

/// Shows what a new version of a plan changed to a person on a terminal: counts, then item by item what is new, gone,
/// moved or another, with the words that changed marked in their sentence.
public struct RevisionPrinter: Sendable {
    /// Columns of the terminal.
    public var width: Int
    /// Uses ANSI colours; without them what was left out stands in `[-…-]` and what came in `{+…+}`.
    public var isColored: Bool

    /// - Parameters:
    ///   - width: columns of a line; at least 40.
    ///   - isColored: whether ANSI colours are written.
    public init(width: Int = 80, isColored: Bool = false) {
        self.width = max(width, 40)
        self.isColored = isColored
    }

    /// - Parameters:
    ///   - units: what the revision means for each unit; shown behind the items.
    ///   - unit: the words by which `revision` was narrowed to some units; nil if it was not.
    /// - Returns: lines ended by LF.
    public func print(_ revision: Revision, units: [UnitSummary] = [], unit: String? = nil) -> String {
        var page = RevisionPage(width: width, style: TerminalStyle(isColored: isColored))
        page.facts(revision)
        page.summary(revision.items, unit)
        for item in revision.items where item.change != .paired || !item.changes.isEmpty || !item.successions.isEmpty { page.show(item) }
        page.units(units, revision.items)
        return page.output
    }
}

private struct RevisionPage {
    let width: Int
    let style: TerminalStyle
    private(set) var output = ""
    private let wrapper: LineWrapper

    init(width: Int, style: TerminalStyle) {
        self.width = width
        self.style = style
        wrapper = LineWrapper(width: width)
    }

    private mutating func line(_ label: String, _ value: String, indent: Int = 0, look: TerminalStyle.Look? = nil) {
        let start = indent + DisplayWidth.of(label)
        for (place, line) in wrapper.lines(value, firstIndent: start, indent: start).enumerated() {
            let head = place == 0 ? String(repeating: " ", count: indent) + label : String(repeating: " ", count: start)
            output += head + (look.map { style.apply($0, line) } ?? line) + "\n"
        }
    }

    mutating func facts(_ revision: Revision) {
        for (label, facts) in [("旧　", revision.old), ("新　", revision.new)] {
            let origin = [facts.number, facts.issued].compactMap(\.self).joined(separator: "，")
            line(label, (facts.title ?? facts.source.uri) + (origin.isEmpty ? "" : "（\(origin)）"), look: .bold)
        }
    }

    mutating func summary(_ items: [ItemRevision], _ unit: String?) {
        let paired = items.filter { $0.change == .paired }
        let changed = paired.count { !$0.changes.isEmpty }
        var counts = ["未变 \(paired.count - changed)", "有变 \(changed)"]
        for (change, word) in [(ItemRevision.Change.added, "新增"), (.removed, "删去"), (.split, "拆分"), (.merged, "合并")] {
            let count = items.count { $0.change == change }
            if count > 0 { counts.append("\(word) \(count)") }
        }
        let fields = FieldChange.allCases.map { field in (field, paired.count { $0.changes.contains(field) }) }.filter { $0.1 > 0 }
        line("条目　", counts.joined(separator: "，") + (unit.map { "（只看“\($0)”）" } ?? ""))
        if !fields.isEmpty { line("变化　", fields.map { "\(RevisionWording.field($0.0)) \($0.1)" }.joined(separator: "，")) }
        if changed == 0, items.allSatisfy({ $0.change == .paired }) { line("", "各条目没有实质变化。条目以外的文字（标题、前言、附则等）不在比较之内。") }
    }

    mutating func show(_ item: ItemRevision) {
        output += "\n"
        let old = item.old.map(RevisionWording.title).joined(separator: "；"), new = item.new.map(RevisionWording.title).joined(separator: "；")
        switch item.change {
        case .added: line(style.apply(.insert, "＋ 新增　"), new, look: .bold); body(item.new)
        case .removed: line(style.apply(.delete, "－ 删去　"), old, look: .bold); body(item.old)
        case .split: line("拆分　", old + " → " + new, look: .bold)
        case .merged: line("合并　", old + " → " + new, look: .bold)
        case .paired:
            line("～ ", pairTitle(item), look: .bold)
            for detail in item.details { show(detail) }
            for succession in item.successions { line("机构沿革：", "\(succession.old) → \(succession.new)（\(succession.date)起，\(succession.reform)）", indent: 4) }
        }
    }

    private func pairTitle(_ item: ItemRevision) -> String {
        let old = item.old.map(RevisionWording.title).joined(), new = item.new.map(RevisionWording.title).joined()
        let label = item.changes.contains(.moved) || item.changes.contains(.renumbered) ? old + " → " + new : new
        return label + "　〔" + (item.changes.isEmpty ? "机构更名" : item.changes.map(RevisionWording.field).joined(separator: "、")) + "〕"
    }

    /// For each unit the changes that matter most to it.
    mutating func units(_ units: [UnitSummary], _ items: [ItemRevision]) {
        guard !units.isEmpty else { return }
        output += "\n" + style.apply(.bold, "各单位最要紧的变化") + "\n"
        for unit in units {
            line("", "\(unit.unit)（\(unit.changes) 处）", indent: 2)
            for item in unit.most.map({ items[$0] }) {
                let (old, new) = (item.old.map(RevisionWording.title).joined(separator: "；"), item.new.map(RevisionWording.title).joined(separator: "；"))
                switch item.change {
                case .added: line("＋ 新增　", new, indent: 4)
                case .removed: line("－ 删去　", old, indent: 4)
                case .split: line("拆分　", old + " → " + new, indent: 4)
                case .merged: line("合并　", old + " → " + new, indent: 4)
                case .paired: line("～ ", pairTitle(item), indent: 4)
                }
            }
        }
    }

    private mutating func body(_ items: [ItemReference]) {
        for item in items {
            if item.heading != nil, !item.text.isEmpty { line("", item.text, indent: 4) }
            if !item.units.isEmpty { line("单位：", item.units.joined(separator: "、"), indent: 4) }
        }
    }

    private mutating func show(_ detail: ChangeDetail) {
        switch detail.field {
        case .heading, .text: redline(detail.edits)
        case .renumbered, .moved: break
        default:
            let label = RevisionWording.field(detail.field) + "："
            for value in detail.removed { line(label + style.apply(.delete, "－ "), value, indent: 4) }
            for value in detail.added { line(label + style.apply(.insert, "＋ "), value, indent: 4) }
        }
    }

    /// Words that changed, in as much of their sentence as one needs to know where one is.
    private mutating func redline(_ edits: [Edit]) {
        var text = ""
        for (place, edit) in edits.enumerated() {
            let words = Self.withoutMarks(edit.text)
            switch edit.kind {
            case .equal: text += context(words, isFirst: place == 0, isLast: place == edits.count - 1)
            case .delete: text += "\u{E000}" + words + "\u{E001}"
            case .insert: text += "\u{E002}" + words + "\u{E003}"
            }
        }
        for line in wrapper.lines(text, firstIndent: 4, indent: 4) { output += "    " + marked(line) + "\n" }
    }

    /// Fonts of some PDF programs leave characters of the private area in a text; four of them are the marks here.
    private static func withoutMarks(_ text: String) -> String {
        guard text.unicodeScalars.contains(where: { (0xE000...0xE003).contains($0.value) }) else { return text }
        return String(String.UnicodeScalarView(text.unicodeScalars.map { (0xE000...0xE003).contains($0.value) ? "\u{FFFD}" : $0 }))
    }

    /// The rest of a change that goes on in the next line is marked there again.
    private var open: Character?

    private mutating func marked(_ line: String) -> String {
        var result = "", run = ""
        func flush(_ open: Character?) -> String {
            guard !run.isEmpty else { return "" }
            switch open {
            case "\u{E000}": return style.isColored ? style.apply(.delete, run) : "[-\(run)-]"
            case "\u{E002}": return style.isColored ? style.apply(.insert, run) : "{+\(run)+}"
            default: return run
            }
        }
        for character in line {
            switch character {
            case "\u{E000}", "\u{E002}": result += flush(open); run = ""; open = character
            case "\u{E001}", "\u{E003}": result += flush(open); run = ""; open = nil
            default: run.append(character)
            }
        }
        return result + flush(open)
    }

    private func context(_ text: String, isFirst: Bool, isLast: Bool) -> String {
        let scalars = Array(text.unicodeScalars), near = 20
        func string(_ part: ArraySlice<Unicode.Scalar>) -> String {
            var view = String.UnicodeScalarView()
            view.append(contentsOf: part)
            return String(view)
        }
        if isFirst { return scalars.count > near ? "…" + string(scalars.suffix(near)) : text }
        if isLast { return scalars.count > near ? string(scalars.prefix(near)) + "…" : text }
        return scalars.count > 2 * near + 6 ? string(scalars.prefix(near)) + " … " + string(scalars.suffix(near)) : text
    }
}

/// Changes in the words of the people who read them.
enum RevisionWording {
    /// `二、（三）建设口袋公园`
    static func title(_ item: ItemReference) -> String {
        let words = item.heading ?? LineWrapper.cut(item.text, columns: 40)
        return Wording.label(item.path.joined(), before: words) + words
    }

    static func field(_ field: FieldChange) -> String {
        switch field {
        case .renumbered: "序号"
        case .moved: "位置"
        case .heading: "标题"
        case .text: "正文"
        case .responsible: "责任单位"
        case .due: "时限"
        case .score: "分值"
        case .target: "指标"
        case .condition: "其他"
        }
    }
}
