#include "CICU.h"
#include <unicode/ucnv.h>
#include <unicode/ucnv_cb.h>
#include <unicode/ucnv_err.h>
#include <unicode/ustring.h>
#include <unicode/utf16.h>
#include <unicode/utrans.h>
#include <stdlib.h>

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

/* Where UTF-8 is written, and from where in the input each character of it came. */
typedef struct {
    uint8_t *start, *at;
    const uint8_t *end;
    cicu_run *runs;
    int64_t room, count;
    int64_t decoded, source; /* the last character's place in both; -1 before the first */
    uint8_t width;           /* its bytes in UTF-8 */
    UChar high;              /* a first half of a surrogate pair left over from the piece before */
    int64_t high_source;
} sink;

/* The last character is known in full once the next one's place in the input is. */
static int close_run(sink *s, int64_t next_source) {
    if (s->decoded < 0) return 1;
    int32_t width = (int32_t)(next_source - s->source);
    cicu_run *last = s->count ? &s->runs[s->count - 1] : 0;
    /* A last run always reaches to here. */
    if (last && last->decoded_width == s->width && last->source_width == width) return 1;
    if (s->count == s->room) {
        int64_t room = s->room ? s->room * 2 : 64;
        cicu_run *more = realloc(s->runs, (size_t)room * sizeof *more);
        if (!more) return 0;
        s->runs = more;
        s->room = room;
    }
    s->runs[s->count++] = (cicu_run){s->decoded, s->source, s->width, width};
    return 1;
}

/* Writes one character that begins at `source` in the input. Returns 0 when the room is too small. */
static int put(sink *s, uint32_t c, int64_t source) {
    if (s->end - s->at < 8 || !close_run(s, source)) return 0;
    uint8_t *o = s->at;
    s->decoded = o - s->start;
    s->source = source;
    if (c < 0x80) *o++ = (uint8_t)c;
    else if (c < 0x800) { *o++ = 0xC0 | c >> 6; *o++ = 0x80 | (c & 0x3F); }
    else if (c < 0x10000) { *o++ = 0xE0 | c >> 12; *o++ = 0x80 | (c >> 6 & 0x3F); *o++ = 0x80 | (c & 0x3F); }
    else { *o++ = 0xF0 | c >> 18; *o++ = 0x80 | (c >> 12 & 0x3F); *o++ = 0x80 | (c >> 6 & 0x3F); *o++ = 0x80 | (c & 0x3F); }
    s->width = (uint8_t)(o - s->at);
    s->at = o;
    return 1;
}

/* Writes UTF-16 as UTF-8; a surrogate without its partner becomes U+FFFD. `offsets` are places in the piece of input that
   begins at `base`; -1 where ICU does not know, which is so for what one sequence gives beyond its first unit. */
static int write_utf8(const UChar *units, const int32_t *offsets, int64_t count, int64_t base, sink *s) {
    for (int64_t i = 0; i < count; i++) {
        uint32_t c = units[i];
        int64_t source = offsets[i] >= 0 ? base + offsets[i] : s->high ? s->high_source : s->source > 0 ? s->source : 0;
        if (s->high) {
            uint32_t first = s->high;
            s->high = 0;
            if (c >= 0xDC00 && c < 0xE000) {
                if (!put(s, 0x10000 + ((first - 0xD800) << 10) + (c - 0xDC00), s->high_source)) return 0;
                continue;
            }
            if (!put(s, 0xFFFD, s->high_source)) return 0;
        }
        if (c >= 0xD800 && c < 0xDC00) { s->high = (UChar)c; s->high_source = source; continue; }
        if (c >= 0xDC00 && c < 0xE000) c = 0xFFFD;
        if (!put(s, c, source)) return 0;
    }
    return 1;
}

int64_t cicu_room(int64_t count) { return count * 3 + 16; }

int32_t cicu_to_utf8(const char *name, const uint8_t *bytes, int64_t count,
                     uint8_t *out, int64_t room, cicu_result *result) {
    *result = (cicu_result){0, 0, -1, 0, 0};
    UErrorCode status = U_ZERO_ERROR;
    UConverter *converter = ucnv_open(name, &status);
    if (U_FAILURE(status)) return status;
    context user = {bytes, result};
    ucnv_setToUCallBack(converter, on_invalid, &user, NULL, NULL, &status);

    UChar pivot[PIVOT];
    int32_t offsets[PIVOT];
    sink s = {out, out, out + room, 0, 0, 0, -1, -1, 0, 0, 0};
    const char *source = (const char *)bytes, *limit = source + count;
    int more = U_SUCCESS(status);
    while (more) {
        UChar *target = pivot;
        int64_t base = (const uint8_t *)source - bytes;
        status = U_ZERO_ERROR;
        ucnv_toUnicode(converter, &target, pivot + PIVOT, &source, limit, offsets, 1, &status);
        if (!write_utf8(pivot, offsets, target - pivot, base, &s)) { status = U_MEMORY_ALLOCATION_ERROR; break; }
        more = status == U_BUFFER_OVERFLOW_ERROR;
    }
    if (U_SUCCESS(status) && s.high && !put(&s, 0xFFFD, s.high_source)) status = U_MEMORY_ALLOCATION_ERROR;
    if (U_SUCCESS(status) && !close_run(&s, count)) status = U_MEMORY_ALLOCATION_ERROR;
    ucnv_close(converter);
    result->written = s.at - out;
    result->runs = s.runs;
    result->run_count = s.count;
    return U_FAILURE(status) ? status : 0;
}

void cicu_free(cicu_result *result) {
    free(result->runs);
    result->runs = 0;
}

int32_t cicu_simplify(uint32_t *characters, int64_t count) {
    UErrorCode status = U_ZERO_ERROR;
    static const UChar name[] = u"Traditional-Simplified";
    UTransliterator *rules = utrans_openU(name, -1, UTRANS_FORWARD, NULL, 0, NULL, &status);
    if (U_FAILURE(status)) return status;
    for (int64_t i = 0; i < count && U_SUCCESS(status); i++) {
        UChar unit[16];
        int32_t length = 0, limit;
        U16_APPEND_UNSAFE(unit, length, characters[i]);
        limit = length;
        utrans_transUChars(rules, unit, &length, 16, 0, &limit, &status);
        if (U_FAILURE(status) || length < 1) continue;
        int32_t at = 0;
        UChar32 c;
        U16_NEXT(unit, at, length, c);
        if (at == length) characters[i] = (uint32_t)c;
    }
    utrans_close(rules);
    return U_FAILURE(status) ? status : 0;
}
