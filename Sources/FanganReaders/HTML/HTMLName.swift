/// The elements and attributes of HTML that decide how a page reads.
enum HTMLName: String, MarkupName {
    case html, head, title, body, script, style, template, noscript
    case p, div, br, hr, pre, blockquote, center, section, article, main, address, figure, figcaption, details, summary, fieldset, legend
    case h1, h2, h3, h4, h5, h6
    case ul, ol, li, dl, dt, dd
    case table, caption, thead, tbody, tfoot, tr, td, th
    case a, img, del, s, strike
    case nav, footer, header, aside, form, button, select, option, textarea, iframe, object, svg, canvas, menu, dialog, video, audio, applet, map, label
    case rowspan, colspan, id, hidden, href, start, type, value, role
    case `class`
    case unknown

    /// Its text is never on the page, or struck out there.
    var isSilent: Bool {
        switch self {
        case .script, .style, .template, .del, .s, .strike: true
        default: false
        }
    }

    /// A paragraph ends where it begins and where it ends.
    var isBlock: Bool {
        switch self {
        case .title, .body, .p, .div, .hr, .pre, .blockquote, .center, .section, .article, .main, .address, .figure, .figcaption, .details,
             .summary, .fieldset, .legend, .h1, .h2, .h3, .h4, .h5, .h6, .ul, .ol, .li, .dl, .dt, .dd, .table, .caption, .thead, .tbody,
             .tfoot, .tr, .td, .th, .nav, .footer, .header, .aside, .form, .select, .option, .textarea, .menu, .dialog: true
        default: false
        }
    }

    /// It may hold the text of the document, or a part of the page that is none of it.
    var isBox: Bool {
        switch self {
        case .body, .div, .section, .article, .main, .td, .th, .table, .ul, .ol, .dl, .nav, .footer, .header, .aside, .form, .center, .menu, .dialog,
             .blockquote, .fieldset: true
        default: false
        }
    }

    /// On the page, but never of the document.
    var isChrome: Bool {
        switch self {
        case .nav, .footer, .aside, .button, .select, .option, .textarea, .iframe, .object, .svg, .canvas, .menu, .dialog, .video, .audio, .applet, .noscript, .title: true
        default: false
        }
    }

    var headingLevel: Int? {
        switch self {
        case .h1: 1
        case .h2: 2
        case .h3: 3
        case .h4: 4
        case .h5: 5
        case .h6: 6
        default: nil
        }
    }
}
