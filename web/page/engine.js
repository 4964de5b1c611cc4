// The worker as the page sees it: started from a Blob (so that it inherits the page's policy), and
// replaced by a fresh one when it dies or has become too large. What is open is read again then.
import * as assets from './assets.js';
import { createUnpackers } from './unpackers.js';

// A heap is worth giving back above this size, when less than half of it is used.
const LARGE_HEAP = 256 * 2 ** 20;
const IDLE_MS = 3000;

const LOST_LAYOUT =
  '!The engine stopped while the call graph was laid out. Press 4 to try again; with fewer functions (a filter) it is lighter.';

// Two deaths within this time while nothing is being read: what is shown is the likely cause.
const AGAIN_MS = 30_000;

// hooks: messages(list), laidOut(number, text), opened(profile), failed(profile, name, sentence, fromEngine), reload(profile),
// shown(): the profile that questions are likely about
export async function startEngine(hooks) {
  let [module, script, sample] = await Promise.all([
    assets.module('engine.wasm'),
    assets.text('worker.js'),
    assets.bytes('sample-cpu.pb'),
  ]);
  const url = URL.createObjectURL(new Blob([script], { type: 'text/javascript' }));

  const open = new Map();     // profile → {name, blob}: decoded
  const loading = new Map();  // profile → {name, blob}: being read
  const answers = new Map();  // id → resolve of a JSON question
  const layouts = new Set();  // numbers of call graphs that are being laid out
  let worker = null;
  let lock = ''; // its name
  let start = null; // {resolve, reject} until the worker is ready
  let lastDeath = -Infinity;
  let heap = { used: 0, size: 0 };
  let nextAnswer = 1;
  let asked = 0;
  let idleTimer = 0;

  const post = (message, transfer = []) => worker.postMessage(message, transfer);

  const unpackers = createUnpackers(url, module, (profile, port) =>
    post({ type: 'unpacker', profile, port }, port ? [port] : []),
  );

  // A load has ended.
  function settle(profile) {
    loading.delete(profile);
    unpackers.end(profile);
  }

  const receive = {
    ready({ held }) {
      if (held) mourn(worker, lock);
      start?.resolve();
      start = null;
    },
    messages({ messages, used, size }) {
      heap = { used, size };
      hooks.messages(messages);
      restWhenIdle();
    },
    heap({ used, size }) {
      heap = { used, size };
    },
    opened({ profile }) {
      open.set(profile, loading.get(profile));
      settle(profile);
      hooks.opened(profile);
    },
    failed({ profile, name, message }) {
      settle(profile);
      hooks.failed(profile, name, message, true);
    },
    unreadable({ profile, name, message }) {
      settle(profile);
      hooks.failed(profile, name, message, false);
    },
    unpacker: ({ profile }) => unpackers.start(profile, loading.get(profile).blob),
    json({ id, text }) {
      answers.get(id)?.(text);
      answers.delete(id);
    },
    layout({ number, text }) {
      if (layouts.delete(number)) hooks.laidOut(number, text);
    },
    died: ({ profile, message }) => died(profile, message),
  };

  // The lock is free when its worker is no more, however it ended.
  function mourn(mine, lock) {
    navigator.locks.request(lock, () => {
      if (worker === mine) died(0, 'it was ended');
    });
  }

  // What is posted before the worker is ready waits in it.
  function launch() {
    lock = `burnglass ${crypto.getRandomValues(new Uint32Array(4)).join()}`;
    worker = new Worker(url);
    worker.onmessage = ({ data }) => receive[data.type](data);
    worker.onerror = (event) => {
      event.preventDefault();
      died(0, event.message);
    };
    // What a worker has had compiled those after it have, too.
    post({ type: 'start', module, lock, sample });
    sample = null;
    return new Promise((resolve, reject) => (start = { resolve, reject }));
  }

  // Starts a fresh worker and lets it read what the old one had.
  function replace() {
    worker.onmessage = worker.onerror = null;
    worker.terminate();
    unpackers.endAll();
    for (const resolve of answers.values()) resolve('{"error": "the engine was started anew"}');
    answers.clear();
    // Told first: what is reloaded asks again for what it has no answer to.
    for (const number of layouts) hooks.laidOut(number, LOST_LAYOUT);
    layouts.clear();
    hooks.reload(0);
    const again = [...open, ...loading];
    open.clear();
    loading.clear();
    for (const [profile] of again) hooks.reload(profile);
    launch().catch((error) => giveUp(again, error));
    for (const [profile, { name, blob, part }] of again) client.open(profile, name, blob, part);
  }

  function giveUp(profiles, error) {
    open.clear();
    loading.clear();
    for (const [profile, { name }] of profiles) {
      hooks.failed(profile, name, `${name} was lost with the engine, which cannot be started again: ${error.message}`, false);
    }
  }

  // A worker died over a profile, or (0) it is not known over which.
  function died(profile, reason) {
    if (start) return start.reject(new Error(reason));
    const victim = profile || suspect();
    lastDeath = performance.now();
    const { name } = loading.get(victim) ?? open.get(victim) ?? {};
    loading.delete(victim);
    open.delete(victim);
    replace();
    console.warn(`Burnglass: the engine stopped: ${reason}`);
    if (name !== undefined) hooks.failed(victim, name, deathNote(name, reason), false);
  }

  function suspect() {
    const [reading] = loading.keys();
    if (reading) return reading;
    return performance.now() - lastDeath < AGAIN_MS ? hooks.shown() : 0;
  }

  function deathNote(name, reason) {
    const memory = /memory|allocat|OOM/i.test(reason) || heap.size > 3.5 * 2 ** 30;
    const what = memory
      ? `${name} needs more memory than a page may have (4 GB), so it was given up: the command line has no such limit, or measure for a shorter time.`
      : `The engine stopped while it worked on ${name}, so that was given up.`;
    return `${what} What else was open is read again.`;
  }

  // Memory of WebAssembly never shrinks; only a fresh worker gives it back to the machine.
  function restWhenIdle() {
    clearTimeout(idleTimer);
    if (heap.size < LARGE_HEAP || heap.used > heap.size / 2) return;
    idleTimer = setTimeout(() => {
      if (!loading.size && !answers.size && heap.used < heap.size / 2) replace();
    }, IDLE_MS);
  }

  const client = {
    // A part of a set is only decoded.
    open(profile, name, blob, part = false) {
      loading.set(profile, { name, blob, part });
      post({ type: 'open', profile, name, blob, part });
    },
    cancel: (profile) => post({ type: 'cancel', profile }),
    close(profile) {
      open.delete(profile);
      post({ type: 'close', profile });
    },
    ask(message) {
      asked++;
      post({ type: 'ask', message }, [message]);
    },
    layOut(profile, number, graph) {
      layouts.add(number);
      post({ type: 'layout', profile, number, graph });
    },
    // The answer's JSON text.
    json(profile, kind, query, options) {
      const id = nextAnswer++;
      post({ type: 'json', id, profile, kind, query, options });
      return new Promise((resolve) => answers.set(id, resolve));
    },
    isOpen: (profile) => open.has(profile),
    profiles: () => [...open.keys()],
    nameOf: (profile) => (open.get(profile) ?? loading.get(profile))?.name,
    busy: () => loading.size > 0 || answers.size > 0,
    heap: () => heap,
    asked: () => asked,
  };
  await launch();
  return client;
}
