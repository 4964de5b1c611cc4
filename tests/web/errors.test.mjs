// Files that are no profile, or no whole one: the sentence says which file, what and where, and what was
// open stays open.
import assert from 'node:assert/strict';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { shared } from '../support/checks.mjs';
import { assertCalm } from './support/calm.mjs';
import { assertTopIsPprofs, recorded } from './support/oracle.mjs';
import { drop } from './support/drop.mjs';
import { SINGLE } from './support/places.mjs';
import { writeLargeProfile } from './support/profile_writer.mjs';
import { Skip, test } from './support/test.mjs';
import { until } from './support/visit.mjs';

const cpu = recorded('cpu');
const plain = gunzipSync(cpu.bytes);
const goReal = path.join(shared, 'conformance/go-real');

// The bytes with one of them, at `at`, turned round.
function damaged(bytes, at) {
  const copy = Buffer.from(bytes);
  copy[at] ^= 0xff;
  return copy;
}

const broken = [
  ['an empty file', 'empty.pb.gz', Buffer.alloc(0), /empty/i],
  ['a gzip of nothing', 'nothing.pb.gz', gzipSync(''), /empty/i],
  [
    'words',
    'notes.txt',
    Buffer.from('Dear all,\nthe minutes are attached.\n'),
    /not a profile|no profile|not.*recogni[sz]ed/i,
  ],
  [
    'a picture',
    'cat.png',
    Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex'),
    /not a profile|no profile|not.*recogni[sz]ed/i,
  ],
  [
    'a gzip cut in half',
    'half.pb.gz',
    cpu.bytes.subarray(0, cpu.bytes.length >> 1),
    /truncated.*\d/i,
  ],
  ['a gzip without its last byte', 'short.pb.gz', cpu.bytes.subarray(0, -1), /truncated.*\d/i],
  ['a corrupt gzip', 'corrupt.pb.gz', damaged(cpu.bytes, 2000), /corrupt.*\d/i],
  [
    'a gzip with a wrong checksum',
    'checksum.pb.gz',
    damaged(cpu.bytes, cpu.bytes.length - 6),
    /corrupt|checksum/i,
  ],
  [
    'a plain profile cut in half',
    'half.pb',
    plain.subarray(0, (plain.length >> 1) + 1),
    /truncated.*\d/i,
  ],
];

test('each broken file gets its sentence, and what was open stays', async ({ visit }) => {
  const page = await visit(SINGLE);
  await page.open([cpu]);
  const faults = [];
  for (const [what, name, bytes, says] of broken) {
    try {
      const { rejected } = await page.open([{ name, bytes }]);
      assertCalm(rejected, name);
      assert.match(rejected, says);
      await page.show(cpu);
      await assertTopIsPprofs(page, cpu);
    } catch (error) {
      faults.push(`${what}: ${error.message}`);
    }
  }
  assert.deepEqual(faults, []);
});

test('a failure is on screen, with its file, beside what was open', async ({ visit }) => {
  const page = await visit(SINGLE);
  await page.open([cpu]);
  const { rejected } = await page.open([{ name: 'notes.txt', bytes: Buffer.from('Dear all,\n') }]);
  await page.idle();
  assert.equal(await page.said('error'), rejected);
  assert.ok((await page.fileTabs()).some(({ name }) => name.includes('notes')));
  await page.show(cpu);
  assert.ok((await page.all('box')).length > 10);
});

test('a file that is gone when it is read gets a sentence', async ({ visit }) => {
  const page = await visit(SINGLE);
  // A Blob whose bytes cannot be had, as a file that was moved after it was chosen.
  const message = await page.page.evaluate(() => {
    const data = new Blob(['x']);
    data.stream = () =>
      new ReadableStream({
        start: (controller) => controller.error(new DOMException('gone', 'NotFoundError')),
      });
    return window.burnglass.open([{ name: 'moved.pb.gz', data }]).then(
      () => 'opened',
      (error) => error.message,
    );
  });
  assertCalm(message, 'moved.pb.gz');
});

// A drop of a large file and a small one: while the first is read, something happens to the second.
for (const [what, happens] of [
  ['deleted', (file) => rmSync(file)],
  ['changed', (file) => writeFileSync(file, plain)],
]) {
  test(`a file that is ${what} between drop and read gets a sentence`, async ({ visit, onEnd }) => {
    const folder = mkdtempSync(path.join(tmpdir(), 'burnglass-'));
    onEnd(() => rmSync(folder, { recursive: true }));
    const [large, small] = ['large.pb.gz', 'small.pb.gz'].map((name) => path.join(folder, name));
    writeFileSync(large, writeLargeProfile(400_000));
    writeFileSync(small, cpu.bytes);
    const page = await visit(SINGLE);
    await page.open([cpu]);
    await drop(page, [large, small]);
    happens(small); // the large one is being read now
    const tab = await until(
      async () => (await page.fileTabs()).find(({ name }) => name.includes('small')),
      'the tab of the small file',
      40,
    );
    await page.clickAt(tab);
    const said = await until(() => page.said('error'), 'the sentence', 40);
    assertCalm(said, 'small.pb.gz');
    assert.match(said, /moved or changed/);
    await page.show(cpu);
    await assertTopIsPprofs(page, cpu);
  });
}

test('dropping a folder does no harm', async ({ visit }) => {
  const page = await visit(SINGLE);
  await page.open([cpu]);
  await drop(page, [path.dirname(cpu.path)]);
  await page.idle();
  await page.show(cpu);
  await assertTopIsPprofs(page, cpu);
});

test('a goroutine dump of debug=2 opens or gets its sentence', async ({ visit }) => {
  const file = path.join(goReal, 'goroutine.debug2.txt');
  if (!existsSync(file)) throw new Skip(`no shared data at ${shared} (BURNGLASS_SHARED)`);
  const page = await visit(SINGLE);
  const result = await page.open([{ name: 'goroutine.debug2.txt', bytes: readFileSync(file) }]);
  if (!result.opened) {
    assertCalm(result.rejected, 'goroutine.debug2.txt');
    assert.match(result.rejected, /goroutine/i);
  }
});
