#!/usr/bin/env python3
"""What other programs keep of the Word files and web pages that plans come in, and how long they take.

    python3 -m venv /tmp/side-by-side && /tmp/side-by-side/bin/pip install -r Benchmarks/side-by-side.requirements.txt
    /tmp/side-by-side/bin/python Benchmarks/side-by-side.py FANGAN FILE.docx ... FILE.html ...
    FANGAN_FIXTURES=DIR swift test --filter FixtureFiles && /tmp/side-by-side/bin/python Benchmarks/side-by-side.py FANGAN --plans DIR corpus

FANGAN is the built program; the files are read by each program that knows their kind. The first table is of a file that this
script makes: 48 automatic numbers on three levels, a table with merged cells, a page with a site around the text. The second form
reads the example plans as the tests write them (Word files with automatic numbers, web pages, PDF, OFD). Prints Markdown.
"""

import csv
import json
import os
import re
import resource
import subprocess
import sys
import tempfile
import time
import zipfile

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
HAN = "一二三四五六七八九十"
UNITS = ["县财政局", "县民政局", "县教育局"]


# The fixtures

def paragraph(text, level=None):
    number = "" if level is None else f'<w:pPr><w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="1"/></w:numPr></w:pPr>'
    return f"<w:p>{number}<w:r><w:t>{text}</w:t></w:r></w:p>"


def numbered():
    """Paragraphs and the labels that Word prints in front of them."""
    body, labels = [], []
    for a in range(4):
        labels.append((HAN[a] + "、", f"任务{a}"))
        body.append(paragraph(f"任务{a}", 0))
        for b in range(3 if a else 2):
            labels.append((f"（{HAN[b]}）", f"工作{a}{b}"))
            body.append(paragraph(f"工作{a}{b}", 1))
            for c in range(3):
                labels.append((f"{c + 1}.", f"措施{a}{b}{c}"))
                body.append(paragraph(f"措施{a}{b}{c}", 2))
    return "".join(body), labels


def merged():
    """A table whose unit stands in a cell over three rows."""
    def cell(text, mark=""):
        return f'<w:tc><w:tcPr><w:tcW w:w="3000" w:type="dxa"/>{mark}</w:tcPr>{paragraph(text) if text else "<w:p/>"}</w:tc>'
    rows = [cell("序号") + cell("任务") + cell("责任单位")]
    for i in range(9):
        first = i % 3 == 0
        rows.append(cell(str(i + 1)) + cell(f"办理事项{i}") + cell(UNITS[i // 3] if first else "", '<w:vMerge w:val="restart"/>' if first else "<w:vMerge/>"))
    grid = "<w:tblGrid>" + '<w:gridCol w:w="3000"/>' * 3 + "</w:tblGrid>"
    return '<w:tbl><w:tblPr><w:tblW w:w="9000" w:type="dxa"/></w:tblPr>' + grid + "".join(f"<w:tr>{row}</w:tr>" for row in rows) + "</w:tbl><w:p/>"


def write_word(path, body):
    formats = [("chineseCountingThousand", "%1、"), ("chineseCounting", "（%2）"), ("decimal", "%3.")]
    levels = "".join(f'<w:lvl w:ilvl="{i}"><w:start w:val="1"/><w:numFmt w:val="{f}"/><w:suff w:val="nothing"/><w:lvlText w:val="{t}"/></w:lvl>' for i, (f, t) in enumerate(formats))
    head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
    kind = "application/vnd.openxmlformats-officedocument.wordprocessingml."
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as z:
        z.writestr("[Content_Types].xml", head + '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/>'
                   '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
                   f'<Override PartName="/word/document.xml" ContentType="{kind}document.main+xml"/><Override PartName="/word/numbering.xml" ContentType="{kind}numbering+xml"/></Types>')
        z.writestr("_rels/.rels", head + f'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r" Type="{R}/officeDocument" Target="word/document.xml"/></Relationships>')
        z.writestr("word/_rels/document.xml.rels", head + f'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r" Type="{R}/numbering" Target="numbering.xml"/></Relationships>')
        z.writestr("word/numbering.xml", head + f'<w:numbering {W}><w:abstractNum w:abstractNumId="0"><w:multiLevelType w:val="multilevel"/>{levels}</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>')
        z.writestr("word/document.xml", head + f"<w:document {W}><w:body>{body}<w:sectPr/></w:body></w:document>")


TEXT = ["为做好今冬明春火灾防控工作，结合我县实际，制定本方案。", "一、工作目标", "坚决遏制重特大火灾，确保全县火灾形势稳定。", "二、重点任务",
        "（一）排查整治隐患。对商场、市场、养老机构逐一排查，2023年12月底前完成。（责任单位：县消防救援大队、县商务局）", "（二）加强宣传教育。每月开展1次集中宣传。（责任单位：县教育局）"]
CHROME = ["政务公开", "当前位置", "分享到", "打印本页", "相关文章", "第2号工作方案", "网站标识码"]


def page():
    nav = "".join(f'<li><a href="/{i}">{t}</a></li>' for i, t in enumerate(["首页", "政务公开", "政务服务", "互动交流"]))
    related = "".join(f'<li><a href="/x{i}">示例县第{i}号工作方案的通知，请各单位抓好落实</a></li>' for i in range(3))
    return (f'<!DOCTYPE html><html><head><meta charset="utf-8"><title>示例县火灾防控工作方案</title></head><body><div class="top"><ul>{nav}</ul></div>'
            '<div class="place">当前位置：<a href="/">首页</a></div><div class="main"><h1>示例县火灾防控工作方案</h1><div class="txt">'
            + "".join(f"<p>{t}</p>" for t in TEXT) + '<p>附件</p><table><tr><td>序号</td><td>任务</td><td>责任单位</td></tr>'
            + "".join(f'<tr><td>{i + 1}</td><td>办理事项{i}</td>' + (f'<td rowspan="3">{UNITS[i // 3]}</td>' if i % 3 == 0 else "") + "</tr>" for i in range(9))
            + f'</table></div><p>分享到：<a href="#">微信</a></p><p>【<a href="#">打印本页</a>】</p><h3>相关文章</h3><ul>{related}</ul></div>'
            '<div class="foot"><p>主办：示例县人民政府办公室　网站标识码：5100000001</p></div></body></html>')


# The programs: each gives the text that it makes of a file

def fangan(program):
    def text(path):
        with tempfile.TemporaryDirectory() as out:
            subprocess.run([program, "build", "--quiet", path, "--out", out], check=True)
            name = os.path.splitext(os.path.basename(path))[0]
            graph = json.load(open(f"{out}/graphs/{name}.graph.json", encoding="utf-8"))
            plain = open(f"{out}/text/{name}.txt", encoding="utf-8", newline="").read()
            furniture = {"page-mark", "running-head", "web-chrome", "catalogue", "ornament", "blank"}
            keep = [True] * len(plain)
            for part in graph["document"]["parts"]:
                if part["kind"] in furniture:
                    keep[part["span"][0]:part["span"][1]] = [part["kind"] == "blank"] * (part["span"][1] - part["span"][0])
            return "".join(c for c, k in zip(plain, keep) if k)
    return text


def pandoc(path):
    return subprocess.run(["pandoc", "-t", "plain", "--wrap=none", path], check=True, capture_output=True, text=True).stdout


def python_docx(path):
    import docx
    document = docx.Document(path)
    return "\n".join([p.text for p in document.paragraphs] + ["\t".join(c.text for c in row.cells) for t in document.tables for row in t.rows])


def markitdown(path):
    from markitdown import MarkItDown
    return MarkItDown().convert(path).text_content


def trafilatura(path):
    from trafilatura import extract
    return extract(open(path, encoding="utf-8").read(), include_tables=True) or ""


def pdftotext(path):
    return subprocess.run(["pdftotext", path, "-"], check=True, capture_output=True, text=True).stdout


def pdfplumber(path):
    import pdfplumber as library
    with library.open(path) as pdf:
        return "\n".join(page.extract_text() or "" for page in pdf.pages)


def easyofd(path):
    """Its texts in the order of the file, a line for each text object."""
    import base64
    import contextlib
    from easyofd.ofd import OFD
    with contextlib.redirect_stdout(open(os.devnull, "w")), contextlib.redirect_stderr(open(os.devnull, "w")):
        ofd = OFD()
        ofd.read(base64.b64encode(open(path, "rb").read()).decode())
    lines = []
    for document in ofd.data:
        for _, page in sorted(document["page_info"].items()):
            last = None
            for text in page["text_list"]:
                # Two text codes of one object follow each other.
                if last == text["pos"] and lines:
                    lines[-1] += text["text"]
                else:
                    lines.append(text["text"])
                last = text["pos"]
    return "\n".join(lines)


# What is kept

def numbers_kept(text, labels):
    squashed = re.sub(r"[\s\\*>]", "", text)
    return sum(1 for label, words in labels if re.sub(r"\s", "", label) + words in squashed)


def rows_with_unit(text, tasks):
    """Of nine rows those whose unit can be told: in the same line, or in the task that fangan makes of it."""
    if tasks is not None:
        return sum(1 for i in range(9) if any(f"办理事项{i}" in task and UNITS[i // 3] in units for task, units in tasks))
    return sum(1 for i in range(9) if any(f"办理事项{i}" in line and UNITS[i // 3] in line for line in text.split("\n")))


def tasks_of(program, path):
    with tempfile.TemporaryDirectory() as out:
        subprocess.run([program, "build", "--quiet", path, "--out", out], check=True)
        with open(f"{out}/tasks.csv", encoding="utf-8-sig", newline="") as file:
            rows = ["|".join(row) for row in csv.reader(file)]
    return [(row, row) for row in rows]


def seconds(call, path):
    """Processor time of one call after a first one, children's included."""
    call(path)
    def used():
        own, children = resource.getrusage(resource.RUSAGE_SELF), resource.getrusage(resource.RUSAGE_CHILDREN)
        return own.ru_utime + children.ru_utime
    best = None
    for _ in range(3):
        start = used()
        call(path)
        best = min(best or 1e9, used() - start)
    return best


BRACKET = re.compile(r"[（(〔【\[](?=[^）)〕】\]]*(?:责任|牵头|配合|负责))[^（(〔【）)〕】]*(?:[（(〔][^）)〕]*[）)〕][^（(〔【）)〕】]*)*[）)〕】\]]")


def squashed(text):
    return re.sub(r"\s", "", text)


def facts_of(program, plan):
    """Of a plan's text: labelled beginnings of items, brackets that assign work, long paragraphs."""
    graph = json.loads(subprocess.run([program, "show", "--format", "json", plan], check=True, capture_output=True, text=True).stdout)
    with tempfile.TemporaryDirectory() as out:
        subprocess.run([program, "build", "--quiet", plan, "--out", out], check=True)
        name = os.path.splitext(os.path.basename(plan))[0]
        text = open(f"{out}/text/{name}.txt", encoding="utf-8", newline="").read()
    labels = []
    for node in graph["nodes"]:
        if node["type"] in ("section", "task", "item") and node.get("label") and not any("表" in step for step in node["path"]):
            words = squashed(node["heading"] or node["text"] or "")[:6]
            begins = not text[:node["span"][0]].rsplit("\n", 1)[-1].strip()
            if words and begins and squashed(text[node["span"][0]:node["span"][0] + 40]).startswith(squashed(node["label"]) + words):
                labels.append(squashed(node["label"]) + words)
    # The site's lines are no paragraphs, nor is a document without line ends.
    for part in graph["document"]["parts"]:
        if part["kind"] in ("page-mark", "running-head", "web-chrome"):
            start, end = part["span"]
            text = text[:start] + re.sub(r"[^\n]", " ", text[start:end]) + text[end:]
    lines = [line for line in text.split("\n") if line.strip() and len(line) < 2000]
    whole = [squashed(line) for line in lines if len(squashed(line)) >= 30 and "\t" not in line]
    brackets = [squashed(match) for line in lines for match in BRACKET.findall(line)]
    return labels, brackets, whole


def plans(program, folder, corpus):
    """The example plans in all formats: what each program keeps, and its time for all of them."""
    kinds = {
        ".docx": {"fangan": fangan(program), "pandoc": pandoc, "python-docx": python_docx, "markitdown": markitdown},
        ".html": {"fangan": fangan(program), "pandoc": pandoc, "markitdown": markitdown, "trafilatura": trafilatura},
        ".pdf": {"fangan": fangan(program), "pdftotext": pdftotext, "pdfplumber": pdfplumber, "markitdown": markitdown},
        ".ofd": {"fangan": fangan(program), "easyofd": easyofd},
    }
    names = sorted(name[:-4] for name in os.listdir(corpus) if re.fullmatch(r"\d\d-.*\.txt", name))
    known = {name: facts_of(program, f"{corpus}/{name}.txt") for name in names}
    print("| format | program | numbers | brackets whole | paragraphs whole | page numbers left | ms a file |\n|---|---|---|---|---|---|---|")
    for ending, programs in kinds.items():
        for name, call in programs.items():
            kept, asked, marks, pages, time_used = [0, 0, 0], [0, 0, 0], 0, 0, 0.0
            for plan in names:
                path = f"{folder}/{plan}{ending}"
                start = [resource.getrusage(who).ru_utime for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
                try:
                    text = call(path)
                except Exception as error:  # a program that gives up is not the end of the table
                    print(f"<!-- {name} {plan}{ending}: {error!r:.80} -->")
                    text = ""
                time_used += sum(resource.getrusage(who).ru_utime for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)) - sum(start)
                lines = [re.sub(r"[\\*>#|]", "", squashed(line)) for line in text.split("\n")]
                labels, brackets, whole = known[plan]
                for k, (wanted, fits) in enumerate([(labels, lambda w: any(line.startswith(w) for line in lines)), (brackets, lambda w: any(w in line for line in lines)), (whole, lambda w: any(w in line for line in lines))]):
                    asked[k] += len(wanted)
                    kept[k] += sum(fits(w) for w in wanted)
                if ending in (".pdf", ".ofd"):
                    pages += int(subprocess.run(["mutool", "info", f"{folder}/{plan}.pdf"], capture_output=True, text=True).stdout.split("Pages:")[1].split()[0])
                    marks += sum(bool(re.fullmatch(r"—\d+—", line)) for line in lines)
            left = f"{marks} of {pages}" if pages else "–"
            print(f"| {ending[1:]} | {name} | {kept[0]} of {asked[0]} | {kept[1]} of {asked[1]} | {kept[2]} of {asked[2]} | {left} | {time_used * 1000 / len(names):.0f} |", flush=True)


def main():
    if len(sys.argv) == 5 and sys.argv[2] == "--plans":
        return plans(sys.argv[1], sys.argv[3], sys.argv[4])
    program, files = sys.argv[1], sys.argv[2:]
    word = {"fangan": fangan(program), "pandoc": pandoc, "python-docx": python_docx, "markitdown": markitdown}
    web = {"fangan": fangan(program), "pandoc": pandoc, "markitdown": markitdown, "trafilatura": trafilatura}
    with tempfile.TemporaryDirectory() as folder:
        body, labels = numbered()
        write_word(f"{folder}/numbers.docx", body)
        write_word(f"{folder}/merged.docx", paragraph("任务分工表") + merged())
        open(f"{folder}/page.html", "w", encoding="utf-8").write(page())
        print(f"| Word files | automatic numbers of {len(labels)} | rows of 9 whose unit is told |\n|---|---|---|")
        for name, call in word.items():
            tasks = tasks_of(program, f"{folder}/merged.docx") if name == "fangan" else None
            print(f"| {name} | {numbers_kept(call(f'{folder}/numbers.docx'), labels)} | {rows_with_unit(call(f'{folder}/merged.docx'), tasks)} |")
        print(f"\n| web page | paragraphs of {len(TEXT)} kept | of the site, of {len(CHROME)} | rows of 9 whose unit is told |\n|---|---|---|---|")
        for name, call in web.items():
            text = call(f"{folder}/page.html")
            tasks = tasks_of(program, f"{folder}/page.html") if name == "fangan" else None
            plain = re.sub(r"\s", "", text)
            print(f"| {name} | {sum(re.sub(chr(32), '', t) in plain for t in TEXT)} | {sum(c in plain for c in CHROME)} | {rows_with_unit(text, tasks)} |")
    if files:
        print("\n| file | " + " | ".join(["fangan (whole, with its start)"] + [f"{n}" for n in ["pandoc", "python-docx", "markitdown", "trafilatura"]]) + " |\n|---" * 1 + "|---|---|---|---|---|")
        for path in files:
            known = web if path.endswith((".html", ".htm")) else word
            times = [f"{seconds(known[n], path) * 1000:.0f} ms" if n in known else "–" for n in ["fangan", "pandoc", "python-docx", "markitdown", "trafilatura"]]
            print(f"| {os.path.basename(path)} | " + " | ".join(times) + " |")


if __name__ == "__main__":
    main()
