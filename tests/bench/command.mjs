// node tests/bench/command.mjs ROUNDS FILE...
// `burnglass pprof -top` beside `libdeflate-gunzip` on the same file, in turns: CPU time (user and system) of
// the whole process, the median of all rounds, and the most memory it had; the bound of memory is what the
// file is unpacked, what it is packed and 64 MiB.
import { spawnSync } from 'node:child_process';
import { readFileSync, statSync } from 'node:fs';
import path from 'node:path';

const [rounds, ...files] = process.argv.slice(2);
const median = (list) => [...list].sort((a, b) => a - b)[list.length >> 1];

// { cpu: s, memory: MiB } of one run; null when there is no such program.
function run(...command) {
  const { status, stderr } = spawnSync('/usr/bin/time', ['-f', '%U %S %M', ...command], {
    stdio: ['ignore', 'ignore', 'pipe'],
    encoding: 'utf8',
  });
  if (status !== 0) return null;
  const [user, system, kilobytes] = stderr.trim().split('\n').at(-1).split(' ').map(Number);
  return { cpu: user + system, memory: kilobytes / 1024 };
}

// gzip ends with the size of what was packed, as far as 32 bits can say it.
const rawSize = (file) => readFileSync(file).readUInt32LE(statSync(file).size - 4);

for (const file of files) {
  const ours = [], theirs = [];
  for (let i = 0; i < Number(rounds); i++) {
    theirs.push(run('libdeflate-gunzip', '-c', file));
    ours.push(run('build/release/burnglass', 'pprof', '-top', file));
  }
  if (ours.includes(null)) throw new Error(`burnglass cannot read ${file}`);
  const cpu = median(ours.map((one) => one.cpu));
  const memory = Math.max(...ours.map((one) => one.memory));
  const bound = (rawSize(file) + statSync(file).size) / 2 ** 20 + 64;
  const gunzip = theirs.includes(null) ? NaN : median(theirs.map((one) => one.cpu));
  console.log(
    `${path.basename(file)}: pprof -top ${cpu.toFixed(2)} s of CPU, libdeflate-gunzip ${gunzip.toFixed(2)} s, ` +
      `ratio ${(cpu / gunzip).toFixed(2)}; memory ${memory.toFixed(0)} MiB, bound ${bound.toFixed(0)} MiB`,
  );
}
