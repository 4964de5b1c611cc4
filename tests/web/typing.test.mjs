// Text is typed into a real HTML input: input methods, selection and undo are the browser's.
import assert from 'node:assert/strict';
import { assertNear, boxes } from './support/flame.mjs';
import { SINGLE } from './support/places.mjs';
import { writeProfile } from './support/profile_writer.mjs';
import { freshPages, test } from './support/test.mjs';
import { has } from './support/visit.mjs';

freshPages();

const japanese = {
  name: 'names.pb',
  bytes: writeProfile([
    [3, ['仮名.変換', 'main.main']],
    [5, ['other', 'main.main']],
  ]),
};

async function searching(visit) {
  const page = await visit(SINGLE);
  await page.open([japanese]);
  await page.focusCanvas();
  await page.press('/');
  return page;
}

const matches = async (page) =>
  (await boxes(page)).filter((box) => has(box, 'match')).map(({ name }) => name);

test('the field on screen is the input that has the focus', async ({ visit }) => {
  const page = await searching(visit);
  const { rect } = await page.find('field', /./);
  const input = await page.page.evaluate(() => {
    const { tagName, type } = document.activeElement;
    const { x, y, width, height } = document.activeElement.getBoundingClientRect();
    return { tagName, type, x, y, width, height };
  });
  assert.equal(input.tagName, 'INPUT');
  assert.ok(['text', 'search'].includes(input.type));
  assert.ok(
    input.x >= rect.x - 1 && input.x + input.width <= rect.x + rect.w + 1,
    'it lies in the drawn frame',
  );
  assertNear(input.y + input.height / 2, rect.y + rect.h / 2, 'on the same line', 3);
});

test('an input method composes in it', async ({ visit }) => {
  const page = await searching(visit);
  const session = await page.context.newCDPSession(page.page);
  await session.send('Input.imeSetComposition', {
    text: 'かめい',
    selectionStart: 3,
    selectionEnd: 3,
  });
  // Enter and Escape belong to the input method now.
  await page.page.evaluate(() => {
    for (const key of ['Enter', 'Escape'])
      document.activeElement.dispatchEvent(
        new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, isComposing: true }),
      );
  });
  assert.equal(await page.page.evaluate(() => document.activeElement.id), 'search');
  await session.send('Input.insertText', { text: '仮名' });
  await page.idle();
  assert.equal(await page.page.inputValue('#search'), '仮名');
  assert.deepEqual(await matches(page), ['仮名.変換']);
});

test('select, undo and redo work', async ({ visit }) => {
  const page = await searching(visit);
  await page.page.keyboard.type('other');
  await page.page.keyboard.press('Control+a');
  await page.page.keyboard.press('Backspace');
  assert.equal(await page.page.inputValue('#search'), '');
  await page.page.keyboard.press('Control+z');
  await page.idle();
  assert.equal(await page.page.inputValue('#search'), 'other');
  assert.deepEqual(await matches(page), ['other']);
});

test('a click into the drawn field focuses the input', async ({ visit }) => {
  const page = await visit(SINGLE);
  await page.open([japanese]);
  await page.clickAt(await page.find('field', /./));
  assert.equal(await page.page.evaluate(() => document.activeElement.id), 'search');
});

test('the field has a name for screen readers', async ({ visit }) => {
  const page = await searching(visit);
  assert.ok(await page.page.evaluate(() => document.activeElement.getAttribute('aria-label')));
});
