"""Runs every command that writes JSON over the plans of schemas/examples, and puts what it writes into a folder, named after its schema.

Usage: write_examples.py FANGAN FOLDER
With schemas/examples itself as the folder it makes the examples anew.
"""
import os
import subprocess
import sys
import tempfile

fangan, folder = os.path.abspath(sys.argv[1]), os.path.abspath(sys.argv[2])
os.chdir(os.path.join(os.path.dirname(os.path.abspath(__file__)), "../../schemas/examples"))


def run(*arguments):
    process = subprocess.run([fangan, *arguments], stdout=subprocess.PIPE, check=False)
    # lint and diff tell by their status what they found.
    assert process.returncode in (0, 1), arguments
    return process.stdout


def write(name, data):
    with open(f"{folder}/{name}", "wb") as file:
        file.write(data)


with tempfile.TemporaryDirectory() as out:
    run("build", "--quiet", "draft.txt", "plan.txt", "town.txt", "--out", out, "--formats", "sqlite,jsonld")
    for source, name in (("manifest.json", "manifest.json"), ("tasks.ndjson", "task-row.ndjson"), ("plans.jsonld", "plans.jsonld")):
        write(name, open(f"{out}/{source}", "rb").read())
    write("task-graph.json", run("show", "plan.txt", "--format", "json"))
    write("lint.json", run("lint", "draft.txt", "--format", "json"))
    write("revision.json", run("diff", "draft.txt", "plan.txt", "--format", "json"))
    write("implementation.json", run("diff", "--implements", "plan.txt", "town.txt", "--format", "json"))
    write("history.json", run("history", out, "--format", "json"))
    write("comparison.json", run("compare", "plan.txt", "town.txt", "--format", "json"))
    write("like.json", run("like", "plan.txt", "1.1", "town.txt", "--format", "json"))
    write("search.json", run("search", "口袋公园", "--store", out, "--json"))
    write("tasks.json", run("tasks", "--unit", "住建局", "--store", out, "--json"))
write("unit.json", run("unit", "县住建局", "各乡镇", "县扶贫办", "--region", "130534", "--format", "json"))
write("field.json", run("unit", "--field", "fiscal", "--region", "130534", "--format", "json"))
