#!/usr/bin/env bash
# Times the whole program, from files to written graphs: 50 MB of plans, one job and two, the best of three runs each.
#
#   Benchmarks/whole.sh [FOLDER]
#
# FOLDER holds the plans that are copied until there are 50 MB of them; without it the seeds beside the project are
# taken (../shared/seeds), else corpus/. Output goes to a temporary folder that is removed at the end.
set -euo pipefail
root="$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)"
seeds="$root/../shared/seeds"
source="${1:-$([ -d "$seeds" ] && echo "$seeds" || echo "$root/corpus")}"

# A build that is there already is measured as it is: FANGAN=…/release/fangan Benchmarks/whole.sh
if [ -n "${FANGAN:-}" ]; then
  fangan="$FANGAN"
else
  "$root/Scripts/build" >&2
  fangan="$(swift build --package-path "$root" -c release --show-bin-path)/fangan"
fi
work="$(mktemp -d)"
trap 'rm -rf "$work"' EXIT

python3 - "$fangan" "$source" "$work" <<'PYTHON'
import os, pathlib, resource, shutil, subprocess, sys, time

fangan, source, work = sys.argv[1], pathlib.Path(sys.argv[2]), pathlib.Path(sys.argv[3])
plans = sorted(p for p in source.iterdir() if p.suffix in (".txt", ".md"))
size = sum(p.stat().st_size for p in plans)
copies = round(50e6 / size)
(work / "in").mkdir()
for copy in range(copies):
    for plan in plans:
        shutil.copyfile(plan, work / "in" / f"{copy:04}-{plan.name}")
total = copies * size / 1e6


def run(*arguments):
    """Wall-clock seconds, seconds of processor time (user and system) and peak memory in MiB of one run."""
    start = time.perf_counter()
    process = subprocess.Popen([fangan, *arguments], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    wall = time.perf_counter() - start
    if status:
        sys.exit(f"fangan {' '.join(arguments)} failed: {os.waitstatus_to_exitcode(status)}")
    return wall, usage.ru_utime, usage.ru_stime, usage.ru_maxrss / 1024


print(f"input: {copies * len(plans)} files, {total:.1f} MB ({copies} copies of {source})")
print(f"{'jobs':>4} {'MB/s':>7} {'seconds':>8} {'user':>7} {'system':>7} {'MB per cpu-second':>18} {'peak MiB':>9}")
for jobs in (1, 2):
    runs = []
    # A folder of its own for each run: where ext4 makes a file, it passes over what was deleted in the last seconds (newer
    # kernels: minutes), one inode after another, which took longer than the whole of the work.
    for n in range(3):
        out = work / f"out{jobs}{n}"
        runs.append(run("build", "--quiet", str(work / "in"), "--out", str(out), "--jobs", str(jobs)))
    wall, user, system, memory = min(runs)
    print(f"{jobs:>4} {total / wall:>7.1f} {wall:>8.2f} {user:>7.2f} {system:>7.2f} {total / (user + system):>18.1f} {memory:>9.0f}")
again = min(run("build", "--quiet", str(work / "in"), "--out", str(out), "--jobs", "1")[0] for _ in range(3))
print(f"again, nothing changed: {again:.2f} s")
print(f"start-up (fangan --version): {min(run('--version')[0] for _ in range(10)) * 1e3:.1f} ms")
one = work / "one"
one.mkdir()
shutil.copyfile(plans[0], one / plans[0].name)
single = [run("build", "--quiet", str(one), "--out", str(work / f"single{n}"), "--jobs", "1")[0] for n in range(10)]
print(f"one plan with all tables loaded: {min(single) * 1e3:.1f} ms")
PYTHON
