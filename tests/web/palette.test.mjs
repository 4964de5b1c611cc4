// The palette, the filter's field, and settings, as a person uses them.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { data } from '../support/recorded.mjs';
import { parseTop, recorded, topRows } from './support/oracle.mjs';
import { SINGLE } from './support/places.mjs';
import { test } from './support/test.mjs';
import { has, until } from './support/visit.mjs';

const cpu = recorded('cpu');

async function opened(visit, options = {}) {
  const page = await visit(SINGLE, { reducedMotion: 'reduce', ...options });
  await page.open([cpu]);
  await page.idle();
  await page.focusCanvas();
  return page;
}

const focused = (page) =>
  page.page.evaluate(() => document.activeElement.id || document.activeElement.tagName);
const type = async (page, text) => {
  await page.page.keyboard.type(text);
  await page.idle();
};
const current = async (page) =>
  (await page.all('menuitem')).find((item) => has(item, 'hovered'))?.name;

test('an action is found by its letters and run by Enter', async ({ visit }) => {
  const page = await opened(visit);
  await page.press('Control+Shift+P');
  assert.equal(await focused(page), 'palette');
  await type(page, 'view: t');
  assert.equal(await current(page), 'View: Top');
  await page.press('Enter');
  assert.match(await page.link(), /view=top/);
  assert.equal(await focused(page), 'canvas');
  await page.press('Control+Shift+P');
  await page.press('Escape');
  assert.deepEqual(await page.all('field', 'find an action'), []);
  assert.equal(await focused(page), 'canvas');
});

test('a function is found by a piece of its name', async ({ visit }) => {
  const page = await opened(visit);
  await page.click('button', 'all actions');
  const [row] = await page.rows();
  await type(page, row.name.slice(-9));
  await page.click('menuitem', row.name);
  assert.ok((await page.rows()).some((one) => one.name === row.name && has(one, 'selected')));
});

test('a filter is typed, and the rows are those that pprof leaves', async ({ visit }) => {
  const page = await opened(visit);
  await page.press('f');
  await page.click('menuitem', 'focus');
  assert.equal(await focused(page), 'filter');
  await type(page, 'sortLoop');
  const wanted = parseTop(readFileSync(path.join(data, 'cpu.focus.txt'), 'utf8'));
  assert.deepEqual(await topRows(page, wanted.length), wanted);
  await type(page, '(');
  await until(async () => (await page.said('refusal')) !== '', 'the sentence');
  assert.match(await page.said('refusal'), /missing \)/);
  assert.deepEqual(await topRows(page, wanted.length), wanted, 'the old result stays');
  await page.press('Backspace');
  assert.equal(await page.said('refusal'), '');
  await page.press('Enter');
  assert.equal(await focused(page), 'canvas');
  assert.deepEqual(
    (await page.all('chip')).map(({ name, value }) => [name, value]),
    [['focus', 'sortLoop']],
  );
  await page.click('chip', 'focus');
  assert.equal(await page.page.inputValue('#filter'), 'sortLoop');
  await page.press('ArrowUp');
  await type(page, 'x');
  await page.press('Escape');
  assert.equal((await page.all('chip', 'focus'))[0].value, 'sortLoop');
});

test('only my code hides all others, and their cost goes to the callers', async ({ visit }) => {
  const page = await opened(visit);
  const before = await page.answer('flame');
  await page.click('button', 'Only my code');
  const names = (await page.rows()).map(({ name }) => name);
  assert.ok(names.length > 0);
  for (const name of names) assert.match(name, /^main\./);
  const flame = await page.answer('flame');
  const of = ({ boxes }, name) =>
    boxes.filter((box) => box.name === name).reduce((sum, box) => sum + Number(box.cum), 0);
  assert.equal(of(flame, 'main.main'), of(before, 'main.main'));
  const { hide } = await page.query();
  assert.match(hide, /^\^\(\?:.*runtime/);
  await page.press('o');
  assert.equal((await page.answer('flame')).boxes.length, before.boxes.length);
});

test('settings outlive the visit, and nothing else does', async ({ visit }) => {
  const page = await opened(visit, { colorScheme: 'dark' });
  await page.click('button', 'settings');
  await page.click('menuitem', 'High contrast');
  await page.click('menuitem', 'Larger text');
  await page.press('Escape');
  await page.press('k');
  await page.query({ focus: 'sortLoop' });
  await page.idle();
  const kept = await page.page.evaluate(() => Object.entries({ ...localStorage }));
  assert.deepEqual(kept, [['burnglass', 'theme=light&contrast=high&text=110']]);
  const height = (await page.find('button', 'keys')).rect.h;
  assert.ok(Math.abs(height - 28 * 1.1) < 1, `${height}`);
  await page.page.reload();
  await page.ready();
  await page.idle();
  assert.deepEqual(
    await page.page.evaluate(() => ({ ...document.documentElement.dataset })),
    { theme: 'light', contrast: 'more' },
  );
  assert.ok(Math.abs((await page.find('button', 'keys')).rect.h - height) < 0.01);
});

test('where storage is denied, settings last for the visit', async ({ visit }) => {
  const page = await opened(visit, {
    before: () =>
      Object.defineProperty(window, 'localStorage', {
        get: () => {
          throw new DOMException('denied', 'SecurityError');
        },
      }),
  });
  await page.press('k');
  assert.equal(await page.page.evaluate(() => document.documentElement.dataset.theme), 'light');
});

test('where storage is full, settings last for the visit', async ({ visit }) => {
  const page = await opened(visit, {
    before: () => {
      Storage.prototype.setItem = () => {
        throw new DOMException('full', 'QuotaExceededError');
      };
    },
  });
  await page.press('k');
  assert.equal(await page.page.evaluate(() => document.documentElement.dataset.theme), 'light');
  assert.ok((await page.all('box')).length > 10);
});
