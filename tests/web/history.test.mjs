// Undo and redo, by key and by the browser's own buttons; the address never says anything.
import assert from 'node:assert/strict';
import { boxes, wideBoxes } from './support/flame.mjs';
import { hostPage } from './support/host_page.mjs';
import { recorded } from './support/oracle.mjs';
import { DIST, SINGLE } from './support/places.mjs';
import { freshPages, test } from './support/test.mjs';
import { until } from './support/visit.mjs';

freshPages();

const cpu = recorded('cpu');

async function opened(visit, place) {
  const page = await visit(place, { reducedMotion: 'reduce' });
  await page.open([cpu]);
  await page.idle();
  await page.focusCanvas();
  return page;
}

const state = (page) =>
  page.page.evaluate(() => ({
    link: window.burnglass.link().split('#')[1] ?? '',
    address: location.href,
    length: history.length,
    state: JSON.stringify(history.state),
  }));

const becomes = (page, link) =>
  until(async () => (await state(page)).link === link, `the link "${link}"`);

for (const place of [DIST, SINGLE]) {
  test(`Back and Forward go through what was asked: ${place}`, async ({ visit }) => {
    const page = await opened(visit, place);
    const before = await state(page);
    await page.press('2');
    await page.query({ focus: 'sortLoop' });
    await page.idle();
    const after = await state(page);
    assert.equal(after.link, 'f=sortLoop&view=top');
    assert.equal(after.address, before.address);
    assert.equal(after.length, before.length + 2);
    assert.doesNotMatch(after.state, /sort|top|cpu/);
    await page.page.evaluate(() => history.back());
    await becomes(page, 'view=top');
    await page.page.evaluate(() => history.back());
    await becomes(page, '');
    await page.page.evaluate(() => history.go(2));
    await becomes(page, 'f=sortLoop&view=top');
    assert.equal((await state(page)).length, after.length);
    assert.equal((await state(page)).address, before.address);
  });
}

test('Ctrl+Z and Back are the same way', async ({ visit }) => {
  const page = await opened(visit, SINGLE);
  await page.press('2');
  await page.press('u');
  await page.press('7');
  await page.page.keyboard.press('Control+z');
  await page.page.keyboard.press('Control+z');
  await becomes(page, 'view=top');
  await until(async () => JSON.parse((await state(page)).state).step === 1, 'the entry of step 1');
  await page.page.evaluate(() => history.back());
  await becomes(page, '');
  await page.press('Control+Shift+Z');
  await becomes(page, 'view=top');
  await page.press('Control+y');
  await becomes(page, 'view=top&root=bottom');
  await until(async () => JSON.parse((await state(page)).state).step === 2, 'the entry of step 2');
  await page.page.evaluate(() => history.forward());
  await becomes(page, 'view=facts&root=bottom');
});

test('a pan is one step, however long', async ({ visit }) => {
  const page = await opened(visit, SINGLE);
  const whole = (await boxes(page)).length;
  const [box] = await wideBoxes(page);
  await page.clickAt(box, { clickCount: 2 });
  await page.idle();
  const before = await state(page);
  for (const key of ['d', 'd', 'a', '+', '+']) await page.press(key);
  assert.equal((await state(page)).length, before.length + 1);
  await page.press('Control+z');
  await page.press('Control+z');
  await until(async () => (await boxes(page)).length === whole, 'the whole graph');
});

test('a reload begins a new history, and old entries mean nothing', async ({ visit }) => {
  const page = await opened(visit, SINGLE);
  await page.press('2');
  await page.press('7');
  await page.page.reload();
  await page.ready();
  await page.open([cpu]);
  await page.idle();
  await page.focusCanvas();
  await page.press('2');
  await page.page.evaluate(() => history.go(-2));
  await page.idle();
  assert.match((await state(page)).link, /^(view=top)?$/);
  await page.press('7');
  assert.equal((await state(page)).link, 'view=facts');
});

test('a link in the address bar is taken out, and its step goes back', async ({ visit }) => {
  const page = await opened(visit, DIST);
  await page.page.evaluate(() => (location.hash = 'f=sortLoop&view=left-heavy'));
  await becomes(page, 'f=sortLoop');
  assert.equal(await page.page.evaluate(() => location.hash), '');
  await page.page.evaluate(() => history.back());
  await becomes(page, '');
});

test('an embedded page leaves the history alone', async ({ visit, onEnd }) => {
  const host = await hostPage(visit, onEnd);
  const before = await host.page.evaluate(() => history.length);
  const link = await host.frame.evaluate(async (base64) => {
    const data = Uint8Array.from(atob(base64), (c) => c.charCodeAt(0));
    await window.burnglass.open([{ name: 'cpu', data }]);
    window.burnglass.query({ focus: 'sortLoop' });
    await window.burnglass.idle();
    return window.burnglass.link();
  }, cpu.bytes.toString('base64'));
  assert.match(link, /f=sortLoop/);
  assert.equal(await host.page.evaluate(() => history.length), before);
});
