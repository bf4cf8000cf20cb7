#ifndef CLINTDATA_H
#define CLINTDATA_H
#include <stddef.h>

/* A file of Sources/FanganLint/Resources, embedded as it stands. */
typedef struct {
    const unsigned char *start;
    size_t size;
} LintFile;

LintFile lint_wordings(void);
LintFile lint_words(void);

#endif
