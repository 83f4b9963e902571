// Typing over: a box over the cell, whose text is saved by Enter, by its button, or by going elsewhere.

import { say, pick } from "./words.js";
import * as light from "./light.js";

let handlers = { begin: () => async () => false };
/** The box that is open. */
let open = null;
/** The saves so far: one after the other, while typing goes on. */
let saves = Promise.resolve();

/** `begin(field, text)` gives what saves the text, later, and is true where the server took it; null puts back what was read. */
export function connect(those) { handlers = those; }

/** Opens the box of a cell; `text` stands in it where it is given. */
export function edit(entry, text) {
  const { data, cell, button } = entry;
  if (open && open.entry.cell === cell) return;
  const box = document.createElement("span");
  box.className = data.column + data.columns > 5 ? "edit right" : "edit";
  const input = data.choices && data.isStrict ? choice(data) : area(data);
  if (text !== undefined) input.value = text;
  input.setAttribute("aria-label", say("typeOver", { label: pick(data.label) }));
  box.append(input);
  if (data.choices && !data.isStrict) box.append(suggestions(data.choices, input));
  const hint = document.createElement("small");
  hint.textContent = say("typeHint");
  box.append(hint);

  const own = { entry, input, close };
  function close() {
    if (open === own) open = null;
    const hadFocus = box.contains(document.activeElement);
    box.remove();
    if (hadFocus) button.focus();
  }
  const finish = (text) => {
    if (open !== own) return;
    close();
    if (text !== data.text) send(entry, text);
  };
  const does = (key, act, look) => {
    const button = document.createElement("button");
    button.type = "button";
    button.textContent = say(key);
    if (look) button.className = look;
    // The focus stays in the text, which would else be saved by losing it.
    button.addEventListener("pointerdown", (event) => event.preventDefault());
    button.addEventListener("mousedown", (event) => event.preventDefault());
    button.addEventListener("click", act);
    box.append(button);
  };
  does("save", () => finish(input.value), "main");
  does("giveUp", close);
  if (data.isTyped) does("takeBack", () => finish(null));
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
    if (!box.contains(event.relatedTarget)) finish(input.value);
  });
  open = own;
  cell.append(box);
  input.focus();
  if (input.select) input.select();
}

/** Shows the text at once, and saves it after those before it; one that is not taken is typed again. */
function send(entry, text) {
  const { data, cell, button } = entry;
  const act = handlers.begin(data.field, text);
  if (text !== null) button.textContent = text;
  cell.classList.add("saving");
  saves = saves.then(act).then((isTaken) => {
    const now = light.ofField(data.field);
    if (isTaken || !now) return;
    now.button.textContent = now.data.text;
    now.cell.classList.remove("saving");
    if (!open && text !== null) edit(now, text);
  });
}

/** Waits for what is being saved; false where a text was not taken and has to be typed again first. */
export async function settled() {
  await saves;
  return !open;
}

/** Closes the box that is open, without saving; what there was to go on with, null where none was open. */
export function suspend() {
  if (!open) return null;
  const { entry, input, close } = open;
  const left = { field: entry.data.field, text: input.value, start: input.selectionStart, end: input.selectionEnd };
  open = null;
  close();
  return left;
}

/** Goes on in the same place. */
export function resume(left) {
  const entry = light.ofField(left.field);
  if (!entry) return;
  edit(entry, left.text);
  if (open && open.input.setSelectionRange) open.input.setSelectionRange(left.start, left.end);
}

/** One of the texts that the form knows, or none. */
function choice(data) {
  const input = document.createElement("select");
  for (const text of new Set([data.text, ""].concat(data.choices))) input.append(new Option(text, text));
  input.value = data.text;
  return input;
}

function area(data) {
  const input = document.createElement("textarea");
  input.value = data.text;
  input.rows = Math.max(2, Math.min(12, data.text.split("\n").length + 1));
  return input;
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
