// Ways for files to come in: dropped, chosen, or pasted.

import { say } from "./words.js";
import { warn } from "./messages.js";
import { table } from "./tables.js";

const byId = (id) => document.getElementById(id);
let handlers = { add() {}, pasteInto: () => null };
let pasted = 0;

/** `add(list)` takes files, as `{ name, blob }` or `{ name, cells }`; `pasteInto(text)` takes a text into the form that is open, and is null
 *  where none is. */
export function connect(those) { handlers = those; }

/** The files of a drop, folders gone through, each with its path. */
async function dropped(transfer) {
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
function chosen(list) {
  return wanted(Array.from(list || []).map((file) => ({ name: file.webkitRelativePath || file.name, blob: file })));
}

// Lock files of Office, and what systems leave in folders.
function wanted(files) {
  return files.filter((file) => {
    const last = file.name.split("/").pop();
    return !last.startsWith("~$") && !last.startsWith(".") && last !== "Thumbs.db" && last !== "desktop.ini";
  });
}

// MARK: Pasting

function paste(event) {
  const target = event.target;
  const isDialog = target.id === "paste-text";
  if (!isDialog && target.closest && target.closest("input, textarea")) return;
  const data = event.clipboardData;
  if (!data) return;
  const text = data.getData("text/plain");
  const isTaken = isDialog ? null : handlers.pasteInto(text);
  if (isTaken === null ? takePasted(data, text) : isTaken) {
    event.preventDefault();
    if (isDialog) byId("paste-dialog").close();
  }
}

/** True where there was something to take. */
function takePasted(data, text) {
  const cells = table(data.getData("text/html"));
  if (data.files.length > 0 && cells.length === 0) handlers.add(chosen(data.files));
  else if (cells.length > 0) handlers.add([{ name: pasteName(), cells }]);
  else if (text.includes("\t")) takeText(text);
  else return false;
  return true;
}

function pasteName() {
  pasted += 1;
  return say("pasteName", { number: pasted });
}

function takeText(text) {
  if (text.trim() !== "") handlers.add([{ name: pasteName() + ".tsv", blob: new Blob([text]) }]);
}

// MARK: What is clicked, dropped and pasted

byId("choose-files").addEventListener("click", () => byId("files").click());
byId("choose-folder").addEventListener("click", () => byId("folder").click());
for (const id of ["files", "folder"]) {
  byId(id).addEventListener("change", (event) => {
    handlers.add(chosen(event.target.files));
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
    handlers.add(await dropped(event.dataTransfer));
  } catch (error) {
    warn(error);
  }
});
