// node tests/bench/engine.mjs FILE...
// What the engine computes for each change of query, in engine.wasm under Node: CPU time until there is all
// that a view of the whole can show (s: a sketch, or else the answer), until the flame answer is there (a), and
// of the top table after it (b), without a page, a picture or messages on their way. After
// loading, and after the first picture: what the engine has in use, beside the size of what was unpacked. Where
// there is a second file beside it (of L.pb.gz L2.pb.gz), what their difference takes: to be made, to be asked, and to be explained.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { gunzipSync } from 'node:zlib';
import { startEngine } from '../support/engine_wasm.mjs';
import { MADE, secondOf } from './support.mjs';

const [FLAME, TOP, SEARCH, GRAPH, LINES, MAKE, CHANGES] = [10, 11, 12, 15, 53, 70, 71];

// CPU time in ms since the call.
function stopwatch() {
  const before = process.cpuUsage();
  return () => {
    const { user, system } = process.cpuUsage(before);
    return (user + system) / 1000;
  };
}

for (const file of process.argv.slice(2)) {
  const engine = await startEngine();
  const bytes = readFileSync(file);
  const loading = stopwatch();
  engine.load(1, path.basename(file), bytes);
  const opened = loading();
  engine.take();
  const mib = (size) => `${(size / 2 ** 20).toFixed(1)} MiB`;
  const heap = () => mib(engine.wasm._engine_heap());
  const loaded = heap();
  let question = 0;
  // CPU time until the first message of the answer's kind is there, which may be a sketch, and the last.
  const times = (kind, fields, profile = 1) => {
    engine.post({ 1: ++question, 3: profile, [kind]: fields });
    const spent = stopwatch();
    let seen = 0;
    for (let more = true; more; ) {
      more = engine.wasm._engine_step(20);
      for (const message of engine.take()) {
        if (message.fields[25]) throw new Error(Buffer.from(message.fields[25][0]).toString());
        if (message.fields[20]) seen ||= spent();
      }
    }
    return [seen, spent()];
  };
  const flame = (query, profile) => times(FLAME, { 1: query, 5: 1 }, profile);
  const ask = (kind, fields) => times(kind, fields)[1];
  const [sketch, first] = flame('');
  console.log(
    `${path.basename(file)}: opened in ${opened.toFixed(0)} ms, first picture ${sketch.toFixed(0)} ms more, all of it ${first.toFixed(0)}; ` +
      `in use ${loaded}, with the picture ${heap()}, unpacked ${mib(gunzipSync(bytes).length)}, ` +
      `all of the memory ${mib(engine.wasm.HEAPU8.length)}`,
  );
  const { rows } = engine.json(1, 'top', '', JSON.stringify({ limit: 200 }));
  const name = rows[Math.min(60, rows.length - 1)].name;
  const only = encodeURIComponent(`^${name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}$`);
  const say = (what, ...parts) =>
    console.log(`  ${what.padEnd(22)} ${parts.map((ms, i) => `${'sab'[i]} ${ms.toFixed(0).padStart(6)} ms`).join('   ')}`);
  const both = (what, query) => say(what, ...flame(query), ask(TOP, { 1: query }));
  both('as it is', 'n=7');  // says nothing of the tree, but is another query
  for (const option of ['focus', 'ignore', 'hide', 'show_from']) both(option, `${option === 'focus' ? 'f' : option === 'ignore' ? 'i' : option === 'hide' ? 'h' : 'sf'}=${only}`);
  both('show', 's=runtime');
  const types = engine.json(1, 'info').sampleTypes ?? [];
  if (types.length > 1) both('other sample type', `si=${types[0].type}`);
  both('lines', 'g=lines');
  flame('');  // shapes are made of the upright tree, which is there then
  for (const shape of ['tree=inverted', 'tree=callers&pivot=7', 'tree=callees&pivot=7', 'order=name', 'recursion=folded']) both(shape, shape);
  say('search', ask(SEARCH, { 1: '', 2: 'runtime.ma' }));
  say('graph', ask(GRAPH, { 1: '' }));
  say('lines of a function', ask(LINES, { 1: '', 2: 7 }));
  const second = secondOf(file);
  if (!second) continue;
  engine.load(2, path.basename(second), readFileSync(second));
  engine.take();
  const [, made] = times(MAKE, { 1: 2, 2: 1, 8: 'difference' }, MADE);
  console.log(`  the difference to ${path.basename(second)} is made in ${made.toFixed(0)} ms`);
  say('difference, asked', ...flame('', MADE));
  say('what changed', times(CHANGES, { 1: '' }, MADE)[1]);
}
