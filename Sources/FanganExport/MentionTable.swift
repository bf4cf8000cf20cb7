import FanganGraph

/// `mentions.csv`: where each unit stands in the documents of a run, and how it is spelled there; one row per place of
/// a text, so that every spelling in `units.csv` can be looked up.
///
/// Rows come in the order of the documents, and of the places in each: like `tasks.csv` it grows document by document.
public enum MentionTable {
    /// Byte order mark and heading row.
    public static var header: [UInt8] {
        var writer = CSVWriter()
        writer.record(["单位编号", "单位名称", "原文写法", "文件", "条目", "职责", "责任依据", "起始位置", "结束位置"])
        return CSVWriter.mark + writer.bytes
    }

    /// The records of one document.
    ///
    /// A bracket that many tasks inherit names its units once: of the edges with one unit and place the first counts, which
    /// is that of the first such item.
    ///
    /// - Parameter document: stem of its output files.
    public static func records(of graph: TaskGraph, document: String, index: GraphIndex) -> [UInt8] {
        var places: [(start: Int, end: Int, unit: Int, edge: Int)] = []
        for at in graph.edges.indices where graph.edges[at].kind == .responsible {
            guard let unit = index.to[at]?.unit, graph.edges[at].mention != nil, let span = graph.edges[at].span else { continue }
            places.append((span.start, span.end, unit, at))
        }
        places.sort { ($0.start, $0.end, $0.unit, $0.edge) < ($1.start, $1.end, $1.unit, $1.edge) }
        return CSVWriter.bytes(reserving: places.count * 200) { writer in
            for (number, place) in places.enumerated() {
                if number > 0, places[number - 1].start == place.start, places[number - 1].end == place.end, places[number - 1].unit == place.unit { continue }
                writer.cell(graph.units[place.unit].id)
                writer.cell(graph.units[place.unit].name)
                writer.cell(graph.edges[place.edge].mention ?? "")
                writer.cell(document)
                writer.cell(graph.edges[place.edge].from)
                writer.cell(graph.edges[place.edge].role.map(Wording.responsibility) ?? "")
                writer.cell(graph.edges[place.edge].basis.map(Wording.basis) ?? "")
                writer.cell(place.start)
                writer.cell(place.end)
                writer.endRecord()
            }
        }
    }
}
