// A small runner for tests that are scripts: named checks, a line each for what fails, and at the end
// the line that scripts/test adds up.
import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('../..', import.meta.url));
export const shared = path.resolve(root, process.env.BURNGLASS_SHARED || '../shared');

const counts = { passed: 0, failed: 0, skipped: 0 };

// Runs a check, which fails by throwing or by giving back sentences about what is wrong.
export async function check(name, run) {
  let faults;
  try {
    faults = (await run()) ?? [];
  } catch (error) {
    faults = [error.stack ?? String(error)];
  }
  if (faults.length === 0) {
    counts.passed++;
    return;
  }
  counts.failed++;
  console.log(`FAIL ${name}`);
  for (const fault of faults) console.log(`  ${fault}`);
}

// Runs `run` on every item, on so many at a time as the machine has processors.
export async function onAll(items, run) {
  const waiting = [...items];
  const work = async () => {
    while (waiting.length > 0) await run(waiting.shift());
  };
  await Promise.all(os.cpus().map(work));
}

// Runs a command: {status, signal, stdout, stderr}; `error` where it could not be run or took too long.
export function outcome(command, args, options = {}) {
  return new Promise((done) => {
    execFile(command, args, { maxBuffer: 1 << 28, ...options }, (error, stdout, stderr) => {
      const status = error ? error.code : 0;
      const ran = error === null || typeof status === 'number' || error.signal;
      done({ status, signal: error?.signal, stdout, stderr, error: ran ? undefined : error });
    });
  });
}

export function skip(name, why) {
  counts.skipped++;
  console.log(`skipped ${name}: ${why}`);
}

// True when the shared data is there; otherwise the part counts as one that was skipped.
export function hasShared(name) {
  if (existsSync(shared)) return true;
  skip(name, `no shared data at ${shared} (BURNGLASS_SHARED)`);
  return false;
}

// Prints the count and ends the process.
export function finish() {
  console.log(`${counts.passed} passed, ${counts.failed} failed, ${counts.skipped} skipped`);
  process.exit(counts.failed === 0 ? 0 : 1);
}
