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

test('two values are compared in one file, and an engine that begins anew makes it again', async ({ visit }) => {
  const page = await opened(visit);
  await page.click('button', 'label phase');
  await page.click('button', 'compare parse');
  assert.match(await page.said('side a'), /A is phase: parse/);
  await page.click('button', 'as b math');
  await page.idle();
  const tabs = (await page.fileTabs()).map(({ name }) => name);
  assert.ok(tabs.some((name) => name.startsWith('phase: parse')), tabs.join());
  assert.match((await page.find('button', /^A phase: parse/)).name, /430 ms/);
  assert.match((await page.find('button', /^B phase: math/)).name, /190 ms/);
  const { boxes } = await page.answer('flame');
  assert.equal(boxes[0].cum, '-240000000');
  await page.click('button', 'swap A and B');
  await page.idle();
  assert.match((await page.find('button', /^A phase: math/)).name, /190 ms/);
  assert.equal((await page.answer('flame')).boxes[0].cum, '240000000');
});

test('a value is compared with all other samples, by keys alone', async ({ visit }) => {
  const page = await opened(visit);
  await page.click('button', 'label phase');
  await page.click('button', 'compare parse');
  await page.click('button', 'With all others');
  await page.idle();
  assert.match((await page.find('button', /^A phase: all but parse/)).name, /880 ms/);
  assert.match((await page.find('button', /^B phase: parse/)).name, /430 ms/);
});

test('rows of the table by label lead to the functions of a value', async ({ visit }) => {
  const page = await opened(visit);
  await page.press('2');
  await page.click('button', 'Label');
  await page.click('menuitem', 'phase');
  await page.idle();
  assert.deepEqual(
    (await page.all('row')).map(({ name, value }) => `${name}: ${plain(value)}`),
    [
      'parse: flat 430 ms 32.8 % cum 430 ms 32.8 %',
      'math: flat 190 ms 14.5 % cum 190 ms 14.5 %',
      'hash: flat 50 ms 3.8 % cum 50 ms 3.8 %',
      '(without phase): flat 640 ms 48.9 % cum 640 ms 48.9 %',
    ],
  );
  await page.click('row', 'math');
  await page.idle();
  assert.deepEqual(await chips(page), [['tagfocus', 'phase=^math$']]);
  assert.equal((await page.answer('flame')).boxes[0].cum, '190000000');
});

test('boxes are coloured by label, with a legend, and a link keeps it', async ({ visit }) => {
  const page = await opened(visit);
  await page.press('1');
  await page.click('button', /^Colour/);
  await page.click('menuitem', 'By label phase');
  await page.idle();
  assert.match(await page.said('legend'), /^phase: parse, math, hash, \(without\)$/);
  assert.match(await page.page.evaluate(() => window.burnglass.link()), /#colour=label:phase$/);
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
