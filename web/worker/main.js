// The worker: one engine, its queue, and the loads that feed it. The page speaks to it in small
// objects (see the switch below); answers of the engine go back as whole messages, transferred.
import { outOfMemory, startEngine } from './engine.js';
import { layOut } from './layout.js';
import { createLoader } from './loader.js';
import { unpack } from './unpacker.js';

let engine = null;
let loader = null;
let stepping = false;

// A macrotask of our own: it lets messages of the page in between two steps of work.
const turn = new MessageChannel();
turn.port1.onmessage = () => {
  stepping = false;
  guard(() => {
    const busy = engine.step(20);
    const said = deliver();
    loader.settle();
    // What is delivered is on its way to the page while the engine goes on.
    if (busy || engine.ahead(20)) schedule();
    else if (!said) self.postMessage({ type: 'heap', ...engine.heap() });
  });
};

function schedule() {
  if (stepping) return;
  stepping = true;
  turn.port2.postMessage(0);
}

// True: there was something to be said.
function deliver() {
  const messages = engine.takeAll();
  if (messages.length) self.postMessage({ type: 'messages', messages, ...engine.heap() }, messages);
  return messages.length > 0;
}

// Above this a column that is to be doubled may want more than there can be, which is refused without trying.
const MOST_WITHOUT_DOUBT = 2 ** 31;

// An engine that threw is not to be trusted any more: the page starts a new worker.
function die(error, profile = 0) {
  const memory = outOfMemory() || engine?.heap().size > MOST_WITHOUT_DOUBT;
  const message = memory ? 'out of memory' : String(error?.message ?? error);
  self.postMessage({ type: 'died', profile: profile || (loader?.current() ?? 0), message });
}

function guard(work, profile) {
  try {
    work();
  } catch (error) {
    die(error, profile);
  }
}

// Held as long as the worker lives: the page waits for it, and so knows of every end, the silent ones, too. True
// once it is held; pages without a secure context have no locks.
const hold = (lock) =>
  new Promise((resolve) => {
    const locks = navigator.locks;
    if (!locks) return resolve(false);
    locks.request(lock, () => new Promise(() => resolve(true))).catch(() => resolve(false));
  });

// Until a file is opened, the engine gets the browser to compile it (src/engine/warm_up.h).
const warming = new MessageChannel();
const warm = (bytes) =>
  guard(() => {
    if (engine.warm(bytes)) warming.port2.postMessage(0);
  });
warming.port1.onmessage = () => warm();

const actions = {
  async start({ module, lock, sample }) {
    const held = hold(lock);
    engine = await startEngine(module);
    loader = createLoader(engine, {
      post: (message) => self.postMessage(message),
      afterChunk: () => {
        engine.step(0);
        deliver();
      },
      schedule,
      guard,
    });
    self.postMessage({ type: 'ready', held: await held });
    if (sample) warm(sample);
  },
  open: (message) => loader.add(message),
  unpacker: ({ profile, port }) => loader.unpacker(profile, port),
  cancel({ profile }) {
    loader.cancel(profile);
    schedule();
  },
  close({ profile }) {
    engine.close(profile);
    schedule();
  },
  ask({ message }) {
    engine.post(new Uint8Array(message));
    schedule();
  },
  layout({ number, graph }) {
    self.postMessage({ type: 'layout', number, text: layOut(graph) });
  },
  json({ id, profile, kind, query, options }) {
    self.postMessage({ type: 'json', id, text: engine.json(profile, kind, query, options) });
    schedule();
  },
};

// What comes while the engine is being started waits for it.
let started = null;
self.onmessage = ({ data }) => {
  if (data.type === 'unpack') {
    unpack(data);
  } else if (data.type === 'start') {
    started = actions.start(data);
    started.catch((error) => die(error));
  } else {
    started.then(() => guard(() => actions[data.type](data), data.type === 'json' ? data.profile : 0), () => {});
  }
};
