// node web/build.mjs [--allow ORIGIN]...
// Makes both forms of the page from one build of the WebAssembly programs:
//   build/web/dist/            index.html, scripts, .wasm, fonts: for a static host
//   build/web/burnglass.html   everything in one file, for disks, mails and shares
import crypto from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import zlib from 'node:zlib';
import { parseArgs } from 'node:util';
import { pageScript, workerScript } from './build/bundle.mjs';
import { fonts } from './build/fonts.mjs';
import { page, pinned, scriptText } from './build/html.mjs';
import { asHtml, licences } from './build/licences.mjs';
import { alphabetFor, pack } from './build/pack.mjs';

const OBJECTS = 'build/web-obj';
const OUT = 'build/web';
const DIST = path.join(OUT, 'dist');
const SAMPLES = ['cpu', 'heap', 'goroutine', 'block', 'mutex'];

const { values: options } = parseArgs({ options: { allow: { type: 'string', multiple: true, default: [] } } });

// "https://profiles.corp/x" allows the origin https://profiles.corp.
function originOf(text) {
  const url = URL.canParse(text) ? new URL(text) : null;
  if (url && /^https?:$/.test(url.protocol)) return url.origin;
  console.error(`build: --allow ${text}: this is no http or https address`);
  process.exit(2);
}

const allow = options.allow.map(originOf);
const version = /VERSION (\d+\.\d+\.\d+)/.exec(fs.readFileSync('CMakeLists.txt', 'utf8'))[1];
const style = fs.readFileSync('web/style.css', 'utf8');
const icon = `data:image/svg+xml,${encodeURIComponent(fs.readFileSync('web/icon.svg', 'utf8').trim())}`;
const notices = asHtml(licences(process.env.BURNGLASS_THIRD_PARTY ?? 'build/third_party', OBJECTS));

const worker = await workerScript(OBJECTS);
const main = await pageScript(OBJECTS);
const programs = {
  'engine.wasm': fs.readFileSync(path.join(OBJECTS, 'engine.wasm')),
  'viewer.wasm': fs.readFileSync(path.join(OBJECTS, 'viewer.wasm')),
  'worker.js': Buffer.from(worker),
  ...fonts(path.join(OBJECTS, 'fonts')),
};
// A sample is embedded in both forms: trying one asks nothing of the network.
const samples = Object.fromEntries(
  SAMPLES.map((name) => [`sample-${name}.pb`, zlib.gunzipSync(fs.readFileSync(`web/samples/${name}.pb.gz`))]),
);

const map = (object, f) => Object.fromEntries(Object.entries(object).map(([key, value]) => [key, f(key, value)]));
// What is in the page as text, and how to read it.
const embedded = (files) => {
  const alphabet = alphabetFor(Object.values(files));
  return { alphabet, files: map(files, (_, bytes) => ({ packed: pack(bytes, alphabet) })) };
};
const common = { style, licences: notices, version, icon };

// Names carry a hash of the content, so that no cache mixes the parts of two builds.
function writeHashed(name, bytes) {
  const { name: stem, ext } = path.parse(name);
  const file = `${stem}-${crypto.createHash('sha256').update(bytes).digest('hex').slice(0, 10)}${ext}`;
  fs.writeFileSync(path.join(DIST, file), bytes);
  return file;
}

function makeDist() {
  fs.rmSync(DIST, { recursive: true, force: true });
  fs.mkdirSync(DIST, { recursive: true });
  const files = map(programs, (name, bytes) => pinned(writeHashed(name, bytes), bytes));
  const script = writeHashed('burnglass.js', scriptText(main));
  const fromDisk = fs.readFileSync('web/from_disk.js', 'utf8');
  const { alphabet, files: texts } = embedded(samples);
  const build = { version, single: false, allow, alphabet, files: { ...files, ...texts } };
  const html = page({
    ...common,
    build,
    connect: ["'self'", ...allow],
    scripts: [{ text: fromDisk }, { text: main, src: script }],
  });
  fs.writeFileSync(path.join(DIST, 'index.html'), html);
}

function makeSingle() {
  const build = { version, single: true, allow: [], ...embedded({ ...programs, ...samples }) };
  fs.writeFileSync(path.join(OUT, 'burnglass.html'), page({ ...common, build, connect: ["'none'"], scripts: [{ text: main }] }));
}

const brotli = (file) => zlib.brotliCompressSync(fs.readFileSync(file)).length;
const kb = (bytes) => `${(bytes / 1000).toFixed(0)} KB`;

function report() {
  const files = fs.readdirSync(DIST).map((name) => path.join(DIST, name));
  const sizes = files.map(brotli);
  console.log(files.map((file, i) => `${path.basename(file)} ${kb(sizes[i])}`).join(', '));
  console.log(`build/web/dist weighs ${kb(sizes.reduce((a, b) => a + b, 0))}, burnglass.html ${kb(brotli(path.join(OUT, 'burnglass.html')))} (Brotli)`);
}

makeDist();
makeSingle();
report();
