// node tests/bench/large.mjs FILE
// A file of a gigabyte and more in the page: what comes of it, in which time, and the engine's memory.
import path from 'node:path';
import { chromium } from 'playwright-core';
import { CHROMIUM, CHROMIUM_ARGS } from '../web/support/browser.mjs';
import { serve } from '../web/support/server.mjs';
import { pageWith } from './support.mjs';

const file = process.argv[2];
const server = await serve('build/web/dist');
const browser = await chromium.launch({ executablePath: CHROMIUM, args: CHROMIUM_ARGS });
try {
  const page = await pageWith(browser, server.url, file);
  const { took, failed, memory } = await page.evaluate(async () => {
    const blob = document.querySelector('#bench').files[0];
    const begun = performance.now();
    const outcome = await window.burnglass.open([{ name: blob.name, data: blob }]).catch((error) => ({ failed: [error] }));
    return {
      took: performance.now() - begun,
      failed: outcome.failed.map(({ message }) => message),
      memory: window.burnglass.stats().engineMemory,
    };
  });
  console.log(`${path.basename(file)}: ${(took / 1000).toFixed(1)} s, ${(memory / 2 ** 20).toFixed(0)} MiB of memory${failed.length ? `; ${failed}` : ', drawn'}`);
} finally {
  await browser.close();
  await server.close();
}
