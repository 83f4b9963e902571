// Files on their way to the server, a few at once, in the order in which they were given.

import * as server from "./server.js";

/** How many uploads go on at once. */
const atOnce = 3;

/** What was asked for since the page was cleared last. */
let round = newRound();
let place = 0;
let reopening = null;
let handlers = { receive() {}, refuse() {}, changed() {}, reopen: async () => {} };

function newRound() { return { queue: [], running: 0, left: 0, stop: new AbortController() }; }

/** `receive(file)` takes what the server says of a file, `refuse(one, error)` what did not get there, `changed()` hears of progress, and
 *  `reopen(error)` opens a new session. */
export function connect(those) { handlers = those; }

/** How many files have not come back. */
export function left() { return round.left; }

/** New files stand behind this place. */
export function standBehind(last) { place = Math.max(place, last); }

export function add(list) {
  for (const one of list) {
    place += 1;
    round.queue.push(Object.assign({ place }, one));
  }
  round.left += list.length;
  handlers.changed();
  work(round);
}

/** Stops what is on its way. */
export function cancel() {
  round.stop.abort();
  round = newRound();
  place = 0;
}

function work(own) {
  while (own === round && own.running < atOnce && own.queue.length > 0) {
    const one = own.queue.shift();
    own.running += 1;
    send(one, own).then(() => {
      own.running -= 1;
      if (!one.hasCome) own.left -= 1;
      if (own === round) handlers.changed();
      work(own);
    });
  }
}

/** Sends one file; a session that has ended is opened again for it. */
async function send(one, own) {
  const take = (file) => {
    if (own !== round) return;
    // An archive has more files than the one that was asked for.
    if (!one.hasCome) own.left -= 1;
    one.hasCome = true;
    handlers.receive(file);
  };
  for (let attempt = 0; own === round; attempt += 1) {
    try {
      if (one.cells) await server.sendTable(one, own.stop.signal, take);
      else await server.sendFile(one, own.stop.signal, take);
      return;
    } catch (error) {
      if (own !== round) return;
      if (error.status !== 401 || attempt > 0) return handlers.refuse(one, error);
      // One new session for all that are on their way.
      reopening = reopening || handlers.reopen(error).finally(() => { reopening = null; });
      await reopening;
    }
  }
}
