// gzip as small as it gets: by zopfli, which takes seconds for a megabyte and so is kept from build to build.
import { execFileSync } from 'node:child_process';
import crypto from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import zlib from 'node:zlib';

const KEPT = 'build/web-obj/packed';

function zopfli(bytes) {
  const name = crypto.createHash('sha256').update(bytes).digest('hex');
  const file = path.join(KEPT, name);
  const packed = `${file}.gz`;
  if (!fs.existsSync(packed)) {
    fs.mkdirSync(KEPT, { recursive: true });
    fs.writeFileSync(file, bytes);
    fs.writeFileSync(packed, execFileSync('zopfli', ['-c', file], { maxBuffer: 1 << 30 }));
    fs.rmSync(file);
  }
  return fs.readFileSync(packed);
}

// A system without zopfli makes a page that is a few percent heavier.
export function gzip(bytes) {
  try {
    return zopfli(bytes);
  } catch (error) {
    if (error.code !== 'ENOENT') throw error;
    return zlib.gzipSync(bytes, { level: 9 });
  }
}
