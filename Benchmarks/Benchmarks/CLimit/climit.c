#include "CLimit.h"
#include <stdlib.h>
#include <string.h>
#include <libxml/HTMLparser.h>
#include <libxml/parser.h>
#include <libxml/parserInternals.h>
#include <zip.h>

typedef struct {
    int64_t elements, text;
} tally;

static void on_start_ns(void *user, const xmlChar *local, const xmlChar *prefix, const xmlChar *uri, int namespace_count,
                        const xmlChar **namespaces, int count, int defaulted, const xmlChar **attributes) {
    (void)local; (void)prefix; (void)uri; (void)namespace_count; (void)namespaces; (void)count; (void)defaulted; (void)attributes;
    ((tally *)user)->elements++;
}

static void on_end_ns(void *user, const xmlChar *local, const xmlChar *prefix, const xmlChar *uri) {
    (void)user; (void)local; (void)prefix; (void)uri;
}

static void on_start(void *user, const xmlChar *name, const xmlChar **attributes) {
    (void)name; (void)attributes;
    ((tally *)user)->elements++;
}

static void on_end(void *user, const xmlChar *name) { (void)user; (void)name; }

static void on_text(void *user, const xmlChar *text, int length) {
    (void)text;
    ((tally *)user)->text += length;
}

static void on_error(void *user, const xmlError *error) { (void)user; (void)error; }

static void listen(xmlSAXHandler *sax) {
    memset(sax, 0, sizeof *sax);
    sax->initialized = XML_SAX2_MAGIC;
    sax->startElementNs = on_start_ns;
    sax->endElementNs = on_end_ns;
    sax->startElement = on_start;
    sax->endElement = on_end;
    sax->characters = on_text;
    sax->ignorableWhitespace = on_text;
    sax->serror = (xmlStructuredErrorFunc)on_error;
}

static void read_xml(const char *bytes, int count, tally *t) {
    xmlParserCtxtPtr parser = xmlCreateMemoryParserCtxt(bytes, count);
    if (!parser) return;
    listen(parser->sax);
    parser->userData = t;
    xmlCtxtUseOptions(parser, XML_PARSE_NONET);
    xmlParseDocument(parser);
    if (parser->myDoc) xmlFreeDoc(parser->myDoc);
    parser->myDoc = NULL;
    xmlFreeParserCtxt(parser);
}

static void read_member(zip_t *archive, zip_uint64_t index, zip_uint64_t size, tally *t) {
    char *text = malloc(size + 1);
    zip_file_t *file = text ? zip_fopen_index(archive, index, 0) : NULL;
    if (file) {
        zip_int64_t got = zip_fread(file, text, size);
        zip_fclose(file);
        if (got > 0) read_xml(text, (int)got, t);
    }
    free(text);
}

int64_t climit_word(const uint8_t *bytes, int64_t count) {
    static const char *const parts[] = {"word/document.xml", "word/styles.xml", "word/numbering.xml", "word/footnotes.xml", "word/endnotes.xml"};
    zip_source_t *source = zip_source_buffer_create(bytes, (zip_uint64_t)count, 0, NULL);
    zip_t *archive = source ? zip_open_from_source(source, ZIP_RDONLY, NULL) : NULL;
    if (!archive) { zip_source_free(source); return -1; }
    tally t = {0, 0};
    for (size_t i = 0; i < sizeof parts / sizeof *parts; i++) {
        zip_int64_t index = zip_name_locate(archive, parts[i], 0);
        zip_stat_t stat;
        if (index >= 0 && zip_stat_index(archive, (zip_uint64_t)index, 0, &stat) == 0) read_member(archive, (zip_uint64_t)index, stat.size, &t);
    }
    zip_discard(archive);
    return t.elements;
}

int64_t climit_html(const uint8_t *bytes, int64_t count) {
    tally t = {0, 0};
    htmlParserCtxtPtr parser = htmlCreateMemoryParserCtxt((const char *)bytes, (int)count);
    if (!parser) return -1;
    listen(parser->sax);
    parser->userData = &t;
    htmlCtxtUseOptions(parser, HTML_PARSE_RECOVER | HTML_PARSE_NONET | HTML_PARSE_NODEFDTD);
    htmlParseDocument(parser);
    if (parser->myDoc) xmlFreeDoc(parser->myDoc);
    parser->myDoc = NULL;
    htmlFreeParserCtxt(parser);
    return t.elements;
}
