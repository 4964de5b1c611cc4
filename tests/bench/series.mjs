// node tests/bench/series.mjs FILE [COUNT]
// In Chromium: COUNT (240) profiles of FILE's bytes, opened together as a series, against the sum of opening each
// alone in the same page; then from a brushed window to the first picture of what it merges.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { chromium } from 'playwright-core';
import { CHROMIUM, CHROMIUM_ARGS } from '../web/support/browser.mjs';
import { serve } from '../web/support/server.mjs';

const [file, count = '240'] = process.argv.slice(2);
const bytes = readFileSync(file);
const server = await serve('build/web/dist');
const browser = await chromium.launch({ executablePath: CHROMIUM, args: CHROMIUM_ARGS });
try {
  const page = await browser.newPage({ viewport: { width: 1280, height: 800 }, reducedMotion: 'reduce' });
  await page.goto(server.url);
  await page.evaluate(() => window.burnglass.ready);
  const result = await page.evaluate(
    async ([base64, count]) => {
      const data = Uint8Array.from(atob(base64), (c) => c.charCodeAt(0));
      const fileOf = (i) => ({ name: `cpu.${String(i).padStart(4, '0')}.pb.gz`, data: new Blob([data]) });
      let alone = 0;
      for (let i = 0; i < count; i++) {
        const begun = performance.now();
        const { opened } = await window.burnglass.open([fileOf(i)]);
        alone += performance.now() - begun;
        await window.burnglass.close(opened[0].id);
      }
      await window.burnglass.idle();
      const begun = performance.now();
      await window.burnglass.open(Array.from({ length: count }, (_, i) => fileOf(i)));
      await window.burnglass.idle();
      return { alone, together: performance.now() - begun, memory: window.burnglass.stats().engineMemory };
    },
    [bytes.toString('base64'), Number(count)],
  );
  console.log(`${count} × ${path.basename(file)} (${Math.round(bytes.length / 1000)} kB)`);
  console.log(`  each alone, added up   ${result.alone.toFixed(0).padStart(6)} ms`);
  console.log(`  together, as a series  ${result.together.toFixed(0).padStart(6)} ms: ${(result.together / result.alone).toFixed(2)} of that`);
  console.log(`  memory of the engine   ${Math.round(result.memory / 2 ** 20)} MiB`);
  const bars = await page.evaluate(() => window.burnglass.snapshot().filter(({ role, name }) => role === 'button' && /cpu\.\d+/.test(name)));
  const middle = ({ rect }) => [rect.x + rect.w / 2, rect.y + rect.h / 2];
  await page.mouse.move(...middle(bars[10]));
  await page.mouse.down();
  await page.mouse.move(...middle(bars[40]), { steps: 4 });
  await page.mouse.up();
  await page.evaluate(() => window.burnglass.idle());
  const open = await page.evaluate(() => window.burnglass.snapshot().find(({ role, name }) => role === 'button' && name === 'Open A'));
  const begun = await page.evaluate(() => performance.now());
  await page.mouse.click(...middle(open));
  await page.evaluate(() => window.burnglass.idle());
  const rest = await page.evaluate(() => performance.now());
  const drawn = await page.evaluate(() => performance.getEntriesByName('burnglass:first-frame').at(-1).startTime);
  const ms = (at) => (at - begun).toFixed(0).padStart(6);
  console.log(`  a window of 31, merged ${ms(drawn)} ms until its flame graph is submitted, ${ms(rest)} ms until all is at rest`);
} finally {
  await browser.close();
  await server.close();
}
