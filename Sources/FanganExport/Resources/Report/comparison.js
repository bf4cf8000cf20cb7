// Topics down, plans across; a cell opens the words of the plan.

(function comparison() {
  const {comparison, pages, regions} = data;
  const {documents, topics} = comparison;
  const form = byId('filters'), pageSize = 40;
  const differenceNames = {lead: '主责', due: '时限', target: '指标', score: '分值'};
  const used = new Set(topics.flatMap(topic => topic.members.map(member => member.document)));
  const columns = documents.filter(document => used.has(document.id));
  for (const topic of topics) {
    topic.byDocument = new Map();
    for (const member of topic.members) { if (!topic.byDocument.has(member.document)) topic.byDocument.set(member.document, []); topic.byDocument.get(member.document).push(member); }
    topic.words = [topic.label, ...topic.members.map(member => member.heading ?? ''), ...topic.facts.documents.flatMap(cell => [...cell.lead, ...cell.share].map(actor => actor.name))].join('\n').toLowerCase();
  }
  /** One office issues many plans: a column is known by region, year and title. */
  const region = document => regions[document.region] ?? '';
  const head = document => [region(document), document.issued?.slice(0, 4)].filter(Boolean).join(' ');
  const title = document => document.title ?? document.source.uri.split('/').at(-1);
  const name = document => [head(document), title(document)].filter(Boolean).join(' ');
  // What most plans have stands first.
  topics.sort((a, b) => b.byDocument.size - a.byDocument.size);
  let shown = [], page = 0;

  // As in the tables: 每月1次 differs from 每年1次; an amount that says its period itself is left as it is.
  const periods = {year: ['每年', '年'], 'half-year': ['每半年', '年'], quarter: ['每季度', '季'], month: ['每月', '月'], fortnight: ['每两周', '周'], week: ['每周', '周'], term: ['每学期', '学期']};
  function said(target) {
    const [words, sign] = periods[target.per] ?? ['', ''];
    return words && !target.quote.includes(sign) ? words + target.quote : target.quote;
  }

  /** What is said of a topic in a plan, as names and values. */
  function lines(cell) {
    return [['主责', cell.lead.map(actor => actor.name).join('、')], ['其他单位', cell.share.map(actor => actor.name).join('、')], ['时限', cell.due.join('、')],
      ['指标', cell.targets.map(target => said(target)).join('、')], ['分值', cell.points.map(points => number(points) + ' 分').join('、')]].filter(([, value]) => value);
  }

  function cell(topic, document) {
    const members = topic.byDocument.get(document.id);
    const near = (topic.near ?? []).find(near => near.document === document.id);
    if (!members && near) return make('td', {class: 'lacking near', 'data-name': name(document)}, '未单列，相近：' + near.path.join('') + near.title);
    if (!members) return make('td', {class: 'lacking'}, make('span', {'aria-hidden': 'true'}, '—'), make('span', {class: 'visually-hidden'}, '无'));
    const facts = topic.facts.documents.find(facts => facts.document === document.id);
    const key = {主责: 'lead', 时限: 'due', 指标: 'target', 分值: 'score'};
    const rows = facts ? lines(facts).filter(([name]) => name !== '配合') : [];
    return make('td', {'data-name': name(document)}, make('button', {type: 'button', class: 'open-cell', 'aria-haspopup': 'dialog', onclick: () => open(topic, document, members, facts)},
      ...(rows.length ? rows.map(([name, value]) => make('span', {class: topic.facts.differences.includes(key[name]) ? 'differs' : null}, value)) : [make('span', {}, members[0].heading ?? '有')])));
  }

  function open(topic, document, members, facts) {
    const dialog = byId('cell');
    dialog.replaceChildren(
      make('div', {class: 'dialog-head'}, make('h2', {id: 'cell-title'}, name(document)), make('button', {type: 'button', onclick: () => dialog.close()}, '关闭')),
      make('p', {class: 'key'}, topic.label),
      facts ? make('dl', {class: 'values'}, ...lines(facts).map(([name, value]) => make('div', {}, make('dt', {}, name), make('dd', {}, value)))) : '',
      ...members.map(member => make('div', {class: 'member'}, make('h3', {}, make('a', {href: pages[member.document] ? pages[member.document] + writeHash({item: member.item, span: member.span.join('-')}) : null}, member.path.join('') + (member.heading ?? ''))), make('p', {}, member.text))));
    dialog.showModal();
  }

  function showTable(all = false) {
    const rows = all ? shown : shown.slice(page * pageSize, (page + 1) * pageSize);
    // A plan in whose column nothing would stand is left out.
    const across = columns.filter(document => rows.some(topic => topic.byDocument.has(document.id)));
    const heads = across.map(document => make('th', {scope: 'col', title: document.title}, head(document), make('small', {}, pages[document.id] ? make('a', {href: pages[document.id]}, title(document)) : title(document))));
    const top = make('tr', {}, make('th', {scope: 'col'}, '主题'), make('th', {scope: 'col'}, '差异'), ...heads);
    const body = rows.map(topic => make('tr', {}, make('th', {scope: 'row'}, topic.label), make('td', {class: 'differences'}, topic.facts.differences.map(name => differenceNames[name]).join('、')), ...across.map(document => cell(topic, document))));
    byId('table').replaceChildren(shown.length ? make('div', {class: 'scroll', tabindex: 0, role: 'region', 'aria-labelledby': 'table-title'}, make('table', {class: 'matrix', 'aria-labelledby': 'table-title'}, make('thead', {}, top), make('tbody', {}, ...body)))
      : make('p', {class: 'empty'}, topics.length ? '没有符合条件的主题。' : '这些文件里没有内容相同的任务。'));
    showPages(byId('pages'), Math.ceil(shown.length / pageSize), page, to => { page = to; showTable(); byId('table').scrollIntoView(); say(`第 ${page + 1} 页`); });
  }

  function show() {
    const q = form.elements.q.value.trim().toLowerCase(), difference = form.elements.difference.value, plan = form.elements.plan.value;
    shown = topics.filter(topic => (!q || topic.words.includes(q)) && (!plan || topic.byDocument.has(plan)) && (!difference || (difference === 'any' ? topic.facts.differences.length : topic.facts.differences.includes(difference))));
    page = 0;
    byId('count').replaceChildren(make('b', {}, String(shown.length)), ` 个主题` + (shown.length === topics.length ? '' : `，共 ${topics.length} 个`) + `；${documents.length} 份文件，另有 ${comparison.alone.length} 项任务别处没有`);
    showTable();
    say(`${shown.length} 个主题`);
  }

  form.elements.plan.append(...columns.map(document => make('option', {value: document.id}, name(document))));
  let waiting = 0;
  form.addEventListener('input', () => { clearTimeout(waiting); waiting = setTimeout(show, 120); });
  form.addEventListener('submit', event => event.preventDefault());
  addEventListener('beforeprint', () => showTable(true));
  addEventListener('afterprint', () => showTable());
  show();
})();
