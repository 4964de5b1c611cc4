// Many files that come together: profiles of one kind are a series, with its growth; windows of it are brushed and
// opened or compared; the numbers are those of `burnglass series --json` for the same files.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { root } from '../support/checks.mjs';
import { drop } from './support/drop.mjs';
import { SINGLE } from './support/places.mjs';
import { test } from './support/test.mjs';

const burnglass = path.join(root, 'build/release/burnglass');
const feed = path.join(root, 'tests/data/incidents/feed');
const heaps = readdirSync(feed).filter((name) => name.startsWith('heap')).map((name) => path.join(feed, name));

const seriesOf = (files) => JSON.parse(execFileSync(burnglass, ['series', '--json', ...files], { encoding: 'utf8' }));

async function dropped(visit, files) {
  const page = await visit(SINGLE, { reducedMotion: 'reduce' });
  await drop(page, files);
  await page.find('label', 'series');
  await page.idle();
  return page;
}

const bars = (page) => page.all('button', /^(?!close ).*heap\.\d+\.pb\.gz$/);

async function dragOver(page, from, to) {
  const middle = ({ rect }) => [rect.x + rect.w / 2, rect.y + rect.h / 2];
  await page.page.mouse.move(...middle(from));
  await page.page.mouse.down();
  await page.page.mouse.move(...middle(to), { steps: 5 });
  await page.page.mouse.up();
  await page.idle();
}

test('eight heap profiles are one series, whose first row is what leaks', async ({ visit }) => {
  const page = await dropped(visit, heaps);
  const expected = seriesOf(heaps);
  const rows = await page.all('row');
  assert.equal(rows[0].name, 'depot.example/depot/internal/feed.(*Hub).Subscribe');
  assert.deepEqual(rows.slice(0, 5).map(({ name }) => name), expected.rows.slice(0, 5).map(({ function: name }) => name));
  assert.ok(rows[0].value.startsWith(expected.rows[0].verdict), rows[0].value);
  assert.equal((await bars(page)).length, 8);
});

test('a brushed window is a profile of its own, as pprof merges the same files', async ({ visit }) => {
  const page = await dropped(visit, heaps);
  const all = await bars(page);
  await dragOver(page, all[0], all[2]);
  assert.match((await page.find('chip', 'window A')).value, /3 profiles/);
  await page.click('button', 'Open A');
  await page.idle();
  const { rows } = await page.answer('top', { limit: 5 });
  const printed = execFileSync(burnglass, ['pprof', '-top', '-nodecount=5', ...heaps.slice(0, 3)], { encoding: 'utf8' });
  for (const { name, flatText, cumText } of rows.slice(0, 5)) {
    assert.ok(printed.split('\n').some((line) => line.includes(` ${name}`) && line.trim().startsWith(flatText) && line.includes(cumText)), `${name} ${flatText}\n${printed}`);
  }
});

test('two windows are compared', async ({ visit }) => {
  const page = await dropped(visit, heaps);
  const all = await bars(page);
  await dragOver(page, all[0], all[1]);
  await dragOver(page, all[6], all[7]);
  await page.click('button', 'A → B');
  await page.idle();
  const expected = execFileSync(burnglass, ['pprof', '-top', '-nodecount=1', `-diff_base=${heaps[0]}`, heaps[6]], { encoding: 'utf8' });
  assert.match(expected, /Type: inuse_space/);
  const { rows } = await page.answer('top', { limit: 1 });
  assert.equal(rows[0].name, 'depot.example/depot/internal/feed.(*Hub).Subscribe');
  assert.ok(Number(rows[0].flat) > 0);
});

test('rows are filtered by how they go, and chosen by keys of the page and by mouse', async ({ visit }) => {
  const page = await dropped(visit, heaps);
  const count = (await page.all('row')).length;
  await page.click('button', 'Only grows');
  await page.idle();
  const grows = await page.all('row');
  assert.ok(grows.length > 0 && grows.length < count);
  await page.clickAt(grows[0]);
  await page.idle();
  assert.ok((await page.all('row'))[0].state.includes('selected'));
  await page.focusCanvas();
  await page.press('1');
  await page.idle();
  assert.equal((await page.find('tab', 'Flame')).state.includes('selected'), true);
});

const windowOf = async (page) => (await page.find('chip', 'window A')).value;

test('the edges of a window are dragged, and moved by keys', async ({ visit }) => {
  const page = await dropped(visit, heaps);
  const all = await bars(page);
  await dragOver(page, all[1], all[3]);
  assert.match(await windowOf(page), /3 profiles/);
  const end = await page.find('label', 'end of window A');
  await dragOver(page, end, all[6]);
  assert.match(await windowOf(page), /[56] profiles/);
  const begin = await page.find('label', 'begin of window A');
  await dragOver(page, begin, { rect: { x: all[0].rect.x, y: all[0].rect.y, w: 2, h: all[0].rect.h } });
  assert.match(await windowOf(page), /[67] profiles/);
  await page.click('button', 'Clear');
  await page.focusCanvas();
  await page.press('ArrowRight');
  await page.press('Shift+ArrowRight');
  assert.match(await windowOf(page), /2 profiles/);
  await page.press('Shift+ArrowLeft');
  assert.match(await windowOf(page), /1 profile$/);
});

test('a deploy marker is seen, and goes when its flag is pressed', async ({ visit }) => {
  const page = await dropped(visit, heaps);
  await page.click('button', /Deploy marker/);
  await page.clickAt((await bars(page))[3]);
  await page.idle();
  const [flag] = await page.all('button', 'remove deploy marker');
  assert.ok(flag.value.startsWith('before '));
  await page.clickAt(flag);
  await page.idle();
  assert.deepEqual(await page.all('button', 'remove deploy marker'), []);
});

test('boxes are coloured by how much they grew, with a legend that says what that is', async ({ visit }) => {
  const page = await dropped(visit, heaps);
  await page.focusCanvas();
  await page.press('1');
  await page.click('button', /^Colour/);
  await page.click('menuitem', 'By growth');
  await page.idle();
  assert.match(await page.said('legend'), /line fitted to the box's 8 counts/);
  assert.match(await page.link(), /colour=growth/);
});

test('tabs that are open already become a series', async ({ visit }) => {
  const page = await visit(SINGLE, { reducedMotion: 'reduce' });
  await page.open(heaps.slice(0, 2).map((file) => ({ name: path.basename(file), bytes: readFileSync(file) })));
  await page.open([{ name: 'heap.07.pb.gz', bytes: readFileSync(heaps[6]) }]);
  await page.idle();
  await page.focusCanvas();
  await page.press('Shift+D');
  await page.click('menuitem', 'As a series');
  await page.find('label', 'series');
  await page.idle();
  assert.equal((await bars(page)).length, 3);
  const expected = seriesOf([heaps[0], heaps[1], heaps[6]]);
  assert.equal((await page.all('row'))[0].name, expected.rows[0].function);
});

test('a file that is no profile is listed, and the series is there', async ({ visit }) => {
  const folder = mkdtempSync(path.join(tmpdir(), 'burnglass-'));
  try {
    const notes = path.join(folder, 'notes.pb.gz');
    writeFileSync(notes, 'these are notes, not a profile');
    const page = await dropped(visit, [...heaps, notes]);
    assert.match((await page.find('label', 'not read')).value, /1 file could not be read: notes\.pb\.gz/);
    assert.equal((await bars(page)).length, 8);
  } finally {
    rmSync(folder, { recursive: true });
  }
});

for (const [name, pack] of [
  ['series.tar.gz', (archive) => execFileSync('tar', ['-czf', archive, '-C', path.dirname(feed), 'feed'])],
  ['series.tar', (archive) => execFileSync('tar', ['-cf', archive, '-C', path.dirname(feed), 'feed'])],
  ['series.zip', (archive) => execFileSync('python3', ['-m', 'zipfile', '-c', archive, feed])],
]) {
  test(`${name} opens as its folder would`, async ({ visit }) => {
    const folder = mkdtempSync(path.join(tmpdir(), 'burnglass-'));
    try {
      pack(path.join(folder, name));
      const page = await dropped(visit, [path.join(folder, name)]);
      assert.equal((await bars(page)).length, 8);
      assert.equal((await page.all('row'))[0].name, 'depot.example/depot/internal/feed.(*Hub).Subscribe');
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
}

test('a damaged archive says so, and what was open stays', async ({ visit }) => {
  const folder = mkdtempSync(path.join(tmpdir(), 'burnglass-'));
  try {
    const broken = path.join(folder, 'broken.zip');
    writeFileSync(broken, 'PK\x03\x04 and nothing else');
    const page = await dropped(visit, heaps);
    await drop(page, [broken]);
    await page.idle();
    await page.page.waitForFunction(() => document.getElementById('twin-live').textContent.includes('broken.zip'));
    assert.match(await page.page.textContent('#twin-live'), /broken\.zip .*zip archive/);
  } finally {
    rmSync(folder, { recursive: true });
  }
});
