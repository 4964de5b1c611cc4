// The heap: what is kept of what was allocated, by function and line, with an earlier profile beside it.
import assert from 'node:assert/strict';
import { heaps, openers } from './support/many.mjs';
import { recorded } from './support/oracle.mjs';
import { SINGLE } from './support/places.mjs';
import { test } from './support/test.mjs';
import { has, plain } from './support/visit.mjs';

const leak = 'depot.example/depot/internal/feed.(*Hub).Subscribe';

async function opened(visit, files, options = {}) {
  const page = await visit(SINGLE, { reducedMotion: 'reduce', ...options });
  await page.open(files);
  await page.idle();
  await page.focusCanvas();
  await page.press('8');
  await page.idle();
  return page;
}

test('rows say what is in use, allocated and kept, as the top table says it of each type', async ({ visit }) => {
  const page = await opened(visit, [heaps[4]]);
  assert.ok(has(await page.find('tab', 'Heap'), 'selected'));
  assert.match(await page.link(), /view=heap/);
  const rows = await page.all('row');
  assert.ok(rows.length > 5);
  const flat = async (type) => {
    await page.query({ sample_index: type });
    const { rows: top } = await page.answer('top', { limit: 1000 });
    return new Map(top.map((row) => [row.name, row]));
  };
  const inuse = await flat('inuse_space'), alloc = await flat('alloc_space');
  // The table of the API leaves out what costs next to nothing, as pprof does.
  const both = rows.slice(0, 10).filter(({ name }) => alloc.has(name));
  assert.ok(both.length > 3, `${both.length} rows`);
  for (const { name, value } of both) {
    const [, kept] = /kept (<?\d+|–)/.exec(plain(value));
    const share = Number(inuse.get(name)?.flat ?? 0) / Number(alloc.get(name).flat);
    if (kept === '–') continue;
    assert.ok(kept === '<1' ? share < 0.01 : Math.abs(Number(kept) - 100 * share) <= 0.5001, `${name}: ${value}, ${share}`);
  }
});

test('with an earlier profile growth and rates are told', async ({ visit }) => {
  const page = await visit(SINGLE, { reducedMotion: 'reduce' });
  await openers.heap(page);
  const row = (await page.all('row')).find(({ name }) => name === leak);
  assert.match(plain(row.value), /gained \+.*: grows$/);
  assert.match(plain(row.value), /per second/);
  assert.match(await page.said('Allocated per second'), /B/);
});

test('one profile alone says why it has no rate', async ({ visit }) => {
  const page = await opened(visit, [heaps[4]]);
  const told = (await page.all('label', 'meaning')).map(({ value }) => value).join(' ');
  assert.match(told, /No rate is told/);
  assert.match(told, /Growth takes two profiles/);
});

test('heads sort, lines have their numbers, and a row leads to its boxes', async ({ visit }) => {
  const page = await opened(visit, [heaps[4]]);
  await page.click('button', 'sort by allocated');
  await page.idle();
  const [first] = await page.all('row');
  await page.clickAt(first);
  await page.idle();
  await page.press('1');
  assert.ok((await page.all('box', first.name)).some((box) => has(box, 'selected')));
  await page.press('8');
  await page.click('button', 'Lines');
  await page.idle();
  assert.match((await page.all('row'))[0].name, /\.go:\d+$/);
});

test('the text form has what the program told of its heap beside it', async ({ visit }) => {
  const text = ['heap profile: 1: 1024 [4: 4096] @ heap/1048576', '1: 1024 [4: 4096] @ 0x401000', '#\t0x400fff\tmain.keep+0xff\t/src/main.go:7', '', '# runtime.MemStats', '# HeapAlloc = 4096', '# NextGC = 8192', '# GCCPUFraction = 0.25', ''].join('\n');
  const page = await opened(visit, [{ name: 'heap.txt', bytes: Buffer.from(text) }]);
  assert.equal(plain(await page.said('CPU time of the collector')), '25.00 %');
  assert.match(await page.said('Next collection at'), /kB|KiB/i);
});

test('a CPU profile has no such view, and on a telephone the rows are there', async ({ visit }) => {
  const cpu = await opened(visit, [recorded('cpu')]);
  assert.deepEqual(await cpu.all('tab', 'Heap'), []);
  const page = await opened(visit, [heaps[4]], { viewport: { width: 390, height: 844 }, deviceScaleFactor: 2, hasTouch: true });
  const [first] = await page.all('row');
  assert.ok(first.rect.h >= 44 && first.rect.x + first.rect.w <= 390);
});
