// As sharp as the screen, as large as its container.
import assert from 'node:assert/strict';
import { assertNear, rootBox, boxes } from './support/flame.mjs';
import { recorded } from './support/oracle.mjs';
import { SINGLE } from './support/places.mjs';
import { freshPages, test } from './support/test.mjs';
import { until } from './support/visit.mjs';

freshPages();

const cpu = recorded('cpu');

const sizes = (page) =>
  page.page.evaluate(() => {
    const canvas = document.querySelector('canvas');
    const { width, height } = canvas.getBoundingClientRect();
    const gl = canvas.getContext('webgl2');
    return {
      css: [width, height],
      canvas: [canvas.width, canvas.height],
      drawn: [gl.drawingBufferWidth, gl.drawingBufferHeight],
      dpr: devicePixelRatio,
      window: [innerWidth, innerHeight],
    };
  });

async function assertSharp(page) {
  const { css, canvas, drawn, dpr, window } = await sizes(page);
  assert.deepEqual(css, window, 'the canvas fills the window');
  for (const side of [0, 1]) assertNear(canvas[side], css[side] * dpr, 'device pixels', 1);
  assert.deepEqual(drawn, canvas);
}

for (const deviceScaleFactor of [1, 1.25, 1.5, 2, 3]) {
  test(`at ${deviceScaleFactor} device pixels to a CSS pixel`, async ({ visit }) => {
    const page = await visit(SINGLE, { deviceScaleFactor, viewport: { width: 801, height: 601 } });
    await page.open([cpu]);
    await assertSharp(page);
    const { rect } = rootBox(await boxes(page));
    assert.ok(rect.x + rect.w <= 801, 'rects are CSS pixels');
  });
}

test('text has more detail at two device pixels than one blown up', async ({ visit }) => {
  // The sharpest step between two neighbouring pixels; a stretched picture has none across a whole edge.
  const steepness = async (deviceScaleFactor) => {
    const page = await visit(SINGLE, { deviceScaleFactor, viewport: { width: 800, height: 600 } });
    await page.open([cpu]);
    const picture = (await page.page.screenshot()).toString('base64');
    return page.page.evaluate(async (picture) => {
      const bytes = Uint8Array.from(atob(picture), (c) => c.charCodeAt(0));
      const bitmap = await createImageBitmap(new Blob([bytes], { type: 'image/png' }));
      const canvas = new OffscreenCanvas(bitmap.width, bitmap.height);
      const context = canvas.getContext('2d');
      context.drawImage(bitmap, 0, 0);
      const { data, width, height } = context.getImageData(0, 0, bitmap.width, bitmap.height);
      // In a picture doubled in size every second pixel repeats the one before it, row by row.
      let changes = 0;
      for (let y = 0; y < height; y++)
        for (let x = 1; x < width; x += 2)
          changes += data[4 * (y * width + x)] !== data[4 * (y * width + x - 1)];
      return changes;
    }, picture);
  };
  assert.ok((await steepness(2)) > 500, 'odd pixels differ from their neighbours');
});

test('it follows its container', async ({ visit }) => {
  const page = await visit(SINGLE);
  await page.open([cpu]);
  const before = rootBox(await boxes(page)).rect.w;
  for (const size of [
    { width: 900, height: 500 },
    { width: 390, height: 844 },
    { width: 1500, height: 900 },
  ]) {
    await page.page.setViewportSize(size);
    await until(async () => (await sizes(page)).css[0] === size.width, 'the new width');
    await page.idle();
    await assertSharp(page);
    const { rect } = rootBox(await boxes(page));
    assert.ok(rect.x + rect.w <= size.width + 1, `the graph fits into ${size.width}`);
  }
  assert.ok(rootBox(await boxes(page)).rect.w > before, 'a wider window gives a wider graph');
});

test('a container that is not the window', async ({ visit }) => {
  const page = await visit(SINGLE, { deviceScaleFactor: 1 });
  await page.open([cpu]);
  await page.page.evaluate(() =>
    Object.assign(document.querySelector('canvas').style, {
      inset: '50px auto auto 40px',
      width: '613.5px',
      height: '401.25px',
    }),
  );
  await page.idle();
  await until(async () => (await sizes(page)).canvas[0] <= 614, 'the new size');
  const { canvas, css } = await sizes(page);
  for (const side of [0, 1]) assertNear(canvas[side], css[side], 'device pixels', 1);
  const { rect } = rootBox(await boxes(page));
  assert.ok(rect.x + rect.w <= 614);
});

test('another zoom of the browser is followed while the page is open', async ({ visit }) => {
  const page = await visit(SINGLE);
  await page.open([cpu]);
  const session = await page.context.newCDPSession(page.page);
  for (const deviceScaleFactor of [1.5, 2, 0.8, 1]) {
    // As a browser's zoom does it: more device pixels for each of fewer CSS px.
    const width = Math.round(1280 / deviceScaleFactor);
    await session.send('Emulation.setDeviceMetricsOverride', {
      width,
      height: Math.round(800 / deviceScaleFactor),
      deviceScaleFactor,
      mobile: false,
    });
    await until(
      async () => Math.abs((await sizes(page)).canvas[0] - width * deviceScaleFactor) <= 1,
      `${deviceScaleFactor}`,
    );
    await page.idle();
    await assertSharp(page);
  }
});
