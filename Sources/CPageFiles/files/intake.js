// Ways for files to come in: dropped, chosen, or pasted.

/** The files of a drop, folders gone through, each with its path. */
export async function dropped(transfer) {
  const entries = [];
  for (const item of transfer.items || []) {
    const entry = item.kind === "file" && item.webkitGetAsEntry ? item.webkitGetAsEntry() : null;
    if (entry) entries.push(entry);
  }
  if (entries.length === 0) return chosen(transfer.files);
  const files = [];
  for (const entry of entries) await walk(entry, "", files);
  return wanted(files);
}

async function walk(entry, folder, files) {
  if (entry.isFile) {
    const file = await new Promise((resolve, reject) => entry.file(resolve, reject));
    files.push({ name: folder + entry.name, blob: file });
    return;
  }
  const reader = entry.createReader();
  for (;;) {
    const some = await new Promise((resolve, reject) => reader.readEntries(resolve, reject));
    if (some.length === 0) return;
    for (const one of some) await walk(one, folder + entry.name + "/", files);
  }
}

/** The files of an input element. */
export function chosen(list) {
  return wanted(Array.from(list || []).map((file) => ({ name: file.webkitRelativePath || file.name, blob: file })));
}

// Lock files of Office, and what systems leave in folders.
function wanted(files) {
  return files.filter((file) => {
    const last = file.name.split("/").pop();
    return !last.startsWith("~$") && !last.startsWith(".") && last !== "Thumbs.db" && last !== "desktop.ini";
  });
}

/** The cells of the tables in pasted HTML with what they cover; empty where there is no table. */
export function table(html) {
  const parsed = new DOMParser().parseFromString(html, "text/html");
  const cells = [];
  let top = 0;
  for (const table of parsed.querySelectorAll("table")) {
    // A table in a cell of another one is part of that cell.
    if (table.parentElement && table.parentElement.closest("table")) continue;
    const taken = new Set();
    let bottom = top;
    Array.from(table.rows).forEach((row, index) => {
      let column = 0;
      for (const cell of row.cells) {
        while (taken.has((top + index) + "," + column)) column += 1;
        const rows = Math.max(1, Math.min(cell.rowSpan || 1, table.rows.length - index));
        const columns = Math.max(1, cell.colSpan || 1);
        for (let down = 0; down < rows; down += 1) {
          for (let right = 0; right < columns; right += 1) taken.add((top + index + down) + "," + (column + right));
        }
        cells.push({ row: top + index, column, rows, columns, text: words(cell) });
        column += columns;
      }
      bottom = Math.max(bottom, top + index);
    });
    top = bottom + 2;
  }
  return cells.some((cell) => cell.text !== "") ? cells : [];
}

// The text of a cell with its lines: line breaks of the source are none.
function words(cell) {
  const copy = cell.cloneNode(true);
  for (const br of copy.querySelectorAll("br")) br.replaceWith("\u2028");
  for (const block of copy.querySelectorAll("p, div, li")) block.append("\u2028");
  return copy.textContent.replace(/[ \t\r\n]+/g, " ").split("\u2028").map((line) => line.trim())
    .join("\n").replace(/\n+$/, "").replace(/^\n+/, "");
}
