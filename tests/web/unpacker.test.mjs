// A large file is read and unpacked by a worker of its own: it says and gives what a small one does, and the worker is gone
// when the file is open, or is not.
import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { rmSync } from 'node:fs';
import { gunzipSync, gzipSync } from 'node:zlib';
import { varint } from '../support/wire.mjs';
import { assertCalm } from './support/calm.mjs';
import { choose, onDisk, openChosen } from './support/chosen.mjs';
import { assertTopIsPprofs, recorded } from './support/oracle.mjs';
import { DIST, SINGLE } from './support/places.mjs';
import { freshPages, test } from './support/test.mjs';
import { until } from './support/visit.mjs';

freshPages();

const cpu = recorded('cpu');
const heap = recorded('heap');
// web/worker/loader.js: from so many bytes on.
const LARGE = 8 << 20;

// The recorded profile, with a field behind it that no reader knows.
const noise = randomBytes(LARGE + 100_000);
const content = Buffer.concat([gunzipSync(cpu.bytes), Buffer.from([...varint((99 << 3) | 2), ...varint(noise.length)]), noise]);
const packed = gzipSync(content, { level: 1 });

// Counts the workers that are started, and how many of them are still there.
function watchWorkers(page) {
  const seen = { started: 0 };
  page.page.on('worker', () => seen.started++);
  return { started: () => seen.started, alive: () => page.page.workers().length };
}

// Opens files from the disk, [[name, bytes], …].
async function openAll(page, files, onEnd) {
  await choose(page, files.map(([name, bytes]) => onDisk(name, bytes, onEnd)));
  return openChosen(page);
}

for (const place of [SINGLE, DIST]) {
  test(`a large file opens by a second worker, ${place}`, async ({ visit, onEnd }) => {
    const page = await visit(place);
    const workers = watchWorkers(page);
    const { opened } = await openAll(page, [['large.pb.gz', packed]], onEnd);
    assert.equal(opened?.length, 1);
    await page.idle();
    assert.equal(workers.started(), 1);
    await until(() => workers.alive() === 1, 'the engine alone is there');
    await assertTopIsPprofs(page, cpu);
  });
}

test('several large files at once, packed and not', async ({ visit, onEnd }) => {
  const page = await visit(SINGLE);
  const workers = watchWorkers(page);
  const files = [['one.pb.gz', packed], ['two.pb', content], ['three.pb.gz', heap.bytes]];
  const { opened } = await openAll(page, files, onEnd);
  assert.equal(opened.length, 3);
  await page.idle();
  assert.equal(workers.started(), 2);
  for (const { id } of opened.slice(0, 2)) {
    const top = await page.answer('top', { profile: id, limit: 5 });
    assert.deepEqual(top, await page.answer('top', { profile: opened[0].id, limit: 5 }));
  }
  await until(() => workers.alive() === 1, 'the engine alone is there');
});

const cut = packed.length - 50_000;
const damaged = Buffer.concat([packed.subarray(0, -8), Buffer.alloc(8, 7)]);
const broken = {
  'cut.pb.gz': [packed.subarray(0, cut), `the file is truncated: its gzip data breaks off at byte ${cut}.`],
  'damaged.pb.gz': [damaged, `the gzip data is corrupt at byte`],
  'behind.pb.gz': [Buffer.concat([packed, Buffer.from('behind')]), `there are bytes that do not belong to it behind the end`],
  'cut-content.pb.gz': [gzipSync(content.subarray(0, -10), { level: 1 }), `unpacked, the profile is truncated`],
  'nothing.pb.gz': [gzipSync(Buffer.concat([Buffer.from('no profile at all '), noise]), { level: 1 }), 'unpacked, this is not a profile'],
  'twice.pb.gz': [gzipSync(packed, { level: 1 }), 'it is packed twice'],
};

test('a large file that is broken says what a small one says, and what was open is there', async ({ visit, onEnd }) => {
  const page = await visit(SINGLE);
  const workers = watchWorkers(page);
  await page.open([cpu]);
  for (const [name, [bytes, sentence]] of Object.entries(broken)) {
    const { rejected } = await openAll(page, [[name, bytes]], onEnd);
    assertCalm(rejected ?? 'it opened', name);
    assert.ok(rejected.includes(sentence), `${rejected} says: ${sentence}`);
    await page.idle();
    await until(() => workers.alive() === 1, `${name}: the engine alone is there`);
  }
  assert.equal(workers.started(), Object.keys(broken).length);
  await page.show(cpu);
  await assertTopIsPprofs(page, cpu);
});

test('a large file that is gone before it is read', async ({ visit, onEnd }) => {
  const page = await visit(SINGLE);
  const workers = watchWorkers(page);
  await page.open([cpu]);
  const at = onDisk('gone.pb.gz', packed, onEnd);
  await choose(page, at);
  rmSync(at);
  const { rejected } = await openChosen(page);
  assertCalm(rejected ?? 'it opened', 'gone.pb.gz');
  assert.match(rejected, /could not be read/);
  await until(() => workers.alive() === 1, 'the engine alone is there');
  await page.show(cpu);
  await assertTopIsPprofs(page, cpu);
});

test('an engine that dies over a large file takes its helper with it', async ({ visit, onEnd }) => {
  const page = await visit(SINGLE, { before: () => {
    window.Worker = new Proxy(Worker, {
      construct(target, given) {
        const worker = Reflect.construct(target, given);
        (window.workers ??= []).push(worker);
        return worker;
      },
    });
  } });
  page.faultsExpected = true;
  const workers = watchWorkers(page);
  await page.open([cpu]);
  await choose(page, onDisk('large.pb.gz', packed, onEnd));
  await page.page.evaluate(() => {
    const struck = setInterval(() => {
      if (window.workers.length < 2) return;
      clearInterval(struck);
      window.workers[0].onmessage({ data: { type: 'died', profile: 0, message: 'struck by the test' } });
    }, 1);
  });
  const { rejected } = await openChosen(page);
  assertCalm(rejected ?? 'it opened', 'large.pb.gz');
  await page.idle();
  await until(() => workers.alive() === 1, 'one engine alone is there');
  await page.show(cpu);
  await assertTopIsPprofs(page, cpu);
});

// The second worker of the page has another script.
const secondWorkerRuns = (script) => `
  let workers = 0;
  window.Worker = new Proxy(Worker, {
    construct(target, given) {
      const own = URL.createObjectURL(new Blob([${JSON.stringify(script)}]));
      return Reflect.construct(target, ++workers === 2 ? [own] : given);
    },
  });`;

const unable = {
  'does not start': 'throw new Error("struck by the test");',
  'gives up in the middle': `onmessage = ({ data: { port, blob } }) => {
    port.postMessage({ content: new ArrayBuffer(1 << 20), size: 0, packing: 1, read: 100 });
    port.postMessage({ direct: true });
  };`,
};

for (const [what, script] of Object.entries(unable)) {
  test(`where the second worker ${what}, the engine reads the file itself`, async ({ visit, onEnd }) => {
    const page = await visit(SINGLE, { before: secondWorkerRuns(script) });
    page.faultsExpected = true;
    const { opened } = await openAll(page, [['large.pb.gz', packed]], onEnd);
    assert.equal(opened?.length, 1);
    await page.idle();
    await assertTopIsPprofs(page, cpu);
  });
}
