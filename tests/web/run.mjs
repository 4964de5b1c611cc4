// Runs the browser tests against build/web/, in a process for each processor. Prints a line for each test,
// and at the end the line that scripts/test adds up.
//
// usage: node tests/web/run.mjs [--update-goldens] [WORD]...    only tests whose file or name has a WORD
import { fork } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { root } from '../support/checks.mjs';
import { dist, single } from './support/places.mjs';
import { takeCollected } from './support/test.mjs';

const words = process.argv.slice(2).filter((word) => !word.startsWith('--'));
const folder = path.join(root, 'tests/web');
const counts = { passed: 0, failed: 0, skipped: 0 };

const isWanted = (name) => words.length === 0 || words.some((word) => name.includes(word));

// The wanted tests: [{file, names, whole}], those that may run beside others and those that run alone.
async function collect() {
  const beside = [];
  const alone = [];
  for (const file of readdirSync(folder)
    .filter((name) => name.endsWith('.test.mjs'))
    .sort()) {
    await import(path.join(folder, file));
    const tests = takeCollected(file).filter(({ name }) => isWanted(name));
    for (const [part, isAlone] of [[beside, false], [alone, true]]) {
      const chosen = tests.filter((test) => test.alone === isAlone);
      const names = chosen.map(({ name }) => name);
      if (names.length > 0) part.push({ file: path.join(folder, file), names, whole: chosen[0].whole });
    }
  }
  return { beside, alone };
}

// Hands the waiting files out to a process, one when it has done the one before. A test that it ends
// without telling of has failed.
function lane(waiting) {
  return new Promise((done) => {
    const child = fork(path.join(folder, 'support/lane.mjs'), process.argv.slice(2));
    const untold = new Set();
    const next = () => {
      const tests = waiting.shift();
      for (const name of tests?.names ?? []) untold.add(name);
      child.send(tests ?? 'end');
    };
    child.on('message', ({ name, result }) => {
      if (!name) return next();
      untold.delete(name);
      counts[result]++;
    });
    child.on('exit', () => {
      for (const name of untold) console.log(`FAIL ${name}: its process ended`);
      counts.failed += untold.size;
      done();
    });
    next();
  });
}

// The files that have the whole Chromium first, so that a process changes its browser once; then those with most
// tests, so that the last ones are small; then the tests that measure.
async function run({ beside, alone }) {
  beside.sort((a, b) => b.whole - a.whole || b.names.length - a.names.length);
  const lanes = os.cpus().slice(0, beside.length);
  await Promise.all(lanes.map(() => lane(beside)));
  // Here when every process ended early.
  counts.failed += beside.flatMap(({ names }) => names).length;
  if (alone.length > 0) await lane(alone);
  counts.failed += alone.flatMap(({ names }) => names).length;
}

const missing = [single, path.join(dist, 'index.html')].filter((file) => !existsSync(file));
const tests = await collect();
if (missing.length > 0) {
  console.log(`FAIL there is no ${missing.join(' and no ')}: scripts/build web makes them`);
  const all = [...tests.beside, ...tests.alone];
  counts.failed = all.flatMap(({ names }) => names).length || 1;
} else {
  await run(tests);
}
console.log(`${counts.passed} passed, ${counts.failed} failed, ${counts.skipped} skipped`);
process.exit(counts.failed === 0 ? 0 : 1);
