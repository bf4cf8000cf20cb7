#ifndef CXML_NAMES_H
#define CXML_NAMES_H
#include <stdint.h>

/* The names that a caller knows, by number. */
typedef struct {
    char *text;             /* the names, NUL between two */
    const char **names;
    int32_t *slots;         /* hash table of places in `names`, -1 where empty */
    int32_t count, room;
    char *namespace_text;
    const char **prefixes;  /* by namespace */
    const char **addresses;
    int32_t namespace_count;
    const void *seen[16];   /* addresses that the parser has named, by its own pointers */
    const char *seen_prefix[16];
    int32_t seen_count;
    /* What was looked up last: the parser keeps one copy of each name, so that a pointer tells it. */
    struct { const void *name, *address; int32_t number; } recent[256];
} cxml_names;

/* 0 when memory is short. */
int cxml_names_read(cxml_names *n, const char *names, const char *namespaces);
void cxml_names_free(cxml_names *n);
/* The place of `prefix:name`, or of `name` where the prefix is empty; -1 if it is not known. */
int32_t cxml_names_find(const cxml_names *n, const char *prefix, int32_t prefix_length, const char *name);
/* The same by a namespace's address, NULL for none. Name and address must be strings that the parser keeps. */
int32_t cxml_names_find_in(cxml_names *n, const char *address, const char *name);

#endif
