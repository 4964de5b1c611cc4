// Copy, paste, cursors.
import assert from 'node:assert/strict';
import { rootBox, boxes, wideBoxes, zoomable } from './support/flame.mjs';
import { paste } from './support/drop.mjs';
import { assertTopIsPprofs, recorded } from './support/oracle.mjs';
import { DIST, SINGLE, place } from './support/places.mjs';
import { freshPages, test } from './support/test.mjs';
import { middle } from './support/visit.mjs';

freshPages();

const cpu = recorded('cpu');

// What the next paste would bring: pasted into a field of our own.
async function clipboard(page) {
  await page.page.evaluate(() =>
    document.body.append(Object.assign(document.createElement('textarea'), { id: 'pasted' })),
  );
  await page.page.focus('#pasted');
  await page.page.keyboard.press('Control+v');
  return page.page.inputValue('#pasted');
}

for (const name of [
  'dist on 127.0.0.1',
  'dist under a path of an intranet host',
  'single file from disk',
]) {
  test(`Ctrl+C copies the name of the selected box: ${name}`, async ({ visit }) => {
    const page = await visit(name);
    await page.open([cpu]);
    const [box] = await wideBoxes(page);
    await page.clickAt(box);
    await page.focusCanvas();
    await page.press('Control+c');
    assert.equal(await clipboard(page), box.name);
  });
}

test('y copies a link, which names no function and no file', async ({ visit }) => {
  const { url } = await place(DIST);
  const page = await visit(DIST);
  await page.open([cpu]);
  await page.query({ sample_index: 'samples' });
  await page.focusCanvas();
  await page.press('y');
  const link = await clipboard(page);
  assert.ok(link.startsWith(url), link);
  assert.match(link, /si=samples/);
  assert.ok(!link.includes('cpu.pb'), link);
});

test('where nothing may be copied, the text is shown to be copied by hand', async ({ visit }) => {
  const page = await visit(SINGLE, {
    before: () => {
      // As where the permission is denied and the old command does nothing.
      Object.defineProperty(navigator, 'clipboard', {
        value: { writeText: () => Promise.reject(new DOMException('denied', 'NotAllowedError')) },
      });
      document.execCommand = () => false;
    },
  });
  await page.open([cpu]);
  await page.query({ sample_index: 'samples' });
  await page.focusCanvas();
  await page.press('y');
  const field = page.page.getByRole('textbox', { name: 'What was to be copied' });
  await field.waitFor();
  assert.match(await field.inputValue(), /#si=samples/);
  const chosen = await field.evaluate((area) => area.value.slice(area.selectionStart, area.selectionEnd));
  assert.equal(chosen, await field.inputValue());
  await page.page.keyboard.press('Escape');
  assert.equal(await page.page.evaluate(() => document.getElementById('by-hand').open), false);
  assert.equal((await page.query()).sample_index, 'samples');
  await page.query({ sample_index: '' });
  await assertTopIsPprofs(page, cpu);
});

test('text pasted into the search field is text', async ({ visit }) => {
  const page = await visit(SINGLE);
  await page.open([cpu]);
  await page.page.evaluate(() => {
    const field = Object.assign(document.createElement('input'), {
      id: 'source',
      value: 'runtime',
    });
    document.body.append(field);
    field.select();
  });
  await page.page.keyboard.press('Control+c');
  await page.focusCanvas();
  await page.press('/');
  await page.page.keyboard.press('Control+v');
  await page.idle();
  assert.equal(await page.page.inputValue('#search'), 'runtime');
  assert.equal((await page.fileTabs()).length, 1, 'no file was opened');
});

test('a pasted file opens while the search field has the focus', async ({ visit }) => {
  const page = await visit(SINGLE);
  await page.open([recorded('heap')]);
  await page.focusCanvas();
  await page.press('/');
  await paste(page, [cpu]);
  await page.show(cpu);
  await page.idle();
  await assertTopIsPprofs(page, cpu);
});

test('a profile pasted as base64 text opens', async ({ visit }) => {
  const page = await visit(SINGLE);
  await page.page.evaluate((text) => {
    const field = Object.assign(document.createElement('textarea'), { value: text });
    document.body.append(field);
    field.select();
  }, cpu.bytes.toString('base64'));
  await page.page.keyboard.press('Control+c');
  await page.focusCanvas();
  await page.page.keyboard.press('Control+v');
  await page.flameDrawn();
  await assertTopIsPprofs(page, cpu);
});

test('the cursor says what the place under it does', async ({ visit }) => {
  const page = await visit(SINGLE, { reducedMotion: 'reduce' });
  await page.open([cpu]);
  const cursorAt = async (x, y) => {
    await page.page.mouse.move(x - 1, y);
    await page.page.mouse.move(x, y);
    await page.idle();
    return page.page.evaluate(
      ({ x, y }) => getComputedStyle(document.elementFromPoint(x, y)).cursor,
      { x, y },
    );
  };
  const box = await zoomable(page);
  const { x, y } = middle(box);
  assert.equal(await cursorAt(x, y), 'pointer', 'over a box');
  const field = await page.find('field', /./);
  assert.equal(await cursorAt(middle(field).x, middle(field).y), 'text', 'over the search field');
  const graph = rootBox(await boxes(page)).rect;
  assert.ok(
    ['default', 'auto', 'grab'].includes(await cursorAt(graph.x + 3, graph.y + 500)),
    'over nothing',
  );
  await page.clickAt(box, { clickCount: 2 });
  await page.idle();
  await page.page.mouse.move(x, y);
  await page.page.mouse.down();
  await page.page.mouse.move(x + 20, y, { steps: 3 });
  await page.idle();
  assert.equal(
    await page.page.evaluate(() => document.querySelector('canvas').style.cursor),
    'grabbing',
  );
  await page.page.mouse.up();
});
