// All tasks: filters, a timeline, points of units, a table by pages, CSV of what is filtered.

(function tasks() {
  const {documents, units, tasks, phases} = data;
  const form = byId('filters'), pageSize = 50;
  const roleNames = {guiding: '指导思想', goals: '目标', principles: '原则', duties: '任务', phases: '步骤', safeguards: '保障', assessment: '考核', other: '其他'};
  const basisNames = {bracket: '条目注明', table: '表格', inherited: '沿用上级', default: '通用规定', text: '正文'};
  const unitsOf = task => [...task.lead, ...task.responsible, ...task.support];
  for (const task of tasks) {
    task.words = [task.heading, task.text, ...task.mentions, ...unitsOf(task).map(place => units[place].name)].join('\n').toLowerCase();
    task.first = task.due.length ? task.due.reduce((a, b) => a < b ? a : b) : '';
    task.points = task.scores.length ? task.scores.reduce((a, b) => a + b, 0) : null;
  }

  // ---- Filters. What is set stands in the address too, so that a list can be linked to.

  function fillChoices() {
    const add = (name, options) => form.elements[name].append(...options.map(([value, text]) => make('option', {value}, text)));
    const used = new Set(tasks.flatMap(unitsOf)), byName = (a, b) => a[1].localeCompare(b[1], 'zh');
    byId('unit-names').append(...[...used].map(place => units[place].name).sort((a, b) => a.localeCompare(b, 'zh')).map(value => make('option', {value})));
    const fields = new Map([...used].flatMap(place => fieldsOf(units[place])));
    add('field', [...fields].sort(byName));
    const regions = new Map(documents.filter(document => document.region).map(document => [document.region, document.region_name ?? document.region]));
    add('region', [...regions].sort((a, b) => a[0] < b[0] ? -1 : 1));
    add('plan', documents.map(document => [document.name, document.title ?? document.name]));
  }

  function conditions() {
    return Object.fromEntries(['q', 'unit', 'field', 'region', 'plan', 'from', 'to', 'only'].map(name => [name, form.elements[name].value.trim()]));
  }

  const only = {
    due: task => task.due.length, 'no-due': task => !task.due.length, 'no-unit': task => !unitsOf(task).length,
    scores: task => task.scores.length, open: task => task.open.length,
  };

  function matcher(wanted) {
    const words = wanted.q.toLowerCase().split(/\s+/u).filter(Boolean);
    const isExact = units.some(unit => unit.name === wanted.unit);
    const meant = new Set(units.map((unit, place) => place).filter(place => isExact ? units[place].name === wanted.unit : units[place].name.includes(wanted.unit)));
    return task => {
      const document = documents[task.document];
      if (wanted.plan && document.name !== wanted.plan) return false;
      if (wanted.region && !isWithin(document.region, wanted.region)) return false;
      if (wanted.unit && !unitsOf(task).some(place => meant.has(place)) && (isExact || !task.mentions.some(mention => mention.includes(wanted.unit)))) return false;
      if (wanted.field && !unitsOf(task).some(place => fieldsOf(units[place]).some(([field]) => field === wanted.field))) return false;
      if ((wanted.from || wanted.to) && !task.due.some(due => (!wanted.from || due >= wanted.from) && (!wanted.to || due <= wanted.to))) return false;
      if (wanted.only && !only[wanted.only](task)) return false;
      return words.every(word => task.words.includes(word));
    };
  }

  // ---- The table.

  const orders = {
    place: () => 0,
    due: (a, b) => a.first < b.first ? -1 : a.first > b.first ? 1 : 0,
    unit: (a, b) => firstUnit(a).localeCompare(firstUnit(b), 'zh'),
    points: (a, b) => b.points - a.points,
  };
  /** What has no value stands last, whichever way the others are sorted. */
  const lacks = {place: () => false, due: task => !task.first, unit: task => !unitsOf(task).length, points: task => task.points === null};
  const firstUnit = task => units[unitsOf(task)[0]]?.name ?? '\uffff';
  const columns = [['place', '任务', 'c-task'], ['unit', '单位', 'c-unit'], ['due', '时限', 'c-due'], ['points', '分值', 'c-points'], [null, '文件', 'c-plan']];
  let shown = [], order = 'place', isDown = false, page = 0;

  const href = task => documents[task.document].page + writeHash({item: task.task, span: task.span.join('-')});

  function cells(task) {
    const words = task.heading ? task.text : '';
    const names = (places, role) => places.length ? make('div', {}, role ? make('small', {}, role) : null, places.slice(0, 4).map(place => units[place].name).join('、') + (places.length > 4 ? ` 等 ${places.length} 个` : '')) : null;
    const hasRoles = task.lead.length || task.support.length;
    return make('tr', {role: 'row'},
      make('td', {role: 'cell', class: 'c-task'},
        make('div', {class: 'name'}, make('a', {href: href(task)}, make('span', {class: 'label'}, task.path.join('')), task.heading ?? short(task.text))),
        words ? make('div', {class: 'words'}, words) : null,
        task.open.length ? make('small', {class: 'warning'}, `待核 ${task.open.length} 处`) : null),
      make('td', {role: 'cell', class: 'c-unit'}, names(task.lead, '牵头'), names(task.responsible, hasRoles ? '责任' : ''), names(task.support, '配合')),
      make('td', {role: 'cell', class: 'c-due', 'data-name': task.due.length || task.recurrence.length ? '时限' : null}, task.due.length ? task.due.map(due => make('span', {}, due)) : task.recurrence.join('、')),
      make('td', {role: 'cell', class: 'c-points number', 'data-name': task.points === null ? null : '分值'}, task.points === null ? '' : task.scores.map(number).join('、')),
      make('td', {role: 'cell', class: 'c-plan'}, make('a', {href: documents[task.document].page}, documents[task.document].title ?? documents[task.document].name)));
  }

  function short(text) { const words = Array.from(text); return words.length > 60 ? words.slice(0, 58).join('') + '……' : text; }

  function showTable(all = false) {
    const sorted = [...shown].sort((a, b) => lacks[order](a) - lacks[order](b) || (lacks[order](a) ? 0 : isDown ? orders[order](b, a) : orders[order](a, b)));
    const rows = all ? sorted : sorted.slice(page * pageSize, (page + 1) * pageSize);
    const head = columns.map(([key, name, style]) => make('th', {role: 'columnheader', scope: 'col', class: style, 'aria-sort': key && order === key ? (isDown ? 'descending' : 'ascending') : null},
      key ? make('button', {type: 'button', onclick: () => sortBy(key)}, name + (order === key ? (isDown ? ' ↓' : ' ↑') : '')) : name));
    const table = make('table', {role: 'table', class: 'task-table', 'aria-labelledby': 'table-title'}, make('thead', {role: 'rowgroup'}, make('tr', {role: 'row'}, ...head)), make('tbody', {role: 'rowgroup'}, ...rows.map(cells)));
    byId('table').replaceChildren(shown.length ? table : make('p', {class: 'empty'}, '没有符合条件的任务。'));
    showPages(byId('pages'), Math.ceil(shown.length / pageSize), page, to => { page = to; showTable(); byId('table').scrollIntoView(); say(`第 ${page + 1} 页`); });
  }

  function sortBy(key) {
    isDown = order === key ? !isDown : false;
    order = key;
    page = 0;
    showTable();
    document.querySelector(`.task-table th.${columns.find(column => column[0] === key)[2]} button`)?.focus();
  }

  // ---- CSV: the columns and the wording of tasks.csv.

  const csvHead = ['文件', '标题', '文号', '成文日期', '地区代码', '任务编号', '路径', '所在部分', '任务标题', '任务内容', '牵头单位', '责任单位', '配合单位', '原文单位', '责任依据', '完成时限', '周期', '阶段', '分值', '指标', '上级标题', '起始位置', '结束位置', '原文文件', '待核事项'];

  function csv(rows) {
    // What a spreadsheet program would run gets an apostrophe before it.
    const cell = text => { const value = /^[ \u3000\u00a0\ufeff\0]*[=+\-@\uff1d\uff0b\uff0d\uff20]|^[\t\r\n]/u.test(text) ? "'" + text : text; return /[",;\t\r\n]/.test(value) ? '"' + value.replaceAll('"', '""') + '"' : value; };
    const names = places => places.map(place => units[place].name).join('、');
    const record = task => {
      const document = documents[task.document];
      return [document.name, document.title ?? '', document.number ?? '', document.issued ?? '', document.region ?? '', task.task, task.path.join(' / '), roleNames[task.role] ?? task.role,
        task.heading ?? '', task.text, names(task.lead), names(task.responsible), names(task.support), task.mentions.join('、'), task.basis.map(basis => basisNames[basis] ?? basis).join('、'),
        task.due.join('；'), task.recurrence.join('；'), task.phases.join('；'), task.scores.map(String).join('；'), task.targets.join('；'),
        task.context.join(' / '), String(task.span[0]), String(task.span[1]), document.text_file, task.open.join('；')];
    };
    return '\ufeff' + [csvHead, ...rows.map(record)].map(cells => cells.map(cell).join(',') + '\r\n').join('');
  }

  function download() {
    const address = URL.createObjectURL(new Blob([csv(shown)], {type: 'text/csv;charset=utf-8'}));
    const link = make('a', {href: address, download: '任务.csv'});
    document.body.append(link);
    link.click();
    link.remove();
    setTimeout(() => URL.revokeObjectURL(address), 10000);
    say(`已下载 ${shown.length} 项任务`);
  }

  // ---- The timeline: a row for each plan; of a single plan one for each phase.

  const day = text => Date.UTC(...text.split('-').map((part, place) => place === 1 ? part - 1 : Number(part))) / 86400000;

  function timelineRows() {
    const byPlan = new Map();
    const row = place => { if (!byPlan.has(place)) byPlan.set(place, {place, dues: new Map(), phases: []}); return byPlan.get(place); };
    for (const task of shown) for (const due of task.due) row(task.document).dues.set(due, (row(task.document).dues.get(due) ?? 0) + 1);
    const plans = new Set(shown.map(task => task.document));
    for (const phase of phases) if (plans.has(phase.document) && (phase.start || phase.end)) row(phase.document).phases.push(phase);
    const rows = [...byPlan.values()];
    for (const row of rows) { row.name = documents[row.place].title ?? documents[row.place].name; }
    if (rows.length !== 1) return rows.sort((a, b) => firstDay(a) - firstDay(b) || a.place - b.place);
    const [single] = rows;
    return [...single.phases.map(phase => ({name: phase.name, dues: new Map(), phases: [phase]})), ...(single.dues.size ? [{name: '各任务时限', dues: single.dues, phases: []}] : [])];
  }

  const daysOf = row => [...row.dues.keys(), ...row.phases.flatMap(phase => [phase.start, phase.end])].filter(Boolean).map(day);
  const firstDay = row => Math.min(...daysOf(row));
  let showsAllRows = false;

  function showTimeline() {
    const figure = byId('timeline'), plot = figure.querySelector('.plot');
    plot.replaceChildren();
    const all = timelineRows();
    byId('timeline-key').replaceChildren();
    if (!all.length) { plot.append(make('p', {class: 'empty'}, '筛出的任务没有阶段和时限。')); return; }
    const rows = showsAllRows ? all : all.slice(0, 12);
    const width = Math.max(280, plot.clientWidth), isNarrow = width < 560, left = isNarrow ? 0 : Math.min(240, width * .34), lead = isNarrow ? 40 : 24, top = 26;
    const every = rows.flatMap(daysOf).sort((a, b) => a - b), span = scaleOf(every);
    const x = value => left + 8 + (Math.min(Math.max(value, span.from), span.to) - span.from) / Math.max(1, span.to - span.from) * (width - left - 20);
    const height = top + rows.length * lead + 4;
    const many = [...rows].reduce((sum, row) => sum + [...row.dues.values()].reduce((a, b) => a + b, 0), 0);
    const svg = draw('svg', {width, height, viewBox: `0 0 ${width} ${height}`, role: 'img', 'aria-label': `时间轴：${rows.length} 行，${many} 个时限，${dateText(span.from)} 至 ${dateText(span.to)}`});
    for (const tick of ticks(span, width - left)) {
      svg.append(draw('line', {class: 'grid', x1: x(tick.day), x2: x(tick.day), y1: top - 6, y2: height}), x(tick.day) + 40 < width ? draw('text', {x: x(tick.day) + 3, y: 14}, tick.name) : '');
    }
    rows.forEach((row, place) => {
      const y = top + place * lead + (isNarrow ? 26 : 12);
      const name = fitted(row.name, isNarrow ? width : left - 8);
      svg.append(draw('text', {class: 'row-name', x: 0, y: isNarrow ? y - 11 : y + 4}, draw('title', {}, row.name), name));
      for (const phase of row.phases) {
        const from = phase.start ? day(phase.start) : span.from, to = phase.end ? day(phase.end) : span.to;
        svg.append(draw('rect', {class: 'phase', x: x(from), y: y - 6, width: Math.max(2, x(to) - x(from) - 1), height: 12, rx: 1}, draw('title', {}, `${phase.name}：${phase.start ?? ''} 至 ${phase.end ?? ''}`)));
      }
      for (const [date, count] of row.dues) svg.append(draw('circle', {class: 'due', cx: x(day(date)), cy: y, r: Math.min(9, 2.5 + Math.sqrt(count) * 1.2)}, draw('title', {}, `${date}：${count} 项`)));
    });
    plot.append(svg);
    if (span.cut) plot.append(make('p', {class: 'key'}, `另有 ${span.cut} 个日期在图外。`));
    if (all.length > 12) plot.append(make('button', {type: 'button', onclick: () => { showsAllRows = !showsAllRows; showTimeline(); }}, showsAllRows ? '只画前 12 行' : `画出全部 ${all.length} 行`));
    const sample = (...nodes) => draw('svg', {width: 16, height: 12, 'aria-hidden': 'true'}, ...nodes);
    byId('timeline-key').append(make('span', {}, sample(draw('rect', {class: 'phase', y: 0, width: 16, height: 12})), '阶段'), make('span', {}, sample(draw('circle', {class: 'due', cx: 8, cy: 6, r: 4})), '时限（大小为任务数）'));
  }

  /** From the first to the last day; a few days far from all others do not press the rest together. */
  function scaleOf(days) {
    const middle = days.slice(Math.floor(days.length * .02), Math.max(1, Math.ceil(days.length * .98)));
    const from = middle[0] - 20, to = middle.at(-1) + 20;
    return {from, to, cut: days.filter(day => day < from || day > to).length};
  }

  const dateText = value => new Date(value * 86400000).toISOString().slice(0, 10);

  function ticks({from, to}, width) {
    const months = (to - from) / 30, step = [1, 2, 3, 6, 12, 24, 60, 120, 600].find(step => months / step * 58 <= width) ?? 1200;
    const first = new Date(from * 86400000), found = [];
    for (let at = Math.ceil((first.getUTCFullYear() * 12 + first.getUTCMonth() + (first.getUTCDate() > 1 ? 1 : 0)) / step) * step; found.length < 100; at += step) {
      const value = Date.UTC(Math.floor(at / 12), at % 12, 1) / 86400000;
      if (value > to) break;
      found.push({day: value, name: step >= 12 ? `${Math.floor(at / 12)}年` : `${Math.floor(at / 12)}.${at % 12 + 1}`});
    }
    return found;
  }

  /** As much of a name as has room: a Chinese character is as wide as the text is high. */
  function fitted(name, room) {
    let width = 0, end = 0;
    const words = Array.from(name);
    for (; end < words.length; end++) { width += words[end] > '\u2000' ? 13 : 7.5; if (width > room - 13) return words.slice(0, end).join('') + '…'; }
    return name;
  }

  // ---- Points of units.

  function showPoints() {
    const sums = new Map();
    for (const task of shown) for (const place of new Set([...task.lead, ...task.responsible])) for (const points of task.scores) {
      if (!sums.has(place)) sums.set(place, [0, 0]);
      sums.get(place)[points < 0 ? 1 : 0] += points;
    }
    const plot = byId('points').querySelector('.plot');
    if (!sums.size) return plot.replaceChildren(make('p', {class: 'empty'}, '筛出的任务没有分值。'));
    const rows = [...sums].sort((a, b) => b[1][0] - b[1][1] - a[1][0] + a[1][1] || a[0] - b[0]), most = Math.max(...rows.map(row => row[1][0] - row[1][1]));
    const bar = (value, style) => { if (!value) return null; const node = make('span', {class: 'track ' + style}); node.style.width = Math.abs(value) / most * 100 + '%'; return node; };
    plot.replaceChildren(make('table', {class: 'bars'}, make('thead', {class: 'visually-hidden'}, make('tr', {}, make('th', {scope: 'col'}, '单位'), make('th', {scope: 'col'}, '分值'), make('th', {scope: 'col'}, '图'))),
      make('tbody', {}, ...rows.slice(0, 12).map(([place, [plus, minus]]) => make('tr', {}, make('th', {scope: 'row', title: units[place].name}, make('a', {href: writeHash({unit: units[place].name})}, units[place].name)),
        make('td', {class: 'value number'}, [plus ? number(plus) : '', minus ? number(minus) : ''].filter(Boolean).join(' / ')), make('td', {}, make('span', {class: 'tracks'}, bar(plus, ''), bar(minus, 'minus'))))))));
    if (rows.length > 12) plot.append(make('p', {class: 'key'}, `分值最多的 12 个，共 ${rows.length} 个。`));
  }

  // ---- All together.

  let written = '';

  function show() {
    const wanted = conditions();
    shown = tasks.filter(matcher(wanted));
    page = 0;
    const isFiltered = Object.values(wanted).some(Boolean);
    byId('count').replaceChildren(...(isFiltered ? [`共 ${tasks.length} 项，筛出 `, make('b', {}, String(shown.length)), ' 项'] : ['共 ', make('b', {}, String(tasks.length)), ` 项任务，${documents.length} 份文件`]));
    byId('clear').hidden = !isFiltered;
    written = isFiltered ? writeHash(wanted) : '';
    if (location.hash !== written) history.replaceState(null, '', written || location.pathname + location.search);
    showTable();
    showTimeline();
    showPoints();
    say(`筛出 ${shown.length} 项任务`);
  }

  function fromAddress() {
    const wanted = readHash();
    for (const element of form.elements) if (element.name) element.value = wanted[element.name] ?? '';
    show();
  }

  fillChoices();
  let waiting = 0;
  form.addEventListener('input', () => { clearTimeout(waiting); waiting = setTimeout(show, 120); });
  form.addEventListener('submit', event => event.preventDefault());
  byId('clear').addEventListener('click', () => { form.reset(); show(); form.elements.q.focus(); });
  byId('csv').addEventListener('click', download);
  onHash(fromAddress);
  addEventListener('beforeprint', () => showTable(true));
  addEventListener('afterprint', () => showTable());
  let lastWidth = 0;
  new ResizeObserver(() => { const width = byId('timeline').clientWidth; if (width !== lastWidth) { lastWidth = width; showTimeline(); } }).observe(byId('timeline'));
  fromAddress();
})();
