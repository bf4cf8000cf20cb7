#ifndef COUTLINEDATA_H
#define COUTLINEDATA_H
#include <stddef.h>

/* A vocabulary file of Sources/FanganOutline/Resources, embedded as it stands. */
typedef struct {
    const unsigned char *start;
    size_t size;
} OutlineFile;

OutlineFile outline_section_titles(void);
OutlineFile outline_words(void);
OutlineFile outline_table_columns(void);

#endif
