#!/usr/bin/env bash
# Time and memory of `fangan compare` against the number of duties: 1k, 3k, 10k, 30k, 100k.
#
#   Benchmarks/compare.sh [FOLDER]
#
# FOLDER holds the plans; without it those of ../shared/corpus beside the project are taken, else corpus/. They are
# copied with alterations (other numbers, some clauses left out, some verbs exchanged) until there are enough duties,
# and built first: what is timed is the comparison of a store, from its graphs to JSON.
set -euo pipefail
root="$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)"
shared="$root/../shared/corpus"
source="${1:-$([ -d "$shared" ] && echo "$shared" || echo "$root/corpus")}"

# A build that is there already is measured as it is: FANGAN=…/release/fangan Benchmarks/compare.sh
if [ -n "${FANGAN:-}" ]; then
  fangan="$FANGAN"
else
  "$root/Scripts/build" >&2
  fangan="$(swift build --package-path "$root" -c release --show-bin-path)/fangan"
fi
work="$(mktemp -d)"
trap 'rm -rf "$work"' EXIT

SIZES="${SIZES:-1000 3000 10000 30000 100000}" python3 - "$fangan" "$source" "$work" <<'PYTHON'
import itertools, os, pathlib, random, re, shutil, subprocess, sys, time

fangan, source, work = sys.argv[1], pathlib.Path(sys.argv[2]), pathlib.Path(sys.argv[3])
plans = [(p.name, p.read_text("utf-8", errors="replace")) for p in sorted(source.glob("*.txt"))]
VERBS = [("推进", "推动"), ("加强", "强化"), ("开展", "组织"), ("完善", "健全"), ("落实", "抓好"), ("提升", "提高")]


def altered(text, seed):
    """Another plan of the same kind: numbers, verbs and some clauses differ; labels at the start of lines stay."""
    dice = random.Random(seed)
    lines = []
    for line in text.split("\n"):
        if len(line) > 40:
            head, *clauses = re.split("(?<=[，。；])", line)
            line = head + "".join(c for c in clauses if dice.random() > 0.15 or "（" in c or "）" in c)
            for a, b in VERBS:
                if dice.random() < 0.3:
                    line = line.replace(a, b)
            line = line[:20] + re.sub("[2-8]", lambda m: dice.choice("2345678"), line[20:])
        lines.append(line)
    return "\n".join(lines)


def timed(*arguments):
    """Wall-clock seconds, seconds of processor time and peak memory in MiB of one run."""
    start = time.perf_counter()
    process = subprocess.Popen([fangan, *arguments], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    if status not in (0, 256):
        sys.exit(f"compare.sh: fangan {arguments[0]} ended with {status}")
    return time.perf_counter() - start, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024


print("| duties | plans | seconds | of the processor | peak MiB |\n|---|---|---|---|---|")
folder, store, count = work / "in", work / "store", 0
folder.mkdir()
endless = ((f"{copy:04}-{name}", text if copy == 0 else altered(text, f"{copy}/{name}")) for copy in itertools.count() for name, text in plans)
written = 0
for size in map(int, os.environ["SIZES"].split()):
    while count < size:
        share = max(4, int((size - count) / 32))
        for name, text in itertools.islice(endless, share):
            (folder / name).write_text(text, "utf-8")
            written += 1
        subprocess.run([fangan, "build", "--quiet", folder, "--out", store], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        count = sum(1 for _ in open(store / "tasks.ndjson"))
    seconds, processor, memory = timed("compare", str(store), "--format", "json")
    print(f"| {count:,} | {written:,} | {seconds:.2f} | {processor:.2f} | {memory:.0f} |", flush=True)
PYTHON
