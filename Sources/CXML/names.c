#include "names.h"
#include <stdlib.h>
#include <string.h>

static uint32_t hash(uint32_t h, const char *text, int32_t length) {
    for (int32_t i = 0; i < length; i++) h = (h ^ (uint8_t)text[i]) * 16777619u;
    return h;
}

/* Cuts a copy of a list at its spaces; returns how many words it has. */
static int32_t cut(char *text, const char **words) {
    int32_t count = 0;
    char *rest = NULL;
    for (char *word = strtok_r(text, " ", &rest); word; word = strtok_r(NULL, " ", &rest)) {
        if (words) words[count] = word;
        count++;
    }
    return count;
}

static int32_t words_in(const char *list) {
    int32_t count = 0, inside = 0;
    for (; *list; list++) {
        if (*list == ' ') inside = 0;
        else if (!inside) { inside = 1; count++; }
    }
    return count;
}

static void add_slot(cxml_names *n, int32_t place) {
    const char *name = n->names[place];
    uint32_t at = hash(2166136261u, name, (int32_t)strlen(name)) & (uint32_t)(n->room - 1);
    while (n->slots[at] >= 0) at = (at + 1) & (uint32_t)(n->room - 1);
    n->slots[at] = place;
}

int cxml_names_read(cxml_names *n, const char *names, const char *namespaces) {
    memset(n, 0, sizeof *n);
    int32_t count = words_in(names), namespace_count = words_in(namespaces);
    n->room = 16;
    while (n->room < count * 4) n->room *= 2;
    n->text = strdup(names);
    n->namespace_text = strdup(namespaces);
    n->names = calloc((size_t)count + 1, sizeof *n->names);
    n->slots = malloc((size_t)n->room * sizeof *n->slots);
    n->prefixes = calloc((size_t)namespace_count + 1, sizeof *n->prefixes);
    n->addresses = calloc((size_t)namespace_count + 1, sizeof *n->addresses);
    if (!n->text || !n->namespace_text || !n->names || !n->slots || !n->prefixes || !n->addresses) return 0;
    for (int32_t i = 0; i < n->room; i++) n->slots[i] = -1;
    n->count = cut(n->text, n->names);
    for (int32_t i = 0; i < n->count; i++) add_slot(n, i);
    n->namespace_count = cut(n->namespace_text, n->prefixes);
    for (int32_t i = 0; i < n->namespace_count; i++) {
        char *equals = strchr(n->prefixes[i], '=');
        n->addresses[i] = equals ? equals + 1 : "";
        if (equals) *equals = 0;
    }
    return 1;
}

void cxml_names_free(cxml_names *n) {
    free(n->text);
    free(n->namespace_text);
    free(n->names);
    free(n->slots);
    free(n->prefixes);
    free(n->addresses);
    memset(n, 0, sizeof *n);
}

int32_t cxml_names_find(const cxml_names *n, const char *prefix, int32_t prefix_length, const char *name) {
    int32_t length = (int32_t)strnlen(name, 64);
    uint32_t h = hash(2166136261u, prefix, prefix_length);
    if (prefix_length > 0) h = hash(h, ":", 1);
    h = hash(h, name, length);
    for (uint32_t at = h & (uint32_t)(n->room - 1); n->slots[at] >= 0; at = (at + 1) & (uint32_t)(n->room - 1)) {
        const char *known = n->names[n->slots[at]];
        if (prefix_length > 0) {
            if (strncmp(known, prefix, (size_t)prefix_length) || known[prefix_length] != ':') continue;
            known += prefix_length + 1;
        }
        if (strcmp(known, name) == 0) return n->slots[at];
    }
    return -1;
}

/* The caller's prefix for an address, NULL if it knows none. The parser keeps one copy of each address, so that most
   are found by pointer. */
static const char *prefix_of(cxml_names *n, const char *address) {
    for (int32_t i = 0; i < n->seen_count; i++)
        if (n->seen[i] == address) return n->seen_prefix[i];
    const char *prefix = NULL;
    for (int32_t i = 0; i < n->namespace_count && !prefix; i++)
        if (strcmp(n->addresses[i], address) == 0) prefix = n->prefixes[i];
    if (n->seen_count < 16) {
        n->seen[n->seen_count] = address;
        n->seen_prefix[n->seen_count++] = prefix;
    }
    return prefix;
}

static int32_t looked_up(cxml_names *n, const char *address, const char *name) {
    if (!address) return cxml_names_find(n, "", 0, name);
    const char *prefix = prefix_of(n, address);
    return prefix ? cxml_names_find(n, prefix, (int32_t)strlen(prefix), name) : -1;
}

int32_t cxml_names_find_in(cxml_names *n, const char *address, const char *name) {
    uintptr_t place = (uintptr_t)name;
    size_t at = (size_t)((place ^ place >> 8) & 255);
    if (n->recent[at].name == name && n->recent[at].address == address) return n->recent[at].number;
    int32_t number = looked_up(n, address, name);
    n->recent[at].name = name;
    n->recent[at].address = address;
    n->recent[at].number = number;
    return number;
}
