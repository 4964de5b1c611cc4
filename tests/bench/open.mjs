// node tests/bench/open.mjs ROUNDS FILE...
// How long `open` takes until the first flame frame is submitted, beside what DecompressionStream
// alone takes to inflate the same bytes in the same page. Every round is a fresh Chromium; the two
// are measured one after the other in it, in turns first and second. Prints medians and the ratio.
import path from 'node:path';
import { chromium } from 'playwright-core';
import { CHROMIUM, CHROMIUM_ARGS } from '../web/support/browser.mjs';
import { serve } from '../web/support/server.mjs';
import { pageWith } from './support.mjs';

const [rounds, ...files] = process.argv.slice(2);
const median = (list) => [...list].sort((a, b) => a - b)[list.length >> 1];

async function measure(url, file, inflateFirst) {
  const browser = await chromium.launch({ executablePath: CHROMIUM, args: CHROMIUM_ARGS });
  try {
    const page = await pageWith(browser, url, file);
    return await page.evaluate(async (inflateFirst) => {
      const blob = document.querySelector('#bench').files[0];
      const inflate = async () => {
        const start = performance.now();
        const reader = blob.stream().pipeThrough(new DecompressionStream('gzip')).getReader();
        while (!(await reader.read()).done);
        return performance.now() - start;
      };
      const open = async () => {
        await window.burnglass.open([{ name: blob.name, data: blob }]);
        const at = (name) => performance.getEntriesByName(name).at(-1).startTime;
        const start = at('burnglass:open');
        return {
          decoded: at('burnglass:decoded') - start,
          frame: at('burnglass:first-frame') - start,
        };
      };
      const first = inflateFirst ? await inflate() : null;
      const opened = await open();
      return { inflate: first ?? (await inflate()), ...opened, ...window.burnglass.stats() };
    }, inflateFirst);
  } finally {
    await browser.close();
  }
}

const server = await serve('build/web/dist');
try {
  for (const file of files) {
    const runs = [];
    for (let i = 0; i < Number(rounds); i++) runs.push(await measure(server.url, file, i % 2 === 0));
    const of = (key) => median(runs.map((run) => run[key]));
    console.log(
      `${path.basename(file)}: inflate ${of('inflate').toFixed(0)} ms, decoded ${of('decoded').toFixed(0)} ms, ` +
        `first frame ${of('frame').toFixed(0)} ms, ratio ${median(runs.map((r) => r.frame / r.inflate)).toFixed(2)} ` +
        `(engine heap ${(of('engineHeap') / 2 ** 20).toFixed(0)} MiB, ${rounds} rounds)`,
    );
  }
} finally {
  await server.close();
}
