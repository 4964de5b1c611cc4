// Serves a folder on 127.0.0.1, on the wanted port or the next free one, and prints the address.
//
// usage: node serve.mjs FOLDER [PORT]
import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { createServer } from 'node:http';
import path from 'node:path';

const types = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json',
  '.wasm': 'application/wasm',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
};

const folder = path.resolve(process.argv[2]);
const wantedPort = Number(process.argv[3] ?? 8080);

// The file that a URL means, or nothing when it leads out of the folder or to nothing.
async function find(url) {
  let name;
  try {
    name = decodeURIComponent(new URL(url, 'http://localhost').pathname);
  } catch {
    return undefined;
  }
  const file = path.join(folder, name.endsWith('/') ? `${name}index.html` : name);
  if (!file.startsWith(folder + path.sep)) return undefined;
  const found = await stat(file).catch(() => undefined);
  return found?.isFile() ? { file, size: found.size } : undefined;
}

const server = createServer(async (request, response) => {
  const found = await find(request.url);
  if (!found || !['GET', 'HEAD'].includes(request.method)) {
    response.writeHead(404, { 'Content-Type': 'text/plain' }).end('There is nothing here.\n');
    return;
  }
  response.writeHead(200, {
    'Content-Type': types[path.extname(found.file)] ?? 'application/octet-stream',
    'Content-Length': found.size,
    // A rebuilt page must be seen at once.
    'Cache-Control': 'no-store',
  });
  if (request.method === 'HEAD') response.end();
  else
    createReadStream(found.file)
      .on('error', () => response.destroy())
      .pipe(response);
});

let port = wantedPort;
server.on('error', (error) => {
  if (error.code !== 'EADDRINUSE' || port >= Math.min(wantedPort + 100, 65535)) {
    console.error(`serve: ${error.message}`);
    process.exit(1);
  }
  server.listen(++port, '127.0.0.1');
});
server.on('listening', () =>
  console.log(`Burnglass is at http://127.0.0.1:${server.address().port}/`),
);
server.listen(port, '127.0.0.1');
