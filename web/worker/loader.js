// Loads, one after the other: the file's stream goes into the engine chunk by chunk. Between two
// chunks the engine answers what was asked, and Cancel works.

import { piecesOf } from './pieces.js';
import { tooLarge } from './size_hint.js';

// A chunk is cut so that no call into the engine is long.
const CHUNK = 1 << 20;
// A file of this size is read and unpacked by a worker of its own (unpacker.js): it takes a moment to start.
const LARGE = 8 << 20;
// How long chunks may follow each other before messages of the page are looked at.
const TURN_MS = 40;

// The file's own fault; what else is thrown is the engine's end.
class Unreadable extends Error {}
const unreadable = (error) => {
  throw new Unreadable(error.message);
};

export function createLoader(engine, { post, afterChunk, schedule, guard }) {
  const queue = [];
  const waiting = new Map(); // profile → name: fed completely, the engine is still building
  let running = null;

  const nextTurn = () =>
    new Promise((resolve) => {
      const channel = new MessageChannel();
      channel.port1.onmessage = () => {
        channel.port1.close();
        resolve();
      };
      channel.port2.postMessage(0);
    });

  async function feed(job) {
    const pieces = piecesOf(job.blob);
    let turn = performance.now();
    try {
      for (;;) {
        const { done, value } = await pieces.next().catch(unreadable);
        if (job.cancelled) return false;
        if (done) return true;
        for (let at = 0; at < value.length; at += CHUNK) {
          if (!engine.feed(job.profile, value.subarray(at, at + CHUNK))) return false;
          if (performance.now() - turn < TURN_MS) continue;
          afterChunk();
          await nextTurn();
          if (job.cancelled) return false;
          turn = performance.now();
        }
      }
    } finally {
      pieces.cancel();
    }
  }

  // The port to a worker that unpacks, or null.
  const unpackerOf = (job) =>
    new Promise((resolve) => {
      job.unpacker = resolve;
      post({ type: 'unpacker', profile: job.profile });
    });

  // Feeds what an unpacker sends. Fulfils with what `feed` gives, or undefined: the unpacker gave up.
  const feedUnpacked = (job, port) =>
    new Promise((resolve, reject) => {
      job.unpacker = () => resolve(undefined);
      const take = ({ content, size, packing, read }) => {
        if (!engine.feedUnpacked(job.profile, new Uint8Array(content, 0, size), packing, read)) return resolve(false);
        port.postMessage(content, [content]);
        afterChunk();
      };
      port.onmessage = ({ data }) => {
        try {
          if (job.cancelled) resolve(false);
          else if (data.content) take(data);
          else if (data.unreadable) reject(new Unreadable(data.unreadable));
          else resolve(data.direct ? undefined : data.end);
        } catch (error) {
          reject(error);
        }
      };
    }).finally(() => port.close());

  // All bytes of the file, either way.
  async function read(job) {
    const port = job.part || job.blob.size < LARGE ? null : await unpackerOf(job);
    if (port) {
      const end = await feedUnpacked(job, port);
      if (end === false) return;
      if (end !== undefined) return engine.endUnpacked(job.profile, end);
      begin(job);
    }
    if (await feed(job)) engine.end(job.profile);
  }

  function giveUp({ profile, name }, message) {
    engine.cancel(profile);
    post({ type: 'unreadable', profile, name, message });
  }

  const begin = ({ part, profile, name, blob }) =>
    (part ? engine.openPart : engine.open)(profile, name, blob.size);

  async function run(job) {
    running = job;
    begin(job);
    try {
      const unfit = await tooLarge(job.name, job.blob, engine.heap().used).catch(unreadable);
      if (unfit) return giveUp(job, unfit);
      await read(job);
      // Hundreds of files are not held half read.
      if (job.part) afterChunk();
    } catch (error) {
      if (!(error instanceof Unreadable)) throw error;
      return giveUp(job, `${job.name} could not be read: the browser says "${error.message}". It may have been moved or changed since it was chosen; choose it again.`);
    }
    waiting.set(job.profile, job.name);
    schedule();
  }

  async function drain() {
    while (queue.length) {
      try {
        await run(queue.shift());
      } catch (error) {
        guard(() => {
          throw error;
        });
        return;
      } finally {
        running = null;
      }
    }
  }

  return {
    add({ profile, name, blob, part }) {
      queue.push({ profile, name, blob, part, cancelled: false });
      if (!running) drain();
    },
    cancel(profile) {
      const queued = queue.findIndex((job) => job.profile === profile);
      if (queued >= 0) {
        // It never reached the engine; open and cancel give it the engine's own sentence.
        const [job] = queue.splice(queued, 1);
        engine.open(job.profile, job.name, job.blob.size);
        waiting.set(profile, job.name);
      }
      if (running?.profile === profile) running.cancelled = true;
      engine.cancel(profile);
    },
    // The page's answer to what a load asked for: the port; null: there is none, or none any more.
    unpacker(profile, port) {
      if (running?.profile === profile) running.unpacker(port);
    },
    // Tells the page which loads have ended.
    settle() {
      for (const [profile, name] of waiting) {
        const state = engine.state(profile);
        if (state === 'loading') continue;
        waiting.delete(profile);
        if (state === 'open') post({ type: 'opened', profile, name });
        else post({ type: 'failed', profile, name, message: engine.error(profile) });
      }
    },
    // The profile that is being read, for the case that the engine dies of it.
    current: () => running?.profile ?? waiting.keys().next().value ?? 0,
  };
}
