// What the build put beside or into the page: engine, viewer, worker text, fonts, samples. Each file
// is either embedded as base64 (gzipped where that is smaller) or fetched with its integrity pinned.

export const build = JSON.parse(document.getElementById('burnglass-build').textContent);

async function embedded({ base64, gzip }) {
  const bytes = Uint8Array.from(atob(base64), (c) => c.charCodeAt(0));
  if (!gzip) return bytes;
  const inflated = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('gzip'));
  return new Uint8Array(await new Response(inflated).arrayBuffer());
}

async function fetched({ url, integrity }) {
  const response = await fetch(url, { integrity });
  if (!response.ok) throw new Error(`${url}: the server answered ${response.status}`);
  return response;
}

export async function bytes(name) {
  const file = build.files[name];
  if (file.base64 !== undefined) return embedded(file);
  return new Uint8Array(await (await fetched(file)).arrayBuffer());
}

export const text = async (name) => new TextDecoder().decode(await bytes(name));

// A compiled module; compiled while it arrives where the server names its type.
export async function module(name) {
  const file = build.files[name];
  if (file.base64 !== undefined) return WebAssembly.compile(await embedded(file));
  const response = await fetched(file);
  const type = response.headers.get('content-type') ?? '';
  if (type.startsWith('application/wasm')) return WebAssembly.compileStreaming(response);
  return WebAssembly.compile(await response.arrayBuffer());
}
