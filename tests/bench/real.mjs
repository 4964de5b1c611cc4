// node tests/bench/real.mjs
// Every recorded profile of $BURNGLASS_SHARED/profiles (default ../shared), one after the other in one page: from `open`
// to the first flame frame submitted. Prints how many are within 250 ms, and the slowest.
import path from 'node:path';
import { chromium } from 'playwright-core';
import { CHROMIUM, CHROMIUM_ARGS } from '../web/support/browser.mjs';
import { serve } from '../web/support/server.mjs';
import { profilesFolder, readIndex } from '../support/profiles_index.mjs';
import { pageWith } from './support.mjs';

const BOUND_MS = 250;

const files = readIndex().map((row) => path.join(profilesFolder, row.path));
const server = await serve('build/web/dist');
const browser = await chromium.launch({ executablePath: CHROMIUM, args: CHROMIUM_ARGS });
try {
  const page = await pageWith(browser, server.url, files[0]);
  const times = [];
  for (const file of files) {
    await page.setInputFiles('#bench', file);
    const ms = await page.evaluate(async () => {
      const blob = document.querySelector('#bench').files[0];
      const { opened } = await window.burnglass.open([{ name: blob.name, data: blob }]).catch(() => ({ opened: [] }));
      if (!opened.length) return null;
      const at = (name) => performance.getEntriesByName(name).at(-1)?.startTime ?? 0;
      const took = at('burnglass:first-frame') - at('burnglass:open');
      await window.burnglass.close(opened[0].id);
      await window.burnglass.idle();
      return took;
    });
    if (ms > 0) times.push({ ms, name: path.basename(file) }); // else it is refused, or there is nothing to draw
  }
  times.sort((a, b) => b.ms - a.ms);
  console.log(
    `${times.length} of ${files.length} profiles drawn, ${times.filter(({ ms }) => ms <= BOUND_MS).length} within ${BOUND_MS} ms, ` +
      `half within ${times[times.length >> 1].ms.toFixed(0)} ms; the slowest:`,
  );
  for (const { ms, name } of times.slice(0, 8)) console.log(`  ${ms.toFixed(0).padStart(6)} ms  ${name}`);
} finally {
  await browser.close();
  await server.close();
}
