// The function card: the numbers of one function in all sample types, and in all open profiles.
import assert from 'node:assert/strict';
import { SINGLE } from './support/places.mjs';
import { recorded } from '../support/recorded.mjs';
import { test } from './support/test.mjs';

test('the card has what each sample type says of the function', async ({ visit }) => {
  const page = await visit(SINGLE, { reducedMotion: 'reduce' });
  const heap = recorded('heap');
  await page.open([heap]);
  await page.idle();
  const [row] = await page.rows();
  await page.clickAt(row);
  await page.idle();
  await page.press('Space');
  await page.idle();
  const tiles = (await page.all('row')).filter(({ name }) => / of /.test(name));
  assert.deepEqual(
    tiles.map(({ name }) => name.split(' of ')[0]),
    ['alloc_space', 'inuse_space'],
  );
  for (const tile of tiles) {
    const type = tile.name.split(' of ')[0];
    assert.match(tile.value, /^cum \S+ \S+ (<0\.1|[\d.]+) % of /, tile.value);
    const info = await page.answer('info');
    assert.ok(info.sampleTypes.some((one) => one.type === type));
  }
  await page.click('row', tiles[0].name);
  await page.idle();
  assert.equal((await page.query()).sample_index, 'alloc_space');
  const share = /(\S+) % of/.exec(tiles[0].value)[1];
  const top = await page.answer('top');
  const answered = top.rows.find((one) => one.name === row.name);
  const wanted = ((100 * Number(answered.cum)) / Number(top.total)).toFixed(1);
  assert.equal(share, wanted);
});

test('the card spans the open profiles, and goes by Escape', async ({ visit }) => {
  const page = await visit(SINGLE, { reducedMotion: 'reduce' });
  await page.open([recorded('cpu'), recorded('heap')]);
  await page.idle();
  await page.query({ focus: 'cpuWork' });
  await page.idle();
  const row = (await page.rows()).find(({ name }) => name === 'main.cpuWork');
  if (row) await page.clickAt(row);
  else await page.clickAt((await page.rows())[0]);
  await page.idle();
  await page.press('Space');
  await page.idle();
  const tiles = (await page.all('row')).filter(({ name }) => / of /.test(name));
  assert.ok(new Set(tiles.map(({ name }) => name.split(' of ')[1])).size >= 1);
  assert.ok((await page.all('label')).some(({ name }) => name === 'function card'));
  await page.press('Escape');
  await page.idle();
  assert.ok(!(await page.all('label')).some(({ name }) => name === 'function card'));
});
