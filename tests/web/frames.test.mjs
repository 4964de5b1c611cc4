// What a frame costs: WebGL is told what to draw and asked nothing, since every answer waits until the
// graphics process has caught up.
import assert from 'node:assert/strict';
import { wideBoxes } from './support/flame.mjs';
import { recorded } from './support/oracle.mjs';
import { SINGLE } from './support/places.mjs';
import { test } from './support/test.mjs';

// Runs in the page before its scripts.
function countCalls() {
  window.callsOfGl = new Map();
  const prototype = WebGL2RenderingContext.prototype;
  for (const [name, { value }] of Object.entries(Object.getOwnPropertyDescriptors(prototype))) {
    if (typeof value !== 'function') continue;
    prototype[name] = function (...given) {
      window.callsOfGl.set(name, (window.callsOfGl.get(name) ?? 0) + 1);
      return value.apply(this, given);
    };
  }
}

const isQuestion = (name) => /^(get|is|read|check|finish|clientWait)/.test(name);

test('frames ask WebGL nothing', async ({ visit }) => {
  const page = await visit(SINGLE, { before: countCalls });
  await page.open([recorded('cpu')]);
  await page.idle();
  await page.page.evaluate(() => window.callsOfGl.clear());
  const [box] = await wideBoxes(page);
  await page.hover(box);
  await page.clickAt(box, { clickCount: 2 });
  await page.idle();
  const calls = await page.page.evaluate(() => [...window.callsOfGl]);
  assert.ok(
    calls.some(([name, count]) => name === 'drawElements' && count > 3),
    'frames were drawn',
  );
  assert.deepEqual(
    calls.filter(([name]) => isQuestion(name)),
    [],
  );
});
