// What the page says: quietly to those who listen to it, and in a box what went wrong.

import { say, pick } from "./words.js";

const byId = (id) => document.getElementById(id);

/** For a screen reader. */
export function tell(text) { byId("status").textContent = text; }

/** The words of an error, with what to do. */
export function words(error) {
  const findings = error.findings || [];
  if (findings.length === 0) return error.message || String(error);
  return findings.map((finding) => [pick(finding.message), pick(finding.advice)].join(" ")).join(" ");
}

/** Shows what went wrong; nothing takes the box away. */
export function warn(error) {
  const area = byId("message");
  area.textContent = "";
  if (!error) return;
  const box = document.createElement("p");
  box.className = "notice";
  box.textContent = words(error);
  const close = document.createElement("button");
  close.type = "button";
  close.textContent = say("close");
  close.addEventListener("click", () => warn(null));
  box.append(" ", close);
  area.append(box);
}
