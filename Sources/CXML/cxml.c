#include "CXML.h"
#include "names.h"
#include <stdlib.h>
#include <string.h>
#include <libxml/HTMLparser.h>
#include <libxml/parser.h>
#include <libxml/parserInternals.h>
#include <libxml/xmlerror.h>

enum { MAX_ATTRIBUTES = 64, MAX_BYTES = 1 << 30 };

/* One reading. */
typedef struct {
    xmlParserCtxtPtr parser;
    const uint8_t *bytes;
    int64_t count;
    const cxml_handler *handler;
    cxml_names names;
    int32_t depth, max_depth;
    int64_t floor; /* behind the last text that was told */
    cxml_result *result;
} reading;

void cxml_prepare(void) { xmlInitParser(); }

/* MARK: Places */

/* How far the parser has read. */
static int64_t place(const reading *r) {
    const xmlParserInput *input = r->parser->input;
    if (!input || !input->cur) return r->count;
    int64_t at = (int64_t)input->consumed + (input->cur - input->base);
    return at < 0 ? 0 : at > r->count ? r->count : at;
}

static int stands_at(const reading *r, const xmlChar *text, int64_t length, int64_t at) {
    return at >= 0 && at + length <= r->count && memcmp(r->bytes + at, text, (size_t)length) == 0;
}

/* Width of the last character. */
static int64_t last_width(const xmlChar *text, int64_t length) {
    int64_t width = 1;
    while (width < length && width < 4 && (text[length - width] & 0xC0) == 0x80) width++;
    return width;
}

/* Where a piece of text begins, or -1. The parsers call back from several places: behind the text, in front of its
   last character (where a buffer was full), in front of a character that stands for itself, and behind a reference
   whose parts they tell one by one because it is none. */
static int64_t start_of(const reading *r, const xmlChar *text, int64_t length) {
    int64_t end = place(r);
    int64_t candidates[3] = {end - length, end - length + last_width(text, length), end};
    for (int i = 0; i < 3; i++)
        if (candidates[i] >= r->floor && stands_at(r, text, length, candidates[i])) return candidates[i];
    for (int64_t at = end - length - 1; at >= r->floor && end - at <= 80; at--)
        if (stands_at(r, text, length, at)) return at;
    return -1;
}

/* Where the reference &…; begins that ends in front of `end`, else `end`. */
static int64_t reference_start(const reading *r, int64_t end) {
    for (int64_t i = end - 1; i >= r->floor && end - i <= 40; i--)
        if (r->bytes[i] == '&') return i;
    return end > r->floor ? end - 1 : end;
}

/* MARK: Telling the caller */

static void stop(reading *r, int32_t outcome) {
    if (r->result->outcome != CXML_DONE) return;
    r->result->outcome = outcome;
    r->result->at = place(r);
    xmlStopParser(r->parser);
}

static void tell_text(reading *r, const xmlChar *text, int length) {
    if (r->result->outcome != CXML_DONE || length <= 0) return;
    int64_t at = start_of(r, text, length);
    int32_t is_literal = at >= 0;
    int64_t end = place(r);
    if (!is_literal) at = reference_start(r, end);
    r->floor = is_literal ? at + length : end;
    if (r->handler->text(r->handler->user, text, length, at, is_literal)) stop(r, CXML_STOPPED);
}

static void tell_start(reading *r, int32_t name, const cxml_attribute *attributes, int32_t count) {
    if (r->result->outcome != CXML_DONE) return;
    if (++r->depth > r->max_depth) { stop(r, CXML_TOO_DEEP); return; }
    if (r->handler->start(r->handler->user, name, attributes, count, place(r))) stop(r, CXML_STOPPED);
}

static void tell_end(reading *r, int32_t name) {
    if (r->result->outcome != CXML_DONE) return;
    r->depth--;
    if (r->handler->end(r->handler->user, name, place(r))) stop(r, CXML_STOPPED);
}

/* MARK: What both parsers call */

static void on_text(void *user, const xmlChar *text, int length) { tell_text(user, text, length); }
static void on_nothing(void *user, const xmlChar *text, int length) { (void)user; (void)text; (void)length; }

static void on_error(void *user, const xmlError *error) {
    reading *r = user;
    r->result->errors++;
    if (error->level != XML_ERR_FATAL || r->result->message[0]) return;
    const char *text = error->message ? error->message : "unknown error";
    size_t length = strcspn(text, "\n");
    if (length >= sizeof r->result->message) length = sizeof r->result->message - 1;
    /* Names of the document may stand in the message, cut anywhere: ASCII only. */
    for (size_t i = 0; i < length; i++)
        r->result->message[i] = text[i] >= 0x20 && text[i] < 0x7F ? text[i] : '?';
}

/* MARK: HTML */

static void on_html_start(void *user, const xmlChar *name, const xmlChar **pairs) {
    reading *r = user;
    cxml_attribute attributes[MAX_ATTRIBUTES];
    int32_t count = 0;
    for (int i = 0; pairs && pairs[i] && count < MAX_ATTRIBUTES; i += 2) {
        int32_t known = cxml_names_find_in(&r->names, NULL, (const char *)pairs[i]);
        if (known < 0) continue;
        // One without a value (`hidden`) has an empty one.
        const xmlChar *value = pairs[i + 1] ? pairs[i + 1] : (const xmlChar *)"";
        attributes[count++] = (cxml_attribute){known, value, (int64_t)strlen((const char *)value)};
    }
    tell_start(r, cxml_names_find_in(&r->names, NULL, (const char *)name), attributes, count);
}

static void on_html_end(void *user, const xmlChar *name) {
    reading *r = user;
    tell_end(r, cxml_names_find_in(&r->names, NULL, (const char *)name));
}

/* MARK: XML */

static void on_xml_start(void *user, const xmlChar *local, const xmlChar *prefix, const xmlChar *uri, int namespace_count,
                         const xmlChar **namespaces, int count, int defaulted, const xmlChar **found) {
    (void)prefix; (void)namespace_count; (void)namespaces; (void)defaulted;
    reading *r = user;
    cxml_attribute attributes[MAX_ATTRIBUTES];
    int32_t known = 0;
    for (int i = 0; i < count && known < MAX_ATTRIBUTES; i++) {
        const xmlChar **a = found + i * 5;
        int32_t name = cxml_names_find_in(&r->names, (const char *)a[2], (const char *)a[0]);
        if (name >= 0) attributes[known++] = (cxml_attribute){name, a[3], a[4] - a[3]};
    }
    tell_start(r, cxml_names_find_in(&r->names, (const char *)uri, (const char *)local), attributes, known);
}

static void on_xml_end(void *user, const xmlChar *local, const xmlChar *prefix, const xmlChar *uri) {
    (void)prefix;
    reading *r = user;
    tell_end(r, cxml_names_find_in(&r->names, (const char *)uri, (const char *)local));
}

/* The only way to entities of the document's own. */
static void on_doctype(void *user, const xmlChar *name, const xmlChar *external, const xmlChar *system) {
    (void)name; (void)external; (void)system;
    stop(user, CXML_DOCTYPE);
}

static xmlEntityPtr on_entity(void *user, const xmlChar *name) {
    (void)user;
    return xmlGetPredefinedEntity(name);
}

/* MARK: Entrances */

static int begin(reading *r, const uint8_t *bytes, int64_t count, const cxml_handler *handler, int32_t max_depth, cxml_result *result) {
    memset(result, 0, sizeof *result);
    memset(r, 0, sizeof *r);
    r->bytes = bytes;
    r->count = count;
    r->handler = handler;
    r->max_depth = max_depth;
    r->result = result;
    return count > 0 && count < MAX_BYTES;
}

static void finish(reading *r) {
    if (r->parser) {
        if (r->parser->myDoc) xmlFreeDoc(r->parser->myDoc);
        r->parser->myDoc = NULL;
        xmlFreeParserCtxt(r->parser);
    }
    cxml_names_free(&r->names);
}

void cxml_read_html(const uint8_t *bytes, int64_t count, const char *names,
                    const cxml_handler *handler, int32_t max_depth, cxml_result *result) {
    reading r;
    if (!begin(&r, bytes, count, handler, max_depth, result)) { result->outcome = CXML_NO_MEMORY; return; }
    r.parser = htmlCreateMemoryParserCtxt((const char *)bytes, (int)count);
    if (!r.parser || !cxml_names_read(&r.names, names, "")) { finish(&r); result->outcome = CXML_NO_MEMORY; return; }
    xmlSAXHandler *sax = r.parser->sax;
    memset(sax, 0, sizeof *sax);
    sax->initialized = XML_SAX2_MAGIC;
    sax->startElement = on_html_start;
    sax->endElement = on_html_end;
    sax->characters = on_text;
    sax->ignorableWhitespace = on_text;
    sax->cdataBlock = on_nothing; /* script and style */
    sax->serror = (xmlStructuredErrorFunc)on_error;
    r.parser->userData = &r;
    htmlCtxtUseOptions(r.parser, HTML_PARSE_RECOVER | HTML_PARSE_NONET | HTML_PARSE_IGNORE_ENC | HTML_PARSE_NODEFDTD);
    xmlSwitchEncoding(r.parser, XML_CHAR_ENCODING_UTF8);
    htmlParseDocument(r.parser);
    finish(&r);
}

void cxml_read_xml(const uint8_t *bytes, int64_t count, const char *names, const char *namespaces,
                   const cxml_handler *handler, int32_t max_depth, cxml_result *result) {
    reading r;
    if (!begin(&r, bytes, count, handler, max_depth, result)) { result->outcome = CXML_NO_MEMORY; return; }
    r.parser = xmlCreateMemoryParserCtxt((const char *)bytes, (int)count);
    if (!r.parser || !cxml_names_read(&r.names, names, namespaces)) { finish(&r); result->outcome = CXML_NO_MEMORY; return; }
    xmlSAXHandler *sax = r.parser->sax;
    memset(sax, 0, sizeof *sax);
    sax->initialized = XML_SAX2_MAGIC;
    sax->startElementNs = on_xml_start;
    sax->endElementNs = on_xml_end;
    sax->characters = on_text;
    sax->ignorableWhitespace = on_text;
    sax->cdataBlock = on_text;
    sax->internalSubset = on_doctype;
    sax->getEntity = on_entity;
    sax->serror = (xmlStructuredErrorFunc)on_error;
    r.parser->userData = &r;
    xmlCtxtUseOptions(r.parser, XML_PARSE_NONET);
    xmlParseDocument(r.parser);
    if (result->outcome == CXML_DONE && !r.parser->wellFormed) {
        result->outcome = CXML_DAMAGED;
        result->at = place(&r);
    }
    finish(&r);
}
