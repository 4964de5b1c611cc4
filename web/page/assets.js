// What the build put beside or into the page: engine, viewer, worker text, fonts, samples. Each file
// is either embedded as text or fetched with its integrity pinned.

export const build = JSON.parse(document.getElementById('burnglass-build').textContent);

// The text has one character for each byte (web/build/pack.mjs).
const byteOf = new Uint8Array(0x300);
for (let byte = 0; byte < 256; byte++) byteOf[build.alphabet.charCodeAt(byte)] = byte;

function embedded(text) {
  const bytes = new Uint8Array(text.length);
  for (let i = 0; i < bytes.length; i++) bytes[i] = byteOf[text.charCodeAt(i)];
  return bytes;
}

async function fetched({ url, integrity }) {
  const response = await fetch(url, { integrity });
  if (!response.ok) throw new Error(`${url}: the server answered ${response.status}`);
  return response;
}

export async function bytes(name) {
  const file = build.files[name];
  if (file.packed !== undefined) return embedded(file.packed);
  return new Uint8Array(await (await fetched(file)).arrayBuffer());
}

export const text = async (name) => new TextDecoder().decode(await bytes(name));

// A compiled module; compiled while it arrives where the server names its type.
export async function module(name) {
  const file = build.files[name];
  if (file.packed !== undefined) return WebAssembly.compile(embedded(file.packed));
  const response = await fetched(file);
  const type = response.headers.get('content-type') ?? '';
  if (type.startsWith('application/wasm')) return WebAssembly.compileStreaming(response);
  return WebAssembly.compile(await response.arrayBuffer());
}
