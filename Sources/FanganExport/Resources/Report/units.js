// Units: how plans write them, what they have to do, who does the same elsewhere, what became of them.

(function units() {
  const {documents, tasks, units} = data;
  const form = byId('filters'), pageSize = 40;
  const kindNames = {organ: '机关', group: '一类单位', place: '地方', office: '临时机构'};
  const levelNames = {national: '国家', province: '省', prefecture: '市', county: '县', township: '乡镇', village: '村'};
  const roleNames = {lead: '牵头', responsible: '责任', support: '配合'};
  const listed = units.map((unit, place) => place).filter(place => units[place].named)
    .sort((a, b) => units[b].tasks.length - units[a].tasks.length || units[a].name.localeCompare(units[b].name, 'zh'));
  const byIdentifier = new Map(units.map((unit, place) => [unit.id, place]));
  /** Units of one field; a name that two fields share belongs to both. */
  const byField = new Map();
  for (const place of listed) for (const [field] of fieldsOf(units[place])) { if (!byField.has(field)) byField.set(field, []); byField.get(field).push(place); }
  let shown = [], page = 0;

  const regionOf = unit => unit.region_name ?? unit.region ?? '';
  const link = (place, text) => make('a', {href: writeHash({...readHash(), unit: units[place].id})}, text ?? units[place].name);

  function fillChoices() {
    const add = (name, options) => form.elements[name].append(...options.map(([value, text]) => make('option', {value}, text)));
    const fields = new Map(listed.flatMap(place => fieldsOf(units[place])));
    add('field', [...fields].sort((a, b) => a[1].localeCompare(b[1], 'zh')));
    const regions = new Map(listed.map(place => units[place]).filter(unit => unit.region).map(unit => [unit.region, regionOf(unit)]));
    add('region', [...regions].sort((a, b) => a[0] < b[0] ? -1 : 1));
  }

  function showList() {
    const q = form.elements.q.value.trim().toLowerCase(), field = form.elements.field.value, region = form.elements.region.value;
    shown = listed.filter(place => {
      const unit = units[place];
      return (!field || fieldsOf(unit).some(([own]) => own === field)) && (!region || isWithin(unit.region, region)) && (!q || [unit.name, ...unit.spellings].some(name => name.toLowerCase().includes(q)));
    });
    page = Math.min(page, Math.max(0, Math.ceil(shown.length / pageSize) - 1));
    byId('count').replaceChildren(make('b', {}, String(shown.length)), shown.length === listed.length ? ' 个单位' : ` 个单位，共 ${listed.length} 个`);
    const chosen = readHash().unit;
    const rows = shown.slice(page * pageSize, (page + 1) * pageSize).map(place => {
      const unit = units[place];
      return make('tr', {role: 'row', 'aria-current': unit.id === chosen ? 'true' : null}, make('th', {role: 'rowheader', scope: 'row'}, link(place)), make('td', {role: 'cell'}, unit.function_name ?? make('span', {class: 'count'}, kindNames[unit.kind] ?? unit.kind)),
        make('td', {role: 'cell', class: 'number', 'data-name': '任务'}, String(unit.tasks.length)));
    });
    const head = ['单位', '领域', '任务'].map((name, place) => make('th', {role: 'columnheader', scope: 'col', class: place === 2 ? 'number' : null}, name));
    byId('table').replaceChildren(rows.length ? make('table', {role: 'table', class: 'stacked', 'aria-labelledby': 'table-title'}, make('thead', {role: 'rowgroup'}, make('tr', {role: 'row'}, ...head)), make('tbody', {role: 'rowgroup'}, ...rows))
      : make('p', {class: 'empty'}, '没有符合条件的单位。'));
    showPages(byId('pages'), Math.ceil(shown.length / pageSize), page, to => { page = to; showList(); byId('table').scrollIntoView(); say(`第 ${page + 1} 页`); });
  }

  function showUnit(isAsked) {
    const box = byId('detail'), place = byIdentifier.get(readHash().unit);
    box.replaceChildren();
    if (place === undefined) { box.append(make('h2', {id: 'detail-title', class: 'visually-hidden'}, '所选单位'), make('p', {class: 'empty'}, '选一个单位，看它的写法、任务和其他地区的同类机关。')); return; }
    const unit = units[place];
    const facts = [['领域', unit.function_name], ['地区', regionOf(unit)], ['类别', [levelNames[unit.level], kindNames[unit.kind]].filter(Boolean).join('')], ['原文写法', unit.spellings.join('、')], ['另有读法', unit.candidates.join('、')]]
      .filter(([, value]) => value);
    box.append(make('h2', {id: 'detail-title'}, unit.name), make('dl', {class: 'values'}, ...facts.map(([name, value]) => make('div', {}, make('dt', {}, name), make('dd', {}, value)))));
    const part = (title, nodes, most, more) => { if (nodes.length) box.append(make('h3', {}, title), make('ul', {class: 'plain-list'}, ...nodes.slice(0, most)), nodes.length > most ? make('p', {class: 'key'}, more ?? `另有 ${nodes.length - most} 个。`) : ''); };
    const came = unit.replaced.map(change => make('li', {}, `${change.date} 承接 `, link(change.unit), make('small', {}, ` ${change.reform}`)));
    const went = unit.replaced_by.map(change => make('li', {}, `${change.date} 改为 `, link(change.unit), make('small', {}, ` ${change.reform}`)));
    part('沿革', [...came, ...went], 20);
    part('设在', unit.hosted_by.map(other => make('li', {}, link(other))), 20);
    part('属于', unit.groups.map(other => make('li', {}, link(other))), 20);
    part(`任务 ${unit.tasks.length} 项`, unit.tasks.map(([at, role]) => {
      const task = tasks[at], document = documents[task.document];
      return make('li', {}, make('a', {href: document.page + writeHash({item: task.task, span: task.span.join('-')})}, task.title), make('small', {}, ` ${roleNames[role] ?? role} · ${document.title ?? document.name}`));
    }), 30, '其余见任务页。');
    if (unit.tasks.length) box.append(make('p', {class: 'key'}, make('a', {href: 'tasks.html' + writeHash({unit: unit.name})}, '在任务页筛选这个单位')));
    const others = new Set(fieldsOf(unit).flatMap(([field]) => byField.get(field) ?? []).filter(other => other !== place && units[other].region !== unit.region));
    part('其他地区的同类机关', [...others].map(other => make('li', {}, link(other), make('small', {}, ` ${units[other].tasks.length} 项任务`))), 40);
    part('成员', unit.members.map(other => make('li', {}, link(other))), 40);
    if (isAsked) { say(unit.name); if (matchMedia('(max-width: 899px)').matches) box.scrollIntoView(); else box.scrollTop = 0; }
  }

  fillChoices();
  let waiting = 0;
  form.addEventListener('input', () => { clearTimeout(waiting); waiting = setTimeout(() => { page = 0; showList(); say(`${shown.length} 个单位`); }, 120); });
  form.addEventListener('submit', event => event.preventDefault());
  onHash(() => { showList(); showUnit(true); });
  showList();
  showUnit(Boolean(readHash().unit));
})();
