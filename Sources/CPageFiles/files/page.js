// The page: files come in, stand in a list as they are done, are opened, and are taken away.

import * as words from "./words.js";
import * as server from "./server.js";
import * as intake from "./intake.js";
import * as form from "./form.js";

const { say, pick } = words;
const byId = (id) => document.getElementById(id);
/** How many uploads go on at once. */
const atOnce = 3;

const files = new Map();
let queue = [];
let running = 0;
let asked = 0;
let pasted = 0;
let opened = null;
let token = null;

// MARK: Messages

function tell(text) { byId("status").textContent = text; }

function warn(error) {
  const area = byId("message");
  area.textContent = "";
  if (!error) return;
  const box = document.createElement("p");
  box.className = "notice";
  const findings = error.findings || [];
  box.textContent = findings.length > 0
    ? findings.map((finding) => [pick(finding.message), pick(finding.advice)].join(" ")).join(" ")
    : error.message || String(error);
  const close = document.createElement("button");
  close.type = "button";
  close.textContent = say("close");
  close.addEventListener("click", () => warn(null));
  box.append(" ", close);
  area.append(box);
}

// MARK: The session

async function start() {
  await words.load();
  const match = /token=([^&]+)/.exec(location.hash);
  if (match) {
    token = decodeURIComponent(match[1]);
    history.replaceState(null, "", location.pathname);
  }
  byId("template").addEventListener("click", (event) => {
    event.preventDefault();
    take("/template?lang=" + words.current());
  });
  await enter();
}

async function enter() {
  try {
    for (const file of await server.open(token)) put(file);
    byId("token").hidden = true;
    byId("intake").hidden = false;
    warn(null);
  } catch (error) {
    if (error.status === 401) {
      byId("token").hidden = false;
      byId("intake").hidden = true;
      if (token) warn(error);
      byId("token-text").focus();
    } else {
      warn(error);
    }
  }
}

async function end() {
  if (!window.confirm(say("endAsk"))) return;
  try {
    queue = [];
    await server.end();
    files.clear();
    asked = 0;
    close();
    drawList();
    await server.open(token);
    tell(say("ended"));
  } catch (error) {
    warn(error);
  }
}

// MARK: Files coming in

function add(list) {
  if (list.length === 0) return warn(new Error(say("nothingDropped")));
  warn(null);
  asked += list.length;
  queue = queue.concat(list);
  drawProgress();
  work();
}

function work() {
  while (running < atOnce && queue.length > 0) {
    const one = queue.shift();
    running += 1;
    send(one).then(() => {
      running -= 1;
      if (!one.hasCome) asked -= 1;
      drawProgress();
      work();
    });
  }
}

/** Sends one file; a session that has ended is opened again for it. */
async function send(one) {
  const take = (file) => {
    // An archive has more files than the one that was asked for.
    if (!one.hasCome) asked -= 1;
    one.hasCome = true;
    put(file);
  };
  for (let attempt = 0; attempt < 2; attempt += 1) {
    try {
      if (one.cells) await server.sendTable(one.name, one.cells, take);
      else await server.sendFile(one.name, one.blob, take);
      return;
    } catch (error) {
      if (error.status === 401 && attempt === 0) {
        files.clear();
        await enter();
        continue;
      }
      warn(error);
      return;
    }
  }
}

function paste(event) {
  const target = event.target;
  const isDialog = target.id === "paste-text";
  if (!isDialog && target.closest && target.closest("input, textarea")) return;
  const data = event.clipboardData;
  if (!data) return;
  const cells = intake.table(data.getData("text/html"));
  const text = data.getData("text/plain");
  if (data.files.length > 0 && cells.length === 0) {
    add(intake.chosen(data.files));
  } else if (cells.length > 0) {
    add([{ name: pasteName(), cells }]);
  } else if (text.includes("\t")) {
    takeText(text);
  } else {
    return;
  }
  event.preventDefault();
  if (isDialog) byId("paste-dialog").close();
}

function pasteName() {
  pasted += 1;
  return say("pasteName", { number: pasted });
}

function takeText(text) {
  if (text.trim() !== "") add([{ name: pasteName() + ".tsv", blob: new Blob([text]) }]);
}

// MARK: The list

function put(file) {
  files.set(file.id, file);
  drawList();
}

function drawList() {
  const rows = byId("rows");
  rows.textContent = "";
  for (const file of Array.from(files.values()).sort((one, other) => one.id - other.id)) {
    if (file.outcome === "refused") rows.append(refusedRow(file));
    file.forms.forEach((one, index) => rows.append(formRow(file, one, index === 0)));
  }
  byId("list").hidden = files.size === 0 && asked === 0 || opened !== null;
  byId("end").hidden = files.size === 0;
  drawProgress();
}

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
  state.append(counts(one.counts));
  const doing = cell("", "do");
  doing.append(action("open", "openForm", { name: project }, () => open(file.id, one.number)));
  if (isFirst) doing.append(" ", action("remove", "removeFile", { name: file.name }, () => remove(file.id)));
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
  doing.append(action("remove", "removeFile", { name: file.name }, () => remove(file.id)));
  row.append(cell(file.name, "file"), why, doing);
  return row;
}

function counts(count) {
  const area = document.createElement("span");
  const badge = (key, number) => {
    if (number === 0) return;
    const one = document.createElement("span");
    one.className = "badge " + { errors: "error", warnings: "warning", notes: "note" }[key];
    one.textContent = say(key, { count: number });
    area.append(one, " ");
  };
  badge("errors", count.errors);
  badge("warnings", count.warnings);
  if (count.errors + count.warnings === 0) {
    const one = document.createElement("span");
    one.className = "badge good";
    one.textContent = say("clean");
    area.append(one, " ");
  }
  badge("notes", count.notes);
  return area;
}

function drawProgress() {
  const done = files.size;
  const all = done + Math.max(0, asked);
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
  if (all === done && done > 0 && opened === null) tell(say("progress", values));
  byId("list").hidden = all === 0 || opened !== null;
}

async function remove(id) {
  try {
    await server.remove(id);
    files.delete(id);
    drawList();
    byId("list-title").scrollIntoView();
  } catch (error) {
    warn(error);
  }
}

// MARK: A form

async function open(file, number) {
  warn(null);
  tell(say("waiting"));
  try {
    const view = await server.form(file, number);
    opened = { file, number };
    byId("intake").hidden = true;
    byId("list").hidden = true;
    byId("form").hidden = false;
    document.body.classList.add("opened");
    form.show(view, type);
    drawCounts(view.counts);
    tell("");
    byId("form-title").focus();
    window.scrollTo(0, 0);
  } catch (error) {
    tell("");
    warn(error);
  }
}

function drawCounts(count) {
  byId("form-counts").textContent = "";
  byId("form-counts").append(counts(count));
}

/** Types a value over; true where the server took it. */
async function type(field, text) {
  try {
    const answer = await server.correct(opened.file, opened.number, field, text);
    files.set(answer.file.id, answer.file);
    form.show(answer.form, type);
    drawCounts(answer.form.counts);
    form.focus(field);
    warn(null);
    tell(say("saved"));
    return true;
  } catch (error) {
    warn(error);
    return false;
  }
}

function close() {
  opened = null;
  document.body.classList.remove("opened");
  byId("form").hidden = true;
  byId("intake").hidden = false;
  warn(null);
  drawList();
}

async function take(path) {
  warn(null);
  try {
    tell(say("taken", { name: await server.download(path) }));
  } catch (error) {
    warn(error);
  }
}

// MARK: What buttons and keys do

byId("language").addEventListener("click", () => {
  words.set(words.current() === "zh" ? "en" : "zh");
  byId("language").lang = words.current() === "zh" ? "en" : "zh";
  drawList();
  if (opened) {
    form.redraw();
    drawCounts(form.counts());
  }
});
byId("end").addEventListener("click", end);
byId("token").addEventListener("submit", (event) => {
  event.preventDefault();
  token = byId("token-text").value;
  enter();
});
byId("choose-files").addEventListener("click", () => byId("files").click());
byId("choose-folder").addEventListener("click", () => byId("folder").click());
for (const id of ["files", "folder"]) {
  byId(id).addEventListener("change", (event) => {
    add(intake.chosen(event.target.files));
    event.target.value = "";
  });
}
byId("paste").addEventListener("click", () => {
  byId("paste-text").value = "";
  byId("paste-dialog").showModal();
});
byId("paste-dialog").addEventListener("close", () => {
  if (byId("paste-dialog").returnValue === "take") takeText(byId("paste-text").value);
  byId("paste-dialog").returnValue = "";
});
byId("back").addEventListener("click", () => {
  close();
  byId("list-title").scrollIntoView();
});
byId("print").addEventListener("click", () => window.print());
for (const button of document.querySelectorAll("[data-output]")) {
  button.addEventListener("click", () => take("/session/outputs/" + button.dataset.output + "?lang=" + words.current()));
}
for (const button of document.querySelectorAll("[data-one]")) {
  button.addEventListener("click", () => take(
    "/session/outputs/" + button.dataset.one + "?file=" + opened.file + "&form=" + opened.number + "&lang=" + words.current()));
}
document.addEventListener("paste", paste);
document.addEventListener("dragover", (event) => {
  event.preventDefault();
  byId("drop").classList.add("over");
});
document.addEventListener("dragleave", (event) => {
  if (!event.relatedTarget) byId("drop").classList.remove("over");
});
document.addEventListener("drop", async (event) => {
  event.preventDefault();
  byId("drop").classList.remove("over");
  try {
    add(await intake.dropped(event.dataTransfer));
  } catch (error) {
    warn(error);
  }
});

start().catch(warn);
