// Files for the views of several profiles, and how a person comes to these.
import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { gunzipSync } from 'node:zlib';
import { root } from '../../support/checks.mjs';

const incidents = path.join(root, 'tests/data/incidents');
const fileOf = (name, as = path.basename(name)) => ({ name: as, bytes: readFileSync(path.join(incidents, name)) });

export const beforeAndAfter = [fileOf('route/before/cpu.pb.gz', 'before.pb.gz'), fileOf('route/after/cpu.pb.gz', 'after.pb.gz')];
export const locks = ['audit/block.pb.gz', 'audit/mutex.pb.gz'].map((name) => fileOf(name));
export const heaps = readdirSync(path.join(incidents, 'feed')).filter((name) => name.startsWith('heap')).map((name) => fileOf(`feed/${name}`));
export const dumps = ['1', '2'].map((number) => {
  const name = `goroutine.debug2.${number}.txt`;
  return { name, bytes: gunzipSync(readFileSync(path.join(incidents, 'mail', `${name}.gz`))) };
});

// A narrow page has the colours in the menu of the shape.
export async function openColours(page) {
  const wide = (await page.all('button', /^Colour/)).length > 0;
  if (wide) return page.click('button', /^Colour/);
  await page.click('button', 'Shape');
  await page.click('menuitem', 'Colour …');
}

export const openers = {
  compare: async (page) => {
    await page.open(beforeAndAfter);
    await page.idle();
    await page.focusCanvas();
    await page.press('n');
    await page.press('Shift+D');
    await page.press('Enter');
    await page.idle();
  },
  'side by side': async (page) => {
    await openers.compare(page);
    await page.press('8');
    await page.idle();
  },
  growth: async (page) => {
    await page.open(heaps);
    await page.idle();
    await page.find('label', 'series');
    await page.focusCanvas();
  },
  'colours of growth': async (page) => {
    await openers.growth(page);
    await page.press('1');
    await openColours(page);
    await page.click('menuitem', 'By growth');
    await page.idle();
  },
  heap: async (page) => {
    await page.open([heaps[0], heaps[4]]);
    await page.idle();
    await page.focusCanvas();
    await page.press('n');
    await page.press('8');
    await page.idle();
  },
  goroutines: async (page) => {
    await page.open(dumps);
    await page.idle();
    await page.focusCanvas();
  },
  contention: async (page) => {
    await page.open(locks);
    await page.idle();
    await page.focusCanvas();
    await page.press('8');
    await page.idle();
  },
};
