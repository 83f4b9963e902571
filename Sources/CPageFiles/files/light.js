// Cells of the page and the cells of the source sheet that they come from, lit together.

const byId = (id) => document.getElementById(id);
/** What can be typed over: `{ data, cell, button }`. */
let onPage = [];
/** The cells of the source sheet by their names. */
let onSource = new Map();
/** What is lit by the focus. */
let held = nothing();

function nothing() { return { fields: [], names: [] }; }

export function clearPage() { onPage = []; }
export function clearSource() { onSource = new Map(); }
export function addToPage(entry) { onPage.push(entry); }
export function addToSource(name, cell) { onSource.set(name, cell); }
export function isOnSource(name) { return onSource.has(name); }

/** The cell of the page for a field. */
export function ofField(field) { return onPage.find((entry) => entry.data.field === field); }

/** The cell of the page that has the focus. */
export function focused() { return onPage.find((entry) => entry.button === document.activeElement); }

/** The first cell of the page that comes from one of these cells of the source sheet. */
export function fromSource(names) { return onPage.find((entry) => entry.data.sources.some((name) => names.includes(name))); }

/** Lights cells of the page with their sources under the pointer, and with the focus once the pointer has gone. */
export function lightWith(button, cells, scrolls) {
  const lit = { fields: cells.map((cell) => cell.field), names: [].concat(...cells.map((cell) => cell.sources)) };
  button.addEventListener("mouseenter", () => light(lit));
  button.addEventListener("mouseleave", () => light(held));
  button.addEventListener("focus", () => {
    held = lit;
    light(lit);
    if (scrolls) scrollTo(lit.names);
  });
  button.addEventListener("blur", () => {
    held = nothing();
    light(held);
  });
}

/** Lights cells of the source sheet alone. */
export function lightSource(names) {
  light({ fields: [], names });
  scrollTo(names);
}

function light(lit) {
  const fields = new Set(lit.fields);
  const names = new Set(lit.names);
  for (const entry of onPage) entry.cell.classList.toggle("lit", fields.has(entry.data.field));
  for (const [name, cell] of onSource) cell.classList.toggle("lit", names.has(name));
}

/** Brings the first of these cells of the source sheet into view, which the page itself does not move for. */
export function scrollTo(names) {
  const cell = names.map((name) => onSource.get(name)).find(Boolean);
  if (!cell) return;
  const area = byId("source");
  const place = cell.getBoundingClientRect();
  const frame = area.getBoundingClientRect();
  area.scrollTop += place.top - frame.top - frame.height / 3;
  area.scrollLeft += place.left - frame.left - frame.width / 4;
}
