#!/usr/bin/env python3
"""What other programs keep of the Word files and web pages that plans come in, and how long they take.

    python3 -m venv /tmp/side-by-side && /tmp/side-by-side/bin/pip install -r Benchmarks/side-by-side.requirements.txt
    /tmp/side-by-side/bin/python Benchmarks/side-by-side.py FANGAN FILE.docx ... FILE.html ...

FANGAN is the built program; the files are read by each program that knows their kind. The first table is of a file that this
script makes: 48 automatic numbers on three levels, a table with merged cells, a page with a site around the text. Prints Markdown.
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


def main():
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
