// The GPU may be taken away at any time; when it is back, so is the picture.
import assert from 'node:assert/strict';
import { differingPixels } from './support/pixels.mjs';
import { recorded } from './support/oracle.mjs';
import { SINGLE } from './support/places.mjs';
import { test } from './support/test.mjs';
import { has, pause, until } from './support/visit.mjs';

const cpu = recorded('cpu');

const context = (page, step) =>
  page.page.evaluate((step) => {
    const gl = document.querySelector('canvas').getContext('webgl2');
    window.losing ??= gl.getExtension('WEBGL_lose_context');
    if (step) window.losing[step]();
    return gl.isContextLost();
  }, step);

async function loseAndRestore(page, meanwhile = async () => {}) {
  await context(page, 'loseContext');
  await until(() => context(page), 'the context is lost');
  await pause(100);
  await meanwhile();
  await context(page, 'restoreContext');
  await until(async () => !(await context(page)), 'the context is back');
  await page.idle();
}

test('the picture after is the picture before', async ({ visit }) => {
  const page = await visit(SINGLE);
  await page.open([cpu]);
  const before = await page.page.screenshot();
  for (const time of ['first', 'second']) {
    await loseAndRestore(page);
    const differing = differingPixels(before, await page.page.screenshot());
    assert.ok(differing <= 5, `${differing} pixels differ after the ${time} loss`);
  }
  const error = await page.page.evaluate(() =>
    document.querySelector('canvas').getContext('webgl2').getError(),
  );
  assert.equal(error, 0, 'no GL error');
});

test('what happens while it is lost is there afterwards', async ({ visit }) => {
  const page = await visit(SINGLE);
  await page.open([cpu]);
  await loseAndRestore(page, async () => {
    await page.focusCanvas();
    await page.page.keyboard.press('/');
    await page.page.keyboard.type('sort');
  });
  assert.ok((await page.all('box')).some((box) => has(box, 'match')));
  assert.deepEqual(page.errors, []);
});

test('open while the context is lost resolves', async ({ visit }) => {
  const page = await visit(SINGLE);
  let opened;
  await loseAndRestore(page, async () => {
    opened = page.open([cpu]);
    await pause(500);
  });
  assert.equal((await opened).opened.length, 1);
  await page.flameDrawn();
});
