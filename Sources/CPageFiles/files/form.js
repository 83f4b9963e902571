// A form opened: the official page drawn as it prints, the source sheet beside it, the findings, and typing over.

import { say, pick } from "./words.js";

const byId = (id) => document.getElementById(id);
let shown = null;
let cells = [];
let sources = new Map();
let onType = null;
/** What is lit by the focus. */
let held = [];

/** Draws a form; `type(field, text)` is called for what is typed over. */
export function show(form, type) {
  shown = form;
  onType = type;
  byId("form-title").textContent = (form.project || say("noProject")) + " · " + form.name;
  drawPage(form);
  drawSource(form);
  drawFindings(form);
}

/** The same in another language. */
export function redraw() { if (shown) show(shown, onType); }

export function counts() { return shown.counts; }

/** Leads to a cell of the page by its field. */
export function focus(field) {
  const button = cells.filter((cell) => cell.data.field === field).map((cell) => cell.button)[0];
  if (button) button.focus();
  return Boolean(button);
}

// MARK: The official page

function drawPage(form) {
  const page = form.page;
  const area = byId("page");
  area.textContent = "";
  cells = [];
  const starts = [0].concat(page.breaks);
  starts.forEach((start, index) => {
    const end = index + 1 < starts.length ? starts[index + 1] : page.rows.length;
    area.append(drawSheet(page, start, end));
  });
}

function drawSheet(page, start, end) {
  const table = document.createElement("table");
  table.className = "sheet";
  table.style.fontSize = page.textSize + "pt";
  table.style.width = page.columns.reduce((sum, width) => sum + width, 0) + "pt";
  const group = document.createElement("colgroup");
  for (const width of page.columns) {
    const column = document.createElement("col");
    column.style.width = width + "pt";
    group.append(column);
  }
  table.append(group);
  const body = document.createElement("tbody");
  const rows = [];
  for (let row = start; row < end; row += 1) {
    const line = document.createElement("tr");
    line.style.height = page.rows[row] + "pt";
    rows.push(line);
    body.append(line);
  }
  for (const data of page.cells) {
    if (data.row < start || data.row >= end) continue;
    const cell = document.createElement("td");
    cell.rowSpan = data.rows;
    cell.colSpan = data.columns;
    cell.className = "look-" + data.look;
    cell.dataset.range = data.row + "," + data.column + "," + data.rows + "," + data.columns;
    if (data.look === "title") cell.style.fontSize = page.titleSize + "pt";
    if (data.field) {
      fill(cell, data);
    } else {
      cell.textContent = data.text;
      if (data.mark) cell.classList.add("mark-" + data.mark);
    }
    rows[data.row - start].append(cell);
  }
  table.append(body);
  return table;
}

function fill(cell, data) {
  const button = document.createElement("button");
  button.type = "button";
  button.className = "cell";
  button.textContent = data.text;
  const about = [pick(data.label) + "：" + (data.text || say("empty"))];
  if (data.mark) about.push(say(data.mark === "error" ? "keyError" : "keyWarning"));
  if (data.isTyped) about.push(say("keyTyped"));
  if (data.sources.length > 0) about.push(say("from", { cells: data.sources.join("、") }));
  button.setAttribute("aria-label", about.join("，"));
  button.title = messages(data.field).join("\n");
  if (data.mark) cell.classList.add("mark-" + data.mark);
  if (data.isTyped) cell.classList.add("typed");
  lightWith(button, [data], true);
  // The second click or tap on a cell types over: not every screen knows a double one.
  let wasFocused = false;
  button.addEventListener("pointerdown", () => { wasFocused = document.activeElement === button; });
  button.addEventListener("click", () => { if (wasFocused) edit(cell, button, data); });
  button.addEventListener("keydown", (event) => {
    if (event.key === "Enter" || event.key === "F2") {
      event.preventDefault();
      edit(cell, button, data);
    }
  });
  cells.push({ data, cell, button });
  cell.append(button);
}

function messages(field) {
  return shown.findings.filter((finding) => finding.severity !== "note" && finding.fields.includes(field))
    .map((finding) => pick(finding.message));
}

// MARK: Typing over

function edit(cell, button, data) {
  if (cell.querySelector(".edit")) return;
  const box = document.createElement("span");
  box.className = data.column + data.columns > 5 ? "edit right" : "edit";
  const label = say("typeOver", { label: pick(data.label) });
  let input;
  if (data.choices && data.isStrict) {
    input = document.createElement("select");
    for (const choice of Array.from(new Set([data.text, ""].concat(data.choices)))) input.append(new Option(choice, choice));
    input.value = data.text;
  } else {
    input = document.createElement("textarea");
    input.value = data.text;
    input.rows = Math.max(2, Math.min(12, data.text.split("\n").length + 1));
    if (data.choices) box.append(suggestions(data.choices, input));
  }
  input.setAttribute("aria-label", label);
  input.title = say("typeHint");
  const hint = document.createElement("small");
  hint.textContent = say("typeHint");
  box.prepend(input);
  box.append(hint);
  if (data.isTyped) {
    const back = document.createElement("button");
    back.type = "button";
    back.textContent = say("takeBack");
    back.addEventListener("mousedown", (event) => event.preventDefault());
    back.addEventListener("click", () => finish(null));
    box.append(back);
  }
  let isDone = false;
  const close = () => {
    isDone = true;
    box.remove();
    button.focus();
  };
  const finish = async (text) => {
    if (isDone) return;
    if (text === data.text) return close();
    isDone = true;
    input.disabled = true;
    if (!await onType(data.field, text)) {
      isDone = false;
      input.disabled = false;
      input.focus();
    }
  };
  input.addEventListener("keydown", (event) => {
    if (event.key === "Escape") {
      event.preventDefault();
      close();
    } else if (event.key === "Enter" && !event.shiftKey && !event.isComposing) {
      event.preventDefault();
      finish(input.value);
    }
  });
  box.addEventListener("focusout", (event) => {
    if (!isDone && !box.contains(event.relatedTarget)) finish(input.value);
  });
  cell.append(box);
  input.focus();
  if (input.select) input.select();
}

function suggestions(choices, input) {
  const list = document.createElement("span");
  list.className = "choices";
  for (const choice of choices) {
    const button = document.createElement("button");
    button.type = "button";
    button.textContent = choice;
    button.addEventListener("click", () => {
      input.value = choice;
      input.focus();
    });
    list.append(button);
  }
  return list;
}

// MARK: The source sheet

function drawSource(form) {
  const area = byId("source");
  area.textContent = "";
  sources = new Map();
  const source = form.source;
  byId("source-title").textContent = source && source.sheet ? say("sourceOf", { name: source.sheet }) : say("sourceTitle");
  if (!source) {
    area.textContent = say("noSource");
    return;
  }
  if (!source.isWhole) {
    const note = document.createElement("p");
    note.textContent = say("sourceCut");
    area.append(note);
  }
  const byCell = new Map();
  for (const cell of form.page.cells) {
    if (!cell.field) continue;
    for (const name of cell.sources) byCell.set(name, (byCell.get(name) || []).concat([cell]));
  }
  const table = document.createElement("table");
  table.className = "source";
  const head = document.createElement("tr");
  head.append(document.createElement("td"));
  for (let column = 0; column < source.columns; column += 1) head.append(heading(letters(column), "col"));
  table.append(head);
  const rows = [];
  const taken = new Set();
  const places = new Map(source.cells.map((cell) => [cell.row + "," + cell.column, cell]));
  for (let row = 0; row < source.rows; row += 1) {
    const line = document.createElement("tr");
    line.append(heading(String(row + 1), "row"));
    for (let column = 0; column < source.columns; column += 1) {
      if (taken.has(row + "," + column)) continue;
      const data = places.get(row + "," + column);
      const cell = document.createElement("td");
      if (data) drawSourceCell(cell, data, byCell.get(data.cell), taken);
      line.append(cell);
    }
    rows.push(line);
    table.append(line);
  }
  area.append(table);
}

function drawSourceCell(cell, data, linked, taken) {
  cell.rowSpan = data.rows;
  cell.colSpan = data.columns;
  for (let down = 0; down < data.rows; down += 1) {
    for (let right = 0; right < data.columns; right += 1) taken.add((data.row + down) + "," + (data.column + right));
  }
  sources.set(data.cell, cell);
  if (!linked) {
    cell.textContent = data.text;
    return;
  }
  const button = document.createElement("button");
  button.type = "button";
  button.className = "cell";
  button.textContent = data.text;
  button.setAttribute("aria-label", data.cell + "：" + (data.text || say("empty")) + " → " + pick(linked[0].label));
  lightWith(button, linked, false);
  button.addEventListener("click", () => focus(linked[0].field));
  cell.append(button);
}

function heading(text, scope) {
  const cell = document.createElement("th");
  cell.scope = scope;
  cell.textContent = text;
  return cell;
}

function letters(column) {
  let text = "";
  for (let rest = column; rest >= 0; rest = Math.floor(rest / 26) - 1) text = String.fromCharCode(65 + rest % 26) + text;
  return text;
}

/** Lights them under the pointer, and with the focus once the pointer has gone. */
function lightWith(button, lit, scrolls) {
  button.addEventListener("mouseenter", () => light(lit, false));
  button.addEventListener("mouseleave", () => light(held, false));
  button.addEventListener("focus", () => {
    held = lit;
    light(lit, scrolls);
  });
  button.addEventListener("blur", () => {
    held = [];
    light([], false);
  });
}

/** Lights cells of the page and the cells that they come from. */
function light(lit, scrolls) {
  const fields = new Set(lit.map((cell) => cell.field));
  const names = new Set([].concat(...lit.map((cell) => cell.sources)));
  for (const one of cells) one.cell.classList.toggle("lit", fields.has(one.data.field));
  for (const [name, cell] of sources) cell.classList.toggle("lit", names.has(name));
  if (!scrolls) return;
  for (const name of names) {
    const cell = sources.get(name);
    if (cell) {
      const area = byId("source");
      const place = cell.getBoundingClientRect();
      const frame = area.getBoundingClientRect();
      area.scrollTop += place.top - frame.top - frame.height / 3;
      area.scrollLeft += place.left - frame.left - frame.width / 4;
      return;
    }
  }
}

// MARK: Findings

function drawFindings(form) {
  const list = byId("findings");
  list.textContent = "";
  const order = { error: 0, warning: 1, note: 2 };
  const sorted = form.findings.slice().sort((one, other) => order[one.severity] - order[other.severity]);
  for (const finding of sorted) list.append(drawFinding(finding));
  if (sorted.length === 0) {
    const item = document.createElement("li");
    item.textContent = say("noFindings");
    list.append(item);
  }
}

function drawFinding(finding) {
  const item = document.createElement("li");
  item.className = "finding " + finding.severity;
  const target = finding.fields.find((field) => cells.some((cell) => cell.data.field === field));
  const line = document.createElement(target ? "button" : "span");
  if (target) {
    line.type = "button";
    line.addEventListener("click", () => focus(target));
  }
  const badge = document.createElement("b");
  badge.textContent = say("severity-" + finding.severity);
  line.append(badge, " " + pick(finding.message));
  if (finding.cells) {
    const place = document.createElement("i");
    place.textContent = " " + (finding.sheet ? finding.sheet + "!" : "") + finding.cells;
    line.append(place);
  }
  if (finding.advice) {
    const advice = document.createElement("small");
    advice.textContent = pick(finding.advice);
    line.append(advice);
  }
  item.append(line);
  return item;
}
