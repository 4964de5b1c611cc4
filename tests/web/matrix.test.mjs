// Both outputs in every place, files given in every way: the flame graph is there and the first rows of
// the top table are pprof's.
import assert from 'node:assert/strict';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { choose, drop, paste } from './support/drop.mjs';
import { assertTopIsPprofs, recorded, recordedNames } from './support/oracle.mjs';
import { dist, isServed, placeNames, SINGLE } from './support/places.mjs';
import { freshPages, test } from './support/test.mjs';
import { has, until } from './support/visit.mjs';

freshPages();

const profiles = recordedNames.map(recorded);
const [cpu, heap, goroutine] = profiles;

// The profile is the active tab, its boxes are drawn and its numbers are pprof's.
async function assertShown(visit, profile) {
  await until(
    async () => has(await visit.tabOf(profile), 'selected'),
    `the tab of ${profile.name} is chosen`,
  );
  await visit.flameDrawn();
  assert.equal((await visit.answer('info')).name, profile.name);
  const { total, boxes } = await visit.answer('flame');
  assert.match(total, /^\d+$/);
  assert.ok(boxes.length > 10, `${boxes.length} boxes`);
  await assertTopIsPprofs(visit, profile);
}

const tabs = async (visit, count) =>
  until(async () => (await visit.fileTabs()).length === count, `${count} tabs`);

const ways = {
  'a drop of one': async (visit) => {
    await drop(visit, [cpu.path]);
    await assertShown(visit, cpu);
  },
  'a drop of three': async (visit) => {
    await drop(
      visit,
      profiles.map((profile) => profile.path),
    );
    await tabs(visit, 3);
    for (const profile of profiles) {
      await visit.show(profile);
      await assertShown(visit, profile);
    }
  },
  'the Open button': async (visit) => {
    await choose(visit, [heap.path]);
    await assertShown(visit, heap);
  },
  'a paste': async (visit) => {
    await paste(visit, [goroutine]);
    await assertShown(visit, goroutine);
  },
};

for (const place of placeNames) {
  for (const [way, give] of Object.entries(ways)) {
    test(`${place}, ${way}`, async ({ visit }) => give(await visit(place)));
  }
}

for (const place of placeNames.filter(isServed)) {
  test(`${place}, a link`, async ({ visit }) => {
    const page = await visit(place, { fragment: 'profileURL=profiles/cpu.pb.gz' });
    await assertShown(page, cpu);
  });
}

test('a link from disk gets a calm sentence', async ({ visit }) => {
  const page = await visit(SINGLE, { fragment: 'profileURL=profiles/cpu.pb.gz' });
  const said = await until(() => page.said('error'), 'the sentence');
  assert.match(said, /cpu\.pb\.gz.*no connections/);
  assert.deepEqual(page.errors, []);
});

test('dist/index.html from disk says what to open instead', async ({ visit }) => {
  const url = pathToFileURL(path.join(dist, 'index.html')).href;
  const page = await visit(SINGLE, { url, waitForReady: false });
  // Chromium reports by itself that it does not load the scripts.
  page.faultsExpected = true;
  await until(
    () => page.page.evaluate(() => /open burnglass\.html instead/i.test(document.body.innerText)),
    'the sentence',
  );
});
