#include "CXlsx.h"
#include <stdlib.h>
#include <string.h>
#include <xlsxwriter.h>

struct cxlsx_book {
    lxw_workbook *workbook;
    lxw_worksheet *sheet;
    /* By look: of cells, and of parts of a text. */
    lxw_format *cells[CXLSX_LOOKS];
    lxw_format *parts[CXLSX_LOOKS];
    int32_t problem;
};

cxlsx_book *cxlsx_new(const char *path) {
    cxlsx_book *book = calloc(1, sizeof *book);
    if (!book) return NULL;
    book->workbook = workbook_new(path);
    if (!book->workbook) {
        free(book);
        return NULL;
    }
    /* The same contents give the same bytes: no clock. */
    lxw_doc_properties properties;
    memset(&properties, 0, sizeof properties);
    properties.created = 946684800; /* 2000-01-01 */
    workbook_set_properties(book->workbook, &properties);
    return book;
}

int32_t cxlsx_sheet(cxlsx_book *book, const char *name) {
    if (workbook_validate_sheet_name(book->workbook, name) != LXW_NO_ERROR) return 0;
    book->sheet = workbook_add_worksheet(book->workbook, name);
    if (!book->sheet) return 0;
    worksheet_set_landscape(book->sheet);
    worksheet_set_paper(book->sheet, 9); /* A4 */
    worksheet_fit_to_pages(book->sheet, 1, 0);
    return 1;
}

static void font(lxw_format *format, int32_t look) {
    if (look & (CXLSX_BOLD | CXLSX_HEADER | CXLSX_SECTION)) format_set_bold(format);
    if (look & CXLSX_DELETED) {
        format_set_font_color(format, 0xC00000);
        format_set_font_strikeout(format);
    }
    if (look & CXLSX_INSERTED) {
        format_set_font_color(format, 0x007A33);
        format_set_underline(format, LXW_UNDERLINE_SINGLE);
    }
}

static lxw_format *cell(cxlsx_book *book, int32_t look) {
    look &= CXLSX_LOOKS - 1;
    if (book->cells[look]) return book->cells[look];
    lxw_format *format = workbook_add_format(book->workbook);
    if (!format) return NULL;
    font(format, look);
    format_set_text_wrap(format);
    format_set_align(format, LXW_ALIGN_VERTICAL_TOP);
    format_set_border(format, LXW_BORDER_THIN);
    if (look & CXLSX_HEADER) {
        format_set_align(format, LXW_ALIGN_CENTER);
        format_set_bg_color(format, 0xD9E1F2);
    } else if (look & CXLSX_SECTION) {
        format_set_bg_color(format, 0xF2F2F2);
    }
    return book->cells[look] = format;
}

static lxw_format *part(cxlsx_book *book, int32_t look) {
    look &= CXLSX_LOOKS - 1;
    if (!look) return NULL;
    if (book->parts[look]) return book->parts[look];
    lxw_format *format = workbook_add_format(book->workbook);
    if (format) font(format, look);
    return book->parts[look] = format;
}

static void note(cxlsx_book *book, lxw_error error) {
    if (error != LXW_NO_ERROR) book->problem = 2;
}

void cxlsx_column(cxlsx_book *book, int32_t column, double width) {
    note(book, worksheet_set_column(book->sheet, (lxw_col_t)column, (lxw_col_t)column, width, NULL));
}

void cxlsx_text(cxlsx_book *book, int32_t row, int32_t column, const char *text, int32_t look) {
    note(book, worksheet_write_string(book->sheet, (lxw_row_t)row, (lxw_col_t)column, text, cell(book, look)));
}

void cxlsx_number(cxlsx_book *book, int32_t row, int32_t column, double number, int32_t look) {
    note(book, worksheet_write_number(book->sheet, (lxw_row_t)row, (lxw_col_t)column, number, cell(book, look)));
}

void cxlsx_parts(cxlsx_book *book, int32_t row, int32_t column, const char *const *texts, const int32_t *looks, int32_t count, int32_t look) {
    lxw_rich_string_tuple *tuples = calloc((size_t)count, sizeof *tuples);
    lxw_rich_string_tuple **list = calloc((size_t)count + 1, sizeof *list);
    if (tuples && list) {
        for (int32_t i = 0; i < count; i++) {
            tuples[i].format = part(book, looks[i]);
            tuples[i].string = (char *)texts[i];
            list[i] = &tuples[i];
        }
        note(book, worksheet_write_rich_string(book->sheet, (lxw_row_t)row, (lxw_col_t)column, list, cell(book, look)));
    } else {
        book->problem = 1;
    }
    free(list);
    free(tuples);
}

void cxlsx_header(cxlsx_book *book, int32_t rows, int32_t columns) {
    worksheet_freeze_panes(book->sheet, 1, 0);
    note(book, worksheet_repeat_rows(book->sheet, 0, 0));
    if (rows > 1) note(book, worksheet_autofilter(book->sheet, 0, 0, (lxw_row_t)(rows - 1), (lxw_col_t)(columns - 1)));
}

int32_t cxlsx_close(cxlsx_book *book) {
    int32_t problem = workbook_close(book->workbook) == LXW_NO_ERROR ? book->problem : 1;
    free(book);
    return problem;
}
