"""Kills `fangan build --formats sqlite` at random moments; after each, the store must open and hold every document either as it was or
as it is now.

Usage: kill_store.py FANGAN KILLS [SEED]
Prints one JSON object: kills, and after how many of them a journal was left, some documents were old and some new, rows were wrong.
"""
import hashlib
import json
import os
import random
import shutil
import signal
import sqlite3
import subprocess
import sys
import tempfile
import time

fangan, kills = sys.argv[1], int(sys.argv[2])
chance = random.Random(int(sys.argv[3]) if len(sys.argv) > 3 else 1)
work = tempfile.mkdtemp(prefix="fangan-kill-")
DOCUMENTS = 48
TABLES = ["items", "units", "responsibilities", "due_dates", "targets", "diagnostics"]


def plan(number, version):
    """About 7,000 characters, so that the store is written in several groups."""
    month = 6 if version == "a" else 11
    lines = [f"清河市第{number}号城市公园建设工作方案", "一、主要任务"]
    for task in range(70):
        lines.append(
            f"（{task + 1}）新建口袋公园{task}处。2023年{month}月底前新建{'口袋' if version == 'a' else '街心'}公园不少于{task + 2}个，做好日常管护，"
            "补植行道树，完善步道、座椅和照明，公布养护责任人和监督电话。（牵头单位：市园林局；责任单位：市财政局、市水务局）")
    return "\n".join(lines) + "\n"


def write_plans(folder, version):
    os.makedirs(folder, exist_ok=True)
    for number in range(DOCUMENTS):
        with open(f"{folder}/plan{number:03}.txt", "w", encoding="utf-8") as file:
            file.write(plan(number, version))


def command(out):
    return [fangan, "build", "--quiet", f"{work}/in", "--out", out, "--formats", "sqlite"]


def states(path):
    """The rows of each document as one digest, after SQLite has undone what was half."""
    database = sqlite3.connect(path, timeout=20)
    problems = database.execute("PRAGMA integrity_check").fetchall() != [("ok",)]
    problems |= database.execute("PRAGMA foreign_key_check").fetchone() is not None
    database.execute("INSERT INTO search(search) VALUES ('integrity-check')")
    found = {}
    for row, name in database.execute("SELECT id, name FROM documents").fetchall():
        digest = hashlib.sha256()
        for table in TABLES:
            column = {"items": "id", "units": "id", "diagnostics": "document"}.get(table, "item")
            low, high = (row, row) if column == "document" else (row << 24, (row + 1) << 24)
            for values in database.execute(f"SELECT * FROM {table} WHERE {column} BETWEEN ? AND ? ORDER BY 1, 2", (low, high)):
                # Identifiers hold the place of the document in its store.
                digest.update(repr([v & 0xFFFFFF if isinstance(v, int) and v >= 1 << 24 else v for v in values][0 if column != "document" else 1:]).encode())
        words = database.execute("SELECT count(*) FROM search WHERE search MATCH '街心' AND rowid BETWEEN ? AND ?", (row << 24, (row + 1) << 24)).fetchone()[0]
        digest.update(str(words).encode())
        found[name] = digest.hexdigest()
    database.close()
    return found, problems


def journal():
    """What the journal is now. One that a killed run left before it was used stays until the next write, and says nothing of this run."""
    try:
        found = os.stat(store + "-journal")
        return found.st_ino, found.st_mtime_ns, found.st_size
    except FileNotFoundError:
        return None


store = f"{work}/out/fangan.sqlite"
try:
    expected = {}
    for version in "ab":
        write_plans(f"{work}/in", version)
        start = time.monotonic()
        subprocess.run(command(f"{work}/{version}"), check=True)
        duration = time.monotonic() - start
        expected[version], wrong = states(f"{work}/{version}/fangan.sqlite")
        assert len(expected[version]) == DOCUMENTS and not wrong
    assert all(expected["a"][name] != expected["b"][name] for name in expected["a"])
    shutil.copytree(f"{work}/b", f"{work}/out")
    result = {"kills": 0, "ended": 0, "journals": 0, "mixed": 0, "wrong": 0}
    version = "b"
    while result["kills"] < kills:
        version = "a" if version == "b" else "b"
        write_plans(f"{work}/in", version)
        before = journal()
        process = subprocess.Popen(command(f"{work}/out"))
        if chance.random() < 0.4:
            time.sleep(chance.random() * duration)
        else:
            # While a transaction is open there is a journal.
            while process.poll() is None and journal() in (None, before):
                time.sleep(0.0005)
            time.sleep(chance.random() * duration * 0.15)
        if process.poll() is not None:
            result["ended"] += 1
        else:
            process.send_signal(signal.SIGKILL)
            process.wait()
            result["kills"] += 1
        result["journals"] += journal() not in (None, before)
        found, wrong = states(store)
        old = sum(found.get(name) == expected["a"][name] for name in expected["a"])
        new = sum(found.get(name) == expected["b"][name] for name in expected["b"])
        result["mixed"] += bool(old and new)
        result["wrong"] += bool(wrong or old + new != DOCUMENTS or len(found) != DOCUMENTS)
    print(json.dumps(result))
finally:
    shutil.rmtree(work)
