// node tests/bench/frames.mjs FILE...
// The main thread's CPU time (not its wall time: a busy machine does not count) in the page with a large
// profile, while one zooms through it, hovers, types a search and does nothing. From Chromium's trace:
// every animation frame by itself, and every other task that runs script.
import path from 'node:path';
import { chromium } from 'playwright-core';
import { CHROMIUM, CHROMIUM_ARGS } from '../web/support/browser.mjs';
import { serve } from '../web/support/server.mjs';
import { pageWith } from './support.mjs';

const quantile = (list, part) => [...list].sort((a, b) => a - b)[Math.min(list.length - 1, Math.floor(list.length * part))] ?? 0;
const pause = (ms) => new Promise((done) => setTimeout(done, ms));

// Events of the renderer's main thread, in ms of its CPU time.
async function traced(browser, page, act) {
  await browser.startTracing(page, { categories: ['devtools.timeline', 'disabled-by-default-devtools.timeline', '__metadata'] });
  await act();
  const { traceEvents } = JSON.parse((await browser.stopTracing()).toString());
  const main = new Set(
    traceEvents.filter((e) => e.name === 'thread_name' && e.args.name === 'CrRendererMain').map((e) => `${e.pid} ${e.tid}`),
  );
  const spans = traceEvents.filter((e) => e.ph === 'X' && e.tdur !== undefined && main.has(`${e.pid} ${e.tid}`));
  const of = (...names) => spans.filter((e) => names.includes(e.name)).map((e) => e.tdur / 1000);
  return { frames: of('FireAnimationFrame'), scripts: of('FunctionCall', 'EventDispatch'), tasks: of('RunTask', 'ThreadControllerImpl::RunTask') };
}

function say(what, { frames, scripts }) {
  const line = (list) =>
    `${String(list.length).padStart(4)}, median ${quantile(list, 0.5).toFixed(2)}, p95 ${quantile(list, 0.95).toFixed(2)}, most ${quantile(list, 1).toFixed(1)} ms`;
  console.log(`  ${what.padEnd(10)} frames ${line(frames)};  script ${line(scripts)}`);
}

async function report(browser, url, file) {
  const page = await pageWith(browser, url, file, { reducedMotion: 'reduce' });
  await page.evaluate(async () => {
    const blob = document.querySelector('#bench').files[0];
    await window.burnglass.open([{ name: blob.name, data: blob }]);
    await window.burnglass.idle();
    document.querySelector('canvas').focus();
  });
  console.log(path.basename(file));
  say('zooming', await traced(browser, page, async () => {
    await page.mouse.move(500, 400);
    await page.keyboard.down('Control');
    for (let i = 0; i < 60; i++) {
      await page.mouse.wheel(0, i < 40 ? -120 : 120);
      await pause(30);
    }
    await page.keyboard.up('Control');
    await page.evaluate(() => window.burnglass.idle());
  }));
  say('hovering', await traced(browser, page, async () => {
    for (let i = 0; i < 100; i++) {
      await page.mouse.move(100 + (i * 37) % 800, 150 + (i * 23) % 500);
      await pause(20);
    }
  }));
  say('typing', await traced(browser, page, async () => {
    await page.keyboard.press('/');
    for (const letter of 'runtime.main') {
      await page.keyboard.type(letter);
      await pause(150);
    }
    await page.evaluate(() => window.burnglass.idle());
  }));
  await pause(1500);
  say('idle', await traced(browser, page, () => pause(3000)));
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
