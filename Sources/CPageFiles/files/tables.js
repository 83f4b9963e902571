// Tables out of the clipboard.

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
