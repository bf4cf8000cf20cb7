import CReportData
import Mustache

/// The kinds of pages, each with its template and its script.
enum ReportKind: String, CaseIterable {
    case index, tasks, units, comparison, quality, plan, revision

    /// The name in the navigation; nil for kinds of which there may be many pages.
    var name: String? {
        switch self {
        case .index: "总览"
        case .tasks: "任务"
        case .quality: "核对"
        case .units: "单位"
        case .comparison: "对比"
        case .plan, .revision: nil
        }
    }

    var template: ReportFile {
        switch self {
        case .index: report_index_mustache()
        case .plan: report_plan_mustache()
        case .tasks: report_tasks_mustache()
        case .quality: report_quality_mustache()
        case .units: report_units_mustache()
        case .comparison: report_comparison_mustache()
        case .revision: report_revision_mustache()
        }
    }

    var script: ReportFile? {
        switch self {
        case .plan: report_plan_js()
        case .tasks: report_tasks_js()
        case .units: report_units_js()
        case .comparison: report_comparison_js()
        case .revision: report_revision_js()
        case .index, .quality: nil
        }
    }
}

/// Puts pages together: everything that a page needs stands in it, so that it opens from a folder, a file share or an attachment,
/// and its security policy forbids whatever else a document might bring in.
struct ReportPages {
    private let layout: MustacheTemplate
    private let templates: [ReportKind: MustacheTemplate]
    /// Pages that the navigation leads to, in its order.
    private let sections: [ReportKind]
    private let style = ReportResource.text(report_style_css())
    private let theme = ReportResource.text(report_theme_js())
    private let base = ReportResource.text(report_base_js())

    /// - Parameter sections: what there is to lead to.
    init(sections: [ReportKind]) throws {
        layout = try MustacheTemplate(string: ReportResource.text(report_layout_mustache()))
        templates = try Dictionary(uniqueKeysWithValues: ReportKind.allCases.map { ($0, try MustacheTemplate(string: ReportResource.text($0.template))) })
        self.sections = sections
    }

    /// - Parameters:
    ///   - values: for the template of the kind, which escapes them.
    ///   - json: for the script of the kind.
    ///   - depth: folders between the report's own and the page.
    func page(_ kind: ReportKind, title: String, values: [String: Any], json: [UInt8]? = nil, depth: Int = 0) -> [UInt8] {
        let script = base + (kind.script.map(ReportResource.text) ?? "")
        let way = String(repeating: "../", count: depth)
        var whole: [String: Any] = [
            "kind": kind.rawValue, "title": title, "style": style, "theme": theme, "script": script,
            "styleHash": ReportResource.hash(style), "themeHash": ReportResource.hash(theme), "scriptHash": ReportResource.hash(script),
            "hasNav": !sections.isEmpty,
            "main": templates[kind]?.render(values) ?? "",
            "nav": sections.compactMap { section -> [String: Any]? in
                section.name.map { ["href": way + section.rawValue + ".html", "name": $0, "current": section == kind] }
            },
        ]
        if let json { whole["data"] = ScriptSafeJSON.encode(json) }
        return Array(layout.render(whole).utf8)
    }

    /// A path as a link: every byte that is not plain is percent-encoded, so that no name of a file can be anything else.
    static func link(_ path: String) -> String {
        var link = ""
        for byte in path.utf8 {
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "0")...UInt8(ascii: "9"),
                 UInt8(ascii: "-"), UInt8(ascii: "_"), UInt8(ascii: "."), UInt8(ascii: "/"): link.unicodeScalars.append(Unicode.Scalar(byte))
            default:
                let digits = String(byte, radix: 16, uppercase: true)
                link += "%" + (digits.utf8.count == 1 ? "0" : "") + digits
            }
        }
        return link
    }
}
