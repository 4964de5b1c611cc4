// The top table beside the graph, the sample types, tabs and the key sheet.
import assert from 'node:assert/strict';
import { boxes, right, wideBoxes, words } from './support/flame.mjs';
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

const rowNames = async (page) => (await page.rows()).map(({ name }) => name);

test("the first rows are pprof's", async ({ visit }) => {
  const page = await opened(visit);
  assert.deepEqual(
    (await rowNames(page)).slice(0, 5),
    cpu.top.slice(0, 5).map(({ name }) => name),
  );
});

test('a click on a head sorts, a second turns the order round', async ({ visit }) => {
  const page = await opened(visit);
  const top = await page.answer('top', { all: true });
  const cums = new Map(top.rows.map(({ name, cum }) => [name, Number(cum)]));
  const order = async () => (await rowNames(page)).map((name) => cums.get(name));
  await page.click('button', 'sort by cum');
  const falling = await order();
  assert.deepEqual(
    falling,
    [...falling].sort((a, b) => b - a),
  );
  assert.equal(falling[0], Math.max(...cums.values()));
  await page.click('button', 'sort by cum');
  const rising = await order();
  assert.deepEqual(
    rising,
    [...rising].sort((a, b) => a - b),
  );
  await page.click('button', 'sort by function');
  const names = await rowNames(page);
  assert.deepEqual(names, [...names].sort());
});

test('one click from a row to its boxes, and back', async ({ visit }) => {
  const page = await opened(visit);
  const [row] = await page.rows();
  await page.clickAt(row);
  await page.idle();
  const chosen = (await boxes(page)).filter((box) => has(box, 'selected'));
  assert.deepEqual(
    chosen.map(({ name }) => name),
    [row.name],
  );
  assert.ok(has((await page.rows())[0], 'selected'));
  const other = (await wideBoxes(page)).find(({ name }) => name !== row.name);
  await page.clickAt(other);
  await page.idle();
  const row2 = (await page.rows()).find((entry) => has(entry, 'selected'));
  assert.equal(row2?.name, other.name, "the box's row is selected and in view");
});

test('the sample type can be chosen', async ({ visit }) => {
  const page = await opened(visit, [heap]);
  await page.click('button', 'sample type');
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
  const { samples } = await page.answer('info');
  const said = await page.said('facts');
  assert.match(said, /^1\.31 s cpu in 3\.0\d s/, 'the total with its unit, and how long');
  assert.ok(said.includes(`${samples} samples`), said);
  assert.match(said, /2026/, 'when');
});

test('tabs switch and close', async ({ visit }) => {
  const page = await opened(visit, [cpu, heap, goroutine]);
  for (const profile of [heap, cpu, goroutine]) {
    await page.show(profile);
    assert.ok(has(await page.tabOf(profile), 'selected'));
    assert.equal((await rowNames(page))[0], profile.top[0].name);
  }
  const { rect } = await page.tabOf(heap);
  const onTab = (entry) => entry.rect.x >= rect.x && right(entry) <= rect.x + rect.w;
  await page.clickAt((await page.all('button', /^close /)).find(onTab));
  await page.idle();
  const kinds = async () => (await page.fileTabs()).map(({ value }) => value);
  assert.deepEqual(await kinds(), [cpu.kind, goroutine.kind]);
  await page.focusCanvas();
  const active = async () => (await page.fileTabs()).find((tab) => has(tab, 'selected')).value;
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
  await page.click('button', /^about/i);
  const text = await page.page.evaluate(() => document.querySelector('dialog[open]').innerText);
  for (const name of [
    'Dear ImGui',
    'RE2',
    'Protocol Buffers',
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
  await page.click('button', 'sample cpu');
  await page.flameDrawn();
  assert.equal((await page.answer('info')).kind, 'cpu');
});
