// The flame graph under a real mouse and keyboard.
import assert from 'node:assert/strict';
import {
  again,
  assertNear,
  assertSamePlace,
  boxes,
  right,
  rootBox,
  share,
  wideBoxes,
  words,
  zoomable,
} from './support/flame.mjs';
import { recorded } from './support/oracle.mjs';
import { SINGLE } from './support/places.mjs';
import { test } from './support/test.mjs';
import { has, middle, pause, until } from './support/visit.mjs';

const cpu = recorded('cpu');

async function opened(visit, options) {
  const page = await visit(SINGLE, { reducedMotion: 'reduce', ...options });
  await page.open([cpu]);
  await page.idle();
  return page;
}

test('boxes lie as wide as they cost, callees within their caller', async ({ visit }) => {
  const page = await opened(visit);
  const answer = await page.answer('flame');
  const all = await boxes(page);
  const root = rootBox(all);
  const widest = new Map();
  for (const box of answer.boxes)
    widest.set(box.name, Math.max(widest.get(box.name) ?? 0, share(box.cum, answer.total)));
  for (const box of all.filter(({ rect }) => rect.w > 20)) {
    assert.ok(
      box.rect.x >= root.rect.x - 1 && right(box) <= right(root) + 1,
      `${box.name} lies in the graph`,
    );
    if (box === root) continue;
    assert.ok(widest.has(box.name), `${box.name} is in the answer`);
    const percent = (100 * box.rect.w) / root.rect.w;
    assert.ok(percent <= widest.get(box.name) + 0.5, `${box.name}: ${percent} % of the width`);
  }
});

test('root on top; u turns the graph round', async ({ visit }) => {
  const page = await opened(visit);
  const before = await boxes(page);
  const rootY = rootBox(before).rect.y;
  assert.ok(
    before.every(({ rect }) => rect.y >= rootY),
    'nothing above the root',
  );
  await page.focusCanvas();
  await page.press('u');
  const after = await boxes(page);
  const turned = rootBox(after).rect.y;
  assert.ok(
    after.every(({ rect }) => rect.y <= turned),
    'nothing below the root',
  );
});

test('hovering tells name, place, flat and cum', async ({ visit }) => {
  const page = await opened(visit);
  const top = await page.answer('top', { all: true });
  const flame = await page.answer('flame');
  const box = (await wideBoxes(page)).find(
    ({ name }) => top.rows.find((row) => row.name === name)?.file,
  );
  await page.hover(box);
  assert.ok(has(await again(page, box), 'hovered'));
  const card = await page.said('card');
  const row = top.rows.find(({ name }) => name === box.name);
  assert.ok(card.startsWith(box.name), card);
  assert.ok(card.includes(row.file.split('/').pop()), `${row.file} in: ${card}`);
  const shares = flame.boxes
    .filter(({ name }) => name === box.name)
    .map(({ cum, flat }) => [cum, flat].map((value) => share(value, flame.total).toFixed(1)));
  const [, cum, flat] =
    /cum [^;]*?, ([\d.]+) % of total.*flat [^;]*?, ([\d.]+) % of total/.exec(card) ?? [];
  assert.ok(
    shares.some(([a, b]) => Number(a) === Number(cum) && Number(b) === Number(flat)),
    `${card}; boxes of it: ${shares.join(' | ')}`,
  );
  await page.page.mouse.move(2, 2);
  await page.idle();
  assert.equal((await boxes(page)).filter((box) => has(box, 'hovered')).length, 0);
});

test('a click selects, and marks what is the same function', async ({ visit }) => {
  const page = await opened(visit);
  const [box] = await wideBoxes(page);
  await page.clickAt(box);
  await page.idle();
  const chosen = (await boxes(page)).filter((box) => has(box, 'selected'));
  assert.deepEqual(
    chosen.map(({ name }) => name),
    [box.name],
  );
  assert.ok((await words(page)).includes(box.name), 'the details name it');
  await page.focusCanvas();
  await page.press('Escape');
  assert.equal((await boxes(page)).filter((box) => has(box, 'selected')).length, 0, 'Esc clears');
});

for (const [how, zoom] of [
  ['double click', (page, box) => page.clickAt(box, { clickCount: 2 })],
  [
    'Enter',
    async (page, box) => {
      await page.clickAt(box);
      await page.focusCanvas();
      await page.page.keyboard.press('Enter');
    },
  ],
]) {
  for (const key of ['Escape', 'Backspace']) {
    test(`${how} zooms, ${key} goes back`, async ({ visit }) => {
      const page = await opened(visit);
      const before = rootBox(await boxes(page));
      const box = await zoomable(page);
      await zoom(page, box);
      await page.idle();
      const zoomed = await again(page, box);
      assertNear(zoomed.rect.w, before.rect.w, 'the box is as wide as the graph');
      await page.focusCanvas();
      await page.press(key);
      assertSamePlace(await again(page, box), box, 'the box after going back');
    });
  }
}

test('the breadcrumb leads back', async ({ visit }) => {
  const page = await opened(visit);
  const box = await zoomable(page);
  await page.clickAt(box, { clickCount: 2 });
  await page.idle();
  const crumbs = (await page.all('button')).filter(({ value }) => value === 'breadcrumb');
  assert.ok(crumbs.length > 0, 'a first breadcrumb');
  await page.clickAt(crumbs[0]);
  await page.idle();
  assertSamePlace(await again(page, box), box, 'the box after going back');
});

test('Ctrl+wheel zooms at the pointer', async ({ visit }) => {
  const page = await opened(visit);
  const box = await zoomable(page);
  const x = box.rect.x + box.rect.w / 3;
  await page.page.mouse.move(x, middle(box).y);
  await page.page.keyboard.down('Control');
  for (let i = 0; i < 4; i++) await page.page.mouse.wheel(0, -20);
  await page.page.keyboard.up('Control');
  await page.idle();
  const zoomed = await again(page, box);
  assert.ok(zoomed.rect.w > box.rect.w * 1.3, `${zoomed.rect.w} px, before ${box.rect.w}`);
  // The snapshot's rect may be clipped by the graph; where it is not, the point under the pointer stayed.
  const graph = rootBox(await boxes(page)).rect;
  if (zoomed.rect.x > graph.x + 1)
    assertNear(zoomed.rect.x + zoomed.rect.w / 3, x, 'the point under the pointer', 3);
  await page.page.keyboard.down('Control');
  for (let i = 0; i < 40; i++) await page.page.mouse.wheel(0, 40);
  await page.page.keyboard.up('Control');
  await page.idle();
  assertSamePlace(await again(page, box), box, 'zoomed out as far as it goes');
});

test('dragging moves the zoomed picture with the hand', async ({ visit }) => {
  const page = await opened(visit);
  const box = await zoomable(page);
  const { x, y } = middle(box);
  await page.page.mouse.move(x, y);
  await page.page.keyboard.down('Control');
  for (let i = 0; i < 4; i++) await page.page.mouse.wheel(0, -20);
  await page.page.keyboard.up('Control');
  await page.idle();
  // A box that has room on both sides.
  const graph = rootBox(await boxes(page)).rect;
  const inner = (await boxes(page)).find(
    ({ rect }) => rect.w > 4 && rect.x > graph.x + 120 && rect.x + rect.w < graph.x + graph.w - 120,
  );
  await page.page.mouse.move(x, y);
  await page.page.mouse.down();
  await page.page.mouse.move(x + 30, y, { steps: 3 });
  await page.page.mouse.move(x + 60, y, { steps: 3 });
  await page.page.mouse.up();
  await page.idle();
  const moved = await again(page, { ...inner, rect: { ...inner.rect, x: inner.rect.x + 60 } });
  assertNear(moved.rect.x, inner.rect.x + 60, 'the box goes with the hand', 4);
  assert.equal(
    (await boxes(page)).filter((box) => has(box, 'selected')).length,
    0,
    'a drag selects nothing',
  );
});

test('arrows go from box to box', async ({ visit }) => {
  const page = await opened(visit);
  const [box] = await wideBoxes(page);
  await page.clickAt(box);
  await page.idle();
  await page.focusCanvas();
  const selected = async () => (await boxes(page)).find((box) => has(box, 'selected'));
  const before = await selected();
  await page.press('ArrowDown');
  const below = await selected();
  assert.ok(below.rect.y > before.rect.y, 'a callee lies below');
  await page.press('ArrowUp');
  assertSamePlace(await selected(), before, 'back at the caller');
});

test('+, - and 0 zoom by key', async ({ visit }) => {
  const page = await opened(visit);
  const box = await zoomable(page);
  await page.page.mouse.move(middle(box).x, middle(box).y);
  await page.focusCanvas();
  await page.press('+');
  assert.ok((await again(page, box)).rect.w > box.rect.w * 1.2);
  await page.press('0');
  assertSamePlace(await again(page, box), box, 'the whole graph again');
});

test('the minimap shows where the picture is, and leads elsewhere', async ({ visit }) => {
  const page = await opened(visit);
  const map = async () => (await page.all('label', 'minimap'))[0];
  assert.equal((await map()).value, 'whole graph');
  const box = await zoomable(page);
  await page.clickAt(box, { clickCount: 2 });
  await page.idle();
  const { value, rect } = await map();
  assert.equal(value, 'part');
  // A drag outside of the window makes another one.
  const before = (await boxes(page)).map(({ name, rect }) => [name, rect.x]);
  const outside = box.rect.x > rect.x + rect.w / 2 ? 0.05 : 0.9;
  await page.page.mouse.move(rect.x + rect.w * outside, rect.y + rect.h / 2);
  await page.page.mouse.down();
  await page.page.mouse.move(rect.x + rect.w * (outside + 0.06), rect.y + rect.h / 2, { steps: 4 });
  await page.page.mouse.up();
  await page.idle();
  assert.notDeepEqual(
    (await boxes(page)).map(({ name, rect }) => [name, rect.x]),
    before,
  );
});

test('zooming moves over time, unless the person wants it still', async ({ visit }) => {
  const widths = async (reducedMotion) => {
    const page = await opened(visit, { reducedMotion });
    const box = await zoomable(page);
    const seen = await page.page.evaluate(async ({ name, rect }) => {
      const canvas = document.querySelector('canvas');
      const at = {
        clientX: rect.x + rect.w / 2,
        clientY: rect.y + rect.h / 2,
        bubbles: true,
        pointerId: 1,
        isPrimary: true,
      };
      canvas.setPointerCapture = () => {};
      for (const type of ['pointermove', 'pointerdown', 'pointerup', 'pointerdown', 'pointerup'])
        canvas.dispatchEvent(new PointerEvent(type, { ...at, button: 0 }));
      const seen = [];
      const end = performance.now() + 600;
      while (performance.now() < end) {
        await new Promise(requestAnimationFrame);
        const shown = window.burnglass
          .snapshot()
          .find((box) => box.role === 'box' && box.name === name);
        if (shown) seen.push(Math.round(shown.rect.w));
      }
      return seen;
    }, box);
    return new Set(seen).size;
  };
  assert.ok((await widths('no-preference')) > 2, 'steps between');
  assert.ok((await widths('reduce')) <= 2, 'no steps between');
}, { alone: true });

test('many quick zooms end where they should', async ({ visit }) => {
  const page = await opened(visit);
  const box = await zoomable(page);
  for (let i = 0; i < 3; i++) {
    await page.clickAt(box, { clickCount: 2 });
    await page.focusCanvas();
    await page.page.keyboard.press('Escape');
    await pause(20);
  }
  await until(
    async () => Math.abs((await again(page, box)).rect.w - box.rect.w) < 1.5,
    'the first picture',
  );
});
