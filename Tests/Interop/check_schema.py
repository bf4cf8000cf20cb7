"""Says which JSON texts are valid, by Python's jsonschema.

Reads one JSON value per line; prints one letter per line: y or n.
Usage: check_schema.py SCHEMA < VALUES
"""
import json
import sys

from jsonschema import Draft202012Validator

schema = json.load(open(sys.argv[1], encoding="utf-8"))
Draft202012Validator.check_schema(schema)
validator = Draft202012Validator(schema)
for line in sys.stdin.buffer:
    print("y" if validator.is_valid(json.loads(line)) else "n")
