// A few pictures that must not change by themselves: tests/golden/*.png. A change that is wanted is written
// by `node tests/web/run.mjs --update-goldens golden` and looked at before it is committed.
import assert from 'node:assert/strict';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { root } from '../support/checks.mjs';
import { zoomable } from './support/flame.mjs';
import { recorded } from './support/oracle.mjs';
import { differencePicture, differingPixels } from './support/pixels.mjs';
import { SINGLE } from './support/places.mjs';
import { test } from './support/test.mjs';

const goldens = path.join(root, 'tests/golden');
const artefacts = path.join(root, 'build/artefacts/goldens');
const update = process.argv.includes('--update-goldens');
const MAY_DIFFER = 4;

function compare(name, picture) {
  const file = path.join(goldens, `${name}.png`);
  if (update) {
    mkdirSync(goldens, { recursive: true });
    writeFileSync(file, picture);
    return;
  }
  assert.ok(existsSync(file), `there is no ${file}`);
  const golden = readFileSync(file);
  const differing = differingPixels(golden, picture);
  if (differing <= MAY_DIFFER) return;
  mkdirSync(artefacts, { recursive: true });
  writeFileSync(path.join(artefacts, `${name}.png`), picture);
  if (differing < Infinity)
    writeFileSync(
      path.join(artefacts, `${name}-difference.png`),
      differencePicture(golden, picture),
    );
  assert.fail(`${differing} pixels differ; the picture is in ${path.relative(root, artefacts)}`);
}

const still = { deviceScaleFactor: 1, reducedMotion: 'reduce', viewport: { width: 800, height: 500 } };

test('golden: a CPU profile, dark, one device pixel', async ({ visit }) => {
  const page = await visit(SINGLE, { ...still, colorScheme: 'dark' });
  await page.open([recorded('cpu')]);
  compare('flame-cpu-dark@1', await page.page.screenshot());
});

test('golden: a heap profile, light, two device pixels', async ({ visit }) => {
  const page = await visit(SINGLE, { ...still, colorScheme: 'light', deviceScaleFactor: 2 });
  await page.open([recorded('heap')]);
  compare('flame-heap-light@2', await page.page.screenshot());
});

test('golden: a search in a zoomed graph, dark', async ({ visit }) => {
  const page = await visit(SINGLE, { ...still, colorScheme: 'dark' });
  await page.open([recorded('cpu')]);
  await page.clickAt(await zoomable(page), { clickCount: 2 });
  await page.focusCanvas();
  await page.press('/');
  await page.page.keyboard.type('sort');
  await page.focusCanvas();
  await page.page.mouse.move(1, 1);
  await page.idle();
  compare('search-zoomed-dark@1', await page.page.screenshot());
});

test('golden: the start page, light', async ({ visit }) => {
  const page = await visit(SINGLE, { ...still, colorScheme: 'light' });
  compare('start-light@1', await page.page.screenshot());
});
