// What was found, the worst first; each leads to its cell.

import { say, pick } from "./words.js";
import * as light from "./light.js";
import * as source from "./source.js";

const order = { error: 0, warning: 1, note: 2 };

/** `others` are those of the file; `focus(field)` leads to a cell of the page. */
export function draw(form, others, list, focus) {
  list.textContent = "";
  const sorted = form.findings.concat(others).sort((one, other) => order[one.severity] - order[other.severity]);
  for (const finding of sorted) list.append(item(form, finding, focus));
  if (sorted.length === 0) {
    const item = document.createElement("li");
    item.textContent = say("noFindings");
    list.append(item);
  }
}

function item(form, finding, focus) {
  const item = document.createElement("li");
  item.className = "finding " + finding.severity;
  const act = leads(form, finding, focus);
  const line = document.createElement(act ? "button" : "span");
  if (act) {
    line.type = "button";
    line.addEventListener("click", act);
  }
  const badge = document.createElement("b");
  badge.textContent = say("severity-" + finding.severity);
  // A file that was no archive by its name has others in it.
  const other = finding.file && finding.file !== form.name ? finding.file + " " : "";
  line.append(badge, " " + other + pick(finding.message));
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

/** What leads to the cell: on the page by its field, else by what comes from the same cells, else on the source sheet alone. */
function leads(form, finding, focus) {
  const field = finding.fields.find((field) => light.ofField(field));
  if (field) return () => focus(field);
  if (!finding.cells || !form.source || (finding.sheet || null) !== (form.source.sheet || null)) return null;
  const names = source.names(finding.cells, form.source);
  if (names.length === 0) return null;
  return () => {
    const entry = light.fromSource(names);
    if (entry) focus(entry.data.field);
    else light.lightSource(names);
  };
}
