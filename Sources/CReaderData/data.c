#include "CReaderData.h"

#pragma clang diagnostic ignored "-Wc23-extensions"

static const unsigned char words[] = {
#embed "../FanganReaders/Resources/reader-words.tsv"
};
ReaderFile reader_words(void) { return (ReaderFile){words, sizeof words}; }
