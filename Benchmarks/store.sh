#!/usr/bin/env bash
# Times the store: what writing it adds to a build, and how fast it answers over 10,000 documents.
#
#   Benchmarks/store.sh [FOLDER [DOCUMENTS]]
#
# FOLDER holds the plans that are copied until there are as many DOCUMENTS (10000); without it the project's own corpus/. Every copy
# gets a number in its text, so that no two are the same. A build that is there already is measured as it is: FANGAN=…/release/fangan.
set -euo pipefail
root="$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)"
if [ -n "${FANGAN:-}" ]; then
  fangan="$FANGAN"
else
  "$root/Scripts/build" >&2
  fangan="$(swift build --package-path "$root" -c release --show-bin-path)/fangan"
fi
work="$(mktemp -d)"
trap 'rm -rf "$work"' EXIT

python3 - "$fangan" "${1:-$root/corpus}" "${2:-10000}" "$work" <<'PYTHON'
import os, pathlib, subprocess, sys, time

fangan, source, wanted, work = sys.argv[1], pathlib.Path(sys.argv[2]), int(sys.argv[3]), pathlib.Path(sys.argv[4])
plans = []
for path in sorted(p for p in source.iterdir() if p.suffix in (".txt", ".md") and not p.name.startswith("README")):
    for encoding in ("utf-8", "gb18030"):
        try:
            plans.append((path.stem, path.read_bytes().decode(encoding)))
            break
        except UnicodeDecodeError:
            pass
(work / "in").mkdir()
size = 0
for number in range(wanted):
    name, text = plans[number % len(plans)]
    data = f"{text}\n本件编号{number}。\n".encode()
    size += len(data)
    (work / "in" / f"{number:05}-{name}.txt").write_bytes(data)


def run(*arguments):
    """Wall-clock seconds and seconds of processor time; what it printed."""
    start = time.perf_counter()
    process = subprocess.Popen([fangan, *arguments], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
    output = process.stdout.read()
    _, status, usage = os.wait4(process.pid, 0)
    if os.waitstatus_to_exitcode(status) not in (0, 1):
        sys.exit(f"fangan {' '.join(arguments)} failed")
    return time.perf_counter() - start, usage.ru_utime + usage.ru_stime, output, usage.ru_maxrss / 1024


print(f"input: {wanted} files, {size / 1e6:.1f} MB")
build = ["build", "--quiet", str(work / "in"), "--jobs", "1", "--out"]
plain = run(*build, str(work / "plain"))
stored = run(*build, str(work / "out"), "--formats", "sqlite")
print(f"build without store: {plain[0]:.2f} s, {plain[1]:.2f} s of processor time, {plain[3]:.0f} MiB")
print(f"build with store:    {stored[0]:.2f} s, {stored[1]:.2f} s of processor time, {stored[3]:.0f} MiB: {(stored[1] - plain[1]) / plain[1] * 100:.0f} % more")
again = run(*build, str(work / "out"), "--formats", "sqlite")
print(f"again, nothing changed: {again[0]:.2f} s")
print(f"fangan.sqlite: {(work / 'out' / 'fangan.sqlite').stat().st_size / 1e6:.1f} MB")
print(f"start-up (fangan --version): {min(run('--version')[0] for _ in range(9)) * 1e3:.1f} ms")
for words in (["园"], ["资金"], ["工作"], ["工"], ["工作", "责任"], ["口袋公园"], ["贯彻落实工作"], ["没有这个词"]):
    times = sorted((run("search", *words, "--store", str(work / "out"), "--json") for _ in range(7)), key=lambda r: r[0])
    hits = times[3][2].count(b'{"document"')
    print(f"search {' '.join(words)}: {times[3][0] * 1e3:.1f} ms (median of 7, start of the program included), {times[3][1] * 1e3:.1f} ms of processor time, {hits} hits shown")
for question in (["--unit", "财政局", "--limit", "50"], ["--due-before", "2023", "--limit", "50"], ["--field", "fiscal", "--limit", "50"], ["--region", "510000", "--limit", "50"]):
    times = sorted((run("tasks", *question, "--store", str(work / "out"), "--json") for _ in range(5)), key=lambda r: r[0])
    print(f"tasks {' '.join(question)}: {times[2][0] * 1e3:.1f} ms, {times[2][1] * 1e3:.1f} ms of processor time")
PYTHON
