// engine.wasm as it is shipped, given files of all sorts of damage: each opens or gets its sentence, what
// opens answers every question, what was open before answers as before, and closing gives all memory back.
import assert from 'node:assert/strict';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { gunzipSync } from 'node:zlib';
import { bombs } from './support/bombs.mjs';
import { check, finish, root, shared } from './support/checks.mjs';
import { startEngine } from './support/engine_wasm.mjs';
import { askEverything } from './support/every_question.mjs';
import { mutateProfile, seededRandom } from './support/mutate_profile.mjs';
import { recorded, recordedNames } from './support/recorded.mjs';
import { tooLarge } from '../web/worker/size_hint.js';

const [OPEN, FAILED] = [2, 3];
const engine = await startEngine();
const { wasm } = engine;

const GUEST = 2;
const host = recorded('cpu');
engine.load(1, host.name, host.bytes);
engine.take();
const topOf = (profile) => JSON.stringify(engine.json(profile, 'top', '', '{"limit": 20}'));
const before = topOf(1);

function assertSentence(text, name) {
  assert.ok(text.startsWith(`${name}: `), `names the file: ${text}`);
  assert.match(text, /\.$/);
  assert.ok(text.length < 500, `short: ${text}`);
  assert.doesNotMatch(text, /[\u0000-\u001f]/);
}

// True when it opens; its questions are asked, and it is closed.
function visit(name, bytes, number) {
  engine.load(GUEST, name, bytes);
  const state = wasm._engine_state(GUEST);
  if (state === OPEN) {
    engine.take();
    askEverything(engine, GUEST, number);
  } else {
    assert.equal(state, FAILED);
    assertSentence(engine.text(wasm._engine_error(GUEST)), name);
  }
  wasm._engine_close(GUEST);
  engine.take();
  return state === OPEN;
}

const folders = [
  path.join(root, 'tests/fuzz/seeds'),
  path.join(shared, 'conformance/go-real/malformed'),
  path.join(shared, 'conformance/google-pprof/fuzz'),
].filter(existsSync);
await check('every malformed file and every seed of the fuzzers opens or gets its sentence', () => {
  for (const folder of folders) {
    for (const entry of readdirSync(folder, { withFileTypes: true, recursive: true })) {
      if (!entry.isFile()) continue;
      const bytes = readFileSync(path.join(entry.path ?? folder, entry.name));
      visit(entry.name, bytes, bytes.length % 50);
    }
  }
  assert.equal(topOf(1), before);
});

const MUTATIONS = 150;
for (const name of recordedNames) {
  await check(`${name}.pb with ${MUTATIONS} damages opens or gets its sentence, and answers`, () => {
    const plain = gunzipSync(recorded(name).bytes);
    let opened = 0;
    for (let seed = 1; seed <= MUTATIONS; seed++) {
      const bytes = mutateProfile(plain, seededRandom(seed));
      try {
        opened += visit(`${name}-${seed}.pb`, bytes, seed % 40);
      } catch (error) {
        throw new Error(`seed ${seed}: ${error.message}`, { cause: error });
      }
    }
    // Both ways are tried: some damage is none to the grammar.
    assert.ok(opened > MUTATIONS / 10 && opened < MUTATIONS, `${opened} of ${MUTATIONS} opened`);
    assert.equal(topOf(1), before);
  });
}

await check('the same once more leaves nothing in the heap', () => {
  const heapAfter = () => {
    for (const name of recordedNames) {
      const plain = gunzipSync(recorded(name).bytes);
      for (let seed = 1; seed <= 40; seed++) {
        visit(`${name}-${seed}.pb`, mutateProfile(plain, seededRandom(seed)), seed);
      }
    }
    visit('heap.pb.gz', recorded('heap').bytes, 1);
    return wasm._engine_heap();
  };
  // What is allocated once and for good (tables of patterns and of formats, queues) is there after the first.
  const [, ...heaps] = [heapAfter(), heapAfter(), heapAfter()];
  // A piece that is used again may be larger than was asked for, by less than can be a piece.
  assert.ok(Math.abs(heaps[1] - heaps[0]) < 16, `${heaps}`);
});

// How long opening, asking and closing may take, on a machine that is busy; and what the heap may grow to.
const MOST_MS = 60_000;
const MOST_BYTES = 2 ** 31;
for (const { name, bytes, opens, says, total, refuses } of bombs) {
  await check(`${name} ${opens ? 'opens' : 'is refused'} in bounded time and memory`, () => {
    const file = bytes();
    const start = performance.now();
    engine.load(GUEST, name, file, 1 << 20);
    const state = wasm._engine_state(GUEST);
    const error = engine.text(wasm._engine_error(GUEST));
    if (says) assert.match(error, says);
    if (opens) assert.equal(error, '');
    if (state === OPEN) {
      engine.take();
      askEverything(engine, GUEST, 1);
      if (total) assert.equal(engine.json(GUEST, 'top').total, total);
      if (refuses) assert.match(engine.json(GUEST, 'top').error, refuses);
    } else {
      assertSentence(error, name);
    }
    wasm._engine_close(GUEST);
    engine.take();
    const took = performance.now() - start;
    if (process.env.BOMBS) console.log(`${name}: ${file.length} bytes, ${Math.round(took)} ms, ${wasm.HEAPU8.length >> 20} MB; ${error}`);
    assert.ok(took < MOST_MS, `${Math.round(took)} ms`);
    assert.ok(wasm.HEAPU8.length < MOST_BYTES, `${wasm.HEAPU8.length} bytes`);
    assert.equal(topOf(1), before);
  });
}

// Files of which only head, trailer and size are ever looked at.
const GB = 2 ** 30;
const pretended = (size, head, tail = []) => ({
  size,
  slice: (from) => new Blob([Uint8Array.from(from < 0 ? tail : [...head, ...Array(18).fill(0)].slice(0, 18))]),
});
const gzipHead = [0x1f, 0x8b, 8, 0];
const trailer = (size) => [0, 8, 16, 24].map((shift) => Math.floor(size / 2 ** shift) % 256);
for (const [what, blob, used, says] of [
  ['a small file', new Blob(['x']), 0, /^$/],
  ['a plain file of 5 GB', pretended(5 * GB, [0x0a]), 0, /has 5\.0 GB or more.*a page may have 4\.0 GB.*command line/],
  ['a gzip that says 3.9 GB', pretended(GB / 8, gzipHead, trailer(3.9 * GB)), 0.5 * GB, /has 3\.9 GB or more.*leaves 3\.5 GB/],
  ['a gzip that says nothing', pretended(GB / 8, gzipHead, trailer(0)), 0, /^$/],
  ['a gzip of 1 GB', pretended(GB / 8, gzipHead, trailer(GB)), 0, /^$/],
  ['a gzip of 1 GB beside much else', pretended(GB / 8, gzipHead, trailer(GB)), 3.5 * GB, /leaves 0\.5 GB.*Close other profiles/],
  ['a zstd frame of 8 GB', pretended(GB / 8, [0x28, 0xb5, 0x2f, 0xfd, 0xe0, 0, 0, 0, 0, 2, 0, 0, 0]), 0, /has 8\.0 GB or more/],
  ['a zstd frame that says nothing', pretended(GB / 8, [0x28, 0xb5, 0x2f, 0xfd, 0, 0x80]), 0, /^$/],
]) {
  await check(`${what} is known to fit or not before it is read`, async () => {
    assert.match(await tooLarge('big.pb.gz', blob, used), says);
  });
}

finish();
