// The keyboard belongs to the page around: only keys that the focused canvas uses are taken.
import assert from 'node:assert/strict';
import { boxes, wideBoxes, zoomable, again } from './support/flame.mjs';
import { hostPage } from './support/host_page.mjs';
import { recorded } from './support/oracle.mjs';
import { SINGLE } from './support/places.mjs';
import { test } from './support/test.mjs';
import { middle } from './support/visit.mjs';

const cpu = recorded('cpu');

// Presses keys on the canvas and tells which of them the page kept from the browser.
async function taken(page, keys) {
  await page.focusCanvas();
  return page.page.evaluate((keys) => {
    const canvas = document.querySelector('canvas');
    return keys.filter((init) => {
      const event = new KeyboardEvent('keydown', { ...init, bubbles: true, cancelable: true });
      const prevented = !canvas.dispatchEvent(event);
      canvas.dispatchEvent(
        new KeyboardEvent('keyup', { ...init, bubbles: true, cancelable: true }),
      );
      return prevented;
    });
  }, keys);
}

test('Tab leaves the canvas, forwards and backwards', async ({ visit }) => {
  const page = await visit(SINGLE);
  await page.open([cpu]);
  const focused = () =>
    page.page.evaluate(() => document.activeElement.id || document.activeElement.tagName);
  await page.focusCanvas();
  assert.equal(await focused(), 'canvas');
  await page.page.keyboard.press('Tab');
  assert.notEqual(await focused(), 'canvas');
  await page.focusCanvas();
  await page.page.keyboard.press('Shift+Tab');
  assert.notEqual(await focused(), 'canvas');
});

test("neighbours' Tab, Backspace and letters work in a host page", async ({ visit, onEnd }) => {
  const host = await hostPage(visit, onEnd);
  await host.frame.evaluate(() => document.querySelector('canvas').focus());
  await host.page.focus('#before');
  await host.page.keyboard.type('ab/f');
  await host.page.keyboard.press('Backspace');
  assert.equal(await host.page.inputValue('#before'), 'ab/');
  const ids = [];
  for (let i = 0; i < 12 && ids.at(-1) !== 'after'; i++) {
    await host.page.keyboard.press('Tab');
    ids.push(await host.page.evaluate(() => document.activeElement.id));
  }
  assert.equal(ids.at(-1), 'after', `Tab goes through the frame: ${ids}`);
  assert.ok(ids.includes('frame'));
});

test('an input beside the canvas keeps its keys', async ({ visit }) => {
  const page = await visit(SINGLE);
  await page.open([cpu]);
  await page.page.evaluate(() => {
    const fields = ['one', 'two'].map((id) =>
      Object.assign(document.createElement('input'), { id, value: 'abc' }),
    );
    document.body.append(...fields);
    fields.forEach((field, i) =>
      Object.assign(field.style, { position: 'fixed', left: '10px', top: `${10 + 30 * i}px` }),
    );
  });
  await page.page.focus('#one');
  await page.page.keyboard.press('End');
  await page.page.keyboard.press('Backspace');
  await page.page.keyboard.type('/?');
  assert.equal(await page.page.inputValue('#one'), 'ab/?');
  await page.page.keyboard.press('Tab');
  assert.equal(await page.page.evaluate(() => document.activeElement.id), 'two');
});

test('the browser keeps its shortcuts', async ({ visit }) => {
  const page = await visit(SINGLE);
  await page.open([cpu]);
  const browsers = [
    { key: 'F5', code: 'F5' },
    { key: 'F12', code: 'F12' },
    { key: 'F11', code: 'F11' },
    { key: 'Tab', code: 'Tab' },
    { key: 'l', code: 'KeyL', ctrlKey: true },
    { key: 't', code: 'KeyT', ctrlKey: true },
    { key: 'w', code: 'KeyW', ctrlKey: true },
    { key: 'r', code: 'KeyR', ctrlKey: true },
    { key: 'p', code: 'KeyP', ctrlKey: true },
    { key: 'c', code: 'KeyC', ctrlKey: true },
    { key: 'v', code: 'KeyV', ctrlKey: true },
    { key: '+', code: 'Equal', ctrlKey: true },
    { key: '-', code: 'Minus', ctrlKey: true },
    { key: '0', code: 'Digit0', ctrlKey: true },
    { key: 'I', code: 'KeyI', ctrlKey: true, shiftKey: true },
    { key: 'ArrowLeft', code: 'ArrowLeft', altKey: true },
  ];
  assert.deepEqual(await taken(page, browsers), []);
});

test('what the program uses, it takes', async ({ visit }) => {
  const page = await visit(SINGLE);
  await page.open([cpu]);
  const ours = [
    { key: '/', code: 'Slash' },
    { key: 'Backspace', code: 'Backspace' },
    { key: 'ArrowDown', code: 'ArrowDown' },
    { key: 'f', code: 'KeyF', ctrlKey: true },
    { key: 'f', code: 'KeyF', metaKey: true },
    { key: 's', code: 'KeyS', ctrlKey: true },
    { key: '+', code: 'Equal' },
  ];
  for (const key of ours) assert.deepEqual(await taken(page, [key]), [key]);
  assert.deepEqual(
    await taken(page, [
      { key: 'q', code: 'KeyQ' },
      { key: 'F2', code: 'F2' },
    ]),
    [],
  );
});

test('no listener for keys hangs on the window or the document', async ({ visit }) => {
  const page = await visit(SINGLE);
  const session = await page.context.newCDPSession(page.page);
  for (const expression of ['window', 'document', 'document.body']) {
    const { result } = await session.send('Runtime.evaluate', { expression });
    const { listeners } = await session.send('DOMDebugger.getEventListeners', {
      objectId: result.objectId,
    });
    assert.deepEqual(
      listeners.filter(({ type }) => /^key/.test(type)).map(({ type }) => type),
      [],
      expression,
    );
  }
});

test('keys do not stick when the focus goes away', async ({ visit }) => {
  const page = await visit(SINGLE, { reducedMotion: 'reduce' });
  await page.open([cpu]);
  const box = await zoomable(page);
  await page.page.mouse.move(middle(box).x, middle(box).y);
  await page.focusCanvas();
  // Ctrl goes down, the window loses the focus, and its keyup never comes.
  await page.page.evaluate(() => {
    const canvas = document.querySelector('canvas');
    const ctrl = {
      key: 'Control',
      code: 'ControlLeft',
      ctrlKey: true,
      bubbles: true,
      cancelable: true,
    };
    canvas.dispatchEvent(new KeyboardEvent('keydown', ctrl));
    window.dispatchEvent(new Event('blur'));
  });
  await page.idle();
  // A plain wheel pans and does not zoom.
  await page.page.mouse.wheel(0, -60);
  await page.idle();
  assert.ok(Math.abs((await again(page, box)).rect.w - box.rect.w) < 1, 'not zoomed');
});

test('a button of the mouse does not stick, either', async ({ visit }) => {
  const page = await visit(SINGLE, { reducedMotion: 'reduce' });
  await page.open([cpu]);
  const [box] = await wideBoxes(page);
  await page.clickAt(box, { clickCount: 2 });
  await page.idle();
  const { x, y } = middle(box);
  await page.page.mouse.move(x, y);
  await page.page.mouse.down();
  await page.page.evaluate(() => window.dispatchEvent(new Event('blur')));
  const before = await boxes(page);
  await page.page.mouse.move(x - 80, y, { steps: 4 });
  await page.idle();
  const places = (list) => list.map(({ name, rect }) => [name, Math.round(rect.x)]);
  assert.deepEqual(places(await boxes(page)), places(before), 'nothing is dragged');
  await page.page.mouse.up();
});
