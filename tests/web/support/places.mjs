// Where the page is opened from: each output in every way that people are told to use it.
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { root } from '../../support/checks.mjs';
import { data } from '../../support/recorded.mjs';
import { INTRANET } from './browser.mjs';
import { serve } from './server.mjs';

export const dist = path.join(root, 'build/web/dist');
export const single = path.join(root, 'build/web/burnglass.html');
export { data };

// The servers hand out the recorded profiles below profiles/, for links.
const start = {
  'single file from disk': async () => ({ url: pathToFileURL(single).href }),
  'dist on 127.0.0.1': () => serve(dist, { mounts: { '/profiles/': data } }),
  'dist under a path of an intranet host': async () => {
    const prefix = '/tools/burnglass/';
    const server = await serve(dist, { prefix, mounts: { [`${prefix}profiles/`]: data } });
    return { ...server, url: `http://${INTRANET}:${server.port}${prefix}` };
  },
  'dist with wasm as application/octet-stream': () =>
    serve(dist, { wasmType: 'application/octet-stream', mounts: { '/profiles/': data } }),
};

export const SINGLE = 'single file from disk';
export const DIST = 'dist on 127.0.0.1';
export const placeNames = Object.keys(start);
export const isServed = (name) => name !== SINGLE;

const started = new Map();

// {url, and what `serve` gives where there is a server}; a place is started once.
export function place(name) {
  if (!started.has(name)) started.set(name, start[name]());
  return started.get(name);
}

export async function closePlaces() {
  for (const promise of started.values()) await (await promise).close?.();
  started.clear();
}
