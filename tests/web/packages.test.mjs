// Packages folded into boxes, in the graph of a recorded profile.
import assert from 'node:assert/strict';
import { boxes } from './support/flame.mjs';
import { recorded } from './support/oracle.mjs';
import { SINGLE } from './support/places.mjs';
import { test } from './support/test.mjs';

const cpu = recorded('cpu');

test('calls within a package are one box, and a filter on it is one on its functions', async ({ visit }) => {
  const page = await visit(SINGLE, { reducedMotion: 'reduce' });
  await page.open([cpu]);
  await page.idle();
  const before = (await page.answer('flame')).boxes;
  await page.click('button', 'Top-down');
  await page.click('menuitem', 'Calls within a package as one box');
  await page.idle();
  assert.equal(new URL(await page.link()).hash.slice(1), 'packages=folded');
  const { boxes: folded } = await page.answer('flame');
  assert.ok(folded.length < before.length);
  assert.equal(folded[0].cum, before[0].cum);
  const byId = new Map(folded.map((box) => [box.id, box]));
  assert.ok(folded.every(({ name, parent }) => byId.get(parent)?.name !== name));
  const box = (await boxes(page)).find(({ name }) => name === 'encoding/json/v2');
  await page.clickAt(box);
  await page.idle();
  await page.press('Shift+F');
  await page.idle();
  const [chip] = await page.all('chip');
  assert.deepEqual([chip.name, chip.value], ['focus', '^encoding/json/v2[.:]']);
  await page.press('m');
  await page.idle();
  assert.ok((await page.rows()).length > 0);
});
