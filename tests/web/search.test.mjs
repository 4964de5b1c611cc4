// Search: typed into the real input, shown on the boxes.
import assert from 'node:assert/strict';
import { boxes, matchedTotal, rootBox, share, wideBoxes } from './support/flame.mjs';
import { recorded } from './support/oracle.mjs';
import { SINGLE } from './support/places.mjs';
import { test } from './support/test.mjs';
import { countColour } from './support/pixels.mjs';
import { writeProfile } from './support/profile_writer.mjs';
import { has } from './support/visit.mjs';

const cpu = recorded('cpu');

async function opened(visit) {
  const page = await visit(SINGLE, { reducedMotion: 'reduce' });
  await page.open([cpu]);
  await page.idle();
  await page.focusCanvas();
  return page;
}

const focused = (page) => page.page.evaluate(() => document.activeElement.id);
const typed = (page) => page.page.evaluate(() => document.activeElement.value);

async function search(page, pattern) {
  await page.press('/');
  await page.page.keyboard.type(pattern);
  await page.idle();
}

for (const key of ['/', 'Control+f']) {
  test(`${key} focuses the field; a match is marked`, async ({ visit }) => {
    const page = await opened(visit);
    await page.press(key);
    assert.equal(await focused(page), 'search');
    assert.equal(await typed(page), '', 'the key itself is not typed');
    await page.page.keyboard.type('^runtime\\.');
    await page.idle();
    assert.equal(await typed(page), '^runtime\\.');
    for (const box of await wideBoxes(page, 30))
      assert.equal(has(box, 'match'), /^runtime\./.test(box.name), box.name);
  });
}

test('the matched total counts each stack once', async ({ visit }) => {
  const page = await opened(visit);
  const answer = await page.answer('flame');
  for (const pattern of ['sort', 'runtime', 'main\\.', 'nothing is called so']) {
    await search(page, pattern);
    const matched = matchedTotal(answer, new RegExp(pattern));
    const said = await page.said('found');
    if (matched === 0n) assert.match(said, /nothing matches/i);
    else
      assert.ok(
        said.startsWith(`${share(matched, answer.total).toFixed(1)} %`),
        `${pattern}: ${said}`,
      );
    await page.press('Escape');
  }
});

test('Enter and Shift+Enter walk the hits', async ({ visit }) => {
  const page = await opened(visit);
  await search(page, 'sort');
  const selected = async () => (await boxes(page)).find((box) => has(box, 'selected'));
  await page.press('Enter');
  const first = await selected();
  assert.match(first.name, /sort/);
  await page.press('Enter');
  const second = await selected();
  assert.match(second.name, /sort/);
  assert.notDeepEqual(second.rect, first.rect, 'the next hit is another box');
  await page.press('Shift+Enter');
  assert.equal((await selected()).name, first.name, 'the previous hit');
  assert.match(await page.said('found'), /in 1 of \d+ boxes/, 'which of how many');
});

test('a pattern that is no RE2 gets its reason; the table stays', async ({ visit }) => {
  const page = await opened(visit);
  const rows = (await page.rows()).length;
  await search(page, 'main(');
  assert.match(await page.said('found'), /missing|paren|\)/i);
  assert.equal((await page.rows()).length, rows);
  assert.deepEqual(page.errors, []);
  await page.page.keyboard.type(')');
  await page.idle();
  assert.ok(
    (await boxes(page)).some((box) => has(box, 'match')),
    'mended, it matches',
  );
});

test('patterns are RE2, as in Go: no look-behind, (?i) works', async ({ visit }) => {
  const page = await opened(visit);
  await search(page, '(?i)RUNTIME\\.');
  assert.ok((await boxes(page)).some((box) => has(box, 'match')));
  await page.press('Escape');
  await search(page, '(?<=run)time');
  assert.equal((await boxes(page)).filter((box) => has(box, 'match')).length, 0);
});

test('on a narrow page / makes room for the search, and Escape takes it back', async ({ visit }) => {
  const page = await visit(SINGLE, { viewport: { width: 390, height: 844 } });
  await page.open([cpu]);
  await page.focusCanvas();
  await page.press('/');
  await page.page.keyboard.type('parse');
  await page.idle();
  assert.ok((await boxes(page)).some((box) => has(box, 'match')));
  assert.equal((await page.all('field')).length, 1);
  await page.press('Escape');
  assert.equal((await boxes(page)).filter((box) => has(box, 'match')).length, 0);
  assert.equal((await page.all('field')).length, 0);
});

test('the table shows what matches', async ({ visit }) => {
  const page = await opened(visit);
  await search(page, '^main\\.');
  const rows = await page.rows();
  assert.ok(rows.length > 0);
  for (const row of rows) assert.match(row.name, /^main\./);
});

test('Esc leaves the field and takes the search back', async ({ visit }) => {
  const page = await opened(visit);
  await search(page, 'sort');
  await page.press('Escape');
  assert.equal(await focused(page), 'canvas');
  await page.press('Escape');
  assert.equal((await boxes(page)).filter((box) => has(box, 'match')).length, 0);
});

test('Ctrl+F in the field falls through to the browser', async ({ visit }) => {
  const page = await opened(visit);
  await page.press('/');
  const prevented = await page.page.evaluate(() => {
    const event = new KeyboardEvent('keydown', {
      key: 'f',
      code: 'KeyF',
      ctrlKey: true,
      bubbles: true,
      cancelable: true,
    });
    return !document.activeElement.dispatchEvent(event);
  });
  assert.equal(prevented, false);
});

// The colour of a hit in both themes, as the look has it.
for (const [colorScheme, accent] of [
  ['dark', [0xf2, 0xa9, 0x3b]],
  ['light', [0xe8, 0x94, 0x0f]],
]) {
  test(`a hit in a box under a pixel is still to be seen, ${colorScheme}`, async ({ visit }) => {
    const page = await visit(SINGLE, { colorScheme, reducedMotion: 'reduce', deviceScaleFactor: 1 });
    const bytes = writeProfile([
      [500_000, ['wide.One', 'main.main']],
      [1, ['needle.Here', 'main.main']],
      [500_000, ['zwide.Two', 'main.main']],
    ]);
    await page.open([{ name: 'needle.pb', bytes }]);
    const rows = async () => {
      const all = await boxes(page);
      const { rect } = all.find(({ name }) => name === 'wide.One');
      const graph = rootBox(all).rect;
      return { x: graph.x, y: rect.y, w: graph.w, h: rect.h };
    };
    const amber = async () => countColour(await page.page.screenshot(), accent, await rows());
    assert.equal(await amber(), 0);
    await page.focusCanvas();
    await search(page, 'needle');
    assert.ok((await amber()) >= 8, `${await amber()} amber pixels`);
  });
}
