"""Reads a workbook as a spreadsheet program would and prints it as JSON, one sheet per line.

Usage: read_xlsx.py FILE
Each sheet: {"name", "frozen", "filter", "widths", "rows": [[cell, …], …]}; a cell is null, a number, {"formula": …}, a string,
or a list of parts {"text", "strike", "underline"} where its text has several looks.
"""
import json
import sys

import openpyxl
from openpyxl.cell.rich_text import CellRichText, TextBlock


def cell(value):
    if value.data_type == "f":
        return {"formula": str(value.value)}
    if isinstance(value.value, CellRichText):
        parts = []
        for part in value.value:
            block = isinstance(part, TextBlock)
            parts.append({"text": part.text if block else part, "strike": bool(block and part.font.strike), "underline": bool(block and part.font.u)})
        return parts
    return value.value


for sheet in openpyxl.load_workbook(sys.argv[1], rich_text=True):
    print(json.dumps({
        "name": sheet.title, "frozen": sheet.freeze_panes, "filter": sheet.auto_filter.ref,
        "widths": [sheet.column_dimensions[c[0].column_letter].width for c in sheet.iter_cols(max_row=1)],
        "wrapped": all(c.alignment.wrap_text for row in sheet.iter_rows() for c in row),
        "rows": [[cell(c) for c in row] for row in sheet.iter_rows()],
    }, ensure_ascii=False))
