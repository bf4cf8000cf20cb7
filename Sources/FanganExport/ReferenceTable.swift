import FanganGraph
import FanganText

/// `references.csv`: one row per document that a document of the run names, with the document of the same run that it is.
///
/// Which one it is can only be said when all documents of the run are known, so the table is written at the end of the
/// run, and graphs stay what they are: a function of their own document. Of every document it holds its names and
/// places, strings that occur often only once.
public struct ReferenceTable: Sendable {
    private struct Row: Sendable {
        var id, kind, title, number, items: Int32
        var start, end: Int32
    }
    private struct Document: Sendable {
        var name: String
        var id: String
        var work: String
        var number: String
        var rows: Range<Int>
    }

    private var strings = StringTable()
    private var rows: [Row] = []
    private var documents: [Document] = []
    /// Places of documents by the number they bear and by the title they have.
    private var byNumber: [String: [Int]] = [:]
    private var byTitle: [String: [Int]] = [:]
    /// The same of those that bear no number.
    private var byTitleAlone: [String: [Int]] = [:]

    public init() {}

    /// Number of documents that were added.
    public var count: Int { documents.count }

    public static let header: [UInt8] = {
        var writer = CSVWriter()
        writer.record(["文件", "引用编号", "关系", "标题", "文号", "引用条目", "起始位置", "结束位置", "对应文件", "对应文件编号", "对应版本编号", "对应依据"])
        return CSVWriter.mark + writer.bytes
    }()

    /// Documents must come in the order of the inputs.
    public mutating func add(_ share: DocumentReferences, document name: String) {
        let place = documents.count, first = rows.count
        for one in share.references {
            rows.append(Row(
                id: number(of: one.id), kind: number(of: one.kind), title: number(of: one.title ?? ""), number: number(of: one.number ?? ""),
                items: number(of: Self.joined(one.items)), start: Int32(clamping: one.span.start), end: Int32(clamping: one.span.end)))
        }
        let number = share.number.map(DocumentIdentity.number) ?? ""
        documents.append(Document(name: name, id: share.id, work: share.work, number: number, rows: first..<rows.count))
        if !number.isEmpty { byNumber[number, default: []].append(place) }
        guard let title = share.title.map(DocumentIdentity.plain) else { return }
        byTitle[title, default: []].append(place)
        if number.isEmpty { byTitleAlone[title, default: []].append(place) }
    }

    private mutating func number(of string: String) -> Int32 { Int32(clamping: strings.enter(string).number) }
    private func string(_ number: Int32) -> String { strings.strings[Int(number)] }

    /// The records of one document.
    public func records(ofDocument place: Int) -> [UInt8] {
        var writer = CSVWriter()
        let document = documents[place]
        for row in rows[document.rows] {
            let title = string(row.title), number = string(row.number)
            let link = link(from: place, title: title, number: number)
            // Several files may hold one document, or documents of one title; only what is the same for all is said of them.
            let ids = Set(link.places.map { documents[$0].id }), works = Set(link.places.map { documents[$0].work })
            writer.record([
                document.name, string(row.id), Wording.reference(string(row.kind)), title, number, string(row.items), String(row.start), String(row.end),
                Self.joined(link.places.map { documents[$0].name }),
                ids.count == 1 ? ids.first ?? "" : "", works.count == 1 ? works.first ?? "" : "", link.places.isEmpty ? "" : link.basis,
            ])
        }
        return writer.bytes
    }

    private static let listed = 40

    private static func joined(_ names: [String]) -> String {
        names.prefix(listed).joined(separator: "、") + (names.count > listed ? "等" : "")
    }

    /// The documents of the run that a reference names: those of its number, else those of its title whose number is no other one.
    private func link(from own: Int, title: String, number: String) -> (places: [Int], basis: String) {
        let key = number.isEmpty ? "" : DocumentIdentity.number(number)
        let found = others(byNumber[key], own)
        if !found.isEmpty { return (found, "文号") }
        for name in Self.names(of: title) where name.unicodeScalars.count >= Self.shortestTitle {
            let found = others(key.isEmpty ? byTitle[name] : byTitleAlone[name], own)
            if !found.isEmpty { return (found, "标题") }
        }
        return ([], "")
    }

    /// One more than are listed at most, so that a title that ten thousand documents share stays cheap.
    private func others(_ places: [Int]?, _ own: Int) -> [Int] { Array((places ?? []).prefix(Self.listed + 2).filter { $0 != own }.prefix(Self.listed + 1)) }

    /// 《工作方案》 alone names no document.
    private static let shortestTitle = 8

    /// 关于印发〈甲方案〉的通知 is also 甲方案.
    private static func names(of title: String) -> [String] {
        let scalars = title.unicodeScalars
        let whole = DocumentIdentity.plain(title)
        guard let open = scalars.firstIndex(where: { $0 == "〈" || $0 == "<" || $0 == "《" || $0 == "＜" }),
              let close = scalars.lastIndex(where: { $0 == "〉" || $0 == ">" || $0 == "》" || $0 == "＞" }), close > open else { return [whole] }
        let inner = scalars[scalars.index(after: open)..<close]
        return inner.isEmpty ? [whole] : [whole, DocumentIdentity.plain(String(inner))]
    }
}

