#!/usr/bin/env bash
# Times the program on hostile input of growing size: seconds at n, 2n and 4n of each form. What grows faster than its
# size is marked. Prints a table.
#
#   Benchmarks/pathological.sh            FANGAN=…/release/fangan measures a build that is there already
#   FORMS=ofd Benchmarks/pathological.sh  only forms whose name begins so
set -euo pipefail
root="$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)"
if [ -n "${FANGAN:-}" ]; then
  fangan="$FANGAN"
else
  "$root/Scripts/build" >&2
  fangan="$(swift build --package-path "$root" -c release --show-bin-path)/fangan"
fi

python3 - "$fangan" <<'PYTHON'
import io, os, subprocess, sys, tempfile, time, zipfile

fangan = sys.argv[1]
head = "一、主要任务\n"
space = 'xmlns:ofd="http://www.ofdspec.org/2016"'


def line(x, y, text):
    return (f'<ofd:TextObject ID="9" Boundary="{x} {y:.2f} 160 8" Font="3" Size="3"><ofd:TextCode X="0" Y="3" DeltaX="g {max(len(text) - 1, 1)} 3">{text}</ofd:TextCode></ofd:TextObject>')


def rule(x, y, width, height):
    return f'<ofd:PathObject ID="8" Boundary="{x:.2f} {y:.2f} {width + 1} {height + 1}"><ofd:AbbreviatedData>M 0 0 L {width} {height}</ofd:AbbreviatedData></ofd:PathObject>'


def ofd(pages, units="", notes=""):
    """An OFD file of pages with these objects."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as z:
        z.writestr("OFD.xml", f"<ofd:OFD {space}><ofd:DocBody><ofd:DocRoot>Doc_0/Document.xml</ofd:DocRoot></ofd:DocBody></ofd:OFD>")
        z.writestr("Doc_0/Document.xml", f"<ofd:Document {space}><ofd:CommonData><ofd:DocumentRes>Res.xml</ofd:DocumentRes></ofd:CommonData><ofd:Pages>"
                   + "".join(f'<ofd:Page ID="{i}" BaseLoc="p{i}.xml"/>' for i in range(len(pages))) + "</ofd:Pages></ofd:Document>")
        z.writestr("Doc_0/Res.xml", f"<ofd:Res {space}>{units}</ofd:Res>")
        for i, page in enumerate(pages):
            z.writestr(f"Doc_0/p{i}.xml", f"<ofd:Page {space}><ofd:Content><ofd:Layer>{page}</ofd:Layer></ofd:Content></ofd:Page>")
    return file.getvalue()


def cells(y, *texts):
    return "".join(line(20 + 60 * k, y, text) for k, text in enumerate(texts))


# Form → (size n of the smallest, text of a size)
forms = {
    "nested brackets": (2_500, lambda n: head + "1.做好工作" + "（" * n + "县财政局负责" + "）" * n),
    "open brackets": (25_000, lambda n: head + "1.做好" + "（" * n),
    "half brackets": (5_000, lambda n: head + "1.做好" + "）（县财政局负责）。" * n),
    "brackets with units": (5_000, lambda n: head + "1.做好" + "".join(f"（县{i}局负责）工作，" for i in range(n))),
    "items": (25_000, lambda n: head + "".join(f"{i % 300 + 1}.做好工作，落实到位。\n" for i in range(n))),
    "deep numbering": (5_000, lambda n: head + "".join(f"1.{i % 9 + 1}.{i % 7 + 1} 做好工作。\n" for i in range(n))),
    "one line, no end": (250_000, lambda n: head.strip() + "全面做好各项工作，" * (n // 9)),
    "one line of items": (5_000, lambda n: "".join(f"{i % 90 + 1}.做好工作。" for i in range(n))),
    "lines of one width between blanks": (5_000, lambda n: " ".join(f"{i % 90 + 1}.全面做好各项工作，落实各项要求，推进各个方面的建设工作，到年底前完成" for i in range(n))),
    "blanks beside figures": (50_000, lambda n: " ".join("全面做好各项工作，落实各项要求，推进各个方面的建设工作，到年底前完成" for i in range(50)) + " 年 1" * n),
    "rules behind an item": (20_000, lambda n: "一、做好工作。二、落实要求。" + "。本意见（" * n),
    "closing brackets in front of a name": (10_000, lambda n: "一、做好工作。二、落实要求。" + "）县财政局2023年5月1日" * n),
    "cut lines of rows": (5_000, lambda n: "".join(f"{i}\n全面做好各项工作，落实各项要求，推进各个方面的建设工作，按期完成好。\n" for i in range(n))),
    "number without end": (250_000, lambda n: head + "1.完成" + "1" * n + "亿元。"),
    "Chinese number without end": (40_000, lambda n: head + "1.完成" + "一百二十三万" * n),
    "keys in one line": (5_000, lambda n: head + "1.做好" + "。责任单位：1" * n),
    "list of units": (5_000, lambda n: head + "1.做好。责任单位：" + "、".join(f"县第{i}局" for i in range(n))),
    "lines with keys": (5_000, lambda n: head + "1.做好\n" + "\n".join(f"责任单位：县第{i}局" for i in range(n))),
    "subjects": (5_000, lambda n: head + "1.做好。" + "".join(f"县第{i}局负责工作。" for i in range(n))),
    "rules for many": (2_500, lambda n: head + "".join(f"{i + 1}.以下任务均需各县落实。\n" for i in range(n))),
    "dates": (10_000, lambda n: head + "1." + "2023年6月底前完成。" * n),
    "steps": (5_000, lambda n: head + "1.做好工作。" + "一是抓紧，二是落实，" * n),
    "table titles": (5_000, lambda n: "测评内容\n责任单位\n完成时限\n" * n),
    "table rows": (5_000, lambda n: "\t序号\n\t单位\n\t责任内容\n\n" + "".join(f"\t{i + 1}\n\t县局\n\t1.做好工作\n" for i in range(n))),
    "columns by blanks": (5_000, lambda n: "序号  重点任务  责任单位\n" + "".join(f"{i + 1}  做好工作  县局\n" for i in range(n))),
    "cells run together": (1_000, lambda n: "任务分工序号工作任务责任单位完成时限" + "".join(f"{i + 1}做好工作县财政局（牵头）、县民政局持续实施" for i in range(n))),
    "one row, many marks": (10_000, lambda n: "任务分工序号工作任务责任单位完成时限1做好工作2做好工作3" + "县财政局、做好（甲）工作，" * n),
    "contents": (10_000, lambda n: "目录\n" + "".join(f"{i + 1} 工作{i}\n" for i in range(n)) + "".join(f"{i + 1} 工作{i}\n按要求做好。\n" for i in range(n))),
    "closing paragraphs": (20_000, lambda n: head + "".join(f"{i}.做好工作。\n" for i in range(1, 9)) + "其他工作按规定办理。\n" * n),
    "names of annexes": (10_000, lambda n: head + "1.做好工作。" * 300 + "附件：" + "".join(f"{i + 1}．分工表" for i in range(n))),
    "tabs": (50_000, lambda n: "\t甲乙\n" * n),
    "annexes": (5_000, lambda n: "附件1\n标题\n" * n),
    "citations": (10_000, lambda n: head + "1.按照" + "《关于工作的意见》（国发〔2023〕1号）" * n),
    "open book marks": (50_000, lambda n: head + "1.按照" + "《" * n),
    "markup": (20_000, lambda n: "<html><body>" + "<div>" * 200 + "<p>一、任务</p>" * n),
    "page: boxes of navigation": (5_000, lambda n: "<html><body>" + '<div class="nav">' * 300 + "<p>一、任务，</p>" * n),
    "page: candidates of a title": (50, lambda n: "<html><title>" + "甲" * (n * 2000) + "</title><body>" + ("<p>" + "甲" * 120 + "乙</p>") * 60 + '<div id="zoom"><p>' + "甲" * (n * 4000) + "，</p></div>"),
    "page: ends without a beginning": (2_500, lambda n: "<html><body>" + "<div>" * 600 + "<p>甲，</b></i></u></x></font>" * n),
    "page: cells over thousands of rows": (250, lambda n: "<html><body><table><tr><td>序号</td><td>工作任务</td>" + "<td>责任单位</td>" * 60 + "</tr><tr><td>1</td><td>做好工作</td>" + "<td rowspan=4000>县财政局</td>" * 60 + "</tr>" + "".join(f"<tr><td>{i}</td><td>做好工作</td></tr>" for i in range(2, n))),
    "page: rows": (2_500, lambda n: "<html><body><table><tr><td>序号</td><td>工作任务</td><td>责任单位</td></tr>" + "".join(f"<tr><td>{i}</td><td>做好工作</td><td>县财政局</td></tr>" for i in range(n))),
    "page: tables": (1_000, lambda n: "<html><body>" + "<table><tr><td>序号</td><td>工作任务</td><td>责任单位</td></tr><tr><td>1</td><td>做好工作</td><td>县财政局</td></tr></table>" * n),
    "page: facts": (2_500, lambda n: "<html><body>" + "<p>索引号：1</p><p>发文字号：</p><p>成文日期：2023-01-02</p>" * n),
    "page: lists": (5_000, lambda n: "<html><body>" + "<ol>" * 300 + "<li>甲，</li>" * n),
    "page: pasted lines": (2_500, lambda n: "<html><body>" + "".join(f"<p>{'二、' if i % 9 == 0 else '做好'}各项工作，落实各项要求，全面推进各个方面的建设工作，到年底前完{'成。' if i % 3 == 2 else '成各'}</p>" for i in range(n))),
    "ofd: rows without rules": (1_000, lambda n: ofd([cells(20, "序号", "工作任务", "责任单位") + "".join(cells(20 + 250 * i / n, str(i), "做好工作", "县财政局") for i in range(1, n))])),
    "ofd: titles without a table": (1_000, lambda n: ofd(["".join(cells(20 + 250 * i / n, "序号", "任务") for i in range(n))])),
    "ofd: lines without rules, pages": (60, lambda n: ofd([cells(20, "序号", "工作任务", "责任单位") + "".join(cells(30 + 8 * i, str(i), "做好工作", "县财政局") for i in range(1, 30)) for _ in range(n)])),
    "ofd: characters on one line": (20_000, lambda n: ofd([line(20, 50, "一、主要任务") + line(20, 60, "做好工作，" * (n // 5))])),
    "ofd: rules that cross": (250, lambda n: ofd(["".join(rule(20, 20 + 250 * i / n, 170, 0) + rule(20 + 170 * i / n, 20, 0, 250) for i in range(n)) + line(20, 10, "一、主要任务")])),
    "ofd: pages": (250, lambda n: ofd([line(20, 50, "一、主要任务") + line(20, 60, "做好工作。") + line(90, 285, f"— {i} —") for i in range(n)])),
    "ofd: composite objects": (500, lambda n: ofd([line(20, 10, "一、主要任务") + '<ofd:CompositeObject ID="7" Boundary="20 30 100 40" ResourceID="4"/>' * n], f'<ofd:CompositeGraphicUnits><ofd:CompositeGraphicUnit ID="4"><ofd:Content>{line(0, 0, "做好工作。") * 5}</ofd:Content></ofd:CompositeGraphicUnit></ofd:CompositeGraphicUnits>')),
    "page: line ends": (20_000, lambda n: "<html><body><pre>" + "甲，\n" * n),
}


def seconds(path):
    best = None
    for _ in range(2):
        start = time.perf_counter()
        try:
            done = subprocess.run([fangan, "show", path, "--format", "json"], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, timeout=60)
        except subprocess.TimeoutExpired:
            return None
        if done.returncode not in (0, 1):
            sys.exit(f"{path}: ended with {done.returncode}")
        best = min(best or 1e9, time.perf_counter() - start)
    return best


worst = 0
print(f"{'form':28} {'n':>8} {'MB':>6} {'s at n':>8} {'at 2n':>8} {'at 4n':>8}")
with tempfile.TemporaryDirectory() as folder:
    for name, (n, text) in forms.items():
        if not name.startswith(os.environ.get("FORMS", "")):
            continue
        times, path = [], os.path.join(folder, "plan.txt")
        for factor in (1, 2, 4):
            made = text(n * factor)
            with open(path, "wb") as file:
                file.write(made if isinstance(made, bytes) else made.encode())
            times.append(seconds(path))
        size = os.path.getsize(path) / 1e6
        shown = [f"{t:8.2f}" if t is not None else "    > 60" for t in times]
        # Twice the size may take twice the time and a little more; start-up makes small times say nothing.
        steep = None in times or times[2] > 0.2 and times[2] > 2.9 * times[1]
        print(f"{name:28} {n * 4:>8} {size:>6.1f} {' '.join(shown)}{'   grows faster than its size' if steep else ''}", flush=True)
PYTHON
