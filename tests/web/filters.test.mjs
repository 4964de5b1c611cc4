// Filters: by key and button on the selected function, by query, and taken back by their chips.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { boxes } from './support/flame.mjs';
import { data } from '../support/recorded.mjs';
import { parseTop, recorded, topRows } from './support/oracle.mjs';
import { SINGLE } from './support/places.mjs';
import { test } from './support/test.mjs';

const cpu = recorded('cpu');

async function opened(visit) {
  const page = await visit(SINGLE, { reducedMotion: 'reduce' });
  await page.open([cpu]);
  await page.idle();
  return page;
}

const chips = async (page) => (await page.all('chip')).map(({ name, value }) => [name, value]);
const rowNames = async (page) => (await page.rows()).map(({ name }) => name);

for (const [query, file] of [
  [{ focus: 'sortLoop' }, 'cpu.focus.txt'],
  [{ show_from: 'sortLoop' }, 'cpu.show_from.txt'],
]) {
  const [name] = Object.keys(query);
  test(`${name} leaves the rows that pprof leaves`, async ({ visit }) => {
    const page = await opened(visit);
    await page.query(query);
    await page.idle();
    const wanted = parseTop(readFileSync(path.join(data, file), 'utf8'));
    assert.deepEqual(await topRows(page, wanted.length), wanted);
    assert.deepEqual(
      (await rowNames(page)).slice(0, 5),
      wanted.slice(0, 5).map((row) => row.name),
    );
    assert.deepEqual(await chips(page), [[name, 'sortLoop']]);
  });
}

test('a function is focused by key and let go by its chip', async ({ visit }) => {
  const page = await opened(visit);
  const before = await boxes(page);
  const [row] = await page.rows();
  await page.clickAt(row);
  await page.idle();
  await page.press('Shift+F');
  await page.idle();
  assert.equal((await chips(page)).length, 1);
  const flame = await page.answer('flame');
  const focused = flame.boxes.filter((box) => box.name === row.name);
  const sum = focused.reduce((all, box) => all + Number(box.cum), 0);
  assert.ok(sum >= Number(flame.boxes[0].cum), 'all that is left goes through the function');
  assert.ok((await boxes(page)).length < before.length);
  await page.click('button', 'drop focus');
  await page.idle();
  assert.deepEqual(await chips(page), []);
  assert.equal((await boxes(page)).length, before.length);
});

test('a hidden function gives its cost to its caller, and what it called stays', async ({ visit }) => {
  const page = await opened(visit);
  const [row] = await page.rows();
  await page.clickAt(row);
  await page.idle();
  await page.click('button', 'Hide');
  await page.idle();
  assert.ok(!(await boxes(page)).some((box) => box.name === row.name));
  assert.ok(!(await rowNames(page)).includes(row.name));
  const flame = await page.answer('flame');
  assert.equal(Number(flame.boxes[0].cum), Number(flame.total));
  await page.click('button', 'Clear');
  await page.idle();
  assert.equal((await rowNames(page))[0], row.name);
});

test('filters that leave nothing say so, and the way back is there', async ({ visit }) => {
  const page = await opened(visit);
  await page.query({ focus: 'no such function' });
  await page.idle();
  assert.match(await page.said('error'), /The filters leave no stack: focus matches nothing/);
  await page.click('button', 'Clear the filters');
  await page.idle();
  assert.equal((await rowNames(page))[0], cpu.top[0].name);
  await page.query({ hide: '(' });
  await page.idle();
  assert.match(await page.said('error'), /the pattern of hide is not a regular expression/);
});
