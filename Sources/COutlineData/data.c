#include "COutlineData.h"

#pragma clang diagnostic ignored "-Wc23-extensions"

static const unsigned char section_titles[] = {
#embed "../FanganOutline/Resources/section-titles.tsv"
};
OutlineFile outline_section_titles(void) { return (OutlineFile){section_titles, sizeof section_titles}; }

static const unsigned char words[] = {
#embed "../FanganOutline/Resources/outline-words.tsv"
};
OutlineFile outline_words(void) { return (OutlineFile){words, sizeof words}; }

static const unsigned char table_columns[] = {
#embed "../FanganOutline/Resources/table-columns.tsv"
};
OutlineFile outline_table_columns(void) { return (OutlineFile){table_columns, sizeof table_columns}; }
