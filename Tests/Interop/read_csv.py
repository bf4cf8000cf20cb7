"""Reads a CSV file as a spreadsheet program would and prints its records as JSON, one per line.

Usage: read_csv.py FILE
"""
import csv
import json
import sys

raw = open(sys.argv[1], "rb").read()
assert raw.startswith(b"\xef\xbb\xbf"), "no byte order mark"
with open(sys.argv[1], encoding="utf-8-sig", newline="") as file:
    for record in csv.reader(file, strict=True):
        print(json.dumps(record, ensure_ascii=False))
