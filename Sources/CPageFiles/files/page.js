// The page: what its buttons, keys and drops do.

import * as words from "./words.js";
import * as server from "./server.js";
import * as intake from "./intake.js";
import * as uploads from "./uploads.js";
import * as list from "./list.js";
import * as form from "./form.js";
import { settled } from "./editor.js";
import { tell, warn } from "./messages.js";

const { say } = words;
const byId = (id) => document.getElementById(id);

/** The file and the form that are open; null where the list is shown. */
let opened = null;
let token = null;
/** Files that did not get to the server have ids of their own. */
let unsent = 0;

// MARK: The session

async function start() {
  await words.load();
  const match = /token=([^&]+)/.exec(location.hash);
  if (match) {
    token = decodeURIComponent(match[1]);
    history.replaceState(null, "", location.pathname);
  }
  await enter();
}

async function enter() {
  try {
    list.clear();
    for (const file of await server.open(token)) list.put(file);
    uploads.standBehind(list.lastPlace());
    byId("token").hidden = true;
    byId("intake").hidden = false;
    warn(null);
    drawProgress();
  } catch (error) {
    if (error.status === 401) {
      byId("token").hidden = false;
      byId("intake").hidden = true;
      byId("list").hidden = true;
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
    uploads.cancel();
    await server.end();
    close();
    await enter();
    tell(say("ended"));
    byId("choose-files").focus();
  } catch (error) {
    warn(error);
  }
}

// MARK: Files coming in

uploads.connect({
  receive(file) {
    list.put(file);
    drawProgress();
  },
  refuse(one, error) {
    unsent -= 1;
    const said = error.findings && error.findings.length > 0 ? error.findings
      : [{ message: { zh: error.message, en: error.message } }];
    list.put({ id: unsent, place: one.place, name: one.name, outcome: "refused", forms: [], findings: said });
    drawProgress();
  },
  changed: drawProgress,
  async reopen(error) {
    await enter();
    warn(error);
  },
});

function drawProgress() { list.drawProgress(uploads.left()); }

function add(some) {
  if (some.length === 0) return warn(new Error(say("nothingDropped")));
  warn(null);
  if (opened) close();
  uploads.add(some);
}

async function remove(id) {
  try {
    if (id > 0) await server.remove(id);
    list.remove(id);
    drawProgress();
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
    document.body.classList.add("opened");
    byId("form").hidden = false;
    form.show(view, () => list.besides(file, number), (field, text) => type(file, number, field, text));
    drawCounts();
    tell("");
    byId("form-title").focus();
    window.scrollTo(0, 0);
  } catch (error) {
    tell("");
    warn(error);
  }
}

function drawCounts() { byId("form-counts").replaceChildren(list.counts(list.countsOf(opened.file, opened.number))); }

/** Types a value over; the form as it is then, null where the server did not take it. */
async function type(file, number, field, text) {
  try {
    const answer = await server.correct(file, number, field, text);
    list.put(answer.file);
    warn(null);
    tell(say("saved"));
    return answer.form;
  } catch (error) {
    warn(error);
    return null;
  }
}

function close() {
  opened = null;
  document.body.classList.remove("opened");
  byId("form").hidden = true;
  warn(null);
  drawProgress();
}

async function take(path) {
  // Nothing is taken away without what was typed before.
  if (!await settled()) return;
  warn(null);
  document.body.classList.add("busy");
  try {
    tell(say("taken", { name: await server.download(path) }));
  } catch (error) {
    warn(error);
  } finally {
    document.body.classList.remove("busy");
  }
}

// MARK: What buttons and keys do

intake.connect({ add, pasteInto: (text) => (opened ? form.pasteInto(text) : null) });
list.connect({ open, remove });
form.connect({ drawn: drawCounts });
byId("language").addEventListener("click", () => {
  words.set(words.current() === "zh" ? "en" : "zh");
  byId("language").lang = words.current() === "zh" ? "en" : "zh";
  list.redraw();
  drawProgress();
  if (opened) form.redraw();
});
byId("end").addEventListener("click", end);
byId("token").addEventListener("submit", (event) => {
  event.preventDefault();
  token = byId("token-text").value;
  enter();
});
byId("template").addEventListener("click", (event) => {
  event.preventDefault();
  take("/template?lang=" + words.current());
});
byId("back").addEventListener("click", () => {
  close();
  byId("list-title").focus();
});
byId("print").addEventListener("click", async () => { if (await settled()) window.print(); });
for (const button of document.querySelectorAll("[data-output]")) {
  button.addEventListener("click", () => take("/session/outputs/" + button.dataset.output + "?lang=" + words.current()));
}
for (const button of document.querySelectorAll("[data-one]")) {
  button.addEventListener("click", () => take(
    "/session/outputs/" + button.dataset.one + "?file=" + opened.file + "&form=" + opened.number + "&lang=" + words.current()));
}

start().catch(warn);
