"""Looks at the pages of `fangan report` in Chromium and prints what is wrong, one fault per line; nothing where all is right.

Usage: browse_report.py REPORT STORE
STORE is the folder of task data that the pages were made from: what the pages show is compared with it. Where it holds
comparison.json (fangan compare --format json) and revision.json (fangan diff --format json), the pages of these are compared too.
"""
import csv
import io
import json
import pathlib
import sys
import urllib.parse

import axe_playwright_python
from playwright.sync_api import TimeoutError, sync_playwright

CHROMIUM = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"]
AXE = (pathlib.Path(axe_playwright_python.__file__).parent / "axe.min.js").read_text(encoding="utf-8")
WIDE, NARROW = (1440, 900), (390, 844)

report, store = pathlib.Path(sys.argv[1]).resolve(), pathlib.Path(sys.argv[2]).resolve()
faults = []
checked = {}


def expect(what, condition, detail=""):
    checked[what] = checked.get(what, 0) + 1
    if not condition:
        faults.append(f"{what}: {detail}")


class Tab:
    """A page whose errors and requests are noted."""

    def __init__(self, browser, size=WIDE, scheme="light"):
        self.context = browser.new_context(viewport={"width": size[0], "height": size[1]}, color_scheme=scheme, accept_downloads=True)
        self.page = self.context.new_page()
        self.page.on("console", lambda message: expect("console", False, f"{self.page.url}: {message.text}"))
        self.page.on("pageerror", lambda error: expect("error", False, f"{self.page.url}: {error}"))
        self.page.on("request", lambda request: expect("request", request.url.startswith(("file://", "data:", "blob:")), request.url))
        self.page.on("dialog", lambda dialog: (expect("dialog", False, dialog.message), dialog.dismiss()))

    def open(self, name, fragment=""):
        # A change of the fragment alone would not load the page again.
        self.page.goto("about:blank")
        self.page.goto((report / name).as_uri() + fragment)
        return self.page


def graphs():
    return {path.name.removesuffix(".graph.json"): json.loads(path.read_text(encoding="utf-8")) for path in sorted((store / "graphs").glob("*.graph.json"))}


def every_page(browser):
    """Each page loads without an error, asks for nothing, runs nothing of a document and does not spread over the window's side."""
    for size in (WIDE, NARROW):
        tab = Tab(browser, size)
        for path in sorted(report.rglob("*.html")):
            page = tab.open(path.relative_to(report))
            expect("foreign code", page.evaluate("window.hacked === undefined && !document.querySelector('main img, main script, main iframe')"), path.name)
            expect("side scrolling", page.evaluate("document.documentElement.scrollWidth <= innerWidth"), f"{path.name} at {size[0]}")
            expect("heading", page.evaluate("document.querySelectorAll('h1').length === 1 && document.querySelector('h1').textContent.trim() !== ''"), path.name)
            expect("links", *dead_links(page, path))
        tab.context.close()


def dead_links(page, path):
    dead = []
    for href in set(page.evaluate("[...document.querySelectorAll('a[href]')].map(a => a.getAttribute('href'))")):
        target = urllib.parse.unquote(href.split("#")[0])
        if target and not (path.parent / target).is_file():
            dead.append(href)
    return not dead, f"{path.name}: {dead[:3]}"


MARKED = "[...document.querySelectorAll('.chosen')].map(node => node.textContent).join('')"
IN_SIGHT = "(() => { const box = document.querySelector('.chosen').getBoundingClientRect(); return box.top >= 0 && box.top < innerHeight && box.left >= 0 && box.right <= innerWidth; })()"


def plan_page(browser, name, graph, size):
    """A click on a task or on a value marks the characters of its span, in sight."""
    text = open(store / "text" / f"{name}.txt", encoding="utf-8", newline="").read()
    tab = Tab(browser, size)
    page = tab.open(f"plans/{name}.html")
    flat = page.evaluate("[...document.querySelectorAll('#paper p')].map(p => p.textContent).join('')")
    expect("whole text", flat.replace("\n", "") == text.replace("\n", ""), f"{name}: {len(flat)} of {len(text)} characters")
    items = [node for node in graph["nodes"] if node["type"] in ("section", "task", "item")]
    shown = page.evaluate("[...document.querySelectorAll('.item')].map(node => node.dataset.id)")
    expect("all items", shown == [item["id"] for item in items], f"{name}: {len(shown)} of {len(items)}")
    for item in items:
        if item["type"] == "task":
            click(page, f'.item[data-id="{item["id"]}"] .to-text', size)
            check_mark(page, name, text, item["span"])
    # Every value that the graph has, by its span.
    spans = {tuple(edge["span"]) for edge in graph["edges"] if edge["type"] == "responsible"}
    spans |= {tuple(value["span"]) for item in items for key in ("due", "scores", "targets", "recurrence") for value in item[key]}
    links = page.evaluate("[...document.querySelectorAll('.v:not(.step)')].map(a => /span=(\\d+)-(\\d+)/.exec(a.getAttribute('href')).slice(1).map(Number))")
    steps = {tuple(value["span"]) for node in graph["nodes"] if node["type"] == "step" for key in ("due", "scores", "targets", "recurrence") for value in node[key]}
    expect("values", {tuple(link) for link in links} == spans | steps, f"{name}: {len(links)} links")
    for start, end in sorted(spans)[:: max(1, len(spans) // 12)]:
        page.evaluate("hash => { location.hash = hash }", f"span={start}-{end}")
        page.wait_for_function(f"location.hash === '#span={start}-{end}'")
        check_mark(page, name, text, (start, end))
    tab.context.close()


def click(page, selector, size):
    if size == NARROW:
        page.click(".switch button[data-pane=tasks]")
    page.click(selector)


def check_mark(page, name, text, span):
    page.wait_for_selector(".chosen")
    wanted = text[span[0]:span[1]].replace("\n", "")
    marked = page.evaluate(MARKED)
    expect("marked characters", marked == wanted, f"{name} {span}: “{marked[:40]}” for “{wanted[:40]}”")
    expect("in sight", page.evaluate(IN_SIGHT), f"{name} {span}")


def appears(page, selector):
    """Whether something is there, or will be within five seconds: pages follow a key or the mouse in their own time."""
    try:
        page.wait_for_selector(selector, state="attached", timeout=5000)
        return True
    except TimeoutError:
        return False


def pointing(browser, name):
    """Pointing at a mark shows its item, and at an item its characters; marks are reached by the arrow keys; kinds can be hidden."""
    tab = Tab(browser)
    page = tab.open(f"plans/{name}.html")
    page.hover("#paper a.m.unit >> nth=0")
    expect("pointing at a mark", appears(page, ".item.pointed"), name)
    page.hover(".item.task .to-text >> nth=0")
    expect("pointing at a task", appears(page, "#paper .pointed"), name)
    page.focus("#paper a.m[tabindex='0']")
    first = page.evaluate("document.activeElement.textContent")
    page.keyboard.press("ArrowRight")
    expect("arrow keys", page.evaluate("document.activeElement.matches('a.m') && document.activeElement !== document.querySelector('a.m')"), first)
    page.keyboard.press("Enter")
    expect("enter on a mark", appears(page, ".chosen"), name)
    page.click(".legend .unit >> nth=0")
    colour = page.evaluate("getComputedStyle(document.querySelector('#paper .m.unit:not(.open)')).borderBottomColor")
    expect("hidden kind", colour == "rgba(0, 0, 0, 0)", colour)
    tab.context.close()


def records(raw):
    return list(csv.reader(io.StringIO(raw.decode("utf-8-sig"), newline=""), strict=True))


def download(page):
    with page.expect_download() as waiting:
        page.click("#csv")
    return pathlib.Path(waiting.value.path()).read_bytes()


def filters(browser, all_graphs):
    """What each filter leaves, on the page and in its CSV, is what the same condition leaves of tasks.csv."""
    raw = (store / "tasks.csv").read_bytes()
    head, *rows = records(raw)
    at = {name: place for place, name in enumerate(head)}
    # Names of units hold the mark that separates them in a cell, so the lists are those of tasks.ndjson.
    lines = [json.loads(line) for line in open(store / "tasks.ndjson", encoding="utf-8")]
    lists = {(line["document"], line["task"]): line for line in lines}
    line_of = lambda row: lists[row[at["文件"]], row[at["任务编号"]]]
    units = lambda row: [name for key in ("lead", "responsible", "support") for name in line_of(row)[key]]
    # 教育体育局 belongs to both of its fields.
    functions = {node["name"]: (node["function"] or "").split("+") for graph in all_graphs.values() for node in graph["nodes"] if node["type"] == "unit"}
    dates = lambda row: [date for date in row[at["完成时限"]].split("；") if date]
    most = max(sorted(name for name, fields in functions.items() if fields != [""]), key=lambda name: sum(name in units(row) for row in rows))
    part = most[-4:]
    field = functions[most][0]
    combined = next((fields for name, fields in sorted(functions.items()) if len(fields) > 1 and any(name in units(row) for row in rows)), None)
    region = next(row[at["地区代码"]] for row in rows if row[at["地区代码"]])
    plan = rows[len(rows) // 2][at["文件"]]
    days = sorted({date for row in rows for date in dates(row)})
    first, last = days[len(days) // 3], days[len(days) * 2 // 3]
    in_unit = lambda row: any(part in name for name in units(row) + line_of(row)["mentions"])
    cases = [
        ({}, lambda row: True),
        ({"unit": most}, lambda row: most in units(row)),
        ({"unit": part}, in_unit),
        ({"region": region}, lambda row: row[at["地区代码"]].startswith(region.removesuffix("00").removesuffix("00"))),
        ({"plan": plan}, lambda row: row[at["文件"]] == plan),
        ({"from": first, "to": last}, lambda row: any(first <= date <= last for date in dates(row))),
        ({"only": "no-due"}, lambda row: not dates(row)),
        ({"only": "open"}, lambda row: row[at["待核事项"]]),
        ({"unit": part, "only": "due"}, lambda row: in_unit(row) and dates(row)),
        ({"q": "没有这样的词"}, lambda row: False),
    ]
    if field:
        cases.append(({"field": field}, lambda row: any(field in functions.get(name, []) for name in units(row))))
    for each in combined or []:
        cases.append(({"field": each}, lambda row, each=each: any(each in functions.get(name, []) for name in units(row))))
    tab = Tab(browser)
    page = tab.open("tasks.html")
    expect("CSV of all", download(page) == raw, "other bytes than tasks.csv")
    for wanted, holds in cases:
        if page.locator("#clear").is_visible():
            page.click("#clear")
        for name, value in wanted.items():
            if name in ("field", "region", "plan", "only"):
                page.select_option(f"[name={name}]", value)
            else:
                page.fill(f"[name={name}]", value)
        page.wait_for_timeout(250)
        left = [row for row in rows if holds(row)]
        expect("filter", wanted == {} or 0 < len(left) < len(rows) or "q" in wanted, f"{wanted} says nothing: {len(left)}")
        numbers = page.evaluate("document.getElementById('count').textContent.match(/\\d+/g).map(Number)")
        expect("filtered count", (numbers[1] if wanted else numbers[0]) == len(left), f"{wanted}: {numbers} for {len(left)}")
        expect("rows shown", page.locator("#table tbody tr").count() == min(50, len(left)), str(wanted))
        expect("CSV of a filter", records(download(page)) == [head] + left, str(wanted))
        again = Tab(browser)
        other = again.open("tasks.html", page.evaluate("location.hash"))
        expect("filter in the address", other.evaluate("document.getElementById('count').textContent") == page.evaluate("document.getElementById('count').textContent"), str(wanted))
        again.context.close()
    page.click("#clear")
    page.click(".c-due button")
    shown = page.evaluate("[...document.querySelectorAll('#table td.c-due span:first-child')].map(node => node.textContent)")
    expect("sorted", shown == sorted(shown) and len(shown) > 1, str(shown[:5]))
    expect("told as sorted", page.get_attribute("th.c-due", "aria-sort") == "ascending")
    timeline(page, rows, dates)
    # From the table to the characters.
    page.click("#table tbody tr .name a >> nth=0")
    page.wait_for_selector(".chosen")
    name = urllib.parse.unquote(page.url.split("/plans/")[1].split(".html")[0])
    start, end = map(int, page.url.split("span=")[1].split("-"))
    check_mark(page, name, open(store / "text" / f"{name}.txt", encoding="utf-8", newline="").read(), (start, end))
    tab.context.close()


def timeline(page, rows, dates):
    """One circle for each plan and day, those far outside excepted; bars for phases."""
    page.click("#timeline button") if page.locator("#timeline button").count() else None
    wanted = len({(row[0], date) for row in rows for date in dates(row)})
    expect("circles of the timeline", page.locator("#timeline circle.due").count() - 1 == wanted, f"{wanted} days")
    expect("bars of the timeline", page.locator("#timeline rect.phase").count() > 1)
    inside = page.evaluate("(() => { const plot = document.querySelector('#timeline .plot svg').getBoundingClientRect(); return [...document.querySelectorAll('#timeline .plot svg > *')].every(node => { const box = node.getBoundingClientRect(); return box.left >= plot.left - 1 && box.right <= plot.right + 1 && box.bottom <= plot.bottom + 1; }); })()")
    expect("timeline inside its frame", inside)


def unit_page(browser):
    """Units, spellings and tasks are those of units.csv; a task's link leads to its characters."""
    head, *rows = records((store / "units.csv").read_bytes())
    at = {name: place for place, name in enumerate(head)}
    tab = Tab(browser)
    page = tab.open("units.html")
    expect("units", int(page.text_content("#count b")) == len(rows), f"{page.text_content('#count')} for {len(rows)}")
    for row in rows[:12] + rows[len(rows) // 2:][:6] + rows[-6:]:
        page.evaluate("hash => { location.hash = hash }", "unit=" + urllib.parse.quote(row[at["单位编号"]], safe=""))
        page.wait_for_function("name => document.getElementById('detail-title').textContent === name", arg=row[at["单位名称"]])
        detail = page.text_content("#detail")
        expect("tasks of a unit", row[at["任务数"]] == "0" or f"任务 {row[at['任务数']]} 项" in detail, f"{row[at['单位名称']]}: {row[at['任务数']]}")
        if not row[at["原文写法"]].endswith("等"):
            expect("spellings", row[at["原文写法"]] in detail, f"{row[at['单位名称']]}: {row[at['原文写法']]}")
    shared = next(((row, other) for row in rows for other in rows if row[at["领域代码"]] and row[at["领域代码"]] == other[at["领域代码"]] and row[at["地区"]] != other[at["地区"]]), None)
    if shared:
        page.evaluate("hash => { location.hash = hash }", "unit=" + urllib.parse.quote(shared[0][at["单位编号"]], safe=""))
        page.wait_for_function("name => document.getElementById('detail-title').textContent === name", arg=shared[0][at["单位名称"]])
        others = page.evaluate("[...document.querySelectorAll('#detail h3')].filter(node => node.textContent === '其他地区的同类机关').flatMap(node => [...node.nextElementSibling.querySelectorAll('a')].map(a => a.textContent))")
        expect("same field elsewhere", shared[1][at["单位名称"]] in others, f"{shared[0][at['单位名称']]}: {others}")
    page.fill("[name=q]", rows[0][at["原文写法"]].split("、")[0])
    page.wait_for_timeout(250)
    expect("search for a unit", rows[0][at["单位名称"]] in page.text_content("#table"), rows[0][at["单位名称"]])
    page.fill("[name=q]", "")
    page.wait_for_timeout(250)
    page.click("#table tbody a >> nth=0")
    page.click("#detail ul a[href*='span='] >> nth=0")
    page.wait_for_selector(".chosen")
    name = urllib.parse.unquote(page.url.split("/plans/")[1].split(".html")[0])
    start, end = map(int, page.url.split("span=")[1].split("-"))
    check_mark(page, name, open(store / "text" / f"{name}.txt", encoding="utf-8", newline="").read(), (start, end))
    tab.context.close()


def comparison_page(browser):
    """The matrix is that of `fangan compare --format json`; a cell opens the words of the plan."""
    wanted = json.loads((store / "comparison.json").read_text(encoding="utf-8"))
    tab = Tab(browser)
    page = tab.open("comparison.html")
    topics = wanted["topics"]
    expect("topics", int(page.text_content("#count b")) == len(topics) > 0, page.text_content("#count"))
    shown = page.evaluate("[...document.querySelectorAll('.matrix tbody tr')].map(row => [row.querySelector('th').textContent, row.querySelectorAll('.open-cell').length, row.querySelector('.differences').textContent])")
    names = {"lead": "主责", "due": "时限", "target": "指标", "score": "分值"}
    expected = sorted((topic["label"], len({member["document"] for member in topic["members"]}), "、".join(names[name] for name in topic["facts"]["differences"])) for topic in topics)
    expect("matrix", len(topics) > 40 or sorted(map(tuple, shown)) == expected, f"{len(shown)} rows")
    page.click(".open-cell >> nth=0")
    words = page.text_content("dialog#cell")
    expect("opened cell", any(member["text"] in words for topic in topics for member in topic["members"]), words[:60])
    page.evaluate(AXE)
    for violation in page.evaluate("axe.run(document.querySelector('dialog'))")["violations"]:
        expect("axe in a cell", violation["impact"] not in ("serious", "critical"), violation["id"])
    page.keyboard.press("Escape")
    expect("closed cell", not page.locator("dialog#cell").is_visible())
    expect("focus back", page.evaluate("document.activeElement.matches('.open-cell')"))
    page.select_option("[name=difference]", "lead")
    page.wait_for_timeout(250)
    expect("filter of topics", int(page.text_content("#count b")) == sum("lead" in topic["facts"]["differences"] for topic in topics), page.text_content("#count"))
    tab.context.close()


def revision_page(browser, name):
    """Changes are those of `fangan diff --format json`; either side reads as its version does."""
    wanted = json.loads((store / "revision.json").read_text(encoding="utf-8"))
    tab = Tab(browser)
    page = tab.open(name)
    changed = [item for item in wanted["items"] if item["change"] != "paired" or item["changes"]]
    expect("changes", page.locator(".pair:not(.moved-away)").count() == len(changed) > 0, f"{page.text_content('#count')} for {len(changed)}")
    for kind, tag in (("delete", "del"), ("insert", "ins")):
        words = [edit["text"] for item in changed for detail in item.get("details", []) for edit in detail.get("edits", []) if edit["kind"] == kind]
        marked = page.evaluate(f"[...document.querySelectorAll('.version > p {tag}')].map(node => node.textContent)")
        expect("changed words", sorted(words) == sorted(marked), f"{tag}: {marked[:3]} for {words[:3]}")
    moved = [item for item in changed if "moved" in item.get("changes", [])]
    expect("places of moved items", page.locator(".moved-away").count() == len(moved), str(len(moved)))
    if moved:
        page.click(".moved-away a >> nth=0")
        expect("link of a moved item", page.evaluate("document.activeElement.matches('.pair') && !document.activeElement.matches('.moved-away')"))
    unit = wanted["units"][0]
    page.select_option("[name=unit]", unit["unit"])
    expect("changes of a unit", page.locator(".pair:not(.moved-away)").count() == unit["changes"], f"{unit['unit']}: {unit['changes']}")
    page.select_option("[name=unit]", "")
    page.check("[name=same]")
    expect("all items", page.locator(".pair:not(.moved-away)").count() == len(wanted["items"]))
    for which, column in (("old", 1), ("new", 2)):
        graph = next(graph for graph in graphs().values() if graph["document"]["source"]["sha256"] == wanted[which]["source"]["sha256"])
        own = sorted((node["heading"] or "") + node["text"] for node in graph["nodes"] if node["type"] in ("section", "task", "item"))
        shown = page.evaluate(f"[...document.querySelectorAll('.pair:not(.moved-away) > div:nth-child({column}) > .version')].map(node => [...node.children].filter(child => child.tagName === 'P').map(p => [...p.childNodes].filter(child => !child.matches?.('.label')).map(child => child.textContent).join('')).join(''))")
        expect("words of a version", sorted(shown) == own, f"{which}: {len(shown)} of {len(own)}")
    tab.context.close()


def accessibility(browser, names):
    """No serious fault that axe-core knows, in both themes and at both widths."""
    for scheme in ("light", "dark"):
        for size in (WIDE, NARROW):
            tab = Tab(browser, size, scheme)
            for name in names:
                page = tab.open(name)
                page.evaluate(AXE)
                result = page.evaluate("axe.run(document, {resultTypes: ['violations']})")
                for violation in result["violations"]:
                    expect("axe", violation["impact"] not in ("serious", "critical"), f"{name} {scheme} {size[0]}: {violation['id']}: {violation['nodes'][0]['html'][:120]} {violation['nodes'][0].get('failureSummary', '')[:160]}")
                expect("axe ran", len(result["passes"]) > 10, f"{name}: {len(result['passes'])} rules")
            tab.context.close()


def themes(browser):
    """The button changes the theme, and another page keeps it."""
    tab = Tab(browser)
    page = tab.open("index.html")
    ground = "getComputedStyle(document.documentElement).backgroundColor"
    before = page.evaluate(ground)
    page.click("#theme")
    after = page.evaluate(ground)
    expect("theme", before != after, before)
    expect("theme kept", tab.open("tasks.html").evaluate(ground) == after)
    tab.context.close()


def printing(browser):
    """On paper, as wide as A4, there are all rows and both sides of a plan, dark ink on white, no buttons, and nothing beyond the edge."""
    tab = Tab(browser, (794, 1123), "dark")
    page = tab.open("tasks.html")
    total = page.evaluate("data.tasks.length")
    page.emulate_media(media="print")
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    expect("printed rows", page.locator("#table tbody tr").count() == total)
    expect("printed buttons", not page.locator("#csv").is_visible() and not page.locator("nav").first.is_visible())
    expect("printed ground", page.evaluate("getComputedStyle(document.documentElement).backgroundColor") == "rgb(255, 255, 255)")
    for path in sorted(report.rglob("*.html"))[:12]:
        page = tab.open(path.relative_to(report))
        page.emulate_media(media="print")
        beyond = page.evaluate("[...document.querySelectorAll('main *')].filter(node => node.getBoundingClientRect().right > innerWidth + 1 && node.checkVisibility()).map(node => node.outerHTML.slice(0, 80))")
        expect("beyond the paper's edge", not beyond, f"{path.name}: {beyond[:2]}")
        if path.parent.name == "plans":
            expect("both sides printed", page.locator("#source").is_visible() and page.locator("#tasks").is_visible(), path.name)
    tab.context.close()


with sync_playwright() as playwright:
    path = next((path for path in CHROMIUM if pathlib.Path(path).exists()), None)
    if path is None:
        sys.exit("Chromium is missing.")
    browser = playwright.chromium.launch(executable_path=path, args=["--no-sandbox"])
    all_graphs = graphs()
    every_page(browser)
    for place, (name, graph) in enumerate(all_graphs.items()):
        plan_page(browser, name, graph, NARROW if place % 4 == 3 else WIDE)
    pointing(browser, next(iter(all_graphs)))
    filters(browser, all_graphs)
    unit_page(browser)
    if (store / "comparison.json").exists():
        comparison_page(browser)
    revisions = sorted(f"revisions/{path.name}" for path in (report / "revisions").glob("*.html"))
    if (store / "revision.json").exists():
        expect("pages of revisions", len(revisions) == 1, str(revisions))
        revision_page(browser, revisions[0])
    first = sorted(path.name for path in (report / "plans").glob("*.html"))
    accessibility(browser, sorted(path.name for path in report.glob("*.html")) + [f"plans/{first[0]}", f"plans/{first[-1]}"] + revisions)
    themes(browser)
    printing(browser)
    browser.close()

for fault in dict.fromkeys(faults):
    print(fault)
print(f"{sum(checked.values())} checks of {len(checked)} kinds", file=sys.stderr)
