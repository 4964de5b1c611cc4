// Every real-world profile of the shared data: what pprof reads opens with pprof's total, everything
// else opens too or gets one calm sentence that names the file.
import path from 'node:path';
import { check, finish, hasShared, onAll, outcome, root } from './support/checks.mjs';
import { isOurs, isZstdProfile, profilesFolder, readIndex } from './support/profiles_index.mjs';

const burnglass = path.join(root, 'build/release/burnglass');

// What pprof's units are, in the units that sample types are measured in.
const unitFactors = {
  '': 1,
  ns: 1,
  us: 1e3,
  ms: 1e6,
  s: 1e9,
  mins: 60e9,
  hrs: 3600e9,
  days: 86400e9,
  B: 1,
  kB: 1 << 10,
  MB: 1 << 20,
  GB: 2 ** 30,
  TB: 2 ** 40,
};
const baseFactors = {
  nanoseconds: 1,
  microseconds: 1e3,
  milliseconds: 1e6,
  seconds: 1e9,
  bytes: 1,
  kilobytes: 1 << 10,
  megabytes: 1 << 20,
};

// Sentences about how a total differs from the one that `-top` shows in its own unit, two decimals.
function compareTotal(sampleType, top) {
  const shown = /, [\d.]+% of (-?[\d.]+)([A-Za-z]*) total/.exec(top);
  if (!shown) return [`pprof's output shows no total: ${top.split('\n')[0]}`];
  const factor = unitFactors[shown[2]] ?? 1;
  const total =
    Number(sampleType.total) *
    (shown[2] in unitFactors && shown[2] !== '' ? (baseFactors[sampleType.unit] ?? 1) : 1);
  const off = Math.abs(total - Number(shown[1]) * factor);
  return off <= 0.005 * factor + Math.abs(total) * 1e-9
    ? []
    : [`total ${sampleType.total} ${sampleType.unit}, pprof shows ${shown[0].slice(2)}`];
}

function compareOpened(row, result) {
  if (result.status !== 0) return [`does not open: ${result.stderr.trim()}`];
  const chosen = JSON.parse(result.stdout).sampleTypes.find((type) => type.isDefault);
  if (!chosen) return ['no sample type is the default'];
  return row.refused ? [] : compareTotal(chosen, row.top);
}

// A refusal is one line on standard error that names the file, and nothing on standard output.
function compareRefused(row, result) {
  const words = result.stderr.trim();
  const faults = [];
  if (result.stdout !== '') faults.push('prints on standard output though it fails');
  if (!words.includes(path.basename(row.path)))
    faults.push(`the error does not name the file: ${words}`);
  if (words.includes('\n')) faults.push(`the error is more than a sentence: ${words}`);
  return faults;
}

if (hasShared('profiles')) {
  await onAll(readIndex(), (row) =>
    check(`${row.path} (${row.format}, ${row.compression})`, async () => {
      const file = path.join(profilesFolder, row.path);
      const result = await outcome(burnglass, ['info', file, '--json'], { timeout: 60_000 });
      if (result.error || result.signal) return [`${result.error ?? `ended by ${result.signal}`}`];
      const mustOpen =
        isZstdProfile(row) ||
        isOurs(row) ||
        (/^(pprof|goroutine-debug1)$/.test(row.format) && !row.refused);
      const opened = result.status === 0 || mustOpen;
      return opened ? compareOpened(row, result) : compareRefused(row, result);
    }),
  );
}
finish();
