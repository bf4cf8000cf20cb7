#include "CSchemas.h"

// #embed is C23; clang has it as an extension in every mode since version 19 (Swift 6.1).
#pragma clang diagnostic ignored "-Wc23-extensions"

static const uint8_t task_graph[] = {
#embed "../../schemas/task-graph.schema.json"
};

static const uint8_t manifest[] = {
#embed "../../schemas/manifest.schema.json"
};

static const uint8_t revision[] = {
#embed "../../schemas/revision.schema.json"
};

static const uint8_t implementation[] = {
#embed "../../schemas/implementation.schema.json"
};

static const uint8_t history[] = {
#embed "../../schemas/history.schema.json"
};

static const uint8_t comparison[] = {
#embed "../../schemas/comparison.schema.json"
};

static const uint8_t lint[] = {
#embed "../../schemas/lint.schema.json"
};

static const uint8_t search[] = {
#embed "../../schemas/search.schema.json"
};

static const uint8_t tasks[] = {
#embed "../../schemas/tasks.schema.json"
};

static const uint8_t plans_context[] = {
#embed "../../schemas/plans.context.jsonld"
};

const uint8_t *fangan_task_graph_schema(int64_t *size) {
    *size = sizeof task_graph;
    return task_graph;
}

const uint8_t *fangan_manifest_schema(int64_t *size) {
    *size = sizeof manifest;
    return manifest;
}

const uint8_t *fangan_revision_schema(int64_t *size) {
    *size = sizeof revision;
    return revision;
}

const uint8_t *fangan_implementation_schema(int64_t *size) {
    *size = sizeof implementation;
    return implementation;
}

const uint8_t *fangan_history_schema(int64_t *size) {
    *size = sizeof history;
    return history;
}

const uint8_t *fangan_comparison_schema(int64_t *size) {
    *size = sizeof comparison;
    return comparison;
}

const uint8_t *fangan_lint_schema(int64_t *size) {
    *size = sizeof lint;
    return lint;
}

const uint8_t *fangan_search_schema(int64_t *size) {
    *size = sizeof search;
    return search;
}

const uint8_t *fangan_tasks_schema(int64_t *size) {
    *size = sizeof tasks;
    return tasks;
}

const uint8_t *fangan_plans_context(int64_t *size) {
    *size = sizeof plans_context;
    return plans_context;
}
