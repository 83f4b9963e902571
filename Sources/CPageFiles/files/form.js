// A form opened: the official page, the source sheet beside it, and what was found, which lead to each other.

import { say } from "./words.js";
import * as editor from "./editor.js";
import * as findings from "./findings.js";
import * as light from "./light.js";
import * as sheet from "./sheet.js";
import * as source from "./source.js";

const byId = (id) => document.getElementById(id);
let shown = null;
let besides = () => [];
let type = async () => null;
/** Counts the forms that were opened: an answer to one that was left is not drawn. */
let visit = 0;
let handlers = { drawn() {} };

/** `drawn()` is called whenever a form was drawn. */
export function connect(those) { handlers = those; }

/** Draws a form; `others()` gives what was found in its file besides, `typed(field, text)` the form with that text, or null where it was not
 *  taken. */
export function show(form, others, typed) {
  besides = others;
  type = typed;
  visit += 1;
  draw(form);
  // Where a sheet has several forms, this one.
  const first = form.page.cells.find((cell) => cell.field && cell.sources.some(light.isOnSource));
  byId("source").scrollTop = 0;
  if (first) light.scrollTo(first.sources);
}

function draw(form) {
  shown = form;
  byId("form-title").textContent = (form.project || say("noProject")) + " · " + form.name;
  const name = form.source && form.source.sheet;
  byId("source-title").textContent = name ? say("sourceOf", { name }) : say("sourceTitle");
  sheet.draw(form, byId("page"));
  source.draw(form, byId("source"), focus);
  findings.draw(form, besides(), byId("findings"), focus);
  handlers.drawn();
}

/** The same in another language. */
export function redraw() { if (shown) draw(shown); }

/** Leads to a cell of the page by its field. */
function focus(field) {
  const entry = light.ofField(field);
  if (entry) entry.button.focus();
}

/** Begins to type over the cell with the focus; false where there is none. */
export function pasteInto(text) {
  const entry = light.focused();
  if (!entry || text.trim() === "") return false;
  editor.edit(entry, text.trim());
  return true;
}

editor.connect({
  begin(field, text) {
    const [save, own] = [type, visit];
    return async () => {
      const form = await save(field, text);
      if (form && own === visit) {
        // Who has gone on meanwhile stays where he is, with what he has typed.
        const here = light.focused();
        const left = editor.suspend();
        draw(form);
        if (left) editor.resume(left);
        else if (here) focus(here.data.field);
      }
      return form !== null;
    };
  },
});
