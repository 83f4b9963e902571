// The official page, drawn as it prints.

import { say, pick } from "./words.js";
import { edit } from "./editor.js";
import * as light from "./light.js";

/** The page as one table for each printed page; what can be typed over is a button. */
export function draw(form, area) {
  const page = form.page;
  area.textContent = "";
  light.clearPage();
  const starts = [0].concat(page.breaks);
  starts.forEach((start, index) => {
    const end = index + 1 < starts.length ? starts[index + 1] : page.rows.length;
    area.append(sheet(form, start, end));
  });
}

function sheet(form, start, end) {
  const page = form.page;
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
    if (data.mark) cell.classList.add("mark-" + data.mark);
    if (data.field) cell.append(button(form, cell, data));
    else cell.textContent = data.text;
    rows[data.row - start].append(cell);
  }
  table.append(body);
  return table;
}

function button(form, cell, data) {
  const button = document.createElement("button");
  button.type = "button";
  button.className = "cell";
  button.textContent = data.text;
  const about = [pick(data.label) + "：" + (data.text || say("empty"))];
  if (data.mark) about.push(say(data.mark === "error" ? "keyError" : "keyWarning"));
  if (data.isTyped) about.push(say("keyTyped"));
  if (data.sources.length > 0) about.push(say("from", { cells: data.sources.join("、") }));
  button.setAttribute("aria-label", about.join("，"));
  button.title = messages(form, data.field).join("\n");
  if (data.isTyped) cell.classList.add("typed");
  const entry = { data, cell, button };
  light.addToPage(entry);
  light.lightWith(button, [data], true);
  // The second click or tap on a cell types over: not every screen knows a double one.
  let wasFocused = false;
  button.addEventListener("pointerdown", () => { wasFocused = document.activeElement === button; });
  button.addEventListener("click", () => { if (wasFocused) edit(entry); });
  button.addEventListener("keydown", (event) => {
    if (event.key === "Enter" || event.key === "F2") {
      event.preventDefault();
      edit(entry);
    }
  });
  return button;
}

function messages(form, field) {
  return form.findings.filter((finding) => finding.severity !== "note" && finding.fields.includes(field))
    .map((finding) => pick(finding.message));
}
