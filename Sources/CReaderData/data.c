#include "CReaderData.h"

#pragma clang diagnostic ignored "-Wc23-extensions"

static const unsigned char words[] = {
#embed "../FanganReaders/Resources/reader-words.tsv"
};
static const unsigned char web[] = {
#embed "../FanganReaders/Resources/web-words.tsv"
};
static const unsigned char variants[] = {
#embed "../FanganReaders/Resources/ideograph-variants.tsv"
};
ReaderFile reader_words(void) { return (ReaderFile){words, sizeof words}; }
ReaderFile web_words(void) { return (ReaderFile){web, sizeof web}; }
ReaderFile ideograph_variants(void) { return (ReaderFile){variants, sizeof variants}; }
