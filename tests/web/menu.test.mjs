// The menu of a function: by right button, by key, by a finger that stays; and what is copied.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { root } from '../support/checks.mjs';
import { boxes, wideBoxes, zoomable } from './support/flame.mjs';
import { parseTop, recorded, topRows } from './support/oracle.mjs';
import { SINGLE } from './support/places.mjs';
import { Skip, test } from './support/test.mjs';
import { has, middle, pause, until } from './support/visit.mjs';

const cpu = recorded('cpu');

async function opened(visit, options = {}) {
  const page = await visit(SINGLE, { reducedMotion: 'reduce', ...options });
  await page.open([cpu]);
  await page.idle();
  return page;
}

const items = async (page) => (await page.all('menuitem')).map(({ name }) => name);

async function rightClick(page, entry) {
  await page.clickAt(entry, { button: 'right' });
  await page.idle();
}

// What the next paste would bring.
async function clipboard(page) {
  await page.page.evaluate(() => {
    document.getElementById('pasted')?.remove();
    document.body.append(Object.assign(document.createElement('textarea'), { id: 'pasted' }));
  });
  await page.page.focus('#pasted');
  await page.page.keyboard.press('Control+v');
  return page.page.inputValue('#pasted');
}

test('the right button opens the menu of a box, and the browser shows none', async ({ visit }) => {
  const page = await opened(visit);
  await page.page.evaluate(() => {
    window.menus = [];
    window.addEventListener('contextmenu', (e) => window.menus.push(e.defaultPrevented));
  });
  const box = await zoomable(page);
  await rightClick(page, box);
  assert.deepEqual((await items(page)).slice(0, 4), ['Focus', 'Ignore', 'Hide', 'Show from']);
  assert.deepEqual(await page.page.evaluate(() => window.menus), [true]);
  assert.deepEqual(
    (await boxes(page)).filter((one) => has(one, 'selected')).map(({ name }) => name),
    [box.name],
  );
  assert.deepEqual(await page.all('label', 'card'), [], 'no hover card beside a menu');
  await page.click('menuitem', 'Focus');
  assert.equal((await page.all('chip', 'focus')).length, 1);
  assert.deepEqual(await items(page), []);
});

test('Shift+F10, arrows and Enter do without a mouse', async ({ visit }) => {
  const page = await opened(visit);
  const [row] = await page.rows();
  await page.clickAt(row);
  await page.idle();
  await page.focusCanvas();
  await page.press('Shift+F10');
  assert.ok((await items(page)).includes('Hide'));
  await page.press('ArrowDown');
  await page.press('ArrowDown');
  await page.press('Enter');
  assert.equal((await page.all('chip', 'hide')).length, 1);
  assert.ok(!(await page.rows()).some(({ name }) => name === row.name));
  await page.press('ContextMenu');
  assert.ok((await items(page)).length > 0);
  await page.press('Escape');
  assert.deepEqual(await items(page), []);
});

test('a finger that stays opens the menu; one that goes on does not', async ({ visit }) => {
  const page = await opened(visit, {
    viewport: { width: 390, height: 844 },
    hasTouch: true,
    isMobile: true,
    deviceScaleFactor: 2,
  });
  const session = await page.context.newCDPSession(page.page);
  const touch = (type, touchPoints) =>
    session.send('Input.dispatchTouchEvent', { type, touchPoints });
  const box = await zoomable(page);
  const { x, y } = middle(box);
  await touch('touchStart', [{ x, y }]);
  await touch('touchMove', [{ x: x + 60, y }]);
  await pause(700);
  await touch('touchEnd', []);
  await page.idle();
  assert.deepEqual(await items(page), []);
  await touch('touchStart', [{ x, y }]);
  await until(async () => (await items(page)).length > 0, 'the menu');
  await touch('touchEnd', []);
  await page.idle();
  assert.ok((await items(page)).includes('Copy stack'), 'letting go leaves it open');
  const { rect } = await page.find('menuitem', 'Focus');
  assert.ok(rect.h >= 44, `${rect.h} px for a finger`);
});

test('the stack of a box is copied leaf first', async ({ visit }) => {
  const page = await opened(visit);
  const [box] = await wideBoxes(page);
  await rightClick(page, box);
  await page.click('menuitem', 'Copy stack');
  assert.match(await page.said('notice'), /The stack is copied/);
  const stack = (await clipboard(page)).trim().split('\n');
  assert.equal(stack[0], box.name);
  const flame = await page.answer('flame');
  const byId = new Map(flame.boxes.map((one) => [one.id, one]));
  const paths = flame.boxes
    .filter((one) => one.name === box.name)
    .map((one) => {
      const names = [];
      for (let at = one; at && at.parent !== null; at = byId.get(at.parent)) names.push(at.name);
      return names.join('\n');
    });
  assert.ok(paths.includes(stack.join('\n')), stack.join(' < '));
});

test('the copied command prints the rows that the page shows', async ({ visit }) => {
  const command = path.join(root, 'build/release/burnglass');
  if (!existsSync(command)) throw new Skip('there is no build/release/burnglass');
  const page = await opened(visit);
  await page.query({ focus: 'sort|quote\'s' });
  await page.idle();
  const [row] = await page.rows();
  await rightClick(page, row);
  await page.click('menuitem', 'Ignore');
  const [next] = await page.rows();
  await rightClick(page, next);
  await page.click('menuitem', 'Copy as burnglass');
  const text = await clipboard(page);
  assert.match(text, /^burnglass pprof -top -focus='sort\|quote'\\''s' -ignore='/);
  const output = execFileSync('sh', ['-c', text.replace(/^burnglass/, command)], {
    cwd: path.dirname(cpu.path),
    encoding: 'utf8',
  });
  const wanted = parseTop(output);
  assert.ok(wanted.length > 2);
  assert.deepEqual(await topRows(page, wanted.length), wanted);
});

test('the table is copied as cells', async ({ visit }) => {
  const page = await opened(visit);
  await page.click('button', 'copy the table');
  const lines = (await clipboard(page)).trim().split('\n');
  assert.match(lines[0], /^function\tfile\tline\tflat \(nanoseconds\)\tflat %/);
  const top = await page.answer('top');
  assert.deepEqual(
    lines.slice(1).map((line) => [line.split('\t')[0], line.split('\t')[3]]),
    top.rows.map(({ name, flat }) => [name, flat]),
  );
});
