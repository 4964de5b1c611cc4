// The real-world profiles of the shared data: the rows of profiles/INDEX.tsv and what pprof printed.
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { shared } from './checks.mjs';

// The rows of a tab-separated file as objects named by its first line.
export function readTable(file) {
  const [head, ...rows] = readFileSync(file, 'utf8').replace(/\n$/, '').split('\n');
  const names = head.split('\t');
  return rows.map((row) => Object.fromEntries(row.split('\t').map((cell, i) => [names[i], cell])));
}

export const profilesFolder = path.join(shared, 'profiles');

// One row for each file: {path, format, compression, …, refused, top}. `refused`: pprof does not read
// the file; `top`: what `pprof -top` printed, empty when it refused.
export function readIndex() {
  const cases = readTable(path.join(profilesFolder, 'cases.tsv')).filter((row) =>
    row.id.endsWith('#top'),
  );
  const top = new Map(cases.map((row) => [row.inputs, row]));
  return readTable(path.join(profilesFolder, 'INDEX.tsv')).map((row) => {
    const recorded = top.get(row.path);
    const output = recorded && path.join(profilesFolder, recorded.output);
    return {
      ...row,
      refused: recorded?.rc !== '0',
      top: output && existsSync(output) ? readFileSync(output, 'utf8') : '',
    };
  });
}

// pprof.proto in a compression that pprof does not know: we open it all the same.
export const isZstdProfile = (row) => row.compression === 'zstd';

// Formats that pprof does not read, and we do.
export const isOurs = (row) =>
  ['folded', 'goroutine-dump', 'speedscope-json'].includes(row.format);
