// Fingers: tap, drag and pinch.
import assert from 'node:assert/strict';
import { again, boxes, rootBox, zoomable } from './support/flame.mjs';
import { recorded } from './support/oracle.mjs';
import { SINGLE } from './support/places.mjs';
import { freshPages, test } from './support/test.mjs';
import { has, middle } from './support/visit.mjs';

freshPages();

const cpu = recorded('cpu');
const phone = {
  viewport: { width: 390, height: 844 },
  hasTouch: true,
  isMobile: true,
  deviceScaleFactor: 2,
  reducedMotion: 'reduce',
};

async function opened(visit) {
  const page = await visit(SINGLE, phone);
  await page.open([cpu]);
  await page.idle();
  const session = await page.context.newCDPSession(page.page);
  const touch = async (type, touchPoints) => {
    await session.send('Input.dispatchTouchEvent', { type, touchPoints });
    await page.idle();
  };
  return { page, touch };
}

test('a tap selects', async ({ visit }) => {
  const { page } = await opened(visit);
  const box = await zoomable(page);
  const { x, y } = middle(box);
  await page.page.touchscreen.tap(x, y);
  await page.idle();
  assert.deepEqual(
    (await boxes(page)).filter((box) => has(box, 'selected')).map(({ name }) => name),
    [box.name],
  );
});

test('two fingers apart zoom in', async ({ visit }) => {
  const { page, touch } = await opened(visit);
  const box = await zoomable(page);
  const { x, y } = middle(box);
  const fingers = (apart) => [
    { x: x - apart, y, id: 1 },
    { x: x + apart, y, id: 2 },
  ];
  await touch('touchStart', fingers(20));
  for (const apart of [25, 30, 35, 40]) await touch('touchMove', fingers(apart));
  await touch('touchEnd', []);
  const zoomed = await again(page, box);
  assert.ok(zoomed.rect.w > box.rect.w * 1.4, `${zoomed.rect.w} px, before ${box.rect.w}`);
  assert.equal(
    await page.page.evaluate(() => visualViewport.scale),
    1,
    'the browser itself does not zoom',
  );
});

test('everything fits a phone', async ({ visit }) => {
  const { page } = await opened(visit);
  for (const { role, name, rect } of await page.snapshot()) {
    if (rect.w === 0) continue;
    assert.ok(rect.x >= -1 && rect.x + rect.w <= 391, `${role} ${name} at ${rect.x} + ${rect.w}`);
  }
  assert.ok(rootBox(await boxes(page)).rect.w > 300, 'the graph has the width');
});
