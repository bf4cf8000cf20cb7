#ifndef CLIMIT_H
#define CLIMIT_H
#include <stdint.h>

/* What no reader can be faster than: the file unpacked and its markup gone through by libxml2, every element and every
   text told to a function that only counts. Both return the number of elements, or -1 where the file is none. */

/* The parts of a Word file that hold text or numbering. */
int64_t climit_word(const uint8_t *bytes, int64_t count);
/* A web page in UTF-8. */
int64_t climit_html(const uint8_t *bytes, int64_t count);

#endif
