// node tests/bench/own/record.mjs FILE
// Records where our own programs spend their time and their bytes, into the .folded files of this folder: build
// the page first (scripts/build web). Both programs are linked once more, with the names of their functions.
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { Session } from 'node:inspector/promises';
import path from 'node:path';
import { root } from '../../support/checks.mjs';
import { startEngine } from '../../support/engine_wasm.mjs';
import { MADE, secondOf } from '../support.mjs';
import { bytesByFunction } from './wasm_bytes.mjs';

const objects = path.join(root, 'build/web-obj');
const named = path.join(root, 'build/bench/named');
const here = import.meta.dirname;

// What is too little to be looked at: microseconds of a stack, bytes of a function.
const LEAST_TIME = 2000;
const LEAST_BYTES = 1000;

// Whose a function is, by its name.
const ROOMS = [
  [/^google::protobuf|^burnglass::pb/, 'protobuf'],
  [/^re2::/, 'RE2'],
  [/^ZSTD|^HUF|^FSE/, 'zstd'],
  [/ImGui|^Im[A-Z]|^stb/, 'ImGui'],
  [/burnglass::/, 'burnglass'],
  [/std::/, 'std'],
  [/^data/, 'data'],
];

function linkWithNames(program) {
  const [link] = execFileSync('ninja', ['-t', 'commands', `${program}.js`], { cwd: objects, encoding: 'utf8' }).trim().split('\n').slice(-1);
  const output = path.join(named, `${program}.js`);
  execFileSync('sh', ['-c', link.replace(`-o ${program}.js`, `-o ${output} --profiling-funcs`)], { cwd: objects });
}

const short = (name) =>
  name
    .replace(/burnglass::|\(anonymous namespace\)::/g, '')
    .replace(/std::__2::/g, 'std::')
    .replace(/(?<=.)\(.*$/, '')
    .replace(/;/g, ':')
    .replace(/ /g, '_')
    .slice(0, 48);

// {stack: microseconds} of what happens in `work`, frames outside of the program left out.
async function timed(work) {
  const session = new Session();
  session.connect();
  await session.post('Profiler.enable');
  await session.post('Profiler.setSamplingInterval', { interval: 250 });
  await session.post('Profiler.start');
  work();
  const { profile } = await session.post('Profiler.stop');
  session.disconnect();
  const nodes = new Map(profile.nodes.map((node) => [node.id, node]));
  for (const node of profile.nodes) for (const child of node.children ?? []) nodes.get(child).parent = node;
  const sums = {};
  profile.samples.forEach((sample, i) => {
    const stack = [];
    for (let node = nodes.get(sample); node; node = node.parent) {
      if (node.callFrame.url.startsWith('wasm')) stack.unshift(short(node.callFrame.functionName));
    }
    const key = stack.join(';');
    if (key) sums[key] = (sums[key] ?? 0) + profile.timeDeltas[i];
  });
  return sums;
}

function write(name, sums, least) {
  const lines = Object.entries(sums)
    .filter(([, value]) => value >= least)
    .sort(([, a], [, b]) => b - a)
    .map(([stack, value]) => `${stack} ${value}\n`);
  writeFileSync(path.join(here, `${name}.folded`), lines.join(''));
  console.log(`${name}: ${lines.length} stacks, ${Object.values(sums).reduce((a, b) => a + b, 0)} in all`);
}

// Asks for a flame graph; ends when there is all that a view of the whole can show.
function sketch(engine, query) {
  engine.post({ 1: 1, 3: 1, 10: { 1: query, 5: 1 } });
  do engine.wasm._engine_step(20);
  while (!engine.take().some(({ fields }) => fields[20]));
}

const questions = { hide: 'h=^runtime', inverted: 'tree=inverted', lines: 'g=lines' };

mkdirSync(named, { recursive: true });
for (const program of ['engine', 'viewer']) linkWithNames(program);
const [file] = process.argv.slice(2);
if (file && existsSync(file)) {
  const bytes = readFileSync(file);
  const engine = await startEngine(named);
  write('open', await timed(() => engine.load(1, path.basename(file), bytes)), LEAST_TIME);
  engine.take();
  engine.ask({ 1: 1, 3: 1, 10: { 1: '', 5: 1 } });
  engine.take();
  for (const [name, query] of Object.entries(questions)) {
    write(name, await timed(() => sketch(engine, query)), LEAST_TIME);
    engine.work();
    engine.take();
  }
}
const second = file && secondOf(file);
if (second) {
  const engine = await startEngine(named);
  [file, second].forEach((one, i) => engine.load(i + 1, path.basename(one), readFileSync(one)));
  engine.take();
  const make = () => engine.ask({ 1: 1, 3: MADE, 70: { 1: 2, 2: 1, 8: 'difference' } });
  write('difference', await timed(make), LEAST_TIME);
  engine.take();
  write('changes', await timed(() => engine.ask({ 1: 2, 3: MADE, 71: { 1: '' } })), LEAST_TIME);
}
const weights = {};
for (const program of ['engine', 'viewer']) {
  for (const [name, size] of bytesByFunction(readFileSync(path.join(named, `${program}.wasm`)))) {
    const room = ROOMS.find(([begins]) => begins.test(name))?.[1] ?? 'C';
    const what = size < LEAST_BYTES ? 'small' : short(name);
    const stack = `${program}.wasm;${room};${what}`;
    weights[stack] = (weights[stack] ?? 0) + size;
  }
}
write('weight', weights, 0);
