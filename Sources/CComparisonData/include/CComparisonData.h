#ifndef CCOMPARISONDATA_H
#define CCOMPARISONDATA_H
#include <stddef.h>

/* A file of Sources/FanganComparison/Resources, embedded as it stands. */
typedef struct {
    const unsigned char *start;
    size_t size;
} ComparisonFile;

ComparisonFile comparison_concepts(void);
ComparisonFile comparison_field_concepts(void);
ComparisonFile comparison_word_vectors(void);

#endif
