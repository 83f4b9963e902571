// The files as they are done: a row for each form, and one for each file that was refused.

import { say, pick } from "./words.js";
import { tell } from "./messages.js";

const byId = (id) => document.getElementById(id);
const files = new Map();
/** The rows of each file, by its id. */
const rows = new Map();
let handlers = { open() {}, remove() {} };

/** `open(file, number)` and `remove(id)` are called by the buttons of the rows. */
export function connect(those) { handlers = those; }

export function clear() {
  files.clear();
  rows.clear();
  byId("rows").textContent = "";
}

/** Takes in what is known of a file; rows of other files stay as they are, with the focus on them. */
export function put(file) {
  erase(file.id);
  files.set(file.id, file);
  const own = file.forms.length === 0 ? [refusedRow(file)]
    : file.forms.map((one, index) => formRow(file, one, index === 0));
  rows.set(file.id, own);
  const next = sorted().find((other) => isBefore(file, other));
  for (const row of own) byId("rows").insertBefore(row, next ? rows.get(next.id)[0] : null);
}

/** Takes a file off the list, the focus to the file behind it. */
export function remove(id) {
  const file = files.get(id);
  const next = sorted().find((other) => isBefore(file, other));
  erase(id);
  const button = next && rows.get(next.id)[0].querySelector("button");
  (button || byId("list-title")).focus();
}

function erase(id) {
  for (const row of rows.get(id) || []) row.remove();
  rows.delete(id);
  files.delete(id);
}

/** The same in another language. */
export function redraw() { for (const file of sorted()) put(file); }

/** What was found in a file that belongs to no form of it, and is shown with this one: what is of its sheet; with the first, what is of a sheet
 *  without a form. */
export function besides(id, number) {
  const file = files.get(id);
  if (!file) return [];
  const sheets = file.forms.map((form) => form.sheet || null);
  return file.findings.filter((finding) => {
    const sheet = finding.sheet || null;
    return sheet === sheets[number] || number === 0 && !sheets.includes(sheet);
  });
}

/** Errors, warnings and notes of a form, with those of its file. */
export function countsOf(id, number) {
  const sum = Object.assign({}, files.get(id).forms[number].counts);
  for (const finding of besides(id, number)) sum[finding.severity + "s"] += 1;
  return sum;
}

/** The last place in the list. */
export function lastPlace() { return Math.max(0, ...Array.from(files.values(), (file) => file.place)); }

function sorted() { return Array.from(files.values()).sort((one, other) => (isBefore(one, other) ? -1 : 1)); }

function isBefore(one, other) { return one.place - other.place < 0 || one.place === other.place && one.id < other.id; }

/** Draws how far it is, with so many files still to come. */
export function drawProgress(left) {
  const done = files.size;
  const all = done + Math.max(0, left);
  const list = Array.from(files.values());
  const values = {
    done, all, forms: list.reduce((sum, file) => sum + file.forms.length, 0),
    refused: list.filter((file) => file.outcome === "refused").length,
  };
  byId("bar").max = Math.max(1, all);
  byId("bar").value = done;
  byId("bar").setAttribute("aria-label", say("listTitle"));
  byId("bar").hidden = all === done;
  byId("progress-text").textContent = say("progress", values);
  if (all === done && done > 0) tell(say("progress", values));
  byId("list").hidden = all === 0;
  // Once there are files, the room on the screen is theirs.
  document.body.classList.toggle("filled", all > 0);
  byId("end").hidden = all === 0;
}

/** Errors, warnings and notes as badges. */
export function counts(count) {
  const area = document.createElement("span");
  const badge = (key, number, look) => {
    const one = document.createElement("span");
    one.className = "badge " + look;
    one.textContent = say(key, { count: number });
    area.append(one, " ");
  };
  if (count.errors > 0) badge("errors", count.errors, "error");
  if (count.warnings > 0) badge("warnings", count.warnings, "warning");
  if (count.errors + count.warnings === 0) badge("clean", 0, "good");
  if (count.notes > 0) badge("notes", count.notes, "note");
  return area;
}

// MARK: Rows

function cell(text, className) {
  const element = document.createElement("td");
  element.textContent = text || "";
  if (className) element.className = className;
  return element;
}

function action(key, label, values, act) {
  const button = document.createElement("button");
  button.type = "button";
  button.textContent = say(key);
  button.setAttribute("aria-label", say(label, values));
  button.addEventListener("click", act);
  return button;
}

function formRow(file, one, isFirst) {
  const row = document.createElement("tr");
  const project = one.project || say("noProject");
  row.append(cell(isFirst ? file.name : "", "file"), cell(project, "project"), cell(one.unit));
  const state = cell("", "state");
  state.append(counts(countsOf(file.id, one.number)));
  const doing = cell("", "do");
  doing.append(action("open", "openForm", { name: project }, () => handlers.open(file.id, one.number)));
  if (isFirst) doing.append(" ", action("remove", "removeFile", { name: file.name }, () => handlers.remove(file.id)));
  row.append(state, doing);
  return row;
}

function refusedRow(file) {
  const row = document.createElement("tr");
  row.className = "refused";
  const why = document.createElement("td");
  why.colSpan = 3;
  const badge = document.createElement("b");
  badge.className = "badge error";
  badge.textContent = say("refused");
  const reason = document.createElement("span");
  reason.textContent = file.findings.map((finding) => [pick(finding.message), pick(finding.advice)].join(" ")).join(" ");
  why.append(badge, " ", reason);
  const doing = cell("", "do");
  doing.append(action("remove", "removeFile", { name: file.name }, () => handlers.remove(file.id)));
  row.append(cell(file.name, "file"), why, doing);
  return row;
}
