// Facts: what the file says about itself, and the guide to better profiles.
import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { profilesFolder } from '../support/profiles_index.mjs';
import { recorded } from './support/oracle.mjs';
import { writeProfile } from './support/profile_writer.mjs';
import { SINGLE } from './support/places.mjs';
import { Skip, test } from './support/test.mjs';
import { plain } from './support/visit.mjs';

async function opened(visit, file) {
  const page = await visit(SINGLE, {
    reducedMotion: 'reduce',
    permissions: ['clipboard-read', 'clipboard-write'],
  });
  await page.open([file]);
  await page.idle();
  await page.press('7');
  return page;
}

const fact = async (page, name) => plain((await page.find('row', name)).value);

test('kind, time, machine use, totals and labels of a CPU profile', async ({ visit }) => {
  const page = await opened(visit, recorded('cpu'));
  assert.equal(await fact(page, 'Kind'), 'cpu');
  assert.equal(await fact(page, 'Duration'), '3.02 s');
  assert.equal(await fact(page, 'Machine use'), '0.43 cores busy on average');
  assert.equal(await fact(page, 'Period'), '10 ms of cpu');
  assert.equal(await fact(page, 'cpu'), '1.31 s (default)');
  assert.match(await fact(page, 'tenant'), /^3 values in \d+ of \d+ samples$/);
  assert.match(await page.said('facts'), /0\.43 cores/);
});

test('a profile of few samples says how far off it may be, with the way to a better one', async ({
  visit,
}) => {
  const file = path.join(profilesFolder, 'Native-Planet__GroundSeg/goseg/default.pgo');
  if (!existsSync(file)) throw new Skip('the shared profiles are not here');
  const page = await opened(visit, { name: 'default.pgo', bytes: readFileSync(file) });
  assert.match(await page.said('few samples'), /^Only 29 samples of CPU time: .* from 3 to 26 %/);
  await page.click('button', 'Copy');
  assert.match(await page.page.evaluate(() => navigator.clipboard.readText()), /profile\?seconds=60/);
});

test('the guide opens from facts, copies its commands, and Escape closes it', async ({ visit }) => {
  const page = await opened(visit, recorded('heap'));
  const facts = (await page.all('row')).map(({ name }) => name);
  await page.click('button', 'Which profile do I need?');
  const symptoms = (await page.all('row')).filter(
    ({ name, value }) => /^[a-z]+$/.test(value) && !facts.includes(name),
  );
  assert.ok(symptoms.length >= 2);
  await page.press('Escape');
  assert.deepEqual(await page.all('row', symptoms[0].name), []);
});

test('the guide opens from the start page and from an empty profile', async ({ visit }) => {
  const page = await visit(SINGLE, { reducedMotion: 'reduce' });
  await page.click('button', 'Which profile do I need?');
  assert.ok(await page.find('row', /burns CPU/));
  await page.press('Escape');
  await page.open([{ name: 'block.pb.gz', bytes: writeProfile([]) }]);
  await page.idle();
  await page.click('button', 'Which profile do I need?');
  assert.ok(await page.find('row', /burns CPU/));
});
