// node tests/bench/engine.mjs FILE...
// What the engine computes for each change of query, in engine.wasm under Node: CPU time of the flame
// answer (a) and of the top table after it (b), without a page, a picture or messages on their way. After
// loading, and after the first picture: what the engine has in use, beside the size of what was unpacked.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { gunzipSync } from 'node:zlib';
import { startEngine } from '../support/engine_wasm.mjs';

const [FLAME, TOP, SEARCH, GRAPH, LINES] = [10, 11, 12, 15, 53];

function cpu(act) {
  const before = process.cpuUsage();
  act();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

for (const file of process.argv.slice(2)) {
  const engine = await startEngine();
  const bytes = readFileSync(file);
  const opened = cpu(() => engine.load(1, path.basename(file), bytes));
  engine.take();
  const mib = (size) => `${(size / 2 ** 20).toFixed(1)} MiB`;
  const heap = () => mib(engine.wasm._engine_heap());
  const loaded = heap();
  let question = 0;
  const ask = (kind, fields) =>
    cpu(() => {
      engine.ask({ 1: ++question, 3: 1, [kind]: fields });
      const messages = engine.take();
      const last = messages.at(-1).fields;
      if (last[25]) throw new Error(Buffer.from(last[25][0]).toString());
    });
  const first = ask(FLAME, { 1: '' });
  console.log(
    `${path.basename(file)}: opened in ${opened.toFixed(0)} ms, first picture ${first.toFixed(0)} ms more; ` +
      `in use ${loaded}, with the picture ${heap()}, unpacked ${mib(gunzipSync(bytes).length)}, ` +
      `all of the memory ${mib(engine.wasm.HEAPU8.length)}`,
  );
  const { rows } = engine.json(1, 'top', '', JSON.stringify({ limit: 200 }));
  const name = rows[Math.min(60, rows.length - 1)].name;
  const only = encodeURIComponent(`^${name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}$`);
  const say = (what, flame, top) =>
    console.log(`  ${what.padEnd(22)} a ${flame.toFixed(0).padStart(6)} ms   b ${top.toFixed(0).padStart(6)} ms`);
  const both = (what, query) => say(what, ask(FLAME, { 1: query }), ask(TOP, { 1: query }));
  both('as it is', 'n=7');  // says nothing of the tree, but is another query
  for (const option of ['focus', 'ignore', 'hide', 'show_from']) both(option, `${option === 'focus' ? 'f' : option === 'ignore' ? 'i' : option === 'hide' ? 'h' : 'sf'}=${only}`);
  both('show', 's=runtime');
  const types = engine.json(1, 'info').sampleTypes ?? [];
  if (types.length > 1) both('other sample type', `si=${types[0].type}`);
  both('lines', 'g=lines');
  for (const shape of ['tree=inverted', 'tree=callers&pivot=7', 'tree=callees&pivot=7', 'order=name', 'recursion=folded']) both(shape, shape);
  say('search', ask(SEARCH, { 1: '', 2: 'runtime.ma' }), 0);
  say('graph', ask(GRAPH, { 1: '' }), 0);
  say('lines of a function', ask(LINES, { 1: '', 2: 7 }), 0);
}
