import CSchemas

/// The JSON Schemas of the output, compiled into the library; the same files stand in `schemas/`.
public enum Schemas {
    /// The text of `schemas/task-graph.schema.json`.
    public static var taskGraph: [UInt8] { text(fangan_task_graph_schema) }

    /// The text of `schemas/manifest.schema.json`.
    public static var manifest: [UInt8] { text(fangan_manifest_schema) }

    /// The text of `schemas/revision.schema.json`.
    public static var revision: [UInt8] { text(fangan_revision_schema) }

    /// The text of `schemas/implementation.schema.json`.
    public static var implementation: [UInt8] { text(fangan_implementation_schema) }

    /// The text of `schemas/history.schema.json`.
    public static var history: [UInt8] { text(fangan_history_schema) }

    /// The text of `schemas/comparison.schema.json`.
    public static var comparison: [UInt8] { text(fangan_comparison_schema) }

    /// The text of `schemas/lint.schema.json`.
    public static var lint: [UInt8] { text(fangan_lint_schema) }

    /// The text of `schemas/search.schema.json`.
    public static var search: [UInt8] { text(fangan_search_schema) }

    /// The text of `schemas/tasks.schema.json`.
    public static var tasks: [UInt8] { text(fangan_tasks_schema) }

    /// The text of `schemas/plans.context.jsonld`.
    public static var plansContext: [UInt8] { text(fangan_plans_context) }

    private static func text(_ schema: (UnsafeMutablePointer<Int64>?) -> UnsafePointer<UInt8>?) -> [UInt8] {
        var size: Int64 = 0
        let start = schema(&size)
        return Array(UnsafeBufferPointer(start: start, count: Int(size)))
    }
}
