// node tests/bench/questions.mjs FILE...
// On an open profile, in Chromium: how long each change of view and of query takes from the key to the
// picture with its answer, and what of it the engine computes; then the script time of frames while a
// pattern is typed.
import path from 'node:path';
import { chromium } from 'playwright-core';
import { CHROMIUM, CHROMIUM_ARGS } from '../web/support/browser.mjs';
import { serve } from '../web/support/server.mjs';
import { pageWith } from './support.mjs';

const quantile = (list, part) => [...list].sort((a, b) => a - b)[Math.min(list.length - 1, Math.floor(list.length * part))];

async function open(browser, url, file) {
  const page = await pageWith(browser, url, file, { reducedMotion: 'reduce' });
  await page.evaluate(async () => {
    const blob = document.querySelector('#bench').files[0];
    await window.burnglass.open([{ name: blob.name, data: blob }]);
    await window.burnglass.idle();
    document.querySelector('canvas').focus();
  });
  return page;
}

// ms from the input until nothing is asked or drawn any more.
async function timed(page, act) {
  const begun = await page.evaluate(() => performance.now());
  await act();
  await page.evaluate(() => window.burnglass.idle());
  return (await page.evaluate(() => performance.now())) - begun;
}

async function report(browser, url, file) {
  const page = await open(browser, url, file);
  const say = (what, ms) => console.log(`  ${what.padEnd(34)} ${ms.toFixed(0).padStart(6)} ms`);
  console.log(path.basename(file));
  const query = (partial) => page.evaluate((partial) => window.burnglass.query(partial), partial);
  const top = await page.evaluate(() => window.burnglass.answer('top', { limit: 200 }));
  const middle = top.rows[Math.min(60, top.rows.length - 1)].name;
  const quoted = `^${middle.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}$`;
  for (const [what, partial] of [
    ['focus', { focus: quoted }],
    ['ignore', { ignore: quoted }],
    ['hide', { hide: quoted }],
    ['show from', { show_from: quoted }],
  ]) {
    say(what, await timed(page, () => query(partial)));
    say('  without it', await timed(page, () => query(Object.fromEntries(Object.keys(partial).map((key) => [key, ''])))));
  }
  const types = (await page.evaluate(() => window.burnglass.answer('info'))).sampleTypes ?? [];
  if (types.length > 1) {
    say('other sample type', await timed(page, () => query({ sample_index: types[0].type })));
    await timed(page, () => query({ sample_index: '' }));
  }
  const { x, y } = await page.evaluate((name) => {
    const row = window.burnglass.snapshot().find((entry) => entry.role === 'row' && entry.name === name);
    return { x: row.rect.x + 200, y: row.rect.y + row.rect.h / 2 };
  }, top.rows[5].name);
  await page.mouse.click(x, y);
  await page.evaluate(() => window.burnglass.idle());
  for (const [what, key] of [
    ['view: top', '2'], ['view: callers', '3'], ['view: graph', '4'], ['view: lines', '5'], ['view: labels', '6'],
    ['view: facts', '7'], ['view: flame', '1'], ['bottom-up', 'i'], ['top-down', 'i'], ['by name', 'e'],
    ['by weight', 'e'], ['recursion folded', 'r'], ['recursion as it is', 'r'],
  ]) {
    say(what, await timed(page, () => page.keyboard.press(key)));
  }
  await page.keyboard.press('/');
  const frames = [];
  for (const letter of 'runtime.main') {
    await page.keyboard.type(letter);
    await new Promise((done) => setTimeout(done, 80));
    frames.push(...(await page.evaluate(() => window.burnglass.stats().frameMs.slice(-6))));
  }
  say('search, the last letter to the end', await timed(page, () => page.keyboard.type('x')));
  console.log(`  frames while typing: median ${quantile(frames, 0.5).toFixed(1)} ms, p95 ${quantile(frames, 0.95).toFixed(1)} ms of script`);
  await page.close();
}

const server = await serve('build/web/dist');
const browser = await chromium.launch({ executablePath: CHROMIUM, args: CHROMIUM_ARGS });
try {
  for (const file of process.argv.slice(2)) await report(browser, server.url, file);
} finally {
  await browser.close();
  await server.close();
}
