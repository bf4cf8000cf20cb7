#include "CReaderData.h"

#pragma clang diagnostic ignored "-Wc23-extensions"

static const unsigned char words[] = {
#embed "../FanganReaders/Resources/reader-words.tsv"
};
static const unsigned char web[] = {
#embed "../FanganReaders/Resources/web-words.tsv"
};
ReaderFile reader_words(void) { return (ReaderFile){words, sizeof words}; }
ReaderFile web_words(void) { return (ReaderFile){web, sizeof web}; }
