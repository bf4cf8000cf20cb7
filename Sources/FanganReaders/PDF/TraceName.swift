/// The elements and attributes in which MuPDF's `mutool trace` tells what a page draws.
enum TraceName: String, MarkupName {
    case page, mediabox, span, glyph = "g", unicode, x, y, advance = "adv", matrix = "trm", direction = "wmode", transform
    case fillText = "fill_text", strokeText = "stroke_text", clipText = "clip_text", clipStrokeText = "clip_stroke_text", ignoreText = "ignore_text"
    case fillPath = "fill_path", strokePath = "stroke_path", move = "moveto", line = "lineto", curve = "curveto", close = "closepath", rectangle = "rectto"
    case x0, y0, x1, y1, x3, y3, quad = "quadto"
    case fillImage = "fill_image", fillImageMask = "fill_image_mask"
    case unknown = "-"
}
