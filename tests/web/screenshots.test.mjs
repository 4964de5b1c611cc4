// Pictures of the page for people to look at, under build/artefacts/screenshots/.
import assert from 'node:assert/strict';
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { PNG } from 'pngjs';
import { root } from '../support/checks.mjs';
import { drag } from './support/drop.mjs';
import { zoomable } from './support/flame.mjs';
import { openers } from './support/many.mjs';
import { recorded } from './support/oracle.mjs';
import { SINGLE } from './support/places.mjs';
import { test } from './support/test.mjs';
import { middle } from './support/visit.mjs';
import { walk } from './support/walk.mjs';

const folder = path.join(root, 'build/artefacts/screenshots');
const desktop = { width: 1280, height: 800 };
const phone = { width: 390, height: 844 };

async function search(page) {
  await page.focusCanvas();
  await page.press('/');
  await page.page.keyboard.type('sort');
  await page.idle();
}

async function byKeys(page, keys) {
  await page.focusCanvas();
  for (const key of keys) await page.press(key);
}

async function selectAnd(page, ...keys) {
  const { x, y } = middle(await zoomable(page));
  await page.page.mouse.click(x, y);
  await page.idle();
  await byKeys(page, keys);
}

async function zoomAndHover(page) {
  const box = await zoomable(page);
  await page.clickAt(box, { clickCount: 2 });
  await page.idle();
  const below = (await page.all('box')).filter(({ rect }) => rect.y > box.rect.y && rect.w > 80);
  await page.hover(below[0] ?? box);
}

// Down to the first row, and for a series a window and a marker.
async function growthWithWindow(page) {
  await openers.growth(page);
  await page.click('button', /Deploy marker/);
  await page.clickAt((await page.all('button', /heap\.0[45]\.pb\.gz$/))[0]);
  await byKeys(page, ['ArrowRight', 'Shift+ArrowRight', 'Shift+ArrowRight', 'ArrowDown']);
}

// Views of several profiles, or of their kind alone.
const many = {
  compare: openers.compare,
  sides: openers['side by side'],
  growth: growthWithWindow,
  'growth-colours': openers['colours of growth'],
  'heap-view': async (page) => {
    await openers.heap(page);
    await byKeys(page, ['ArrowDown']);
  },
  goroutines: openers.goroutines,
  contention: async (page) => {
    await openers.contention(page);
    await byKeys(page, ['ArrowDown']);
  },
};

// Each scene brings the page to what the picture shows; what it gives back is done when the picture is taken.
const scenes = {
  start: async () => {},
  drop: async (page) => {
    const { leave } = await drag(page, [recorded('cpu').path]);
    await page.idle();
    return leave;
  },
  cpu: async () => {},
  heap: async () => {},
  goroutine: async () => {},
  search,
  'zoom-hover': zoomAndHover,
  selected: async (page) => {
    const { x, y } = middle(await zoomable(page));
    await page.page.mouse.click(x, y);
    await page.idle();
  },
  keys: async (page) => {
    await page.focusCanvas();
    await page.press('?');
  },
  top: (page) => byKeys(page, ['2']),
  packages: async (page) => {
    await byKeys(page, ['2']);
    await page.click('button', 'Packages');
  },
  callers: (page) => selectAnd(page, '3'),
  graph: (page) => byKeys(page, ['4']),
  'graph-selected': (page) => selectAnd(page, '4'),
  lines: (page) => selectAnd(page, '5'),
  labels: (page) => byKeys(page, ['6']),
  facts: (page) => byKeys(page, ['7']),
  card: (page) => selectAnd(page, 'Space'),
  inverted: async (page) => {
    await byKeys(page, ['i']);
    return () => byKeys(page, ['i']);
  },
  filters: (page) => selectAnd(page, 'Shift+F', 'f'),
  menu: (page) => selectAnd(page, 'Shift+F10'),
  palette: async (page) => {
    await byKeys(page, ['Control+Shift+P']);
    await page.page.keyboard.type('so');
    await page.idle();
  },
  exports: (page) => byKeys(page, ['x']),
  settings: async (page) => {
    await page.focusCanvas();
    await page.click('button', /^settings/i);
  },
  ...many,
  'goroutine-group': async (page) => {
    await openers.goroutines(page);
    await byKeys(page, ['ArrowDown']);
  },
  error: async (page) => {
    await page.open([{ name: 'half.pb.gz', bytes: recorded('cpu').bytes.subarray(0, 5000) }]);
    await page.idle();
  },
};

const views = ['top', 'callers', 'graph', 'lines', 'labels', 'facts', 'card', 'menu', 'palette'];

const nothing = ['start', 'drop', 'goroutine-group', ...Object.keys(many)];
const profileOf = { ...Object.fromEntries(nothing.map((scene) => [scene, null])), heap: 'heap', goroutine: 'goroutine' };

const both = ['dark', 'light'];
const dark = ['dark'];
const onPhone = ['heap', 'goroutine', 'goroutine-group', ...Object.keys(many), ...views];

// Which scenes, in which themes, at which size. The scenes of one size are walked in one visit; the search of a phone
// stays open.
const wanted = [
  [desktop, 1, Object.keys(scenes).map((scene) => [scene, both])],
  [phone, 2, [['start', both], ['cpu', both], ...onPhone.map((scene) => [scene, dark]), ['search', both]]],
  [desktop, 2, [['cpu', both], ...['heap', 'goroutine', 'goroutine-group'].map((scene) => [scene, dark])]],
  [phone, 1, [['cpu', dark]]],
];

function assertPicture(picture, colorScheme, size) {
  const { width, height, data } = PNG.sync.read(picture);
  assert.deepEqual([width, height], size);
  const colours = new Set();
  for (let i = 0; i < data.length; i += 4)
    colours.add((data[i] << 16) | (data[i + 1] << 8) | data[i + 2]);
  assert.ok(colours.size > 20, `a picture of ${colours.size} colours is blank`);
  // The ground is the theme's.
  const ground = data[0] + data[1] + data[2];
  assert.ok(colorScheme === 'dark' ? ground < 200 : ground > 500, `the ground is ${ground / 3}`);
}

// Takes the pictures of a scene, one in each theme.
const takePictures = (scene, themes, { width, height }, deviceScaleFactor) => async (page) => {
  const profile = scene in profileOf ? profileOf[scene] : 'cpu';
  if (profile) await page.open([recorded(profile)]);
  const after = await scenes[scene](page);
  for (const colorScheme of themes) {
    await page.page.emulateMedia({ colorScheme });
    await page.idle();
    const picture = await page.page.screenshot();
    const name = `${scene}-${colorScheme}-${width}x${height}@${deviceScaleFactor}.png`;
    writeFileSync(path.join(folder, name), picture);
    assertPicture(picture, colorScheme, [width * deviceScaleFactor, height * deviceScaleFactor]);
  }
  await after?.();
  await page.page.emulateMedia({ colorScheme: 'dark' });
};

for (const [viewport, deviceScaleFactor, chosen] of wanted) {
  const count = chosen.flatMap(([, themes]) => themes).length;
  test(`${count} pictures at ${viewport.width}x${viewport.height}@${deviceScaleFactor}`, ({ visit }) => {
    mkdirSync(folder, { recursive: true });
    const begin = () => visit(SINGLE, { colorScheme: 'dark', viewport, deviceScaleFactor, reducedMotion: 'reduce' });
    const steps = chosen.map(([scene, themes]) => [scene, takePictures(scene, themes, viewport, deviceScaleFactor)]);
    return walk(begin, steps);
  }, { seconds: 300 });
}
