// The viewer's exports as functions of JavaScript values. Pointers do not leave this file.
import createViewer from 'viewer-glue';
import * as assets from './assets.js';

const encoder = new TextEncoder();
const decoder = new TextDecoder();

const FONTS = ['sans.otf', 'semibold.otf', 'mono.ttf'];

// `machine` is what the viewer calls (src/host/page.js). Null where there is no WebGL2.
export async function startViewer(machine) {
  const [module, ...fonts] = await Promise.all([
    assets.module('viewer.wasm'),
    ...FONTS.map((name) => assets.bytes(name)),
  ]);
  const wasm = await createViewer({
    page: machine,
    canvas: document.getElementById('canvas'),
    instantiateWasm(imports, done) {
      WebAssembly.instantiate(module, imports).then((instance) => done(instance, module));
      return {};
    },
  });

  // Puts bytes where the next call expects them, and says how many they are.
  const put = (bytes) => {
    const pointer = wasm._viewer_buffer(bytes.length);
    wasm.HEAPU8.set(bytes, pointer);
    return bytes.length;
  };
  const putText = (string) => put(encoder.encode(string));
  const text = (pointer) => {
    const bytes = wasm.HEAPU8;
    let end = pointer;
    while (bytes[end]) end++;
    return decoder.decode(bytes.subarray(pointer, end));
  };

  fonts.forEach((font, which) => wasm._viewer_font(which, put(font)));
  // The field over the canvas shows the same face.
  const faces = [['Burnglass Sans', '400'], ['Burnglass Sans', '600'], ['Burnglass Mono', '400']];
  faces.forEach(([family, weight], i) => document.fonts.add(new FontFace(family, fonts[i], { weight })));
  if (!wasm._viewer_start()) return null;

  return {
    draws: true,
    receive: (message) => wasm._viewer_receive(put(new Uint8Array(message))),
    resize: (w, h, dpr) => wasm._viewer_resize(w, h, dpr),
    reading: (profile, name, done, total) => wasm._viewer_reading(profile, done, total, putText(name)),
    // False: it cannot show a set.
    set(first, count, name) {
      wasm._viewer_set(first, count, putText(name));
      return true;
    },
    failed: (profile, name, sentence) => wasm._viewer_failed(profile, putText(`${name}\n${sentence}`)),
    source: (path, string) => wasm._viewer_source(putText(`${path}\n${string}`)),
    layout: (number, string) => wasm._viewer_layout(number, putText(string)),
    reload: (profile) => wasm._viewer_reload(profile),
    frame: (now) => wasm._viewer_frame(now),
    pointer: (what, x, y, button, mods, touch) =>
      wasm._viewer_pointer(what, x, y, button, mods, touch ? 1 : 0),
    wheel: (x, y, dx, dy, mods) => wasm._viewer_wheel(x, y, dx, dy, mods) === 1,
    pinch: (x, y, factor) => wasm._viewer_pinch(x, y, factor),
    key: (down, code, key, mods) =>
      wasm._viewer_key(down ? 1 : 0, putText(`${code}\n${key}`), mods) === 1,
    blur: () => wasm._viewer_blur(),
    field: (field, string) => wasm._viewer_field(field, putText(string)),
    fieldKey: (field, key, mods) => wasm._viewer_field_key(field, key, mods) === 1,
    context: (lost) => wasm._viewer_context(lost ? 1 : 0),
    preferences: (dark, contrast, still, coarse) =>
      wasm._viewer_preferences(+dark, +contrast, +still, +coarse),
    embedded: (yes) => wasm._viewer_embedded(+yes),
    dragging: (yes) => wasm._viewer_dragging(+yes),
    query: () => text(wasm._viewer_text(0)),
    link: () => text(wasm._viewer_text(1)),
    snapshot: () => text(wasm._viewer_text(2)),
    stats: () => text(wasm._viewer_text(3)),
    state: () => text(wasm._viewer_text(4)),
    apply: (string) => wasm._viewer_apply(putText(string)) === 1,
    make: (plan) => wasm._viewer_make(putText(plan)) >>> 0,
    history: (step) => wasm._viewer_history(step),
    settings: (string) => wasm._viewer_settings(putText(string)),
    command: (name) => wasm._viewer_command(putText(name)) === 1,
    busy: () => wasm._viewer_busy() === 1,
    heap: () => wasm._viewer_heap(),
    // A moment's worth of making memory ready; true: there is more of it.
    warm: () => wasm._viewer_warm() === 1,
  };
}
