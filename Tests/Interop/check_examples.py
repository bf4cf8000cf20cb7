"""Checks JSON files against the schemas that they are named after, by Python's jsonschema.

Usage: check_examples.py SCHEMAS FOLDER...
In every FOLDER each schema must have a file (NAME.json, NAME.ndjson or NAME.jsonld), each such file a schema, and each must be valid.
So that this cannot pass by schemas that allow everything, each file is also damaged: without one of its keys, and with a key more, it must be rejected.
"""
import copy
import glob
import json
import os
import sys

from jsonschema import Draft202012Validator

schemas, folders = sys.argv[1], sys.argv[2:]
validators = {}
for path in sorted(glob.glob(schemas + "/*.schema.json")):
    schema = json.load(open(path, encoding="utf-8"))
    Draft202012Validator.check_schema(schema)
    name = os.path.basename(path).removesuffix(".schema.json")
    assert schema["$id"].startswith(f"urn:fangan:schema:{name}:"), path
    assert schema.get("title") and schema.get("description"), path
    validators[name] = Draft202012Validator(schema)


def values(path):
    with open(path, encoding="utf-8") as file:
        return [json.loads(line) for line in file] if path.endswith(".ndjson") else [json.load(file)]


def objects(value, path=()):
    """Every object in a value, by its path."""
    if isinstance(value, dict):
        yield path
        for key, inner in value.items():
            if key != "@context":
                yield from objects(inner, (*path, key))
    elif isinstance(value, list):
        for place, inner in enumerate(value):
            yield from objects(inner, (*path, place))


def at(value, path):
    for key in path:
        value = value[key]
    return value


rejected = checked = 0
for folder in folders:
    found = {os.path.basename(path).rsplit(".", 1)[0]: path for path in glob.glob(folder + "/*.json") + glob.glob(folder + "/*.ndjson") + glob.glob(folder + "/*.jsonld")}
    assert set(found) == set(validators), (folder, set(found) ^ set(validators))
    for name, path in sorted(found.items()):
        validator = validators[name]
        for value in values(path):
            checked += 1
            error = next(validator.iter_errors(value), None)
            assert error is None, f"{path}: {error.json_path}: {error.message[:300]}"
            assert value not in ([], {}), f"{path}: an example of nothing"
            for where in list(objects(value))[:40]:
                more = copy.deepcopy(value)
                at(more, where)["unheard_of"] = 1
                assert not validator.is_valid(more), f"{name}: a key more is allowed at {where}"
                rejected += 1
            if isinstance(value, dict):
                for key in value:
                    less = {k: v for k, v in value.items() if k != key}
                    rejected += not validator.is_valid(less)
print(json.dumps({"schemas": len(validators), "values": checked, "damaged ones rejected": rejected}))
