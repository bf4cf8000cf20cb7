#include "CVocabulary.h"

#define EMBED_END 0 };
#define SIZE(name) const long name##_size = sizeof(name##_data) - 1;

const unsigned char section_titles_data[] = {
#embed "../FanganOutline/Resources/section-titles.tsv" suffix(,)
EMBED_END
SIZE(section_titles)

const unsigned char outline_words_data[] = {
#embed "../FanganOutline/Resources/outline-words.tsv" suffix(,)
EMBED_END
SIZE(outline_words)

const unsigned char table_columns_data[] = {
#embed "../FanganOutline/Resources/table-columns.tsv" suffix(,)
EMBED_END
SIZE(table_columns)

const unsigned char responsibility_words_data[] = {
#embed "../FanganFindings/Resources/responsibility-words.tsv" suffix(,)
EMBED_END
SIZE(responsibility_words)
