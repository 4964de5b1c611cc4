// One classic script for the page and one for the worker, the glue of Emscripten bundled in.
import path from 'node:path';
import { build } from 'esbuild';

async function bundle(entry, glue, objects) {
  const result = await build({
    entryPoints: [entry],
    alias: { [glue.name]: path.resolve(objects, glue.file) },
    bundle: true,
    write: false,
    minify: true,
    format: 'iife',
    target: 'es2022',
    platform: 'browser',
    // The glue asks for these only under Node, which it is not built for.
    external: ['fs', 'path', 'crypto'],
    legalComments: 'none',
    logLevel: 'warning',
  });
  return result.outputFiles[0].text;
}

export const pageScript = (objects) => bundle('web/page/main.js', { name: 'viewer-glue', file: 'viewer.js' }, objects);
export const workerScript = (objects) => bundle('web/worker/main.js', { name: 'engine-glue', file: 'engine.js' }, objects);
