// The bytes of a file, piece by piece. Where the browser can, they are read into one buffer time after
// time: into fresh memory, as by the plain reader, takes three times as long.
const PIECE = 1 << 20;

function readerOf(stream) {
  try {
    return { reader: stream.getReader({ mode: 'byob' }), again: true };
  } catch {
    return { reader: stream.getReader(), again: false };
  }
}

export function piecesOf(blob) {
  const { reader, again } = readerOf(blob.stream());
  let buffer = again && new Uint8Array(Math.max(1, Math.min(PIECE, blob.size)));
  return {
    // As a reader's read(); `value` is valid until the next call.
    async next() {
      if (!again) return reader.read();
      const { done, value } = await reader.read(buffer);
      if (!done) buffer = new Uint8Array(value.buffer);
      return { done, value };
    },
    cancel: () => reader.cancel().catch(() => {}),
  };
}
