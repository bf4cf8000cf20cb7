#ifndef CXLSX_H
#define CXLSX_H
#include <stdint.h>

/* Workbooks (.xlsx) by libxlsxwriter, behind a header that names none of its types. Every text is written as text: one
   that begins with = is no formula. Strings are UTF-8 and end with a zero byte; rows and columns count from 0. */

typedef struct cxlsx_book cxlsx_book;

/* How a cell or a part of its text looks; added up. */
enum {
    CXLSX_BOLD = 1,
    CXLSX_HEADER = 2,    /* filled, bordered, centred */
    CXLSX_SECTION = 4,   /* filled lightly */
    CXLSX_DELETED = 8,   /* red, struck through */
    CXLSX_INSERTED = 16, /* green, underlined */
    CXLSX_LOOKS = 32,
};

/* Begins a workbook that will be written to a path; NULL without memory. */
cxlsx_book *cxlsx_new(const char *path);
/* Adds a sheet, which the calls that follow fill; 0 where the name is none that a sheet can have or there is no memory. */
int32_t cxlsx_sheet(cxlsx_book *book, const char *name);
void cxlsx_column(cxlsx_book *book, int32_t column, double width);
void cxlsx_text(cxlsx_book *book, int32_t row, int32_t column, const char *text, int32_t look);
void cxlsx_number(cxlsx_book *book, int32_t row, int32_t column, double number, int32_t look);
/* A text in at least two parts, none of them empty, each with its look. */
void cxlsx_parts(cxlsx_book *book, int32_t row, int32_t column, const char *const *texts, const int32_t *looks, int32_t count, int32_t look);
/* Keeps the first row in view and on every printed page, and puts filters on it. */
void cxlsx_header(cxlsx_book *book, int32_t rows, int32_t columns);
/* Writes the file and lets the workbook go; 0 where all went well, else 1, or 2 where a cell was refused. */
int32_t cxlsx_close(cxlsx_book *book);

#endif
