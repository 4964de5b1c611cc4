// The top table by packages, files, modules and kinds of code.
import assert from 'node:assert/strict';
import { recorded } from '../support/recorded.mjs';
import { SINGLE } from './support/places.mjs';
import { test } from './support/test.mjs';

const cpu = recorded('cpu');

async function grouped(visit, word) {
  const page = await visit(SINGLE, { reducedMotion: 'reduce' });
  await page.open([cpu]);
  await page.idle();
  await page.focusCanvas();
  await page.press('2');
  await page.idle();
  await page.click('button', word);
  await page.idle();
  return page;
}

test('packages add up to the whole, and one leads to its functions', async ({ visit }) => {
  const page = await grouped(visit, 'Packages');
  const rows = await page.rows();
  const flat = rows.map(({ value }) => Number(/^flat \S+ \S+ (?:<?)([\d.]+) %/.exec(value)?.[1] ?? 0));
  const sum = flat.reduce((all, one) => all + one, 0);
  assert.ok(sum > 99 && sum < 101, `${sum} %`);
  await page.click('row', 'encoding/json/v2');
  await page.idle();
  const names = (await page.rows()).map(({ name }) => name);
  assert.ok(names.length > 0);
  assert.deepEqual(names.filter((name) => !name.startsWith('encoding/json/v2.')), []);
});

test('a file leads to the stacks that go through it', async ({ visit }) => {
  const page = await grouped(visit, 'Files');
  const file = 'sort/zsortfunc.go';
  const row = (await page.rows()).find(({ name }) => name === file);
  const cum = /cum (\S+)/.exec(row.value)[1];
  await page.clickAt(row);
  await page.idle();
  assert.equal((await page.query()).focus, '^sort/zsortfunc\\.go$');
  const flame = await page.answer('flame');
  assert.equal(Math.round(Number(flame.boxes[0].cum) / 1e6), Number(cum));
});

test('kinds of code say how much is the program itself', async ({ visit }) => {
  const page = await grouped(visit, 'Kinds of code');
  const names = (await page.rows()).map(({ name }) => name);
  assert.deepEqual([...names].sort(), ['own code', 'runtime', 'standard library']);
});
