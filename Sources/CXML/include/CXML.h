#ifndef CXML_H
#define CXML_H
#include <stdint.h>

/* HTML and XML by libxml2's SAX parsers, behind a header that names none of its types.
   Nothing is fetched, no entity of a document is expanded, no document type is loaded. */

/* One attribute of a known name. */
typedef struct {
    int32_t name;
    const uint8_t *value;
    int64_t count;
} cxml_attribute;

/* What the caller hears of a document; each call returns 0 to go on, else the reading stops.
   Names are places in the list that the caller gave, -1 for a name that is not in it.
   `at` is an offset in the bytes that were given. */
typedef struct {
    void *user;
    int32_t (*start)(void *user, int32_t name, const cxml_attribute *attributes, int32_t count, int64_t at);
    int32_t (*end)(void *user, int32_t name, int64_t at);
    /* `is_literal`: the text stands so at `at`; else it is there in another spelling, such as &amp; */
    int32_t (*text)(void *user, const uint8_t *bytes, int64_t count, int64_t at, int32_t is_literal);
} cxml_handler;

enum {
    CXML_DONE = 0,
    CXML_STOPPED = 1,   /* by the caller */
    CXML_TOO_DEEP = 2,
    CXML_DOCTYPE = 3,   /* XML with a document type of its own */
    CXML_DAMAGED = 4,   /* XML that is not well formed: all up to `at` was told */
    CXML_NO_MEMORY = 5,
};

typedef struct {
    int32_t outcome;
    int32_t errors;     /* that the parser met, of any gravity */
    int64_t at;         /* where it stopped */
    char message[160];  /* of the first error that ended it */
} cxml_result;

/* Once, before the first document. */
void cxml_prepare(void);

/* Reads `count` bytes of UTF-8.
   names:      element and attribute names, a space between two; in XML `prefix:name`.
   namespaces: XML only: `prefix=address`, a space between two; one prefix may stand for several addresses. */
void cxml_read_html(const uint8_t *bytes, int64_t count, const char *names,
                    const cxml_handler *handler, int32_t max_depth, cxml_result *result);
void cxml_read_xml(const uint8_t *bytes, int64_t count, const char *names, const char *namespaces,
                   const cxml_handler *handler, int32_t max_depth, cxml_result *result);

#endif
