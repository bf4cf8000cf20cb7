// Two versions of a plan side by side.

(function revision() {
  const {revision, words, units} = data;
  const form = byId('filters');
  const names = {added: '新增', removed: '删去', split: '拆分', merged: '合并', moved: '移动', renumbered: '改号', heading: '标题', text: '文字', responsible: '单位', due: '时限', score: '分值', target: '指标', condition: '其他'};
  const rows = revision.items.map((item, place) => ({item, place, kinds: item.change === 'paired' ? item.changes : [item.change], units: new Set(units[place])}));

  const list = side => side === undefined ? [] : Array.isArray(side) ? side : [side];
  const label = reference => reference.path.join('');

  /** Label, heading and words of an item; what changed in them is marked. */
  function side(item, which) {
    return list(item[which]).map(reference => {
      const own = words[which][reference.id] ?? {heading: reference.heading, text: ''};
      const detail = field => item.change === 'paired' ? item.details.find(detail => detail.field === field && detail.edits) : undefined;
      const marked = (field, plain) => {
        const edits = detail(field)?.edits;
        if (!edits) return plain ? [plain] : [];
        return edits.filter(edit => edit.kind === 'equal' || edit.kind === (which === 'old' ? 'delete' : 'insert'))
          .map(edit => edit.kind === 'equal' ? edit.text : make(which === 'old' ? 'del' : 'ins', {}, edit.text));
      };
      const heading = marked('heading', own.heading), text = marked('text', own.text);
      return make('div', {class: 'version'}, make('p', {class: 'name'}, make('span', {class: 'label'}, label(reference)), ...heading), text.length ? make('p', {}, ...text) : null, values(item, which));
    });
  }

  function values(item, which) {
    if (item.change !== 'paired') return null;
    const gone = item.details.filter(detail => !detail.edits && (which === 'old' ? detail.removed : detail.added)?.length && detail.field !== 'moved' && detail.field !== 'renumbered');
    const follows = which === 'new' ? (item.successions ?? []).map(change => make('div', {}, make('dt', {}, '改革'), make('dd', {}, `${change.old} 改为 ${change.new}（${change.date}）`))) : [];
    const shown = gone.map(detail => make('div', {}, make('dt', {}, names[detail.field]), make('dd', {}, ...(which === 'old' ? detail.removed : detail.added).flatMap((value, place) => [place ? '、' : '', make(which === 'old' ? 'del' : 'ins', {}, value)]))));
    return shown.length || follows.length ? make('dl', {class: 'values'}, ...shown, ...follows) : null;
  }

  function node(row) {
    const {item} = row;
    const tags = row.kinds.map(kind => names[kind]);
    return make('div', {class: 'pair ' + (row.kinds.length ? item.change : 'same'), role: 'row', id: 'r' + row.place, tabindex: -1},
      make('div', {role: 'cell'}, ...(item.old === undefined ? [make('p', {class: 'count'}, '—')] : side(item, 'old'))),
      make('div', {role: 'cell'}, tags.length ? make('p', {class: 'tags'}, tags.join(' · '), ...(row.kinds.includes('moved') ? [' ', make('a', {href: '#m' + row.place}, `原在${label(item.old)}`)] : [])) : null,
        ...(item.new === undefined ? [make('p', {class: 'count'}, '—')] : side(item, 'new'))));
  }

  /** Where a moved item stood: after the item that came before it in the old version. */
  function placeholder(row) {
    return make('div', {class: 'pair moved-away', role: 'row', id: 'm' + row.place, tabindex: -1},
      make('div', {role: 'cell'}, make('p', {class: 'name'}, make('span', {class: 'label'}, label(row.item.old)), row.item.old.heading ?? '')),
      make('div', {role: 'cell'}, make('p', {class: 'tags'}, make('a', {href: '#r' + row.place}, `移到${label(row.item.new)}`))));
  }

  function show() {
    const unit = form.elements.unit.value, change = form.elements.change.value, same = form.elements.same.checked;
    const shown = rows.filter(row => (!unit || row.units.has(unit)) && (row.kinds.length ? !change || row.kinds.includes(change) : same && !change));
    const moved = shown.filter(row => row.kinds.includes('moved'));
    const after = new Map();
    for (const row of moved) {
      const start = row.item.old.span[0];
      let best = null;
      for (const other of shown) for (const old of list(other.item.old)) if (!other.kinds.includes('moved') && old.span[0] < start && (!best || old.span[0] > best[1])) best = [other.place, old.span[0]];
      const key = best ? best[0] : -1;
      if (!after.has(key)) after.set(key, []);
      after.get(key).push(row);
    }
    const away = key => (after.get(key) ?? []).sort((a, b) => a.item.old.span[0] - b.item.old.span[0]).map(placeholder);
    byId('rows').replaceChildren(...away(-1), ...shown.flatMap(row => [node(row), ...away(row.place)]));
    if (!shown.length) byId('rows').append(make('p', {class: 'empty'}, rows.some(row => row.kinds.length) ? '没有符合条件的改动。' : '两个版本内容相同。'));
    const changed = rows.filter(row => row.kinds.length).length;
    byId('count').textContent = `共 ${rows.length} 条，改动 ${changed} 条，显示 ${shown.length} 条`;
    say(byId('count').textContent);
  }

  const counts = {};
  for (const row of rows) for (const kind of row.kinds) counts[kind] = (counts[kind] ?? 0) + 1;
  byId('summary').append(...Object.keys(names).filter(kind => counts[kind]).map(kind => make('div', {}, make('dt', {}, names[kind]), make('dd', {}, String(counts[kind])))));
  form.elements.change.append(...Object.keys(names).filter(kind => counts[kind]).map(kind => make('option', {value: kind}, `${names[kind]}（${counts[kind]}）`)));
  form.elements.unit.append(...revision.units.map(unit => make('option', {value: unit.unit}, `${unit.unit}（${unit.changes} 处改动）`)));
  form.addEventListener('input', show);
  form.addEventListener('submit', event => event.preventDefault());
  // A link to a row that is filtered out brings it back.
  onHash(() => {
    const target = /^#[rm]\d+$/.test(location.hash) ? location.hash.slice(1) : null;
    if (!target) return;
    if (!byId(target)) { form.reset(); show(); }
    byId(target)?.scrollIntoView({block: 'center'});
    byId(target)?.focus({preventScroll: true});
  });
  show();
})();
