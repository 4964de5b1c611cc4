// Save as: every file is made in the page, and opens again with the same total.
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { PNG } from 'pngjs';
import { recorded, recordedNames } from './support/oracle.mjs';
import { SINGLE } from './support/places.mjs';
import { test } from './support/test.mjs';

const cpu = recorded('cpu');

async function opened(visit, files = [cpu], options = {}) {
  const page = await visit(SINGLE, { reducedMotion: 'reduce', ...options });
  await page.open(files);
  await page.idle();
  return page;
}

// The file that an entry of the menu gives.
async function save(page, words) {
  await page.click('button', 'save as');
  const entry = await page.find('menuitem', words);
  const coming = page.page.waitForEvent('download', { timeout: 10_000 });
  await page.clickAt(entry);
  const file = await coming;
  await page.idle();
  return { name: file.suggestedFilename(), bytes: await readFile(await file.path()) };
}

const total = async (page) => {
  const { boxes } = await page.answer('flame');
  return Number(boxes[0].cum);
};

const parsed = (page, text) =>
  page.page.evaluate((text) => {
    const xml = new DOMParser().parseFromString(text, 'image/svg+xml');
    return {
      wrong: xml.querySelector('parsererror')?.textContent ?? '',
      scripts: xml.querySelectorAll('script').length,
      rects: xml.querySelectorAll('rect').length,
      paths: xml.querySelectorAll('path').length,
      titles: [...xml.querySelectorAll('title')].map((title) => title.textContent),
    };
  }, text);

for (const kind of recordedNames) {
  test(`${kind}: what is saved opens again with the same total`, async ({ visit }) => {
    const page = await opened(visit, [recorded(kind)]);
    const before = await total(page);
    for (const words of ['Profile, as filtered', 'Folded stacks', 'Speedscope']) {
      const file = await save(page, words);
      await page.open([file]);
      await page.idle();
      assert.equal(await total(page), before, file.name);
      await page.focusCanvas();
      await page.press('p');
    }
  });
}

test('filters leave their part in the file', async ({ visit }) => {
  const page = await opened(visit);
  const all = await total(page);
  await page.query({ focus: 'sortLoop' });
  await page.idle();
  const part = await total(page);
  assert.ok(part < all);
  const file = await save(page, 'Profile, as filtered');
  assert.equal(file.name, 'cpu-filtered.pb.gz');
  await page.open([file]);
  await page.idle();
  assert.equal(await total(page), part);
});

test('pictures are well-formed and have no script', async ({ visit }) => {
  const page = await opened(visit);
  const flame = await parsed(page, String((await save(page, 'Flame graph')).bytes));
  assert.equal(flame.wrong, '');
  assert.equal(flame.scripts, 0);
  assert.ok(flame.rects > 50);
  await page.click('tab', 'Graph');
  await page.idle();
  await page.focusCanvas();
  await page.press('0');
  const nodes = await page.all('box');
  const edges = await page.all('edge');
  const graph = await parsed(page, String((await save(page, 'Call graph as laid out')).bytes));
  assert.equal(graph.wrong, '');
  assert.equal(graph.scripts, 0);
  assert.equal(graph.rects, 1 + nodes.length);
  assert.equal(graph.paths, 2 * edges.length);
  for (const { name } of nodes) assert.ok(graph.titles.some((title) => title.startsWith(name)), name);
});

test('DOT has the nodes and edges that are drawn', async ({ visit }) => {
  const page = await opened(visit);
  await page.click('tab', 'Graph');
  await page.idle();
  await page.focusCanvas();
  await page.press('0');
  const dot = String((await save(page, 'Call graph')).bytes);
  assert.match(dot, /^digraph /);
  const [nodes, edges] = [await page.all('box'), await page.all('edge')];
  assert.equal(dot.match(/^N\d+ \[/gm).length, nodes.length);
  assert.equal(dot.match(/^N\d+ -> N\d+ \[/gm).length, edges.length);
  for (const { name } of nodes) assert.ok(dot.includes(`tooltip="${name} (`), name);
});

test('tables have a line for every function', async ({ visit }) => {
  const page = await opened(visit);
  const { rows } = await page.answer('top', { all: true });
  await page.click('button', 'save as');
  const [csv] = await page.all('menuitem', 'Top table');
  const coming = page.page.waitForEvent('download', { timeout: 10_000 });
  await page.clickAt(csv);
  const lines = String(await readFile(await (await coming).path())).trimEnd().split('\r\n');
  assert.equal(lines.length, 1 + rows.length);
  assert.ok(lines[1].startsWith(`"${cpu.top[0].name}",`), lines[1]);
});

for (const [words, scale] of [
  ['Picture of the screen', 1],
  ['Picture, twice as large', 2],
  ['Picture, four times as large', 4],
]) {
  test(`a picture at scale ${scale} has what is on screen`, async ({ visit }) => {
    const page = await opened(visit, [cpu], { deviceScaleFactor: 1 });
    const file = await save(page, words);
    assert.equal(file.name.slice(-4), '.png');
    const { width, height, data } = PNG.sync.read(file.bytes);
    assert.deepEqual([width, height], [1280 * scale, 800 * scale]);
    const colours = new Set();
    for (let at = 0; at < data.length; at += 4 * 97) colours.add(data.readUInt32BE(at));
    assert.ok(colours.size > 20, `${colours.size} colours`);
    await page.idle();
    const size = await page.page.evaluate(() => {
      const { width, height } = document.querySelector('canvas');
      return [width, height];
    });
    assert.deepEqual(size, [1280, 800], 'the canvas is as it was');
  });
}
