// A plain static server on 127.0.0.1, without any special header.
import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { createServer } from 'node:http';
import path from 'node:path';

const types = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.wasm': 'application/wasm',
};

// Serves `folder` below `prefix`, and each folder of `mounts` ({'/profiles/': folder}) below its own path.
// `wasmType` is the Content-Type of .wasm files; `pages` ({'/host.html': text}) are served as they stand.
// Gives {url, port, requests, close}: `requests` holds the paths asked for so far.
export async function serve(
  folder,
  { prefix = '/', wasmType = types['.wasm'], mounts = {}, pages = {} } = {},
) {
  const roots = Object.entries({ ...mounts, [prefix]: folder })
    .map(([below, root]) => [below, path.resolve(root)])
    .sort(([a], [b]) => b.length - a.length);
  const requests = [];

  const find = async (pathname) => {
    const [below, root] = roots.find(([below]) => pathname.startsWith(below)) ?? [];
    if (!root) return undefined;
    const name = pathname.slice(below.length);
    const file = path.join(root, name === '' || name.endsWith('/') ? `${name}index.html` : name);
    if (!file.startsWith(root + path.sep)) return undefined;
    return (await stat(file).catch(() => undefined))?.isFile() ? file : undefined;
  };

  const server = createServer(async (request, response) => {
    const pathname = decodeURIComponent(new URL(request.url, 'http://localhost').pathname);
    requests.push(pathname);
    if (pages[pathname] !== undefined) {
      response.writeHead(200, { 'Content-Type': types['.html'] }).end(pages[pathname]);
      return;
    }
    const file = await find(pathname);
    if (!file) {
      response.writeHead(404, { 'Content-Type': 'text/plain' }).end('There is nothing here.\n');
      return;
    }
    const extension = path.extname(file);
    const type =
      extension === '.wasm' ? wasmType : (types[extension] ?? 'application/octet-stream');
    response.writeHead(200, { 'Content-Type': type });
    createReadStream(file).pipe(response);
  });
  await new Promise((done) => server.listen(0, '127.0.0.1', done));
  const { port } = server.address();
  return {
    url: `http://127.0.0.1:${port}${prefix}`,
    port,
    requests,
    close: () => {
      server.closeAllConnections();
      return new Promise((done) => server.close(done));
    },
  };
}
