#ifndef CICU_H
#define CICU_H
#include <stdint.h>

/* Character conversion by ICU, behind a header that names none of ICU's types:
   ICU's symbols carry its version, which only the C compiler resolves, and its headers
   clash with the ICU that Foundation bundles. */

/* Characters that follow one another and are as wide as one another in the input and in UTF-8. */
typedef struct {
    int64_t decoded;       /* first byte in the UTF-8 */
    int64_t source;        /* first byte in the input */
    uint8_t decoded_width; /* bytes of each character in the UTF-8 */
    int32_t source_width;  /* in the input; 0 for the second character that one sequence stands for */
} cicu_run;

/* What a conversion met. */
typedef struct {
    int64_t written;       /* bytes of UTF-8 written */
    int64_t invalid;       /* byte sequences without a meaning in the encoding, each written as U+FFFD */
    int64_t first_invalid; /* offset of the first of them in the input, -1 if there is none */
    cicu_run *runs;        /* the way back to the input; cicu_free gives it back */
    int64_t run_count;
} cicu_result;

/* Room that the UTF-8 of `count` bytes in any supported encoding needs at most. */
int64_t cicu_room(int64_t count);

/* Converts `count` bytes in the encoding `name` (IANA name) to UTF-8.
   Returns 0, or ICU's error code if the encoding is unknown or there is too little room or memory.
   Either way cicu_free is to be called with the result. */
int32_t cicu_to_utf8(const char *name, const uint8_t *bytes, int64_t count,
                     uint8_t *out, int64_t room, cicu_result *result);

void cicu_free(cicu_result *result);

/* Replaces each of `count` characters (code points) by its simplified form, one for one; those without one stay.
   Returns 0, or ICU's error code. */
int32_t cicu_simplify(uint32_t *characters, int64_t count);

#endif
