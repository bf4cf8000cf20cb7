#ifndef CSCHEMAS_H
#define CSCHEMAS_H

#include <stdint.h>

// The JSON Schema files of schemas/, compiled in, so that a program needs no file beside it to check
// what it writes. The texts live as long as the program and do not end with a zero byte.

const uint8_t *fangan_task_graph_schema(int64_t *size);
const uint8_t *fangan_manifest_schema(int64_t *size);
const uint8_t *fangan_revision_schema(int64_t *size);
const uint8_t *fangan_implementation_schema(int64_t *size);
const uint8_t *fangan_history_schema(int64_t *size);
const uint8_t *fangan_comparison_schema(int64_t *size);
const uint8_t *fangan_lint_schema(int64_t *size);
const uint8_t *fangan_search_schema(int64_t *size);
const uint8_t *fangan_tasks_schema(int64_t *size);
const uint8_t *fangan_plans_context(int64_t *size);

#endif
