// The source sheet as it came, with its merged cells and the names of its rows and columns.

import { say, pick } from "./words.js";
import * as light from "./light.js";

/** Draws the sheet; a cell that a field comes from leads to it by `focus(field)`. */
export function draw(form, area, focus) {
  area.textContent = "";
  light.clearSource();
  const source = form.source;
  if (!source) {
    area.textContent = say("noSource");
    return;
  }
  if (!source.isWhole) {
    const note = document.createElement("p");
    note.textContent = say("sourceCut");
    area.append(note);
  }
  const linked = new Map();
  for (const cell of form.page.cells) {
    if (!cell.field) continue;
    for (const name of cell.sources) linked.set(name, (linked.get(name) || []).concat([cell]));
  }
  const table = document.createElement("table");
  table.className = "source";
  const head = document.createElement("tr");
  head.append(document.createElement("td"));
  for (let column = 0; column < source.columns; column += 1) head.append(heading(letters(column), "col"));
  table.append(head);
  const taken = new Set();
  const places = new Map(source.cells.map((cell) => [cell.row + "," + cell.column, cell]));
  for (let row = 0; row < source.rows; row += 1) {
    const line = document.createElement("tr");
    line.append(heading(String(row + 1), "row"));
    for (let column = 0; column < source.columns; column += 1) {
      if (taken.has(row + "," + column)) continue;
      const data = places.get(row + "," + column);
      const cell = document.createElement("td");
      light.addToSource(letters(column) + (row + 1), cell);
      if (data) fill(cell, data, linked.get(data.cell), taken, focus);
      line.append(cell);
    }
    table.append(line);
  }
  area.append(table);
}

function fill(cell, data, linked, taken, focus) {
  cell.rowSpan = data.rows;
  cell.colSpan = data.columns;
  for (let down = 0; down < data.rows; down += 1) {
    for (let right = 0; right < data.columns; right += 1) taken.add((data.row + down) + "," + (data.column + right));
  }
  if (!linked) {
    cell.textContent = data.text;
    return;
  }
  const button = document.createElement("button");
  button.type = "button";
  button.className = "cell";
  button.textContent = data.text;
  button.setAttribute("aria-label", data.cell + "：" + (data.text || say("empty")) + " → " + pick(linked[0].label));
  light.lightWith(button, linked, false);
  button.addEventListener("click", () => focus(linked[0].field));
  cell.append(button);
}

function heading(text, scope) {
  const cell = document.createElement("th");
  cell.scope = scope;
  cell.textContent = text;
  return cell;
}

/** A, B … Z, AA … of a column, and back. */
function letters(column) {
  let text = "";
  for (let rest = column; rest >= 0; rest = Math.floor(rest / 26) - 1) text = String.fromCharCode(65 + rest % 26) + text;
  return text;
}

function column(letters) {
  return Array.from(letters).reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
}

/** The names of the cells in a range such as `B3` or `B3:D5`, as far as the sheet is shown. */
export function names(range, source) {
  const corners = range.split(":").map((name) => /^([A-Z]+)([0-9]+)$/.exec(name));
  if (corners.some((corner) => !corner)) return [];
  const [first, last] = [corners[0], corners[corners.length - 1]];
  const list = [];
  for (let row = Number(first[2]); row <= Math.min(Number(last[2]), source.rows); row += 1) {
    for (let at = column(first[1]); at <= Math.min(column(last[1]), source.columns - 1); at += 1) list.push(letters(at) + row);
  }
  return list.filter(light.isOnSource);
}
