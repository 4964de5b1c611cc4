// The top table beside the graph, the sample types, tabs and the key sheet.
import assert from 'node:assert/strict';
import { boxes, words } from './support/flame.mjs';
import { recorded, recordedNames } from './support/oracle.mjs';
import { SINGLE } from './support/places.mjs';
import { test } from './support/test.mjs';
import { has } from './support/visit.mjs';

const [cpu, heap, goroutine] = recordedNames.map(recorded);

async function opened(visit, profiles = [cpu]) {
  const page = await visit(SINGLE, { reducedMotion: 'reduce' });
  await page.open(profiles);
  await page.idle();
  return page;
}

const rowNames = async (page) => (await page.all('row')).map(({ name }) => name);

test("the first rows are pprof's", async ({ visit }) => {
  const page = await opened(visit);
  assert.deepEqual(
    (await rowNames(page)).slice(0, 5),
    cpu.top.slice(0, 5).map(({ name }) => name),
  );
});

test('a click on a head sorts, a second turns the order round', async ({ visit }) => {
  const page = await opened(visit);
  const top = await page.answer('top', { limit: 1000 });
  const cums = new Map(top.rows.map(({ name, cum }) => [name, Number(cum)]));
  const order = async () => (await rowNames(page)).map((name) => cums.get(name));
  await page.click('button', /^cum/i);
  const falling = await order();
  assert.deepEqual(
    falling,
    [...falling].sort((a, b) => b - a),
  );
  assert.equal(falling[0], Math.max(...cums.values()));
  await page.click('button', /^cum/i);
  const rising = await order();
  assert.deepEqual(
    rising,
    [...rising].sort((a, b) => a - b),
  );
  await page.click('button', /^(name|function)/i);
  const names = await rowNames(page);
  assert.deepEqual(names, [...names].sort());
});

test('one click from a row to its boxes, and back', async ({ visit }) => {
  const page = await opened(visit);
  const row = (await page.all('row'))[0];
  await page.clickAt(row);
  await page.idle();
  const chosen = (await boxes(page)).filter((box) => has(box, 'selected'));
  assert.deepEqual(
    chosen.map(({ name }) => name),
    [row.name],
  );
  assert.ok(has((await page.all('row', row.name))[0], 'selected'));
  const other = (await boxes(page)).find(
    ({ name, rect }) => name !== row.name && rect.w > 60 && name !== 'root',
  );
  await page.clickAt(other);
  await page.idle();
  const row2 = (await page.all('row')).find((entry) => has(entry, 'selected'));
  assert.equal(row2?.name, other.name, "the box's row is selected and in view");
});

test('the sample type can be chosen', async ({ visit }) => {
  const page = await opened(visit, [heap]);
  await page.click('button', /inuse_space/);
  const items = (await page.all('menuitem')).filter(({ name }) => /_(space|objects)/.test(name));
  assert.equal(items.length, 4);
  await page.click('menuitem', /alloc_objects/);
  assert.deepEqual(await page.query(), { sample_index: 'alloc_objects' });
  const top = await page.answer('top', { limit: 1 });
  assert.equal((await rowNames(page))[0], top.rows[0].name);
  assert.equal((await page.all('menuitem', /_space/)).length, 0, 'the menu is closed');
});

test('what the profile is stands on screen', async ({ visit }) => {
  const page = await opened(visit);
  const said = await words(page);
  const info = await page.answer('info');
  assert.match(said, /cpu/i);
  assert.match(said, /1\.31 ?s/, 'the total with its unit');
  assert.ok(
    said.replace(/[\s\u2009\u202f,]/g, '').includes(`${info.samples}samples`),
    `${info.samples} samples`,
  );
  assert.match(said, /3\.0\d? ?s/, 'how long');
  assert.match(said, /2026/, 'when');
});

test('tabs switch and close', async ({ visit }) => {
  const page = await opened(visit, [cpu, heap, goroutine]);
  for (const profile of [heap, cpu, goroutine]) {
    await page.click('tab', profile.name);
    assert.ok(has((await page.all('tab', profile.name))[0], 'selected'));
    assert.equal((await rowNames(page))[0], profile.top[0].name);
  }
  await page.click('tab', heap.name);
  const close = (await page.all('button', /close/i)).filter(({ name }) => name.includes(heap.name));
  await page.clickAt(close[0] ?? (await page.find('button', /close/i)));
  await page.idle();
  assert.deepEqual(
    (await page.all('tab')).map(({ name }) => name),
    [cpu.name, goroutine.name],
  );
  await page.focusCanvas();
  const active = async () => (await page.all('tab')).find((tab) => has(tab, 'selected')).name;
  const first = await active();
  await page.press('n');
  assert.notEqual(await active(), first);
  await page.press('p');
  assert.equal(await active(), first);
});

test('? shows the keys, Esc hides them', async ({ visit }) => {
  const page = await opened(visit);
  await page.focusCanvas();
  const sheet = /zoom to the box/;
  assert.ok(!sheet.test(await words(page)));
  await page.press('?');
  assert.match(await words(page), sheet);
  await page.press('Escape');
  assert.ok(!sheet.test(await words(page)));
});

test('About shows the licences', async ({ visit }) => {
  const page = await visit(SINGLE);
  await page.click('button', /about/i);
  const text = await page.page.evaluate(() => document.querySelector('dialog[open]').innerText);
  for (const name of [
    'Dear ImGui',
    'RE2',
    'protobuf',
    'zlib',
    'Inter',
    'JetBrains Mono',
    'Emscripten',
  ])
    assert.match(text, new RegExp(name, 'i'));
  await page.page.keyboard.press('Escape');
  assert.equal(await page.page.evaluate(() => document.querySelector('dialog[open]')), null);
});

test('a sample is one click away', async ({ visit }) => {
  const page = await visit(SINGLE);
  await page.click('button', /^(CPU|cpu)\b|sample.*cpu/i);
  await page.flameDrawn();
  assert.equal((await page.answer('info')).kind, 'cpu');
});
