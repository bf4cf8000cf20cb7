#ifndef CREADERDATA_H
#define CREADERDATA_H
#include <stddef.h>

/* A vocabulary file of Sources/FanganReaders/Resources, embedded as it stands. */
typedef struct {
    const unsigned char *start;
    size_t size;
} ReaderFile;

ReaderFile reader_words(void);
ReaderFile web_words(void);
ReaderFile ideograph_variants(void);

#endif
