// The worker as the page sees it: started from a Blob (so that it inherits the page's policy), and
// replaced by a fresh one when it dies or has become too large. What is open is read again then.
import * as assets from './assets.js';

// A heap is worth giving back above this size, when less than half of it is used.
const LARGE_HEAP = 256 * 2 ** 20;
const IDLE_MS = 3000;

// hooks: messages(list), opened(profile), failed(profile, name, sentence, fromEngine), reload(profile)
export async function startEngine(hooks) {
  const [module, script] = await Promise.all([assets.module('engine.wasm'), assets.text('worker.js')]);
  const url = URL.createObjectURL(new Blob([script], { type: 'text/javascript' }));

  const open = new Map();     // profile → {name, blob}: decoded
  const loading = new Map();  // profile → {name, blob}: being read
  const answers = new Map();  // id → resolve of a JSON question
  let worker = null;
  let started = null;
  let heap = { used: 0, size: 0 };
  let nextAnswer = 1;
  let asked = 0;
  let idleTimer = 0;

  const post = (message, transfer = []) => worker.postMessage(message, transfer);

  const receive = {
    ready: () => started(),
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
      loading.delete(profile);
      hooks.opened(profile);
    },
    failed({ profile, name, message }) {
      loading.delete(profile);
      hooks.failed(profile, name, message, true);
    },
    unreadable({ profile, name, message }) {
      loading.delete(profile);
      hooks.failed(profile, name, message, false);
    },
    json({ id, text }) {
      answers.get(id)?.(text);
      answers.delete(id);
    },
    died: ({ profile, message }) => replaceDead(profile, message),
  };

  function launch() {
    const ready = new Promise((resolve) => (started = resolve));
    worker = new Worker(url);
    worker.onmessage = ({ data }) => receive[data.type](data);
    worker.onerror = (event) => {
      event.preventDefault();
      replaceDead(loading.keys().next().value ?? 0, event.message);
    };
    post({ type: 'start', module });
    return ready;
  }

  // Starts a fresh worker and lets it read what the old one had.
  async function replace() {
    worker.onmessage = worker.onerror = null;
    worker.terminate();
    for (const resolve of answers.values()) resolve('{"error": "the engine was started anew"}');
    answers.clear();
    const again = [...open, ...loading];
    open.clear();
    loading.clear();
    await launch();
    for (const [profile, { name, blob }] of again) {
      hooks.reload(profile);
      client.open(profile, name, blob);
    }
  }

  async function replaceDead(profile, reason) {
    const victim = loading.get(profile) ?? open.get(profile);
    loading.delete(profile);
    open.delete(profile);
    await replace();
    if (!victim) return;
    const memory = /memory|allocat/i.test(reason) || heap.size > 3.5 * 2 ** 30;
    hooks.failed(
      profile,
      victim.name,
      memory
        ? `${victim.name} needs more memory than a page may have (4 GB), so it was given up. What else was open is open again.`
        : `The engine stopped while it worked on ${victim.name} (${reason}). What else was open is open again.`,
      false,
    );
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
    open(profile, name, blob) {
      loading.set(profile, { name, blob });
      post({ type: 'open', profile, name, blob });
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
