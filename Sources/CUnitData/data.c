#include "CUnitData.h"
#pragma clang diagnostic ignored "-Wc23-extensions"

// The files are the data of the target FanganUnits; `#embed` (C23) takes them in at compile time.

static const uint8_t fields[] = {
#embed "../FanganUnits/Resources/fields.tsv"
};
static const uint8_t stems[] = {
#embed "../FanganUnits/Resources/stems.tsv"
};
static const uint8_t forms[] = {
#embed "../FanganUnits/Resources/forms.tsv"
};
static const uint8_t organs[] = {
#embed "../FanganUnits/Resources/organs.tsv"
};
static const uint8_t branches[] = {
#embed "../FanganUnits/Resources/branches.tsv"
};
static const uint8_t national[] = {
#embed "../FanganUnits/Resources/national.tsv"
};
static const uint8_t groups[] = {
#embed "../FanganUnits/Resources/groups.tsv"
};
static const uint8_t adhoc[] = {
#embed "../FanganUnits/Resources/adhoc.tsv"
};
static const uint8_t levels[] = {
#embed "../FanganUnits/Resources/levels.tsv"
};
static const uint8_t zones[] = {
#embed "../FanganUnits/Resources/zones.tsv"
};
static const uint8_t prose[] = {
#embed "../FanganUnits/Resources/prose.tsv"
};
static const uint8_t areas[] = {
#embed "../FanganUnits/Resources/areas.tsv"
};
static const uint8_t reforms[] = {
#embed "../FanganUnits/Resources/reforms.tsv"
};
static const uint8_t successions[] = {
#embed "../FanganUnits/Resources/successions.tsv"
};
static const uint8_t former_regions[] = {
#embed "../FanganUnits/Resources/former-regions.tsv"
};
static const uint8_t traditional[] = {
#embed "../FanganUnits/Resources/traditional.tsv"
};
static const uint8_t confusables[] = {
#embed "../FanganUnits/Resources/confusables.tsv"
};
static const uint8_t relations[] = {
#embed "../FanganUnits/Resources/relations.tsv"
};
static const uint8_t name_words[] = {
#embed "../FanganUnits/Resources/name-words.tsv"
};
static const uint8_t regional[] = {
#embed "../FanganUnits/Resources/regional.tsv"
};
static const uint8_t named_zones[] = {
#embed "../FanganUnits/Resources/named-zones.tsv"
};
static const uint8_t branch_successions[] = {
#embed "../FanganUnits/Resources/branch-successions.tsv"
};
static const uint8_t official[] = {
#embed "../FanganUnits/Resources/official.tsv"
};
static const uint8_t group_ranges[] = {
#embed "../FanganUnits/Resources/group-ranges.tsv"
};
static const uint8_t number_letters[] = {
#embed "../FanganUnits/Resources/number-letters.tsv"
};
static const uint8_t regions[] = {
#embed "../FanganUnits/Resources/regions.bin"
};
static const uint8_t townships[] = {
#embed "../FanganUnits/Resources/townships.bin"
};

static const struct {
    const uint8_t *bytes;
    size_t size;
} tables[] = {
    [FANGAN_TABLE_FIELDS] = {fields, sizeof fields},
    [FANGAN_TABLE_STEMS] = {stems, sizeof stems},
    [FANGAN_TABLE_FORMS] = {forms, sizeof forms},
    [FANGAN_TABLE_ORGANS] = {organs, sizeof organs},
    [FANGAN_TABLE_BRANCHES] = {branches, sizeof branches},
    [FANGAN_TABLE_NATIONAL] = {national, sizeof national},
    [FANGAN_TABLE_GROUPS] = {groups, sizeof groups},
    [FANGAN_TABLE_ADHOC] = {adhoc, sizeof adhoc},
    [FANGAN_TABLE_LEVELS] = {levels, sizeof levels},
    [FANGAN_TABLE_ZONES] = {zones, sizeof zones},
    [FANGAN_TABLE_PROSE] = {prose, sizeof prose},
    [FANGAN_TABLE_AREAS] = {areas, sizeof areas},
    [FANGAN_TABLE_REFORMS] = {reforms, sizeof reforms},
    [FANGAN_TABLE_SUCCESSIONS] = {successions, sizeof successions},
    [FANGAN_TABLE_FORMER_REGIONS] = {former_regions, sizeof former_regions},
    [FANGAN_TABLE_TRADITIONAL] = {traditional, sizeof traditional},
    [FANGAN_TABLE_CONFUSABLES] = {confusables, sizeof confusables},
    [FANGAN_TABLE_RELATIONS] = {relations, sizeof relations},
    [FANGAN_TABLE_NAME_WORDS] = {name_words, sizeof name_words},
    [FANGAN_TABLE_REGIONAL] = {regional, sizeof regional},
    [FANGAN_TABLE_NAMED_ZONES] = {named_zones, sizeof named_zones},
    [FANGAN_TABLE_BRANCH_SUCCESSIONS] = {branch_successions, sizeof branch_successions},
    [FANGAN_TABLE_OFFICIAL] = {official, sizeof official},
    [FANGAN_TABLE_GROUP_RANGES] = {group_ranges, sizeof group_ranges},
    [FANGAN_TABLE_NUMBER_LETTERS] = {number_letters, sizeof number_letters},
    [FANGAN_TABLE_REGIONS] = {regions, sizeof regions},
    [FANGAN_TABLE_TOWNSHIPS] = {townships, sizeof townships},
};

const uint8_t *fangan_table_bytes(FanganTable table) { return tables[table].bytes; }
size_t fangan_table_size(FanganTable table) { return tables[table].size; }
