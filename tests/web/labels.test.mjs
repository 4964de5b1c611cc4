// Labels: what pprof's tags prints of the same file, filters by mouse, functions by label.
import assert from 'node:assert/strict';
import { recorded } from './support/oracle.mjs';
import { SINGLE } from './support/places.mjs';
import { test } from './support/test.mjs';
import { has, plain } from './support/visit.mjs';

const cpu = recorded('cpu');

async function opened(visit, options = {}) {
  const page = await visit(SINGLE, { reducedMotion: 'reduce', ...options });
  await page.open([cpu]);
  await page.idle();
  await page.press('6');
  return page;
}

const chips = async (page) => (await page.all('chip')).map(({ name, value }) => [name, value]);
const rows = async (page) =>
  (await page.all('row')).map(({ name, value }) => `${name}: ${plain(value)}`);

test('keys and values cost what pprof -tags prints', async ({ visit }) => {
  const page = await opened(visit);
  assert.ok(has(await page.find('tab', 'Labels'), 'selected'));
  assert.deepEqual(
    (await page.all('button', /^label /)).map(({ name, value }) => [name, value]),
    [
      ['label phase', '3 values 51.1 %'],
      ['label tenant', '3 values 14.5 %'],
      ['label worker', '2 values 51.1 %'],
    ],
  );
  assert.deepEqual(await rows(page), [
    'parse: 430 ms 32.8 %',
    'math: 190 ms 14.5 %',
    'hash: 50 ms 3.8 %',
    '(without): 640 ms 48.9 %',
  ]);
  await page.click('button', 'label worker');
  assert.deepEqual((await rows(page)).slice(0, 2), ['1: 390 ms 29.8 %', '0: 280 ms 21.4 %']);
});

test('a value is focused by a click, ignored by its button, let go by its chip', async ({ visit }) => {
  const page = await opened(visit);
  await page.click('button', 'label tenant');
  await page.click('row', 'globex');
  assert.deepEqual(await chips(page), [['tagfocus', 'tenant=^globex$']]);
  assert.equal((await page.answer('flame')).boxes[0].cum, '120000000');
  assert.deepEqual(await rows(page), ['globex: 120 ms 9.2 %']);
  await page.click('button', 'drop tagfocus');
  await page.click('button', 'ignore (without)');
  assert.deepEqual(await chips(page), [['tagfocus', 'tenant=.*']]);
  await page.click('button', 'ignore globex');
  await page.click('button', 'ignore acme');
  assert.deepEqual(await chips(page), [
    ['tagfocus', 'tenant=.*'],
    ['tagignore', 'tenant=^globex$,^acme$'],
  ]);
  assert.deepEqual(await rows(page), ['umbrella: 40 ms 3.1 %']);
});

test('functions by label: a cell keeps the function and the value', async ({ visit }) => {
  const page = await opened(visit);
  await page.click('button', 'label phase');
  await page.click('button', 'Functions, cum');
  const columns = (await page.all('label', /^column /)).map(({ name }) => name);
  assert.deepEqual(columns, ['column parse', 'column math', 'column hash', 'column (without)']);
  const cell = await page.find('button', /^main\.parseLoop, parse$/);
  const [cost] = plain(cell.value).split(' %');
  await page.clickAt(cell);
  await page.idle();
  assert.deepEqual(await chips(page), [
    ['focus', '^main\\.parseLoop$'],
    ['tagfocus', 'phase=^parse$'],
  ]);
  const flame = await page.answer('flame');
  assert.equal(`${Number(flame.boxes[0].cum) / 1e6} ms`, cost.split(' ').slice(0, 2).join(' '));
});

test('without labels the view says how to have some', async ({ visit }) => {
  const page = await visit(SINGLE, { reducedMotion: 'reduce' });
  await page.open([recorded('goroutine')]);
  await page.idle();
  await page.query({ tagignore: '.*' });
  await page.idle();
  await page.press('6');
  const keys = await page.all('button', /^label /);
  const none = await page.all('label', 'no labels');
  assert.equal(keys.length === 0, none.length === 1);
});

test('on a telephone the values can be tapped', async ({ visit }) => {
  const page = await visit(SINGLE, {
    viewport: { width: 390, height: 844 },
    deviceScaleFactor: 2,
    hasTouch: true,
    reducedMotion: 'reduce',
  });
  await page.open([cpu]);
  await page.idle();
  await page.click('tab', 'Labels');
  const row = await page.find('row', 'parse');
  assert.ok(row.rect.h >= 44 && row.rect.x + row.rect.w <= 390);
  await page.page.touchscreen.tap(row.rect.x + 40, row.rect.y + row.rect.h / 2);
  await page.idle();
  assert.deepEqual(await chips(page).then((all) => all.map(([name]) => name)), []);
  assert.match(await page.link(), /tf=phase/);
});
