// The engine's exports as functions of JavaScript values. Pointers do not leave this file.
import createEngine from 'engine-glue';

const encoder = new TextEncoder();
const decoder = new TextDecoder();

// A heap that may not grow ends in an abort that says nothing of memory: it is noted here.
let refused = false;
const { grow } = WebAssembly.Memory.prototype;
WebAssembly.Memory.prototype.grow = function (pages) {
  try {
    const before = grow.call(this, pages);
    refused = false;
    return before;
  } catch (error) {
    refused = true;
    throw error;
  }
};
// Whether the last thing that the heap wanted was more memory than there is.
export const outOfMemory = () => refused;

// Instantiates the compiled module; glue of Emscripten only brings memory and a few imports.
async function instantiate(module) {
  const wasm = await createEngine({
    instantiateWasm(imports, done) {
      WebAssembly.instantiate(module, imports).then((instance) => done(instance, module));
      return {};
    },
  });
  // The heap's views are new after every growth, so they are asked for at each use.
  const heap = () => wasm.HEAPU8;
  const text = (pointer) => {
    const bytes = heap();
    let end = pointer;
    while (bytes[end]) end++;
    return decoder.decode(bytes.subarray(pointer, end));
  };
  return { wasm, heap, text };
}

// Only unpacks, one file.
export async function startUnpacker(module) {
  const { wasm, heap, text } = await instantiate(module);
  wasm._unpack_begin();
  return {
    // 0: well; 1: broken; 2: too much comes of it at once.
    push(bytes) {
      const pointer = wasm._unpack_buffer(bytes.length);
      heap().set(bytes, pointer);
      return wasm._unpack_push();
    },
    end: () => wasm._unpack_end(),
    // What came of the last of these; valid until the next.
    content() {
      const start = wasm._unpack_content();
      return heap().subarray(start, start + wasm._unpack_size());
    },
    packing: () => wasm._unpack_packing(),
    error: () => text(wasm._unpack_error()),
  };
}

export async function startEngine(module) {
  const { wasm, heap, text } = await instantiate(module);
  const put = (bytes) => {
    const pointer = wasm._engine_buffer(bytes.length);
    heap().set(bytes, pointer);
  };

  // Several strings of one call lie one after the other in the engine's buffer.
  function withText(strings, call) {
    const encoded = strings.map((string) => encoder.encode(string));
    let pointer = wasm._engine_buffer(encoded.reduce((sum, bytes) => sum + bytes.length, 1));
    const places = encoded.flatMap((bytes) => {
      heap().set(bytes, pointer);
      const place = [pointer, bytes.length];
      pointer += bytes.length;
      return place;
    });
    return call(...places);
  }

  return {
    open: (profile, name, size) =>
      withText([name], (pointer, n) => wasm._engine_open(profile, pointer, n, size)),
    openPart: (profile, name, size) =>
      withText([name], (pointer, n) => wasm._engine_open_part(profile, pointer, n, size)),
    feed(profile, bytes) {
      put(bytes);
      return wasm._engine_feed(profile, bytes.length) === 1;
    },
    end: (profile) => wasm._engine_end(profile),
    // Likewise, of a file that is unpacked elsewhere: its content, and bytes of the file until there.
    feedUnpacked(profile, content, packing, read) {
      put(content);
      return wasm._engine_feed_unpacked(profile, content.length, packing, read) === 1;
    },
    // `error`: what the unpacking ended by, or ''.
    endUnpacked: (profile, error) =>
      withText([error], (pointer, n) => wasm._engine_end_unpacked(profile, pointer, n)),
    cancel: (profile) => wasm._engine_cancel(profile),
    close: (profile) => wasm._engine_close(profile),
    state: (profile) => ['unknown', 'loading', 'open', 'failed'][wasm._engine_state(profile)],
    error: (profile) => text(wasm._engine_error(profile)),
    post(bytes) {
      put(bytes);
      wasm._engine_post(bytes.length);
    },
    step: (ms) => wasm._engine_step(ms) === 1,
    ahead: (ms) => wasm._engine_ahead(ms) === 1,
    takeAll() {
      const messages = [];
      while (wasm._engine_take()) {
        const start = wasm._engine_message();
        messages.push(heap().slice(start, start + wasm._engine_message_size()).buffer);
      }
      return messages;
    },
    // Some milliseconds of compiling ahead with a small profile; then without. False: that was enough.
    warm(bytes) {
      if (bytes) put(bytes);
      return wasm._engine_warm(bytes ? bytes.length : 0) === 1;
    },
    json: (profile, kind, query, options) =>
      text(withText([kind, query, options], (...places) => wasm._engine_json(profile, ...places))),
    heap: () => ({ used: wasm._engine_heap(), size: heap().byteLength }),
  };
}
