// node tests/bench/instructions.mjs FILE...
// Instructions that `burnglass pprof -top` takes for each file, as callgrind counts them: the same on a busy machine as on an
// idle one. Says so where there is no valgrind.
import { spawnSync } from 'node:child_process';
import path from 'node:path';

const command = ['build/release/burnglass', 'pprof', '-top'];

for (const file of process.argv.slice(2)) {
  const { error, status, stderr } = spawnSync(
    'valgrind',
    ['--tool=callgrind', '--callgrind-out-file=/dev/null', ...command, file],
    { encoding: 'utf8', maxBuffer: 2 ** 28 },
  );
  if (error?.code === 'ENOENT') {
    console.log('instructions: there is no valgrind (apt-get install valgrind)');
    break;
  }
  const counted = /Collected : (\d+)/.exec(stderr)?.[1];
  if (status !== 0 || !counted) throw new Error(`${file}: ${stderr.slice(-500)}`);
  console.log(`${path.basename(file)}: pprof -top, ${(Number(counted) / 1e6).toFixed(0)} million instructions`);
}
