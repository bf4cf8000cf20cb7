import FanganText

/// What a line is before paragraphs are made.
enum LineRole: Sendable, Hashable {
    case text
    case blank
    case furniture(Furniture.Kind)
}
