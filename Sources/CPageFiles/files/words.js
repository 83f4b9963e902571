// The words of the page in both languages: texts.json is the one table of them.

let texts = {};
let language = "zh";

/** Loads the table and takes up the language that was chosen last. */
export async function load() {
  texts = await (await fetch("/texts.json")).json();
  let chosen = null;
  try { chosen = localStorage.getItem("language"); } catch (error) { /* The browser keeps nothing. */ }
  const asked = new URLSearchParams(location.search).get("lang");
  set(asked === "en" || asked === "zh" ? asked : chosen === "en" ? "en" : "zh");
}

export function current() { return language; }

/** Changes the language of everything that stands on the page. */
export function set(chosen) {
  language = chosen;
  try { localStorage.setItem("language", chosen); } catch (error) { /* As above. */ }
  document.documentElement.lang = chosen === "zh" ? "zh-CN" : "en";
  document.title = say("title");
  for (const element of document.querySelectorAll("[data-text]")) element.textContent = say(element.dataset.text);
}

/** The words of a key, with values in the places in braces. */
export function say(key, values) {
  const known = texts[key];
  let text = known ? known[language] : key;
  for (const name of Object.keys(values || {})) text = text.split("{" + name + "}").join(String(values[name]));
  return text;
}

/** What the server says in both languages. */
export function pick(both) { return both ? both[language] : ""; }
