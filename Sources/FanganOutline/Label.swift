import FanganText

/// The kinds of numbering that plans use, from the outermost to the innermost as GB/T 9704 (一、 （一） 1. （1）)
/// and common practice nest them.
public enum LabelForm: Int, Sendable, Hashable, Comparable, CaseIterable {
    /// 第一编, 第一部分, 第一章, 第一节
    case book, chapter, section
    /// 第一条; runs on across chapters.
    case article
    /// 一、
    case chinese
    /// 专栏1: a box inside a section, with numbered projects of its own
    case box
    /// （一）
    case chineseBracketed
    /// 1. 1、 1．
    case arabic
    /// 1.1, 1.1.1: rank grows with the number of parts.
    case decimal
    /// （1）
    case arabicBracketed
    /// 1） 1)
    case arabicHalfBracketed
    /// ①
    case circled
    /// A. a)
    case letter
    /// 第一阶段, 第二步: its depth is that of the place where it is used, see ``ItemStack``.
    case stage
    /// 任务一, 举措2: a word in front of the number; its depth as that of a stage.
    case named
    /// ● ■, and the sign of the list inside such a list; without numbers, so that they are counted.
    case bullet, innerBullet
    /// `县级责任：` over 1. 2. 3.: a title in the place of a number, see ``NumberHeads``; it stands right above the form of the numbers under it.
    case head

    /// The forms without a place of their own in the common order, outer ones first.
    static let movable: [LabelForm] = [.stage, .named, .bullet, .innerBullet]

    public static func < (a: LabelForm, b: LabelForm) -> Bool { a.rawValue < b.rawValue }
}

/// The numbering mark at the start of a paragraph.
public struct Label: Sendable, Hashable {
    public enum Damage: Sendable, Hashable {
        /// `()大力开展…`: the brackets are there, the number is lost.
        case numberLost
        /// `4每年向…`: the mark after the number is lost.
        case markLost
    }

    public var form: LabelForm
    /// Nil where the number is lost.
    public var ordinal: Int?
    /// For 1.2.3 the three numbers, for a head the form of the numbers under it; empty for all others.
    public var parts: [Int]
    /// As printed, spaces removed.
    public var printed: String
    public var span: Span
    public var damage: Damage?

    /// Depth for ordering: a form's place, and inside `decimal` the number of parts.
    public var rank: Int { formBelow.map { $0.rawValue * 10 - Self.aboveNumbers } ?? form.rawValue * 10 + (form == .decimal ? min(parts.count, 9) : 0) }

    /// Of a head.
    var formBelow: LabelForm? { form == .head ? parts.first.flatMap(LabelForm.init) : nil }

    /// How far a head stands above the numbers under it.
    static let aboveNumbers = 3
}
