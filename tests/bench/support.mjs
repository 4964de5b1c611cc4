import { existsSync } from 'node:fs';

// The page compiles ahead what it wants to (src/engine/warm_up.h) within this time of being ready; until then
// whatever is measured beside it is slow.
const QUIET_MS = 2000;

// A quiet page with a large file in its hands. The file comes in by an input of our own, so that the page's
// input stays untouched.
export async function pageWith(browser, url, file, context = {}) {
  const page = await browser.newPage({ viewport: { width: 1280, height: 800 }, ...context });
  await page.goto(url);
  await page.evaluate(() => window.burnglass.ready);
  await page.evaluate(() => {
    const input = Object.assign(document.createElement('input'), { type: 'file', id: 'bench' });
    document.body.append(input);
  });
  await page.setInputFiles('#bench', file);
  await new Promise((done) => setTimeout(done, QUIET_MS));
  return page;
}

// What is made of profiles is numbered from here on (src/README.md).
export const MADE = 2 ** 30;

// The file that another of its size is compared with, where it is there: of L.pb.gz L2.pb.gz.
export function secondOf(file) {
  const second = file.replace(/\.pb\.gz$/, '2$&');
  return second !== file && existsSync(second) ? second : null;
}
