// What the page asks the server for. A refusal comes back as an Error with the server's own words in both languages.

import { say } from "./words.js";

export class Refused extends Error {
  constructor(problem, status) {
    super(problem.detail || "");
    this.status = status;
    this.findings = problem.findings || [];
  }
}

async function ask(path, options) {
  let response;
  try {
    response = await fetch(path, Object.assign({ credentials: "same-origin" }, options));
  } catch (error) {
    throw new Error(say("lost"));
  }
  if (response.ok) return response;
  let problem = {};
  try { problem = await response.json(); } catch (error) { /* Not from this server. */ }
  throw new Refused(problem, response.status);
}

/** The session's files; a new session where there is none. */
export async function open(token) {
  try {
    return (await (await ask("/session")).json()).files;
  } catch (error) {
    if (error.status !== 401) throw error;
  }
  const body = token ? JSON.stringify({ token }) : "";
  return (await (await ask("/session", { method: "POST", body })).json()).files;
}

export async function end() { await ask("/session", { method: "DELETE" }); }

/** Sends a file to its place in the list; `receive` takes each line as it comes. */
export async function sendFile(one, signal, receive) {
  const path = "/session/files?name=" + encodeURIComponent(one.name) + "&place=" + one.place;
  await lines(await ask(path, { method: "POST", body: one.blob, signal }), receive);
}

export async function sendTable(one, signal, receive) {
  const path = "/session/tables?name=" + encodeURIComponent(one.name) + "&place=" + one.place;
  const body = JSON.stringify({ cells: one.cells });
  const headers = { "Content-Type": "application/json" };
  await lines(await ask(path, { method: "POST", body, headers, signal }), receive);
}

async function lines(response, receive) {
  const reader = response.body.getReader();
  const decoder = new TextDecoder();
  let rest = "";
  for (;;) {
    const { value, done } = await reader.read().catch(() => { throw new Error(say("lost")); });
    rest += value ? decoder.decode(value, { stream: true }) : "";
    const parts = rest.split("\n");
    rest = parts.pop();
    for (const line of parts) {
      const said = JSON.parse(line);
      if (said.problem) throw new Refused({ findings: said.problem }, 0);
      receive(said);
    }
    if (done) return;
  }
}

export async function remove(file) { await ask("/session/files/" + file, { method: "DELETE" }); }

export async function form(file, number) {
  return (await ask("/session/files/" + file + "/forms/" + number)).json();
}

/** Types a value over; null puts back what was read. */
export async function correct(file, number, field, text) {
  const body = JSON.stringify({ field, text });
  const headers = { "Content-Type": "application/json" };
  const path = "/session/files/" + file + "/forms/" + number + "/corrections";
  return (await ask(path, { method: "POST", body, headers })).json();
}

/** Downloads something and gives its name. */
export async function download(path) {
  const response = await ask(path);
  const disposition = response.headers.get("Content-Disposition") || "";
  const encoded = /filename\*=UTF-8''([^;]+)/.exec(disposition);
  const name = encoded ? decodeURIComponent(encoded[1]) : "download";
  const address = URL.createObjectURL(await response.blob());
  const link = document.createElement("a");
  link.href = address;
  link.download = name;
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(address), 60000);
  return name;
}
