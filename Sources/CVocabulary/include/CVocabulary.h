#ifndef CVOCABULARY_H
#define CVOCABULARY_H
#include <stddef.h>

/* The vocabulary files of FanganOutline and FanganFindings, embedded so that nothing is looked up at run time. */
#define VOCABULARY(name) \
    extern const unsigned char name##_data[]; \
    extern const long name##_size; \
    static inline const unsigned char *_Nonnull name##_data_pointer(void) { return name##_data; }

VOCABULARY(section_titles)
VOCABULARY(outline_words)
VOCABULARY(table_columns)
VOCABULARY(responsibility_words)
#endif
