// Prints what each output weighs on the wire: every file Brotli-compressed, in KB of 1000 bytes.
import fs from 'node:fs';
import path from 'node:path';
import zlib from 'node:zlib';

const brotli = (file) =>
  zlib.brotliCompressSync(fs.readFileSync(file), {
    params: { [zlib.constants.BROTLI_PARAM_QUALITY]: 11, [zlib.constants.BROTLI_PARAM_LGWIN]: 24 },
  }).length;

const kb = (bytes) => (bytes / 1000).toFixed(1).padStart(8);

function weigh(title, files) {
  let total = 0;
  console.log(`${title}   raw KB   Brotli KB`);
  for (const file of files) {
    const size = brotli(file);
    total += size;
    console.log(`  ${path.basename(file).padEnd(24)}${kb(fs.statSync(file).size)} ${kb(size)}`);
  }
  console.log(`  ${'together'.padEnd(24)}${' '.repeat(8)} ${kb(total)}`);
}

const dist = 'build/web/dist';
weigh('dist', fs.readdirSync(dist).map((name) => path.join(dist, name)).filter((f) => fs.statSync(f).isFile()));
weigh('single file', ['build/web/burnglass.html']);
