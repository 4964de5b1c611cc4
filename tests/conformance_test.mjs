// Holds `burnglass pprof` against pprof's recorded outputs, a count for each recorded case. The shared
// run.py does the comparing.
import path from 'node:path';
import { check, finish, hasShared, onAll, outcome, root, shared } from './support/checks.mjs';
import { isZstdProfile, readIndex } from './support/profiles_index.mjs';

const command = [path.join(root, 'build/release/burnglass'), 'pprof'];

// Runs the cases below `folder`: {passed, failures: [line]}.
async function runCases(folder) {
  const script = path.join(shared, 'conformance/run.py');
  const result = await outcome('python3', [script, '--dir', folder, '--', ...command]);
  const count = /^(\d+) passed, (\d+) failed$/m.exec(result.stdout ?? '');
  if (!count)
    throw new Error(`run.py gave no count: ${result.error ?? result.stdout + result.stderr}`);
  const failures = result.stdout.split('\n').filter((line) => line.startsWith('FAIL '));
  if (failures.length !== Number(count[2]))
    throw new Error('run.py counts other failures than it prints');
  return { passed: Number(count[1]), failures };
}

// One check per case, so that the sum counts cases.
async function checkCases(name, folder, mayDiffer = () => false) {
  let cases;
  await check(`${name}: the recorded cases run`, async () => {
    cases = await runCases(folder);
    return cases.passed + cases.failures.length > 0 ? [] : ['there are none'];
  });
  for (let i = 0; i < (cases?.passed ?? 0); i++) await check(name, () => []);
  for (const line of cases?.failures ?? []) {
    await check(`${name}: ${line.slice('FAIL '.length)}`, () =>
      mayDiffer(line) ? [] : ['not as recorded'],
    );
  }
}

if (hasShared('conformance')) {
  // Where pprof refuses a zstd profile, we open it: run.py's verdict is then not the measure.
  const better = readIndex()
    .filter((row) => row.refused && isZstdProfile(row))
    .map((row) => row.path);
  const mayDiffer = (line) =>
    better.some((file) => line.startsWith(`FAIL ${file}#`) && line.includes(': exit 0 (want 2)'));
  const corpora = [
    ['pprof', path.join(shared, 'conformance')],
    ['real profiles', shared, mayDiffer],
  ];
  await onAll(corpora, (corpus) => checkCases(...corpus));
}
finish();
