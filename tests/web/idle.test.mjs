// An idle page costs nothing.
import assert from 'node:assert/strict';
import { recorded } from './support/oracle.mjs';
import { SINGLE } from './support/places.mjs';
import { test } from './support/test.mjs';
import { pause } from './support/visit.mjs';

// Seconds of main-thread tasks in `seconds`, and the animation frames asked for meanwhile.
async function cost(page, seconds) {
  const session = await page.context.newCDPSession(page.page);
  await session.send('Performance.enable');
  const taken = async () => {
    const { metrics } = await session.send('Performance.getMetrics');
    return metrics.find(({ name }) => name === 'TaskDuration').value;
  };
  await page.page.evaluate(() => {
    window.framesAsked = 0;
    const ask = window.requestAnimationFrame;
    window.requestAnimationFrame = (then) => {
      window.framesAsked++;
      return ask.call(window, then);
    };
  });
  const before = await taken();
  await pause(seconds * 1000);
  const tasks = (await taken()) - before;
  return { tasks, frames: await page.page.evaluate(() => window.framesAsked) };
}

async function assertIdle(page) {
  await page.idle();
  await pause(300); // hover and toast transitions are over
  const { tasks, frames } = await cost(page, 3);
  assert.equal(frames, 0, 'no animation frame is asked for');
  assert.ok(tasks < 0.03, `${(tasks * 1000).toFixed(1)} ms of tasks in 3 s`);
}

test('the start page', async ({ visit }) => assertIdle(await visit(SINGLE)), { alone: true });

test('a profile, with a box under the pointer', async ({ visit }) => {
  const page = await visit(SINGLE);
  await page.open([recorded('cpu')]);
  await page.hover((await page.all('box')).find(({ rect }) => rect.w > 100));
  await assertIdle(page);
}, { alone: true });

test('a profile, after a search', async ({ visit }) => {
  const page = await visit(SINGLE);
  await page.open([recorded('cpu')]);
  await page.focusCanvas();
  await page.press('/');
  await page.page.keyboard.type('runtime');
  await page.press('Enter');
  await page.focusCanvas();
  await assertIdle(page);
}, { alone: true });
