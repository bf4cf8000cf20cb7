// A plan: its text with what was found in it on one side, its items on the other.

(function plan() {
  const graph = data.graph, scalars = Array.from(data.text);
  const kinds = {unit: '单位', date: '时间', points: '分值', target: '指标', reference: '引用', open: '待核'};
  const units = new Map(), items = new Map(), phases = [], references = new Map(), parents = new Map(), steps = new Map();
  for (const node of graph.nodes) {
    if (node.type === 'unit') units.set(node.id, node);
    else if (node.type === 'phase') phases.push(node);
    else if (node.type === 'reference') references.set(node.id, node);
    else if (node.type === 'step') steps.set(node.id, node);
    else items.set(node.id, node);
  }
  const bases = {bracket: '', table: '表格', inherited: '沿用上级', default: '通用规定', text: '正文'};
  const roles = {lead: '牵头', responsible: '责任', support: '配合'};
  const pers = {year: '每年', 'half-year': '每半年', quarter: '每季度', month: '每月', fortnight: '每两周', week: '每周', term: '每学期'};

  // ---- What was found, each with its characters and the items that it belongs to.

  const findings = new Map();
  function find(kind, span, item, label) {
    if (!span || span[1] <= span[0]) return;
    const key = `${kind} ${span[0]} ${span[1]}`;
    if (!findings.has(key)) findings.set(key, {kind, start: span[0], end: span[1], items: new Set(), labels: new Set()});
    const finding = findings.get(key);
    if (item) finding.items.add(item);
    if (label) finding.labels.add(label);
  }

  const assigned = new Map();
  for (const edge of graph.edges) {
    if (edge.type === 'contains') parents.set(edge.to, edge.from);
    if (edge.type === 'responsible') {
      const unit = units.get(edge.to);
      find('unit', edge.span, edge.from, unit?.name);
      if (unit?.candidates.length || unit && unit.kind === 'organ' && !unit.function) find('open', edge.span, edge.from, unit.candidates.length ? '另有读法：' + unit.candidates.map(c => c.name).join('、') : '职能领域不明');
      if (!assigned.has(edge.from)) assigned.set(edge.from, []);
      assigned.get(edge.from).push(edge);
    }
    if (edge.type === 'cites' || edge.type === 'based_on') {
      const reference = references.get(edge.to);
      find('reference', edge.span ?? reference?.span, items.has(edge.from) ? edge.from : null, referenceName(reference));
    }
  }
  for (const reference of references.values()) find('reference', reference.span, null, referenceName(reference));
  for (const node of [...items.values(), ...steps.values()]) {
    const id = steps.has(node.id) ? parents.get(node.id) : node.id;
    for (const due of node.due) find('date', due.span, id, '时限 ' + due.date);
    for (const again of node.recurrence) find('date', again.span, id, '周期');
    for (const period of node.periods ?? []) find('date', period.span, id, [period.start, period.end].filter(Boolean).join(' 至 ') || '时间');
    for (const score of node.scores) find('points', score.span, id, number(score.points) + ' 分');
    for (const limit of node.score_limits ?? []) find('points', limit.span, id, '分值限额');
    for (const target of node.targets) find('target', target.span, id, '指标');
  }
  for (const period of graph.document.periods ?? []) find('date', period.span, null, [period.start, period.end].filter(Boolean).join(' 至 '));
  for (const phase of phases) find('date', phase.span, null, '阶段 ' + phase.name);
  // What is said of a long stretch, such as the whole text, stands in the list alone.
  for (const open of data.open) if (open.span && open.span[1] - open.span[0] <= 160) find('open', open.span, itemAt(open.span[0]), open.label);

  function referenceName(reference) { return reference ? [reference.title ? `《${reference.title}》` : '', reference.number ?? ''].join('') : ''; }

  /** The innermost item that holds a place. */
  function itemAt(place) {
    let best = null;
    for (const item of items.values()) {
      if (item.span[0] <= place && place < item.span[1] && (!best || item.span[1] - item.span[0] <= best.span[1] - best.span[0])) best = item;
    }
    return best?.id ?? null;
  }

  // ---- The text, cut where a finding begins or ends.

  const list = [...findings.values()].sort((a, b) => a.start - b.start || b.end - a.end);
  /** Pieces of the text in its order: {start, end, node}. */
  const pieces = [];

  function showText() {
    const cuts = new Set([0, scalars.length]), parts = new Map(), headings = [];
    for (const finding of list) { cuts.add(finding.start); cuts.add(finding.end); }
    for (const part of graph.document.parts) { cuts.add(part.span[0]); cuts.add(part.span[1]); parts.set(part.span[0], part); }
    for (const item of items.values()) {
      cuts.add(item.span[0]);
      const heading = headingSpan(item);
      if (heading) { headings.push(heading); cuts.add(heading[1]); }
    }
    scalars.forEach((scalar, place) => { if (scalar === '\n') { cuts.add(place); cuts.add(place + 1); } });
    headings.sort((a, b) => a[0] - b[0]);
    const places = [...cuts].sort((a, b) => a - b);
    const paper = byId('paper');
    let line = null, first = 0, heading = 0, part = null, live = [];
    for (let at = 0; at + 1 < places.length; at++) {
      const start = places[at], end = places[at + 1];
      if (start >= scalars.length) break;
      if (parts.has(start)) part = parts.get(start);
      if (part && start >= part.span[1]) part = null;
      while (first < list.length && list[first].start <= start) live.push(list[first++]);
      live = live.filter(finding => finding.end > start);
      while (heading < headings.length && headings[heading][1] <= start) heading++;
      const isHeading = heading < headings.length && headings[heading][0] <= start;
      const text = scalars.slice(start, end).join('');
      if (text === '\n') { if (line) line.append('\n'); if (pieces.length && line) pieces.push({start, end, node: line.lastChild, isBreak: true}); line = null; continue; }
      if (!line) { line = make('p', {class: part && part.kind !== 'blank' ? 'part-' + part.kind : null}); paper.append(line); }
      const node = piece(text, live, isHeading);
      line.append(node);
      pieces.push({start, end, node});
    }
  }

  /** Label and heading of an item, where the text begins with them. */
  function headingSpan(item) {
    if (!item.heading) return null;
    let at = item.span[0];
    const skip = words => {
      for (const scalar of words) {
        while (at < item.span[1] && /\s/u.test(scalars[at])) at++;
        if (/\s/u.test(scalar)) continue;
        if (scalars[at] !== scalar) return false;
        at++;
      }
      return true;
    };
    return skip(item.label) && skip(item.heading) ? [item.span[0], at] : null;
  }

  function piece(text, live, isHeading) {
    if (!live.length) return make('span', {class: isHeading ? 'heading' : null}, text);
    const found = [...new Set(live.map(finding => finding.kind))];
    const inner = live.reduce((a, b) => b.end - b.start < a.end - a.start ? b : a);
    const names = found.map(kind => kinds[kind]).join('、') + '：' + [...new Set(live.flatMap(finding => [...finding.labels]))].join('；');
    const item = [...inner.items][0];
    const href = writeHash({item, span: `${inner.start}-${inner.end}`});
    const node = make('a', {class: ['m', ...found, isHeading ? 'heading' : ''].join(' ').trim(), href, title: names, tabindex: -1}, text);
    node.finding = inner;
    return node;
  }

  /** The pieces that hold exactly these characters; a piece that reaches beyond them is cut. */
  function piecesOf(start, end) {
    for (const place of [start, end]) {
      const at = pieces.findIndex(piece => piece.start < place && place < piece.end);
      if (at < 0) continue;
      const old = pieces[at], words = Array.from(old.node.textContent), rest = old.node.cloneNode(false);
      rest.finding = old.node.finding;
      rest.textContent = words.slice(place - old.start).join('');
      old.node.textContent = words.slice(0, place - old.start).join('');
      old.node.after(rest);
      pieces.splice(at + 1, 0, {start: place, end: old.end, node: rest});
      old.end = place;
    }
    let low = 0, high = pieces.length;
    while (low < high) { const middle = low + high >> 1; if (pieces[middle].start < start) low = middle + 1; else high = middle; }
    const found = [];
    for (; low < pieces.length && pieces[low].end <= end; low++) if (!pieces[low].isBreak) found.push(pieces[low].node);
    return found;
  }

  // ---- The items.

  function value(kind, span, text, item, quote) {
    return make('a', {class: 'v ' + kind, href: writeHash({item, span: `${span[0]}-${span[1]}`}), title: quote ? '原文：' + quote : null}, text);
  }

  function joined(nodes, mark) { return nodes.flatMap((node, place) => place ? [mark, node] : [node]); }

  function facts(node) {
    const rows = [], edges = assigned.get(node.id) ?? [];
    for (const role of ['lead', 'responsible', 'support']) {
      const own = edges.filter(edge => edge.role === role);
      if (!own.length) continue;
      const basis = [...new Set(own.map(edge => bases[edge.basis]))].filter(Boolean).join('、');
      const shown = own.slice(0, 12), more = own.slice(12);
      const name = edge => value('unit', edge.span, units.get(edge.to)?.name ?? edge.mention, node.id, edge.mention);
      rows.push([roles[role], [...joined(shown.map(name), '、'),
        more.length ? make('details', {class: 'more'}, make('summary', {}, `另有 ${more.length} 个`), ...joined(more.map(name), '、')) : null,
        basis ? make('small', {}, basis) : null]]);
    }
    if (node.due.length) rows.push(['时限', joined(node.due.map(due => value('date', due.span, (due.start ? due.start + ' 至 ' : '') + due.date, node.id, due.quote)), '、')]);
    if (node.recurrence.length) rows.push(['周期', joined(node.recurrence.map(again => value('date', again.span, again.quote, node.id)), '、')]);
    if (node.scores.length) rows.push(['分值', joined(node.scores.map(score => value('points', score.span, number(score.points), node.id, score.quote)), '、')]);
    if (node.targets.length) rows.push(['指标', joined(node.targets.map(target => value('target', target.span, (pers[target.per] && !target.quote.includes(pers[target.per]) ? pers[target.per] : '') + target.quote, node.id)), '、')]);
    return rows;
  }

  function valueList(rows) {
    return rows.length ? make('dl', {class: 'values'}, ...rows.map(([name, value]) => make('div', {}, make('dt', {}, name), make('dd', {}, value)))) : null;
  }

  const shown = new Map();

  function showItems() {
    const box = byId('items');
    const stepsOf = new Map();
    for (const step of steps.values()) {
      const owner = parents.get(step.id);
      if (!stepsOf.has(owner)) stepsOf.set(owner, []);
      stepsOf.get(owner).push(step);
    }
    const notes = new Map();
    for (const open of data.open) if (open.span) { const id = itemAt(open.span[0]); if (id) { if (!notes.has(id)) notes.set(id, []); notes.get(id).push(open); } }
    for (const item of items.values()) {
      const depth = Math.min(item.path.length, 4);
      const rows = facts(item);
      const isTask = item.type === 'task';
      const lacks = isTask && !(assigned.get(item.id)?.length) && !(stepsOf.get(item.id) ?? []).some(step => assigned.get(step.id)?.length);
      const link = make('a', {class: 'to-text', href: writeHash({item: item.id, span: `${item.span[0]}-${item.span[1]}`})},
        make('span', {class: 'label'}, item.label || item.path.at(-1)), item.heading ? make('span', {}, item.heading) : make('span', {class: 'as-text'}, short(item.text)));
      const open = notes.get(item.id) ?? [];
      const article = make('article', {class: `item ${item.type} d${depth}${open.length || lacks ? ' has-open' : ''}`, 'data-id': item.id},
        make(depth > 2 ? 'h4' : 'h3', {}, link),
        item.heading && item.text && item.type !== 'section' ? make('p', {class: 'words'}, item.text) : null,
        valueList(rows),
        ...(stepsOf.get(item.id) ?? []).map(step => make('div', {class: 'step'}, value('step', step.span, step.label + ' ' + short(step.text), item.id), valueList(facts(step)))),
        lacks ? make('p', {class: 'note'}, '没有写明责任单位') : null,
        ...open.map(note => make('p', {class: note.severity === 'note' ? 'note calm' : 'note'}, make('a', {href: writeHash({item: item.id, span: `${note.span[0]}-${note.span[1]}`})}, note.detail ? `${note.label}：${note.detail}` : note.label))));
      shown.set(item.id, article);
      box.append(article);
    }
    const tasks = [...items.values()].filter(item => item.type === 'task').length;
    byId('task-count').textContent = `${items.size} 个条目，其中任务 ${tasks} 项`;
    if (!items.size) box.append(make('p', {class: 'empty'}, '没有识别出条目。'));
  }

  function short(text) { const words = Array.from(text); return words.length > 60 ? words.slice(0, 58).join('') + '……' : text; }

  function showOpen() {
    if (!data.open.length) return;
    const rows = data.open.map(open => make('li', {class: open.severity},
      open.span ? make('a', {href: writeHash({item: itemAt(open.span[0]), span: `${open.span[0]}-${open.span[1]}`})}, open.label) : open.label,
      open.detail ? make('small', {}, ' ' + open.detail) : open.span && open.span[1] - open.span[0] <= 60 ? make('q', {}, scalars.slice(...open.span).join('').replace(/\s+/gu, ' ')) : null));
    byId('open').append(make('details', {class: 'open-list', open: data.open.length <= 6}, make('summary', {}, `待核事项 ${data.open.length} 处`), make('ul', {}, ...rows)));
  }

  function showLegend() {
    const counts = {};
    for (const finding of list) counts[finding.kind] = (counts[finding.kind] ?? 0) + 1;
    // One diagnostic may be marked wherever the plan repeats the name: the number is that of the list beside the text.
    if (counts.open) counts.open = data.open.length;
    for (const [kind, name] of Object.entries(kinds)) {
      if (!counts[kind]) continue;
      byId('legend').append(make('button', {type: 'button', class: 'k ' + kind, 'aria-pressed': 'true', title: '显示或隐藏这种标记', onclick: event => {
        const isOn = event.currentTarget.getAttribute('aria-pressed') !== 'true';
        event.currentTarget.setAttribute('aria-pressed', String(isOn));
        byId('paper').classList.toggle('no-' + kind, !isOn);
      }}, make('span', {class: 'm ' + kind}, name), ` ${counts[kind]}`));
    }
  }

  // ---- Choosing and pointing.

  let chosen = [];

  function choose() {
    const {item, span} = readHash();
    for (const node of chosen) node.classList.remove('chosen');
    for (const article of shown.values()) article.removeAttribute('aria-current');
    chosen = [];
    const article = shown.get(item);
    if (article) { article.setAttribute('aria-current', 'true'); intoView(byId('tasks'), article); }
    const ends = /^(\d+)-(\d+)$/.exec(span ?? '') ?? (items.has(item) ? ['', ...items.get(item).span] : null);
    if (!ends) return;
    chosen = piecesOf(Number(ends[1]), Number(ends[2]));
    for (const node of chosen) node.classList.add('chosen');
    if (!chosen.length) return;
    showPane(chosenFrom === 'source' ? 'tasks' : 'source');
    intoView(byId('source'), chosen[0], chosen.at(-1));
    say('已标出原文：' + scalars.slice(Number(ends[1]), Math.min(Number(ends[2]), Number(ends[1]) + 80)).join(''));
  }

  /** Scrolls a pane so that what is meant is seen; where panes do not scroll, the page. */
  function intoView(pane, first, last = first) {
    if (pane.scrollHeight <= pane.clientHeight + 1) { if (getComputedStyle(pane).display !== 'none') first.scrollIntoView({block: 'center'}); return; }
    const top = first.getBoundingClientRect().top, bottom = last.getBoundingClientRect().bottom, box = pane.getBoundingClientRect();
    if (top >= box.top + 56 && bottom <= box.bottom - 16) return;
    pane.scrollTop += top - box.top - Math.max(72, (box.height - (bottom - top)) / 3);
  }

  let chosenFrom = null;

  function showPane(name) {
    document.querySelector('.panes').dataset.shown = name;
    for (const button of document.querySelectorAll('.switch button')) button.setAttribute('aria-pressed', String(button.dataset.pane === name));
  }

  function listen() {
    for (const button of document.querySelectorAll('.switch button')) button.addEventListener('click', () => showPane(button.dataset.pane));
    document.addEventListener('click', event => {
      const link = event.target.closest?.('a[href^="#"]');
      if (link) chosenFrom = link.closest('#paper') ? 'source' : 'tasks';
    }, true);
    byId('paper').addEventListener('mouseover', event => point(event.target.finding ? [...event.target.finding.items].map(id => shown.get(id)) : []));
    byId('paper').addEventListener('mouseleave', () => point([]));
    byId('tasks').addEventListener('mouseover', event => {
      const ends = /span=(\d+)-(\d+)/.exec(event.target.closest?.('a')?.getAttribute('href') ?? '');
      if (ends) return point(piecesOf(Number(ends[1]), Number(ends[2])));
      const item = items.get(event.target.closest?.('.item')?.dataset.id);
      point(item ? piecesOf(...item.span) : []);
    });
    byId('tasks').addEventListener('mouseleave', () => point([]));
    // One mark is reached by Tab, the others from it by the arrow keys.
    const marks = () => [...byId('paper').querySelectorAll('a.m')];
    marks()[0]?.setAttribute('tabindex', '0');
    byId('paper').addEventListener('keydown', event => {
      const step = {ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1}[event.key];
      if (!step || !event.target.matches('a.m')) return;
      const all = marks(), next = all[all.indexOf(event.target) + step];
      if (!next) return;
      event.preventDefault();
      event.target.setAttribute('tabindex', '-1');
      next.setAttribute('tabindex', '0');
      next.focus();
    });
    onHash(choose);
  }

  let pointed = [];

  function point(nodes) {
    for (const node of pointed) node.classList.remove('pointed');
    pointed = nodes.filter(Boolean);
    for (const node of pointed) node.classList.add('pointed');
  }

  showText();
  showLegend();
  showOpen();
  showItems();
  listen();
  choose();
})();
