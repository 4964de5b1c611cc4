// A worker that reads a large file and unpacks it for the worker that runs the engine: what comes next is unpacked
// while what came before becomes a profile.
import { startUnpacker } from './engine.js';
import { piecesOf } from './pieces.js';

// Bytes of the file that are unpacked at once: what gzip makes of so few is never too much.
const PACKED = 64 << 10;
const CONTENT = 1 << 20;
// So many pieces of content are on their way before one has come back.
const AHEAD = 4;

// The pieces of content, in buffers that go to the engine and come back.
function outlet(port) {
  const spare = [];
  let away = 0;
  let wake = () => {};
  let buffer = new Uint8Array(CONTENT);
  let filled = 0;
  port.onmessage = ({ data }) => {
    spare.push(new Uint8Array(data));
    away--;
    wake();
  };
  const isBack = () => new Promise((resolve) => (wake = resolve));

  async function send(state) {
    port.postMessage({ content: buffer.buffer, size: filled, ...state }, [buffer.buffer]);
    away++;
    while (away >= AHEAD) await isBack();
    buffer = spare.pop() ?? new Uint8Array(CONTENT);
    filled = 0;
  }

  return {
    // `state`: what the content came from, {packing, read}.
    async add(content, state) {
      for (let at = 0; at < content.length; ) {
        const part = content.subarray(at, at + CONTENT - filled);
        buffer.set(part, filled);
        filled += part.length;
        at += part.length;
        if (filled === CONTENT) await send(state);
      }
    },
    rest: async (state) => filled > 0 && send(state),
  };
}

// Posts {content, size, packing, read}, and gets each buffer back; at the end one of {end: sentence or ''}, {unreadable: why},
// and {direct}: it cannot be done here.
async function unpackInto(port, module, blob) {
  const unpacker = await startUnpacker(module);
  const out = outlet(port);
  const pieces = piecesOf(blob);
  const state = { packing: 0, read: 0 };
  // Passes on what came of a push or the end; how it ended where that was no good.
  const take = async (outcome) => {
    state.packing = unpacker.packing();
    await out.add(unpacker.content(), state);
    if (outcome === 0) return undefined;
    if (outcome === 2) return { direct: true };
    await out.rest(state);
    return { end: unpacker.error() };
  };
  for (;;) {
    let piece;
    try {
      piece = await pieces.next();
    } catch (error) {
      return { unreadable: error.message };
    }
    if (piece.done) break;
    for (let at = 0; at < piece.value.length; at += PACKED) {
      const packed = piece.value.subarray(at, at + PACKED);
      state.read += packed.length;
      const ended = await take(unpacker.push(packed));
      if (ended) return ended;
    }
  }
  const ended = await take(unpacker.end());
  if (ended) return ended;
  await out.rest(state);
  return { end: '' };
}

export const unpack = ({ module, blob, port }) =>
  unpackInto(port, module, blob)
    .catch(() => ({ direct: true }))
    .then((how) => port.postMessage(how));
