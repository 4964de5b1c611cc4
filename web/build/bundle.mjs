// One classic script for the page and one for the worker, the glue of Emscripten bundled in.
import fs from 'node:fs';
import path from 'node:path';
import { build } from 'esbuild';

// The glue is a script that leaves a factory behind; here it becomes the module `name`, whose default
// export is that factory.
const glue = ({ name, file, factory }) => ({
  name,
  setup({ onResolve, onLoad }) {
    onResolve({ filter: new RegExp(`^${name}$`) }, () => ({ path: file, namespace: name }));
    onLoad({ filter: /./, namespace: name }, () => ({
      contents: `${fs.readFileSync(file, 'utf8')}\nexport default ${factory};`,
      loader: 'js',
    }));
  },
});

async function bundle(entry, factory) {
  const result = await build({
    entryPoints: [entry],
    plugins: [glue(factory)],
    bundle: true,
    write: false,
    minify: true,
    format: 'iife',
    target: 'es2022',
    platform: 'browser',
    legalComments: 'none',
    logLevel: 'warning',
    // The glue's own way to export itself, which is not taken here.
    logOverride: { 'commonjs-variable-in-esm': 'silent' },
  });
  return result.outputFiles[0].text;
}

export const pageScript = (objects) =>
  bundle('web/page/main.js', { name: 'viewer-glue', file: path.resolve(objects, 'viewer.js'), factory: 'createViewer' });
export const workerScript = (objects) =>
  bundle('web/worker/main.js', { name: 'engine-glue', file: path.resolve(objects, 'engine.js'), factory: 'createEngine' });
