#ifndef CUNITDATA_H
#define CUNITDATA_H

#include <stddef.h>
#include <stdint.h>

/// The tables of unit names that are embedded in the program, so that no file is looked up at run time.
typedef enum {
    FANGAN_TABLE_FIELDS,
    FANGAN_TABLE_STEMS,
    FANGAN_TABLE_FORMS,
    FANGAN_TABLE_ORGANS,
    FANGAN_TABLE_BRANCHES,
    FANGAN_TABLE_NATIONAL,
    FANGAN_TABLE_GROUPS,
    FANGAN_TABLE_ADHOC,
    FANGAN_TABLE_LEVELS,
    FANGAN_TABLE_ZONES,
    FANGAN_TABLE_PROSE,
    FANGAN_TABLE_AREAS,
    FANGAN_TABLE_REFORMS,
    FANGAN_TABLE_SUCCESSIONS,
    FANGAN_TABLE_FORMER_REGIONS,
    FANGAN_TABLE_TRADITIONAL,
    FANGAN_TABLE_CONFUSABLES,
    FANGAN_TABLE_RELATIONS,
    FANGAN_TABLE_NAME_WORDS,
    FANGAN_TABLE_REGIONAL,
    FANGAN_TABLE_NAMED_ZONES,
    FANGAN_TABLE_BRANCH_SUCCESSIONS,
    FANGAN_TABLE_OFFICIAL,
    FANGAN_TABLE_GROUP_RANGES,
    FANGAN_TABLE_NUMBER_LETTERS,
    FANGAN_TABLE_REGIONS,
    FANGAN_TABLE_TOWNSHIPS,
} FanganTable;

/// First byte of a table; valid and constant as long as the program runs.
const uint8_t *fangan_table_bytes(FanganTable table);
/// Number of bytes of a table.
size_t fangan_table_size(FanganTable table);

#endif
