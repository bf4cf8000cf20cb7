#include "CICU.h"
#include <unicode/ucnv.h>
#include <unicode/ucnv_cb.h>
#include <unicode/ucnv_err.h>

enum { PIVOT = 8192 };

typedef struct {
    const uint8_t *start;
    cicu_result *result;
} context;

/* Called by ICU at each sequence that it cannot convert: counts it and writes U+FFFD. */
static void on_invalid(const void *user, UConverterToUnicodeArgs *args, const char *units,
                       int32_t length, UConverterCallbackReason reason, UErrorCode *status) {
    (void)units;
    if (reason > UCNV_IRREGULAR) return; /* reset, close, clone: nothing was read */
    const context *c = user;
    if (c->result->invalid == 0) {
        int64_t at = (const uint8_t *)args->source - c->start - length;
        c->result->first_invalid = at < 0 ? 0 : at;
    }
    c->result->invalid++;
    static const UChar replacement[1] = {0xFFFD};
    *status = U_ZERO_ERROR;
    ucnv_cbToUWriteUChars(args, replacement, 1, 0, status);
}

/* Writes UTF-16 as UTF-8; a surrogate without its partner becomes U+FFFD. `high` is a first half left over
   from the piece before. Returns 0 when the room is too small. */
static int write_utf8(const UChar *units, int64_t count, UChar *high, uint8_t **out, const uint8_t *end) {
    uint8_t *o = *out;
    for (int64_t i = 0; i < count; i++) {
        uint32_t c = units[i];
        if (end - o < 8) return 0;
        if (*high) {
            uint32_t first = *high;
            *high = 0;
            if (c >= 0xDC00 && c < 0xE000) {
                c = 0x10000 + ((first - 0xD800) << 10) + (c - 0xDC00);
                *o++ = 0xF0 | c >> 18;
                *o++ = 0x80 | (c >> 12 & 0x3F);
                *o++ = 0x80 | (c >> 6 & 0x3F);
                *o++ = 0x80 | (c & 0x3F);
                continue;
            }
            *o++ = 0xEF; *o++ = 0xBF; *o++ = 0xBD;
        }
        if (c < 0x80) { *o++ = (uint8_t)c; continue; }
        if (c < 0x800) { *o++ = 0xC0 | c >> 6; *o++ = 0x80 | (c & 0x3F); continue; }
        if (c >= 0xD800 && c < 0xDC00) { *high = (UChar)c; continue; }
        if (c >= 0xDC00 && c < 0xE000) c = 0xFFFD;
        *o++ = 0xE0 | c >> 12;
        *o++ = 0x80 | (c >> 6 & 0x3F);
        *o++ = 0x80 | (c & 0x3F);
    }
    *out = o;
    return 1;
}

int64_t cicu_room(int64_t count) { return count * 3 + 16; }

int32_t cicu_to_utf8(const char *name, const uint8_t *bytes, int64_t count,
                     uint8_t *out, int64_t room, cicu_result *result) {
    result->written = 0;
    result->invalid = 0;
    result->first_invalid = -1;
    UErrorCode status = U_ZERO_ERROR;
    UConverter *converter = ucnv_open(name, &status);
    if (U_FAILURE(status)) return status;
    context user = {bytes, result};
    ucnv_setToUCallBack(converter, on_invalid, &user, NULL, NULL, &status);

    UChar pivot[PIVOT], high = 0;
    const char *source = (const char *)bytes, *limit = source + count;
    uint8_t *o = out;
    const uint8_t *end = out + room;
    int more = U_SUCCESS(status);
    while (more) {
        UChar *target = pivot;
        status = U_ZERO_ERROR;
        ucnv_toUnicode(converter, &target, pivot + PIVOT, &source, limit, NULL, 1, &status);
        if (!write_utf8(pivot, target - pivot, &high, &o, end)) { status = U_BUFFER_OVERFLOW_ERROR; break; }
        more = status == U_BUFFER_OVERFLOW_ERROR;
    }
    if (U_SUCCESS(status) && high && end - o >= 3) { *o++ = 0xEF; *o++ = 0xBF; *o++ = 0xBD; }
    ucnv_close(converter);
    result->written = o - out;
    return U_FAILURE(status) ? status : 0;
}
