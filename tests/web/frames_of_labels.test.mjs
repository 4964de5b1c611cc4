// Frames made of labels, lines and files in the flame graph: set by a button, numbers as pprof's.
import assert from 'node:assert/strict';
import { boxes } from './support/flame.mjs';
import { recorded } from './support/oracle.mjs';
import { SINGLE } from './support/places.mjs';
import { test } from './support/test.mjs';
import { has } from './support/visit.mjs';

const cpu = recorded('cpu');

async function opened(visit) {
  const page = await visit(SINGLE, { reducedMotion: 'reduce' });
  await page.open([cpu]);
  await page.idle();
  return page;
}

const chips = async (page) => (await page.all('chip')).map(({ name, value }) => [name, value]);

test('a label goes to the root of the graph and comes back by its chip', async ({ visit }) => {
  const page = await opened(visit);
  const costs = {};
  await page.press('6');
  for (const { name, value } of await page.all('row')) costs[name] = value;
  await page.click('button', 'At root');
  await page.idle();
  assert.ok(has(await page.find('button', 'At root'), 'selected'));
  assert.deepEqual(await chips(page), [['tagroot', 'phase']]);
  await page.press('1');
  await page.idle();
  const [root, ...others] = (await boxes(page)).sort((a, b) => b.rect.w - a.rect.w);
  const first = others.filter(({ rect }) => Math.abs(rect.y - root.rect.y - 18) < 1);
  assert.deepEqual(first.map(({ name }) => name).sort(), ['<unknown>', 'hash', 'math', 'parse']);
  for (const { name, value } of first.filter(({ name }) => costs[name]))
    assert.ok(value.includes(costs[name].split(' ').slice(0, 1)[0]), `${name}: ${value}`);
  await page.click('button', 'drop tagroot');
  await page.idle();
  assert.ok(!(await boxes(page)).some(({ name }) => name === 'parse'));
});

test('the rows of label frames are what pprof prints, and can be searched', async ({ visit }) => {
  const page = await opened(visit);
  await page.query({ tagleaf: 'tenant' });
  await page.press('2');
  await page.idle();
  const rows = await page.rows();
  assert.ok(['<unknown>', 'acme', 'globex', 'umbrella'].every((name, i) => rows[i].name === name || rows.some((row) => row.name === name)));
  await page.clickAt(rows.find(({ name }) => name === 'globex'));
  await page.press('Shift+F');
  await page.idle();
  assert.deepEqual(await chips(page), [
    ['focus', '^globex$'],
    ['tagleaf', 'tenant'],
  ]);
  assert.equal((await page.answer('flame')).boxes[0].cum, '120000000');
});

test('frames by line are chosen in the shape menu and stand in the link', async ({ visit }) => {
  const page = await opened(visit);
  await page.click('button', 'Top-down');
  await page.click('menuitem', 'Frames: lines');
  await page.idle();
  assert.equal(new URL(await page.link()).hash.slice(1), 'g=lines');
  const lined = (await boxes(page)).filter(({ name }) => / \S+\.go:\d+$/.test(name));
  assert.ok(lined.length > 10);
  const { rows } = await page.answer('top', { limit: 5 });
  assert.ok(rows.every(({ name }) => /:\d+$/.test(name)));
  await page.click('button', 'Top-down, lines');
  await page.click('menuitem', 'Frames: files');
  await page.idle();
  assert.ok((await boxes(page)).some(({ name }) => name.endsWith('.go')));
});
