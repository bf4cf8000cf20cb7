'use strict';
// What all pages use. Text of documents goes into the page through textContent and attributes alone, never as markup.

const byId = id => document.getElementById(id);
const data = JSON.parse(byId('data')?.textContent ?? 'null');

/** Makes an element: `make('a', {class: 'x', href: '#'}, 'text', other)`. Attributes that are null, undefined or false are left out. */
function make(name, attributes, ...children) {
  const node = document.createElement(name);
  return dress(node, attributes, children);
}

/** The same for SVG. */
function draw(name, attributes, ...children) {
  return dress(document.createElementNS('http://www.w3.org/2000/svg', name), attributes, children);
}

function dress(node, attributes, children) {
  for (const [key, value] of Object.entries(attributes ?? {})) {
    if (value === null || value === undefined || value === false) continue;
    if (key.startsWith('on')) node.addEventListener(key.slice(2), value);
    else node.setAttribute(key, value === true ? '' : value);
  }
  node.append(...children.flat().filter(child => child !== null && child !== undefined && child !== ''));
  return node;
}

/** Tells screen readers what happened. */
function say(text) { byId('status').textContent = text; }

/** What stands behind # as names and values. */
function readHash() {
  const values = {};
  for (const part of location.hash.slice(1).split('&')) {
    const cut = part.indexOf('=');
    if (cut < 1) continue;
    try { values[part.slice(0, cut)] = decodeURIComponent(part.slice(cut + 1)); } catch { /* a damaged address names nothing */ }
  }
  return values;
}

function writeHash(values) {
  return '#' + Object.entries(values).filter(([, value]) => value !== '' && value !== null && value !== undefined)
    .map(([key, value]) => key + '=' + encodeURIComponent(value)).join('&');
}

/** The fields of government that a unit has, each with its name: of 教育体育局 two. */
function fieldsOf(unit) {
  const ids = (unit.function ?? '').split('+').filter(Boolean), names = (unit.function_name ?? '').split('+');
  return ids.map((id, place) => [id, ids.length === names.length ? names[place] : id]);
}

/** Whether a region is another one or below it: 360800 lies in 360000. */
function isWithin(code, region) { return Boolean(code) && code.startsWith(region.replace(/(00){1,2}$/, '')); }

const number = value => String(Math.round(value * 100) / 100).replace('-', '−');

/** Follows links to # of the same page, also when the address stays the same. */
function onHash(apply) {
  addEventListener('hashchange', apply);
  document.addEventListener('click', event => {
    const link = event.target.closest?.('a[href^="#"]');
    if (link && link.getAttribute('href') === location.hash) apply();
  });
}

/** Buttons for pages of a list. */
function showPages(nav, count, current, go) {
  nav.replaceChildren();
  if (count < 2) return;
  const step = (name, page) => make('button', {type: 'button', disabled: page < 0 || page >= count, onclick: () => go(page)}, name);
  nav.append(step('上一页', current - 1), make('span', {}, `第 ${current + 1} 页，共 ${count} 页`), step('下一页', current + 1));
}

(function theme() {
  const button = byId('theme'), root = document.documentElement;
  const isDark = () => root.dataset.theme ? root.dataset.theme === 'dark' : matchMedia('(prefers-color-scheme: dark)').matches;
  const show = () => { button.textContent = isDark() ? '浅色' : '深色'; };
  button.hidden = false;
  show();
  button.addEventListener('click', () => {
    root.dataset.theme = isDark() ? 'light' : 'dark';
    try { localStorage.setItem('fangan-theme', root.dataset.theme); } catch { /* the choice lasts for this page */ }
    show();
  });
})();
