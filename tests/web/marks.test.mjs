// Several rows of the table for one filter.
import assert from 'node:assert/strict';
import { recorded } from './support/oracle.mjs';
import { SINGLE } from './support/places.mjs';
import { test } from './support/test.mjs';
import { has } from './support/visit.mjs';

test('rows marked with Ctrl are focused together', async ({ visit }) => {
  const page = await visit(SINGLE, { reducedMotion: 'reduce' });
  await page.open([recorded('cpu')]);
  await page.idle();
  await page.press('2');
  await page.idle();
  const [first, , third] = await page.rows();
  await page.clickAt(first);
  await page.page.keyboard.down('Control');
  await page.clickAt(third);
  await page.page.keyboard.up('Control');
  await page.idle();
  assert.equal((await page.find('label', 'marked')).value, '2 selected');
  assert.deepEqual((await page.rows()).filter((row) => has(row, 'selected')).map(({ name }) => name), [
    first.name,
    third.name,
  ]);
  await page.click('button', 'Focus all');
  await page.idle();
  const [chip] = await page.all('chip');
  const quoted = [first, third].map(({ name }) => `^${name.replace(/[.*+?()[\]{}|^$\\]/g, '\\$&')}$`);
  assert.deepEqual([chip.name, chip.value], ['focus', quoted.join('|')]);
  const { boxes } = await page.answer('flame');
  await page.query({ focus: quoted.join('|') });
  assert.equal((await page.answer('flame')).boxes[0].cum, boxes[0].cum);
});
