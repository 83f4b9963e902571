// Typing over: a box over the cell, whose text is saved by Enter, by its button, or by going elsewhere.

import { say, pick } from "./words.js";
import * as light from "./light.js";

let save = async () => false;
/** Whether a text is on its way to the server: what is drawn now will be drawn anew. */
let isSaving = false;
/** The field that somebody wanted to type over meanwhile. */
let wanted = null;

/** `save(field, text)` is true where the server took the text; null puts back what was read. */
export function connect(those) { save = those.save; }

/** Opens the box of a cell; `text` stands in it where it is given. */
export function edit(entry, text) {
  const { data, cell, button } = entry;
  if (isSaving) {
    wanted = data.field;
    return;
  }
  if (cell.querySelector(".edit")) return;
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

  let isDone = false;
  const close = () => {
    isDone = true;
    box.remove();
    button.focus();
  };
  const finish = async (text) => {
    if (isDone) return;
    if (text === data.text) return close();
    isDone = true;
    input.disabled = true;
    isSaving = true;
    const isTaken = await save(data.field, text);
    isSaving = false;
    const next = wanted && light.ofField(wanted);
    wanted = null;
    if (isTaken) return next && edit(next);
    isDone = false;
    input.disabled = false;
    input.focus();
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
    if (!isDone && !box.contains(event.relatedTarget)) finish(input.value);
  });
  cell.append(box);
  input.focus();
  if (input.select) input.select();
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
