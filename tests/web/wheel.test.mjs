// The wheel: raw speed in every unit, and in an embedded page it scrolls the host.
import assert from 'node:assert/strict';
import { again, assertNear, boxes, rootBox, zoomable } from './support/flame.mjs';
import { hostPage, openInFrame } from './support/host_page.mjs';
import { recorded } from './support/oracle.mjs';
import { SINGLE } from './support/places.mjs';
import { test } from './support/test.mjs';
import { middle, until } from './support/visit.mjs';

const cpu = recorded('cpu');

// A wheel event with a deltaMode, which no driver can make; gives whether the page took it.
const wheel = (page, box, init) =>
  page.page.evaluate(
    ([{ x, y }, init]) => {
      const event = new WheelEvent('wheel', {
        clientX: x,
        clientY: y,
        bubbles: true,
        cancelable: true,
        ...init,
      });
      return !document.querySelector('canvas').dispatchEvent(event);
    },
    [middle(box), init],
  );

test('lines and pages are as fast as the pixels that they stand for', async ({ visit }) => {
  const widths = {};
  for (const [unit, init] of Object.entries({
    pixels: { deltaMode: 0, deltaY: -30 },
    lines: { deltaMode: 1, deltaY: -0.9 },
    pages: { deltaMode: 2, deltaY: -30 / 800 },
  })) {
    const page = await visit(SINGLE, { reducedMotion: 'reduce' });
    await page.open([cpu]);
    const box = await zoomable(page);
    assert.ok(await wheel(page, box, { ...init, ctrlKey: true }), 'taken');
    await page.idle();
    widths[unit] = (await again(page, box)).rect.w / box.rect.w;
  }
  assert.ok(widths.pixels > 1.05 && widths.pixels < 2, `one notch is no leap: ${widths.pixels}`);
  assertNear(widths.lines, widths.pixels, 'lines', 0.05);
  assertNear(widths.pages, widths.pixels, 'pages', 0.05);
});

test('one wheel event counts once', async ({ visit }) => {
  const page = await visit(SINGLE, { reducedMotion: 'reduce' });
  await page.open([cpu]);
  const box = await zoomable(page);
  const factor = async () => {
    const before = (await again(page, box)).rect.w;
    await wheel(page, box, { deltaY: -10, ctrlKey: true });
    await page.idle();
    return (await again(page, box)).rect.w / before;
  };
  const [one, two] = [await factor(), await factor()];
  assertNear(one, two, 'the same step twice', 0.02);
});

test('the wheel pans a zoomed graph', async ({ visit }) => {
  const page = await visit(SINGLE, { reducedMotion: 'reduce' });
  await page.open([cpu]);
  const box = await zoomable(page);
  await wheel(page, box, { deltaY: -60, ctrlKey: true });
  await page.idle();
  const graph = rootBox(await boxes(page)).rect;
  const inner = (await boxes(page)).find(
    ({ rect }) => rect.x > graph.x + 60 && rect.x + rect.w < graph.x + graph.w - 10,
  );
  await wheel(page, box, { deltaX: 40 });
  await page.idle();
  const moved = await again(page, { ...inner, rect: { ...inner.rect, x: inner.rect.x - 40 } });
  assertNear(moved.rect.x, inner.rect.x - 40, 'moved by what the wheel said', 3);
});

test('embedded, a plain wheel scrolls the host and Ctrl+wheel zooms', async ({ visit, onEnd }) => {
  const host = await hostPage(visit, onEnd);
  await openInFrame(host.frame, cpu);
  const frameBoxes = () =>
    host.frame.evaluate(() =>
      window.burnglass
        .idle()
        .then(() => window.burnglass.snapshot().filter(({ role }) => role === 'box')),
    );
  const all = await frameBoxes();
  const root = rootBox(all);
  const box = all
    .filter(({ rect }) => rect.w < root.rect.w * 0.7)
    .sort((a, b) => b.rect.w - a.rect.w)[0];
  const at = { x: host.offset.x + middle(box).x, y: host.offset.y + middle(box).y };
  await host.page.mouse.move(at.x, at.y);
  await host.page.mouse.wheel(0, 120);
  await until(() => host.page.evaluate(() => scrollY > 50), 'the host has scrolled');
  await host.page.evaluate(() => scrollTo(0, 0));
  await until(() => host.page.evaluate(() => scrollY === 0), 'back at the top');

  await host.page.mouse.move(at.x, at.y);
  await host.page.keyboard.down('Control');
  for (let i = 0; i < 4; i++) await host.page.mouse.wheel(0, -20);
  await host.page.keyboard.up('Control');
  const zoomed = (await frameBoxes()).find(
    ({ name, value }) => name === box.name && value === box.value,
  );
  assert.ok(zoomed.rect.w > box.rect.w * 1.3, `${zoomed.rect.w} px, before ${box.rect.w}`);
  assert.equal(await host.page.evaluate(() => scrollY), 0);
});
