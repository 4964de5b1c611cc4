// Without a mouse: every view, every menu and every control by keys alone.
import assert from 'node:assert/strict';
import { openers } from './support/many.mjs';
import { recorded } from './support/oracle.mjs';
import { SINGLE } from './support/places.mjs';
import { test } from './support/test.mjs';
import { has, until } from './support/visit.mjs';

const cpu = recorded('cpu');
const VIEWS = ['Flame', 'Top', 'Callers', 'Graph', 'Lines', 'Labels', 'Facts'];

async function opened(visit, options) {
  const page = await visit(SINGLE, { reducedMotion: 'reduce', ...options });
  await page.open([cpu]);
  await page.idle();
  await page.focusCanvas();
  return page;
}

const announced = (page) => page.page.evaluate(() => document.getElementById('twin-live').textContent);
const shown = async (page) => (await page.all('tab')).find((tab) => has(tab, 'selected') && VIEWS.includes(tab.name))?.name;

// Goes by arrows to the control whose words begin so; fails after `most` steps.
async function goTo(page, words, key, most = 30) {
  for (let i = 0; i < most; i++) {
    if ((await announced(page)).startsWith(words)) return;
    await page.press(key);
  }
  assert.fail(`${words} was not reached by ${key}; the ring is at "${await announced(page)}"`);
}

test('digits show each view, and each says something', async ({ visit }) => {
  const page = await opened(visit);
  for (const [i, view] of VIEWS.entries()) {
    await page.press(String(i + 1));
    assert.equal(await shown(page), view);
    const told = (await page.snapshot()).filter(({ role }) => role === 'row' || role === 'box');
    assert.ok(told.length > 3, `${view} shows ${told.length} things`);
  }
});

test('from the start to a label value, to its hottest function and back, by keys', async ({ visit }) => {
  const page = await opened(visit);
  await page.press('6');
  await page.press('g');
  await goTo(page, 'tab Labels', 'ArrowRight', 8);
  await goTo(page, 'row ', 'ArrowDown');
  await goTo(page, 'button label ', 'ArrowLeft', 3);
  await goTo(page, 'button label phase', 'ArrowUp', 3);
  await goTo(page, 'button label tenant', 'ArrowDown');
  await page.press('Enter');
  await goTo(page, 'row ', 'ArrowRight');
  const value = (await announced(page)).replace(/^row ([^,]*),.*/s, '$1');
  await page.press('Enter');
  const { tagfocus } = await page.query();
  assert.ok(tagfocus?.includes('tenant') && tagfocus.includes(value), `${value}: ${tagfocus}`);
  await page.press('Escape');
  await page.press('2');
  await page.press('g');
  await goTo(page, 'row ', 'ArrowDown');
  const name = (await announced(page)).replace(/^row (.*?), flat.*/s, '$1');
  assert.equal(name, (await page.rows())[0].name);
  await page.press('Enter');
  await page.press('Escape');
  await page.press('Space');
  assert.equal(await page.said('function card'), name);
  await page.press('Escape');
  await page.press('Shift+C');
  assert.deepEqual(await page.query(), { sample_index: '' });
});

test('the ring scrolls a table and then goes on', async ({ visit }) => {
  const page = await opened(visit, { viewport: { width: 1280, height: 420 } });
  await page.press('2');
  const before = (await page.rows()).map(({ name }) => name);
  await page.press('g');
  await goTo(page, 'row ', 'ArrowDown');
  for (let i = 0; i < before.length + 4; i++) await page.press('ArrowDown');
  const after = (await page.rows()).map(({ name }) => name);
  assert.notEqual(after[0], before[0]);
});

test('menus are walked, said and left by keys', async ({ visit }) => {
  const page = await opened(visit);
  for (const [key, words] of [['f', 'Only my code'], ['x', 'Profile, as filtered'], ['t', 'samples']]) {
    await page.press(key);
    const items = await page.all('menuitem');
    assert.ok(items.length > 1, key);
    await page.press('Home');
    await until(async () => (await announced(page)).startsWith(words), `${key} says ${words}`);
    await page.press('ArrowDown');
    await until(async () => (await announced(page)).startsWith(items[1].name), `${key} says ${items[1].name}`);
    await page.press('Escape');
    assert.equal((await page.all('menuitem')).length, 0);
  }
});

for (const [view, rows] of [['compare', 'row '], ['growth', 'row '], ['heap', 'row '], ['goroutines', 'row '], ['contention', 'row ']]) {
  test(`the ring comes to the rows of ${view}, and Enter chooses one`, async ({ visit }) => {
    const page = await visit(SINGLE, { reducedMotion: 'reduce' });
    await openers[view](page);
    await page.press('g');
    await goTo(page, rows, 'ArrowDown', 40);
    const name = (await announced(page)).replace(/^row (.*?), .*/s, '$1');
    await page.press('Enter');
    await page.press('Escape');
    const chosen = (await page.all('row')).filter((row) => has(row, 'selected'));
    assert.ok(chosen.some((row) => row.name === name), `${name} is chosen`);
  });
}

test('side by side is come to by keys, and the ring comes to its rows', async ({ visit }) => {
  const page = await visit(SINGLE, { reducedMotion: 'reduce' });
  await openers['side by side'](page);
  assert.ok(has(await page.find('tab', 'Side by side'), 'selected'));
  await page.press('g');
  await goTo(page, 'row ', 'ArrowDown');
});

test('redo has a button, too', async ({ visit }) => {
  const page = await opened(visit);
  await page.press('2');
  await page.press('3');
  assert.equal((await page.all('button', 'redo')).length, 0);
  await page.click('button', 'undo');
  assert.equal(await shown(page), 'Top');
  await page.click('button', 'redo');
  assert.equal(await shown(page), 'Callers');
});
