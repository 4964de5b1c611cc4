// window.burnglass, as the page around it sees it.
import assert from 'node:assert/strict';
import { recorded, recordedNames } from './support/oracle.mjs';
import { DIST, SINGLE } from './support/places.mjs';
import { test } from './support/test.mjs';
import { until } from './support/visit.mjs';

const [cpu, heap, goroutine] = recordedNames.map(recorded);
const garbage = { name: 'notes.txt', bytes: Buffer.from('this is no profile\n') };

test('version and ready', async ({ visit }) => {
  const page = await visit(DIST);
  assert.match(await page.page.evaluate(() => window.burnglass.version), /^\d+\.\d+/);
  assert.ok(await page.page.evaluate(() => window.burnglass.ready instanceof Promise));
});

test('open takes Blob, ArrayBuffer and Uint8Array', async ({ visit }) => {
  const page = await visit(SINGLE);
  const opened = await page.page.evaluate(async (base64) => {
    const bytes = Uint8Array.from(atob(base64), (c) => c.charCodeAt(0));
    // A view into a larger buffer: only what it shows is the file.
    const view = new Uint8Array(bytes.length + 20).fill(7).subarray(10, 10 + bytes.length);
    view.set(bytes);
    const files = [
      { name: 'blob', data: new Blob([bytes]) },
      { name: 'buffer', data: bytes.buffer.slice(0) },
      { name: 'view', data: view },
    ];
    const result = await window.burnglass.open(files);
    return { ...result, untouched: view.length === bytes.length };
  }, cpu.bytes.toString('base64'));
  assert.deepEqual(
    opened.opened.map(({ name }) => name),
    ['blob', 'buffer', 'view'],
  );
  assert.deepEqual(opened.failed, []);
  assert.ok(opened.untouched, "the caller's bytes are still the caller's");
});

test('open tells good from bad, and what was open stays', async ({ visit }) => {
  const page = await visit(SINGLE);
  const first = await page.open([cpu]);
  const second = await page.open([heap, garbage, goroutine]);
  assert.deepEqual(
    second.opened.map(({ name }) => name),
    [heap.name, goroutine.name],
  );
  assert.equal(second.failed.length, 1);
  assert.equal(second.failed[0].name, garbage.name);
  assert.match(second.failed[0].message, /notes\.txt/);
  assert.deepEqual(
    first.opened.map(({ name }) => name),
    [cpu.name],
  );
  for (const profile of [cpu, heap, goroutine]) await page.tabOf(profile);
});

test('open rejects only when nothing opened', async ({ visit }) => {
  const page = await visit(SINGLE);
  await page.open([cpu]);
  const result = await page.open([garbage]);
  assert.ok(result.isError);
  assert.match(result.rejected, /notes\.txt/);
  await page.show(cpu);
  assert.equal((await page.answer('info')).name, cpu.name);
});

test('close forgets one profile; numbers are never given twice', async ({ visit }) => {
  const page = await visit(SINGLE);
  const { opened } = await page.open([cpu, heap]);
  await page.close(opened[0].id);
  await page.idle();
  assert.deepEqual(
    (await page.fileTabs()).map(({ value }) => value),
    [heap.kind],
  );
  assert.equal((await page.answer('info')).name, heap.name);
  const again = await page.open([cpu]);
  const ids = [...opened, ...again.opened].map(({ id }) => id);
  assert.equal(new Set(ids).size, 3, `ids ${ids}`);
  for (const { id } of [opened[1], again.opened[0]]) await page.close(id);
  await page.idle();
  // The start page is back.
  assert.deepEqual(await page.all('box'), []);
  await page.find('button', /^open/i);
});

test('query applies a part and gives the whole', async ({ visit }) => {
  const page = await visit(SINGLE);
  await page.open([heap]);
  assert.deepEqual(await page.query(), { sample_index: '' });
  assert.deepEqual(await page.query({ sample_index: 'alloc_space' }), {
    sample_index: 'alloc_space',
  });
  await page.idle();
  const top = await page.answer('top', { limit: 1 });
  assert.deepEqual(top.sampleType, { type: 'alloc_space', unit: 'bytes' });
  assert.match(await page.link(), /si=alloc_space/);
  assert.deepEqual(await page.query({ sample_index: null }), { sample_index: '' });
});

test('answers have the shape that src/report/README.md gives', async ({ visit }) => {
  const page = await visit(SINGLE);
  await page.open([heap]);
  const info = await page.answer('info');
  assert.deepEqual(
    info.sampleTypes.map(({ type, unit, isDefault }) => [type, unit, isDefault]),
    [
      ['alloc_objects', 'count', false],
      ['alloc_space', 'bytes', false],
      ['inuse_objects', 'count', false],
      ['inuse_space', 'bytes', true],
    ],
  );
  assert.equal(info.kind, 'heap');
  for (const { total } of info.sampleTypes) assert.match(total, /^-?\d+$/);
  for (const key of [
    'samples',
    'timeNanos',
    'durationNanos',
    'period',
    'comments',
    'mappings',
    'labels',
    'repaired',
  ])
    assert.ok(key in info, `info has ${key}`);
  assert.equal(typeof info.timeNanos, 'string');

  const top = await page.answer('top', { limit: 3 });
  assert.equal(top.rows.length, 3);
  assert.equal(top.total, info.sampleTypes[3].total);
  assert.deepEqual(Object.keys(top.rows[0]).sort(), [
    'cum',
    'cumPercent',
    'cumText',
    'file',
    'flat',
    'flatPercent',
    'flatText',
    'inlined',
    'line',
    'name',
    'partlyInlined',
    'sumPercent',
  ]);
  assert.match(top.rows[0].flat, /^\d+$/);

  const flame = await page.answer('flame');
  assert.equal(flame.total, top.total);
  assert.deepEqual(Object.keys(flame.boxes[0]).sort(), [
    'cum',
    'depth',
    'flat',
    'id',
    'inlined',
    'name',
    'parent',
  ]);
  assert.equal(flame.boxes[0].cum, flame.total);
  const shallow = await page.answer('flame', { depth: 2 });
  assert.ok(Math.max(...shallow.boxes.map(({ depth }) => depth)) <= 2);
  const wide = await page.answer('flame', { minFraction: 0.1 });
  assert.ok(wide.boxes.length < flame.boxes.length);
  for (const box of wide.boxes) assert.ok(Number(box.cum) >= 0.1 * Number(flame.total), box.name);
});

test('every box lies in its parent, and what is flat adds up', async ({ visit }) => {
  const page = await visit(SINGLE);
  await page.open([cpu]);
  const { boxes, total } = await page.answer('flame');
  const byId = new Map(boxes.map((box) => [box.id, box]));
  const below = new Map();
  let flat = 0n;
  for (const box of boxes) {
    flat += BigInt(box.flat);
    const parent = byId.get(box.parent);
    if (!parent) continue;
    assert.equal(box.depth, parent.depth + 1);
    below.set(parent.id, (below.get(parent.id) ?? 0n) + BigInt(box.cum));
  }
  assert.equal(flat, BigInt(total));
  for (const box of boxes)
    assert.equal(BigInt(box.cum), BigInt(box.flat) + (below.get(box.id) ?? 0n), box.name);
});

test('an unknown question is refused in words', async ({ visit }) => {
  const page = await visit(SINGLE);
  await page.open([cpu]);
  await assert.rejects(page.answer('weather'), /weather/);
  await assert.rejects(page.query({ colour: 'red' }), /colour/);
  assert.deepEqual(await page.query(), { sample_index: '' });
});

test('stats counts heaps, boxes, frames and requests', async ({ visit }) => {
  const page = await visit(SINGLE);
  await page.open([cpu]);
  const stats = await page.stats();
  assert.ok(stats.engineHeap > 1000 && stats.viewerHeap > 1000, JSON.stringify(stats));
  assert.ok(stats.boxes > 10);
  assert.equal(stats.requests, 0);
  assert.ok(stats.frameMs.length > 0 && stats.frameMs.every((ms) => ms >= 0 && ms < 5000));
});

test('the marks come in order, once for each opening', async ({ visit }) => {
  const page = await visit(SINGLE);
  assert.deepEqual(await page.marks(), []);
  for (const count of [1, 2]) {
    await page.open([cpu]);
    const marks = await page.marks();
    assert.deepEqual(
      marks.slice(3 * (count - 1)).map(({ name }) => name),
      ['burnglass:open', 'burnglass:decoded', 'burnglass:first-frame'],
    );
    for (let i = 1; i < marks.length; i++) assert.ok(marks[i].at >= marks[i - 1].at, 'in time');
  }
});

test('first-frame comes after the draw call of the boxes', async ({ visit }) => {
  const page = await visit(SINGLE);
  // Draw calls and marks in the order in which they happen.
  const order = await page.page.evaluate(async (base64) => {
    const order = [];
    for (const kind of [
      'drawElements',
      'drawArrays',
      'drawElementsInstanced',
      'drawArraysInstanced',
    ]) {
      const draw = WebGL2RenderingContext.prototype[kind];
      WebGL2RenderingContext.prototype[kind] = function (...rest) {
        order.push('draw');
        return draw.apply(this, rest);
      };
    }
    const mark = performance.mark;
    performance.mark = function (name, ...rest) {
      order.push(name);
      return mark.call(this, name, ...rest);
    };
    const bytes = Uint8Array.from(atob(base64), (c) => c.charCodeAt(0));
    await window.burnglass.open([{ name: 'cpu', data: bytes }]);
    return order;
  }, cpu.bytes.toString('base64'));
  const decoded = order.indexOf('burnglass:decoded');
  const frame = order.indexOf('burnglass:first-frame');
  assert.ok(decoded >= 0 && frame > decoded, order.join(' '));
  assert.ok(
    order.slice(decoded, frame).includes('draw'),
    'something is drawn between decoding and the mark',
  );
  assert.equal(order[frame - 1], 'draw', 'the mark follows the last draw call');
});

test('there is one input for files', async ({ visit }) => {
  const page = await visit(DIST);
  const count = () =>
    page.page.evaluate(() => [
      document.querySelectorAll('input[type=file]').length,
      document.querySelectorAll('input[type=file][multiple]').length,
    ]);
  assert.deepEqual(await count(), [1, 1]);
  // It drives the same path as a drop.
  await page.page.setInputFiles('input[type=file]', [cpu.path, heap.path]);
  for (const profile of [cpu, heap]) await page.tabOf(profile);
  // The same file once more is a change, too.
  await page.page.setInputFiles('input[type=file]', [cpu.path]);
  await page.flameDrawn();
  await until(async () => (await page.fileTabs()).length === 3, 'a third tab');
  assert.deepEqual(await count(), [1, 1]);
});
