// Files that are broken on purpose, and bombs: the viewer outlives each and says what is wrong in a sentence
// with the file's name, and the profile that was open before is there and gives the same numbers.
import assert from 'node:assert/strict';
import { truncateSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { bombs } from '../support/bombs.mjs';
import { hostileFiles } from '../support/hostile_files.mjs';
import { assertCalm } from './support/calm.mjs';
import { choose, onDisk, openChosen } from './support/chosen.mjs';
import { assertTopIsPprofs, recorded } from './support/oracle.mjs';
import { SINGLE } from './support/places.mjs';
import { freshPages, test } from './support/test.mjs';
import { until } from './support/visit.mjs';

freshPages();

const cpu = recorded('cpu');

const top = (page, profile) => page.answer('top', { profile, limit: 20 });

// A page with a profile open; `same` holds that it is there and answers as before.
async function withProfile(visit) {
  const page = await visit(SINGLE, { reducedMotion: 'reduce' });
  const { opened } = await page.open([cpu]);
  await page.idle();
  const before = await top(page, opened[0].id);
  return { page, same: async () => assert.deepEqual(await top(page, opened[0].id), before) };
}

// Every view of what is in front, drawn.
async function lookAround(page) {
  await page.focusCanvas();
  for (const key of ['2', '3', '4', '5', '6', '7', 'i', '1', 'i']) await page.press(key);
}

test(
  'every malformed file and every seed of the fuzzers opens or gets its sentence',
  async ({ visit }) => {
    const { page, same } = await withProfile(visit);
    const faults = [];
    const files = hostileFiles();
    assert.ok(files.length > 4);
    for (const file of files) {
      const result = await page.open([file]);
      try {
        if (result.opened) {
          await lookAround(page);
          await page.close(result.opened[0].id);
        } else {
          assert.ok(!file.opens, `pprof reads it: ${result.rejected}`);
          assertCalm(result.rejected, file.name);
          await page.idle();
          assert.equal(await page.said('error'), result.rejected);
        }
        await same();
      } catch (error) {
        faults.push(`${file.name}: ${error.message}`);
      }
    }
    assert.deepEqual(faults, []);
    await page.show(cpu);
    await assertTopIsPprofs(page, cpu);
  },
  { seconds: 400 },
);

test('a file that cannot fit into memory is refused before it is read', async ({ visit, onEnd }) => {
  const file = onDisk('huge.pb', gunzipSync(cpu.bytes), onEnd);
  truncateSync(file, 6 * 2 ** 30); // sparse: it takes no room on the disk
  const { page, same } = await withProfile(visit);
  await choose(page, file);
  const { engineMemory } = await page.stats();
  const start = Date.now();
  const { rejected } = await openChosen(page);
  assert.ok(Date.now() - start < 10_000, 'it was not read');
  assertCalm(rejected, 'huge.pb');
  assert.match(rejected, /has 6\.0 GB or more.*a page may have 4\.0 GB.*command line/);
  assert.equal((await page.stats()).engineMemory, engineMemory);
  await page.idle();
  assert.equal(await page.said('error'), rejected);
  await same();
});

// Those that could kill the tab, and end soon enough for a test; tests/engine_hostile_test.mjs has all of them.
const SMALL = /^(twice|twenty|one-line|deflated|same-|far-ids|long-field|long-varint|negative|largest|overflow-[023])/;

for (const { name, bytes, opens, says } of bombs.filter(({ name }) => !SMALL.test(name))) {
  test(
    `the page outlives ${name}`,
    async ({ visit, onEnd }) => {
      const { page, same } = await withProfile(visit);
      await choose(page, onDisk(name, bytes(), onEnd));
      const result = await openChosen(page);
      if (says) assert.match(result.rejected ?? 'it opened', says);
      if (opens) assert.ok(result.opened, result.rejected);
      if (result.opened) {
        await lookAround(page);
        await page.close(result.opened[0].id);
      } else {
        assertCalm(result.rejected, name);
      }
      await same();
      await until(async () => (await page.fileTabs()).length >= 1, 'the tab');
      await page.show(cpu);
      await assertTopIsPprofs(page, cpu);
    },
    { seconds: 150 },
  );
}
