// engine.wasm as it is shipped, driven through its exports: recorded profiles go in by pieces, questions
// are posted, frames and JSON come out, and closing gives the memory back.
import assert from 'node:assert/strict';
import { check, finish } from './support/checks.mjs';
import { readFields, startEngine } from './support/engine_wasm.mjs';
import { recorded } from './support/recorded.mjs';

const [QUESTION, SLOT, PROFILE] = [1, 2, 3];
const [FLAME_QUESTION, TOP_QUESTION, FLAME_ANSWER, TOP_ANSWER, REFUSAL, OPENED, CLOSED] = [
  10, 11, 20, 21, 25, 41, 43,
];
const [UNKNOWN, OPEN, FAILED] = [0, 2, 3];

const engine = await startEngine();
const { wasm } = engine;

function fullNames({ columns }) {
  const text = Buffer.from(columns.text);
  return [...columns.form_begin.subarray(0, -1)].map((form) =>
    text.subarray(columns.form_offset[form], columns.form_offset[form + 1]).toString(),
  );
}

let names;
for (const [profile, name] of [
  [1, 'cpu'],
  [2, 'heap'],
  [3, 'goroutine'],
]) {
  await check(`${name}.pb.gz opens, and its top rows are pprof's`, () => {
    const { bytes, top } = recorded(name);
    engine.load(profile, `${name}.pb.gz`, bytes, 1000);
    assert.equal(wasm._engine_state(profile), OPEN);
    const news = engine.take();
    assert.ok(news.at(-1).fields[OPENED], 'the last news is Opened');
    if (profile === 1) names = fullNames(news.at(-1));
    assert.ok(top.length >= 5);
    const { rows } = engine.json(profile, 'top', '', JSON.stringify({ limit: top.length }));
    assert.deepEqual(
      rows.map(({ name, flatText, cumText }) => ({ name, flat: flatText, cum: cumText })),
      top,
    );
    assert.equal(engine.json(profile, 'info').kind, name);
  });
}

await check('a flame question is answered by columns that add up', () => {
  engine.ask({ [QUESTION]: 7, [SLOT]: 1, [PROFILE]: 1, [FLAME_QUESTION]: {} });
  const [{ fields, columns }, ...more] = engine.take();
  assert.equal(more.length, 0);
  assert.deepEqual([fields[QUESTION], fields[SLOT]], [[7n], [1n]]);
  const answer = readFields(fields[FLAME_ANSWER][0]);
  assert.equal(answer[2][0], 1310000000n);
  assert.equal(BigInt(columns.node.length), answer[4][0]);
  assert.equal(
    columns.flat.reduce((sum, flat) => sum + flat, 0n),
    1310000000n,
  );
  assert.equal(columns.parent[0], 0xffffffff);
  assert.ok(columns.parent.subarray(1).every((parent, i) => parent <= i));
});

await check('a top question is answered with the rows of the JSON', () => {
  engine.ask({ [QUESTION]: 8, [SLOT]: 2, [PROFILE]: 1, [TOP_QUESTION]: {} });
  const [{ fields, columns }] = engine.take();
  assert.ok(fields[TOP_ANSWER]);
  const { rows } = engine.json(1, 'top', '', '{"limit": 10}');
  assert.deepEqual(
    rows.map(({ name, flat, cum }) => [name, flat, cum]),
    [...columns.name]
      .slice(0, 10)
      .map((name, i) => [names[name], String(columns.flat[i]), String(columns.cum[i])]),
  );
});

await check('other sample types, depth and options are answered in JSON', () => {
  const flame = engine.json(2, 'flame', 'si=alloc_objects', '{"depth": 2}');
  assert.ok(flame.boxes.length > 1 && flame.boxes.every(({ depth }) => depth <= 2));
  assert.ok(engine.json(2, 'flame', 'si=nonsense').error);
  assert.ok(engine.json(9, 'info').error);
});

await check('nonsense is refused or ignored', () => {
  engine.ask({ [QUESTION]: 9, [PROFILE]: 77, [FLAME_QUESTION]: {} });
  const [{ fields }] = engine.take();
  assert.ok(fields[REFUSAL]);
  engine.put(new Uint8Array(100).fill(255));
  wasm._engine_post(100);
  wasm._engine_post(0xffffffff);
  engine.work();
  assert.deepEqual(engine.take(), []);
  assert.equal(wasm._engine_feed(77, 0xffffffff), 0);
  wasm._engine_end(77);
  wasm._engine_cancel(77);
  wasm._engine_close(77);
  assert.equal(wasm._engine_state(77), UNKNOWN);
});

await check('a cut file fails with its name and a sentence', () => {
  engine.load(4, 'cut.pb.gz', recorded('cpu').bytes.subarray(0, 3000), 100);
  assert.equal(wasm._engine_state(4), FAILED);
  assert.match(engine.text(wasm._engine_error(4)), /^cut\.pb\.gz.*truncated/);
  wasm._engine_close(4);
  engine.take();
});

await check('opening and closing twenty times keeps nothing after the second time', () => {
  const file = recorded('heap').bytes;
  const heaps = [];
  for (let profile = 100; profile < 120; profile++) {
    engine.load(profile, 'heap.pb.gz', file, 4096);
    engine.ask({ [QUESTION]: 1, [SLOT]: 1, [PROFILE]: profile, [FLAME_QUESTION]: {} });
    engine.ask({ [QUESTION]: 2, [SLOT]: 2, [PROFILE]: profile, [TOP_QUESTION]: {} });
    engine.json(profile, 'top');
    wasm._engine_close(profile);
    assert.ok(engine.take().at(-1).fields[CLOSED]);
    heaps.push(wasm._engine_heap());
  }
  assert.ok(heaps[1] > 0);
  assert.deepEqual(heaps.slice(2), Array(18).fill(heaps[1]));
});

finish();
