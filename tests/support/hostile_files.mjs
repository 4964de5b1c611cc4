// Files that are broken on purpose: those of the shared data, and what the fuzzers start from.
import { existsSync, readFileSync, readdirSync, statSync } from 'node:fs';
import path from 'node:path';
import { root, shared } from './checks.mjs';
import { profilesFolder, readIndex, readTable } from './profiles_index.mjs';

const goReal = path.join(shared, 'conformance/go-real');

function filesBelow(folder) {
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .sort()
    .flatMap((name) => {
      const file = path.join(folder, name);
      return statSync(file).isDirectory() ? filesBelow(file) : [file];
    });
}

// What pprof reads of the malformed ones.
function readByPprof() {
  const cases = path.join(goReal, 'cases.tsv');
  if (!existsSync(cases)) return new Set();
  const read = readTable(cases).filter((row) => row.rc === '0');
  return new Set(read.map((row) => path.join(goReal, row.inputs)));
}

const refusedProfiles = () =>
  existsSync(profilesFolder)
    ? readIndex().filter((row) => row.refused).map((row) => path.join(profilesFolder, row.path))
    : [];

// [{name, bytes, opens}]; opens: pprof reads it, and so must we.
export function hostileFiles() {
  const read = readByPprof();
  const files = [
    ...['tests/fuzz/seeds', 'tests/fuzz/corpus'].flatMap((folder) => filesBelow(path.join(root, folder))),
    ...filesBelow(path.join(goReal, 'malformed')),
    ...filesBelow(path.join(shared, 'conformance/google-pprof/fuzz')),
    ...refusedProfiles(),
  ];
  return files.map((file) => ({
    name: path.basename(file),
    bytes: readFileSync(file),
    opens: read.has(file),
  }));
}
